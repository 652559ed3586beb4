package org.hearth.release;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.hearth.claim.Claim;
import org.hearth.claim.Door;
import org.hearth.claim.Origin;
import org.hearth.facts.claim.Identifiers;
import org.hearth.json.ClaimReader;
import org.hearth.json.ClaimWriter;
import org.hearth.json.InvalidClaimException;
import org.hearth.tables.content.ExampleRow;

/**
 * Says a claim in the words of an example: its numbers and names are replaced, what an example cannot say is left out, and
 * what is so without being said is not said. Whatever else the words do not say is refused: they are read again and compared
 * with what was meant.
 */
final class ClaimInWords {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** Numbers are the same whatever their last zeros. */
    private static final Comparator<JsonNode> SAME = (a, b) ->
            a.equals(b) || a.isNumber() && b.isNumber() && a.decimalValue().compareTo(b.decimalValue()) == 0 ? 0 : 1;

    private static final String EXAMPLE = "EXAMPLE";
    private static final JsonNode MADE_UP = TextNode.valueOf(EXAMPLE);

    /** From here on made-up NPIs are taken: none was ever given so low a number. */
    private static final long NPIS = 1_000_000_000L;

    /** Among so many numbers there are some that have the form of an NPI, and some that have not. */
    private static final int NPIS_APART = 20;

    /** A member id that is none. */
    private static final JsonNode NO_NUMBER = TextNode.valueOf("A1");

    private static final String AGENCY_NPI = "billingProviderNpi";
    private static final String NPIS_SAID = "NPIs";
    private static final String BENEFICIARY = "beneficiaryId";
    private static final String BILL = "bill";
    private static final String LINES = "lines";
    private static final String HISTORY = "history";
    private static final String WITHOUT = "without";
    private static final String UNKNOWN = "unknown";
    private static final String TYPE_OF_BILL = "typeOfBill";

    private static final String NAME = "name";
    private static final String ATTENDING = "attending";
    private static final String AUTHORIZATION = "treatmentAuthorization";

    /** What an example gives by its code. */
    private static final Map<String, String> BY_CODE = Map.of("occurrenceCodes", "date", "valueCodes", "amount");

    private static final int MOST_EARLIER = 20;
    private static final int MOST_NAMED = 5;

    /** The words of an example are never that much shorter than the same as JSON. */
    private static final int MOST_JSON = 4 * ExampleRow.LONGEST;

    private final Claim original;
    private final boolean misshapen;
    private final Set<String> left;
    private final Map<String, Map<String, String>> aliases = new LinkedHashMap<>();

    /**
     * @param misshapen whether the member id becomes one that is no Medicare number
     * @param left takes what is replaced or left out, in words
     */
    ClaimInWords(Claim original, boolean misshapen, Set<String> left) {
        this.original = original;
        this.misshapen = misshapen;
        this.left = left;
    }

    /**
     * The claim in as few words as say it.
     *
     * @throws TriedClaim.UnreadableException if they cannot say it
     */
    TriedClaim tried() throws TriedClaim.UnreadableException {
        if (!original.asSent().faults().isEmpty()) {
            left.add("faults of the file");
        }
        ObjectNode whole = tree(original);
        requireRoom(whole);
        String beneficiary = whole.path(BENEFICIARY).asText();
        JsonNode history = whole.remove(HISTORY);
        ObjectNode words = said(whole, beneficiary, "");
        if (history != null) {
            ArrayNode earlier = words.putArray(HISTORY);
            for (JsonNode one : history) {
                earlier.add(said((ObjectNode) one, beneficiary, "an earlier claim: "));
                if (earlier.toString().length() > MOST_JSON) {
                    throw tooLong();
                }
            }
        }
        if (original.asSent().door() == Door.X12) {
            words.put(ExampleClaims.DOOR, Door.X12.toString());
        }
        TriedClaim said = TriedClaim.inShort(words.toString());
        if (Math.max(said.lines().length(), said.rest().length()) > ExampleRow.LONGEST) {
            throw tooLong();
        }
        return said;
    }

