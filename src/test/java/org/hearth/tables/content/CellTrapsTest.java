package org.hearth.tables.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.hearth.tables.Edited;
import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.TableProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a spreadsheet program does to a cell without a word, each told by its cell with what to write. */
class CellTrapsTest {

    private static final String MODIFIERS = "modifiers.drl.xlsx";
    private static final String BRACKETS = "unit-brackets.drl.xlsx";
    private static final String VISITS = "codes/visit-codes.xlsx";
    private static final String AMOUNTS = "codes/therapy-amounts.xlsx";

    private static List<String> problems(String workbook, Edited edited) {
        try {
            Table.read(workbook, edited.bytes(workbook));
            return List.of();
        } catch (InvalidTablesException e) {
            return e.problems().stream()
                    .map(problem ->
                            problem.sheet() + " " + problem.cell() + ": " + problem.message() + "; " + problem.fix())
                    .toList();
        }
    }

    static Stream<Arguments> traps() {
        return Stream.of(
                Arguments.of(
                        "codes/revenue-codes.xlsx",
                        "B2",
                        "0999",
                        "the row is called `0001`, and its code is `0999`; write the code that the row is called by; a row of"
                                + " another code is called by that one, with a word behind it if the code has several rows"),
                Arguments.of(
                        AMOUNTS,
                        "B2",
                        "OT",
                        "the row is called `amount PT_SLP 2012-01`, and its code is `OT`; write the code that the row is"
                                + " called by; a row of another code is called by that one, with a word behind it if the code"
                                + " has several rows"),
                Arguments.of(
                        MODIFIERS, "C9", null, "the cell is blank; write a value, or any where it does not matter"),
                Arguments.of(
                        MODIFIERS, "C9", "   ", "the cell is blank; write a value, or any where it does not matter"),
                Arguments.of(MODIFIERS, "A9", null, "the cell is blank; write a name for the row"),
                Arguments.of(
                        MODIFIERS,
                        "I9",
                        null,
                        "the cell is blank; write a finding's id such as HHT-301, or any where it does not matter"),
                Arguments.of(
                        MODIFIERS,
                        "L9",
                        null,
                        "the cell is blank; write the day on which somebody last compared the row with its source"),
                Arguments.of(MODIFIERS, "G9", null, "the cell is blank; write a date, or open"),
                Arguments.of(
                        AMOUNTS, "C2", null, "the cell is blank; write a number, or open, or none where there is none"),
                Arguments.of(
                        MODIFIERS,
                        "G9",
                        "45657",
                        "the cell holds the day 2024-12-31 and is not formatted as a date; write 2024-12-31, in a cell"
                                + " formatted as a date"),
                Arguments.of(MODIFIERS, "C9", "GA ", "the text starts or ends with a blank; write `GA`"),
                Arguments.of(MODIFIERS, "C9", "GA\u00a0", "the text starts or ends with a blank; write `GA`"),
                Arguments.of(
                        MODIFIERS,
                        "C9",
                        "G\u00a0A",
                        "the blank after `G` is a non-breaking one; clear the cell and write it again by hand"),
                Arguments.of(
                        MODIFIERS,
                        "C9",
                        "GA\u200b",
                        "the text holds a character unseen after `GA`; clear the cell and write it again by hand"),
                Arguments.of(
                        MODIFIERS,
                        "J9",
                        "_x001B_[2J",
                        "the text holds a character unseen at its start; clear the cell and write it again by hand"),
                Arguments.of(MODIFIERS, "C9", "\u201cGA\u201d", "`\u201cGA\u201d` has curly quotes; write `GA`"),
                Arguments.of(MODIFIERS, "C10", "5O", "`5O` has a letter where a digit belongs; write `50`"),
                Arguments.of(MODIFIERS, "C10", "l9", "`l9` has a letter where a digit belongs; write `19`"),
                Arguments.of(
                        MODIFIERS,
                        "C10",
                        59,
                        "`59` was stored as a number; format the cell as text and write the code again, with its leading"
                                + " zeros"),
                Arguments.of(MODIFIERS, "C9", "Any", "`Any` is not the word `any`; write `any`"),
                Arguments.of(
                        MODIFIERS, "C9", "$param", "`$param` cannot stand here; write a code such as 0420 or G0151"),
                Arguments.of(MODIFIERS, "F9", "perhaps", "`perhaps` is neither yes nor no; write yes or no"),
                Arguments.of(MODIFIERS, "B9", "33X", "`33X` is not allowed here; write one of 32X, 34X"),
                Arguments.of(
                        MODIFIERS,
                        "C9",
                        new Workbooks.Formula("A1&\"x\""),
                        "the cell holds the formula `=A1&\"x\"`; write the value itself"),
                Arguments.of(
                        MODIFIERS,
                        "G9",
                        "5/1/2018",
                        "`5/1/2018` is not a date; write 2018-05-01, in a cell formatted as a date"),
                Arguments.of(
                        MODIFIERS,
                        "G9",
                        "1018-05-01",
                        "the year of `1018-05-01` is a slip; write a date such as 2018-05-01"),
                Arguments.of(
                        MODIFIERS,
                        "H11",
                        LocalDate.of(2014, 12, 31),
                        "the row ends with 2014-12-31, before it begins with 2015-01-01; write a `through` on or after its"
                                + " `from`"),
                Arguments.of(
                        MODIFIERS,
                        "I9",
                        "HHT-3O1",
                        "`HHT-3O1` cannot stand here; write a finding's id such as HHT-301"),
                Arguments.of(
                        MODIFIERS,
                        "I9",
                        "none",
                        "`none` says nothing here; write a finding's id such as HHT-301, or any where it does not matter"),
                Arguments.of(MODIFIERS, "K9", null, "the cell is blank; write where the row comes from"),
                Arguments.of(
                        MODIFIERS,
                        "L9",
                        "open",
                        "`open` says nothing here; write the day on which somebody last compared the row with its source"),
                Arguments.of(
                        MODIFIERS,
                        "M9",
                        "my note",
                        "the cell stands right of the table, where nobody reads it; delete it; a new column needs a rule: ask"
                                + " an engineer"),
                Arguments.of(MODIFIERS, "A10", "GA GZ", "`GA GZ` also names the row at A9; give it its own name"),
                Arguments.of(BRACKETS, "C9", "1,234", "`1,234` is not a whole number; write digits alone"),
                Arguments.of(BRACKETS, "C9", 8.5, "`8.5` is not a whole number; write digits alone"),
                Arguments.of(
                        BRACKETS,
                        "D9",
                        7,
                        "the row ends with 7, before it begins with 8; write a `through minutes` no less than its `from"
                                + " minutes`"),
                Arguments.of(
                        AMOUNTS,
                        "C2",
                        "1e999999999",
                        "`1e999999999` is not a number; write digits and a decimal point alone"),
                Arguments.of(
                        AMOUNTS, "C2", "$1,880", "`$1,880` is not a number; write digits and a decimal point alone"),
                Arguments.of(VISITS, "F2", "042; 043", "`042; 043` is not a code; write codes separated by commas"),
                Arguments.of(
                        VISITS, "F2", "042,,043", "a comma stands without a code; write codes separated by commas"),
                Arguments.of(VISITS, "A3", "G0151", "`G0151` also names the row at A2; give it its own name"));
    }

