package org.hearth.draft;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.hearth.data.Digest;
import org.hearth.draft.Draft.Book;
import org.hearth.draft.Draft.Mark;
import org.hearth.draft.Draft.State;
import org.hearth.draft.Draft.Step;
import org.hearth.store.Objects;
import org.hearth.store.StaleException;

/**
 * The drafts that are kept. Whoever changes one says which revision was read; if another was faster, nothing changes. Bounded;
 * safe for use by any number of threads, and of processes over one store.
 */
public final class Drafts {

    /** What a draft's id looks like. */
    public static final Pattern ID = Pattern.compile("[0-9a-f]{12}");

    /** How many drafts are kept. */
    public static final int MOST = 200;

    /** How many bytes of workbooks are kept of a draft, with those that an edit can be taken back to. */
    public static final int MOST_BYTES = 20 << 20;

    private static final int MOST_STEPS = 100;

    /** How many earlier revisions are remembered of a draft. */
    static final int MOST_MARKS = 20;

    private static final int DIGITS = 32;

    private static final String DRAFTS = "drafts/";
    private static final String BOOKS = "draft-books/";

    private final Objects store;
    private final Clock clock;
    private final DraftImpacts impacts;
    private final SecureRandom random = new SecureRandom();

    /** Drafts in a store. */
    public Drafts(Objects store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.impacts = new DraftImpacts(store, clock);
    }

    /** What they were seen to do to claims. */
    public DraftImpacts impacts() {
        return impacts;
    }

    /** A draft as it stands in the store, under the store's own mark for it. */
    private record Held(Draft draft, long mark) {}

    /** Makes another draft of one; what it throws is thrown on, and nothing is kept. */
    @FunctionalInterface
    public interface Change {
        /** The draft as it shall be. */
        Draft apply(Draft draft) throws DraftException;
    }

    /**
     * What is kept.
     *
     * @param drafts those that can be read, the one that was changed last first
     * @param unreadable those that cannot, by id, and why; a later edition of the program may have kept them
     */
    public record Kept(List<Draft> drafts, SortedMap<String, String> unreadable) {}

    /**
     * Every draft.
     *
     * @throws IOException if the store cannot be read
     */
    public Kept all() throws IOException {
        List<Draft> drafts = new ArrayList<>();
        SortedMap<String, String> unreadable = new TreeMap<>();
        for (String key : store.keys(DRAFTS)) {
            Optional<Objects.Stored> stored = store.get(key);
            if (stored.isPresent()) {
                try {
                    drafts.add(DraftCodec.read(stored.get().bytes()));
                } catch (IOException e) {
                    unreadable.put(key.substring(DRAFTS.length()), e.getMessage());
                }
            }
        }
        drafts.sort(Comparator.comparing(Draft::changedAt).reversed().thenComparing(Draft::id));
        return new Kept(drafts, unreadable);
    }

    /**
     * The draft of an id.
     *
     * @throws DraftException.Unknown if there is none
     * @throws IOException if the store cannot be read
     */
    public Draft get(String id) throws DraftException, IOException {
        return held(id).draft();
    }

    private Held held(String id) throws DraftException, IOException {
        // an id comes from outside, and only one of its form may become a key
        return (ID.matcher(id).matches() ? read(key(id)) : Optional.<Held>empty())
                .orElseThrow(DraftException.Unknown::new);
    }

    private Optional<Held> read(String key) throws IOException {
        Optional<Objects.Stored> stored = store.get(key);
        return stored.isEmpty()
                ? Optional.empty()
                : Optional.of(new Held(
                        DraftCodec.read(stored.get().bytes()), stored.get().revision()));
    }

    /**
     * Begins a draft.
     *
     * @param base the version of the ruleset that it changes
     * @param workbooks those that differ from the base already, by path
     * @throws DraftException.Full if there are too many, or the workbooks are too large
     * @throws IOException if it cannot be kept
     */
    public Draft begin(Draft.Head head, String base, Map<String, byte[]> workbooks) throws DraftException, IOException {
        if (store.keys(DRAFTS).size() >= MOST) {
            throw new DraftException.Full("there are " + MOST + " drafts; delete those that are done with");
        }
        byte[] digits = new byte[6];
        random.nextBytes(digits);
        String id = HexFormat.of().formatHex(digits);
        Draft begun = Draft.begun(id, head, base, clock.instant());
        if (!workbooks.isEmpty()) {
            begun = begun.edited("sent " + String.join(", ", workbooks.keySet()), with(begun, workbooks));
        }
        return kept(new Held(begun, 0), begun);
    }

    /**
     * Changes what is said of a draft, not its workbooks.
     *
     * @param revision the one that was read
     * @throws DraftException if there is none, another was faster, or the change refuses
     * @throws IOException if it cannot be kept
     */
    public Draft change(String id, long revision, Change change) throws DraftException, IOException {
        Held held = unchangedSince(id, revision);
        return kept(held, change.apply(held.draft()));
    }

