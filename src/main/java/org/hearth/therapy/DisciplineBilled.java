package org.hearth.therapy;

import org.hearth.claim.Discipline;
import org.hearth.finding.Subject;

/**
 * A therapy discipline billed on a claim.
 *
 * @param bill the claim
 * @param discipline which
 * @param first its first date of service on the claim, as {@link Day}
 * @param last its last date of service on the claim, as {@link Day}
 */
public record DisciplineBilled(Bill bill, Discipline discipline, int first, int last) implements Subject {

    /** {@code 32X} or {@code 34X}. */
    public String kind() {
        return bill.kind();
    }

    /** The discipline in words. */
    public String disciplineName() {
        return discipline.label();
    }

    /** The day of receipt, as {@link Bill#received()}. */
    public int received() {
        return bill.received();
    }

    @Override
    public String pointer() {
        return "";
    }
}
