package org.hearth.facts.assistants;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hearth.claim.Discipline;
import org.hearth.codes.Day;
import org.hearth.codes.DayNumber;
import org.hearth.codes.ServiceUnit;
import org.hearth.codes.TherapyCode;
import org.hearth.facts.line.Line;
import org.hearth.facts.units.PoolAllowance;
import org.hearth.facts.units.ProposedLine;
import org.hearth.facts.units.UnitShare;
import org.hearth.finding.InWords;

/**
 * The lines of one code, one discipline and one day of a 34X, each with its minutes by therapist and assistant. Knows
 * which of its units carry the assistant modifier once its billable units are known.
 */
@InWords("service with its assistants")
public final class AssistedService {

    private static final Comparator<UnitShare> MOST_OF_THE_ASSISTANT_FIRST = Comparator.comparingInt(
                    (UnitShare share) -> -share.line().billed().minutesBy().assistant())
            .thenComparingInt(share -> share.line().index())
            .thenComparing(UnitShare::hcpcs);

    private final List<Line> lines;
    private final AssistantPolicy policy;
    private final int therapistMinutes;
    private final int assistantMinutes;
    private final int units;
    private final int billedWith;
    private final boolean complete;

    /**
     * @param lines at least one, each with minutes by therapist and assistant
     * @param policy the policy of their discipline and day
     */
    AssistedService(List<Line> lines, AssistantPolicy policy) {
        this.lines = List.copyOf(lines);
        this.policy = policy;
        int ofTherapist = 0;
        int ofAssistant = 0;
        int all = 0;
        int with = 0;
        boolean whole = true;
        for (Line line : lines) {
            var minutes = line.billed().minutesBy();
            ofTherapist += minutes.therapist() + minutes.together();
            ofAssistant += minutes.assistant();
            Integer own = line.wholeUnits();
            whole &= own != null;
            all += own == null ? 0 : own;
            with += own == null || line.assistantModifiers().isEmpty() ? 0 : own;
        }
        this.therapistMinutes = ofTherapist;
        this.assistantMinutes = ofAssistant;
        this.units = all;
        this.billedWith = with;
        this.complete = whole;
    }

    /** Whether the code's units come from the day's pool, as those of 15-minute codes do. */
    public boolean pooled() {
        return code().unitKind() == ServiceUnit.TIMED;
    }

    /** The lines, in the claim's order. */
    public List<Line> lines() {
        return lines;
    }

    /** Whose service it is. */
    public Discipline discipline() {
        return lines.get(0).discipline();
    }

    /** Day of service, as {@link Day}. */
    @DayNumber
    public int on() {
        return lines.get(0).on();
    }

    /** HCPCS code. */
    public String hcpcs() {
        return lines.get(0).hcpcs();
    }

    private TherapyCode code() {
        return lines.get(0).therapyCode();
    }

    /** How many of so many units carry the modifier. */
    AssistantUnits of(int billable) {
        Integer unitMinutes = code().unitMinutes();
        if (unitMinutes == null) {
            return AssistantUnits.wholeService(therapistMinutes, assistantMinutes, billable, policy);
        }
        return pooled()
                ? AssistantUnits.pooled(therapistMinutes, assistantMinutes, billable, unitMinutes, policy)
                : AssistantUnits.timed(therapistMinutes, assistantMinutes, billable, unitMinutes, policy);
    }

    /** The judgement of one of the service's lines, its code's units taken from the day's pool. */
    public AssistantShare share(Line line, PoolAllowance allowance) {
        return allowance.codes().stream()
                .filter(code -> code.hcpcs().equals(hcpcs()))
                .findFirst()
                .map(code -> share(line, code.least(), code.most()))
                .orElseGet(() -> share(line, units, units));
    }

    /** The judgement of a line whose code is not pooled: its billed units are taken as they are. */
    AssistantShare share(Line line) {
        return share(line, units, units);
    }

    /**
     * The judgement of one of the service's lines.
     *
     * @param least units of the code in the correct allocation that gives it fewest
     * @param most units in the correct allocation that gives it most
     */
    AssistantShare share(Line line, int least, int most) {
        AssistantUnits right = complete ? ofBilled(least, most) : new AssistantUnits(units, 0, units);
        int with = Math.max(right.fewest(), Math.min(right.most(), billedWith));
        int over = billedWith - with;
        boolean split = with > 0 && with < units;
        boolean shown = split ? line == lines.get(0) : line.assistantModifiers().isEmpty() == over < 0;
        return new AssistantShare(
                shown ? over : 0,
                split,
                line,
                policy.modifier(),
                therapistMinutes,
                assistantMinutes,
                units,
                with,
                units - with,
                billedWith);
    }

    /**
     * What the billed units allow. Where their number is itself wrong, which is another finding, only what every right
     * number agrees on counts: all of them or none.
     */
    private AssistantUnits ofBilled(int least, int most) {
        if (least <= units && units <= most) {
            return of(units);
        }
        boolean all =
                IntStream.rangeClosed(least, most).allMatch(count -> of(count).fewest() == count && count > 0);
        boolean none =
                IntStream.rangeClosed(least, most).allMatch(count -> of(count).most() == 0);
        return new AssistantUnits(units, all ? units : 0, none ? 0 : units);
    }

    /**
     * Units proposed for lines of the service that were sent without any, told apart by the modifier. What the rule
     * leaves open is proposed with it; the lines with most of the assistant's minutes take it first.
     *
     * @param shares in any order; each is of one of the service's lines
     */
    List<ProposedLine> propose(List<UnitShare> shares) {
        int proposed = shares.stream().mapToInt(UnitShare::units).sum();
        int marked = Math.max(0, of(units + proposed).most() - billedWith);
        List<ProposedLine> lines = new ArrayList<>();
        for (UnitShare share :
                shares.stream().sorted(MOST_OF_THE_ASSISTANT_FIRST).toList()) {
            int with = Math.min(marked, share.units());
            marked -= with;
            if (with < share.units()) {
                lines.add(share.propose(share.units() - with, modifiers(share.line(), false)));
            }
            if (with > 0) {
                lines.add(share.propose(with, modifiers(share.line(), true)));
            }
        }
        return lines;
    }

    /** A line's modifiers with or without the assistant's, which follows the discipline's. */
    private List<String> modifiers(Line line, boolean marked) {
        List<String> modifiers = new ArrayList<>(line.modifiers());
        modifiers.removeAll(line.assistantModifiers());
        if (marked) {
            int place = 0;
            for (String discipline : line.disciplineModifiers()) {
                place = Math.max(place, modifiers.indexOf(discipline) + 1);
            }
            modifiers.add(place, policy.modifier());
        }
        return List.copyOf(modifiers);
    }
}
