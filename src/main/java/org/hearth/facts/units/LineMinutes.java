package org.hearth.facts.units;

import org.hearth.codes.DayNumber;
import org.hearth.codes.ServiceUnit;
import org.hearth.facts.line.Line;
import org.hearth.finding.InWords;

/**
 * Minutes of a line that is judged alone: a visit of a 32X (Pub. 100-04 ch. 10 s. 40.2), or a service of a 34X whose
 * unit is not pooled with others.
 */
@InWords("timed minutes")
public final class LineMinutes implements TimedMinutes {

    private final Line line;
    private final String kind;
    private final String unitKind;
    private final Integer unitMinutes;
    private final int minutes;

    /**
     * The minutes of a line.
     *
     * @param line a line whose minutes are known
     * @param unitKind what one unit of its code is
     * @param unitMinutes minutes of that unit; {@code null} where it is no time
     */
    LineMinutes(Line line, ServiceUnit unitKind, Integer unitMinutes) {
        this.line = line;
        this.kind = line.kind();
        this.unitKind = unitKind.toString();
        this.unitMinutes = unitMinutes;
        this.minutes = line.minutes();
    }

    /** The line whose minutes they are. */
    public Line line() {
        return line;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public String unitKind() {
        return unitKind;
    }

    @Override
    public Integer unitMinutes() {
        return unitMinutes;
    }

    @Override
    public int minutes() {
        return minutes;
    }

    @DayNumber
    @Override
    public int on() {
        return line.on();
    }

    @Override
    public LineAllowance allow(int units, String row) {
        return new LineAllowance(this, units, row);
    }
}