    /**
     * Says something else of what a draft is about.
     *
     * @throws DraftException if there is none, another was faster, or it is not open
     * @throws IOException if it cannot be kept
     */
    public Draft describe(String id, long revision, Draft.Head head) throws DraftException, IOException {
        Held held = heldOpen(id, revision);
        return kept(held, held.draft().with(head));
    }

    /**
     * Puts workbooks in the place of those of a draft, as one edit. What others have changed of its other workbooks meanwhile
     * stays.
     *
     * @param revision the one that was read
     * @param what the edit does, in words
     * @param workbooks by path; one that is the base's own again is {@code null}
     * @throws DraftException if there is none, another has changed one of these workbooks since, it is not open, or it would be
     *     too large
     * @throws IOException if it cannot be kept
     */
    public Draft edit(String id, long revision, String what, Map<String, byte[]> workbooks)
            throws DraftException, IOException {
        Held held = heldOpen(id, revision, workbooks.keySet());
        while (true) {
            try {
                return put(held, held.draft().edited(what, with(held.draft(), workbooks)));
            } catch (StaleException faster) {
                // perhaps of another workbook
                held = heldOpen(id, revision, workbooks.keySet());
            }
        }
    }

    /**
     * Puts workbooks in the place of those of a draft, as {@link #edit} does, but only where nothing at all of the draft was
     * changed since it was read: what this edit says rests on all of its workbooks.
     *
     * @param revision the one that was read
     * @throws DraftException if there is none, another was faster, it is not open, or it would be too large
     * @throws IOException if it cannot be kept
     */
    Draft editUnchanged(String id, long revision, String what, Map<String, byte[]> workbooks)
            throws DraftException, IOException {
        Held held = heldOpen(id, revision);
        return kept(held, held.draft().edited(what, with(held.draft(), workbooks)));
    }

    /**
     * Takes the last edit back.
     *
     * @throws DraftException as {@link #edit} does, or if there is none to take back
     * @throws IOException if it cannot be kept
     */
    public Draft undo(String id, long revision) throws DraftException, IOException {
        Held held = heldOpen(id, revision);
        if (held.draft().done().isEmpty()) {
            throw new DraftException.Refused("there is no edit to undo");
        }
        return kept(held, held.draft().back());
    }

    /**
     * Does the edit again that was last undone.
     *
     * @throws DraftException as {@link #edit} does, or if there is none to do again
     * @throws IOException if it cannot be kept
     */
    public Draft redo(String id, long revision) throws DraftException, IOException {
        Held held = heldOpen(id, revision);
        if (held.draft().undone().isEmpty()) {
            throw new DraftException.Refused("there is no undone edit to do again");
        }
        return kept(held, held.draft().forward());
    }

    /**
     * Deletes a draft and its workbooks.
     *
     * @throws DraftException if there is none, another was faster, or it waits to be published
     * @throws IOException if the store fails
     */
    public void delete(String id, long revision) throws DraftException, IOException {
        Held held = unchangedSince(id, revision);
        if (held.draft().state() == State.SCHEDULED || held.draft().state() == State.PUBLISHING) {
            throw new DraftException.Refused(
                    held.draft().state() == State.SCHEDULED
                            ? "the draft waits for its day to be published; take the approval back first"
                            : "the draft is being published; delete it afterwards");
        }
        try {
            store.delete(key(id), held.mark());
        } catch (StaleException faster) {
            throw new DraftException.Stale(get(id));
        }
        for (String book : store.keys(BOOKS + id + "/")) {
            store.delete(book);
        }
        impacts.forget(id);
    }

    /**
     * The bytes of a workbook of a draft.
     *
     * @throws IOException if they cannot be read
     */
    public byte[] bytes(Draft draft, Book book) throws IOException {
        return store.get(key(draft, book.hash()))
                .orElseThrow(() -> new IOException("a workbook of the draft " + draft.id() + " is lost"))
                .bytes();
    }

    /**
     * A draft that may be edited.
     *
     * @param revision the one that was read
     * @throws DraftException if there is none, another was faster, or it is not open
     * @throws IOException if the store cannot be read
     */
    Draft open(String id, long revision) throws DraftException, IOException {
        return heldOpen(id, revision).draft();
    }

    /**
     * A draft of which some workbooks may be edited, whatever was changed of the others since it was read.
     *
     * @param revision the one that was read
     * @param files the workbooks, by path
     * @throws DraftException if there is none, another has changed one of them, or it is not open
     * @throws IOException if the store cannot be read
     */
    Draft open(String id, long revision, Set<String> files) throws DraftException, IOException {
        return heldOpen(id, revision, files).draft();
    }

    private Held heldOpen(String id, long revision, Set<String> files) throws DraftException, IOException {
        Held held = held(id);
        Draft now = held.draft();
        if (now.revision() != revision && (now.state() != State.OPEN || !now.unchangedSince(revision, files))) {
            throw new DraftException.Stale(now);
        }
        return requireOpen(held);
    }

