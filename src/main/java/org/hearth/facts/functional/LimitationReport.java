package org.hearth.facts.functional;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearth.claim.Discipline;
import org.hearth.codes.Day;
import org.hearth.codes.DayNumber;
import org.hearth.facts.line.Line;
import org.hearth.finding.InWords;

/**
 * What one treatment day reports of one functional limitation. Roles are those of the codes' rows: {@code current},
 * {@code goal}, {@code discharge}.
 *
 * @param discipline who reports it
 * @param date the day
 * @param set the limitation
 * @param roles the roles reported
 * @param lines the claim's lines that report it, by line number; the day's first line where another claim reports it
 * @param modifier the modifier that stands for the discipline
 * @param codeOf the limitation's code for each role
 * @param wasOpen whether the limitation was open before the day
 * @param others the other limitations that were open before or are reported on the day, ascending
 * @param mixed whether it and another limitation share out one report between them
 * @param second whether it opens a limitation beside another one, or on the day on which that one ends
 * @param outOfSequence whether it ends a limitation that is not open
 * @param after the limitation that has to be reported before this one, or {@code none}
 * @param unprepared whether {@code after} has not been reported in the episode, as far as that is known
 */
@InWords("functional report")
public record LimitationReport(
        Discipline discipline,
        LocalDate date,
        String set,
        Set<String> roles,
        List<Line> lines,
        String modifier,
        Map<String, String> codeOf,
        boolean wasOpen,
        List<String> others,
        boolean mixed,
        boolean second,
        boolean outOfSequence,
        String after,
        boolean unprepared) {

    static final String CURRENT = "current";
    static final String GOAL = "goal";
    static final String DISCHARGE = "discharge";

    private static final List<String> IN_ORDER = List.of(CURRENT, GOAL, DISCHARGE);

    public LimitationReport {
        roles = Set.copyOf(roles);
        lines = List.copyOf(lines);
        codeOf = Map.copyOf(codeOf);
        others = List.copyOf(others);
    }

    /** Whether the roles make a report: the goal with the current status, the discharge status or both. */
    static boolean complete(Set<String> roles) {
        return roles.contains(GOAL) && (roles.contains(CURRENT) || roles.contains(DISCHARGE));
    }

    /** Whether the roles report a limitation whole, as a one-time visit does. */
    static boolean whole(Set<String> roles) {
        return roles.containsAll(IN_ORDER);
    }

    /** Whether it is a report that can stand. */
    public boolean complete() {
        return complete(roles);
    }

    /** The line to point at: its first. */
    public Line line() {
        return lines.get(0);
    }

    /** The line that reports the current status, or the first. */
    public Line currentLine() {
        return line(CURRENT);
    }

    /** The line that reports the discharge status, or the first. */
    public Line dischargeLine() {
        return line(DISCHARGE);
    }

    private Line line(String role) {
        for (Line line : lines) {
            if (line.functionalCode().role().equals(role)) {
                return line;
            }
        }
        return lines.get(0);
    }

    /** The G-codes reported, ascending. */
    public List<String> billed() {
        return codes(List.copyOf(roles)).stream().sorted().toList();
    }

    /** The day as {@link Day}. */
    @DayNumber
    public int on() {
        return Day.of(date);
    }

    /** The roles that it lacks to stand as it is: with a discharge status the goal, else what the current status needs. */
    public List<String> lacking() {
        return roles.contains(DISCHARGE) ? lacking(List.of(GOAL, DISCHARGE)) : lacking(List.of(CURRENT, GOAL));
    }

    /** The codes of {@link #lacking()}. */
    public List<String> lackingCodes() {
        return codes(lacking());
    }

    /** {@link #lacking()} in words. */
    public String lackingWords() {
        return words(lacking());
    }

    List<String> lacking(List<String> wanted) {
        return wanted.stream().filter(role -> !roles.contains(role)).toList();
    }

    List<String> codes(List<String> wanted) {
        return wanted.stream().map(role -> codeOf.getOrDefault(role, set)).toList();
    }

    /** Roles as a sentence names them. */
    static String words(List<String> roles) {
        List<String> words = roles.stream()
                .sorted(Comparator.comparingInt(IN_ORDER::indexOf))
                .map(role -> role.equals(GOAL) ? role : role + " status")
                .toList();
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
