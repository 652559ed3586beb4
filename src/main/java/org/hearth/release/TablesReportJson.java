package org.hearth.release;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.hearth.finding.RowReference;
import org.hearth.tables.workbook.TableProblem;

/** A {@link TablesReport} as JSON, for machines. */
public final class TablesReportJson {

    private TablesReportJson() {}

    /** The whole report. */
    public static ObjectNode of(TablesReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("sound", report.sound());
        report.ruleset().ifPresent(ruleset -> json.put("ruleset", ruleset.version()));
        json.set("problems", problems(report.problems()));
        json.set("warnings", problems(report.warnings()));
        ObjectNode examples = json.putObject("examples");
        examples.put("run", report.ruleset().isPresent());
        examples.put("passed", report.passed());
        ArrayNode failed = examples.putArray("failed");
        for (TablesReport.FailedExample failure : report.failed()) {
            ObjectNode entry = failed.addObject();
            entry.put("where", failure.example().where());
            entry.put("name", failure.example().name());
            failure.instead().forEach(entry.putArray("instead")::add);
        }
        ArrayNode shared = examples.putArray("shared");
        for (SharedRow row : report.shared()) {
            ObjectNode entry = shared.addObject();
            entry.setAll(row(row.row()));
            entry.put("change", row.change());
            ArrayNode users = entry.putArray("examples");
            row.examples().forEach(one -> users.add(one.example().toString()));
        }
        ArrayNode unreached = examples.putArray("unreached");
        for (RowReference row : report.unreached()) {
            unreached.add(row(row));
        }
        return json;
    }

    private static ObjectNode row(RowReference row) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("table", row.table())
                .put("row", row.row())
                .put("workbook", row.workbook())
                .put("sheet", row.sheet())
                .put("cell", row.cell());
    }

    /** Problems of workbooks, one object each; what a problem is not about is left out. */
    public static ArrayNode problems(List<TableProblem> problems) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (TableProblem problem : problems) {
            ObjectNode entry = array.addObject();
            entry.put("workbook", problem.workbook());
            if (problem.sheet() != null) {
                entry.put("sheet", problem.sheet());
            }
            if (problem.cell() != null) {
                entry.put("cell", problem.cell());
            }
            entry.put("message", problem.message());
            entry.put("fix", problem.fix());
        }
        return array;
    }
}
