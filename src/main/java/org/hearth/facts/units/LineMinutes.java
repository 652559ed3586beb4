package org.hearth.facts.units;

import org.hearth.codes.DayNumber;
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
    private final String basis;
    private final int minutes;

    LineMinutes(Line line, String basis, int minutes) {
        this.line = line;
        this.kind = line.kind();
        this.basis = basis;
        this.minutes = minutes;
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
    public String basis() {
        return basis;
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
