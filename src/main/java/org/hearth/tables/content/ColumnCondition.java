package org.hearth.tables.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a condition column asks, told from its snippet.
 *
 * @param test how the cell's values are asked for
 * @param field what they are compared with
 */
public record ColumnCondition(Test test, String field) {

    /** How the values of a cell are asked for. */
    public enum Test {
        /** The field is one of the values. */
        ONE_OF,
        /** The field is none of them. */
        NONE_OF,
        /** The field, a set, has every one of them. */
        HAS_ALL,
        /** The field, a set, has none of them. */
        LACKS_ALL,
        /** Something that only the engine can answer; the same values give the same answer. */
        OTHER
    }

    /** The field of a condition on what a claim carries. */
    static final String CARRIED = "carried";

    private static final Pattern EQUAL = Pattern.compile("([\\w.]+) == (?:\"\\$param\"|(?:\\w+\\.)?\\$param)");
    private static final Pattern IN = Pattern.compile("([\\w.]+) in \\(\\s*\\$param\\s*\\)");
    private static final Pattern NOT_IN =
            Pattern.compile("([\\w.]+(?:\\(\\d+\\))?) not in \\(\\s*(?:\"\",\\s*)?\\$param\\s*\\)");
    private static final Pattern CONTAINS = Pattern.compile("([\\w.]+) (not )?contains \"\\$param\"");
    private static final Pattern CARRIES = Pattern.compile("(carries|lacks)\\(\\s*\\$param\\s*\\)");

    /** The condition of a snippet; what stands beside the part with the parameter is the same for every row. */
    public static ColumnCondition of(String snippet) {
        for (String part : parts(snippet)) {
            if (part.contains("$param")) {
                return ofPart(part.strip());
            }
        }
        return new ColumnCondition(Test.OTHER, snippet);
    }

    private static ColumnCondition ofPart(String part) {
        Matcher equal = EQUAL.matcher(part);
        if (equal.matches()) {
            return new ColumnCondition(Test.ONE_OF, equal.group(1));
        }
        Matcher in = IN.matcher(part);
        if (in.matches()) {
            return new ColumnCondition(Test.ONE_OF, in.group(1));
        }
        Matcher notIn = NOT_IN.matcher(part);
        if (notIn.matches()) {
            return new ColumnCondition(Test.NONE_OF, notIn.group(1));
        }
        Matcher contains = CONTAINS.matcher(part);
        if (contains.matches()) {
            return new ColumnCondition(contains.group(2) == null ? Test.HAS_ALL : Test.LACKS_ALL, contains.group(1));
        }
        Matcher carries = CARRIES.matcher(part);
        if (carries.matches()) {
            return new ColumnCondition(carries.group(1).equals("carries") ? Test.HAS_ALL : Test.LACKS_ALL, CARRIED);
        }
        return new ColumnCondition(Test.OTHER, part);
    }

    /** The constraints of a snippet: what stands between commas outside of parentheses. */
    static List<String> parts(String snippet) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int at = 0; at < snippet.length(); at++) {
            char c = snippet.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(snippet.substring(start, at));
                start = at + 1;
            }
        }
        parts.add(snippet.substring(start));
        return parts;
    }
}
