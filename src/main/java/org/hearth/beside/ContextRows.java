package org.hearth.beside;

import static org.hearth.beside.ContextSheet.CLAIM;
import static org.hearth.beside.ContextSheet.KNOWN;
import static org.hearth.beside.ContextSheet.MEMBER;
import static org.hearth.beside.ContextSheet.PART;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hearth.claim.ContextFact;
import org.hearth.data.MemoryShare;
import org.hearth.json.ContextsReader;
import org.hearth.json.FirstProblems;
import org.hearth.json.GivenContexts;
import org.hearth.json.Problem;

/**
 * Contexts beside claims as JSON, or as rows of a CSV file or workbook: a row is one fact of one claim, or of all claims of a
 * member; {@code part} is the member of the context's JSON form that it belongs to. A row that is wrong costs the entry of its
 * claim.
 */
public final class ContextRows {

    private static final String PARTS = "write one of "
            + Arrays.stream(ContextFact.values()).map(ContextFact::field).collect(Collectors.joining(", "));

    private final Grid grid;
    private final FirstProblems problems = new FirstProblems();
    private final ContextSheet sheet;
    private final ContextsReader reader = new ContextsReader();
    private boolean partsTold;

    private ContextRows(Grid grid) {
        this.grid = grid;
        this.sheet = new ContextSheet(grid, problems);
    }

    /** Reads contexts, told by their content. */
    public static GivenContexts read(byte[] content) {
        return MemoryShare.hold(Grid.bytesToRead(content), () -> told(content));
    }

    private static GivenContexts told(byte[] content) {
        if (Kind.isJson(content)) {
            return ContextsReader.read(content);
        }
        try {
            return new ContextRows(Grid.read(content)).read();
        } catch (Grid.UnreadableException e) {
            return new GivenContexts(
                    List.of(), List.of(e.problem("give the contexts as JSON, CSV or an Excel workbook (.xlsx)")));
        }
    }

    private GivenContexts read() {
        if (!sheet.has(PART) || !sheet.has(CLAIM) && !sheet.has(MEMBER)) {
            problems.add(new Problem(
                    "",
                    null,
                    "the first row does not name the columns `part` and `claimId` or `beneficiaryId`",
                    "write the headings " + String.join(", ", KNOWN) + ", or those of them that are needed"));
            return new GivenContexts(List.of(), problems.list());
        }
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        for (int row = 1; row < grid.rows().size(); row++) {
            if (!grid.isBlank(row) && tellsWhatOfWhom(row)) {
                rows.computeIfAbsent(whose(row), entry -> new ArrayList<>(1)).add(row);
            }
        }
        int place = 0;
        for (List<Integer> entry : rows.values()) {
            Optional<Problem> tooMany = grid.tooMany(entry);
            if (tooMany.isPresent()) {
                problems.add(tooMany.get());
            } else {
                new Entry(place++).take(entry);
            }
        }
        return new GivenContexts(reader.contexts(), problems.list());
    }

    /** A member without a name is a row without a discipline. */
    private static Problem ofNoDiscipline(Problem problem) {
        return problem.pointer().endsWith("/")
                ? new Problem(
                        problem.pointer(), null, "the row does not say of which discipline", "write the discipline")
                : problem;
    }

    private boolean tellsWhatOfWhom(int row) {
        if (sheet.cell(row, CLAIM).isEmpty() && sheet.cell(row, MEMBER).isEmpty()) {
            sheet.complain(
                    row,
                    sheet.has(CLAIM) ? CLAIM : MEMBER,
                    "nothing tells whose the row is",
                    "write a claim's number or a member id");
            return false;
        }
        if (sheet.part(row) == null) {
            sheet.complain(
                    row, PART, "this is no part of a context", partsTold ? "write one of those named above" : PARTS);
            partsTold = true;
            return false;
        }
        return true;
    }

    /** Whose a row is: the claim's, where one is named. */
    private String whose(int row) {
        String claimId = sheet.cell(row, CLAIM);
        return claimId.isEmpty() ? "\n" + sheet.cell(row, MEMBER) : claimId;
    }

    /** The rows of one claim, or of one member. */
    private final class Entry {

        // of one entry alone: the JSON of a whole file and the cells of all of its members take many times its memory
        private final Places places = new Places();
        private final ObjectNode json = JsonNodeFactory.instance.objectNode();
        private final int place;
        private final String pointer;

        Entry(int place) {
            this.place = place;
            this.pointer = "/claims/" + place;
        }

        void take(List<Integer> rows) {
            int first = rows.get(0);
            String claimId = sheet.cell(first, CLAIM);
            json.put(claimId.isEmpty() ? MEMBER : CLAIM, claimId.isEmpty() ? sheet.cell(first, MEMBER) : claimId);
            ObjectNode context = json.putObject("context");
            places.put(pointer, grid.place(first, -1));
            places.put(pointer + "/" + CLAIM, sheet.place(first, CLAIM));
            places.put(pointer + "/" + MEMBER, sheet.place(first, MEMBER));
            for (int row : rows) {
                ContextFact part = sheet.part(row);
                new ContextMember(sheet, row, part, context, pointer + "/context/" + part.field(), places).take();
            }
            problems.addAll(places.back(reader.add(json, place).stream()
                    .map(ContextRows::ofNoDiscipline)
                    .toList()));
        }
    }
}
