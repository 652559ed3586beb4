package org.hearth.facts.assistants;

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
     * Of a timed code, whose units come from the day's pool. Whole blocks of one furnisher are that furnisher's;
     * what is left is judged by the policy of the day.
     *
     * <p>Until 2021 the count can fall as the assistant's minutes rise: 12 and 14 minutes make two marked units, 12 and
     * 15 one. The exception of 2022 mends that.
     *
     * @param therapist minutes of the therapist, alone or together with the assistant
     * @param assistant minutes of the assistant alone
     * @param units units of the code
     * @param block minutes of a unit
     */
    static AssistantUnits pooled(int therapist, int assistant, int units, int block, AssistantPolicy policy) {
        int blocks = assistant / block;
        int left = units - therapist / block - blocks;
        int ofTherapist = therapist % block;
        int ofAssistant = assistant % block;
        if (therapist == 0 || assistant == 0 || ofTherapist + ofAssistant <= (left - 1) * block) {
            return timed(therapist, assistant, units, block, policy);
        }
        boolean therapistHasLast = left == 1
                && policy.lastUnitMinutes().isPresent()
                && ofTherapist >= policy.lastUnitMinutes().getAsInt();
        if (therapistHasLast) {
            return new AssistantUnits(units, blocks, blocks);
        }
        if (left == 2 && policy.twoUnitsLeast().isPresent()) {
            boolean shared = policy.sharesTwoUnits(ofTherapist, ofAssistant);
            return new AssistantUnits(units, blocks + 1, shared ? blocks + 1 : blocks + 2);
        }
        return timed(therapist, assistant, units, block, policy);
    }

    /**
     * Of a code whose unit is a number of minutes, by blocks and share alone. Where the minutes are too few for the
     * units, whose they are stays open.
     *
     * @param unitMinutes minutes of a unit
     */
    static AssistantUnits timed(int therapist, int assistant, int units, int unitMinutes, AssistantPolicy policy) {
        if (therapist == 0 || assistant == 0) {
            return wholeService(therapist, assistant, units, policy);
        }
        int ofTherapist = therapist / unitMinutes;
        int blocks = assistant / unitMinutes;
        int left = units - ofTherapist - blocks;
        if (left < 0) {
            return new AssistantUnits(units, Math.max(0, units - ofTherapist), Math.min(units, blocks));
        }
        int rest = therapist % unitMinutes + assistant % unitMinutes;
        if (rest <= (left - 1) * unitMinutes) {
            return new AssistantUnits(units, blocks, blocks + left);
        }
        AssistantUnits last = wholeService(therapist % unitMinutes, assistant % unitMinutes, left, policy);
        return new AssistantUnits(units, blocks + last.fewest(), blocks + last.most());
    }

    /** Of a service that is judged as a whole, as an untimed code is: all its units or none. */
    static AssistantUnits wholeService(int therapist, int assistant, int units, AssistantPolicy policy) {
        int total = therapist + assistant;
        boolean nobody = total == 0;
        return new AssistantUnits(
                units,
                policy.exceedsRounded(assistant, total) ? units : 0,
                nobody || policy.exceeds(assistant, total) ? units : 0);
    }
}
