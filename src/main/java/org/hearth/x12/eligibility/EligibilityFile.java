package org.hearth.x12.eligibility;

import java.util.List;

/**
 * What a file of eligibility answers says.
 *
 * @param answers Medicare's answers, in order
 * @param problems what was not read: damage, another payer's answer, another transaction set
 * @param notes what was read and tells nothing, or not all: a rejected question, a date that is none
 */
public record EligibilityFile(List<EligibilityAnswer> answers, List<Remark> problems, List<Remark> notes) {

    /**
     * Something to tell of a file.
     *
     * @param message what is so, one line; of a member id the end alone
     * @param fix what to do, one line
     */
    public record Remark(String message, String fix) {}

    public EligibilityFile {
        answers = List.copyOf(answers);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }
}
