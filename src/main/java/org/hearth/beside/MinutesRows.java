package org.hearth.beside;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hearth.claim.Claim;
import org.hearth.claim.ServiceLine;
import org.hearth.data.MemoryShare;
import org.hearth.json.ClaimMinutes;
import org.hearth.json.FirstProblems;
import org.hearth.json.InvalidMinutesException;
import org.hearth.json.MinutesReader;
import org.hearth.json.Problem;
import org.hearth.tables.workbook.CsvRow;
import org.hearth.tables.workbook.PlainWorkbook;

/**
 * Treatment minutes beside claims as JSON, or as rows of a CSV file or workbook: a row is one line of one claim. A row without any
 * minutes says nothing, as those of a template that is not filled in whole.
 */
public final class MinutesRows {

    private static final String CLAIM = "claimId";
    private static final String LINE = "lineNumber";
    private static final String CONTROL = "lineControl";
    private static final String MINUTES = "minutes";
    private static final List<String> BY = List.of("therapist", "assistant", "together");

    private static final List<String> KNOWN = List.of(CLAIM, LINE, CONTROL, MINUTES, BY.get(0), BY.get(1), BY.get(2));
    /** What a template says of each line, so that whoever fills it in knows which it is. */
    private static final List<String> ABOUT = List.of("date", "code", "units");

    private static final List<String> TEMPLATE =
            List.of(CLAIM, LINE, CONTROL, "date", "code", "units", MINUTES, BY.get(0), BY.get(1), BY.get(2));

    private final Grid grid;
    private final Headings headings;
    private final FirstProblems problems = new FirstProblems();
    private final MinutesReader reader = new MinutesReader();

    private MinutesRows(Grid grid) {
        this.grid = grid;
        this.headings = new Headings(grid, KNOWN, ABOUT, problems);
    }

    /**
     * Reads minutes, told by their content.
     *
     * @throws InvalidMinutesException if they cannot be read whole
     */
    public static List<ClaimMinutes> read(byte[] content) throws IOException {
        return MemoryShare.hold(Grid.bytesToRead(content), () -> told(content));
    }

    private static List<ClaimMinutes> told(byte[] content) throws IOException {
        if (content.length == 0 || Kind.isJson(content)) {
            return MinutesReader.read(new ByteArrayInputStream(content));
        }
        try {
            return new MinutesRows(Grid.read(content)).read();
        } catch (Grid.UnreadableException e) {
            throw new InvalidMinutesException(
                    List.of(e.problem("give the minutes as JSON, CSV or an Excel workbook (.xlsx)")));
        }
    }

    private List<ClaimMinutes> read() throws InvalidMinutesException {
        if (!headings.has(CLAIM)) {
            problems.add(new Problem(
                    "",
                    null,
                    "the first row does not name the column `claimId`",
                    "write the headings " + String.join(", ", TEMPLATE)));
        }
        Map<String, List<Integer>> rows = new LinkedHashMap<>();
        for (int row = 1; problems.none() && row < grid.rows().size(); row++) {
            if (says(row)) {
                rows.computeIfAbsent(cell(row, CLAIM), claim -> new ArrayList<>(1))
                        .add(row);
            }
        }
        int place = 0;
        for (Map.Entry<String, List<Integer>> claim : rows.entrySet()) {
            List<Integer> of = claim.getValue();
            Optional<Problem> tooMany = claim.getKey().isEmpty() ? Optional.empty() : grid.tooMany(of);
            if (tooMany.isPresent()) {
                problems.add(tooMany.get());
            } else {
                // of rows that name no claim the first tells enough
                take(claim.getKey(), claim.getKey().isEmpty() ? of.subList(0, 1) : of, place++);
            }
        }
        if (!problems.none()) {
            throw new InvalidMinutesException(problems.list());
        }
        return reader.claims();
    }

    private String cell(int row, String column) {
        return CsvRow.unguarded(grid.text(row, headings.of(column)));
    }

    private boolean says(int row) {
        return !cell(row, MINUTES).isEmpty() || by(row);
    }

    private boolean by(int row) {
        return BY.stream().anyMatch(column -> !cell(row, column).isEmpty());
    }

    // claim by claim, as the JSON of a whole file and the cells of all of its members take many times its memory
    private void take(String claimId, List<Integer> rows, int place) {
        Places places = new Places();
        places.put("/claims/" + place, grid.place(rows.get(0), headings.of(CLAIM)));
        ObjectNode claim = JsonNodeFactory.instance.objectNode();
        claim.put(CLAIM, claimId);
        ArrayNode lines = claim.putArray("lines");
        for (int row : rows) {
            String pointer = "/claims/" + place + "/lines/" + lines.size();
            places.put(pointer, grid.place(row, -1));
            ObjectNode line = lines.addObject();
            number(line, LINE, row, pointer, places);
            if (!cell(row, CONTROL).isEmpty()) {
                places.put(pointer + "/" + CONTROL, grid.place(row, headings.of(CONTROL)));
                line.put(CONTROL, cell(row, CONTROL));
            }
            number(line, MINUTES, row, pointer, places);
            if (by(row)) {
                ObjectNode shares = line.putObject("minutesBy");
                BY.forEach(column -> number(shares, column, row, pointer + "/minutesBy", places));
            }
        }
        problems.addAll(places.back(reader.add(claim, place)));
    }

    private void number(ObjectNode to, String column, int row, String pointer, Places places) {
        String text = cell(row, column);
        if (text.isEmpty()) {
            return;
        }
        places.put(pointer + "/" + column, grid.place(row, headings.of(column)));
        if (text.matches("\\d{1,9}")) {
            to.put(column, Integer.parseInt(text));
        } else {
            to.put(column, text);
        }
    }

    /** The rows to fill in for claims, headings first: a row a line with a code, and nothing of the patient. */
    public static final class Template {

        private final List<List<String>> rows = new ArrayList<>(List.of(TEMPLATE));

        /** Adds a claim's lines. */
        public void add(Claim claim) {
            for (ServiceLine line : claim.lines()) {
                if (line.hcpcs() != null) {
                    rows.add(List.of(
                            claim.claimId(),
                            String.valueOf(line.lineNumber()),
                            text(line.lineControl()),
                            text(line.serviceDate()),
                            line.hcpcs(),
                            line.units() == null ? "" : line.units().toPlainString(),
                            "",
                            "",
                            "",
                            ""));
                }
            }
        }

        private static String text(Object value) {
            return value == null ? "" : value.toString();
        }

        /** As CSV. */
        public String csv() {
            return rows.stream().map(CsvRow::of).collect(Collectors.joining());
        }

        /** As a workbook (.xlsx). */
        public byte[] workbook() {
            return PlainWorkbook.of("Minutes", rows);
        }
    }
}