    /** Makes sure that there can be room for the lines of a claim, and for those of the claims before it, before much is done. */
    private static void requireRoom(ObjectNode whole) throws TriedClaim.UnreadableException {
        if (whole.path(HISTORY).size() > MOST_EARLIER) {
            throw new TriedClaim.UnreadableException(
                    "an example has up to " + MOST_EARLIER + " earlier claims; leave out those that do not matter");
        }
        requireRoom(List.of(whole));
        requireRoom(whole.path(HISTORY));
    }

    private static void requireRoom(Iterable<? extends JsonNode> claims) throws TriedClaim.UnreadableException {
        long letters = 0;
        for (JsonNode claim : claims) {
            for (JsonNode line : claim.path(LINES)) {
                letters += LineShorthand.of((ObjectNode) line).length();
                if (letters > ExampleRow.LONGEST) {
                    throw tooLong();
                }
            }
        }
    }

    private static TriedClaim.UnreadableException tooLong() {
        return new TriedClaim.UnreadableException("it is too long for a cell of an example, which holds "
                + ExampleRow.LONGEST + " letters; leave out lines that do not matter");
    }

    /** A claim without its history in as few words as say it. */
    private ObjectNode said(ObjectNode whole, String beneficiary, String where) throws TriedClaim.UnreadableException {
        ObjectNode words = JSON.createObjectNode();
        words.put(BILL, whole.path(TYPE_OF_BILL).asText());
        words.set(LINES, lines(whole.path(LINES), where));
        words.set("statementFrom", whole.path("statementFrom"));
        words.set("statementThrough", whole.path("statementThrough"));
        ObjectNode defaults = read(words, where);
        ObjectNode meant = nobodys(whole, defaults, beneficiary);
        ArrayNode without = words.putArray(WITHOUT);
        ExampleClaims.addedUnless().forEach(without::add);
        meant.properties().forEach(member -> {
            if (!member.getKey().equals(TYPE_OF_BILL) && !member.getKey().equals(LINES)) {
                words.set(member.getKey(), member.getValue());
            }
        });
        defaults.fieldNames().forEachRemaining(name -> {
            if (!meant.has(name)) {
                words.put(name, UNKNOWN);
            }
        });
        ObjectNode wanted = tree(ClaimReader.read(meant, Origin.NONE));
        ObjectNode got = read(words, where);
        // no more can be left out for being so anyway than what is so
        if (words.toString().length() - defaults.toString().length() > MOST_JSON) {
            throw tooLong();
        }
        if (!got.equals(SAME, wanted)) {
            throw new TriedClaim.UnreadableException(
                    where + "the words of an example cannot say " + differing(wanted, got));
        }
        BY_CODE.forEach((name, value) -> byCode(words, name, value, defaults, wanted, where));
        shorten(words, wanted, where);
        return words;
    }

    /** A map by code in the place of a list, where that says the same. */
    private void byCode(
            ObjectNode words, String name, String value, ObjectNode defaults, ObjectNode wanted, String where) {
        if (!(words.get(name) instanceof ArrayNode list)) {
            return;
        }
        ObjectNode map = JSON.createObjectNode();
        defaults.path(name).forEach(one -> map.putNull(one.path("code").asText()));
        list.forEach(one -> map.set(one.path("code").asText(), one.get(value)));
        words.set(name, map);
        if (!says(words, wanted, where)) {
            words.set(name, list);
            return;
        }
        shorten(map, () -> says(words, wanted, where));
    }

    /** Leaves out what is so without being said. */
    private void shorten(ObjectNode words, ObjectNode wanted, String where) {
        ArrayNode without = (ArrayNode) words.get(WITHOUT);
        for (int i = without.size() - 1; i >= 0; i--) {
            JsonNode code = without.remove(i);
            if (!says(words, wanted, where)) {
                without.insert(i, code);
            }
        }
        shorten(words, () -> says(words, wanted, where));
    }

