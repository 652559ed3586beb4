package org.hearth.x12.acknowledgement;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;

/**
 * The envelope of an answer: an interchange for each one received, a group for each group. Each is opened when its first
 * transaction set is, so that what needs no answer gets none.
 */
final class AnswerFile {

    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);

    /** What ISA05 and ISA07 may say in an 837I. */
    private static final Set<String> QUALIFIERS = Set.of("01", "14", "20", "27", "28", "29", "30", "33", "ZZ");

    private final SegmentWriter out;
    private final ReceivedFile received;
    private final ControlNumbers numbers;
    private final LocalDateTime now;
    private final String kind;
    private final String version;

    private boolean inInterchange;
    private int interchange;
    private int groups;
    private boolean inGroup;
    private int sets;
    private int setBegan;

    /**
     * An answer.
     *
     * @param kind its functional identifier, such as {@code HN}
     * @param version its guide, such as {@code 005010X214}
     */
    AnswerFile(
            Appendable out,
            ReceivedFile received,
            ControlNumbers numbers,
            LocalDateTime now,
            String kind,
            String version) {
        this.out = new SegmentWriter(out);
        this.received = received;
        this.numbers = numbers;
        this.now = now;
        this.kind = kind;
        this.version = version;
    }

    SegmentWriter out() {
        return out;
    }

    /** CCYYMMDD. */
    String day() {
        return now.format(DAY);
    }

    /** HHMM. */
    String time() {
        return now.format(TIME);
    }

    /** Opens a transaction set, and what it stands in where that is not open. */
    void openSet(String transaction) {
        openGroup();
        sets++;
        setBegan = out.segments();
        out.write("ST", transaction, setControl(), version);
    }

    /** A number of ours for the transaction set that is open: no other answer has the same for as long as numbers last. */
    String reference() {
        return "%09d-%s".formatted(interchange, setControl());
    }

    void closeSet() {
        out.write("SE", out.segments() - setBegan + 1, setControl());
    }

    /** The group received is over. */
    void closeGroup() {
        if (inGroup) {
            out.write("GE", sets, groups);
            inGroup = false;
        }
    }

    /** The interchange received is over. */
    void closeInterchange() {
        closeGroup();
        if (inInterchange) {
            out.write("IEA", groups, "%09d".formatted(interchange));
            inInterchange = false;
        }
    }

    private String setControl() {
        return "%04d".formatted(sets);
    }

    private void openGroup() {
        if (inGroup) {
            return;
        }
        openInterchange();
        inGroup = true;
        groups++;
        sets = 0;
        out.write(
                "GS",
                kind,
                party(received.groupReceiver(), received.receiver()),
                party(received.groupSender(), received.sender()),
                day(),
                time(),
                groups,
                "X",
                version);
    }

    private void openInterchange() {
        if (inInterchange) {
            return;
        }
        inInterchange = true;
        interchange = numbers.next();
        groups = 0;
        out.writeHeader(
                qualifier(received.receiverQualifier()),
                received.receiver(),
                qualifier(received.senderQualifier()),
                received.sender(),
                now.format(SHORT_DAY) + SegmentWriter.ELEMENT + time(),
                "%09d".formatted(interchange),
                "T".equals(received.usage()) ? "T" : "P");
    }

    private static String qualifier(String received) {
        return received != null && QUALIFIERS.contains(received) ? received : "ZZ";
    }

    /** A group's sender or receiver, who must have a name of 2 to 15 characters even if none was sent. */
    private static String party(String ofGroup, String ofInterchange) {
        return isParty(ofGroup) ? ofGroup : isParty(ofInterchange) ? ofInterchange : "UNKNOWN";
    }

    private static boolean isParty(String name) {
        if (name == null) {
            return false;
        }
        int length = SegmentWriter.cleaned(name).length();
        return length >= 2 && length <= 15;
    }
}
