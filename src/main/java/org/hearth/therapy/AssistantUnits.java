package org.hearth.therapy;

/**
 * How many of a service's units carry the assistant modifier (Pub. 100-04 ch. 5 s. 20.1). The two counts differ where
 * the rule leaves a choice: CMS takes the share of 10 percent exactly or rounded to a whole minute, and does not say how
 * every pair of units left over is put together. Time of therapist and assistant together is the therapist's.
 *
 * @param units units to bill, with and without the modifier
 * @param fewest the fewest that must carry it
 * @param most the most that may
 */
public record AssistantUnits(int units, int fewest, int most) {

    public AssistantUnits {
        if (fewest < 0 || fewest > most || most > units) {
            throw new IllegalArgumentException(
                    "of " + units + " units, " + fewest + " to " + most + " cannot carry the modifier");
        }
    }

    /**
     * Of a 15-minute code, whose units come from the day's pool. Whole blocks of one furnisher are that furnisher's;
     * what is left is judged by the policy of the day.
     *
     * <p>Until 2021 the count can fall as the assistant's minutes rise: 12 and 14 minutes make two marked units, 12 and
     * 15 one. The exception of 2022 mends that.
     *
     * @param therapist minutes of the therapist, alone or together with the assistant
     * @param assistant minutes of the assistant alone
     * @param units units of the code
     */
    static AssistantUnits pooled(int therapist, int assistant, int units, AssistantPolicy policy) {
        int block = policy.unitMinutes();
        int left = units - therapist / block - assistant / block;
        int ofTherapist = therapist % block;
        int ofAssistant = assistant % block;
        boolean therapistHasLast = left == 1
                && policy.lastUnitMinutes().isPresent()
                && ofTherapist >= policy.lastUnitMinutes().getAsInt();
        if (therapistHasLast) {
            return new AssistantUnits(units, assistant / block, assistant / block);
        }
        if (left == 2 && policy.twoUnitsLeast().isPresent()) {
            int marked = assistant / block + 1;
            boolean settled = policy.sharesTwoUnits(ofTherapist, ofAssistant);
            return new AssistantUnits(units, marked, settled ? marked : marked + 1);
        }
        return timed(therapist, assistant, units, block, policy);
    }

    /**
     * Of a code whose unit is a number of minutes, by blocks and share alone.
     *
     * @param unitMinutes minutes of a unit
     */
    static AssistantUnits timed(int therapist, int assistant, int units, int unitMinutes, AssistantPolicy policy) {
        int blocksOfTherapist = therapist / unitMinutes;
        int blocks = assistant / unitMinutes;
        int left = units - blocksOfTherapist - blocks;
        if (left < 0) {
            return new AssistantUnits(units, Math.max(0, units - blocksOfTherapist), Math.min(units, blocks));
        }
        AssistantUnits rest = wholeService(therapist % unitMinutes, assistant % unitMinutes, left, policy);
        return new AssistantUnits(units, blocks + rest.fewest(), blocks + rest.most());
    }

    /** Of a service that is judged as a whole, as an untimed code is: all its units or none. */
    static AssistantUnits wholeService(int therapist, int assistant, int units, AssistantPolicy policy) {
        int total = therapist + assistant;
        return new AssistantUnits(
                units,
                policy.exceedsRounded(assistant, total) ? units : 0,
                policy.exceeds(assistant, total) ? units : 0);
    }

    /** Whether a count of marked units is right. */
    boolean accepts(int marked) {
        return fewest <= marked && marked <= most;
    }
}
