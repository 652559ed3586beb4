package org.hearth.batch;

import org.hearth.evaluate.Evaluation;
import org.hearth.finding.Severity;

/**
 * What a batch came to.
 *
 * @param claims claims judged
 * @param problems claims that could not be read
 * @param whole whether every input was read to its end
 * @param errors whether any claim has a finding at error level
 */
public record Tally(long claims, long problems, boolean whole, boolean errors) {

    static final Tally EMPTY = new Tally(0, 0, true, false);

    Tally plus(Evaluation evaluation) {
        boolean worse = evaluation.findings().stream()
                .anyMatch(finding -> finding.effect().severity() == Severity.ERROR);
        return new Tally(claims + 1, problems, whole, errors || worse);
    }

    Tally plusUnread() {
        return new Tally(claims, problems + 1, whole, errors);
    }

    Tally notWhole() {
        return new Tally(claims, problems, false, errors);
    }
}
