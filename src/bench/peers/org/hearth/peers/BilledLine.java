package org.hearth.peers;

import java.util.List;
import org.hearth.codes.CodeIndex;
import org.hearth.finding.Subject;
import peers.Line;

/** A service line of the workload as a fact, with the row of its code already looked up for its date. */
public final class BilledLine implements Subject {

    private final BilledClaim claim;
    private final Line billed;
    private final ListedCode code;

    BilledLine(BilledClaim claim, Line billed, CodeIndex<ListedCode> codes) {
        this.claim = claim;
        this.billed = billed;
        this.code = codes.on(billed.getHcpcs(), billed.getServiceDay(), ListedCode.NONE);
    }

    /** {@code 32X} or {@code 34X}. */
    public String kind() {
        return claim.kind();
    }

    /** First three digits of the revenue code, such as {@code 042}. */
    public String family() {
        return billed.getRevenueFamily();
    }

    /** Whether the code list has a row for its code on its day. */
    public boolean listed() {
        return code != ListedCode.NONE;
    }

    /** Whether the units of its code are minutes. */
    public boolean timed() {
        return code.timed();
    }

    /** Minutes of treatment. */
    public int minutes() {
        return billed.getMinutes();
    }

    /** Units as billed. */
    public int units() {
        return billed.getUnits();
    }

    /** Modifiers as billed. */
    public List<String> modifiers() {
        return billed.getModifiers();
    }

    @Override
    public String pointer() {
        return "/lines/" + (billed.getLineNumber() - 1);
    }

    @Override
    public Integer lineNumber() {
        return billed.getLineNumber();
    }
}
