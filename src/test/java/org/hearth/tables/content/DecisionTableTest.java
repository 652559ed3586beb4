package org.hearth.tables.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.TableProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DecisionTableTest {

    private static final String FILE = "sample.drl.xlsx";

    private static DecisionTable sample() {
        return DecisionTable.read(FILE, Workbooks.decisionTable(Workbooks.RULES, Workbooks.NOTES));
    }

    private static List<TableProblem> problemsOf(byte[] workbook) {
        return catchThrowableOfType(InvalidTablesException.class, () -> DecisionTable.read(FILE, workbook))
                .problems();
    }

    @Test
    void everyRowIsARuleNamedAfterTableAndKey() {
        assertThat(sample().toDrl())
                .contains("package org.hearth.tables.sample;")
                .contains("global org.hearth.finding.Findings findings;")
                .contains("rule \"sample/PT\"")
                .contains("$line : Line(family == \"042\", (hcpcs == \"97110\" || hcpcs == \"97112\"), on >= 20180101)")
                .contains("findings.report(\"HHT-301\", $line);");
    }

    private static String condition(String snippet, String codes) {
        Object[][] rules = new Object[Workbooks.RULES.length][];
        for (int row = 0; row < rules.length; row++) {
            rules[row] = Workbooks.RULES[row].clone();
        }
        rules[6][2] = snippet;
        rules[8][2] = codes;
        return DecisionTable.read(FILE, Workbooks.decisionTable(rules, Workbooks.NOTES))
                .toDrl()
                .lines()
                .filter(line -> line.contains("042"))
                .findFirst()
                .orElseThrow()
                .strip();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "hcpcs in ($param) ; 97110 ; hcpcs == \"97110\"",
                "hcpcs in ( $param ) ; 97110, 97112 ; (hcpcs == \"97110\" || hcpcs == \"97112\")",
                "bill.frequency in ($param) ; 97110 ; bill.frequency == \"97110\"",
                "hcpcs not in ($param) ; 97110 ; hcpcs not in (\"97110\")",
                "hcpcsAt(1) in ($param) ; 97110 ; hcpcsAt(1) in (\"97110\")",
            })
    void fewCodesAreAskedAsEqualities(String snippet, String codes, String asked) {
        assertThat(condition(snippet, codes))
                .isEqualTo("$line : Line(family == \"042\", " + asked + ", on >= 20180101)");
    }

    @Test
    void manyCodesAreAskedTogether() {
        String eight = "97110, 97112, 97116, 97140, 97530, 97535, 97032, 97033";
        assertThat(condition("hcpcs in ($param)", eight)).contains("|| hcpcs == \"97033\")");
        assertThat(condition("hcpcs in ($param)", eight + ", 97034")).contains("hcpcs in (\"97110\"");
    }

    @Test
    void anyAndOpenLeaveTheConditionOut() {
        assertThat(sample().toDrl()).contains("rule \"sample/OT\"").contains("$line : Line(family == \"043\")");
    }

    @Test
    void sourcesStayOutOfTheRules() {
        assertThat(sample().toDrl()).doesNotContain("Pub. 100-04");
    }

    @Test
    void aRowKnowsItsCell() {
        assertThat(sample().rows())
                .extracting(row -> row.key() + " " + row.reference().cell())
                .containsExactly("PT A9", "OT A10");
    }

    static Stream<Arguments> badCells() {
        return Stream.of(
                Arguments.of(8, 1, null, "B9", "the cell is blank"),
                Arguments.of(8, 1, 42, "B9", "`42` was stored as a number"),
                Arguments.of(8, 1, "042 ", "B9", "the text starts or ends with a blank"),
                Arguments.of(8, 1, "\u201c042\u201d", "B9", "`\u201c042\u201d` has curly quotes"),
                Arguments.of(8, 2, "97110; 97112", "C9", "`97110; 97112` is not a code"),
                Arguments.of(8, 3, "1-Jan-2018", "D9", "`1-Jan-2018` is not a date"),
                Arguments.of(8, 3, null, "D9", "the cell is blank"),
                Arguments.of(8, 4, "HHT-30", "E9", "`HHT-30` cannot stand here"),
                Arguments.of(8, 5, null, "F9", "the cell is blank"),
                Arguments.of(8, 1, new Workbooks.Formula("1/0"), "B9", "the cell holds the formula `=1/0`"),
                Arguments.of(9, 0, "PT", "A10", "`PT` also names the row at A9"),
                Arguments.of(4, 1, "CONDITON", "B5", "`CONDITON` is no kind of column"),
                Arguments.of(7, 1, "famly", "B8", "the column `famly` is not described in the sheet Notes"));
    }

    @ParameterizedTest
    @MethodSource("badCells")
    void aBadCellIsNamedWithWhatToWrite(int row, int column, Object value, String cell, String message) {
        assertThat(problemsOf(Workbooks.rulesWith(row, column, value))).anySatisfy(problem -> {
            assertThat(problem.workbook()).isEqualTo(FILE);
            assertThat(problem.sheet()).isEqualTo("Rules");
            assertThat(problem.cell()).isEqualTo(cell);
            assertThat(problem.message()).isEqualTo(message);
            assertThat(problem.fix()).isNotBlank();
        });
    }

    static Stream<String> hostile() {
        return Stream.of(
                "\"); System.exit(1); //",
                "042\") || eval(true",
                "042\\u0022); System.exit(1); //",
                "$param",
                "${jndi}",
                "042\n) then System.exit(1); end");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aCellNeverBecomesCode(String cell) {
        for (int column = 0; column < 5; column++) {
            assertThat(problemsOf(Workbooks.rulesWith(8, column, cell))).isNotEmpty();
        }
    }

    @Test
    void allProblemsAreToldAtOnce() {
        Object[][] rules = Workbooks.RULES.clone();
        rules[8] = new Object[] {"PT", null, "?", "never", "HHT", null};
        assertThat(problemsOf(Workbooks.decisionTable(rules, Workbooks.NOTES)))
                .extracting(TableProblem::cell)
                .containsExactly("B9", "C9", "D9", "E9", "F9");
    }

    @Test
    void aBlankRowInsideTheTableLosesNothingSilently() {
        Object[][] rules = Workbooks.RULES.clone();
        rules[8] = new Object[] {};
        assertThat(problemsOf(Workbooks.decisionTable(rules, Workbooks.NOTES)))
                .extracting(TableProblem::message)
                .containsExactly("a blank row stands inside the table");
    }

    @Test
    void whatIsNoWorkbookIsSaidToBeNone() {
        assertThat(problemsOf("no workbook".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .extracting(TableProblem::message)
                .containsExactly("this is not a workbook that can be read");
    }
}
