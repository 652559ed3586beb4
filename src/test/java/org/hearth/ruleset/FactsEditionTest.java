package org.hearth.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hearth.facts.FactsEdition;
import org.hearth.tables.Edited;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.TableFolder;
import org.hearth.tables.difference.Difference;
import org.hearth.tables.difference.TablesDiff;
import org.hearth.tables.difference.TechnicalLayout;
import org.hearth.tables.workbook.TableProblem;
import org.junit.jupiter.api.Test;

/** What was made for other facts is refused by the edition of these, in one line, and not by the names that it lacks. */
class FactsEditionTest {

    private static final String FILE = "unit-brackets.drl.xlsx";
    private static final String RULES = "rules/facts-edition";

    /** The workbook as a program before this one shipped it. */
    private static Edited first() {
        return new Edited()
                .set(FILE, "Notes", "A5", null)
                .set(FILE, "Notes", "B5", null)
                .set(FILE, "Rules", "B2", "org.hearth.therapy.TimedMinutes")
                .set(FILE, "Rules", "C9", "eight");
    }

    private static List<String> told(RulesetFiles files) {
        return RulesetCompiler.problems(files).stream()
                .map(TableProblem::toString)
                .toList();
    }

    private static RulesetFiles rules(String edition) {
        SortedMap<String, byte[]> files = new TreeMap<>(new Edited().files().files());
        if (edition == null) {
            files.remove(RULES);
        } else {
            files.put(RULES, edition.getBytes(StandardCharsets.UTF_8));
        }
        return new RulesetFiles("rules", files);
    }

    @Test
    void everythingShippedIsMadeForTheFactsOfItsProgram() {
        RulesetFiles packaged = RulesetFiles.packaged();
        assertThat(new String(packaged.files().get(RULES), StandardCharsets.UTF_8))
                .isEqualTo(FactsEdition.CURRENT + "\n");
        for (String path : packaged.ending(".drl.xlsx")) {
            DecisionTable table = DecisionTable.read(path, packaged.files().get(path));
            assertThat(table.factsEdition()).as(path).isEqualTo(FactsEdition.CURRENT);
        }
    }

    @Test
    void aWorkbookThatStatesNoEditionIsOfTheFirstWhateverElseIsWrongWithIt() {
        assertThat(told(first().files()))
                .containsExactly(FILE + ", sheet Notes, cell B5: these rows were made for edition 1 of the facts; this"
                        + " program has edition 2; take the shipped workbook and bring your rows over");
    }

    @Test
    void theSourcesOfTheProgramAreHeldToItToo() {
        assertThat(told(new RulesetFiles("sources", first().files().files(), true)))
                .singleElement()
                .asString()
                .startsWith(FILE + ", sheet Notes, cell B5: ");
    }

    @Test
    void aWorkbookOfALaterEditionIsRefusedByItsNumber() {
        assertThat(told(new Edited().set(FILE, "Notes", "B5", "3").files()))
                .singleElement()
                .asString()
                .contains("made for edition 3 of the facts; this program has edition 2");
    }

    @Test
    void whatIsNoEditionIsToldByItsCell() {
        for (String edition : new String[] {"two", "0", "-1", "2.0"}) {
            assertThat(told(new Edited().set(FILE, "Notes", "B5", edition).files()))
                    .containsExactly(
                            FILE + ", sheet Notes, cell B5: `" + edition + "` is no edition of the facts; write 2"
                                    + " if the hidden rows were made for this program, or bring the line back from the shipped"
                                    + " workbook");
        }
        assertThat(told(new Edited().set(FILE, "Notes", "B5", 2).files())).isEmpty();
    }

    @Test
    void rulesOfAnotherEditionAreRefusedByTheirFile() {
        assertThat(told(rules(null)))
                .containsExactly(
                        RULES + ": these rules were made for edition 1 of the facts; this program has edition 2;"
                                + " take the rules that came with it and bring yours over");
        assertThat(told(rules("7\n"))).singleElement().asString().contains("made for edition 7 of the facts");
        assertThat(told(rules("two")))
                .singleElement()
                .asString()
                .startsWith(RULES + ": `two` is no edition of the facts");
        assertThat(told(rules(" 2 \r\n"))).isEmpty();
    }

    @Test
    void whatARulesetWasMadeForIsPartOfItsVersion() {
        assertThat(rules("3").hash()).isNotEqualTo(rules("2\n").hash());
    }

    @Test
    void aSentWorkbookIsToldItsEditionAndNotEachRowThatDiffers() {
        assertThat(TechnicalLayout.differences(
                        DecisionTable.read(
                                FILE, first().set(FILE, "Rules", "C9", 8).bytes(FILE)),
                        DecisionTable.read(FILE, new Edited().bytes(FILE))))
                .singleElement()
                .extracting(TableProblem::message)
                .isEqualTo("these rows were made for edition 1 of the facts; this program has edition 2");
    }

    @Test
    void twoEditionsCanBeCompared() {
        SortedMap<String, byte[]> old = new TreeMap<>();
        old.put(FILE, first().set(FILE, "Rules", "C9", 8).bytes(FILE));
        SortedMap<String, byte[]> now = new TreeMap<>();
        now.put(FILE, new Edited().bytes(FILE));
        assertThat(TablesDiff.between(TableFolder.read(old), TableFolder.read(now))
                        .tables())
                .singleElement()
                .satisfies(table -> assertThat(table.differences())
                        .contains(new Difference(
                                Difference.Part.NOTE,
                                Difference.Kind.CHANGED,
                                "facts edition",
                                null,
                                List.of(new Difference.Value("text", "1", "2")))));
    }
}
