package org.hearth.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.hearth.rules.Rulesets;
import org.hearth.tables.Edited;
import org.junit.jupiter.api.Test;

class TablesCheckTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    @Test
    void theShippedTablesAreSoundAndEveryExampleOfTheirsPasses() {
        List<Integer> ran = new ArrayList<>();
        TablesReport report = TablesCheck.of(Rulesets.files(), TODAY, (done, all) -> ran.add(all - done));
        assertThat(report.problems()).isEmpty();
        assertThat(report.warnings()).isEmpty();
        assertThat(report.failed()).isEmpty();
        assertThat(report.unreached()).isEmpty();
        assertThat(report.sound()).isTrue();
        assertThat(report.ruleset().orElseThrow().version())
                .isEqualTo(Rulesets.ruleset().version());
        assertThat(report.passed()).isEqualTo(ran.size()).isPositive();
        assertThat(ran).last().isEqualTo(0);
    }

    @Test
    void nothingIsCompiledOrRunWhileThereIsAProblem() {
        TablesReport report = TablesCheck.of(
                new Edited().set("modifiers.drl.xlsx", "C9", "GA ").files(), TODAY, (done, all) -> {
                    throw new AssertionError("an example ran");
                });
        assertThat(report.sound()).isFalse();
        assertThat(report.ruleset()).isEmpty();
        assertThat(report.passed()).isZero();
        assertThat(TablesReportJson.of(report).toString())
                .isEqualTo(
                        "{\"sound\":false,\"problems\":[{\"workbook\":\"modifiers.drl.xlsx\",\"sheet\":\"Rules\","
                                + "\"cell\":\"C9\",\"message\":\"the text starts or ends with a blank\",\"fix\":\"write `GA`\"}],"
                                + "\"warnings\":[],\"examples\":{\"run\":false,\"passed\":0,\"failed\":[],\"shared\":[],\"unreached\":[]}}");
    }

    @Test
    void aLineThatCannotBeReadIsAProblemAtItsCell() {
        Edited edited = new Edited().set("first-claims.drl.xlsx", "Examples", "C3", "2018-05-01 0420 97110 GP 2q");
        TablesReport report = TablesCheck.of(edited.files(), TODAY, (done, all) -> {
            throw new AssertionError("an example ran");
        });
        assertThat(report.problems())
                .extracting(Object::toString)
                .containsExactly(
                        "first-claims.drl.xlsx, sheet Examples, cell C3: `2q` has no known shape; write words such as"
                                + " 2018-05-01, 0420, 97110, GP, 2u, 30m and $60.00");
    }

    /** One build for all that can come of a sound set of workbooks: code in a text, among others, which stays text. */
    @Test
    void examplesTellWhatCameInsteadAndWhichRowTheyNeverReach() {
        String code = "\" + System.exit(1) + \"{typo}";
        Edited edited = new Edited()
                .set("modifiers.drl.xlsx", "J9", code)
                .set("first-claims.drl.xlsx", "Examples", "E2", "none")
                .set("first-claims.drl.xlsx", "Examples", "D3", "remarks: [")
                .change("modifiers.drl.xlsx", open -> {
                    XSSFSheet sheet = open.getSheet("Rules");
                    List<String> row =
                            List.of("GX GZ", "34X", "GX", "GZ", "any", "any", "open", "open", "HHT-320", "both", "x");
                    for (int column = 0; column < row.size(); column++) {
                        Edited.write(sheet, (char) ('A' + column) + "18", row.get(column));
                    }
                    Edited.write(sheet, "L18", "2026-11-23");
                });
        TablesReport report = TablesCheck.of(edited.files(), TODAY, (done, all) -> {});
        assertThat(report.problems()).isEmpty();
        assertThat(report.sound()).isFalse();
        assertThat(report.ruleset()).isPresent();
        assertThat(report.unreached())
                .extracting(row -> row.workbook() + " " + row.cell())
                .containsExactly("modifiers.drl.xlsx A18");
        assertThat(report.failed())
                .filteredOn(failed -> failed.example().where().startsWith("first-claims"))
                .extracting(failed -> failed.example().where() + ": " + String.join("; ", failed.instead()))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("first-claims.drl.xlsx, sheet Examples, cell A2: unexpected HHT-347"),
                        second -> assertThat(second)
                                .startsWith("first-claims.drl.xlsx, sheet Examples, cell A3: it cannot be run: this is"
                                        + " no YAML: "));
        assertThat(report.failed())
                .filteredOn(failed -> failed.example().ofPage())
                .isNotEmpty()
                .allSatisfy(failed -> assertThat(failed.instead())
                        .anyMatch(line -> line.contains("System.exit(1)"))
                        .contains("HHT-320 leaves {typo} open: nothing has that name"));
    }
}
