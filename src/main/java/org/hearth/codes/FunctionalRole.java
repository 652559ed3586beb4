package org.hearth.codes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a functional reporting G-code reports of its limitation, in the order in which reports name it. */
public enum FunctionalRole {
    /** The status at the outset or at a report. */
    CURRENT,
    /** The status aimed at. */
    GOAL,
    /** The status with which the limitation ends. */
    DISCHARGE;

    /**
     * The roles that words of a workbook stand for, each once, in order; {@code none} stands for no role.
     *
     * @throws IllegalArgumentException if a word is no role
     */
    public static List<FunctionalRole> of(String... words) {
        return Arrays.stream(words)
                .filter(word -> !word.equals("none"))
                .map(word -> valueOf(word.toUpperCase(Locale.ROOT)))
                .distinct()
                .sorted()
                .toList();
    }

    /** Roles as a sentence names them, such as {@code current status and goal}. */
    public static String words(List<FunctionalRole> roles) {
        List<String> words = roles.stream()
                .map(role -> role == GOAL ? role.toString() : role + " status")
                .toList();
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /** Its word in a workbook. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
