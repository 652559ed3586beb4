package org.hearth.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hearth.data.DataFolder;
import org.hearth.ledger.Act;
import org.hearth.ledger.BrokenLedgerException;
import org.hearth.ledger.Kind;
import org.hearth.ledger.Ledger;
import org.hearth.ledger.ReleaseRecord;
import org.hearth.ledger.SurpassedException;
import org.hearth.ledger.Who;
import org.hearth.release.ActiveRuleset.Loaded;
import org.hearth.release.ActiveRuleset.Refused;
import org.hearth.rules.Rulesets;
import org.hearth.ruleset.PackedRules;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.store.Store;
import org.hearth.store.UnusableStoreException;
import org.hearth.tables.codeset.CodeSetFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which ruleset is active, through changes good and bad, and from one start to the next. */
class RulesetKeeperTest {

    private static final String SHIPPED = Rulesets.ruleset().version();
    private static final String EDITED =
            SHIPPED.replaceFirst("\\+.*", "+" + EditedTables.rulesetWith("GO").hash());

    private static final List<String> DIFFERENCE = List.of(
            "discipline-requirements (discipline-requirements.drl.xlsx)",
            "changed discipline-requirements/PT: modifier GP -> GO");

    private static final Act ACTIVATION = Act.of(Kind.ACTIVATION, Who.told("J. Doe", "CR 14321", null));

    @TempDir
    private Path root;

    private Path tables;
    private RulesetStore store;
    private ActiveRuleset active;
    private final List<String> log = new ArrayList<>();

    @BeforeEach
    void folders() {
        tables = root.resolve("tables");
        restart();
    }

    @Test
    void aChangedCellIsActiveOnceItIsQuietAndTheOneBeforeIsKept() throws IOException {
        RulesetKeeper keeper = watching();
        assertThat(version()).isEqualTo(SHIPPED);

        put(EditedTables.WORKBOOK, EditedTables.workbookWith("GO"));
        keeper.look();
        assertThat(version()).as("it may still be written").isEqualTo(SHIPPED);
        keeper.look();
        assertThat(version()).isEqualTo(EDITED);
        assertThat(active.refused()).isEmpty();
        assertThat(store.everActive()).containsExactly(EDITED, SHIPPED);
    }

    @Test
    void anImportedCodeSetIsTakenAndATornOneKeptOut() throws IOException {
        RulesetKeeper keeper = watching();
        Files.createDirectories(tables.resolve("codes/sets"));

        put("codes/sets/icd10-2025-10-01.txt.gz", CodeSetFiles.icd10(20251001, "A000", "Z471"));
        looks(keeper);
        String imported = version();
        assertThat(imported).isNotEqualTo(SHIPPED);
        assertThat(((Loaded) active.state()).ruleset().codes().sets().all()).hasSize(1);
        assertThat(store.files(imported).orElseThrow().hash()).isEqualTo(imported.replaceFirst(".*\\+", ""));

        put("codes/sets/pdgm-2025-10-01.txt.gz", new byte[100]);
        looks(keeper);
        assertThat(version()).isEqualTo(imported);
        assertThat(active.refused().orElseThrow().problems())
                .singleElement()
                .asString()
                .startsWith("codes/sets/pdgm-2025-10-01.txt.gz: it is no whole .gz file");
    }

    @Test
    void aBadChangeKeepsTheLastGoodOneAndSaysWhyUntilItIsMended() throws IOException {
        RulesetKeeper keeper = watching();
        Instant before = Instant.now();

        put(EditedTables.WORKBOOK, EditedTables.badWorkbook());
        looks(keeper);
        Refused first = active.refused().orElseThrow();
        assertThat(version()).isEqualTo(SHIPPED);
        assertThat(first.from()).isEqualTo(tables.toString());
        assertThat(first.since()).isBetween(before, Instant.now());
        assertThat(first.problems())
                .singleElement()
                .asString()
                .startsWith(EditedTables.WORKBOOK + ", sheet Rules, cell " + EditedTables.BAD_CELL + ": ");

        byte[] half = Arrays.copyOf(EditedTables.workbookWith("GO"), 5_000);
        put(EditedTables.WORKBOOK, half);
        looks(keeper);
        assertThat(version()).isEqualTo(SHIPPED);
        assertThat(active.refused().orElseThrow().since()).isEqualTo(first.since());
        assertThat(active.refused().orElseThrow().problems())
                .singleElement()
                .asString()
                .startsWith(EditedTables.WORKBOOK);

        put(EditedTables.WORKBOOK, EditedTables.workbookWith("GO"));
        looks(keeper);
        assertThat(version()).isEqualTo(EDITED);
        assertThat(active.refused()).isEmpty();
    }

