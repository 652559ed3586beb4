package org.hearth.facts.units;

import java.util.List;
import java.util.stream.Collectors;
import org.hearth.facts.line.Line;
import org.hearth.finding.InWords;
import org.hearth.finding.Subject;

/**
 * The time of one day by the units billed for it, where they are more than a day has: of one discipline or service, or of all together.
 * As a subject it is the line that takes the units past what a day has.
 */
@InWords("time of the day")
public final class DayTime implements Subject {

    /** Stands for all disciplines and services together. */
    private static final String ALL = "all";

    private final String whose;
    private final List<Line> lines;
    private final long units;
    private final int most;
    private final Line shown;

    private DayTime(String whose, List<Line> lines, int most) {
        this.whose = whose;
        this.lines = lines;
        this.most = most;
        long sum = 0;
        Line crossing = null;
        for (Line line : lines) {
            sum += line.wholeUnits();
            crossing = crossing == null && sum > most ? line : crossing;
        }
        this.units = sum;
        this.shown = crossing == null ? lines.get(lines.size() - 1) : crossing;
    }

    /** The time of one discipline or service: lines of whole units of 15 minutes, at least one, of one day. */
    static DayTime ofOne(List<Line> lines, int most) {
        return new DayTime(lines.get(0).service(), lines, most);
    }

    /** The time of several together. */
    static DayTime ofAll(List<Line> lines, int most) {
        return new DayTime(ALL, lines, most);
    }

    /** {@code 32X} or {@code 34X}. */
    public String kind() {
        return shown.kind();
    }

    /** Whether it is the time of several disciplines or services together. */
    public boolean together() {
        return whose.equals(ALL);
    }

    /** The discipline or service, as the code list of revenue codes calls it. */
    public String whose() {
        return whose;
    }

    /** Units of 15 minutes billed in all. */
    public long units() {
        return units;
    }

    /** Units of 15 minutes that a day has. */
    public int most() {
        return most;
    }

    /** Units billed beyond what a day has. */
    public long over() {
        return Math.max(0, units - most);
    }

    /** The day of service; {@code none} of a line without one. */
    public String serviceDate() {
        return shown.dateAsBilled();
    }

    /** The lines by their numbers, for a finding's text, such as {@code line 2} or {@code lines 2, 5}. */
    public String linesInWords() {
        return (lines.size() == 1 ? "line " : "lines ")
                + lines.stream().map(line -> String.valueOf(line.lineNumber())).collect(Collectors.joining(", "));
    }

    @Override
    public String pointer() {
        return shown.pointer();
    }

    @Override
    public Integer lineNumber() {
        return shown.lineNumber();
    }
}