    private static void shorten(ObjectNode words, BooleanSupplier same) {
        for (String name : names(words)) {
            if (!name.equals(BILL) && !name.equals(LINES)) {
                JsonNode value = words.remove(name);
                if (!same.getAsBoolean()) {
                    words.set(name, value);
                }
            }
        }
    }

    private boolean says(ObjectNode words, ObjectNode wanted, String where) {
        try {
            return read(words, where).equals(SAME, wanted);
        } catch (TriedClaim.UnreadableException e) {
            return false;
        }
    }

    /** The claim that words say, as JSON. */
    private static ObjectNode read(ObjectNode words, String where) throws TriedClaim.UnreadableException {
        try {
            return tree(ClaimReader.read(ExampleClaims.complete(words), Origin.NONE));
        } catch (IllegalArgumentException | NullPointerException | DateTimeException e) {
            throw new TriedClaim.UnreadableException(
                    where + "the words of an example cannot say it: " + e.getMessage());
        } catch (InvalidClaimException e) {
            throw new TriedClaim.UnreadableException(where + "the words of an example cannot say it: "
                    + e.problems().get(0).message());
        }
    }

    /** A claim without what tells whose it is, and without what an example cannot say. */
    private ObjectNode nobodys(ObjectNode whole, ObjectNode defaults, String beneficiary) {
        ObjectNode meant = whole.deepCopy();
        alias(meant, "claimId", "claim number");
        if (meant.hasNonNull(BENEFICIARY)) {
            boolean same = meant.path(BENEFICIARY).asText().equals(beneficiary);
            replace(meant, BENEFICIARY, same && !misshapen ? defaults.get(BENEFICIARY) : NO_NUMBER, "member id");
        }
        alias(meant, "originalClaimNumber", "the payer's claim number");
        if (defaults.has(AUTHORIZATION)) {
            replace(meant, AUTHORIZATION, defaults.get(AUTHORIZATION), "treatment authorization");
        } else {
            alias(meant, AUTHORIZATION, "treatment authorization");
        }
        for (String who : List.of(ATTENDING, "referring")) {
            if (meant.get(who) instanceof ObjectNode practitioner) {
                for (String name : List.of("lastName", "firstName")) {
                    replace(practitioner, name, defaults.path(ATTENDING).get(name), "names of practitioners");
                }
                aliasNpi(practitioner, "npi", defaults.path(ATTENDING).path("npi"));
            }
        }
        aliasNpi(meant, AGENCY_NPI, defaults.path(AGENCY_NPI));
        for (JsonNode period : meant.path("context").path("homeHealthPeriods")) {
            aliasNpi((ObjectNode) period, AGENCY_NPI, defaults.path(AGENCY_NPI));
        }
        if (meant.get("payer") instanceof ObjectNode payer
                && !payer.path(NAME).equals(defaults.path("payer").path(NAME))) {
            replace(payer, NAME, MADE_UP, "name of the payer");
        }
        replace(meant, "remarks", defaults.has("remarks") ? defaults.get("remarks") : MADE_UP, "remarks");
        for (JsonNode line : meant.path(LINES)) {
            ObjectNode billed = (ObjectNode) line;
            billed.remove("lineNumber");
            takeOut(billed, "lineControl", "the sender's numbers of service lines");
            takeOut(billed, "procedureQualifier", "qualifiers of codes");
        }
        // what a line says, and which bill it is, an example has of its own
        JsonNode lines = meant.remove(LINES);
        JsonNode bill = meant.remove(TYPE_OF_BILL);
        prune(meant, "");
        meant.set(LINES, lines);
        meant.set(TYPE_OF_BILL, bill);
        return meant;
    }

    private void takeOut(ObjectNode of, String name, String said) {
        if (of.remove(name) != null) {
            left.add(said);
        }
    }

    /** A made-up text in the place of one that is there. */
    private void replace(ObjectNode of, String name, JsonNode other, String said) {
        if (of.hasNonNull(name) && !of.get(name).equals(other)) {
            of.set(name, other);
            left.add(said);
        }
    }

