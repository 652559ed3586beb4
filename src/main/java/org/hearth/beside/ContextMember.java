package org.hearth.beside;

import static org.hearth.beside.ContextSheet.BILLED;
import static org.hearth.beside.ContextSheet.CLAIM;
import static org.hearth.beside.ContextSheet.DISCIPLINE;
import static org.hearth.beside.ContextSheet.FROM;
import static org.hearth.beside.ContextSheet.KNOWN;
import static org.hearth.beside.ContextSheet.MEMBER;
import static org.hearth.beside.ContextSheet.NPI;
import static org.hearth.beside.ContextSheet.ORDERED;
import static org.hearth.beside.ContextSheet.PART;
import static org.hearth.beside.ContextSheet.SENT;
import static org.hearth.beside.ContextSheet.SIGNED;
import static org.hearth.beside.ContextSheet.THROUGH;
import static org.hearth.beside.ContextSheet.VALUE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hearth.claim.ContextFact;

/** One row of a sheet of contexts, as a member of its claim's context. */
final class ContextMember {

    private static final String NONE = "none";

    /** As many as a number in JSON may have. */
    private static final int MOST_DIGITS = 64;

    private final ContextSheet sheet;
    private final int row;
    private final ContextFact part;
    private final ObjectNode context;
    private final String pointer;
    private final Places places;

    /**
     * A row.
     *
     * @param context takes it
     * @param pointer where its part stands in the JSON of its claim
     * @param places takes where its cells stand
     */
    ContextMember(ContextSheet sheet, int row, ContextFact part, ObjectNode context, String pointer, Places places) {
        this.sheet = sheet;
        this.row = row;
        this.part = part;
        this.context = context;
        this.pointer = pointer;
        this.places = places;
        places.put(pointer, sheet.place(row, PART));
    }

    private String cell(String column) {
        return sheet.cell(row, column);
    }

    private String place(String column) {
        return sheet.place(row, column);
    }

    private void complain(String column, String message, String fix) {
        sheet.complain(row, column, message, fix);
    }

    /** Puts the row into the context, or says why it cannot stand there. */
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
                once(JsonNodeFactory.instance.textNode(cell(FROM)), FROM);
            }
            case DISCHARGED_ON, ONE_TIME_VISITS, SECOND_PLAN_EVALUATIONS -> {
                only(DISCIPLINE, FROM);
                byDiscipline(JsonNodeFactory.instance.textNode(cell(FROM)), FROM);
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
            if (!names && !used.contains(column) && !cell(column).isEmpty()) {
                complain(
                        column,
                        "the column says nothing of `" + part.field() + "`",
                        "leave the cell blank; " + String.join(", ", columns) + " are read");
            }
        }
    }

    private JsonNode flag() {
        switch (cell(VALUE).toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> {
                return JsonNodeFactory.instance.booleanNode(true);
            }
            case "no", "false" -> {
                return JsonNodeFactory.instance.booleanNode(false);
            }
            default -> {
                complain(VALUE, "this is neither yes nor no", "write yes or no");
                return JsonNodeFactory.instance.nullNode();
            }
        }
    }

    private JsonNode amount() {
        String value = cell(VALUE).replace("$", "").replace(",", "");
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
        places.put(pointer, place(column));
        if (context.has(part.field())) {
            complain(PART, "`" + part.field() + "` stands above for the same claim already", "leave one row out");
        } else {
            context.set(part.field(), value);
        }
    }

    private void byDiscipline(JsonNode value, String column) {
        String discipline = cell(DISCIPLINE);
        ObjectNode all =
                context.has(part.field()) ? (ObjectNode) context.get(part.field()) : context.putObject(part.field());
        String at = pointer + "/" + discipline;
        places.put(at, all.has(discipline) ? place(column) : place(discipline.isEmpty() ? DISCIPLINE : column));
        if (all.has(discipline)) {
            complain(DISCIPLINE, "the discipline stands above for the same claim already", "leave one row out");
        } else {
            all.set(discipline, value);
        }
    }

    private void put(ObjectNode to, String member, String column, String at) {
        String text = cell(column);
        if (text.isEmpty()) {
            return;
        }
        places.put(at + "/" + member, place(column));
        if (member.equals("billedThrough") && text.equalsIgnoreCase(NONE)) {
            to.putNull(member);
        } else {
            to.put(member, text);
        }
    }

    private void item(Map<String, String> columns) {
        ArrayNode all =
                context.has(part.field()) ? (ArrayNode) context.get(part.field()) : context.putArray(part.field());
        if (cell(VALUE).equalsIgnoreCase(NONE) && cell(FROM).isEmpty()) {
            only(VALUE);
            return;
        }
        only(columns.values().toArray(String[]::new));
        String at = pointer + "/" + all.size();
        places.put(at, place(FROM));
        ObjectNode item = all.addObject();
        columns.forEach((member, column) -> put(item, member, column, at));
    }
}
