package org.hearth.x12;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The envelope of an answer: an interchange for each one received, a group for each group. Each is opened when its first
 * transaction set is, so that what needs no answer gets none.
 */
final class AnswerFile {

    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmm", Locale.ROOT);

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
        out.write("GS", kind, received.groupReceiver(), received.groupSender(), day(), time(), groups, "X", version);
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
        return received == null || received.length() != 2 ? "ZZ" : received;
    }
}
