package org.hearth.draft;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearth.finding.Shown;
import org.hearth.tables.content.CodeList;
import org.hearth.tables.content.Column;
import org.hearth.tables.content.ColumnType.Kind;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.ExampleRow;
import org.hearth.tables.content.Span;
import org.hearth.tables.content.Table;
import org.hearth.tables.workbook.Sheet;
import org.hearth.tables.workbook.WorkbookEditor;

/**
 * Makes edits in a workbook, one after the other. Only rows are edited, of the table, its examples, and the lists of changes and
 * of gaps in its notes: what stands above the headings belongs to the rules. What a cell then holds may be wrong.
 */
final class EditRun {

    private static final Pattern CELL = Pattern.compile("([A-Z]{1,2})([1-9][0-9]{0,6})");

    /** The end of a key that was given to a row by the day from which it holds. */
    private static final Pattern DATED = Pattern.compile(" \\d{4}-\\d{2}-\\d{2}(-\\d+)?$");

    /** More than any cell may hold, by little. */
    private static final int LONGEST = 4_000;

    private static final int MOST_WORDS = 160;

    /** The lists of the sheet Notes that are rows, by the heading of their first column. */
    private static final Map<String, Kind> LISTS = Map.of("changed on", Kind.DATE, "gap after", Kind.TEXT);

    /** Rows below headings, all from 0; {@code last} is the heading row where there is none. */
    private record Area(String sheet, int headings, int last, List<String> names, List<Kind> kinds) {

        boolean holds(int row) {
            return row > headings && row <= last;
        }
    }

    private final Table table;
    private final WorkbookEditor editor;

    /**
     * @param table the table whose columns the workbook has
     * @param editor the workbook
     */
    EditRun(Table table, WorkbookEditor editor) {
        this.table = table;
        this.editor = editor;
    }

    /** The sheet that holds a table's rows. */
    static String sheet(Table table) {
        return table instanceof DecisionTable ? DecisionTable.SHEET : CodeList.SHEET;
    }

    /** The row of the headings, from 0. */
    static int headings(Table table) {
        return table instanceof DecisionTable decisions
                ? decisions.technicalRows().size()
                : 0;
    }

    /**
     * Makes edits.
     *
     * @return what they did, in words
     * @throws InvalidEditException for the first that cannot be made
     */
    String run(List<DraftEdit> edits) throws InvalidEditException {
        String words = "";
        for (int at = 0; at < edits.size(); at++) {
            try {
                words = run(edits.get(at));
            } catch (InvalidEditException e) {
                throw e.at(at);
            } catch (WorkbookEditor.UnfitException e) {
                throw new InvalidEditException(
                                "op",
                                "the sheet does not allow this edit, as of one cell of a formula that fills several",
                                "edit this workbook in a spreadsheet program, and send it as a whole")
                        .at(at);
            }
        }
        String all = table.name() + ": " + (edits.size() == 1 ? words : edits.size() + " edits, the last: " + words);
        return all.length() > MOST_WORDS ? all.substring(0, MOST_WORDS) + "..." : all;
    }

    private String run(DraftEdit edit) throws InvalidEditException {
        if (edit == null || edit.op() == null) {
            throw new InvalidEditException(
                    "op", "the edit does not say what it does", "send set, add, copy, delete or end");
        }
        if (edit.sheet() == null || !editor.has(edit.sheet())) {
            throw new InvalidEditException("sheet", "the workbook has no such sheet", "send `" + sheet(table) + "`");
        }
        return switch (edit.op()) {
            case "set" -> set(edit);
            case "add" -> add(edit);
            case "copy" -> copy(edit);
            case "delete" -> delete(edit);
            case "end" -> end(edit);
            default ->
                throw new InvalidEditException(
                        "op", Shown.value(edit.op()) + " is no edit", "send set, add, copy, delete or end");
        };
    }

