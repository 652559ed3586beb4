package org.hearth.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hearth.ruleset.CheckedTables;
import org.hearth.ruleset.KnownTables;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.Edited;
import org.hearth.tables.workbook.TableProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Mistakes that people make in a spreadsheet program, each told where it is and with what to write, and nothing else told
 * beside it.
 */
class SeededMistakesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final String AMOUNTS = "codes/therapy-amounts.xlsx";
    private static final String BRACKETS = "unit-brackets.drl.xlsx";
    private static final String THERAPY = "codes/therapy-codes.xlsx";
    private static final String VISITS = "codes/visit-codes.xlsx";
    private static final String PARAMETERS = "codes/parameters.xlsx";
    private static final String REVENUE = "codes/revenue-codes.xlsx";
    private static final String MODIFIERS = "modifiers.drl.xlsx";
    private static final String FIRST = "first-claims.drl.xlsx";

    /** Knows whatever the mistakes before left. */
    private static final KnownTables REMEMBERED = new KnownTables();

    /** What is told of a set of workbooks before any example is run: problems, then warnings. */
    private static List<String> told(RulesetFiles files, KnownTables known) {
        CheckedTables tables = CheckedTables.of(files, TODAY, known);
        List<TableProblem> problems = new ArrayList<>(tables.problems());
        problems.addAll(ExampleCells.problems(tables.tables()));
        problems.addAll(FewerExamples.problems(RulesetFiles.packaged(), files));
        List<String> told =
                new ArrayList<>(problems.stream().map(TableProblem::toString).toList());
        tables.warnings().forEach(warning -> told.add("warning: " + warning));
        return told;
    }

    private static UnaryOperator<Edited> set(String workbook, String cell, Object value) {
        return edited -> edited.set(workbook, cell, value);
    }

    private static UnaryOperator<Edited> sheet(String workbook, String name, Consumer<XSSFSheet> change) {
        return edited -> edited.change(workbook, open -> change.accept(open.getSheet(name)));
    }

    private static UnaryOperator<Edited> book(String workbook, Consumer<XSSFWorkbook> change) {
        return edited -> edited.change(workbook, change);
    }

    private static void format(XSSFSheet sheet, int row, int column, String format, double value) {
        CellStyle style = sheet.getWorkbook().createCellStyle();
        style.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat(format));
        sheet.getRow(row).createCell(column).setCellValue(value);
        sheet.getRow(row).getCell(column).setCellStyle(style);
    }

    private static String calledOtherwise(String workbook, String cell, String name, String code) {
        return workbook + ", sheet Rows, cell " + cell + ": the row is called `" + name + "`, and its code is `" + code
                + "`; write the code that the row is called by; a row of another code is called by that one, with a word"
                + " behind it if the code has several rows";
    }

    private static Arguments mistake(String what, UnaryOperator<Edited> made, String... told) {
        return Arguments.of(what, made, List.of(told));
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(
                        "a minute lost between two brackets",
                        set(BRACKETS, "D9", 21),
                        "unit-brackets.drl.xlsx, sheet Rules, cells D9, C10: no row holds for unit minutes 15, minutes 22;"
                                + " write 22 into D9, or 22 into C10, or let another row hold for it"),
                mistake(
                        "a bracket with minutes below 0",
                        set(BRACKETS, "C9", -1),
                        "unit-brackets.drl.xlsx, sheet Rules, cell C9: `-1` makes no sense as `from minutes`; write a number"
                                + " of 0 to 1440, as the sheet Notes has it"),
                mistake(
                        "a bracket with units below 0",
                        set(BRACKETS, "G9", -1),
                        "unit-brackets.drl.xlsx, sheet Rules, cell G9: `-1` makes no sense as `units`; write a number of 0"
                                + " to 96, as the sheet Notes has it"),
                mistake(
                        "a yearly amount cut short",
                        set(AMOUNTS, "C17", 24),
                        "codes/therapy-amounts.xlsx, sheet Rows, cell C17: `24` makes no sense as `amount`; write a number of"
                                + " 1000 to 9999, as the sheet Notes has it"),
                mistake(
                        "a yearly amount ten times too high",
                        set(AMOUNTS, "C17", 24_800),
                        "codes/therapy-amounts.xlsx, sheet Rows, cell C17: `24800` makes no sense as `amount`; write a number"
                                + " of 1000 to 9999, as the sheet Notes has it"),
                mistake(
                        "a yearly amount below 0",
                        set(AMOUNTS, "C17", -2_480),
                        "codes/therapy-amounts.xlsx, sheet Rows, cell C17: `-2480` makes no sense as `amount`; write a number"
                                + " of 1000 to 9999, as the sheet Notes has it"),
                mistake(
                        "two digits of a yearly amount exchanged",
                        set(AMOUNTS, "C17", 4_280),
                        "warning: codes/therapy-amounts.xlsx, sheet Rows, cell C17: `amount` is `4280`, and `2410` in the row"
                                + " before it, `amount PT_SLP 2025` at C16, 78 % more; compare both with their sources; if"
                                + " they are right, leave them"),
                mistake(
                        "a code without its zero",
                        set(REVENUE, "B24", "420"),
                        calledOtherwise(REVENUE, "B24", "0420", "420")),
                mistake(
                        "a code dragged down as a series",
                        sheet(THERAPY, "Rows", sheet -> {
                            for (int row = 20; row < 23; row++) {
                                sheet.getRow(row).getCell(1).setBlank();
                                sheet.getRow(row).getCell(1).setCellValue(String.valueOf(97_200 + row));
                            }
                        }),
                        calledOtherwise(THERAPY, "B21", "97124", "97220"),
                        calledOtherwise(THERAPY, "B22", "97129", "97221"),
                        calledOtherwise(THERAPY, "B23", "97130", "97222")),
                mistake(
                        "one column sorted by itself",
                        sheet(VISITS, "Rows", sheet -> {
                            String first = sheet.getRow(1).getCell(1).getStringCellValue();
                            String last = sheet.getRow(2).getCell(1).getStringCellValue();
                            sheet.getRow(1).getCell(1).setBlank();
                            sheet.getRow(1).getCell(1).setCellValue(last);
                            sheet.getRow(2).getCell(1).setBlank();
                            sheet.getRow(2).getCell(1).setCellValue(first);
                        }),
                        calledOtherwise(VISITS, "B2", "G0151", "G0152"),
                        calledOtherwise(VISITS, "B3", "G0152", "G0151")),
                mistake(
                        "the day of the check emptied",
                        set(MODIFIERS, "L9", null),
                        "modifiers.drl.xlsx, sheet Rules, cell L9: the cell is blank; write the day on which somebody last"
                                + " compared the row with its source"),
                mistake(
                        "a percentage",
                        sheet(PARAMETERS, "Rows", sheet -> format(sheet, 3, 2, "0%", 0.85)),
                        "codes/parameters.xlsx, sheet Rows, cell C4: the cell holds `0.85` and shows it as `85 %`; format the"
                                + " cell as a number and write 85"),
                mistake(
                        "a part of a percentage",
                        set(PARAMETERS, "C4", 0.85),
                        "codes/parameters.xlsx, sheet Rows, cell C4: `0.85` is no whole number, and `assistant de minimis"
                                + " percent` is counted in whole ones; write a whole number"),
                mistake(
                        "a date that is no date to the program",
                        sheet(MODIFIERS, "Rules", sheet -> format(sheet, 8, 6, "General", 45_657)),
                        "modifiers.drl.xlsx, sheet Rules, cell G9: the cell holds the day 2024-12-31 and is not formatted as a"
                                + " date; write 2024-12-31, in a cell formatted as a date"),
                mistake(
                        "a row that ends before it begins",
                        set(MODIFIERS, "H11", LocalDate.of(2014, 12, 31)),
                        "modifiers.drl.xlsx, sheet Rules, cell H11: the row ends with 2014-12-31, before it begins with"
                                + " 2015-01-01; write a `through` on or after its `from`"),
                mistake(
                        "an O for a 0",
                        set(MODIFIERS, "C10", "5O"),
                        "modifiers.drl.xlsx, sheet Rules, cell C10: `5O` has a letter where a digit belongs; write `50`"),
                mistake(
                        "a column inserted",
                        sheet(MODIFIERS, "Rules", sheet -> sheet.shiftColumns(2, 11, 1)),
                        "modifiers.drl.xlsx, sheet Rules, cell C8: column C is empty; delete it"),
                mistake(
                        "the sheet with the rows called otherwise",
                        book(BRACKETS, open -> open.setSheetName(open.getSheetIndex("Rules"), "Unit rules")),
                        "unit-brackets.drl.xlsx, sheet Unit rules: the sheet with the rows is called `Unit rules`; rename"
                                + " `Unit rules` to `Rules`"),
                mistake(
                        "the sheet with the examples deleted",
                        book(BRACKETS, open -> open.removeSheetAt(open.getSheetIndex("Examples"))),
                        "unit-brackets.drl.xlsx, sheet Examples: the sheet is missing, so that nothing would show what a"
                                + " change breaks; bring it back from the shipped workbook"),
                mistake(
                        "two examples deleted",
                        sheet(FIRST, "Examples", sheet -> {
                            sheet.removeRow(sheet.getRow(1));
                            sheet.removeRow(sheet.getRow(2));
                        }),
                        "first-claims.drl.xlsx, sheet Examples: first-claims has 12 examples, the active edition has 14:"
                                + " without `0341, no earlier claim`, `0341, earlier claims unknown`; bring them back, or say"
                                + " why in a new line of the sheet Notes under `changed on` that begins with the"
                                + " words `fewer examples`, or when it is published or approved"),
                mistake(
                        "an example with a date as in the United States",
                        edited -> edited.set(FIRST, "Examples", "C3", "3/7/2022 0420 97110 GP"),
                        "first-claims.drl.xlsx, sheet Examples, cell C3: `3/7/2022` is no date as examples have it; write"
                                + " 2022-03-07"),
                mistake(
                        "an example that expects a finding that there is not",
                        edited -> edited.set(FIRST, "Examples", "E3", "HHT-999 line 1"),
                        "first-claims.drl.xlsx, sheet Examples, cell E3: `HHT-999` is no finding; write an id of"
                                + " codes/findings.xlsx, or none"),
                mistake(
                        "an example that expects a row that there is not",
                        edited -> edited.set(FIRST, "Examples", "E3", "HHT-347 (row first-claims/gone)"),
                        "first-claims.drl.xlsx, sheet Examples, cell E3: the table first-claims has no row `gone`; write the"
                                + " name of one of its rows, as in column A"),
                mistake(
                        "a copy of the rules beside them, and a row struck through",
                        book(MODIFIERS, open -> {
                            open.cloneSheet(0, "Rules (2)");
                            var font = open.createFont();
                            font.setStrikeout(true);
                            var style = open.createCellStyle();
                            style.setFont(font);
                            open.getSheet("Rules").getRow(9).getCell(0).setCellStyle(style);
                        }),
                        "warning: modifiers.drl.xlsx, sheet Rules, cell A10: the row is struck through, and holds like the"
                                + " others; end it with a date or delete it; or take the line away",
                        "warning: modifiers.drl.xlsx, sheet Rules (2): the sheet looks like `Rules`, and is not read; delete"
                                + " it; what is meant to hold stands in `Rules`"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void aMistakeIsToldAtItsCell(String what, UnaryOperator<Edited> made, List<String> told) {
        RulesetFiles files = made.apply(new Edited()).files();

        assertThat(told(files, new KnownTables())).containsExactlyElementsOf(told);
        // what is remembered of one mistake is not told of the next, nor kept back
        assertThat(told(files, REMEMBERED)).containsExactlyElementsOf(told);
    }
}
