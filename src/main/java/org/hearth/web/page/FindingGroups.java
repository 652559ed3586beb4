package org.hearth.web.page;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearth.catalog.FindingType;
import org.hearth.ruleset.Ruleset;

/** By what findings are shown together, as a biller looks them up. */
enum FindingGroups {
    /** By what they are about: the family of rules that their id begins with. */
    TOPIC("topic", "topic"),
    /** By the form locator of the UB-04. */
    LOCATOR("locator", "form locator"),
    /** By the shared system's reason code; a finding with several stands under each. */
    FISS("fiss", "FISS reason code");

    private static final int FAMILY = "HHT-n".length();
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** Families of rules, as rules/README.md has them. */
    private static final Map<String, String> TOPICS = Map.of(
            "HHT-1", "Bill type, dates, and what every claim needs",
            "HHT-2", "Header of a 32X",
            "HHT-3", "34X: disciplines, modifiers, codes, plan of care",
            "HHT-4", "Units and minutes",
            "HHT-5", "Functional reporting, 2013 to 2018",
            "HHT-6", "Yearly therapy amount and KX",
            "HHT-7", "Assistants: CQ and CO",
            "HHT-8", "Lines of a 32X",
            "HHT-9", "The 837I file beside its guide");

    private static final String OTHERS = "Others";
    private static final String NO_LOCATOR = "The claim as a whole";
    private static final String NO_CODE = "No reason code known";

    private final String word;
    private final String label;

    FindingGroups(String word, String label) {
        this.word = word;
        this.label = label;
    }

    /** The word in an address. */
    String word() {
        return word;
    }

    /** The words on a page. */
    String label() {
        return label;
    }

    /** The grouping of a word; by topic for any other. */
    static FindingGroups of(String word) {
        return Stream.of(values())
                .filter(group -> group.word.equals(word))
                .findFirst()
                .orElse(TOPIC);
    }

    /** The findings by the headings of their groups, in order. */
    Map<String, List<FindingType>> of(List<FindingType> types, Ruleset ruleset) {
        Function<FindingType, List<String>> headings =
                switch (this) {
                    case TOPIC -> type -> List.of(topic(type));
                    case LOCATOR ->
                        type -> List.of(type.formLocator() == null ? NO_LOCATOR : "UB-04 " + type.formLocator());
                    case FISS -> type -> codes(ruleset.reasonCodes(type));
                };
        Comparator<String> order = this == LOCATOR
                ? Comparator.comparingInt(FindingGroups::number)
                : Comparator.comparing(NO_CODE::equals);
        Map<String, List<FindingType>> groups = new TreeMap<>(order.thenComparing(Comparator.naturalOrder()));
        for (FindingType type : types) {
            headings.apply(type).forEach(heading -> groups.computeIfAbsent(heading, none -> new java.util.ArrayList<>())
                    .add(type));
        }
        return this == TOPIC ? named(groups) : groups;
    }

    private static String topic(FindingType type) {
        String family = type.id().substring(0, Math.min(FAMILY, type.id().length()));
        return TOPICS.containsKey(family) ? family : OTHERS;
    }

    /** Families are in the order of their ids, and called by their names. */
    private static Map<String, List<FindingType>> named(Map<String, List<FindingType>> families) {
        return families.entrySet().stream()
                .collect(Collectors.toMap(
                        family -> TOPICS.getOrDefault(family.getKey(), family.getKey()),
                        Map.Entry::getValue,
                        (one, other) -> one,
                        java.util.LinkedHashMap::new));
    }

    private static List<String> codes(List<String> codes) {
        return codes.isEmpty()
                ? List.of(NO_CODE)
                : codes.stream().map(code -> "FISS " + code).toList();
    }

    /** The number of the first locator: the UB-04's own comes first in its name. */
    private static int number(String heading) {
        Matcher number = NUMBER.matcher(heading.replaceFirst("^UB-\\d+ ", ""));
        return number.find() ? Integer.parseInt(number.group()) : Integer.MAX_VALUE;
    }
}