    private String set(DraftEdit edit) throws InvalidEditException {
        Matcher name = CELL.matcher(edit.cell() == null ? "" : edit.cell());
        if (!name.matches()) {
            throw new InvalidEditException("cell", "this names no cell", "send a cell such as D9");
        }
        int row = Integer.parseInt(name.group(2)) - 1;
        int column = column(name.group(1));
        Area area = areaOf(edit.sheet(), row, "cell");
        if (column >= area.names().size()) {
            throw new InvalidEditException(
                    "cell",
                    "the cell stands right of the table, where nobody reads it",
                    "send one of the columns A to "
                            + Sheet.columnName(area.names().size() - 1));
        }
        String before = editor.text(edit.sheet(), row, column);
        editor.write(edit.sheet(), row, column, typed(area, column, edit.value(), "value"));
        return edit.cell() + " " + shown(before) + " -> " + shown(editor.text(edit.sheet(), row, column));
    }

    private String add(DraftEdit edit) throws InvalidEditException {
        int after = number(edit.after(), "after") - 1;
        Area area = areas(edit.sheet()).stream()
                .filter(one -> after >= one.headings() && after <= one.last())
                .findFirst()
                .orElseThrow(() -> new InvalidEditException(
                        "after", "no row can be added there", "send a row of a table, or the one of its headings"));
        Map<Integer, Object> values = values(area, edit.values(), "values");
        int row = editor.insertBelow(
                edit.sheet(), after, after == area.headings() && after < area.last() ? after + 1 : after);
        values.forEach((column, value) -> editor.write(edit.sheet(), row, column, value));
        return "row " + (row + 1) + " added" + called(edit.sheet(), row);
    }

    private String copy(DraftEdit edit) throws InvalidEditException {
        int model = number(edit.row(), "row") - 1;
        Area area = areaOf(edit.sheet(), model, "row");
        Map<Integer, Object> values = values(area, edit.values(), "values");
        int row = copied(edit.sheet(), model, values);
        return "row " + (row + 1) + " copied" + called(edit.sheet(), model);
    }

    private int copied(String sheet, int model, Map<Integer, Object> values) {
        int row = editor.insertBelow(sheet, model, model);
        editor.copy(sheet, model, row);
        values.forEach((column, value) -> editor.write(sheet, row, column, value));
        return row;
    }

    private String delete(DraftEdit edit) throws InvalidEditException {
        int row = number(edit.row(), "row") - 1;
        areaOf(edit.sheet(), row, "row");
        String called = called(edit.sheet(), row);
        editor.delete(edit.sheet(), row);
        return "row " + (row + 1) + " deleted" + called;
    }

    private String end(DraftEdit edit) throws InvalidEditException {
        int row = number(edit.row(), "row") - 1;
        Span span = Span.of(table.columns()).stream()
                .filter(one -> one.from().type().kind() == Kind.DATE)
                .findFirst()
                .orElseThrow(() ->
                        new InvalidEditException("op", "the rows of this table have no last day", "delete the row"));
        if (!edit.sheet().equals(sheet(table))) {
            throw new InvalidEditException(
                    "sheet", "no row of this sheet has a last day", "send `" + sheet(table) + "`");
        }
        Area area = areaOf(edit.sheet(), row, "row");
        LocalDate on = edit.on() == null ? null : TypedValue.date(edit.on().strip());
        if (on == null) {
            throw new InvalidEditException("on", "this is no day", "send the last day, such as 2024-12-31");
        }
        int from = span.from().index();
        int through = span.through().index();
        String key = editor.text(edit.sheet(), row, 0);
        String rest = editor.text(edit.sheet(), row, through);
        LocalDate before = TypedValue.date(rest);
        if (edit.then() != null && before != null && !before.isAfter(on)) {
            throw new InvalidEditException(
                    "on",
                    "the row ends with " + before + " already, so that none can follow from the next day",
                    "send an earlier day, or no `then`");
        }
        Map<Integer, Object> following = null;
        if (edit.then() != null) {
            following = new LinkedHashMap<>();
            following.put(from, on.plusDays(1));
            following.put(through, TypedValue.of(Kind.DATE, rest));
            following.put(0, free(edit.sheet(), area, DATED.matcher(key).replaceFirst("") + " " + on.plusDays(1)));
            following.putAll(values(area, edit.then(), "then"));
        }
        editor.write(edit.sheet(), row, through, on);
        if (following != null) {
            copied(edit.sheet(), row, following);
        }
        return "row " + (row + 1) + called(edit.sheet(), row) + " ends with " + on
                + (following == null ? "" : ", another follows");
    }

