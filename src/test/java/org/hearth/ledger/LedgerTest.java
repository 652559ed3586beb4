package org.hearth.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hearth.data.DataFolder;
import org.hearth.ledger.Verification.Fault;
import org.hearth.store.Log;
import org.hearth.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T12:00:00.5Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Ledger ledger() {
        return new Ledger(new Store(null, new DataFolder(folder)), CLOCK);
    }

    private Path file() {
        return folder.resolve("store/releases.ndjson");
    }

    private static String version(int number) {
        return "2026-11-30+%012x".formatted(number);
    }

    private static Act act(Kind kind) {
        return Act.of(kind, Who.told("J. Doe", "CR 14321", null));
    }

    private ReleaseRecord add(String version, boolean packaged, String before, List<String> difference, Act act)
            throws IOException {
        return ledger().add(ledger().length(), version, packaged, before, difference, act);
    }

    private ReleaseRecord addInTheEnd(String version) throws IOException {
        while (true) {
            try {
                return add(version, false, null, List.of(), act(Kind.PUBLISH));
            } catch (SurpassedException another) {
                Thread.onSpinWait();
            }
        }
    }

    private void records(int count) throws IOException {
        for (int i = 1; i <= count; i++) {
            add(version(i), false, i == 1 ? null : version(i - 1), List.of("row " + i), act(Kind.PUBLISH));
        }
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(file());
    }

    private void write(List<String> lines) throws IOException {
        Files.writeString(file(), lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
    }

    private Optional<Fault> fault() throws IOException {
        return ledger().verify().fault();
    }

    @Test
    void whatIsRecordedLastIsTheLastThoughTheClockWasSetBack() throws IOException {
        records(2);
        Clock back = Clock.offset(CLOCK, Duration.ofDays(-3));

        new Ledger(new Store(null, new DataFolder(folder)), back)
                .add(2, version(3), false, version(2), List.of(), act(Kind.PUBLISH));

        assertThat(ledger().choice().orElseThrow().version()).isEqualTo(version(3));
        assertThat(ledger().records()).extracting(ReleaseRecord::number).containsExactly(1L, 2L, 3L);
        assertThat(ledger().last().orElseThrow().at()).isEqualTo(back.instant());
        assertThat(fault()).isEmpty();
    }

    @Test
    void whatWasRecordedIsReadAsItWas() throws IOException {
        Act whole = new Act(
                Kind.DRAFT,
                new Who("J. \u00c4rger \"x\"", "why", "CR 1", "A. Other", false, true),
                new Act.Examples(4700, 2),
                new Act.OfDraft(
                        "7f3a91c2d0e4",
                        "Amounts",
                        "P. Roposer",
                        "please look",
                        LocalDate.of(2027, 1, 1),
                        "America/New_York",
                        "seen",
                        "the policy changed",
                        "two were doubled",
                        "3 claims newly fail"));

        ReleaseRecord first = add(version(1), true, null, List.of(), act(Kind.START));
        ReleaseRecord second = add(version(2), false, version(1), List.of("a", "b"), whole);

        assertThat(ledger().records()).containsExactly(first, second);
        assertThat(first)
                .isEqualTo(new ReleaseRecord(
                        1,
                        Instant.parse("2026-11-30T12:00:00.5Z"),
                        version(1),
                        true,
                        null,
                        List.of(),
                        act(Kind.START),
                        "",
                        first.hash()));
        assertThat(second)
                .isEqualTo(new ReleaseRecord(
                        2,
                        CLOCK.instant(),
                        version(2),
                        false,
                        version(1),
                        List.of("a", "b"),
                        whole,
                        first.hash(),
                        second.hash()));
        assertThat(ledger().last()).contains(second);
        assertThat(ledger().verify()).isEqualTo(new Verification(2, second.hash(), Optional.empty()));
    }

    /** Another who writes JSON writes the same, whatever is in it. */
    @Test
    void aLineIsWrittenAsOthersWriteIt() throws IOException {
        String face = "\ud83d\ude00";
        add(
                version(1),
                false,
                null,
                List.of("a\u007fb\tc\ud83d"),
                Act.of(Kind.WATCHED, Who.program("x", face + " \u00e4 \u20ac \" \\ / \t \u0001 \u001f")));
        add(version(2), false, null, List.of(face.repeat(301)), act(Kind.PUBLISH));

        assertThat(lines().get(0))
                .contains("\"reason\":\"" + face + " \u00e4 \u20ac \\\" \\\\ / \\t \\u0001 \\u001f\"")
                .contains("\"difference\":[\"a b c \"]");
        assertThat(ledger().records().get(1).difference()).containsExactly(face.repeat(297) + "...");
        assertThat(fault()).isEmpty();
    }

    /** Anybody can work it out without this program. */
    @Test
    void theHashIsThatOfTheLineWithoutIt() throws Exception {
        records(2);

        for (String line : lines()) {
            String hash = line.replaceFirst(".*\"hash\":\"([0-9a-f]{64})\".*", "$1");
            String rest = line.replaceFirst("\"hash\":\"[0-9a-f]{64}\",", "");
            assertThat(HexFormat.of()
                            .formatHex(
                                    MessageDigest.getInstance("SHA-256").digest(rest.getBytes(StandardCharsets.UTF_8))))
                    .isEqualTo(hash);
        }
    }

    @Test
    void nothingIsMadeBeforeSomethingIsRecorded() throws IOException {
        assertThat(ledger().records()).isEmpty();
        assertThat(ledger().choice()).isEmpty();
        assertThat(ledger().verify()).isEqualTo(new Verification(0, "", Optional.empty()));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatWasChosenIsTheLastThatSomebodyChose() throws IOException {
        add(version(1), true, null, List.of(), act(Kind.START));
        assertThat(ledger().choice()).isEmpty();
        for (Kind kind : List.of(Kind.PUBLISH, Kind.ACTIVATION, Kind.DRAFT, Kind.ROLLBACK)) {
            ReleaseRecord chosen = add(version(kind.ordinal()), false, null, List.of(), act(kind));
            add(version(8), false, null, List.of(), act(Kind.WATCHED));
            add(version(9), false, null, List.of(), act(Kind.START));
            assertThat(ledger().choice()).contains(chosen);
        }
    }

    @Test
    void ofALongDifferenceTheFirstLinesAreRecordedAndTheRestIsCounted() throws IOException {
        List<String> difference =
                IntStream.range(0, 1000).mapToObj(i -> "x".repeat(1000)).toList();

        List<String> recorded =
                add(version(1), false, null, difference, act(Kind.PUBLISH)).difference();

        assertThat(recorded).hasSize(41);
        assertThat(recorded.get(0)).hasSize(300).endsWith("x...");
        assertThat(recorded.get(40)).isEqualTo("and 960 more");
    }

    @Test
    void manyWhoRecordAtOnceMakeOneChain() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Callable<ReleaseRecord>> all = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                int number = i;
                all.add(() -> addInTheEnd(version(number)));
            }
            List<Long> numbers = new ArrayList<>();
            for (Future<ReleaseRecord> one : threads.invokeAll(all)) {
                numbers.add(one.get().number());
            }
            assertThat(numbers)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(1, 30).mapToObj(Long::valueOf).toList());
        } finally {
            threads.shutdownNow();
        }
        assertThat(ledger().verify().records()).isEqualTo(30);
        assertThat(fault()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 3})
    void whatWasDecidedOnAnotherRecordIsNotRecorded(long after) throws IOException {
        records(2);

        assertThatThrownBy(() -> ledger().add(after, version(3), false, null, List.of(), act(Kind.PUBLISH)))
                .isInstanceOf(SurpassedException.class)
                .hasMessage("release 2 made `" + version(2) + "` the active ruleset, which this was not checked on, so"
                        + " nothing has changed; look at it, and try again");
        assertThat(lines()).hasSize(2);
    }

    /** A log that takes another record right before or after it is read. */
    private Ledger overtaken(boolean before) {
        Store store = new Store(null, new DataFolder(folder));
        Log log = store.log("releases");
        return new Ledger(
                store,
                new Log() {
                    @Override
                    public long length() throws IOException {
                        return log.length();
                    }

                    @Override
                    public List<byte[]> read(long from) throws IOException {
                        if (before) {
                            records(1);
                        }
                        List<byte[]> lines = log.read(from);
                        if (!before) {
                            records(1);
                        }
                        return lines;
                    }

                    @Override
                    public long append(long expectedLength, byte[] entry) throws IOException {
                        return log.append(expectedLength, entry);
                    }
                },
                CLOCK);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aReleaseThatIsRecordedWhileOthersReadIsNoLoss(boolean before) throws IOException {
        assertThat(overtaken(before).verify().fault()).isEmpty();
        records(2);

        assertThat(overtaken(before).verify().fault()).isEmpty();
        assertThat(overtaken(before).records()).isNotEmpty();
        assertThatThrownBy(() ->
                        overtaken(before).add(ledger().length(), version(9), false, null, List.of(), act(Kind.PUBLISH)))
                .isInstanceOf(SurpassedException.class);
    }

    @ParameterizedTest
    @CsvSource({"1, CR 14321, CR 1432", "3, row 3, row 4", "5, J. Doe, J. Roe"})
    void aChangedRecordIsNamed(int number, String was, String is) throws IOException {
        records(5);
        List<String> lines = lines();
        lines.set(number - 1, lines.get(number - 1).replace(was, is));
        write(lines);

        assertThat(fault().orElseThrow().toString())
                .matches(
                        "record " + number
                                + " was changed: its content gives the hash `[0-9a-f]{12}\\.\\.\\.`, and it says `[0-9a-f]{12}\\.\\.\\.`");
    }

    @Test
    void aRecordThatWasWrittenAnewWithItsHashDoesNotFitTheNext() throws IOException {
        records(5);
        List<String> lines = lines();
        ReleaseRecord third = Canonical.read(lines.get(2).getBytes(StandardCharsets.UTF_8));
        lines.set(2, forged(third, "another"));
        write(lines);

        assertThat(fault().orElseThrow().number()).isEqualTo(4);
        assertThat(fault().orElseThrow().what())
                .startsWith("does not follow record 3: it was written after one with the hash ");
    }

    @Test
    void aLastRecordThatWasWrittenAnewIsTold() throws IOException {
        records(3);
        List<String> lines = lines();
        lines.set(2, forged(Canonical.read(lines.get(2).getBytes(StandardCharsets.UTF_8)), "another"));
        write(lines);

        assertThat(fault().orElseThrow().number()).isEqualTo(3);
        assertThat(fault().orElseThrow().what()).startsWith("was put in the place of another: its hash is ");
    }

    private static String forged(ReleaseRecord record, String difference) {
        return new String(
                Canonical.sealed(new ReleaseRecord(
                        record.number(),
                        record.at(),
                        record.version(),
                        record.packaged(),
                        record.before(),
                        List.of(difference),
                        record.act(),
                        record.previous(),
                        "")),
                StandardCharsets.UTF_8);
    }

    @Test
    void aHoleIsNamed() throws IOException {
        records(5);
        List<String> lines = lines();
        lines.remove(2);
        write(lines);

        assertThat(fault()).contains(new Fault(3, "is missing: record 4 stands in its place"));
    }

    @Test
    void aBeginThatIsCutOffIsNamed() throws IOException {
        records(3);
        write(lines().subList(1, 3));

        assertThat(fault()).contains(new Fault(1, "is missing: record 2 stands in its place"));
    }

    @Test
    void aRecordThatStandsTwiceIsNamed() throws IOException {
        records(3);
        List<String> lines = lines();
        lines.add(2, lines.get(1));
        write(lines);

        assertThat(fault()).contains(new Fault(3, "is not there: record 2 stands in its place once more"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4})
    void anEndThatIsCutOffIsNamedAndNotAddedTo(int left) throws IOException {
        records(5);
        write(lines().subList(0, left));

        assertThat(fault()).contains(new Fault(left + 1L, "is missing: the log ends before it, and had 5 records"));
        assertThatThrownBy(() -> records(1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("has lost what followed record " + left)
                .hasMessageContaining("backup");
        assertThatThrownBy(() -> ledger().records())
                .isInstanceOf(BrokenLedgerException.class)
                .hasMessageContaining("has lost what followed record " + left);
        assertThatThrownBy(() -> ledger().choice()).isInstanceOf(BrokenLedgerException.class);
        assertThat(lines()).hasSize(left);
    }

    @Test
    void aLastRecordThatIsTornIsAMissingOne() throws IOException {
        records(3);
        byte[] all = Files.readAllBytes(file());
        Files.write(file(), java.util.Arrays.copyOf(all, all.length - 10));

        assertThat(fault()).contains(new Fault(3, "is missing: the log ends before it, and had 3 records"));
    }

    @Test
    void whatIsNoRecordIsNamed() throws IOException {
        records(3);
        List<String> lines = lines();
        for (String no : List.of("", "{}", "[1]", "{", lines.get(1).replace("publish", "gossip"))) {
            lines.set(1, no);
            write(lines);
            assertThat(fault()).as(no).contains(new Fault(2, "is no record that can be read"));
            assertThatThrownBy(() -> ledger().records())
                    .hasMessage("record 2 of the releases cannot be read; `hearth tables log --verify` says more");
        }
    }

    @Test
    void anotherFormOfTheSameRecordIsNone() throws IOException {
        records(2);
        List<String> lines = lines();
        lines.set(1, lines.get(1).replaceFirst("\"alone\":true", "\"alone\": true"));
        write(lines);

        assertThat(fault()).contains(new Fault(2, "was changed: it is not written in the form of a record"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 x", "-1 x", "x y", "1", ""})
    void whatSaysNothingOfHowFarTheLogWentIsTold(String head) throws IOException {
        records(1);
        Files.writeString(folder.resolve("store/objects/ledger/head"), head);

        assertThatThrownBy(() -> ledger().verify())
                .isInstanceOf(BrokenLedgerException.class)
                .hasMessage("what says how far the record of releases went (`ledger/head`) cannot be read; put it back"
                        + " from a backup");
    }

    @Test
    void whereNothingSaysHowFarTheLogWentThatIsTold() throws IOException {
        records(2);
        Files.delete(folder.resolve("store/objects/ledger/head"));

        assertThat(fault()).contains(new Fault(2, "may not be the last: what says how far the log went is missing"));
    }

    /** A writer that is killed between its record and what says that it is the last one leaves a whole chain. */
    @Test
    void aHeadThatIsOneBehindIsNoFault() throws IOException {
        records(1);
        byte[] head = Files.readAllBytes(folder.resolve("store/objects/ledger/head"));
        records(2);
        Files.write(folder.resolve("store/objects/ledger/head"), head);

        assertThat(fault()).isEmpty();
        records(1);
        assertThat(fault()).isEmpty();
        assertThat(folder.resolve("store/objects/ledger/head")).content().startsWith("4 ");
    }

    @Test
    void namesAndReasonsAreOneLineOfPlainText() {
        assertThat(Who.told("  J.\n Doe ", " two\t lines ", ""))
                .isEqualTo(new Who("J. Doe", "two lines", null, null, true, false));
        assertThat(Who.told(null, " ", null))
                .isEqualTo(new Who("not told", "no reason given", null, null, true, false));
        assertThatThrownBy(() -> Who.told("x".repeat(81), null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("`by` has 81 characters; write at most 80");
        assertThatThrownBy(() -> Who.told("x", "y".repeat(501), null))
                .hasMessage("`reason` has 501 characters; write at most 500");
        assertThat(Who.told("\ud83d\ude00".repeat(80), null, null).author()).hasSize(160);
        for (String bad : List.of("a\u0000b", "a\u001b[31m", "a\ud800", "a\u202eb", "a\u200bb", "a\u2028b", "\ue000")) {
            assertThatThrownBy(() -> Who.told("x", bad, null))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("`reason` has a character that does not show; write plain text");
        }
    }
}
