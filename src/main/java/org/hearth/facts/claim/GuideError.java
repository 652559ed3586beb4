package org.hearth.facts.claim;

import org.hearth.claim.GuideFault;
import org.hearth.claim.Location;
import org.hearth.claim.Origin;
import org.hearth.facts.line.Bill;
import org.hearth.finding.InWords;
import org.hearth.finding.Subject;

/**
 * A departure of the claim's segments from the guide of its file.
 *
 * @param bill the claim's header
 * @param fault what departs, and where
 */
@InWords("departure from the guide")
public record GuideError(Bill bill, GuideFault fault) implements Subject {

    /** What kind of departure it is, such as {@code missing segment}. */
    public String kind() {
        return fault.kind();
    }

    /** The segment, element or component in the guide's own way of writing: {@code CL1}, {@code NM109}, {@code CLM05-3}. */
    public String name() {
        if (fault.element() == 0) {
            return fault.segment();
        }
        String element = fault.segment() + (fault.element() < 10 ? "0" : "") + fault.element();
        return fault.component() == 0 ? element : element + "-" + fault.component();
    }

    /** What was sent, for a message: the value in backticks after a blank, or nothing where it is not to be repeated. */
    public String sent() {
        return fault.value() == null ? "" : " `" + fault.value() + "`";
    }

    @Override
    public String pointer() {
        return hasLine() ? "/lines/" + fault.line() : "";
    }

    @Override
    public Integer lineNumber() {
        return hasLine() ? bill.claim().lines().get(fault.line()).lineNumber() : null;
    }

    @Override
    public Location at(Origin origin, String field) {
        return fault.at();
    }

    @Override
    public boolean yieldsTo(String field, Location at) {
        boolean sameField = fault.field() != null && fault.field().equals(field);
        return sameField
                || fault.element() > 0
                        && at != null
                        && at.element() != null
                        && at.element() == fault.element()
                        && fault.at().position().equals(at.position())
                        && fault.at().segment().equals(at.segment());
    }

    private boolean hasLine() {
        return fault.line() >= 0 && fault.line() < bill.claim().lines().size();
    }
}