    private Held heldOpen(String id, long revision) throws DraftException, IOException {
        return requireOpen(unchangedSince(id, revision));
    }

    private static Held requireOpen(Held held) throws DraftException {
        State state = held.draft().state();
        if (state != State.OPEN) {
            throw new DraftException.Refused("the draft is " + state + ", and only an open one is edited"
                    + (state == State.PROPOSED ? "; take the proposal back first" : "; begin another"));
        }
        return held;
    }

    private Held unchangedSince(String id, long revision) throws DraftException, IOException {
        Held held = held(id);
        if (held.draft().revision() != revision) {
            throw new DraftException.Stale(held.draft());
        }
        return held;
    }

    /** The workbooks of a draft with others in the place of theirs, whose bytes are kept. */
    private SortedMap<String, Book> with(Draft draft, Map<String, byte[]> workbooks)
            throws DraftException, IOException {
        SortedMap<String, Book> now = new TreeMap<>(draft.workbooks());
        long bytes = 0;
        for (Map.Entry<String, byte[]> one : workbooks.entrySet()) {
            if (one.getValue() == null) {
                now.remove(one.getKey());
            } else {
                String hash = new Digest().add(one.getValue()).hex(DIGITS);
                now.put(one.getKey(), new Book(hash, one.getValue().length));
            }
        }
        for (Book book : now.values()) {
            bytes += book.bytes();
        }
        if (bytes > MOST_BYTES) {
            throw new DraftException.Full(
                    "the workbooks of the draft would take more than " + MOST_BYTES + " bytes; make two drafts of it");
        }
        for (byte[] workbook : workbooks.values()) {
            if (workbook != null) {
                keep(key(draft, new Digest().add(workbook).hex(DIGITS)), workbook);
            }
        }
        return now;
    }

    private void keep(String key, byte[] workbook) throws IOException {
        if (store.get(key).isEmpty()) {
            try {
                store.put(key, 0, workbook);
            } catch (StaleException same) {
                // the key is a hash of the bytes: whoever was faster kept the same
                return;
            }
        }
    }

    /** The key of a draft in the store. */
    static String key(String id) {
        return DRAFTS + id;
    }

    private static String key(Draft draft, String hash) {
        return BOOKS + draft.id() + "/" + hash;
    }

    /** Keeps a draft under its next revision, and forgets of its past what is too old or too large. */
    private Draft kept(Held before, Draft draft) throws DraftException, IOException {
        try {
            return put(before, draft);
        } catch (StaleException faster) {
            throw new DraftException.Stale(get(draft.id()));
        }
    }

    private Draft put(Held before, Draft draft) throws IOException {
        Draft bounded = bounded(draft).at(before.draft().revision() + 1, clock.instant());
        store.put(key(draft.id()), before.mark(), DraftCodec.write(bounded));
        // only whoever was fastest forgets, so that nobody loses what another has just kept
        Set<String> needed = hashes(bounded);
        for (String hash : hashes(before.draft())) {
            if (!needed.contains(hash)) {
                store.delete(key(draft, hash));
            }
        }
        return bounded;
    }

    private static Draft bounded(Draft draft) {
        Set<Book> held = new HashSet<>(draft.workbooks().values());
        draft.undone().forEach(step -> held.addAll(step.workbooks().values()));
        List<Step> steps = new ArrayList<>();
        for (int at = draft.done().size() - 1; at >= 0 && steps.size() < MOST_STEPS; at--) {
            Step step = draft.done().get(at);
            if (!fits(held, step.workbooks())) {
                break;
            }
            steps.add(0, step);
        }
        List<Mark> marks = new ArrayList<>();
        for (int at = draft.trail().size() - 1; at >= 0 && marks.size() < MOST_MARKS; at--) {
            Mark mark = draft.trail().get(at);
            if (!fits(held, mark.workbooks())) {
                break;
            }
            marks.add(0, mark);
        }
        return draft.remembering(steps, marks);
    }

    /** Takes workbooks to those that are held, if there is room for them. */
    private static boolean fits(Set<Book> held, Map<String, Book> more) {
        Set<Book> all = new HashSet<>(held);
        all.addAll(more.values());
        boolean fits = all.stream().mapToLong(Book::bytes).sum() <= MOST_BYTES;
        if (fits) {
            held.addAll(more.values());
        }
        return fits;
    }

    private static Set<String> hashes(Draft draft) {
        Set<String> hashes = new LinkedHashSet<>();
        draft.workbooks().values().forEach(book -> hashes.add(book.hash()));
        draft.done().forEach(step -> step.workbooks().values().forEach(book -> hashes.add(book.hash())));
        draft.undone().forEach(step -> step.workbooks().values().forEach(book -> hashes.add(book.hash())));
        draft.trail().forEach(mark -> mark.workbooks().values().forEach(book -> hashes.add(book.hash())));
        return hashes;
    }
}
