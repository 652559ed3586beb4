package org.hearth.facts.units;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hearth.codes.TherapyCode;
import org.hearth.facts.line.Line;
import org.hearth.finding.InWords;
import org.hearth.finding.Subject;

/** The units that one code of a {@link UnitPool} may carry in all, and how they may stand on its lines. */
@InWords("units of a code")
public final class CodeUnits implements Subject {

    private final TherapyCode code;
    private final List<Line> lines;
    private final List<Line> askedBy;
    private final int least;
    private final int most;
    private final int proposed;
    private final int billed;

    /**
     * @param code the code
     * @param lines its lines; empty for an add-on code that the claim does not have yet
     * @param askedBy the lines that stand in where the code has none of its own
     * @param least units in the allocation that gives it fewest
     * @param most units in the allocation that gives it most
     * @param proposed units in the allocation that is proposed
     */
    CodeUnits(TherapyCode code, List<Line> lines, List<Line> askedBy, int least, int most, int proposed) {
        this.code = code;
        this.lines = lines;
        this.askedBy = askedBy;
        this.least = least;
        this.most = most;
        this.proposed = proposed;
        int sum = 0;
        for (Line line : lines) {
            Integer units = line.wholeUnits();
            sum += units == null ? 0 : units;
        }
        this.billed = sum;
    }

    static int minutes(List<Line> lines) {
        int sum = 0;
        for (Line line : lines) {
            sum += line.minutes();
        }
        return sum;
    }

    /** HCPCS code. */
    public String hcpcs() {
        return code.code();
    }

    /** The code's row. */
    public TherapyCode code() {
        return code;
    }

    /** The code's lines, in the claim's order; empty for an add-on code that the claim does not have yet. */
    public List<Line> lines() {
        return lines;
    }

    /** Minutes on the code's own lines. */
    public int minutes() {
        return minutes(lines);
    }

    /** Units in the correct allocation that gives the code fewest. */
    public int least() {
        return least;
    }

    /** Units in the correct allocation that gives the code most; {@code least} or one more. */
    public int most() {
        return most;
    }

    /** Most units that the code carries in a day. */
    public int maxPerDay() {
        return code.maxPerDay();
    }

    /** What a correct allocation gives the code, for a finding's text. */
    public String allowed() {
        return least == most ? String.valueOf(most) : least + " or " + most;
    }

    /** Units in the allocation that Hearth proposes: of equal remainders the lower code number goes first. */
    public int proposed() {
        return proposed;
    }

    /** Units billed on the code's lines, those of lines without units left out. */
    public int billed() {
        return billed;
    }

    /** Units billed beyond the most that a correct allocation gives the code; below 0 where they are fewer. */
    public int surplus() {
        return billed - most;
    }

    /** The day of service. */
    public LocalDate serviceDate() {
        return askedBy.get(0).serviceDate();
    }

    /**
     * Every unit count that some correct allocation, split in whatever way over the code's lines, gives one of them.
     */
    public List<Integer> allowedOnALine() {
        int from = lines.size() > 1 ? 0 : least;
        Integer[] counts = new Integer[most - from + 1];
        for (int place = 0; place < counts.length; place++) {
            counts[place] = from + place;
        }
        return List.of(counts);
    }

    /** The proposed units by line, each line's own whole blocks first, then its largest remainders. */
    List<UnitShare> shares(int unitMinutes) {
        // nearly every claim has all of its units, and nothing to spread
        if (!lines.isEmpty() && lines.stream().allMatch(line -> line.units() != null)) {
            return List.of();
        }
        if (lines.isEmpty()) {
            return askedBy.stream()
                    .filter(line -> proposed > 0 && line.units() == null)
                    .reduce((earlier, later) -> later)
                    .map(line -> List.of(new UnitShare(line, hcpcs(), proposed)))
                    .orElse(List.of());
        }
        int[] units =
                lines.stream().mapToInt(line -> line.minutes() / unitMinutes).toArray();
        spread(proposed - IntStream.of(units).sum(), units, unitMinutes);
        List<UnitShare> shares = new ArrayList<>(lines.size());
        for (int place = 0; place < units.length; place++) {
            if (units[place] > 0 && lines.get(place).units() == null) {
                shares.add(new UnitShare(lines.get(place), hcpcs(), units[place]));
            }
        }
        return shares;
    }

    private void spread(int left, int[] units, int unitMinutes) {
        List<Integer> places = IntStream.range(0, units.length)
                .boxed()
                .sorted(Comparator.comparing(place -> -(lines.get(place).minutes() % unitMinutes)))
                .toList();
        for (int more = left, next = 0; more > 0; more--, next = (next + 1) % units.length) {
            units[places.get(next)]++;
        }
        for (int fewer = left, place = units.length - 1; fewer < 0; place--) {
            int taken = Math.min(units[place], -fewer);
            units[place] -= taken;
            fewer += taken;
        }
    }

    /** The code's last line that carries units, where a surplus shows. */
    private Line shown() {
        List<Line> of = lines.isEmpty() ? askedBy : lines;
        Line shown = of.get(0);
        for (Line line : of) {
            Integer units = line.wholeUnits();
            shown = units != null && units > 0 ? line : shown;
        }
        return shown;
    }

    @Override
    public String pointer() {
        return shown().pointer();
    }

    @Override
    public Integer lineNumber() {
        return shown().lineNumber();
    }
}
