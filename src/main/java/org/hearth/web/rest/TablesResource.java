package org.hearth.web.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearth.draft.Grid;
import org.hearth.draft.TableSearch;
import org.hearth.draft.Workbench;
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

    /**
     * A table; {@code kind} is {@code decision-table} or {@code code-list}, {@code rows} their number, {@code examples} that of its
     * own examples, {@code staleRows} that of the rows that nobody has compared with their sources for more than a year.
     */
    public record Summary(
            String name,
            String workbook,
            String kind,
            int rows,
            String dates,
            String about,
            int examples,
            int staleRows) {}

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

    /** The media type of a workbook. */
    static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int LEAST_SOUGHT = 2;
    private static final int MOST_SOUGHT = 80;

    private final CurrentRuleset current;
    private final Workbench workbench;

    TablesResource(CurrentRuleset current, Workbench workbench) {
        this.current = current;
        this.workbench = workbench;
    }

    /** All tables, by name; or where in all of them, and in the examples of the pages, a text stands. */
    @GET
    public Object all(@QueryParam("search") String search) {
        ActiveRuleset.Loaded loaded = current.get();
        if (search == null) {
            return loaded.ruleset().tables().stream()
                    .map(TablesResource::summary)
                    .toList();
        }
        String sought = search.strip();
        if (sought.length() < LEAST_SOUGHT || sought.length() > MOST_SOUGHT) {
            throw Answers.refusal(Problems.of(
                    422,
                    "not a text to search for",
                    "`search` has fewer than " + LEAST_SOUGHT + " characters, or more than " + MOST_SOUGHT));
        }
        return TableSearch.of(loaded, sought);
    }

    /** One table as a grid. */
    @GET
    @Path("{name}/grid")
    public Grid grid(@PathParam("name") String name) {
        ActiveRuleset.Loaded loaded = current.get();
        return workbench.grid(loaded, DraftCalls.file(loaded.files(), name));
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
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(workbook))
                .build();
    }

    /** The header of an answer that a browser keeps as a file. */
    static String attachment(String workbook) {
        return "attachment; filename=\"" + workbook.substring(workbook.lastIndexOf('/') + 1) + "\"";
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
                table.name(),
                table.workbook(),
                kind(table),
                table.rows().size(),
                table.dates(),
                table.about(),
                table.examples().size(),
                Workbench.stale(table));
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
