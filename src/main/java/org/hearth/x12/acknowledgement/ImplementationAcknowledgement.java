package org.hearth.x12.acknowledgement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.hearth.x12.guide.ElementFault;
import org.hearth.x12.guide.GuideCheck;
import org.hearth.x12.guide.GuideFaults;
import org.hearth.x12.segment.Quoted;
import org.hearth.x12.segment.Segment;
import org.hearth.x12.segment.SegmentListener;

/**
 * Writes the 999 (005010X231A1) for a file as it is read: one transaction set for each functional group.
 *
 * <p>A transaction set is accepted ({@code A}), accepted with errors ({@code E}: its claims are read and answered one by
 * one, so a fault costs no other claim), or rejected ({@code R}: another kind or guide, no claim, no trailer, or a trailer that
 * does not fit; it gets no 277CA). What a trailer of the group does wrong is noted ({@code E}) and costs nothing.
 */
final class ImplementationAcknowledgement implements SegmentListener, GuideFaults {

    static final String VERSION = "005010X231A1";

    /** IK303 has four characters at most, which is how {@code 2010BA} is commonly cut. */
    private static final int LOOP_LENGTH = 4;

    private static final int CONTEXT_LENGTH = 35;

    private final ReceivedFile received;
    private final AnswerFile answer;
    private final SegmentWriter out;
    private final GuideCheck check = new GuideCheck(this);
    private final ReceivedSet set = new ReceivedSet();
    private final Set<String> setCodes = new LinkedHashSet<>();

    private boolean inGroup;
    private int sets;
    private int accepted;
    private boolean errors;
    private boolean faulty;

    ImplementationAcknowledgement(ReceivedFile received, AnswerFile answer) {
        this.received = received;
        this.answer = answer;
        out = answer.out();
    }

    /** Whether a claim of the transaction set at hand departs from the guide, see {@link GuideCheck#isFaulty}. */
    boolean isFaulty(int ordinal) {
        return check.isFaulty(ordinal);
    }

    /** Whether every group that was answered was accepted without an error. */
    boolean isAccepted() {
        return !faulty;
    }

    @Override
    public void read(Segment segment) {
        switch (segment.tag()) {
            case "ISA" -> end();
            case "GS" -> {
                closeGroup(null);
                openGroup();
            }
            case "ST" -> {
                closeSet(null);
                openSet(segment);
            }
            case "SE" -> closeSet(segment);
            case "GE" -> closeGroup(segment);
            case "IEA" -> end();
            default -> {
                if (set.isOpen() && set.isInstitutional()) {
                    check.next(segment);
                }
            }
        }
    }

    /** Ends the answer to an interchange, or to what could be read of it. */
    void end() {
        closeGroup(null);
        answer.closeInterchange();
    }

    private void openGroup() {
        inGroup = true;
        set.beginGroup();
        sets = 0;
        accepted = 0;
        errors = false;
        answer.openSet("999");
        out.write("AK1", received.groupKind(), received.groupControl(), received.groupVersion());
    }

    private void openSet(Segment st) {
        if (!inGroup) {
            return;
        }
        sets++;
        setCodes.clear();
        set.open(st, received.groupVersion());
        out.write("AK2", set.kind(), set.control(), set.version());
        if (set.isInstitutional()) {
            check.begin(st);
        }
    }

    private void closeSet(Segment se) {
        if (!set.isOpen()) {
            return;
        }
        if (se != null && set.isInstitutional()) {
            check.end(se);
        }
        boolean withoutClaim = se != null && set.isInstitutional() && check.claims() == 0;
        if (withoutClaim) {
            found("CLM", se.position(), "2300", "I7", null, List.of());
        }
        List<String> codes = set.close(se, withoutClaim);
        String verdict = !codes.isEmpty() ? "R" : setCodes.isEmpty() ? "A" : "E";
        if (codes.isEmpty()) {
            accepted++;
        }
        errors |= !verdict.equals("A");
        List<Object> elements = new ArrayList<>(List.of(verdict));
        elements.addAll(codes);
        setCodes.stream().filter(code -> !codes.contains(code)).forEach(elements::add);
        out.write("IK5", elements.toArray());
    }

    private void closeGroup(Segment ge) {
        closeSet(null);
        if (!inGroup) {
            return;
        }
        inGroup = false;
        List<String> codes = groupCodes(ge);
        String verdict = accepted == 0 ? "R" : accepted < sets ? "P" : errors || !codes.isEmpty() ? "E" : "A";
        faulty |= !verdict.equals("A");
        int included = ge == null ? -1 : ge.whole(1);
        List<Object> elements = new ArrayList<>(List.of(verdict, included < 0 ? sets : included, sets, accepted));
        elements.addAll(codes);
        out.write("AK9", elements.toArray());
        answer.closeSet();
        answer.closeGroup();
    }

    /** AK905: 3 no trailer, 4 its control number, 5 its count. */
    private List<String> groupCodes(Segment ge) {
        if (ge == null) {
            return List.of("3");
        }
        List<String> codes = new ArrayList<>(2);
        if (received.groupControl() == null || !received.groupControl().equals(ge.text(2))) {
            codes.add("4");
        }
        if (ge.whole(1) != sets) {
            codes.add("5");
        }
        return codes;
    }

    @Override
    public void found(String tag, int position, String loop, String code, String claimId, List<ElementFault> elements) {
        noteSegment(code);
        out.write("IK3", tag, position, loop.equals("HEADER") ? null : cut(loop, LOOP_LENGTH), code);
        if (claimId != null) {
            out.write("CTX", SegmentWriter.Composite.of("CLM01", cut(claimId, CONTEXT_LENGTH)));
        }
        for (ElementFault fault : elements) {
            noteSegment(fault.code());
            out.write(
                    "IK4",
                    fault.component() == 0
                            ? fault.element()
                            : SegmentWriter.Composite.of(
                                    String.valueOf(fault.element()), String.valueOf(fault.component())),
                    fault.reference(),
                    fault.code(),
                    shown(fault.value()));
        }
    }

    /** 5 says that the standard is broken in a segment, I5 that the guide is. */
    private void noteSegment(String code) {
        setCodes.add(code.startsWith("I") ? "I5" : "5");
    }

    /** A value that would break the answer, or that a lost separator may have brought here, is not repeated. */
    private static String shown(String value) {
        return value != null && Quoted.isHarmless(value) && value.chars().allMatch(c -> SegmentWriter.isPlain((char) c))
                ? value
                : null;
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
