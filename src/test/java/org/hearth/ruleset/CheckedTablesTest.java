package org.hearth.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.hearth.tables.Edited;
import org.hearth.tables.workbook.TableProblem;
import org.junit.jupiter.api.Test;

/** What workbooks ask of each other, of the rules and of the shipped ones; all of it told at once. */
class CheckedTablesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

    private static CheckedTables check(Edited edited) {
        return CheckedTables.of(edited.files(), TODAY);
    }

    private static List<String> told(List<TableProblem> problems) {
        return problems.stream().map(TableProblem::toString).toList();
    }

    @Test
    void theShippedTablesNeedNoMendingAndNoLook() {
        // one byte of a page more, so that nothing is taken for granted
        CheckedTables tables = check(new Edited().set("codes/bill-types.xlsx", "G2", "no payment bill"));
        assertThat(tables.problems()).isEmpty();
        assertThat(tables.warnings()).isEmpty();
    }

    @Test
    void everyProblemOfEveryWorkbookIsToldAtOnce() {
        Edited edited = new Edited()
                .set("assistant-modifiers.drl.xlsx", "C9", "C0")
                .set("header-requirements-32x.drl.xlsx", "I10", "remark")
                .set("claim-requirements.drl.xlsx", "B7", "eval(true)")
                .set("codes/findings.xlsx", "A2", "HHT-999")
                .set("codes/parameters.xlsx", "A2", "functional report intervall")
                .set("codes/parameters.xlsx", "B2", "functional report intervall")
                .set("codes/revenue-codes.xlsx", "C4", null)
                .set("codes/parameters.xlsx", "C5", 8.5)
                .set("codes/therapy-codes.xlsx", "E2", 15)
                .set("codes/visit-codes.xlsx", "F3", "43")
                .set("codes/visit-codes.xlsx", "I4", "none")
                .set("codes/visit-codes.xlsx", "A2", "G0152 again")
                .set("codes/visit-codes.xlsx", "B2", "G0152")
                .set("locked-modifiers.drl.xlsx", "D9", LocalDate.of(2018, 1, 1))
                .set("modifiers.drl.xlsx", "I9", "HHT-998")
                .set("not-for-medicare.drl.xlsx", "C9", "97014, 99999")
                .set("unit-brackets.drl.xlsx", "C10", 26)
                .without("first-claims.drl.xlsx")
                .without("codes/therapy-amounts.xlsx");
        Edited copied = edited.with("old.drl.xlsx", edited.bytes("hipps-positions.drl.xlsx"));
        CheckedTables tables = check(copied);
        assertThat(told(tables.problems()))
                .containsExactlyInAnyOrder(
                        "assistant-modifiers.drl.xlsx, sheet Rules, cell C9: `C0` is in no row of codes/modifier-codes.xlsx;"
                                + " write `CO`, or add it to that list first",
                        "claim-requirements.drl.xlsx, sheet Rules, cell B7: the hidden rows above the headings differ here"
                                + " from the shipped ones; bring the cell back from the shipped workbook; a new or changed"
                                + " column needs a rule: ask an engineer",
                        "header-requirements-32x.drl.xlsx, sheet Rules, cell I10: `remark` is nothing that a claim can be"
                                + " asked for; write it as the sheet Notes says, such as OC 50 or VC 61",
                        "codes/findings.xlsx, sheet Rows: there is no row `HHT-101`, which a rule or its page needs; bring"
                                + " the row back from the shipped workbook",
                        "codes/parameters.xlsx, sheet Rows, cell B2: no rule asks for the parameter `functional report"
                                + " intervall`; write the name as it was; a new parameter needs a rule: ask an engineer",
                        "codes/parameters.xlsx, sheet Rows: the parameter `functional report interval` is missing, and a"
                                + " rule asks for it; bring its row back; to end it, give it a last day",
                        "codes/revenue-codes.xlsx, sheet Rows, cell C4: the cell is blank; write one of PT, OT, SLP, nursing,"
                                + " social work, aide, HIPPS, supply, equipment, other visit, other, unassigned, total, or any"
                                + " where it does not matter, or none where there is none",
                        "codes/parameters.xlsx, sheet Rows, cell C5: `8.5` is no whole number, and `assistant de minimis"
                                + " rounding percent` is counted in whole ones; write a whole number",
                        "codes/therapy-codes.xlsx, sheet Rows, cell E2: a unit that is `untimed` has no minutes; write none",
                        "codes/therapy-amounts.xlsx: the workbook is missing; bring back the shipped one",
                        "codes/visit-codes.xlsx, sheet Rows, cell I4: a unit that is `timed` has minutes; write how many, 1"
                                + " or more",
                        "codes/visit-codes.xlsx, sheet Rows, cell A3: the row and `G0152 again` at A2 both hold for `G0152`, every"
                                + " case, and say different things; end one before the other begins, or narrow one of them",
                        "first-claims.drl.xlsx: the workbook is missing; bring back the shipped one",
                        "modifiers.drl.xlsx, sheet Rules, cell I9: `HHT-998` is no finding; write an id of"
                                + " codes/findings.xlsx",
                        "not-for-medicare.drl.xlsx, sheet Rules, cell C9: `99999` is in no row of codes/therapy-codes.xlsx;"
                                + " write one of its codes, or add it to that list first",
                        "old.drl.xlsx, sheet Notes: the workbook calls itself the table `hipps-positions`; name the file"
                                + " hipps-positions.drl.xlsx, or delete the copy",
                        "unit-brackets.drl.xlsx, sheet Rules, cells D9, C10: no row holds for unit minutes 15, minutes 23 to"
                                + " 25, for example 24 minutes; write 25 into D9, or 23 into C10, or let another row hold"
                                + " for it");
        assertThat(told(tables.warnings()))
                .contains(
                        "locked-modifiers.drl.xlsx, sheet Rules, cells E12, D9: between `GP until 2016` at A12 and `GP since 2017`"
                                + " at A9 no row holds for bill 34X, locked modifier GP, date of service 2017-01-01 to 2017-12-31, for"
                                + " example on 2017-07-02; close the gap, or name the two rows under `gap after` in the"
                                + " sheet Notes if it is meant");
    }

    @Test
    void aNewColumnNeedsAnEngineer() {
        Edited edited = new Edited()
                .set("codes/visit-codes.xlsx", "O1", "remark")
                .change("codes/visit-codes.xlsx", open -> open.getSheet("Notes").shiftRows(20, 23, 1))
                .set("codes/visit-codes.xlsx", "Notes", "A21", "remark")
                .set("codes/visit-codes.xlsx", "Notes", "B21", "text");
        assertThat(told(check(edited).problems()))
                .containsExactly(
                        "codes/visit-codes.xlsx, sheet Rows, cell O1: the column `remark` is new; a new or changed"
                                + " column needs a rule: ask an engineer");
    }

    @Test
    void whatSomebodyComparedLongAgoOrTomorrowIsWorthALook() {
        Edited edited = new Edited()
                .set("locked-modifiers.drl.xlsx", "H9", TODAY.plusDays(1))
                .set("locked-modifiers.drl.xlsx", "H10", TODAY.minusYears(1))
                .set("locked-modifiers.drl.xlsx", "H11", TODAY.minusYears(1).minusDays(1))
                .set("locked-modifiers.drl.xlsx", "H12", LocalDate.of(2020, 1, 1));
        CheckedTables tables = check(edited);
        assertThat(tables.problems()).isEmpty();
        assertThat(told(tables.warnings()))
                .containsExactly(
                        "locked-modifiers.drl.xlsx, sheet Rules, cell H9: `checked on` is 2026-12-02, a day to come; write"
                                + " the day on which somebody compared the row with its source",
                        "locked-modifiers.drl.xlsx, sheet Rules, cell H11: this and 1 more were last compared with their"
                                + " sources more than a year ago; compare with the source, and write the day");
    }

    @Test
    void aCodeThatLostItsZeroWhereNoListCanTellIsWorthALook() {
        Edited edited = new Edited().set("occurrence-codes.drl.xlsx", "C9", "9");
        assertThat(told(check(edited).warnings()))
                .containsExactly(
                        "occurrence-codes.drl.xlsx, sheet Rules, cell C9: `9` is shorter than every other code of its"
                                + " column; write `09` if it has lost its zero");
    }
}
