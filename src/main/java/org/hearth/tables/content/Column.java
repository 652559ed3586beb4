package org.hearth.tables.content;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hearth.tables.workbook.RawCell;

/**
 * A column of a workbook.
 *
 * @param index its place in the sheet, from 0
 * @param heading its plain heading
 * @param type what its cells hold
 * @param meaning what it is, for the analyst
 * @param role what the engine does with it: {@code NAME}, {@code CONDITION}, {@code ACTION}, {@code METADATA}; {@code
 *     null} in a code list
 * @param bounds which of its numbers make sense; {@link Bounds#NONE} where nothing is declared, and where it holds none
 */
public record Column(int index, String heading, ColumnType type, String meaning, String role, Bounds bounds) {

    /** The heading of the day on which somebody last compared the row with its source; a day, never open. */
    public static final String CHECKED_ON = "checked on";

    /** The same column with other bounds. */
    public Column with(Bounds others) {
        return new Column(index, heading, type, meaning, role, others);
    }

    /** The words for no limit that may stand in the column, such as {@code any}. */
    public List<String> words() {
        return type.kind() == ColumnType.Kind.TEXT
                ? List.of()
                : Arrays.stream(Unbound.values())
                        .filter(this::allows)
                        .map(Column::word)
                        .toList();
    }

    /**
     * The value of a cell, as {@link ColumnType#read} has it, which may stand in this column.
     *
     * @throws ColumnType.BadCell if it may not
     */
    Object read(RawCell cell) throws ColumnType.BadCell {
        if (cell.blank() && type.kind() != ColumnType.Kind.TEXT) {
            throw new ColumnType.BadCell("the cell is blank", fix());
        }
        Object value = type.read(cell);
        if (value instanceof Unbound unbound && !allows(unbound)) {
            throw new ColumnType.BadCell("`" + word(unbound) + "` says nothing here", fix());
        }
        return value;
    }

    /** What to write into a cell of the column: a value of its kind, or one of the words that it allows. */
    private String fix() {
        StringBuilder fix = new StringBuilder("write ").append(type.wanted(heading));
        // of a day both words say the same, and `open` is the one that every table has
        if (allows(Unbound.ANY) && !(type.kind() == ColumnType.Kind.DATE && allows(Unbound.OPEN))) {
            fix.append(", or any where it does not matter");
        }
        if (allows(Unbound.OPEN)) {
            fix.append(", or open");
        }
        if (role == null && allows(Unbound.NONE)) {
            fix.append(", or none where there is none");
        }
        return fix.toString();
    }

    private static String word(Unbound unbound) {
        return unbound.name().toLowerCase(Locale.ROOT);
    }

    /** Whether a word for no limit says something here, and nothing else than it does elsewhere. */
    private boolean allows(Unbound unbound) {
        boolean live = "CONDITION".equals(role) || "ACTION".equals(role);
        ColumnType.Kind kind = type.kind();
        if (kind == ColumnType.Kind.KEY || kind == ColumnType.Kind.SOURCE) {
            return false;
        }
        return switch (unbound) {
            case ANY -> live || role == null && !kind.measured();
            // a date that an action takes has no far end to stand for
            case OPEN ->
                kind.measured()
                        && !("ACTION".equals(role) && kind == ColumnType.Kind.DATE)
                        && !heading.equals(CHECKED_ON);
            case NONE ->
                kind == ColumnType.Kind.AMOUNT || kind == ColumnType.Kind.NUMBER
                        ? role == null
                        : !kind.measured() && kind != ColumnType.Kind.FINDING;
        };
    }
}
