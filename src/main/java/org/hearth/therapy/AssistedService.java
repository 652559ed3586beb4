package org.hearth.therapy;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.hearth.claim.Discipline;

/**
 * The lines of one code, one discipline and one day of a 34X, each with its minutes by therapist and assistant. Knows
 * which of its units carry the assistant modifier once its billable units are known.
 */
public final class AssistedService {

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
            int own = wholeUnits(line);
            whole &= own >= 0;
            all += own;
            with += line.assistantModifiers().isEmpty() ? 0 : own;
        }
        this.therapistMinutes = ofTherapist;
        this.assistantMinutes = ofAssistant;
        this.units = all;
        this.billedWith = with;
        this.complete = whole;
    }

    private static int wholeUnits(Line line) {
        BigDecimal units = line.units();
        boolean whole = units != null
                && units.signum() >= 0
                && units.stripTrailingZeros().scale() <= 0;
        return whole ? units.intValueExact() : -1;
    }

    /** Whether the code's units come from the day's pool, as those of 15-minute codes do. */
    public boolean pooled() {
        return code().basis().equals(String.valueOf(policy.unitMinutes()));
    }

    /** Whether every line was billed with whole units, so that there is something to judge. */
    public boolean complete() {
        return complete;
    }

    /** Whose service it is. */
    public Discipline discipline() {
        return lines.get(0).discipline();
    }

    /** Day of service, as {@link Day}. */
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
        if (pooled()) {
            return AssistantUnits.pooled(therapistMinutes, assistantMinutes, billable, policy);
        }
        String basis = code().basis();
        String minutes = basis.substring(basis.lastIndexOf(' ') + 1);
        return minutes.chars().allMatch(Character::isDigit)
                ? AssistantUnits.timed(therapistMinutes, assistantMinutes, billable, Integer.parseInt(minutes), policy)
                : AssistantUnits.wholeService(therapistMinutes, assistantMinutes, billable, policy);
    }

    /** The same for a code that is not pooled, whose billed units are taken as they are. */
    List<AssistantShare> shares() {
        return shares(units, units);
    }

    /**
     * Where the lines as billed differ from what the minutes call for; empty where they agree or were billed without
     * units.
     *
     * @param least units of the code in the correct allocation that gives it fewest
     * @param most units in the correct allocation that gives it most
     */
    public List<AssistantShare> shares(int least, int most) {
        if (!complete || units == 0) {
            return List.of();
        }
        AssistantUnits right = ofBilled(least, most);
        if (right.accepts(billedWith)) {
            return List.of();
        }
        boolean tooFew = billedWith < right.fewest();
        int with = tooFew ? right.fewest() : right.most();
        boolean split = with > 0 && with < units;
        return lines.stream()
                .filter(line -> split || line.assistantModifiers().isEmpty() == tooFew)
                .limit(split ? 1 : lines.size())
                .map(line -> new AssistantShare(
                        tooFew ? "too few" : "too many",
                        split,
                        line,
                        policy.modifier(),
                        therapistMinutes,
                        assistantMinutes,
                        units,
                        with,
                        units - with,
                        billedWith))
                .toList();
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
}
