package org.hearth.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.hearth.claim.Door;

/**
 * Fills an example's few words up to a complete claim, as contract JSON, that is clean for its kind of bill and date
 * but for what the example says. What an example says wins; {@code null} says that the claim does not have it, {@code
 * unknown} that nobody says; codes given as a map are merged with the defaults, given as a list they replace them.
 */
final class ExampleClaims {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonNode DEFAULTS = read();
    private static final Pattern RELATIVE = Pattern.compile("@(from|through|first|last|revenue)(?:([+-]\\d+))?");

    /** How the claim was handed in, {@code 837I} or {@code JSON}: no field of a claim. */
    static final String DOOR = "door";

    private ExampleClaims() {}

    private static JsonNode read() {
        try (InputStream in = ExampleClaims.class.getResourceAsStream("defaults.yaml")) {
            return YAML.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A complete claim from an example's YAML.
     *
     * @throws IllegalArgumentException if the YAML or one of its lines cannot be read
     */
    static ObjectNode complete(String yaml) {
        return complete(written(yaml));
    }

    /**
     * What an example's YAML itself says.
     *
     * @throws IllegalArgumentException if it cannot be read
     */
    static ObjectNode written(String yaml) {
        try {
            if (YAML.readTree(yaml) instanceof ObjectNode example) {
                return example;
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("this is no YAML: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("an example is a YAML mapping");
    }

    /**
     * How an example's claim was handed in, as JSON where the example does not say.
     *
     * @throws IllegalArgumentException if the YAML cannot be read, or says what is neither
     */
    static Door door(String yaml) {
        try {
            String said = YAML.readTree(yaml).path(DOOR).asText(Door.JSON.toString());
            return Arrays.stream(Door.values())
                    .filter(door -> door.toString().equals(said))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("write door: 837I, or leave it out"));
        } catch (IOException e) {
            throw new IllegalArgumentException("this is no YAML: " + e.getMessage(), e);
        }
    }

    /** A complete claim from what an example says. */
    static ObjectNode complete(ObjectNode example) {
        ObjectNode claim = example.deepCopy();
        if (claim.has("bill") && !claim.get("bill").isTextual()) {
            throw new IllegalArgumentException("write the type of bill in quotes: bill: \"0341\"");
        }
        String bill = claim.path("bill").asText("34X");
        claim.remove("bill");
        claim.remove(DOOR);
        claim.remove(ExamplePast.BEFORE);
        claim.remove(ExamplePast.SENT);
        String kind = bill.endsWith("X") ? bill : bill.substring(bill.length() - 3, bill.length() - 1) + "X";
        List<ObjectNode> lines = lines(claim.path("lines"));
        LocalDate first = dates(lines).min(Comparator.naturalOrder()).orElse(null);
        LocalDate last = dates(lines).max(Comparator.naturalOrder()).orElse(null);
        LocalDate from = date(claim, "statementFrom").orElse(first);
        JsonNode defaults = defaults(kind, bill, Objects.requireNonNull(from, "an example without a date"));

        Resolver resolver = new Resolver(from, first == null ? from : first, last == null ? from : last);
        LocalDate through = date(claim, "statementThrough")
                .orElseGet(() -> LocalDate.parse(resolver.text(defaults.path("through"))));
        resolver.through = through.isBefore(from) ? from : through;
        ObjectNode complete = (ObjectNode) resolver.resolve(defaults.path("claim"));
        complete.put("claimId", "EXAMPLE");
        complete.put("statementFrom", from.toString());
        complete.put("statementThrough", resolver.through.toString());
        if (!bill.endsWith("X")) {
            complete.put("typeOfBill", bill);
        }
        if (defaults.has("visits")) {
            firstVisit(lines, defaults.path("visits")).ifPresent(resolver::startWith);
        }
        String typeOfBill = complete.path("typeOfBill").asText();
        String frequency = typeOfBill.substring(typeOfBill.length() - 1);
        if (defaults.path("frequencies").path(frequency) instanceof ObjectNode ofFrequency) {
            complete.setAll(ofFrequency.deepCopy());
        }
        defaults.path("until").properties().forEach(until -> {
            if (!resolver.through.isAfter(LocalDate.parse(until.getKey()))) {
                complete.setAll((ObjectNode) until.getValue().deepCopy());
            }
        });
        addDisciplines(complete, defaults.path("disciplines"), lines, resolver);
        addLines(lines, defaults.path("lines"), claim.path("without"), resolver);
        defaults.path("nonCovered").forEach(one -> {
            if (one.asText().equals(frequency)) {
                lines.forEach(ExampleClaims::uncover);
            }
        });
        complete.set("lines", JsonNodeFactory.instance.arrayNode().addAll(lines));
        complete.put("totalCharge", total(lines));
        claim.remove("lines");
        claim.remove("without");
        claim.remove(ExampleCodeSets.FIELD);
        merge(complete, claim);
        return complete;
    }

    /** Codes that keep the lines out that are added where an example is silent, one for each. */
    static Set<String> addedUnless() {
        Set<String> codes = new LinkedHashSet<>();
        DEFAULTS.forEach(entry -> entry.path("lines")
                .forEach(line -> codes.add(line.path("unless").path(0).asText())));
        return codes;
    }

    private static void uncover(ObjectNode line) {
        if (line.hasNonNull("charge") && !line.has("nonCoveredCharge")) {
            line.set("nonCoveredCharge", line.get("charge"));
        }
    }

    private static List<ObjectNode> lines(JsonNode given) {
        List<ObjectNode> lines = new ArrayList<>();
        for (JsonNode line : given) {
            lines.add(line.isTextual() ? LineShorthand.expand(line.asText()) : (ObjectNode) line);
        }
        return lines;
    }

    private static java.util.stream.Stream<LocalDate> dates(List<ObjectNode> lines) {
        return lines.stream()
                .map(line -> date(line, "serviceDate"))
                .filter(Optional::isPresent)
                .map(Optional::get);
    }

    private static Optional<LocalDate> date(ObjectNode node, String field) {
        return node.hasNonNull(field)
                ? Optional.of(LocalDate.parse(node.get(field).asText()))
                : Optional.empty();
    }

    private static JsonNode defaults(String kind, String bill, LocalDate from) {
        return StreamSupport.stream(DEFAULTS.spliterator(), false)
                .filter(entry -> entry.path("bill").asText().equals(kind)
                        || StreamSupport.stream(entry.path("also").spliterator(), false)
                                .anyMatch(other -> other.asText().equals(kind)))
                .filter(entry -> !entry.has("only")
                        || StreamSupport.stream(entry.path("only").spliterator(), false)
                                .anyMatch(frequency -> bill.endsWith(frequency.asText())))
                .filter(entry -> !entry.has("since")
                        || !from.isBefore(LocalDate.parse(entry.path("since").asText())))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no defaults for a bill of kind `" + kind + "`"));
    }

    /** The first line by date that is a visit by its revenue code, or the first line where none is. */
    private static Optional<ObjectNode> firstVisit(List<ObjectNode> lines, JsonNode visits) {
        return lines.stream()
                .filter(line -> StreamSupport.stream(visits.spliterator(), false)
                        .anyMatch(family -> line.path("revenueCode").asText().startsWith(family.asText())))
                .min(Comparator.comparing(line -> date(line, "serviceDate").orElse(LocalDate.MAX)))
                .or(() -> lines.stream().findFirst());
    }

    private static void addDisciplines(
            ObjectNode complete, JsonNode disciplines, List<ObjectNode> lines, Resolver resolver) {
        disciplines.properties().forEach(entry -> {
            List<ObjectNode> own = lines.stream()
                    .filter(line -> line.path("revenueCode").asText().startsWith(entry.getKey()))
                    .toList();
            if (!own.isEmpty()) {
                LocalDate claimFirst = resolver.first;
                resolver.first = dates(own).min(Comparator.naturalOrder()).orElse(claimFirst);
                ((ObjectNode) complete.path("occurrenceCodes")).setAll((ObjectNode) resolver.resolve(entry.getValue()));
                resolver.first = claimFirst;
            }
        });
    }

    private static void addLines(List<ObjectNode> lines, JsonNode defaults, JsonNode without, Resolver resolver) {
        List<ObjectNode> added = new ArrayList<>();
        for (JsonNode entry : defaults) {
            boolean spared = StreamSupport.stream(entry.path("unless").spliterator(), false)
                    .anyMatch(code -> lines.stream()
                                    .anyMatch(line -> line.path("revenueCode").equals(code)
                                            || line.path("hcpcs").equals(code))
                            || StreamSupport.stream(without.spliterator(), false)
                                    .anyMatch(code::equals));
            if (!spared && !lines.isEmpty()) {
                StringBuilder words = new StringBuilder();
                for (String word : entry.path("line").asText().split(" ")) {
                    words.append(resolver.text(word)).append(' ');
                }
                added.add(LineShorthand.expand(words.toString()));
            }
        }
        lines.addAll(added);
    }

    private static BigDecimal total(List<ObjectNode> lines) {
        return lines.stream()
                .map(line -> line.path("charge"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::decimalValue)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void merge(ObjectNode complete, ObjectNode given) {
        given.properties().forEach(field -> {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (value.asText().equals("unknown")) {
                complete.remove(name);
            } else if (complete.path(name) instanceof ObjectNode defaults
                    && value instanceof ObjectNode own
                    && (name.equals("occurrenceCodes") || name.equals("valueCodes"))) {
                own.properties().forEach(code -> {
                    if (code.getValue().isNull()) {
                        defaults.remove(code.getKey());
                    } else {
                        defaults.set(code.getKey(), code.getValue());
                    }
                });
            } else if (name.equals("history") && value.isArray()) {
                ArrayNode history = JsonNodeFactory.instance.arrayNode();
                value.forEach(earlier -> history.add(complete((ObjectNode) earlier)));
                complete.set(name, history);
            } else {
                complete.set(name, value);
            }
        });
        listed(complete, "occurrenceCodes", "date");
        listed(complete, "valueCodes", "amount");
    }

    /** The contract has codes as a list; a map of them is put in the order of the codes. */
    private static void listed(ObjectNode complete, String field, String valueName) {
        if (complete.path(field) instanceof ObjectNode map) {
            TreeMap<String, JsonNode> byCode = new TreeMap<>();
            map.properties().forEach(entry -> byCode.put(entry.getKey(), entry.getValue()));
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            byCode.forEach((code, value) -> list.addObject().put("code", code).put(valueName, value.asText()));
            complete.set(field, list);
        }
    }

    /** Puts dates in the place of {@code @from-30} and its like. */
    private static final class Resolver {

        private final LocalDate from;
        private final LocalDate last;
        private LocalDate first;
        private LocalDate through;
        private String revenueCode;

        Resolver(LocalDate from, LocalDate first, LocalDate last) {
            this.from = from;
            this.first = first;
            this.last = last;
            this.through = last;
        }

        void startWith(ObjectNode visit) {
            revenueCode = visit.path("revenueCode").asText();
            first = date(visit, "serviceDate").orElse(first);
        }

        JsonNode resolve(JsonNode node) {
            if (node.isTextual()) {
                return JsonNodeFactory.instance.textNode(text(node.asText()));
            }
            if (node instanceof ObjectNode object) {
                ObjectNode resolved = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(field -> resolved.set(field.getKey(), resolve(field.getValue())));
                return resolved;
            }
            return node;
        }

        String text(JsonNode node) {
            return text(node.asText());
        }

        String text(String written) {
            Matcher matcher = RELATIVE.matcher(written);
            if (!matcher.matches()) {
                return written;
            }
            LocalDate base =
                    switch (matcher.group(1)) {
                        case "from" -> from;
                        case "through" -> through;
                        case "first" -> first;
                        case "last" -> last;
                        default -> null;
                    };
            if (base == null) {
                return revenueCode;
            }
            int days = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
            return base.plusDays(days).toString();
        }
    }
}
