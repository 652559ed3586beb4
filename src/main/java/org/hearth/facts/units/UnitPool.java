package org.hearth.facts.units;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.hearth.claim.Discipline;
import org.hearth.codes.DayNumber;
import org.hearth.codes.ServiceUnit;
import org.hearth.codes.TherapyCode;
import org.hearth.facts.line.Line;
import org.hearth.finding.InWords;

/**
 * The pooled timed codes of one discipline on one day of a 34X, every line with its minutes (Pub. 100-04 ch. 5 s. 20.2
 * C). The day's minutes decide how many units there are; each service gets its whole blocks first and the units that
 * are left go to the largest remainders.
 */
@InWords("timed minutes of the day")
public final class UnitPool implements TimedMinutes {

    private static final Comparator<Service> LARGEST_REMAINDER_FIRST =
            Comparator.comparingInt(Service::remainder).reversed().thenComparing(Service::hcpcs);

    private final String kind;
    private final Discipline discipline;
    private final LocalDate serviceDate;
    private final int on;
    private final int unitMinutes;
    private final List<Line> lines;
    private final List<Service> services;
    private final int minutes;

    /**
     * A pool over the lines of one discipline and day.
     *
     * @param lines at least one, each with its minutes, all with a date of service
     * @param unitMinutes minutes of a whole block
     * @param addOn the pooled add-on code that takes the further time of a code which carries only so many units a
     *     day, or {@link TherapyCode#NONE}
     */
    UnitPool(List<Line> lines, int unitMinutes, Function<TherapyCode, TherapyCode> addOn) {
        Line first = lines.get(0);
        this.kind = first.kind();
        this.discipline = first.discipline();
        this.serviceDate = first.serviceDate();
        this.on = first.on();
        this.unitMinutes = unitMinutes;
        this.lines = List.copyOf(lines);
        this.services = services(lines, unitMinutes, addOn);
        int sum = 0;
        for (Service service : services) {
            sum += service.minutes();
        }
        this.minutes = sum;
    }

    private static List<Service> services(List<Line> lines, int unitMinutes, Function<TherapyCode, TherapyCode> addOn) {
        Map<String, List<Line>> byCode = new TreeMap<>();
        for (Line line : lines) {
            byCode.computeIfAbsent(line.hcpcs(), code -> new ArrayList<>(2)).add(line);
        }
        Map<String, Service> found = new TreeMap<>();
        byCode.forEach((hcpcs, own) -> {
            TherapyCode code = own.get(0).therapyCode();
            TherapyCode further = addOn.apply(code);
            found.put(
                    hcpcs, Service.of(code, own, further, byCode.getOrDefault(further.code(), List.of()), unitMinutes));
        });
        List.copyOf(found.values())
                .forEach(service -> found.remove(service.further().code()));
        List<Service> services = new ArrayList<>(found.values());
        services.sort(LARGEST_REMAINDER_FIRST);
        return services;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public String unitKind() {
        return ServiceUnit.TIMED.toString();
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
        return on;
    }

    /** Whose minutes they are. */
    public Discipline discipline() {
        return discipline;
    }

    /** The day of service. */
    public LocalDate serviceDate() {
        return serviceDate;
    }

    /** The lines of the pool, in the claim's order. */
    public List<Line> lines() {
        return lines;
    }

    /** Whether every line was billed with a whole number of units. */
    boolean complete() {
        for (Line line : lines) {
            if (line.wholeUnits() == null) {
                return false;
            }
        }
        return true;
    }

    /** Whether a line tells the minutes of therapist and assistant apart. */
    boolean assisted() {
        for (Line line : lines) {
            if (line.billed().minutesBy() != null) {
                return true;
            }
        }
        return false;
    }

    /** Units of the whole blocks, which every correct allocation holds. */
    public int blocks() {
        int blocks = 0;
        for (Service service : services) {
            blocks += service.blocks();
        }
        return blocks;
    }

    @Override
    public PoolAllowance allow(int units, String row) {
        return new PoolAllowance(this, units, row);
    }

    /**
     * The units of each code: whole blocks first, then one more each for the largest remainders. Where remainders are
     * equal the provider may choose, so a code's units are a span.
     *
     * @param units the units that the total allows; fewer than the whole blocks take none of them away, more than one
     *     beyond each service's whole blocks are not given
     * @return each code once, by code
     */
    public List<CodeUnits> allocate(int units) {
        int left = Math.min(Math.max(units - blocks(), 0), services.size());
        int last = left == 0 ? Integer.MAX_VALUE : services.get(left - 1).remainder();
        int reaching = 0;
        for (Service service : services) {
            reaching += service.remainder() >= last ? 1 : 0;
        }
        List<CodeUnits> codes = new ArrayList<>(services.size());
        for (int place = 0; place < services.size(); place++) {
            Service service = services.get(place);
            boolean may = service.remainder() >= last;
            boolean must = may && (service.remainder() > last || reaching == left);
            service.spread(must ? 1 : 0, may ? 1 : 0, place < left ? 1 : 0, codes);
        }
        codes.sort(Comparator.comparing(CodeUnits::hcpcs));
        return List.copyOf(codes);
    }

    /**
     * A code, and the add-on code that bills its further time, as the one service that they are.
     *
     * @param code the code
     * @param lines its lines
     * @param further its add-on code, or {@link TherapyCode#NONE}
     * @param furtherLines the lines of the add-on code; may be empty
     * @param minutes minutes of all these lines
     * @param unitMinutes minutes of a whole block
     */
    private record Service(
            TherapyCode code,
            List<Line> lines,
            TherapyCode further,
            List<Line> furtherLines,
            int minutes,
            int unitMinutes) {

        static Service of(
                TherapyCode code, List<Line> lines, TherapyCode further, List<Line> furtherLines, int unitMinutes) {
            int minutes = CodeUnits.minutes(lines) + CodeUnits.minutes(furtherLines);
            return new Service(code, lines, further, furtherLines, minutes, unitMinutes);
        }

        String hcpcs() {
            return code.code();
        }

        int blocks() {
            return minutes() / unitMinutes;
        }

        int remainder() {
            return minutes() % unitMinutes;
        }

        /** Adds the units of the code and of its add-on code, given what comes on top of the whole blocks. */
        void spread(int least, int most, int chosen, List<CodeUnits> codes) {
            int low = blocks() + least;
            int high = blocks() + most;
            int proposed = blocks() + chosen;
            int bound = further == TherapyCode.NONE ? Integer.MAX_VALUE : code.maxPerDay();
            codes.add(new CodeUnits(
                    code, lines, lines, Math.min(low, bound), Math.min(high, bound), Math.min(proposed, bound)));
            if (further != TherapyCode.NONE) {
                codes.add(new CodeUnits(
                        further,
                        furtherLines,
                        lines,
                        Math.max(low - bound, 0),
                        Math.max(high - bound, 0),
                        Math.max(proposed - bound, 0)));
            }
        }
    }
}
