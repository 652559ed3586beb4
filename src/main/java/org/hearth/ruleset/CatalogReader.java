package org.hearth.ruleset;

import java.util.ArrayList;
import java.util.List;
import org.hearth.catalog.FindingCatalog;
import org.hearth.catalog.FindingType;
import org.hearth.catalog.NotJudged;
import org.hearth.finding.ResponseCodes;
import org.hearth.tables.content.CodeList;
import org.hearth.tables.content.Row;
import org.hearth.tables.content.Unbound;
import org.hearth.tables.workbook.TableProblem;

/** Reads the findings workbook, and that of what is not judged, into the catalogue. */
final class CatalogReader {

    private CatalogReader() {}

    /**
     * The catalogue; a row that cannot be read is added to the problems and left out.
     *
     * @param notJudged {@code null} where the workbook is missing or broken
     */
    static FindingCatalog read(CodeList findings, CodeList notJudged, List<TableProblem> problems) {
        List<FindingType> types = new ArrayList<>();
        for (Row row : findings.rows()) {
            try {
                types.add(type(row));
            } catch (IllegalArgumentException | ClassCastException e) {
                problems.add(new TableProblem(
                        findings.workbook(),
                        row.reference().sheet(),
                        row.reference().cell(),
                        e instanceof ClassCastException ? "a cell of the row is no text" : e.getMessage(),
                        "write the row as the sheet Notes says"));
            }
        }
        List<NotJudged> beyond = notJudged == null
                ? List.of()
                : notJudged.rows().stream()
                        .map(row -> new NotJudged(row.key(), text(row, "says")))
                        .toList();
        return new FindingCatalog(types, beyond);
    }

    private static FindingType type(Row row) {
        return FindingType.of(
                row.key(),
                text(row, "title"),
                text(row, "effect"),
                orEmpty(text(row, "field")),
                text(row, "form locator"),
                text(row, "message"),
                text(row, "fix"),
                text(row, "patch"),
                text(row, "mend"),
                text(row, "source"),
                new ResponseCodes(text(row, "fiss"), text(row, "carc"), text(row, "rarc"), text(row, "claim status")));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static String text(Row row, String heading) {
        Object value = row.values().get(heading);
        return value == Unbound.NONE || "none".equals(value) || "".equals(value) ? null : (String) value;
    }
}