    @ParameterizedTest
    @MethodSource("traps")
    void aTrapIsToldByItsCell(String workbook, String cell, Object value, String told) {
        Edited edited = new Edited().set(workbook, cell, value);
        String sheet = workbook.startsWith("codes/") ? "Rows " : "Rules ";
        assertThat(problems(workbook, edited)).contains(sheet + cell + ": " + told);
    }

    static Stream<Arguments> shapes() {
        return Stream.of(
                Arguments.of(
                        change(sheet -> sheet.addMergedRegion(CellRangeAddress.valueOf("C9:C11"))),
                        "Rules C9:C11: these cells are merged, and only the first has a value; unmerge them and write each"
                                + " cell"),
                Arguments.of(
                        change(sheet -> {
                            sheet.shiftRows(10, 16, 1);
                            sheet.createRow(10);
                        }),
                        "Rules A11: a blank row stands inside the table; delete the row, or every row below it is lost"),
                Arguments.of(
                        change(sheet -> Edited.write(sheet, "C5", "CONDITON")),
                        "Rules C5: `CONDITON` is no kind of column; bring the hidden rows back from the shipped workbook"),
                Arguments.of(
                        change(sheet -> Edited.write(sheet, "C8", "modifer")),
                        "Rules C8: the column `modifer` is not described in the sheet Notes; a new or renamed column needs a"
                                + " rule: ask an engineer"),
                Arguments.of(change(sheet -> sheet.shiftColumns(2, 11, 1)), "Rules C8: column C is empty; delete it"),
                Arguments.of(
                        change(sheet -> Edited.write(sheet, "C8", null)),
                        "Rules C8: column C has no heading; write the heading that it had; a new column needs a rule: ask an"
                                + " engineer"),
                Arguments.of(
                        change(sheet -> sheet.getRow(8).createCell(6).setCellValue(45_657)),
                        "Rules G9: the cell holds the day 2024-12-31 and is not formatted as a date; write 2024-12-31, in a"
                                + " cell formatted as a date"),
                Arguments.of(
                        change(sheet -> Edited.write(sheet, "M8", "beside")),
                        "Rules M8: the column `beside` is there twice; delete the copy"),
                Arguments.of(
                        change(sheet -> {
                            Edited.write(sheet, "A4", null);
                            Edited.write(sheet, "B4", "RuleTable modifiers");
                        }),
                        "Rules null: there is no RuleTable in column A; bring the sheet back from the shipped workbook"),
                Arguments.of(
                        change(sheet -> {
                            for (String column : List.of("B", "C", "D", "E", "F", "G", "H")) {
                                Edited.write(sheet, column + "9", column.compareTo("G") < 0 ? "any" : "open");
                            }
                        }),
                        "Rules B9: every condition of the row is `any` or `open`, so that it would hold for every claim; say"
                                + " in one of the cells what the row is for"),
                Arguments.of(
                        change(sheet -> {
                            Edited.write(sheet, "I9", "any");
                            Edited.write(sheet, "J9", " ");
                        }),
                        "Rules J9: this has no part in the row; write any, as in the cell before it"),
                Arguments.of(
                        change(sheet -> sheet.getRow(8).getCell(5).setCellErrorValue((byte) 7)),
                        "Rules F9: the cell holds an error; write the value itself"),
                Arguments.of(
                        change(sheet -> sheet.getRow(8).getCell(5).setCellValue(true)),
                        "Rules F9: the cell holds a truth value; write yes or no as text"),
                Arguments.of(
                        (Consumer<org.apache.poi.xssf.usermodel.XSSFWorkbook>)
                                open -> open.setSheetName(0, "Modifier rules"),
                        "Modifier rules null: the sheet with the rows is called `Modifier rules`; rename `Modifier rules` to"
                                + " `Rules`"),
                Arguments.of(
                        (Consumer<org.apache.poi.xssf.usermodel.XSSFWorkbook>) open -> open.removeSheetAt(0),
                        "Rules null: there is no RuleTable in column A; bring the sheet back from the shipped workbook"),
                Arguments.of(
                        (Consumer<org.apache.poi.xssf.usermodel.XSSFWorkbook>)
                                open -> open.removeSheetAt(open.getSheetIndex("Examples")),
                        "Examples null: the sheet is missing, so that nothing would show what a change breaks; bring it back"
                                + " from the shipped workbook"),
                Arguments.of(
                        change(sheet -> sheet.createRow(24_999).createCell(2).setCellValue("GP")),
                        "Rules A25000: the row is filled, and a sheet may have 20000 rows; delete what stands below the"
                                + " table"),
                Arguments.of(
                        (Consumer<org.apache.poi.xssf.usermodel.XSSFWorkbook>) open -> open.removeSheetAt(1),
                        "null null: there is no sheet `Notes`; bring the sheet back from the shipped workbook"),
                Arguments.of(
                        (Consumer<org.apache.poi.xssf.usermodel.XSSFWorkbook>)
                                open -> Edited.write(open.getSheet("Notes"), "B4", "first"),
                        "Notes B4: `first` is neither all, nor at most one, nor one; bring the line back from the shipped"
                                + " workbook"),
                Arguments.of(
                        (Consumer<org.apache.poi.xssf.usermodel.XSSFWorkbook>)
                                open -> Edited.write(open.getSheet("Examples"), "B2", 341),
                        "Examples B2: the cell holds a number, not text; format the cell as text and write it again, a type"
                                + " of bill as 0341"));
    }

