package org.hearth.therapy;

import org.hearth.finding.FromRow;

/**
 * What a 34X claim owes for a discipline that it bills: a row of {@code discipline-requirements} (Pub. 100-04 ch. 5 s.
 * 20 and 20.1).
 *
 * @param row the row
 * @param billed the discipline on the claim
 * @param modifier its discipline modifier
 * @param planCode the occurrence code of its plan of care date
 * @param startCode the occurrence code of its start of treatment
 * @param fiss the reason code for a missing or stray plan date
 */
public record DisciplineRequirement(
        String row, DisciplineBilled billed, String modifier, String planCode, String startCode, String fiss)
        implements FromRow {

    /** The discipline's name, as in {@link org.hearth.claim.Discipline}. */
    public org.hearth.claim.Discipline discipline() {
        return billed.discipline();
    }

    /** The discipline in words. */
    public String disciplineName() {
        return billed.disciplineName();
    }
}
