package org.hearth.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hearth.data.DataFolder;
import org.hearth.ledger.Act;
import org.hearth.ledger.BrokenLedgerException;
import org.hearth.ledger.Kind;
import org.hearth.ledger.Ledger;
import org.hearth.ledger.SurpassedException;
import org.hearth.ledger.Who;
import org.hearth.release.KeptRuleset.Standing;
import org.hearth.rules.Rulesets;
import org.hearth.ruleset.PackedRules;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.store.Objects;
import org.hearth.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesetStoreTest {

    @TempDir
    private Path root;

    private RulesetStore store;

    @BeforeEach
    void open() {
        store = new RulesetStore(new DataFolder(root.resolve("data")));
    }

    /** The file of a candidate. */
    private Path candidate(String version) {
        return root.resolve("data/rulesets/candidates/" + version + ".zip");
    }

    @Test
    void anEmptyStoreHasThePackagedRulesetAndWritesNothing() throws IOException {
        assertThat(store.list())
                .containsExactly(new KeptRuleset(PackedRules.version(), Standing.PACKAGED, null, "packaged", null));
        assertThat(store.files(PackedRules.version()).orElseThrow().hash())
                .isEqualTo(Rulesets.files().hash());
        assertThat(store.chosen()).isEmpty();
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void aCandidateIsKeptByteForByteAcrossProcesses() throws IOException {
        RulesetFiles files = files(1);
        String version = version(files);

        KeptRuleset kept = store.keep(version, files, null);

        open();
        assertThat(kept.standing()).isEqualTo(Standing.CANDIDATE);
        assertThat(store.list()).extracting(KeptRuleset::version).containsExactly(version, PackedRules.version());
        assertThat(store.find(version)).contains(kept);
        RulesetFiles read = store.files(version).orElseThrow();
        assertThat(read.from()).isEqualTo("posted");
        assertThat(read.files().keySet()).isEqualTo(files.files().keySet());
        assertThat(files.files())
                .allSatisfy((path, bytes) -> assertThat(read.files().get(path)).isEqualTo(bytes));
        assertThat(store.chosen()).isEmpty();
    }

    @Test
    void oneThatIsDamagedIsPassedOverAndNamed() throws IOException {
        RulesetFiles sound = files(1);
        RulesetFiles torn = files(2);
        store.keep(version(sound), sound, null);
        store.keep(version(torn), torn, null);
        assertThat(store.damaged()).isEmpty();
        Path file = candidate(version(torn));
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 20));

        assertThat(store.damaged()).containsExactly(version(torn));
        assertThat(store.list())
                .extracting(KeptRuleset::version)
                .containsExactly(version(sound), PackedRules.version());
    }

    @Test
    void aChosenCandidateIsReleasedAndAnEarlierOneCanBeChosenAgain() throws IOException {
        List<RulesetFiles> two = List.of(files(1), files(2));
        for (RulesetFiles files : two) {
            store.keep(version(files), files, null);
            assertThat(store.choose(version(files))).isTrue();
            assertThat(store.chosen()).contains(version(files));
        }
        assertThat(store.choose(version(two.get(0)))).isTrue();

        open();
        assertThat(store.chosen()).contains(version(two.get(0)));
        assertThat(store.find(version(two.get(1))).orElseThrow().standing()).isEqualTo(Standing.RELEASED);
        assertThat(store.everActive()).containsExactlyInAnyOrder(version(two.get(0)), version(two.get(1)));
        assertThat(store.choose(PackedRules.version())).isTrue();
        assertThat(store.chosen()).isEmpty();
    }

    @Test
    void whatIsNotKeptIsNotChosen() throws IOException {
        for (String version :
                List.of("2026-11-23+000000000000", "../../etc/passwd", "", "2026-11-23+3f2a9c1d77e0.zip")) {
            assertThat(store.choose(version)).as(version).isFalse();
            assertThat(store.find(version)).as(version).isEmpty();
            assertThat(store.files(version)).as(version).isEmpty();
        }
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void aTornOrForeignFileIsNoRuleset() throws IOException {
        RulesetFiles files = files(1);
        String version = version(files);
        store.keep(version, files, null);
        Path file = candidate(version);
        byte[] whole = Files.readAllBytes(file);

        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> store.files(version)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.choose(version)).isInstanceOf(IOException.class);
        assertThat(store.chosen()).isEmpty();

        Files.writeString(file, "no zip");
        Files.writeString(file.resolveSibling("notes.txt"), "mine");
        assertThat(store.list()).extracting(KeptRuleset::version).containsExactly(PackedRules.version());

        Files.write(file, KeptFile.write(files(2), Instant.now(), null));
        assertThatThrownBy(() -> store.files(version)).hasMessageContaining("is not as it was kept");
    }

    @Test
    void anInterruptedWriteLeavesNothingToBeTakenForARuleset() throws IOException {
        RulesetFiles files = files(1);
        store.keep(version(files), files, null);
        Path folder = root.resolve("data/rulesets/candidates");
        Path torn = Files.writeString(folder.resolve(".torn.part"), "half");
        Path abandoned = Files.writeString(folder.resolve(".abandoned.part"), "half");
        Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minusSeconds(7200)));

        assertThat(store.list()).hasSize(2);
        assertThat(torn).exists();
        assertThat(abandoned).doesNotExist();
    }

    @Test
    void theOldestCandidatesAreForgotten() throws IOException {
        for (int number = 0; number < 25; number++) {
            RulesetFiles files = files(number);
            store.keep(version(files), files, null);
            Path file = candidate(version(files));
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000L + 1000L * number));
        }
        // the last one kept still had the time of its writing, so it was the latest
        assertThat(store.list()).hasSize(21);
        assertThat(store.find(version(files(4)))).isEmpty();
        assertThat(store.find(version(files(5)))).isPresent();
    }

    @Test
    void whatIsKeptLastIsTheLatestThoughTheClockWasSetBack() throws IOException {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        for (int number = 0; number < 20; number++) {
            RulesetFiles files = files(number);
            store.keep(version(files), files, null);
            Path file = candidate(version(files));
            Files.setLastModifiedTime(file, FileTime.from(tomorrow.plusSeconds(number)));
        }
        RulesetFiles last = files(20);

        assertThat(store.keep(version(last), last, null).version()).isEqualTo(version(last));
        assertThat(store.find(version(files(0)))).isEmpty();
        assertThat(store.find(version(files(1)))).isPresent();

        List<RulesetFiles> released = List.of(files(3), files(2), files(1));
        for (RulesetFiles files : released) {
            store.choose(version(files));
            Path file = root.resolve("data/rulesets/released/" + version(files) + ".zip");
            Files.setLastModifiedTime(
                    file, FileTime.from(DataFolder.modified(file).toInstant().plusSeconds(60)));
        }
        assertThat(store.everActive()).containsExactly(version(files(1)), version(files(2)), version(files(3)));
        assertThat(store.list())
                .extracting(KeptRuleset::version)
                .containsSubsequence(version(files(1)), version(files(2)), version(files(3)));
    }

    @Test
    void theFolderIsForItsOwnerAlone() throws IOException {
        RulesetFiles files = files(1);
        store.keep(version(files), files, null);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("data/rulesets"))))
                .isEqualTo("rwx------");
    }

    /** The store takes what it is given; that it is sound is for others to see. */
    private static RulesetFiles files(int number) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("rules/modifiers/HHT-301-sample.drl", ("// " + number).getBytes(StandardCharsets.UTF_8));
        files.put("rules/modifiers/HHT-301-sample.md", "# a page".getBytes(StandardCharsets.UTF_8));
        files.put("decision-tables/codes/parameters.xlsx", new byte[] {1, 2, 3});
        return new RulesetFiles("posted", files);
    }

    private static String version(RulesetFiles files) {
        return "2026-11-23+" + files.hash();
    }

    @Test
    void howTheExamplesCameOutIsKeptWithIt() throws Exception {
        RulesetFiles files = files(1);
        store.keep(version(files), files, new Act.Examples(4700, 2));

        assertThat(store.find(version(files)).orElseThrow().examples()).isEqualTo(new Act.Examples(4700, 2));
        assertThat(store.find(version(files)).orElseThrow().from()).isEqualTo(files.from());
        assertThat(store.release(version(files), files).examples()).isEqualTo(new Act.Examples(4700, 2));
        assertThat(store.files(version(files)).orElseThrow().hash()).isEqualTo(files.hash());
    }

    @Test
    void whatIsSharedIsHadByAnotherMachine(@TempDir Path there) throws Exception {
        Objects shared = new Store(null, new DataFolder(there.resolve("shared"))).objects();
        RulesetStore one = new RulesetStore(new DataFolder(there.resolve("one")), shared);
        RulesetStore other = new RulesetStore(new DataFolder(there.resolve("other")), shared);
        RulesetFiles files = files(1);
        one.keep(version(files), files, null);
        assertThat(other.files(version(files))).isEmpty();
        assertThat(other.versions()).containsExactly(PackedRules.version());

        one.share(version(files));
        one.share(version(files));

        assertThat(other.versions()).containsExactlyInAnyOrder(PackedRules.version(), version(files));
        assertThat(other.list())
                .containsExactly(
                        new KeptRuleset(version(files), Standing.RELEASED, null, "released by another machine", null),
                        new KeptRuleset(PackedRules.version(), Standing.PACKAGED, null, "packaged", null));
        assertThat(one.list()).extracting(KeptRuleset::version).containsExactly(version(files), PackedRules.version());
        assertThat(other.files(version(files)).orElseThrow().hash()).isEqualTo(files.hash());
        assertThat(other.find(version(files)).orElseThrow().standing()).isEqualTo(Standing.RELEASED);
        assertThat(other.choose(version(files))).isTrue();
    }

    /** As in the data folder, and whatever is recorded stays recorded. */
    @Test
    void whatOthersAreLetHaveIsForgottenBeyondTheLatest(@TempDir Path there) throws IOException {
        try (Store kept = new Store(null, new DataFolder(there.resolve("shared")))) {
            RulesetStore one = new RulesetStore(new DataFolder(there.resolve("one")), kept.objects());
            Releases releases = new Releases(one, new Ledger(kept), 3);
            List<String> versions = new ArrayList<>();
            for (int number = 0; number < 5; number++) {
                RulesetFiles files = files(number);
                versions.add(one.keep(version(files), files, null).version());
                releases.choose(
                        version(files),
                        number,
                        null,
                        List.of(),
                        Act.of(Kind.PUBLISH, Who.told("J. Doe", "test", null)));
            }

            assertThat(kept.objects().keys("rulesets/"))
                    .containsExactlyInAnyOrderElementsOf(versions.subList(2, versions.size()).stream()
                            .map(version -> "rulesets/" + version + ".zip")
                            .toList());
            assertThat(releases.ledger().records()).hasSize(versions.size());
        }
    }

    /** Whoever sees what others released takes it for something that judged claims. */
    @Test
    void whatCannotBeRecordedOthersAreNotLetHave(@TempDir Path there) throws IOException {
        try (Store kept = new Store(null, new DataFolder(there.resolve("shared")))) {
            RulesetStore one = new RulesetStore(new DataFolder(there.resolve("one")), kept.objects());
            RulesetStore other = new RulesetStore(new DataFolder(there.resolve("other")), kept.objects());
            Releases releases = new Releases(one, new Ledger(kept));
            Act act = Act.of(Kind.PUBLISH, Who.told("J. Doe", "test", null));
            String recorded = one.keep(version(files(0)), files(0), null).version();
            String surpassed = one.keep(version(files(1)), files(1), null).version();
            releases.choose(recorded, 0, null, List.of(), act);

            for (String version : List.of(recorded, surpassed)) {
                assertThatThrownBy(() -> releases.choose(version, 7, null, List.of(), act))
                        .isInstanceOf(SurpassedException.class);
            }
            Path records = there.resolve("shared/store/releases.ndjson");
            byte[] whole = Files.readAllBytes(records);
            Files.delete(records);
            for (String version : List.of(recorded, surpassed)) {
                assertThatThrownBy(() -> releases.choose(version, 1, null, List.of(), act))
                        .isInstanceOf(BrokenLedgerException.class);
            }
            assertThatThrownBy(() -> releases.note(surpassed, false, before -> List.of(), act))
                    .isInstanceOf(BrokenLedgerException.class);

            assertThat(other.versions()).containsExactlyInAnyOrder(PackedRules.version(), recorded);
            Files.write(records, whole);
            assertThat(other.files(recorded)).isPresent();
            assertThat(other.files(surpassed)).isEmpty();
        }
    }

    /** Another machine records the same between the look at the record and the taking back. */
    @Test
    void whatAnotherRecordsWhileItIsTakenBackOthersHave(@TempDir Path there) throws IOException {
        try (Store kept = new Store(null, new DataFolder(there.resolve("shared")))) {
            RulesetStore others = new RulesetStore(new DataFolder(there.resolve("other")), kept.objects());
            Ledger ledger = new Ledger(kept);
            Act act = Act.of(Kind.PUBLISH, Who.told("J. Doe", "test", null));
            String version = version(files(0));
            ledger.add(0, version(files(1)), false, null, List.of(), act);
            Objects raced = beforeDeleting(
                    kept.objects(), shared(version), () -> ledger.add(1, version, false, null, List.of(), act));
            RulesetStore one = new RulesetStore(new DataFolder(there.resolve("one")), raced);
            one.keep(version, files(0), null);
            Releases releases = new Releases(one, ledger);

            assertThatThrownBy(() -> releases.choose(version, 7, null, List.of(), act))
                    .isInstanceOf(SurpassedException.class);

            assertThat(ledger.records()).hasSize(2);
            assertThat(others.files(version)).isPresent();
        }
    }

    private static String shared(String version) {
        return "rulesets/" + version + ".zip";
    }

    /** What another machine does. */
    private interface Another {
        void does() throws IOException;
    }

    /** Objects of which another machine does something just before one is deleted for the first time. */
    private static Objects beforeDeleting(Objects kept, String name, Another another) {
        boolean[] done = new boolean[1];
        return (Objects) Proxy.newProxyInstance(
                Objects.class.getClassLoader(), new Class<?>[] {Objects.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("delete") && arguments[0].equals(name) && !done[0]) {
                        done[0] = true;
                        another.does();
                    }
                    try {
                        return method.invoke(kept, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** Another machine goes back to a ruleset between the look at what is old and the forgetting of it. */
    @Test
    void whatSomebodyGoesBackToMeanwhileIsNotForgotten(@TempDir Path there) throws IOException {
        try (Store kept = new Store(null, new DataFolder(there.resolve("shared")))) {
            RulesetStore others = new RulesetStore(new DataFolder(there.resolve("other")), kept.objects());
            Ledger ledger = new Ledger(kept);
            Act act = Act.of(Kind.ROLLBACK, Who.told("J. Doe", "test", null));
            String oldest = shared(version(files(0)));
            boolean[] back = new boolean[1];
            Objects raced = beforeDeleting(kept.objects(), oldest, () -> {
                back[0] = true;
                ledger.add(ledger.records().size(), version(files(0)), false, null, List.of(), act);
            });
            RulesetStore one = new RulesetStore(new DataFolder(there.resolve("one")), raced);
            Releases releases = new Releases(one, ledger, 2);
            for (int number = 0; number < 3; number++) {
                RulesetFiles files = files(number);
                one.keep(version(files), files, null);
                releases.choose(version(files), number, null, List.of(), act);
            }

            assertThat(back[0]).isTrue();
            assertThat(kept.objects().keys("rulesets/")).contains(oldest);
            assertThat(others.files(version(files(0)))).isPresent();
        }
    }
}