    /** A key that no row of the area has. */
    private String free(String sheet, Area area, String wanted) {
        Set<String> taken = new HashSet<>();
        for (int row = area.headings() + 1; row <= area.last(); row++) {
            taken.add(editor.text(sheet, row, 0));
        }
        String key = wanted;
        for (int count = 2; taken.contains(key); count++) {
            key = wanted + "-" + count;
        }
        return key;
    }

    private static int number(Integer row, String member) throws InvalidEditException {
        if (row == null || row < 1) {
            throw new InvalidEditException(member, "this is no row", "send the number that the sheet shows, from 1");
        }
        return row;
    }

    private static int column(String letters) {
        int column = 0;
        for (char letter : letters.toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    private Map<Integer, Object> values(Area area, Map<String, String> values, String member)
            throws InvalidEditException {
        Map<Integer, Object> byColumn = new LinkedHashMap<>();
        for (Map.Entry<String, String> value : (values == null ? Map.<String, String>of() : values).entrySet()) {
            int column = area.names().indexOf(value.getKey());
            if (column < 0) {
                throw new InvalidEditException(
                        member,
                        Shown.value(value.getKey()) + " is no heading",
                        "send one of " + String.join(", ", area.names()));
            }
            byColumn.put(column, typed(area, column, value.getValue(), member));
        }
        return byColumn;
    }

    private static Object typed(Area area, int column, String typed, String member) throws InvalidEditException {
        if (typed != null && typed.length() > LONGEST) {
            throw new InvalidEditException(member, "the text is longer than " + LONGEST + " characters", "shorten it");
        }
        return TypedValue.of(area.kinds().get(column), typed);
    }

    private Area areaOf(String sheet, int row, String member) throws InvalidEditException {
        for (Area area : areas(sheet)) {
            if (area.holds(row)) {
                return area;
            }
        }
        throw new InvalidEditException(
                member,
                "no row that an analyst edits stands there",
                "send one of the rows below the headings; what is above them, and new columns, are an engineer's");
    }

    private List<Area> areas(String sheet) {
        if (sheet.equals(sheet(table))) {
            int headings = headings(table);
            return List.of(new Area(
                    sheet,
                    headings,
                    Math.max(headings, editor.last(sheet)),
                    table.columns().stream().map(Column::heading).toList(),
                    table.columns().stream().map(column -> column.type().kind()).toList()));
        }
        if (sheet.equals(ExampleRow.SHEET)) {
            return List.of(area(sheet, 0, Math.max(0, editor.last(sheet)), Kind.TEXT));
        }
        List<Area> areas = new ArrayList<>();
        for (int row = 0; sheet.equals(Table.NOTES) && row <= editor.last(sheet); row++) {
            Kind first = LISTS.get(editor.text(sheet, row, 0));
            if (first != null) {
                int end = row;
                while (!blank(sheet, end + 1)) {
                    end++;
                }
                areas.add(area(sheet, row, end, first));
            }
        }
        return areas;
    }

    private Area area(String sheet, int headings, int last, Kind first) {
        List<String> names = new ArrayList<>();
        for (String name = editor.text(sheet, headings, 0);
                !name.isEmpty();
                name = editor.text(sheet, headings, names.size())) {
            names.add(name);
        }
        List<Kind> kinds = new ArrayList<>(Collections.nCopies(names.size(), Kind.TEXT));
        if (!kinds.isEmpty()) {
            kinds.set(0, first);
        }
        return new Area(sheet, headings, last, names, kinds);
    }

    private boolean blank(String sheet, int row) {
        return editor.text(sheet, row, 0).isEmpty()
                && editor.text(sheet, row, 1).isEmpty()
                && editor.text(sheet, row, 2).isEmpty();
    }

    private String called(String sheet, int row) {
        String key = editor.text(sheet, row, 0);
        return key.isEmpty() ? "" : " (" + key + ")";
    }

    private static String shown(String text) {
        return text.isEmpty() ? "blank" : text;
    }
}
