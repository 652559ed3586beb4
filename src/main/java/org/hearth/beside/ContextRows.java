package org.hearth.beside;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    private static final String CLAIM = "claimId";
    private static final String MEMBER = "beneficiaryId";
    private static final String PART = "part";
    private static final String DISCIPLINE = "discipline";
    private static final String FROM = "from";
    private static final String THROUGH = "through";
    private static final String VALUE = "value";
    private static final String NPI = "npi";
    private static final String BILLED = "billedThrough";
    private static final String SIGNED = "signed";
    private static final String SENT = "planSent";
    private static final String ORDERED = "orderSigned";

    private static final List<String> KNOWN =
            List.of(CLAIM, MEMBER, PART, DISCIPLINE, FROM, THROUGH, VALUE, NPI, BILLED, SIGNED, SENT, ORDERED);
    private static final String NONE = "none";

    /** As many as a number in JSON may have. */
    private static final int MOST_DIGITS = 64;

    private static final String PARTS = "write one of "
            + Arrays.stream(ContextFact.values()).map(ContextFact::field).collect(Collectors.joining(", "));

    private final Grid grid;
    private final Headings headings;
    private final FirstProblems problems = new FirstProblems();
    private final ContextsReader reader = new ContextsReader();
    private boolean partsTold;

    private ContextRows(Grid grid) {
        this.grid = grid;
        this.headings = new Headings(grid, KNOWN, List.of(), problems);
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
        if (!headings.has(PART) || !headings.has(CLAIM) && !headings.has(MEMBER)) {
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

    private String cell(int row, String column) {
        return grid.text(row, headings.of(column));
    }

    private String place(int row, String column) {
        return grid.place(row, headings.of(column));
    }

    private void complain(int row, String column, String message, String fix) {
        problems.add(new Problem("", null, place(row, column) + ": " + message, fix));
    }

    private boolean tellsWhatOfWhom(int row) {
        if (cell(row, CLAIM).isEmpty() && cell(row, MEMBER).isEmpty()) {
            complain(
                    row,
                    headings.has(CLAIM) ? CLAIM : MEMBER,
                    "nothing tells whose the row is",
                    "write a claim's number or a member id");
            return false;
        }
        if (part(row) == null) {
            complain(row, PART, "this is no part of a context", partsTold ? "write one of those named above" : PARTS);
            partsTold = true;
            return false;
        }
        return true;
    }

    /** Whose a row is: the claim's, where one is named. */
    private String whose(int row) {
        String claimId = cell(row, CLAIM);
        return claimId.isEmpty() ? "\n" + cell(row, MEMBER) : claimId;
    }

    private ContextFact part(int row) {
        return Arrays.stream(ContextFact.values())
                .filter(fact -> fact.field().equalsIgnoreCase(cell(row, PART)))
                .findFirst()
                .orElse(null);
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
            String claimId = cell(first, CLAIM);
            json.put(claimId.isEmpty() ? MEMBER : CLAIM, claimId.isEmpty() ? cell(first, MEMBER) : claimId);
            ObjectNode context = json.putObject("context");
            places.put(pointer, grid.place(first, -1));
            places.put(pointer + "/" + CLAIM, place(first, CLAIM));
            places.put(pointer + "/" + MEMBER, place(first, MEMBER));
            for (int row : rows) {
                ContextFact part = part(row);
                new Fact(row, part, context, pointer + "/context/" + part.field(), places).take();
            }
            problems.addAll(places.back(reader.add(json, place).stream()
                    .map(ContextRows::ofNoDiscipline)
                    .toList()));
        }
    }

    /** One row, as a member of its claim's context. */
    private final class Fact {

        private final int row;
        private final ContextFact part;
        private final ObjectNode context;
        private final String pointer;
        private final Places places;

        Fact(int row, ContextFact part, ObjectNode context, String pointer, Places places) {
            this.row = row;
            this.part = part;
            this.context = context;
            this.pointer = pointer;
            this.places = places;
            places.put(pointer, place(row, PART));
        }

        void take() {
            switch (part) {
                case UNDER_HOME_HEALTH_PLAN, HOMEBOUND -> {
                    only(VALUE);
                    once(flag(), VALUE);
                }
                case NOTICE_OF_ADMISSION -> {
                    only(FROM);
                    ObjectNode notice = JsonNodeFactory.instance.objectNode();
                    put(notice, "received", FROM, pointer);
                    once(notice, FROM);
                }
                case DIED_ON -> {
                    only(FROM);
                    once(JsonNodeFactory.instance.textNode(cell(row, FROM)), FROM);
                }
                case DISCHARGED_ON, ONE_TIME_VISITS, SECOND_PLAN_EVALUATIONS -> {
                    only(DISCIPLINE, FROM);
                    byDiscipline(JsonNodeFactory.instance.textNode(cell(row, FROM)), FROM);
                }
                case THERAPY_AMOUNT_BEFORE -> {
                    only(DISCIPLINE, VALUE);
                    byDiscipline(amount(), VALUE);
                }
                case HOME_HEALTH_PERIODS ->
                    item(Map.of("from", FROM, "through", THROUGH, "billingProviderNpi", NPI, "billedThrough", BILLED));
                case MEDICARE_ADVANTAGE_PERIODS -> item(Map.of("from", FROM, "through", THROUGH, "claimsBy", VALUE));
                case PAYERS_BEFORE -> item(Map.of("from", FROM, "through", THROUGH, "kind", VALUE));
                case CERTIFICATIONS ->
                    item(Map.of(
                            "discipline",
                            DISCIPLINE,
                            "initialTreatment",
                            FROM,
                            "signed",
                            SIGNED,
                            "planSent",
                            SENT,
                            "orderSigned",
                            ORDERED));
                case INPATIENT_STAYS, HOSPICE_PERIODS, PART_A, PART_B -> item(Map.of("from", FROM, "through", THROUGH));
            }
        }

        /** Complains of cells that say nothing of the part. */
        private void only(String... columns) {
            Set<String> used = Set.of(columns);
            for (String column : KNOWN) {
                boolean names = column.equals(CLAIM) || column.equals(MEMBER) || column.equals(PART);
                if (!names && !used.contains(column) && !cell(row, column).isEmpty()) {
                    complain(
                            row,
                            column,
                            "the column says nothing of `" + part.field() + "`",
                            "leave the cell blank; " + String.join(", ", columns) + " are read");
                }
            }
        }

        private JsonNode flag() {
            switch (cell(row, VALUE).toLowerCase(Locale.ROOT)) {
                case "yes", "true" -> {
                    return JsonNodeFactory.instance.booleanNode(true);
                }
                case "no", "false" -> {
                    return JsonNodeFactory.instance.booleanNode(false);
                }
                default -> {
                    complain(row, VALUE, "this is neither yes nor no", "write yes or no");
                    return JsonNodeFactory.instance.nullNode();
                }
            }
        }

        private JsonNode amount() {
            String value = cell(row, VALUE).replace("$", "").replace(",", "");
            if (value.length() > MOST_DIGITS) {
                // what a number of a million digits is takes minutes to find out
                return JsonNodeFactory.instance.textNode(value);
            }
            try {
                return JsonNodeFactory.instance.numberNode(new BigDecimal(value));
            } catch (NumberFormatException e) {
                return JsonNodeFactory.instance.textNode(value);
            }
        }

        private void once(JsonNode value, String column) {
            places.put(pointer, place(row, column));
            if (context.has(part.field())) {
                complain(
                        row,
                        PART,
                        "`" + part.field() + "` stands above for the same claim already",
                        "leave one row out");
            } else {
                context.set(part.field(), value);
            }
        }

        private void byDiscipline(JsonNode value, String column) {
            String discipline = cell(row, DISCIPLINE);
            ObjectNode all = context.has(part.field())
                    ? (ObjectNode) context.get(part.field())
                    : context.putObject(part.field());
            String at = pointer + "/" + discipline;
            places.put(
                    at,
                    all.has(discipline) ? place(row, column) : place(row, discipline.isEmpty() ? DISCIPLINE : column));
            if (all.has(discipline)) {
                complain(
                        row, DISCIPLINE, "the discipline stands above for the same claim already", "leave one row out");
            } else {
                all.set(discipline, value);
            }
        }

        private void put(ObjectNode to, String member, String column, String at) {
            String text = cell(row, column);
            if (text.isEmpty()) {
                return;
            }
            places.put(at + "/" + member, place(row, column));
            if (member.equals("billedThrough") && text.equalsIgnoreCase(NONE)) {
                to.putNull(member);
            } else {
                to.put(member, text);
            }
        }

        private void item(Map<String, String> columns) {
            ArrayNode all =
                    context.has(part.field()) ? (ArrayNode) context.get(part.field()) : context.putArray(part.field());
            if (cell(row, VALUE).equalsIgnoreCase(NONE) && cell(row, FROM).isEmpty()) {
                only(VALUE);
                return;
            }
            only(columns.values().toArray(String[]::new));
            String at = pointer + "/" + all.size();
            places.put(at, place(row, FROM));
            ObjectNode item = all.addObject();
            columns.forEach((member, column) -> put(item, member, column, at));
        }
    }
}
