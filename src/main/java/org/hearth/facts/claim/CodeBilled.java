package org.hearth.facts.claim;

import org.hearth.claim.BilledForm;
import org.hearth.facts.line.Bill;
import org.hearth.finding.InWords;
import org.hearth.finding.Subject;

/**
 * A code that was billed in another form than its own.
 *
 * @param bill the claim's header
 * @param form the code in both forms
 */
@InWords("code as billed")
public record CodeBilled(Bill bill, BilledForm form) implements Subject {

    /** What the code stands in, as a pointer into the claim's JSON form. */
    @Override
    public String pointer() {
        return form.pointer().substring(0, form.pointer().lastIndexOf('/'));
    }

    /** The code's member or place in that. */
    public String field() {
        return form.pointer().substring(form.pointer().lastIndexOf('/') + 1);
    }

    /** The number of the line that it stands on, or {@code null}. */
    @Override
    public Integer lineNumber() {
        String[] steps = form.pointer().split("/", 4);
        return steps.length > 3 && steps[1].equals("lines")
                ? bill.claim().lines().get(Integer.parseInt(steps[2])).lineNumber()
                : null;
    }
}
