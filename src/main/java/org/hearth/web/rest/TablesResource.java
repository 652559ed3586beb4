package org.hearth.web.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearth.json.Problems;
import org.hearth.release.ActiveRuleset;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.RowsMirror;
import org.hearth.tables.content.Table;
import org.hearth.web.request.Answers;
import org.hearth.web.request.CurrentRuleset;

/** {@code GET /v1/tables}: the workbooks of the active ruleset, and their rows. */
@Path("/v1/tables")
@Produces(MediaType.APPLICATION_JSON)
public final class TablesResource {

    /** A table; {@code kind} is {@code decision-table} or {@code code-list}, {@code rows} their number. */
    public record Summary(String name, String workbook, String kind, int rows, String dates, String about) {}

    /** A column by its heading. */
    public record Heading(String heading, String meaning) {}

    /** A row; {@code cell} holds its key, {@code values} are the texts of its cells by heading. */
    public record Cells(String key, String sheet, String cell, Map<String, String> values) {}

    /** A table with its rows. */
    public record Whole(
            String name,
            String workbook,
            String kind,
            String dates,
            String about,
            List<Heading> columns,
            List<Cells> rows) {}

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final CurrentRuleset current;

    TablesResource(CurrentRuleset current) {
        this.current = current;
    }

    /** All tables, by name. */
    @GET
    public List<Summary> all() {
        return current.get().ruleset().tables().stream()
                .map(TablesResource::summary)
                .toList();
    }

    /** One table. */
    @GET
    @Path("{name}")
    public Whole one(@PathParam("name") String name) {
        Table table = table(current.get(), name);
        return new Whole(
                table.name(),
                table.workbook(),
                kind(table),
                table.dates(),
                table.about(),
                table.columns().stream()
                        .map(column -> new Heading(column.heading(), column.meaning()))
                        .toList(),
                table.rows().stream()
                        .map(row -> new Cells(
                                row.key(),
                                row.reference().sheet(),
                                row.reference().cell(),
                                texts(row.values())))
                        .toList());
    }

    /** One table's workbook. */
    @GET
    @Path("{name}.xlsx")
    @Produces(WORKBOOK)
    public Response workbook(@PathParam("name") String name) {
        ActiveRuleset.Loaded loaded = current.get();
        String workbook = table(loaded, name).workbook();
        return Response.ok(loaded.files().files().get(RulesetFiles.TABLES + workbook))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + workbook.substring(workbook.lastIndexOf('/') + 1) + "\"")
                .build();
    }

    private static Table table(ActiveRuleset.Loaded loaded, String name) {
        return loaded.ruleset().tables().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Answers.refusal(
                        Problems.of(404, "no such table", "no table has this name; GET /v1/tables lists them all")));
    }

    static Summary summary(Table table) {
        return new Summary(
                table.name(), table.workbook(), kind(table), table.rows().size(), table.dates(), table.about());
    }

    private static String kind(Table table) {
        return table instanceof DecisionTable ? "decision-table" : "code-list";
    }

    private static Map<String, String> texts(Map<String, Object> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((heading, value) -> texts.put(heading, RowsMirror.text(value)));
        return texts;
    }
}
