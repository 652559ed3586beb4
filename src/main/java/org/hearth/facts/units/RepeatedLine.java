package org.hearth.facts.units;

import org.hearth.codes.DayNumber;
import org.hearth.codes.ServiceUnit;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.Line;
import org.hearth.finding.InWords;

/**
 * A line with the same code, date of service and modifiers as one before it. Only for codes of the therapy list.
 *
 * @param line the later line
 * @param same the first line of that kind
 */
@InWords("repeated line")
public record RepeatedLine(Line line, Line same) {

    /** {@code 32X} or {@code 34X}. */
    public String kind() {
        return line.kind();
    }

    /** What one unit of the code is, in the word of {@link ServiceUnit}. */
    public String unitKind() {
        return line.therapyCode().unitKind().toString();
    }

    /** The day of receipt, as {@link Bill#received()}. */
    @DayNumber
    public int received() {
        return line.bill().received();
    }

    /** Whether the day of receipt is known. */
    public boolean receiptKnown() {
        return line.bill().receivedKnown();
    }

    /** The number of the first line of that kind. */
    public Integer sameLine() {
        return same.lineNumber();
    }
}
