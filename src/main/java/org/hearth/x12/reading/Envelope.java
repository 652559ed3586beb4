package org.hearth.x12.reading;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.hearth.claim.Location;
import org.hearth.x12.segment.Quoted;
import org.hearth.x12.segment.Segment;

/**
 * The interchange, functional group and transaction set that the reader is in. Counts what they hold and compares that
 * with their trailers.
 */
final class Envelope {

    private static final String RESEND = "send the whole file again, from the system that wrote it";
    private static final String GUIDE = "005010X223";

    /** What is sent about claims and is none, by its transaction set identifier. */
    private static final Map<String, String> OTHER_SETS = Map.of(
            "270", "an eligibility question (270)",
            "271", "an eligibility answer (271)",
            "276", "a question about the status of claims (276)",
            "277", "an answer about the status of claims (277, 277CA)",
            "278", "a request for authorization (278)",
            "820", "a premium payment (820)",
            "834", "an enrolment (834)",
            "835", "a remittance advice (835)",
            "997", "an acknowledgement (997)",
            "999", "an acknowledgement (999)");

    private static final int CONTROLS_KEPT = 100_000;

    private final String file;
    private final FirstProblems problems;
    private final FirstProblems warnings;

    private int interchange;
    private boolean inInterchange;
    private String interchangeControl;
    private int groups;

    private boolean inGroup;
    private String groupControl;
    private String groupVersion;
    private int transactions;
    private final Set<String> transactionControls = new HashSet<>();

    private boolean inTransaction;
    private boolean institutional;
    private boolean hasClaim;
    private String transaction;
    private boolean strayReported;

    Envelope(String file, FirstProblems problems, FirstProblems warnings) {
        this.file = file;
        this.problems = problems;
        this.warnings = warnings;
    }

    /**
     * Where in the envelope a claim stands.
     *
     * @param interchange which interchange of the file, from 1
     * @param group the control number of the functional group (GS06)
     * @param version the group's version (GS08)
     * @param transaction the control number of the transaction set (ST02)
     */
    record Inside(int interchange, String group, String version, String transaction) implements Serializable {}

    /** Goes on inside a transaction set of claims. What is wrong with the envelope before there is not known. */
    void resume(Inside inside) {
        interchange = inside.interchange();
        inInterchange = true;
        inGroup = true;
        groupControl = inside.group();
        groupVersion = inside.version();
        inTransaction = true;
        institutional = true;
        transaction = inside.transaction();
    }

    /** For another to go on with, in a transaction set of claims. */
    Inside inside() {
        return new Inside(interchange, groupControl, groupVersion, transaction);
    }

    String file() {
        return file;
    }

    /** Which interchange of the file, from 1; 0 before the first. */
    int interchange() {
        return interchange;
    }

    boolean inInterchange() {
        return inInterchange;
    }

    /** The control number of the functional group (GS06), {@code null} before the first. */
    String group() {
        return groupControl;
    }

    /** The control number of the transaction set (ST02), {@code null} outside of one. */
    String transaction() {
        return transaction;
    }

    /** Whether the reader is inside a transaction set that holds institutional claims. */
    boolean inClaims() {
        return inTransaction && institutional;
    }

    /** Takes in a segment that opens or closes a part of the envelope; any other is only checked to stand inside. */
    void read(Segment segment) {
        switch (segment.tag()) {
            case "ISA" -> openInterchange(segment);
            case "GS" -> openGroup(segment);
            case "ST" -> openTransaction(segment);
            case "SE" -> closeTransaction(segment);
            case "GE" -> closeGroup(segment);
            case "IEA" -> closeInterchange(segment);
            default -> stray(segment);
        }
    }

    /** A claim of the transaction set begins. */
    void claim() {
        hasClaim = true;
    }

    /** Where a segment, or an element of it, stands. */
    Location at(Segment segment, Integer element) {
        return at(segment.tag(), segment.position(), element);
    }

    /** Where a segment, or an element of it, stands. */
    Location at(String tag, int position, Integer element) {
        return new Location(
                file,
                interchange == 0 ? null : interchange,
                transaction,
                tag,
                position == 0 ? null : position,
                element);
    }

    /** Notes a problem of the file. */
    void problem(Segment segment, Integer element, String message, String fix) {
        problems.add(new X12Problem(null, at(segment, element), segment.offset(), message, fix, false));
    }

    /** Notes something that was read but that a payer may refuse. */
    void warning(Segment segment, Integer element, String message, String fix) {
        warnings.addOnce(new X12Problem(null, at(segment, element), segment.offset(), message, fix, false));
    }

    private void openInterchange(Segment isa) {
        interchange++;
        inInterchange = true;
        interchangeControl = isa.text(13);
        groups = 0;
        strayReported = false;
    }

    private void closeInterchange(Segment iea) {
        endGroup(iea);
        checkCount(iea, "interchange", groups, "groups");
        checkControl(iea, "ISA13", interchangeControl);
        inInterchange = false;
    }

    private void openGroup(Segment gs) {
        endGroup(gs);
        inGroup = true;
        groups++;
        groupControl = gs.text(6);
        groupVersion = gs.text(8);
        transactions = 0;
        transactionControls.clear();
        strayReported = false;
    }

    private void closeGroup(Segment ge) {
        endTransaction(ge);
        if (!inGroup) {
            stray(ge);
            return;
        }
        checkCount(ge, "group", transactions, "transaction sets");
        checkControl(ge, "GS06", groupControl);
        inGroup = false;
        strayReported = false;
    }

