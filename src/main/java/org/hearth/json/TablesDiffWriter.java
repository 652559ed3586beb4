package org.hearth.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.hearth.tables.difference.Difference;
import org.hearth.tables.difference.TableDifference;
import org.hearth.tables.difference.TablesDiff;
import org.hearth.tables.workbook.TableProblem;

/** Writes what a change of workbooks changes as JSON. A member without a value is left out; lists are always there. */
public final class TablesDiffWriter {

    private final JsonGenerator json;
    private final Members members;

    TablesDiffWriter(JsonGenerator json) {
        this.json = json;
        this.members = new Members(json);
    }

    /** The differences over several lines, indented by two blanks, with a line break at their end. */
    public static String indented(TablesDiff diff) {
        return Json.indented(json -> {
                    json.writeStartObject();
                    new TablesDiffWriter(json).fields(diff);
                    json.writeEndObject();
                })
                + "\n";
    }

    /** The differences as {@link #indented(TablesDiff)} writes them, and {@code words} that say the same. */
    public static String indented(TablesDiff diff, List<String> words) {
        return Json.indented(json -> {
                    json.writeStartObject();
                    new TablesDiffWriter(json).fields(diff);
                    new Members(json).texts("words", words);
                    json.writeEndObject();
                })
                + "\n";
    }

    void fields(TablesDiff diff) throws IOException {
        members.number("compared", diff.compared());
        json.writeBooleanField("whole", diff.whole());
        members.objects("tables", diff.tables(), this::table);
        json.writeObjectFieldStart("problems");
        problems("before", diff.before());
        problems("after", diff.after());
        json.writeEndObject();
    }

    private void table(TableDifference table) throws IOException {
        members.text("table", table.table());
        members.text("workbook", table.workbook());
        members.text("kind", table.kind().label());
        members.number("rows", table.rows());
        members.objects("differences", table.differences(), this::difference);
    }

    private void difference(Difference difference) throws IOException {
        members.text("part", difference.part().label());
        members.text("kind", difference.kind().label());
        members.text("key", difference.key());
        members.text("renamedTo", difference.renamedTo());
        members.objects("values", difference.values(), value -> {
            members.text("heading", value.heading());
            members.text("before", value.before());
            members.text("after", value.after());
        });
    }

    private void problems(String edition, List<TableProblem> problems) throws IOException {
        members.objects(edition, problems, problem -> {
            members.text("workbook", problem.workbook());
            members.text("sheet", problem.sheet());
            members.text("cell", problem.cell());
            members.text("message", problem.message());
            members.text("fix", problem.fix());
        });
    }
}