    @Test
    void aChangeThatFailsAnExampleOfItsWorkbookIsKeptOut() throws IOException {
        RulesetKeeper keeper = watching();
        String workbook = "unit-brackets.drl.xlsx";

        put(workbook, EditedTables.edit(EditedTables.shipped(workbook), "Examples", "E2", "HHT-999"));
        looks(keeper);

        assertThat(version()).isEqualTo(SHIPPED);
        assertThat(active.refused().orElseThrow().problems())
                .singleElement()
                .asString()
                .startsWith(workbook + ", sheet Examples, cell ");
    }

    /** Whoever activates a candidate has been told how its examples came out. */
    @Test
    void aCandidateWhoseExamplesFailCanBeActivated() throws IOException {
        RulesetFiles files = EditedTables.rulesetWith(
                EditedTables.edit(EditedTables.shipped(EditedTables.WORKBOOK), "Examples", "E2", "HHT-999"));
        String version = SHIPPED.replaceFirst("\\+.*", "+" + files.hash());
        store.keep(version, files, null);
        RulesetKeeper keeper = unwatched();
        keeper.start();

        keeper.activate(version, ACTIVATION);
        assertThat(version()).isEqualTo(version);
        restart();
        unwatched().start();
        assertThat(version()).isEqualTo(version);
    }

    @Test
    void aFolderThatVanishesAndReturnsChangesNothing() throws IOException {
        RulesetKeeper keeper = watching();
        Path away = root.resolve("away");

        Files.move(tables, away);
        looks(keeper);
        assertThat(version()).isEqualTo(SHIPPED);
        assertThat(active.refused().orElseThrow().problems())
                .containsExactly("there is no folder `" + tables + "`; name the folder that holds the workbooks");

        Files.move(away, tables);
        looks(keeper);
        assertThat(version()).isEqualTo(SHIPPED);
        assertThat(active.refused()).isEmpty();
    }

    @Test
    void whatASpreadsheetProgramLaysBesideAnOpenWorkbookIsNoChange() throws IOException {
        RulesetKeeper keeper = watching();
        RulesetSource source = new RulesetSource(null, tables);
        String stamp = source.stamp();

        put("~$" + EditedTables.WORKBOOK, new byte[10]);
        put(".~lock." + EditedTables.WORKBOOK + "#", new byte[10]);
        put("notes.txt", new byte[10]);
        looks(keeper);

        assertThat(source.stamp()).isEqualTo(stamp);
        assertThat(active.refused()).isEmpty();
    }

    /** Kubernetes writes the new files into a folder of their own, then swaps one link. */
    @Test
    void aMountedConfigMapIsTakenWhenItsLinkIsSwapped() throws IOException {
        Path first = root.resolve("tables/..first");
        EditedTables.copyTo(first);
        Path data = Files.createSymbolicLink(tables.resolve("..data"), Path.of("..first"));
        for (String name : List.of("codes", EditedTables.WORKBOOK)) {
            Files.createSymbolicLink(tables.resolve(name), Path.of("..data", name));
        }
        for (Path workbook : RulesetFiles.below(first)) {
            if (workbook.getNameCount() == 1 && !Files.exists(tables.resolve(workbook))) {
                Files.createSymbolicLink(
                        tables.resolve(workbook), Path.of("..data").resolve(workbook));
            }
        }
        RulesetKeeper keeper = keeper(new RulesetSource(null, tables));
        keeper.start();
        assertThat(version()).isEqualTo(SHIPPED);

        Path second = root.resolve("tables/..second");
        EditedTables.copyTo(second);
        Files.write(second.resolve(EditedTables.WORKBOOK), EditedTables.workbookWith("GO"));
        looks(keeper);
        assertThat(version()).as("not yet linked").isEqualTo(SHIPPED);
        Path link = Files.createSymbolicLink(tables.resolve("..data_tmp"), Path.of("..second"));
        Files.move(link, data, StandardCopyOption.ATOMIC_MOVE);
        looks(keeper);

        assertThat(version()).isEqualTo(EDITED);
    }

