package org.hearth.claim;

/**
 * Treatment minutes of one line, told apart by who furnished them. Whole minutes, none negative.
 *
 * @param therapist the therapist alone
 * @param assistant the assistant alone
 * @param together both at the same time, which counts as the therapist's
 */
public record TreatmentMinutes(int therapist, int assistant, int together) {

    /** All minutes of the line. */
    public int total() {
        return therapist + assistant + together;
    }
}
