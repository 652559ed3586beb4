package org.hearth.facts.assistants;

import org.hearth.codes.Day;
import org.hearth.codes.DayNumber;
import org.hearth.facts.line.Line;
import org.hearth.finding.InWords;
import org.hearth.finding.Subject;

/**
 * Whether the lines of one code, day and discipline carry the assistant modifier on as many units as the minutes of
 * therapist and assistant call for (Pub. 100-04 ch. 5 s. 20.1), told of each of them.
 *
 * @param over units billed with the modifier beyond those that carry it by the minutes, below 0 where they are fewer, and
 *     this line is where it shows; 0 otherwise
 * @param split whether the code needs units with the modifier and units without, so two lines; otherwise all of its
 *     units are of one kind
 * @param line the line: where both kinds are needed, a mistake shows on the code's first
 * @param modifier CQ or CO
 * @param therapistMinutes minutes of the therapist, alone or together with the assistant
 * @param assistantMinutes minutes of the assistant alone
 * @param units units of the code billed that day
 * @param unitsWith units that carry the modifier, by the minutes
 * @param unitsWithout units that do not
 * @param billedWith units billed with an assistant modifier
 */
@InWords("share of the assistant")
public record AssistantShare(
        int over,
        boolean split,
        Line line,
        String modifier,
        int therapistMinutes,
        int assistantMinutes,
        int units,
        int unitsWith,
        int unitsWithout,
        int billedWith)
        implements Subject {

    /** Minutes of the code that day. */
    public int totalMinutes() {
        return therapistMinutes + assistantMinutes;
    }

    /** Whether the code's units of the day stand on this line alone and are all of one kind. */
    public boolean wholeLine() {
        return !split && Integer.valueOf(units).equals(line.wholeUnits());
    }

    /** Day of service, as {@link Day}. */
    @DayNumber
    public int on() {
        return line.on();
    }

    @Override
    public String pointer() {
        return line.pointer();
    }

    @Override
    public Integer lineNumber() {
        return line.lineNumber();
    }
}
