package org.hearth.ledger;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.hearth.store.Log;
import org.hearth.store.StaleException;
import org.hearth.store.Store;

/** The record of releases in a store. Safe for use by any number of threads, and by several processes at once. */
public final class Ledger {

    private static final String LOG = "releases";
    private static final int MOST_DIFFERENCES = 40;
    private static final int LONGEST_DIFFERENCE = 300;

    /** What a cell may hold, and programs that write JSON write differently or not at all. */
    private static final Pattern UNSAYABLE = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    private final Store store;
    private final Log log;
    private final Clock clock;

    private volatile long known = -1;
    private volatile List<ReleaseRecord> records = List.of();

    /** The record of a store; nothing is made before something is recorded. */
    public Ledger(Store store, Clock clock) {
        this(store, store.log(LOG), clock);
    }

    Ledger(Store store, Log log, Clock clock) {
        this.store = store;
        this.log = log;
        this.clock = clock;
    }

    /** The record of a store, by the clock of this machine. */
    public Ledger(Store store) {
        this(store, Clock.systemUTC());
    }

    /** Where it is kept, for people. */
    public String place() {
        return store.place();
    }

    /**
     * How many records there are; cheap enough to be asked twice a second.
     *
     * @throws IOException if it cannot be read
     */
    public long length() throws IOException {
        return log.length();
    }

    /**
     * All records, the oldest first.
     *
     * @throws BrokenLedgerException if one cannot be read, or the last of them are lost
     * @throws IOException if the store cannot be read
     */
    public synchronized List<ReleaseRecord> records() throws IOException {
        if (log.length() != known) {
            List<byte[]> lines = whole();
            List<ReleaseRecord> read = new ArrayList<>(lines.size());
            for (byte[] line : lines) {
                read.add(read(line, read.size() + 1L));
            }
            records = List.copyOf(read);
            known = read.size();
        }
        return records;
    }

    /**
     * All records as this process read them last, the oldest first; the store is not asked.
     *
     * @return empty if it has read none yet
     */
    public Optional<List<ReleaseRecord>> seen() {
        return known < 0 ? Optional.empty() : Optional.of(records);
    }

    /** The last record; empty if there is none. */
    public Optional<ReleaseRecord> last() throws IOException {
        List<ReleaseRecord> all = records();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The last record of what somebody chose to be active from then on; empty if nobody ever did. */
    public Optional<ReleaseRecord> choice() throws IOException {
        List<ReleaseRecord> all = records();
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).act().kind().choice()) {
                return Optional.of(all.get(i));
            }
        }
        return Optional.empty();
    }

    /**
     * Whether a draft became active as a version.
     *
     * @param draft its id
     * @throws IOException if the records cannot be read
     */
    public boolean published(String draft, String version) throws IOException {
        return records().stream()
                .anyMatch(record -> record.act().draft() != null
                        && record.act().draft().id().equals(draft)
                        && record.version().equals(version));
    }

    /**
     * Records a release after those that the caller knows; it is on the disk when this returns.
     *
     * @param after the number of the last record that the caller knows, 0 if none: what is recorded was decided on it
     * @param version the ruleset that becomes active
     * @param packaged whether it came with the program
     * @param before the one before it, or {@code null}
     * @param difference what changed, a line each
     * @throws SurpassedException if there is another record by now; then nothing was recorded
     * @throws IOException if it cannot be recorded; then nothing was
     */
    public ReleaseRecord add(
            long after, String version, boolean packaged, String before, List<String> difference, Act act)
            throws IOException {
        List<byte[]> lines = whole();
        Optional<ReleaseRecord> last = last(lines);
        if (last.isPresent() && lines.size() != after) {
            throw new SurpassedException(last.get());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        byte[] line = Canonical.sealed(new ReleaseRecord(
                lines.size() + 1L,
                now,
                version,
                packaged,
                before,
                bounded(difference),
                act,
                last.map(ReleaseRecord::hash).orElse(""),
                ""));
        try {
            log.append(after, line);
        } catch (StaleException another) {
            throw new SurpassedException(last(whole()).orElseThrow(() -> another));
        }
        ReleaseRecord added = Canonical.read(line);
        head(added);
        return added;
    }

    private static Optional<ReleaseRecord> last(List<byte[]> lines) throws IOException {
        return lines.isEmpty() ? Optional.empty() : Optional.of(read(lines.get(lines.size() - 1), lines.size()));
    }

    /** The record stands; that it is the last is said by the next one too. */
    private void head(ReleaseRecord added) {
        try {
            new Head(added.number(), added.hash()).keep(store.objects());
        } catch (IOException e) {
            return;
        }
    }

    /**
     * The lines, unless the last of them are lost: what was active before would be taken for what is, and what is added
     * would hide the loss.
     */
    private List<byte[]> whole() throws IOException {
        // the head first: a release that is recorded between the two is no loss
        Optional<Head> head = Head.of(store.objects());
        List<byte[]> lines = log.read(1);
        if (head.isPresent() && head.get().number() > lines.size()) {
            throw new BrokenLedgerException(
                    "the record of releases in `" + place() + "` has lost what followed record "
                            + lines.size()
                            + ", so nothing is added to it; put it back from a backup, or move it away with"
                            + " what says how far it went (`ledger/head`) to begin another",
                    null);
        }
        return lines;
    }

    private static ReleaseRecord read(byte[] line, long number) throws IOException {
        try {
            return Canonical.read(line);
        } catch (IOException e) {
            throw new BrokenLedgerException(
                    "record " + number + " of the releases cannot be read; `hearth tables log --verify` says more", e);
        }
    }

    private static List<String> bounded(List<String> difference) {
        List<String> lines = new ArrayList<>();
        for (String text : difference.subList(0, Math.min(MOST_DIFFERENCES, difference.size()))) {
            String line = UNSAYABLE.matcher(text).replaceAll(" ");
            lines.add(
                    line.codePointCount(0, line.length()) <= LONGEST_DIFFERENCE
                            ? line
                            : line.substring(0, line.offsetByCodePoints(0, LONGEST_DIFFERENCE - 3)) + "...");
        }
        if (difference.size() > MOST_DIFFERENCES) {
            lines.add("and " + (difference.size() - MOST_DIFFERENCES) + " more");
        }
        return lines;
    }

    /**
     * Checks the chain from the first record to the last that was ever there.
     *
     * @throws IOException if it cannot be read
     */
    public Verification verify() throws IOException {
        Optional<Head> head = Head.of(store.objects());
        List<byte[]> lines = log.read(1);
        if (head.isEmpty() && lines.size() > 1) {
            // both were begun between the two looks, or the head is missing
            head = Head.of(store.objects());
            lines = log.read(1);
        }
        return Chain.verify(lines, head);
    }

    /**
     * The chain itself, the oldest record first, a line of JSON in UTF-8 each.
     *
     * @param sink takes each line, without its end
     * @throws IOException if it cannot be read
     */
    public void lines(Consumer<byte[]> sink) throws IOException {
        log.read(1).forEach(sink);
    }
}
