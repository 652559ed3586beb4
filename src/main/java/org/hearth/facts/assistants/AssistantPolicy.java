package org.hearth.facts.assistants;

import java.util.Optional;
import java.util.OptionalInt;
import org.hearth.claim.Discipline;
import org.hearth.codes.Codes;
import org.hearth.codes.ModifierCode;
import org.hearth.codes.ModifierKind;
import org.hearth.codes.ParameterName;

/**
 * How an assistant's minutes are marked in one discipline on one day (Pub. 100-04 ch. 5 s. 20.1): asked for from
 * 2020-01-01, with exceptions for the last units from 2022-01-01. The dates and numbers are rows of the code lists.
 *
 * @param modifier the modifier to bill: CQ or CO
 * @param deMinimisPercent the share of a service's minutes that an assistant may furnish without the modifier
 * @param roundingPercent by the simple method, the part of a minute from which that share is rounded up to a whole one;
 *     empty where there is no such method
 * @param lastUnitMinutes the therapist's minutes in the last unit from which it takes no modifier; empty before that
 *     exception
 * @param twoUnitsLeast with two units left, the least minutes of each furnisher for which one takes the modifier and one
 *     does not; empty before that exception
 * @param twoUnitsMost the most such minutes; empty before that exception
 */
record AssistantPolicy(
        String modifier,
        int deMinimisPercent,
        OptionalInt roundingPercent,
        OptionalInt lastUnitMinutes,
        OptionalInt twoUnitsLeast,
        OptionalInt twoUnitsMost) {

    /** The policy on a day; empty where the discipline has no assistant modifier then, as speech-language pathology. */
    static Optional<AssistantPolicy> on(Codes codes, Discipline discipline, int day) {
        OptionalInt percent = codes.parameter(ParameterName.ASSISTANT_DE_MINIMIS_PERCENT, day);
        if (percent.isEmpty()) {
            return Optional.empty();
        }
        for (ModifierCode row : codes.modifierCodes().all()) {
            if (row.kind() == ModifierKind.ASSISTANT
                    && row.discipline().equals(discipline.name())
                    && row.holdsOn(day)) {
                return Optional.of(new AssistantPolicy(
                        row.code(),
                        percent.getAsInt(),
                        codes.parameter(ParameterName.ASSISTANT_DE_MINIMIS_ROUNDING_PERCENT, day),
                        codes.parameter(ParameterName.ASSISTANT_LAST_UNIT_THERAPIST_MINUTES, day),
                        codes.parameter(ParameterName.ASSISTANT_TWO_UNITS_LEAST_MINUTES, day),
                        codes.parameter(ParameterName.ASSISTANT_TWO_UNITS_MOST_MINUTES, day)));
            }
        }
        return Optional.empty();
    }

    /** Whether an assistant's part of some minutes is more than the share, reckoned exactly. */
    boolean exceeds(int assistant, int total) {
        return assistant * 100 > deMinimisPercent * total;
    }

    /** The same by the simple method: the share is rounded to a whole minute first. */
    boolean exceedsRounded(int assistant, int total) {
        return roundingPercent.isEmpty()
                ? exceeds(assistant, total)
                : assistant > (deMinimisPercent * total + 100 - roundingPercent.getAsInt()) / 100;
    }

    /** Whether two units left over are shared out one and one. */
    boolean sharesTwoUnits(int therapist, int assistant) {
        return isShared(therapist) && isShared(assistant);
    }

    private boolean isShared(int minutes) {
        return twoUnitsLeast.isPresent()
                && twoUnitsMost.isPresent()
                && minutes >= twoUnitsLeast.getAsInt()
                && minutes <= twoUnitsMost.getAsInt();
    }
}
