package org.hearth.json;

import java.util.Set;

/** Finds the field that an unknown name was meant to be. */
final class Names {

    private Names() {}

    /** What to do about an unknown field. */
    static String fixFor(String unknown, Set<String> known) {
        return known.stream()
                .filter(name -> near(unknown, name))
                .findFirst()
                .map(name -> "write `" + name + "`, or leave it out")
                .orElseGet(() -> "leave it out; known here: " + String.join(", ", known));
    }

    private static boolean near(String unknown, String name) {
        return unknown.replaceAll("[_-]", "").equalsIgnoreCase(name)
                || Math.abs(unknown.length() - name.length()) <= 2 && name.length() > 4 && distance(unknown, name) <= 2;
    }

    /** How many letters have to be put in, taken out or exchanged. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int above = row[column];
                int exchanged = diagonal + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
                row[column] = Math.min(exchanged, 1 + Math.min(above, row[column - 1]));
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