    /** A made-up number in the place of one that is there: equal ones stay equal. */
    private void alias(ObjectNode of, String name, String said) {
        if (of.hasNonNull(name)) {
            Map<String, String> known = aliases.computeIfAbsent(name, one -> new LinkedHashMap<>());
            String alias = known.isEmpty() ? EXAMPLE : EXAMPLE + "-" + (known.size() + 1);
            replace(
                    of,
                    name,
                    TextNode.valueOf(known.computeIfAbsent(of.path(name).asText(), one -> alias)),
                    said);
        }
    }

    /**
     * A made-up NPI in the place of one that is there: equal ones of agencies stay equal, and so do those of practitioners, and
     * one that has not the form of an NPI becomes another that has not.
     *
     * @param usual that of examples
     */
    private void aliasNpi(ObjectNode of, String name, JsonNode usual) {
        if (of.hasNonNull(name)) {
            Map<String, String> known = aliases.computeIfAbsent(name, one -> new LinkedHashMap<>());
            String npi = of.path(name).asText();
            boolean formed = Identifiers.npi(npi);
            String alias = known.get(npi);
            if (alias == null) {
                alias = known.isEmpty() && formed && usual.isTextual()
                        ? usual.asText()
                        : madeUpNpi(formed, NPIS + (long) NPIS_APART * known.size());
                known.put(npi, alias);
            }
            replace(of, name, TextNode.valueOf(alias), NPIS_SAID);
        }
    }

    private static String madeUpNpi(boolean formed, long from) {
        long number = from;
        while (Identifiers.npi(String.valueOf(number)) != formed) {
            number++;
        }
        return String.valueOf(number);
    }

    /** Takes out what no example says, and names it. */
    private void prune(JsonNode node, String path) {
        for (String name : names(node)) {
            if (TriedClaim.isMember(name)) {
                prune(node.get(name), path + name + "/");
            } else {
                ((ObjectNode) node).remove(name);
                left.add("`" + path + name + "`");
            }
        }
        if (node.isArray()) {
            node.forEach(item -> prune(item, path));
        }
    }

    private static ArrayNode lines(JsonNode lines, String where) throws TriedClaim.UnreadableException {
        ArrayNode words = JSON.createArrayNode();
        int place = 0;
        for (JsonNode line : lines) {
            place++;
            String word = LineShorthand.of((ObjectNode) line);
            try {
                LineShorthand.expand(word);
            } catch (LineShorthand.Unreadable e) {
                throw new TriedClaim.UnreadableException(
                        where + "line " + place + " of the list cannot be said in short form: " + e.what());
            }
            words.add(word);
        }
        return words;
    }

    /** The members in which two claims differ, for people. */
    private static String differing(ObjectNode wanted, ObjectNode got) {
        Set<String> all = new LinkedHashSet<>();
        Set<String> either = new LinkedHashSet<>(names(wanted));
        either.addAll(names(got));
        for (String name : either) {
            JsonNode one = wanted.path(name);
            JsonNode other = got.path(name);
            if (name.equals(LINES) && one.size() == other.size()) {
                for (int i = 0; i < one.size(); i++) {
                    for (String part : names(one.get(i))) {
                        if (!other.get(i).path(part).equals(SAME, one.get(i).get(part))) {
                            all.add("`" + part + "` of line " + (i + 1));
                        }
                    }
                }
                // what the other has beside
                if (all.isEmpty() && !one.equals(SAME, other)) {
                    all.add("its lines");
                }
            } else if (!one.equals(SAME, other)) {
                all.add("`" + name + "`");
            }
        }
        return all.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static ObjectNode tree(Claim claim) {
        try {
            return (ObjectNode) JSON.readTree(ClaimWriter.line(claim));
        } catch (IOException e) {
            // nothing is read but memory
            throw new UncheckedIOException(e);
        }
    }
}
