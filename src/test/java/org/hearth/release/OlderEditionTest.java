package org.hearth.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hearth.data.DataFolder;
import org.hearth.ledger.Act;
import org.hearth.ledger.Kind;
import org.hearth.ledger.Ledger;
import org.hearth.ledger.Who;
import org.hearth.release.ActiveRuleset.Loaded;
import org.hearth.rules.Rulesets;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.store.Store;
import org.hearth.tables.Edited;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program on the workbooks and kept rulesets of one before it, whose facts were others. */
class OlderEditionTest {

    private static final String SHIPPED = Rulesets.ruleset().version();
    private static final String WORKBOOK = EditedTables.WORKBOOK;
    private static final String RULES =
            "rules/facts-edition: these rules were made for edition 1 of the facts; this program"
                    + " has edition 2; take the rules that came with it and bring yours over";
    private static final String TABLE =
            WORKBOOK + ", sheet Notes, cell B5: these rows were made for edition 1 of the facts;"
                    + " this program has edition 2; take the shipped workbook and bring your rows over";

    @TempDir
    private Path root;

    private final ActiveRuleset active = new ActiveRuleset();
    private final List<String> log = new ArrayList<>();
    private RulesetStore store;

    @BeforeEach
    void folder() {
        store = new RulesetStore(new DataFolder(root.resolve("data")));
    }

    private RulesetKeeper keeper(Path tables) {
        return new RulesetKeeper(
                active,
                store,
                new Releases(store, new Ledger(new Store(null, new DataFolder(root.resolve("data"))))),
                new RulesetShelf(active, store),
                new RulesetSource(null, tables),
                log::add);
    }

    private String version() {
        return ((Loaded) active.state()).ruleset().version();
    }

    private static Edited old() {
        return new Edited()
                .set(WORKBOOK, "Notes", "A5", null)
                .set(WORKBOOK, "Notes", "B5", null)
                .set(WORKBOOK, "Rules", "B2", "org.hearth.therapy.DisciplineBilled");
    }

    /** What a program of the first edition kept: rules that state no edition, and such workbooks. */
    private String keepOld() throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>(old().files().files());
        files.remove("rules/facts-edition");
        RulesetFiles kept = new RulesetFiles("kept", files);
        String version = "2026-01-01+" + kept.hash();
        store.release(version, kept);
        return version;
    }

    @Test
    void aMountedFolderOfOldWorkbooksIsKeptOutByNameAndCellAndTheLastGoodOneGoesOn() throws IOException {
        Path tables = root.resolve("tables");
        EditedTables.copyTo(tables);
        RulesetKeeper keeper = keeper(tables);
        keeper.start();
        assertThat(version()).isEqualTo(SHIPPED);

        Files.write(tables.resolve(WORKBOOK), old().bytes(WORKBOOK));
        keeper.look();
        keeper.look();

        assertThat(version()).isEqualTo(SHIPPED);
        assertThat(active.refused().orElseThrow().problems()).containsExactly(TABLE);
        assertThat(log)
                .containsExactly(
                        "ruleset " + SHIPPED + ", facts edition 2, is active (packaged rules, " + tables + ")",
                        "a change cannot be used, and the last good ruleset stays active (facts edition 2):\n" + TABLE);
    }

    @Test
    void aChosenRulesetOfAnOlderProgramGivesWayToThePackagedOne() throws IOException {
        store.choose(keepOld());
        keeper(null).start();

        assertThat(version()).isEqualTo(SHIPPED);
        assertThat(active.refused().orElseThrow().problems()).containsExactly(TABLE, RULES);
    }

    @Test
    void aStartOnOldWorkbooksPassesOverKeptRulesetsThatAreAsOld() throws IOException {
        keepOld();
        Path tables = root.resolve("tables");
        EditedTables.copyTo(tables);
        Files.write(tables.resolve(WORKBOOK), old().bytes(WORKBOOK));
        keeper(tables).start();

        assertThat(active.state() instanceof ActiveRuleset.Unusable).isTrue();
        assertThat(((ActiveRuleset.Unusable) active.state()).problems()).containsExactly(TABLE);
        assertThat(log)
                .containsExactly(
                        "the ruleset cannot be used (facts edition 2), no claim is judged until there is a sound"
                                + " one:\n" + TABLE);
    }

    @Test
    void aKeptRulesetOfAnOlderProgramIsNotActivatedAndSaysWhy() throws IOException {
        String version = keepOld();
        RulesetKeeper keeper = keeper(null);
        keeper.start();

        RulesetKeeper.Activation activation =
                keeper.activate(version, Act.of(Kind.ACTIVATION, Who.told(null, null, null)));
        assertThat(((RulesetKeeper.Unusable) activation).problems()).containsExactly(TABLE, RULES);
        assertThat(version()).isEqualTo(SHIPPED);
    }

    @Test
    void aSentWorkbookOfAnOlderProgramIsNoCandidate() {
        TablesReport report = Candidates.check(
                RulesetFiles.packaged(),
                java.util.Map.of(WORKBOOK, old().bytes(WORKBOOK)),
                "sent",
                false,
                (ran, all) -> {});
        assertThat(report.problems()).extracting(Object::toString).containsExactly(TABLE);
        assertThat(report.ruleset()).isEmpty();
    }
}