    @Test
    void aFolderThatIsBadAtTheStartGivesWayToTheLastGoodOne() throws IOException {
        watching();
        put(EditedTables.WORKBOOK, new byte[] {1});
        restart();

        RulesetKeeper keeper = keeper(new RulesetSource(null, tables));
        keeper.start();
        assertThat(version()).isEqualTo(SHIPPED);
        assertThat(active.refused().orElseThrow().problems())
                .singleElement()
                .asString()
                .contains("not a workbook that can be read");

        put(EditedTables.WORKBOOK, EditedTables.workbookWith("GO"));
        looks(keeper);
        assertThat(version()).isEqualTo(EDITED);
        assertThat(active.refused()).isEmpty();
    }

    @Test
    void aFolderThatIsBadAtTheFirstStartOfAllLeavesNothingToJudgeBy() throws IOException {
        Files.createDirectories(tables);
        RulesetKeeper keeper = keeper(new RulesetSource(null, tables));
        keeper.start();

        assertThat(active.state()).isInstanceOf(ActiveRuleset.Unusable.class);
        assertThat(log).singleElement().asString().startsWith("the ruleset cannot be used");

        EditedTables.copyTo(tables);
        looks(keeper);
        assertThat(version()).isEqualTo(SHIPPED);
    }

    @Test
    void whileAFolderIsWatchedNothingElseIsActivated() throws IOException {
        RulesetKeeper keeper = watching();
        store.keep(EDITED, EditedTables.rulesetWith("GO"), null);

        assertThat(keeper.activate(EDITED, ACTIVATION)).isEqualTo(new RulesetKeeper.Watched(tables.toString()));
        assertThat(version()).isEqualTo(SHIPPED);
    }

    @Test
    void whatIsActivatedStaysSoFromStartToStartAndCanBeTakenBack() throws IOException {
        RulesetKeeper keeper = unwatched();
        keeper.start();
        store.keep(EDITED, EditedTables.rulesetWith("GO"), null);

        assertThat(keeper.activate("2026-11-23+000000000000", ACTIVATION)).isEqualTo(new RulesetKeeper.Unknown());
        assertThat(keeper.activate(EDITED, ACTIVATION)).isInstanceOf(RulesetKeeper.Activated.class);
        assertThat(version()).isEqualTo(EDITED);

        restart();
        keeper = unwatched();
        keeper.start();
        assertThat(version()).isEqualTo(EDITED);

        assertThat(keeper.activate(PackedRules.version(), ACTIVATION)).isInstanceOf(RulesetKeeper.Activated.class);
        assertThat(version()).isEqualTo(SHIPPED);
        restart();
        unwatched().start();
        assertThat(version()).isEqualTo(SHIPPED);
    }

    @Test
    void whatAnotherProcessPublishesIsTaken() throws IOException {
        RulesetKeeper keeper = unwatched();
        keeper.start();
        RulesetStore other = new RulesetStore(new DataFolder(root.resolve("data")));
        other.keep(EDITED, EditedTables.rulesetWith("GO"), null);
        Releases others = new Releases(other, ledger());
        others.choose(EDITED, 1, SHIPPED, List.of("a row"), Act.of(Kind.PUBLISH, Who.told("A", "why", null)));

        looks(keeper);
        assertThat(version()).isEqualTo(EDITED);
        others.choose(PackedRules.version(), 2, EDITED, List.of(), Act.of(Kind.ROLLBACK, Who.told("B", "back", null)));
        looks(keeper);
        assertThat(version()).isEqualTo(SHIPPED);
        assertThat(recorded()).containsExactly("start " + SHIPPED, "publish " + EDITED, "rollback " + SHIPPED);
    }

