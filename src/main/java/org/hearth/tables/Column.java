package org.hearth.tables;

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

    /**
     * Refuses a word for no limit where it would say something else, or nothing.
     *
     * @throws ColumnType.BadCell if it cannot stand in this column
     */
    void allow(Unbound unbound) throws ColumnType.BadCell {
        boolean left = "CONDITION".equals(role) || "ACTION".equals(role);
        boolean spoken =
                switch (unbound) {
                    case ANY -> left || role == null && !type.kind().measured();
                    case OPEN -> type.kind().measured();
                    case NONE -> !type.kind().measured() || role == null && type.kind() == ColumnType.Kind.AMOUNT;
                };
        if (!spoken) {
            throw new ColumnType.BadCell(
                    "`" + unbound.name().toLowerCase(java.util.Locale.ROOT) + "` says nothing here",
                    "write a value of the kind that the sheet Notes names");
        }
    }
}
