package org.hearth.facts.assistants;

import java.util.ArrayList;
import java.util.List;
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

    /** The modifiers for an assistant's part, of every discipline and time. */
    static List<ModifierCode> modifiers(Codes codes) {
        List<ModifierCode> modifiers = new ArrayList<>(2);
        for (ModifierCode row : codes.modifierCodes().all()) {
            if (row.kind() == ModifierKind.ASSISTANT) {
                modifiers.add(row);
            }
        }
        return modifiers;
    }

    /**
     * The modifier that a discipline has for an assistant's part on a day; {@code null} where it has none then, as speech-language
     * pathology, or an assistant's part was not asked about.
     *
     * @param modifiers those of every discipline and time
     */
    static ModifierCode modifier(List<ModifierCode> modifiers, Discipline discipline, int day, Codes codes) {
        for (ModifierCode row : modifiers) {
            if (row.discipline().equals(discipline.name()) && row.holdsOn(day)) {
                return codes.parameterRow(ParameterName.ASSISTANT_DE_MINIMIS_PERCENT, day) == null ? null : row;
            }
        }
        return null;
    }

    /** The policy by which a modifier is billed on a day on which there is one. */
    static AssistantPolicy of(ModifierCode modifier, int day, Codes codes) {
        return new AssistantPolicy(
                modifier.code(),
                codes.parameter(ParameterName.ASSISTANT_DE_MINIMIS_PERCENT, day).orElseThrow(),
                codes.parameter(ParameterName.ASSISTANT_DE_MINIMIS_ROUNDING_PERCENT, day),
                codes.parameter(ParameterName.ASSISTANT_LAST_UNIT_THERAPIST_MINUTES, day),
                codes.parameter(ParameterName.ASSISTANT_TWO_UNITS_LEAST_MINUTES, day),
                codes.parameter(ParameterName.ASSISTANT_TWO_UNITS_MOST_MINUTES, day));
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