    /** What was checked on one ruleset would undo another that was recorded meanwhile. */
    @Test
    void whatWasCheckedOnAnotherRulesetIsNotActivated() throws IOException {
        RulesetKeeper keeper = unwatched();
        keeper.start();
        String third = SHIPPED.replaceFirst(
                "\\+.*", "+" + EditedTables.rulesetWith("GN").hash());
        store.keep(third, EditedTables.rulesetWith("GN"), null);
        store.keep(EDITED, EditedTables.rulesetWith("GO"), null);
        new Releases(store, ledger()).choose(EDITED, 1, SHIPPED, List.of(), ACTIVATION);
        String surpassed =
                "release 2 made `" + EDITED + "` the active ruleset, which this was not checked on, so nothing"
                        + " has changed; look at it, and try again";

        // it is recorded, and not yet taken here
        assertThat(version()).isEqualTo(SHIPPED);
        for (String checkedOn : Arrays.asList(SHIPPED, EDITED, null)) {
            assertThatThrownBy(() -> keeper.activate(third, checkedOn, ACTIVATION))
                    .isInstanceOf(SurpassedException.class)
                    .hasMessage(surpassed);
        }
        assertThatThrownBy(() -> new Releases(store, ledger()).basis(SHIPPED)).hasMessage(surpassed);
        assertThatThrownBy(() -> new Releases(store, ledger()).choose(third, 1, SHIPPED, List.of(), ACTIVATION))
                .hasMessage(surpassed);
        looks(keeper);
        assertThat(version()).isEqualTo(EDITED);
        assertThatThrownBy(() -> keeper.activate(third, SHIPPED, ACTIVATION)).hasMessage(surpassed);
        assertThat(recorded()).containsExactly("start " + SHIPPED, "activation " + EDITED);

        assertThat(keeper.activate(third, EDITED, ACTIVATION)).isInstanceOf(RulesetKeeper.Activated.class);
        assertThat(ledger().last().orElseThrow().before()).isEqualTo(EDITED);
        assertThat(version()).isEqualTo(third);
    }

    /** Nothing is checked on the last good one while another was chosen, but there is a way back to what was before. */
    @Test
    void onTheLastGoodRulesetNothingIsPublishedAndOneCanGoBack() throws IOException {
        RulesetKeeper keeper = unwatched();
        keeper.start();
        store.keep(EDITED, EditedTables.rulesetWith("GO"), null);
        ledger().add(1, "2026-11-23+000000000000", false, SHIPPED, List.of(), ACTIVATION);
        looks(keeper);
        assertThat(active.refused()).isPresent();

        assertThatThrownBy(() -> keeper.activate(EDITED, SHIPPED, ACTIVATION)).isInstanceOf(SurpassedException.class);
        Act back = Act.of(Kind.ROLLBACK, Who.told("B", "back", null));
        assertThatThrownBy(() -> keeper.activate(EDITED, EDITED, back)).isInstanceOf(SurpassedException.class);
        assertThat(keeper.activate(EDITED, SHIPPED, back)).isInstanceOf(RulesetKeeper.Activated.class);
        assertThat(version()).isEqualTo(EDITED);
        assertThat(active.refused()).isEmpty();
        assertThat(ledger().last().orElseThrow().before()).isEqualTo(SHIPPED);
    }

    @Test
    void anUnusableRulesetIsNotActivated() throws IOException {
        RulesetKeeper keeper = unwatched();
        keeper.start();
        String bad = SHIPPED.replaceFirst(
                "\\+.*",
                "+" + EditedTables.rulesetWith(EditedTables.badWorkbook()).hash());
        store.keep(bad, EditedTables.rulesetWith(EditedTables.badWorkbook()), null);

        RulesetKeeper.Activation activation = keeper.activate(bad, ACTIVATION);
        assertThat(activation instanceof RulesetKeeper.Unusable).isTrue();
        assertThat(((RulesetKeeper.Unusable) activation).problems())
                .singleElement()
                .asString()
                .contains("cell " + EditedTables.BAD_CELL);
        assertThat(version()).isEqualTo(SHIPPED);
        assertThat(store.chosen()).isEmpty();
    }

    @Test
    void aChosenRulesetThatIsTornGivesWayToTheOneBefore() throws IOException {
        RulesetKeeper keeper = unwatched();
        keeper.start();
        store.keep(EDITED, EditedTables.rulesetWith("GO"), null);
        keeper.activate(EDITED, ACTIVATION);
        Files.write(root.resolve("data/rulesets/released/" + EDITED + ".zip"), new byte[100]);

        restart();
        unwatched().start();
        assertThat(version()).isEqualTo(SHIPPED);
        assertThat(active.refused().orElseThrow().problems())
                .singleElement()
                .asString()
                .contains(EDITED);
    }