    private void endGroup(Segment next) {
        endTransaction(next);
        if (inGroup) {
            problem(next, null, "group " + Quoted.value(groupControl) + " has no trailer (`GE`)", RESEND);
            inGroup = false;
        }
    }

    private void openTransaction(Segment st) {
        endTransaction(st);
        inTransaction = true;
        transactions++;
        transaction = st.text(2);
        if (transaction != null && isRepeated(transaction)) {
            problem(
                    st,
                    2,
                    "control number " + Quoted.value(transaction)
                            + " in ST02 is that of a transaction set of this group before",
                    "number the transaction sets of a group each by one more than the one before");
        }
        strayReported = false;
        hasClaim = false;
        if (!inGroup) {
            problem(st, null, "transaction set outside a functional group (`GS`)", RESEND);
        }
        institutional = isInstitutional(st);
    }

    /** Of a hostile group only so many numbers are kept. */
    private boolean isRepeated(String control) {
        return transactionControls.size() < CONTROLS_KEPT
                ? !transactionControls.add(control)
                : transactionControls.contains(control);
    }

    private void closeTransaction(Segment se) {
        if (!inTransaction) {
            stray(se);
            return;
        }
        checkCount(se, "transaction set", se.position(), "segments");
        String control = se.text(2);
        if (transaction != null && !transaction.equals(control)) {
            mismatch(se, "ST02", transaction, control);
        }
        if (institutional && !hasClaim) {
            problem(
                    se,
                    null,
                    "transaction set " + Quoted.value(transaction) + " holds no claim (`CLM`)",
                    "send it with its claims, or leave it out");
        }
        leaveTransaction();
    }

    private void endTransaction(Segment next) {
        if (inTransaction) {
            problem(next, null, "transaction set " + Quoted.value(transaction) + " has no trailer (`SE`)", RESEND);
            leaveTransaction();
        }
    }

    private void leaveTransaction() {
        inTransaction = false;
        transaction = null;
        strayReported = false;
    }

    /** ST03 names the guide in 5010; GS08 does too, and stands in where ST03 was left out. */
    private boolean isInstitutional(Segment st) {
        if (!st.is(1, "837")) {
            String set = st.isEmpty(1, 1) ? null : OTHER_SETS.get(st.text(1));
            problem(
                    st,
                    1,
                    set == null
                            ? "transaction set of type " + Quoted.value(st.text(1)) + ", which holds no claims"
                            : set + ", which holds no claims",
                    "send 837I files only");
            return false;
        }
        String version = st.isEmpty(3, 1) ? groupVersion : st.text(3);
        if (version == null || !version.startsWith(GUIDE) || groupVersion != null && !groupVersion.startsWith(GUIDE)) {
            problem(st, 3, otherGuide(version), "send institutional claims (837I) of version `005010X223A2`");
            return false;
        }
        if (!version.equals("005010X223A2") && !version.equals("005010X223A3")) {
            warning(
                    st,
                    3,
                    "version " + Quoted.identifier(version) + " was read as `005010X223A2`",
                    "write `005010X223A2` in GS08 and ST03");
        }
        return true;
    }

    private String otherGuide(String version) {
        if (version == null) {
            return "transaction set without a version (ST03, GS08)";
        }
        String wrong = version.startsWith(GUIDE) ? groupVersion : version;
        if (wrong.startsWith("005010X222")) {
            return "professional claims (837P, version " + Quoted.identifier(wrong) + ")";
        }
        if (wrong.startsWith("005010X224")) {
            return "dental claims (837D, version " + Quoted.identifier(wrong) + ")";
        }
        return "transaction set of version " + Quoted.identifier(wrong);
    }

    private void stray(Segment segment) {
        // an interchange acknowledgement may stand before the first group
        if (inTransaction || segment.tag().equals("TA1") && !inGroup) {
            return;
        }
        if (!strayReported) {
            strayReported = true;
            problem(segment, null, "segment `" + segment.tag() + "` outside a transaction set", RESEND);
        }
    }

    private void checkCount(Segment trailer, String part, int counted, String what) {
        if (trailer.whole(1) != counted) {
            problem(
                    trailer,
                    1,
                    trailer.tag() + "01 says " + Quoted.value(trailer.text(1)) + " " + what + ", the " + part + " has "
                            + counted,
                    "find out whether something was lost; if not, write `" + counted + "`");
        }
    }

    private void checkControl(Segment trailer, String header, String expected) {
        String control = trailer.text(2);
        if (expected != null && !expected.equals(control) && !sameNumber(expected, trailer)) {
            mismatch(trailer, header, expected, control);
        }
    }

    /** These control numbers are numeric: leading zeros do not count. */
    private static boolean sameNumber(String expected, Segment trailer) {
        int number = trailer.whole(2);
        return number >= 0 && expected.length() <= 9 && numeric(expected) == number;
    }

    private static int numeric(String digits) {
        int value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    private void mismatch(Segment trailer, String header, String expected, String control) {
        problem(
                trailer,
                2,
                "control number " + Quoted.value(control) + " in " + trailer.tag() + "02 is not that of " + header
                        + ", " + Quoted.value(expected),
                "find out whether something was lost; if not, write " + Quoted.value(expected));
    }
}
