package org.hearth.x12.acknowledgement;

import org.hearth.x12.segment.Segment;

/**
 * The patient of the claim being read, whom a 277CA must name to the sender who named him. Stays within this package and
 * is held for one claim; never shown.
 *
 * @param lastName NM103
 * @param firstName NM104
 * @param middleName NM105
 * @param suffix NM107
 * @param idQualifier NM108
 * @param id NM109
 */
record Patient(String lastName, String firstName, String middleName, String suffix, String idQualifier, String id) {

    /** Of a subscriber's NM1 segment. */
    static Patient subscriber(Segment nm1) {
        return new Patient(nm1.text(3), nm1.text(4), nm1.text(5), nm1.text(7), nm1.text(8), nm1.text(9));
    }

    /** Of the NM1 segment of someone else whom this subscriber's contract covers. */
    Patient dependent(Segment nm1) {
        return new Patient(nm1.text(3), nm1.text(4), nm1.text(5), nm1.text(7), idQualifier, id);
    }

    @Override
    public String toString() {
        return "Patient";
    }
}
