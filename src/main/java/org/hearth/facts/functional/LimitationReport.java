package org.hearth.facts.functional;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hearth.claim.Discipline;
import org.hearth.codes.FunctionalCode;
import org.hearth.codes.FunctionalRole;
import org.hearth.facts.line.Line;
import org.hearth.finding.InWords;

/**
 * What one treatment day reports of one functional limitation.
 *
 * @param at the day and who reports it
 * @param episode where the day stands in its episode
 * @param order how the day's reports stand to each other
 * @param set the limitation
 * @param codes the codes reported, by role
 * @param others the other limitations that were open before or are reported on the day, ascending
 * @param ofClaim whether the claim reports it, and not only an earlier one
 * @param lines the claim's lines that report it, by line number; the day's first line where it has none
 * @param limitation every code of the limitation in force on the day, by role
 */
@InWords("functional report")
public record LimitationReport(
        DisciplineDay at,
        EpisodeDay episode,
        DayOrder order,
        String set,
        List<FunctionalCode> codes,
        List<String> others,
        boolean ofClaim,
        List<Line> lines,
        Map<FunctionalRole, FunctionalCode> limitation) {

    public LimitationReport {
        codes = List.copyOf(codes);
        others = List.copyOf(others);
        lines = List.copyOf(lines);
        limitation = Map.copyOf(limitation);
    }

    /** Who reports it. */
    public Discipline discipline() {
        return at.discipline();
    }

    /** The modifier that stands for the discipline. */
    public String modifier() {
        return at.modifier();
    }

    /** The day. */
    public LocalDate date() {
        return at.date();
    }

    /** The roles reported, in order. */
    public List<FunctionalRole> roles() {
        return codes.stream().map(FunctionalCode::role).toList();
    }

    /** The codes reported with one of their pair, by role. */
    public List<String> paired() {
        return ReportedLimitation.paired(codes).stream()
                .map(FunctionalCode::code)
                .toList();
    }

    /** Whether it was open before the day. */
    public boolean wasOpen() {
        return episode.open().contains(set);
    }

    /** The limitations that share out one report of the day between them, ascending. */
    public List<String> mixed() {
        return order.mixed();
    }

    /** The limitations that the day begins beside another, ascending. */
    public List<String> begunBeside() {
        return order.begunBeside();
    }

    /** The limitations that the day ends though they were not open, ascending. */
    public List<String> endedUnopened() {
        return order.endedUnopened();
    }

    /** Whether the start of the episode is known. */
    public boolean startKnown() {
        return episode.startKnown();
    }

    /** The limitations reported in the episode before the day, ascending. */
    public List<String> reportedBefore() {
        return episode.reported();
    }

    /** The limitation that has to be reported before this one, or {@code none}. */
    public String after() {
        return codes.get(0).after();
    }

    /** The line to point at: its first. */
    public Line line() {
        return lines.get(0);
    }

    /** The line that reports the current status, or the first. */
    public Line currentLine() {
        return line(FunctionalRole.CURRENT);
    }

    /** The line that reports the discharge status, or the first. */
    public Line dischargeLine() {
        return line(FunctionalRole.DISCHARGE);
    }

    private Line line(FunctionalRole role) {
        return lines.stream()
                .filter(line -> line.functionalCode().role() == role)
                .findFirst()
                .orElse(lines.get(0));
    }

    /** The G-codes reported, ascending. */
    public List<String> billed() {
        return codes.stream().map(FunctionalCode::code).sorted().toList();
    }

    /** The code that it lacks to stand as it is; empty where it can stand. */
    public List<String> lackingCodes() {
        return codes(lacking());
    }

    /** The same in words. */
    public String lackingWords() {
        return FunctionalRole.words(lacking());
    }

    private List<FunctionalRole> lacking() {
        return paired().isEmpty() ? codes.get(0).pair().subList(0, 1) : List.of();
    }

    /** Its codes for some roles; the limitation's name where it has none. */
    List<String> codes(List<FunctionalRole> wanted) {
        return wanted.stream()
                .map(role -> limitation.containsKey(role) ? limitation.get(role).code() : set)
                .toList();
    }
}