    @Test
    void aDataFolderThatCannotBeWrittenKeepsNobodyFromJudging() throws IOException {
        Files.writeString(root.resolve("data"), "no folder");
        unwatched().start();

        assertThat(version()).isEqualTo(SHIPPED);
        assertThat(log).hasSize(3);
        assertThat(log.get(1)).contains("cannot be kept for later");
        assertThat(log.get(2))
                .startsWith("ruleset " + SHIPPED + " is active but cannot be recorded, and nothing can be published");
    }

    @Test
    void whateverBecomesActiveIsRecordedOnceWithWhatDiffers() throws IOException {
        RulesetKeeper keeper = watching();
        put(EditedTables.WORKBOOK, EditedTables.workbookWith("GO"));
        looks(keeper);
        restart();
        keeper(new RulesetSource(null, tables)).start();
        restart();
        unwatched().start();
        restart();
        unwatched().start();

        assertThat(recorded()).containsExactly("watched " + SHIPPED, "watched " + EDITED, "start " + SHIPPED);
        List<ReleaseRecord> records = ledger().records();
        assertThat(records.get(0).difference()).isEmpty();
        assertThat(records.get(0).before()).isNull();
        assertThat(records.get(1).before()).isEqualTo(SHIPPED);
        assertThat(records.get(1).act().who()).isEqualTo(Who.program("watched folder", "what is in `" + tables + "`"));
        assertThat(records.get(1).difference()).isEqualTo(DIFFERENCE);
        assertThat(records.get(2).act().who()).isEqualTo(Who.program("Hearth", "what came with the program"));
        assertThat(ledger().verify().fault()).isEmpty();
    }

    @Test
    void whoActivatedWhatAndHowItsExamplesCameOutIsRecorded() throws IOException {
        RulesetKeeper keeper = unwatched();
        keeper.start();
        store.keep(EDITED, EditedTables.rulesetWith("GO"), new Act.Examples(12, 3));

        RulesetKeeper.Activated activated = (RulesetKeeper.Activated) keeper.activate(EDITED, ACTIVATION);
        RulesetKeeper.Activated again = (RulesetKeeper.Activated) keeper.activate(EDITED, ACTIVATION);

        ReleaseRecord record = ledger().last().orElseThrow();
        assertThat(activated.record()).contains(record);
        assertThat(again.record()).isEmpty();
        assertThat(recorded()).containsExactly("start " + SHIPPED, "activation " + EDITED);
        assertThat(record.act()).isEqualTo(ACTIVATION.with(new Act.Examples(12, 3)));
        assertThat(record.before()).isEqualTo(SHIPPED);
        assertThat(record.difference()).isEqualTo(DIFFERENCE);
    }

    /** The record is the choice: what was begun is finished by whoever looks next. */
    @Test
    void whoIsKilledBetweenTheRecordAndTheSwitchHasSwitched() throws IOException {
        unwatched().start();
        store.keep(EDITED, EditedTables.rulesetWith("GO"), null);
        ledger().add(1, EDITED, false, SHIPPED, List.of(), ACTIVATION);
        assertThat(store.chosen()).isEmpty();

        restart();
        unwatched().start();

        assertThat(version()).isEqualTo(EDITED);
        assertThat(store.chosen()).contains(EDITED);
        assertThat(store.everActive()).first().isEqualTo(EDITED);
        assertThat(recorded()).containsExactly("start " + SHIPPED, "activation " + EDITED);
    }

    @Test
    void whatCannotBeRecordedIsNotActivatedAndClaimsAreJudgedAllTheSame() throws IOException {
        RulesetKeeper keeper = unwatched();
        keeper.start();
        store.keep(EDITED, EditedTables.rulesetWith("GO"), null);
        Path records = root.resolve("data/store/releases.ndjson");
        Files.delete(records);

        assertThatThrownBy(() -> keeper.activate(EDITED, ACTIVATION))
                .isInstanceOf(BrokenLedgerException.class)
                .hasMessageContaining("has lost what followed record 0");
        looks(keeper);
        assertThat(version()).isEqualTo(SHIPPED);
        assertThat(store.chosen()).isEmpty();

        Files.createDirectory(records);
        restart();
        RulesetKeeper another = unwatched();
        another.start();
        looks(another);
        assertThat(version()).isEqualTo(SHIPPED);
        assertThatThrownBy(() -> another.activate(EDITED, ACTIVATION)).isInstanceOf(UnusableStoreException.class);
        assertThat(version()).isEqualTo(SHIPPED);
        assertThat(log).filteredOn(line -> line.contains("cannot be recorded")).hasSize(1);
    }