    private static Consumer<org.apache.poi.xssf.usermodel.XSSFWorkbook> change(Consumer<XSSFSheet> change) {
        return workbook -> change.accept(workbook.getSheet("Rules"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void whatHappensToASheetIsTold(Consumer<org.apache.poi.xssf.usermodel.XSSFWorkbook> change, String told) {
        assertThat(problems(MODIFIERS, new Edited().change(MODIFIERS, change))).contains(told);
    }

    /** As LibreOffice leaves a sheet after a row of it was deleted. */
    @Test
    void anEmptyRowAtTheVeryEndOfASheetIsNoRow() {
        Edited edited = new Edited()
                .change(MODIFIERS, change(sheet -> sheet.createRow(1_048_575).setHeightInPoints(13)));

        assertThat(problems(MODIFIERS, edited)).isEmpty();
    }

    @Test
    void sheetsThatAreNotReadAndRowsStruckThroughAreWorthALook() {
        Edited edited = new Edited().change(MODIFIERS, open -> {
            open.cloneSheet(0, "Rules (2)");
            open.createSheet("Scratch").createRow(0).createCell(0).setCellValue("to do");
            open.createSheet("Empty");
            var font = open.createFont();
            font.setStrikeout(true);
            var style = open.createCellStyle();
            style.setFont(font);
            open.getSheet("Rules").getRow(9).getCell(0).setCellStyle(style);
        });

        assertThat(Table.read(MODIFIERS, edited.bytes(MODIFIERS)).warnings())
                .extracting(TableProblem::toString)
                .containsExactly(
                        "modifiers.drl.xlsx, sheet Rules (2): the sheet looks like `Rules`, and is not read; delete it; what is"
                                + " meant to hold stands in `Rules`",
                        "modifiers.drl.xlsx, sheet Scratch: the sheet is not read; delete it; what is meant to hold stands in"
                                + " `Rules`",
                        "modifiers.drl.xlsx, sheet Rules, cell A10: the row is struck through, and holds like the others; end"
                                + " it with a date or delete it; or take the line away");
    }

    @Test
    void aPercentageIsNotWhatItLooksLike() {
        Edited edited = new Edited().change("codes/parameters.xlsx", open -> {
            var style = open.createCellStyle();
            style.setDataFormat(open.createDataFormat().getFormat("0%"));
            var cell = open.getSheet("Rows").getRow(1).getCell(2);
            cell.setCellValue(0.1);
            cell.setCellStyle(style);
        });
        assertThat(problems("codes/parameters.xlsx", edited))
                .containsExactly(
                        "Rows C2: the cell holds `0.1` and shows it as `10 %`; format the cell as a number and write 10");
    }

    @Test
    void aDateBeforeTheFirstThatASpreadsheetKnowsSpoilsNothingElse() {
        Edited edited = new Edited()
                .change(
                        MODIFIERS,
                        open -> open.getSheet("Rules").getRow(9).getCell(6).setCellValue(-5.0));
        assertThat(problems(MODIFIERS, edited))
                .singleElement()
                .asString()
                .startsWith("Rules G10: `-5` is not a date; ");
    }

    @Test
    void hiddenRowsAndColumnsAndFiltersAreWorthALook() {
        Edited hidden = new Edited().change(MODIFIERS, open -> {
            open.getSheet("Rules").getRow(10).setZeroHeight(true);
            open.getSheet("Rules").setColumnHidden(3, true);
        });
        assertThat(Table.read(MODIFIERS, hidden.bytes(MODIFIERS)).warnings())
                .extracting(TableProblem::toString)
                .containsExactly(
                        "modifiers.drl.xlsx, sheet Rules, cell D8: the column `beside` is hidden, and counts; show it before"
                                + " you change the rows",
                        "modifiers.drl.xlsx, sheet Rules, cell A11: there are hidden rows, 1 row that counts like the"
                                + " others; show them, or delete them");
        Edited filtered = new Edited().change(MODIFIERS, open -> {
            open.getSheet("Rules").setAutoFilter(CellRangeAddress.valueOf("A8:L17"));
            open.getSheet("Rules").getRow(10).setZeroHeight(true);
        });
        assertThat(Table.read(MODIFIERS, filtered.bytes(MODIFIERS)).warnings())
                .extracting(TableProblem::message)
                .containsExactly("a filter hides 1 row that counts like the others");
    }
}
