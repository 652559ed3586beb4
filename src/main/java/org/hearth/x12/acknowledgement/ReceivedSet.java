package org.hearth.x12.acknowledgement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hearth.x12.segment.Segment;

/** The transaction set being read, and what speaks against taking it (IK502). */
final class ReceivedSet {

    private static final String GUIDE = "005010X223";
    private static final int CONTROLS_KEPT = 100_000;

    private boolean open;
    private String kind;
    private String control;
    private String version;
    private boolean institutional;
    private final Set<String> controls = new HashSet<>();
    private boolean repeated;

    /** A functional group begins: control numbers are unique within it. */
    void beginGroup() {
        controls.clear();
    }

    /** Begins at an ST segment. */
    void open(Segment st, String groupVersion) {
        open = true;
        kind = st.text(1);
        control = st.text(2);
        version = st.text(3);
        // of a hostile group only so many are kept
        repeated = control != null
                && (controls.size() < CONTROLS_KEPT ? !controls.add(control) : controls.contains(control));
        String guide = version == null ? groupVersion : version;
        institutional = "837".equals(kind)
                && guide != null
                && guide.startsWith(GUIDE)
                && (groupVersion == null || groupVersion.startsWith(GUIDE));
    }

    boolean isOpen() {
        return open;
    }

    /** The transaction set identifier (ST01). */
    String kind() {
        return kind;
    }

    /** The control number (ST02). */
    String control() {
        return control;
    }

    /** The guide it names (ST03), or {@code null}. */
    String version() {
        return version;
    }

    /** Whether it holds institutional claims of the version that Hearth reads. */
    boolean isInstitutional() {
        return institutional;
    }

    /**
     * Ends it.
     *
     * @param se its trailer, or {@code null} if it has none
     * @param withoutClaim whether it has its trailer and no claim
     * @return why it cannot be taken: {@code 1} no 837, {@code 2} no trailer, {@code 3} the trailer's control number,
     *     {@code 4} its count, {@code 7} no control number, {@code 23} one that the group has already, {@code I5} no
     *     claim, {@code I6} another guide; empty if it can
     */
    List<String> close(Segment se, boolean withoutClaim) {
        open = false;
        List<String> codes = new ArrayList<>();
        if (!"837".equals(kind)) {
            codes.add("1");
        } else if (!institutional) {
            codes.add("I6");
        } else if (withoutClaim) {
            codes.add("I5");
        }
        if (control == null) {
            codes.add("7");
        } else if (repeated) {
            codes.add("23");
        }
        if (se == null) {
            codes.add("2");
            return codes;
        }
        if (control != null && !control.equals(se.text(2))) {
            codes.add("3");
        }
        if (se.whole(1) != se.position()) {
            codes.add("4");
        }
        return codes;
    }
}
