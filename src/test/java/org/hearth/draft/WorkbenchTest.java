package org.hearth.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hearth.data.DataFolder;
import org.hearth.release.ActiveRuleset;
import org.hearth.release.RulesetShelf;
import org.hearth.release.RulesetStore;
import org.hearth.release.TriedClaim;
import org.hearth.ruleset.PackedRules;
import org.hearth.store.Store;
import org.hearth.tables.Edited;
import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A draft is edited cell by cell, and says at once what is wrong with it and what differs. */
class WorkbenchTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC);
    private static final Draft.Head HEAD = new Draft.Head("Brackets", "J. Doe", "", "");
    private static final String BRACKETS = "unit-brackets.drl.xlsx";
    private static final String VISITS = "codes/visit-codes.xlsx";
    private static final String LEANED_ON = "codes/modifier-codes.xlsx";
    private static final String FINDINGS = "codes/findings.xlsx";

    @TempDir
    Path folder;

    private RulesetShelf shelf;
    private Workbench workbench;
    private Draft draft;

    @BeforeEach
    void begin() throws Exception {
        DataFolder data = new DataFolder(folder);
        Drafts drafts = new Drafts(new Store(null, data).objects(), CLOCK);
        shelf = new RulesetShelf(new ActiveRuleset(), new RulesetStore(data));
        workbench = new Workbench(drafts, shelf, CLOCK);
        draft = drafts.begin(HEAD, PackedRules.version(), Map.of());
    }

    private static DraftEdit set(String sheet, String cell, String value) {
        return new DraftEdit("set", sheet, cell, value, null, null, null, null, null);
    }

    private Grid edit(String file, DraftEdit... edits) throws Exception {
        draft = workbench.edit(draft.id(), draft.revision(), file, Arrays.asList(edits));
        return workbench.grid(draft, file);
    }

    private static Grid.Cells row(Grid grid, int number) {
        return grid.sheets().get(0).rows().stream()
                .filter(row -> row.row() == number)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aChangedCellIsComplainedOfAndTold() throws Exception {
        Grid grid = edit(BRACKETS, set("Rules", "D9", "21"));

        assertThat(grid.complaints()).hasSize(1);
        assertThat(grid.complaints().get(0).level()).isEqualTo("problem");
        assertThat(grid.complaints().get(0).sheet()).isEqualTo("Rules");
        assertThat(grid.complaints().get(0).message()).contains("no row holds for unit minutes 15, minutes 22");
        assertThat(grid.base()).isFalse();
        assertThat(grid.revision()).isEqualTo(2);
        assertThat(row(grid, 9).state()).isEqualTo("changed");
        assertThat(row(grid, 9).was()).isEqualTo(Arrays.asList(null, null, null, "22", null, null, null, null, null));
        assertThat(row(grid, 10).state()).isNull();
        assertThat(row(grid, 10).was()).isNull();
        assertThat(grid.lines()).extracting(Grid.Line::gaps).contains(List.of(new Grid.Gap("22", "22")));
        assertThat(draft.done()).extracting(Draft.Step::what).containsExactly("unit-brackets: D9 22 -> 21");
        assertThat(workbench.tables(draft)).containsExactly(new Workbench.Standing("unit-brackets", BRACKETS, 1, 0));
        assertThat(workbench.difference(draft).changedRows()).containsOnlyKeys("unit-brackets/1");
    }

    /** What was read before leads to no other words than reading everything, after each of a run of edits. */
    @Test
    void whatIsRememberedSaysTheSameAsWhatIsRead() throws Exception {
        edit(BRACKETS, set("Rules", "D9", "21"), set("Rules", "A10", "3"));
        assertSameAsRead(BRACKETS);
        // a list that others lean on: its code goes, comes back, and goes with its row
        edit(VISITS, set("Rows", "B3", "0O20"), set("Rows", "G4", "maybe"));
        assertSameAsRead(VISITS);
        edit(LEANED_ON, set("Rows", "B2", "gp"));
        assertSameAsRead(LEANED_ON);
        edit(LEANED_ON, set("Rows", "B2", "GP"));
        assertSameAsRead(LEANED_ON);
        edit(LEANED_ON, new DraftEdit("delete", "Rows", null, null, 2, null, null, null, null));
        assertSameAsRead(LEANED_ON);
        assertThat(workbench.check(draft).problems())
                .anyMatch(problem -> problem.message().equals("`GP` is in no row of " + LEANED_ON)
                        && !problem.workbook().equals(LEANED_ON));
        edit(BRACKETS, set("Rules", "C10", "twenty"));
        assertSameAsRead(BRACKETS);
        edit(BRACKETS, new DraftEdit("copy", "Rules", null, null, 9, null, Map.of(), null, null));
        assertSameAsRead(BRACKETS);
        edit(FINDINGS, set("Rows", "C3", "{nothing"), set("Rows", "A4", "HHT-999"));
        assertSameAsRead(FINDINGS);
        while (!draft.done().isEmpty()) {
            draft = workbench.drafts().undo(draft.id(), draft.revision());
            assertSameAsRead(BRACKETS);
        }
        assertThat(workbench.check(draft).problems()).isEmpty();
    }

    private void assertSameAsRead(String file) throws Exception {
        Workbench another = new Workbench(workbench.drafts(), shelf, CLOCK);
        Workbench.Checked fresh = another.check(draft);
        Workbench.Checked remembered = workbench.check(draft);
        assertThat(remembered.problems()).isEqualTo(fresh.problems());
        assertThat(remembered.warnings()).isEqualTo(fresh.warnings());
        assertThat(workbench.grid(draft, file)).isEqualTo(another.grid(draft, file));
        byte[] saved = workbench.workbook(draft, file);
        assertThat(workbench.cells(draft, file)).contains(Workbook.readOnce(file, saved));
    }

    @Test
    void whatIsTypedIsStoredAsItsColumnAsks() throws Exception {
        edit(
                VISITS,
                set("Rows", "B2", "0420"),
                set("Rows", "K2", "3/7/2022"),
                set("Rows", "L2", "2022-12-31"),
                set("Rows", "K3", "soon"),
                set("Rows", "I2", "15"),
                set("Rows", "I3", "fifteen"));

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbench.workbook(draft, VISITS)))) {
            assertThat(cell(workbook, "B2")).isEqualTo("STRING 0420");
            assertThat(cell(workbook, "K2")).isEqualTo("NUMERIC 2022-03-07");
            assertThat(cell(workbook, "L2")).isEqualTo("NUMERIC 2022-12-31");
            assertThat(cell(workbook, "K3")).isEqualTo("STRING soon");
            assertThat(cell(workbook, "I2")).isEqualTo("NUMERIC 15.0");
            assertThat(cell(workbook, "I3")).isEqualTo("STRING fifteen");
        }
        assertThat(workbench.grid(draft, VISITS).complaints())
                .extracting(Grid.Complaint::cell)
                .contains("K3", "I3", "B2");
    }

    private static String cell(XSSFWorkbook workbook, String name) {
        org.apache.poi.ss.util.CellReference at = new org.apache.poi.ss.util.CellReference(name);
        Cell cell = workbook.getSheet("Rows").getRow(at.getRow()).getCell(at.getCol());
        String value = cell.getCellType() == org.apache.poi.ss.usermodel.CellType.NUMERIC
                        && org.apache.poi.ss.usermodel.DateUtil.isCellDateFormatted(cell)
                ? cell.getLocalDateTimeCellValue().toLocalDate().toString()
                : cell.toString();
        return cell.getCellType() + " " + value;
    }

    @Test
    void rowsAreAddedCopiedAndDeleted() throws Exception {
        Grid before = workbench.grid(draft, BRACKETS);
        int rows = before.sheets().get(0).rows().size();

        Grid grid = edit(
                BRACKETS,
                new DraftEdit(
                        "add", "Rules", null, null, null, 9, Map.of("row", "1a", "unit minutes", "15"), null, null),
                new DraftEdit("copy", "Rules", null, null, 11, null, Map.of("row", "2a"), null, null),
                new DraftEdit("delete", "Rules", null, null, 13, null, null, null, null));

        assertThat(grid.sheets().get(0).rows()).hasSize(rows + 1);
        assertThat(row(grid, 10).cells()).startsWith("1a", "15", "").endsWith("", "");
        assertThat(row(grid, 10).state()).isEqualTo("added");
        assertThat(row(grid, 11).key()).isEqualTo("2");
        assertThat(row(grid, 12).cells().subList(1, 9))
                .isEqualTo(row(grid, 11).cells().subList(1, 9));
        assertThat(row(grid, 12).key()).isEqualTo("2a");
        assertThat(grid.sheets().get(0).removed()).extracting(Grid.Removed::key).containsExactly("3");
        assertThat(row(grid, 13).key()).isEqualTo("4");
        assertThat(draft.done()).hasSize(1);
    }

    @Test
    void aRowEndsAndAnotherFollows() throws Exception {
        int number = workbench.grid(draft, VISITS).sheets().get(0).rows().stream()
                .filter(row -> row.key().equals("G0157"))
                .findFirst()
                .orElseThrow()
                .row();

        Grid grid = edit(
                VISITS,
                new DraftEdit(
                        "end", "Rows", null, null, number, null, null, "2024-12-31", Map.of("source", "Pub. 100-04")));

        int through = heading(grid, "through");
        int from = heading(grid, "from");
        assertThat(row(grid, number).cells().get(through)).isEqualTo("2024-12-31");
        Grid.Cells next = row(grid, number + 1);
        assertThat(next.key()).isEqualTo("G0157 2025-01-01");
        assertThat(next.cells().get(from)).isEqualTo("2025-01-01");
        assertThat(next.cells().get(through)).isEqualTo("open");
        assertThat(next.cells().get(heading(grid, "source"))).isEqualTo("Pub. 100-04");
        assertThat(grid.complaints()).isEmpty();
        assertThat(grid.lines().stream()
                        .filter(line -> line.group().equals("code G0157"))
                        .findFirst()
                        .orElseThrow()
                        .spans())
                .extracting(Grid.LineSpan::least)
                .contains("2025-01-01");
        assertThatThrownBy(() -> edit(
                        VISITS, new DraftEdit("end", "Rows", null, null, number, null, null, "2025-12-31", Map.of())))
                .isInstanceOf(InvalidEditException.class)
                .hasMessageContaining("ends with 2024-12-31 already");
    }

    private static int heading(Grid grid, String heading) {
        return grid.sheets().get(0).columns().stream()
                .filter(column -> column.heading().equals(heading))
                .findFirst()
                .orElseThrow()
                .index();
    }

    @Test
    void examplesAndChangesAreEditedToo() throws Exception {
        Grid before = workbench.grid(draft, BRACKETS);
        int last = before.changes().get(before.changes().size() - 1).row();

        Grid grid = edit(
                BRACKETS,
                set("Examples", "E2", "HHT-999"),
                new DraftEdit(
                        "add",
                        "Notes",
                        null,
                        null,
                        null,
                        last,
                        Map.of("changed on", "2026-11-30", "what changed", "a trial"),
                        null,
                        null));

        assertThat(grid.complaints())
                .extracting(Grid.Complaint::sheet, Grid.Complaint::cell)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("Examples", "E2"));
        assertThat(grid.changes()).hasSize(before.changes().size() + 1);
        assertThat(grid.changes().get(grid.changes().size() - 1))
                .isEqualTo(new Grid.ChangeRow(last + 1, "2026-11-30", "", "a trial"));
    }

    @Test
    void whatIsSetBackIsTheBasesOwnAgain() throws Exception {
        edit(BRACKETS, set("Rules", "D9", "21"));

        Grid grid = edit(BRACKETS, set("Rules", "D9", "22"));

        assertThat(grid.base()).isTrue();
        assertThat(draft.workbooks()).isEmpty();
        assertThat(workbench.files(draft).hash())
                .isEqualTo(workbench.base(draft).hash());
    }

    @ParameterizedTest
    @CsvSource({
        "set, Rules, D3, 1, cell",
        "set, Rules, D8, 1, cell",
        "set, Rules, D9999, 1, cell",
        "set, Rules, J9, 1, cell",
        "set, Rules, 9D, 1, cell",
        "set, Rules,, 1, cell",
        "set, Notes, B1, x, cell",
        "set, Other, B1, x, sheet",
        "copy, Rules,,, row",
        "delete, Notes,,, row",
        "add, Rules,,, after",
        "end, Rules,,, row",
        "sort, Rules,,, op",
        ", Rules,,, op"
    })
    void whatIsNoRowOfAnAnalystsIsRefused(String op, String sheet, String cell, String value, String member) {
        DraftEdit edit = new DraftEdit(op, sheet, cell, value, null, null, null, "2024-12-31", null);

        assertThatThrownBy(() -> edit(BRACKETS, set("Rules", "D9", "21"), edit))
                .isInstanceOfSatisfying(InvalidEditException.class, refused -> {
                    assertThat(refused.pointer()).isEqualTo("/edits/1/" + member);
                    assertThat(refused.fix()).isNotEmpty();
                });
        assertThat(draft.revision()).isEqualTo(1);
    }

    /** A formula that fills several cells cannot lose one of them. */
    @ParameterizedTest
    @CsvSource({"set, D9,", "delete,, 9"})
    void whatASheetDoesNotAllowIsToldToWhoeverAsks(String op, String cell, Integer row) throws Exception {
        byte[] sent = new Edited()
                .change(BRACKETS, workbook -> workbook.getSheet("Rules")
                        .setArrayFormula("H9:H10", org.apache.poi.ss.util.CellRangeAddress.valueOf("D9:D10")))
                .bytes(BRACKETS);
        draft = workbench.drafts().begin(HEAD, PackedRules.version(), Map.of(BRACKETS, sent));
        DraftEdit edit = new DraftEdit(op, "Rules", cell, "1", row, null, null, null, null);

        assertThatThrownBy(() -> edit(BRACKETS, edit)).isInstanceOfSatisfying(InvalidEditException.class, refused -> {
            assertThat(refused.pointer()).isEqualTo("/edits/0/op");
            assertThat(refused.fix()).isEqualTo("edit this workbook in a spreadsheet program, and send it as a whole");
        });
    }

    /** What comes of examples comes of all tables: who has not seen one of them changed accepts nothing. */
    @Test
    void answersAndExamplesAreLateAfterAChangeOfAnotherTable() throws Exception {
        edit(BRACKETS, set("Rules", "D9", "21"), set("Rules", "C10", "22"));
        long hers = draft.revision();
        edit(VISITS, set("Rows", "L2", "2022-12-31"));
        DraftRuns runs = new DraftRuns(workbench);
        TriedClaim claim = TriedClaim.inShort("{bill: 34X, lines: [2018-05-01 0420 97110 GP 1u 22m]}");

        assertThatThrownBy(() -> runs.acceptAnswers(draft.id(), hers, BRACKETS))
                .isInstanceOf(DraftException.Stale.class);
        assertThatThrownBy(() -> runs.addExample(draft.id(), hers, BRACKETS, "22 minutes", claim, "CR 1"))
                .isInstanceOf(DraftException.Stale.class);
        assertThat(workbench.drafts().get(draft.id())).isEqualTo(draft);
    }

    @Test
    void howManyExamplesReachARowIsUnknownAfterAChange() throws Exception {
        Grid never = edit(BRACKETS, set("Rules", "D9", "21"));
        assertThat(row(never, 9).examples()).isNull();

        workbench.reached(draft, Map.of("unit-brackets/1", 2));

        assertThat(row(workbench.grid(draft, BRACKETS), 9).examples()).isEqualTo(2);
        assertThat(row(workbench.grid(draft, BRACKETS), 10).examples()).isZero();
        Grid later = edit(BRACKETS, new DraftEdit("copy", "Rules", null, null, 9, null, Map.of(), null, null));
        assertThat(later.sheets().get(0).rows())
                .extracting(Grid.Cells::examples)
                .containsOnlyNulls();
        draft = workbench.drafts().undo(draft.id(), draft.revision());
        assertThat(row(workbench.grid(draft, BRACKETS), 9).examples()).isEqualTo(2);
    }

    @Test
    void aDayThatIsNoneOfOursStaysAsItWasTyped() throws Exception {
        edit(
                VISITS,
                set("Rows", "K2", "1899-12-31"),
                set("Rows", "K3", "12/31/1899"),
                set("Rows", "K4", "2200-01-01"),
                set("Rows", "K5", "1900-01-01"));

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(workbench.workbook(draft, VISITS)))) {
            assertThat(cell(workbook, "K2")).isEqualTo("STRING 1899-12-31");
            assertThat(cell(workbook, "K3")).isEqualTo("STRING 12/31/1899");
            assertThat(cell(workbook, "K4")).isEqualTo("STRING 2200-01-01");
            assertThat(cell(workbook, "K5")).isEqualTo("NUMERIC 1900-01-01");
        }
    }

    @Test
    void aWorkbookThatWasEditedElsewhereTakesItsPlace() throws Exception {
        byte[] sent = new Edited().set(BRACKETS, "D9", 21).bytes(BRACKETS);

        draft = workbench.take(draft.id(), 1, Map.of(BRACKETS, sent));

        assertThat(workbench.workbook(draft, BRACKETS)).isEqualTo(sent);
        assertThat(row(workbench.grid(draft, BRACKETS), 9).cells().get(3)).isEqualTo("21");
    }

    @Test
    void aWorkbookOfAnotherShapeIsRefused() {
        byte[] code = new Edited()
                .set(BRACKETS, "F7", "System.exit(0); insert(\"$param\"")
                .bytes(BRACKETS);
        byte[] without = new Edited()
                .change(BRACKETS, workbook -> workbook.removeSheetAt(workbook.getSheetIndex("Notes")))
                .bytes(BRACKETS);

        for (Map<String, byte[]> sent : List.of(
                Map.of(BRACKETS, code),
                Map.of(BRACKETS, without),
                Map.of("other.xlsx", code),
                Map.of(BRACKETS, new byte[] {1, 2, 3}))) {
            assertThatThrownBy(() -> workbench.take(draft.id(), 1, sent)).isInstanceOf(InvalidTablesException.class);
        }
    }

    @Test
    void whatSomebodyElseChangedIsToldSinceARevision() throws Exception {
        edit(BRACKETS, set("Rules", "D9", "21"));
        edit(BRACKETS, set("Rules", "D9", "x"));
        edit(BRACKETS, set("Rules", "C10", "22"));

        assertThat(workbench.since(draft, 2).orElseThrow().changedRows().keySet())
                .containsExactlyInAnyOrder("unit-brackets/1", "unit-brackets/2");
        assertThat(workbench.since(draft, 3).orElseThrow().changedRows().keySet())
                .containsExactly("unit-brackets/2");
        assertThat(workbench.since(draft, 4)).isEmpty();
    }

    @Test
    void aDraftWhoseBaseIsGoneSaysSo() throws Exception {
        Draft orphan = workbench.drafts().begin(HEAD, "2020-01-01+0123456789ab", Map.of());

        assertThatThrownBy(() -> workbench.check(orphan))
                .isInstanceOf(DraftException.Refused.class)
                .hasMessageContaining("no longer kept");
    }
}
