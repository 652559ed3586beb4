package org.hearth.tables.content;

import java.util.ArrayList;
import java.util.List;

/**
 * A column of a workbook.
 *
 * @param index its place in the sheet, from 0
 * @param heading its plain heading
 * @param type what its cells hold
 * @param meaning what it is, for the analyst
 * @param role what the engine does with it: {@code NAME}, {@code CONDITION}, {@code ACTION}, {@code METADATA}; {@code
 *     null} in a code list
 */
public record Column(int index, String heading, ColumnType type, String meaning, String role) {

    /** The heading of the day on which somebody last compared the row with its source; a day, never open. */
    public static final String CHECKED_ON = "checked on";

    /** The words for no limit that may stand in the column, such as {@code any}. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        for (Unbound unbound : Unbound.values()) {
            try {
                allow(unbound);
                words.add(RowsMirror.text(unbound));
            } catch (ColumnType.BadCell refused) {
                continue;
            }
        }
        return words;
    }

    /**
     * Refuses a word for no limit where it would say something else, or nothing.
     *
     * @throws ColumnType.BadCell if it cannot stand in this column
     */
    void allow(Unbound unbound) throws ColumnType.BadCell {
        boolean live = "CONDITION".equals(role) || "ACTION".equals(role);
        ColumnType.Kind kind = type.kind();
        boolean spoken =
                switch (unbound) {
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
        if (!spoken) {
            throw new ColumnType.BadCell(
                    "`" + unbound.name().toLowerCase(java.util.Locale.ROOT) + "` says nothing here",
                    "write a value of the kind that the sheet Notes names");
        }
    }
}