    @Test
    void whatCouldNotBeRecordedIsRecordedOnceItCanBe() throws IOException {
        Path records = root.resolve("data/store/releases.ndjson");
        Files.createDirectories(records);
        RulesetKeeper keeper = unwatched();
        keeper.start();
        assertThat(version()).isEqualTo(SHIPPED);

        Files.delete(records);
        looks(keeper);
        assertThat(recorded()).containsExactly("start " + SHIPPED);
        assertThat(log).last().asString().isEqualTo("ruleset " + SHIPPED + " is recorded now");
    }

    @Test
    void whatWasChosenBeforeThereWasARecordStaysChosenAndIsRecorded() throws IOException {
        store.keep(EDITED, EditedTables.rulesetWith("GO"), null);
        store.choose(EDITED);

        unwatched().start();

        assertThat(version()).isEqualTo(EDITED);
        assertThat(recorded()).containsExactly("start " + EDITED);
        assertThat(ledger().last().orElseThrow().act().who().reason())
                .isEqualTo("what was chosen before releases were recorded");
    }

    /** Of two who share a record one cannot use the choice: each notes its own once, and neither answers the other. */
    @Test
    void twoWhoAreOfDifferentEditionsDoNotRecordInTurn() throws IOException {
        unwatched().start();
        store.keep(EDITED, EditedTables.rulesetWith("GO"), null);
        RulesetKeeper able = unwatched();
        able.start();
        ActiveRuleset otherActive = new ActiveRuleset();
        RulesetStore otherStore = new RulesetStore(new DataFolder(root.resolve("other")));
        RulesetKeeper unable = new RulesetKeeper(
                otherActive,
                otherStore,
                new Releases(otherStore, ledger()),
                new RulesetShelf(otherActive, otherStore),
                new RulesetSource(null, null),
                line -> {});
        unable.start();
        able.activate(EDITED, ACTIVATION);
        for (int i = 0; i < 4; i++) {
            looks(able);
            looks(unable);
        }
        assertThat(otherActive.refused()).isPresent();
        assertThat(recorded()).containsExactly("start " + SHIPPED, "activation " + EDITED);

        unable.start();
        for (int i = 0; i < 4; i++) {
            looks(able);
            looks(unable);
        }
        assertThat(recorded()).containsExactly("start " + SHIPPED, "activation " + EDITED, "start " + SHIPPED);
        assertThat(version()).isEqualTo(EDITED);
    }

    @Test
    void whoFollowsSlowlyDoesNotRecordWhatWasChosenBefore() throws IOException {
        unwatched().start();
        store.keep(EDITED, EditedTables.rulesetWith("GO"), null);
        Releases releases = new Releases(store, ledger());
        releases.choose(EDITED, 1, SHIPPED, List.of(), ACTIVATION);
        releases.choose(SHIPPED, 2, EDITED, List.of(), ACTIVATION);

        releases.note(EDITED, true, before -> List.of(), Act.of(Kind.START, Who.program("Hearth", "slow")));

        assertThat(recorded()).containsExactly("start " + SHIPPED, "activation " + EDITED, "activation " + SHIPPED);
    }

    /** Yesterday's record from a backup is no rollback. */
    @Test
    void aRecordThatLostItsEndTakesNothingBack() throws IOException {
        RulesetKeeper keeper = unwatched();
        keeper.start();
        Path records = root.resolve("data/store/releases.ndjson");
        byte[] yesterday = Files.readAllBytes(records);
        store.keep(EDITED, EditedTables.rulesetWith("GO"), null);
        keeper.activate(EDITED, ACTIVATION);
        byte[] today = Files.readAllBytes(records);
        looks(keeper);
        log.clear();

        Files.write(records, yesterday);
        looks(keeper);
        looks(keeper);
        assertThat(version()).isEqualTo(EDITED);
        assertThat(store.chosen()).contains(EDITED);
        assertThat(log).singleElement().asString().contains("has lost what followed record 1");
        restart();
        RulesetKeeper another = unwatched();
        another.start();
        assertThat(version()).isEqualTo(EDITED);

        Files.write(records, today);
        looks(another);
        assertThat(version()).isEqualTo(EDITED);
        assertThat(recorded()).containsExactly("start " + SHIPPED, "activation " + EDITED);
    }

