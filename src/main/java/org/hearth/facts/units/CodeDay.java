package org.hearth.facts.units;

import java.time.LocalDate;
import java.util.List;
import org.hearth.codes.TherapyCode;
import org.hearth.facts.line.Line;
import org.hearth.finding.FromRow;
import org.hearth.finding.InWords;
import org.hearth.finding.Subject;

/**
 * The units of one code, one discipline and one day of a 34X, for a code that has a maximum a day. As a subject it is
 * the line that takes the units past the maximum, or the last one.
 */
@InWords("daily total of a code")
public final class CodeDay implements FromRow, Subject {

    private final TherapyCode code;
    private final int units;
    private final Line shown;

    /** The day's lines of one code and discipline, in order; each with whole units. */
    CodeDay(List<Line> lines) {
        this.code = lines.get(0).therapyCode();
        int sum = 0;
        Line crossing = null;
        for (Line line : lines) {
            sum += line.wholeUnits();
            crossing = crossing == null && sum > code.maxPerDay() ? line : crossing;
        }
        this.units = sum;
        this.shown = crossing == null ? lines.get(lines.size() - 1) : crossing;
    }

    /** The code's row. */
    public TherapyCode code() {
        return code;
    }

    /** HCPCS code. */
    public String hcpcs() {
        return code.code();
    }

    /** Units billed in all. */
    public int units() {
        return units;
    }

    /** Most units that the code carries in a day. */
    public int maxPerDay() {
        return code.maxPerDay();
    }

    public LocalDate serviceDate() {
        return shown.serviceDate();
    }

    @Override
    public String row() {
        return code.row();
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
