package org.hearth.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearth.finding.PatchOperation;

/**
 * Corrections that somebody gives with an input of claims.
 *
 * @param claims by claim, each claim once
 * @param certain whether the certain mends of all claims are made as well
 */
public record ClaimCorrections(List<OfClaim> claims, boolean certain) {

    private static final int MOST_CLAIMS = 1_000_000;
    private static final int MOST_OPERATIONS = 1_000;
    /** No number of a claim has more digits on either side of its point; an exponent costs its length when it is written out. */
    private static final int MOST_DIGITS = 20;

    private static final int LONGEST_CLAIM_ID = 1_000;
    private static final int MOST_IDS = 100;
    private static final int MOST_CLAIM = 1_000_000_000;

    /**
     * The corrections of a claim.
     *
     * @param pointer where they stand in the corrections, as an RFC 6901 pointer
     * @param claim which claim of the input it is, from 1; those that cannot be read count as well
     * @param claimId its number, which must be that claim's; {@code null} if nothing is to be compared
     * @param patch the operations, in their order; at least one
     * @param because the ids of the findings that they are for; may be empty
     */
    public record OfClaim(
            String pointer, long claim, String claimId, List<PatchOperation> patch, List<String> because) {

        public OfClaim {
            patch = List.copyOf(patch);
            because = List.copyOf(because);
        }

        /** Names the claim only. */
        @Override
        public String toString() {
            return "OfClaim[" + claim + "]";
        }
    }

    public ClaimCorrections {
        claims = List.copyOf(claims);
    }

    /**
     * Reads them.
     *
     * @param json UTF-8, at most {@link ClaimReader#MAX_BYTES}
     * @throws InvalidCorrectionsException if it is not JSON, or no corrections
     */
    public static ClaimCorrections read(byte[] json) {
        return ClaimReader.withTree(json, () -> readTree(json));
    }

    private static ClaimCorrections readTree(byte[] json) {
        Complaints complaints = new Complaints();
        JsonNode tree;
        try {
            tree = ClaimReader.tree(json, 1, 1);
        } catch (InvalidClaimException e) {
            throw new InvalidCorrectionsException(e.problems());
        }
        ClaimCorrections read = JsonFields.read(tree, "", complaints, fields -> {
            Set<Integer> met = new HashSet<>();
            List<OfClaim> claims =
                    fields.objects("claims", MOST_CLAIMS, (item, index) -> ofClaim(item, "/claims/" + index, met));
            return new ClaimCorrections(claims, Boolean.TRUE.equals(fields.flag("certain")));
        });
        if (!complaints.none()) {
            throw new InvalidCorrectionsException(complaints.list());
        }
        return read;
    }

    private static OfClaim ofClaim(JsonFields fields, String pointer, Set<Integer> met) {
        fields.require("claim", "patch");
        Integer claim = fields.whole("claim", 1, MOST_CLAIM);
        if (claim != null && !met.add(claim)) {
            fields.complain(
                    "claim",
                    String.valueOf(claim),
                    "claim " + claim + " has corrections above",
                    "put all corrections of a claim into one patch");
        }
        List<PatchOperation> patch = fields.objects("patch", MOST_OPERATIONS, (item, index) -> operation(item));
        if (fields.isEmptyList("patch")) {
            fields.complain("patch", null, "the patch has no operation", "leave the claim out");
        }
        String claimId = fields.freeText("claimId", LONGEST_CLAIM_ID);
        List<String> because = fields.texts("because", Shape.CONTROL_NUMBER, MOST_IDS);
        return new OfClaim(pointer, claim == null ? 0 : claim, claimId, patch, because);
    }

    private static PatchOperation operation(JsonFields fields) {
        fields.require("op", "path");
        String op = fields.freeText("op", 10);
        String path = fields.freeText("path", 200);
        if (op != null && !List.of("add", "replace", "remove").contains(op)) {
            fields.complain("op", null, "the operation is none that is made here", "write add, replace or remove");
        }
        if (path != null && !path.startsWith("/")) {
            fields.complain("path", null, "the path does not begin with a slash", "write one such as `/lines/0/units`");
        }
        JsonNode value = fields.any("value");
        if (value == null && !"remove".equals(op)) {
            fields.complain(
                    "value", null, "`value` is missing", "add `value`, or write the operation `remove` to take out");
        }
        String tooLarge = value == null ? null : beyondBounds(value, fields.at("value"));
        if (tooLarge != null) {
            fields.complainOf(
                    tooLarge,
                    "the number is out of range",
                    "write it with at most " + MOST_DIGITS + " digits before its point and as many after it");
            return null;
        }
        return new PatchOperation(op, path, plain(value));
    }

    /** Where in a value a number stands that would cost more than its length; {@code null} if none does. */
    private static String beyondBounds(JsonNode value, String at) {
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            boolean fits = Math.abs((long) number.scale()) <= MOST_DIGITS
                    && (long) number.precision() - number.scale() <= MOST_DIGITS;
            return fits ? null : at;
        }
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String found = beyondBounds(member.getValue(), at + "/" + Pointers.escaped(member.getKey()));
            if (found != null) {
                return found;
            }
        }
        for (int index = 0; value.isArray() && index < value.size(); index++) {
            String found = beyondBounds(value.get(index), at + "/" + index);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** A value as plain Java: text, number, truth, map or list. */
    private static Object plain(JsonNode value) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isObject()) {
            Map<String, Object> members = new LinkedHashMap<>();
            value.properties().forEach(member -> members.put(member.getKey(), plain(member.getValue())));
            return members;
        }
        if (value.isArray()) {
            List<Object> items = new ArrayList<>();
            value.forEach(item -> items.add(plain(item)));
            return items;
        }
        return value.isNumber() ? value.decimalValue() : value.isBoolean() ? value.booleanValue() : value.textValue();
    }
}