    @Test
    void whatCannotBeFetchedNowIsTriedAgain() throws IOException {
        RulesetKeeper keeper = unwatched();
        keeper.start();
        store.keep(EDITED, EditedTables.rulesetWith("GO"), null);
        Path kept = root.resolve("data/rulesets/candidates/" + EDITED + ".zip");
        byte[] whole = Files.readAllBytes(kept);
        Files.write(kept, new byte[100]);
        ledger().add(1, EDITED, false, SHIPPED, List.of(), ACTIVATION);
        log.clear();
        looks(keeper);
        looks(keeper);
        assertThat(version()).isEqualTo(SHIPPED);
        assertThat(log).singleElement().asString().contains("the chosen ruleset `" + EDITED + "` cannot be read: ");

        Files.write(kept, whole);
        looks(keeper);
        assertThat(version()).isEqualTo(EDITED);
        assertThat(active.refused()).isEmpty();
    }

    @Test
    void whatNobodyChoseIsSharedToo() throws IOException {
        store = new RulesetStore(
                new DataFolder(root.resolve("data")),
                new Store(null, new DataFolder(root.resolve("shared"))).objects());
        watching();

        RulesetStore other = new RulesetStore(
                new DataFolder(root.resolve("other")),
                new Store(null, new DataFolder(root.resolve("shared"))).objects());
        assertThat(new Store(null, new DataFolder(root.resolve("shared")))
                        .objects()
                        .keys("rulesets/"))
                .containsExactly("rulesets/" + SHIPPED + ".zip");
        assertThat(other.list()).extracting(KeptRuleset::version).containsExactly(SHIPPED);
    }

    @Test
    void whoIsNewAndCannotReadWhatOthersChoseJudgesNothingUntilItCan() throws IOException {
        Store shared = new Store(null, new DataFolder(root.resolve("shared")));
        store = new RulesetStore(new DataFolder(root.resolve("other")), shared.objects());
        store.keep(EDITED, EditedTables.rulesetWith("GO"), null);
        store.share(EDITED);
        ledger().add(0, EDITED, false, SHIPPED, List.of(), ACTIVATION);
        Path records = root.resolve("data/store/releases.ndjson");
        byte[] whole = Files.readAllBytes(records);
        Files.write(records, "damaged\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        store = new RulesetStore(new DataFolder(root.resolve("new")), shared.objects());
        RulesetKeeper keeper = unwatched();
        keeper.start();
        assertThat(active.state())
                .isInstanceOfSatisfying(ActiveRuleset.Unusable.class, state -> assertThat(state.problems())
                        .singleElement()
                        .asString()
                        .startsWith("what was chosen cannot be read: record 1 of the releases cannot be read"));

        Files.write(records, whole);
        looks(keeper);
        looks(keeper);
        assertThat(version()).isEqualTo(EDITED);

        Files.write(records, "damaged\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        active = new ActiveRuleset();
        keeper = unwatched();
        keeper.start();
        assertThat(version()).as("whoever has judged before goes on").isEqualTo(EDITED);
    }

    private Ledger ledger() {
        return new Ledger(new Store(null, new DataFolder(root.resolve("data"))));
    }

    private List<String> recorded() throws IOException {
        return ledger().records().stream()
                .map(record -> record.act().kind() + " " + record.version())
                .toList();
    }

    private void restart() {
        store = new RulesetStore(new DataFolder(root.resolve("data")));
        active = new ActiveRuleset();
        log.clear();
    }

    private RulesetKeeper watching() throws IOException {
        EditedTables.copyTo(tables);
        RulesetKeeper keeper = keeper(new RulesetSource(null, tables));
        keeper.start();
        return keeper;
    }

    private RulesetKeeper unwatched() {
        return keeper(new RulesetSource(null, null));
    }

    private RulesetKeeper keeper(RulesetSource source) {
        return new RulesetKeeper(
                active, store, new Releases(store, ledger()), new RulesetShelf(active, store), source, log::add);
    }

    private static void looks(RulesetKeeper keeper) {
        keeper.look();
        keeper.look();
    }

    private void put(String name, byte[] content) throws IOException {
        Files.write(tables.resolve(name), content);
    }

    private String version() {
        return ((Loaded) active.state()).ruleset().version();
    }
}
