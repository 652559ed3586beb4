package org.hearth.cli.tables;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The names that somebody who mistyped one may have meant. */
final class Nearest {

    private static final int MOST = 3;

    private Nearest() {}

    /** The few that differ least, by letters to be written, left out or replaced; case means nothing. */
    static List<String> of(String typed, Stream<String> names) {
        String lower = typed.toLowerCase(Locale.ROOT);
        return names.sorted(Comparator.comparingInt(name -> distance(lower, name.toLowerCase(Locale.ROOT))))
                .limit(MOST)
                .toList();
    }

    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] here = new int[other.length() + 1];
            here[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int replaced = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                here[column] = Math.min(above[column - 1] + replaced, 1 + Math.min(above[column], here[column - 1]));
            }
            above = here;
        }
        return above[other.length()];
    }
}
