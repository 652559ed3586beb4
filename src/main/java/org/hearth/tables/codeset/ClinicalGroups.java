package org.hearth.tables.codeset;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearth.codes.CodeSet;
import org.hearth.codes.Day;
import org.hearth.finding.Shown;

/**
 * The diagnoses of the home health grouper with their clinical groups, as CSV: a line of headings, then a diagnosis a
 * line. A column holds the code, one its clinical group, empty or {@code NA} where the grouper has none for it; two may
 * hold the first and the last day of a line. Other columns are not looked at.
 */
public final class ClinicalGroups {

    /**
     * What a file came to.
     *
     * @param set the codes that have a clinical group
     * @param groups the words of the groups, in order
     * @param without how many codes have none
     */
    public record Read(CodeSet set, SortedSet<String> groups, int without) {}

    /** The columns, and the headings by which each is known, in small letters and digits alone. */
    private enum Column {
        CODE("(icd10|icd10cm|diagnosis|dx)*(code|codes)?"),
        GROUP("(pdgm|primary|hh)*clinicalgroup(ing)?(code|name|letter)?"),
        FROM("(effective|valid|start|begin)*(from|begin|start|effective)(date)?"),
        THROUGH("(effective|valid)*(through|thru|to|end|until|termination)(date)?");

        private final Pattern heading;

        Column(String heading) {
            this.heading = Pattern.compile(heading);
        }
    }

    private static final String EXPECTED =
            "expected is a line of headings with a column for the code (`code`) and one for its clinical group"
                    + " (`clinical group`), and perhaps two for the days it holds (`from`, `through`); it has ";

    private static final Pattern NO_GROUP =
            Pattern.compile("|-+|n/?a|none|no[ _-]?group|not[ _-]grouped|un-?grouped", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY =
            Pattern.compile("(?<y>\\d{4})-?(?<m>\\d{2})-?(?<d>\\d{2})|(?<m2>\\d{1,2})/(?<d2>\\d{1,2})/(?<y2>\\d{4})");
    private static final String SEPARATORS = ",;\t|";

    /** The grouper has a dozen; a column of titles has thousands. */
    private static final int MOST_GROUPS = 40;

    private ClinicalGroups() {}

    /**
     * The codes of the file that have a clinical group on a day.
     *
     * @param name the file's name, for people
     * @param from the first day that the edition holds, as {@link Day}; {@code null} for the latest day on which a line
     *     of the file begins
     * @throws IOException with what is wrong and in which line, if it is no such file, or no day is known
     */
    public static Read read(String name, InputStream in, Integer from) throws IOException {
        PublishedFile file = PublishedFile.of(name, in);
        char separator = separator(file.line(1));
        Map<Column, Integer> columns = columns(file, split(file, 1, separator));
        List<Entry> entries = new ArrayList<>();
        for (int number = 2; number <= file.lines().size(); number++) {
            if (!file.line(number).isBlank()) {
                entries.add(entry(file, number, split(file, number, separator), columns));
            }
        }
        int day = from == null ? latest(name, entries, columns) : from;
        PublishedFile.Listed listed = new PublishedFile.Listed(file);
        SortedSet<String> groups = new TreeSet<>();
        List<String> grouped = new ArrayList<>();
        int without = 0;
        for (Entry entry : entries) {
            if (day < entry.from() || entry.through() < day) {
                continue;
            }
            String code = listed.take(entry.code(), entry.line());
            if (NO_GROUP.matcher(entry.group()).matches()) {
                without++;
            } else {
                grouped.add(code);
                groups.add(entry.group());
            }
            if (groups.size() > MOST_GROUPS) {
                throw file.wrong(
                        entry.line(), "the column of clinical groups has more than " + MOST_GROUPS + " different ones");
            }
        }
        listed.requireWhole();
        if (grouped.isEmpty()) {
            throw PublishedFile.wrong(name, "no code of it has a clinical group");
        }
        CodeSet set = new CodeSet(CodeSet.Kind.PDGM, day, name, file.digest(), grouped);
        return new Read(set, groups, without);
    }

    /** A line of the file; its days as {@link Day}. */
    private record Entry(int line, String code, String group, int from, int through) {}

    private static Entry entry(PublishedFile file, int number, List<String> cells, Map<Column, Integer> columns)
            throws IOException {
        return new Entry(
                number,
                cell(cells, columns.get(Column.CODE)),
                cell(cells, columns.get(Column.GROUP)),
                day(file, number, cell(cells, columns.get(Column.FROM)), Day.FIRST),
                day(file, number, cell(cells, columns.get(Column.THROUGH)), Day.LAST));
    }

    private static String cell(List<String> cells, Integer column) {
        return column == null || column >= cells.size() ? "" : cells.get(column);
    }

    private static int day(PublishedFile file, int number, String text, int otherwise) throws IOException {
        if (text.isEmpty()) {
            return otherwise;
        }
        Matcher day = DAY.matcher(text);
        try {
            if (day.matches()) {
                boolean yearFirst = day.group("y") != null;
                return Day.of(LocalDate.of(
                        Integer.parseInt(day.group(yearFirst ? "y" : "y2")),
                        Integer.parseInt(day.group(yearFirst ? "m" : "m2")),
                        Integer.parseInt(day.group(yearFirst ? "d" : "d2"))));
            }
        } catch (DateTimeException e) {
            throw file.wrong(number, Shown.value(text) + " is no date");
        }
        throw file.wrong(number, Shown.value(text) + " is no date");
    }

    private static int latest(String name, List<Entry> entries, Map<Column, Integer> columns) throws IOException {
        int latest = entries.stream().mapToInt(Entry::from).max().orElse(Day.FIRST);
        if (!columns.containsKey(Column.FROM) || latest == Day.FIRST) {
            throw PublishedFile.wrong(name, "it does not say since when it holds; name the day with --from");
        }
        return latest;
    }

    private static Map<Column, Integer> columns(PublishedFile file, List<String> headings) throws IOException {
        Map<Column, Integer> columns = new HashMap<>();
        for (int index = 0; index < headings.size(); index++) {
            String heading = headings.get(index).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
            for (Column column : Column.values()) {
                if (!heading.isEmpty() && column.heading.matcher(heading).matches()) {
                    Integer other = columns.putIfAbsent(column, index);
                    if (other != null) {
                        throw file.wrong(
                                1,
                                "two columns may be the same: " + Shown.value(headings.get(other)) + " and "
                                        + Shown.value(headings.get(index)) + "; take one out");
                    }
                }
            }
        }
        if (!columns.containsKey(Column.CODE) || !columns.containsKey(Column.GROUP)) {
            throw file.wrong(1, EXPECTED + Shown.value(String.join(", ", headings)));
        }
        return columns;
    }

    private static char separator(String headings) {
        return (char) SEPARATORS
                .chars()
                .reduce((one, other) -> count(headings, other) > count(headings, one) ? other : one)
                .orElseThrow();
    }

    private static long count(String text, int character) {
        return text.chars().filter(c -> c == character).count();
    }

    /** The cells of a line, in quotes or without, none of which holds an end of line. */
    private static List<String> split(PublishedFile file, int number, char separator) throws IOException {
        String line = file.line(number);
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c == '"') {
                boolean doubled = quoted && at + 1 < line.length() && line.charAt(at + 1) == '"';
                if (doubled) {
                    cell.append(c);
                    at++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (quoted) {
            throw file.wrong(number, "a quotation mark is not closed");
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
