package org.hearth.x12.acknowledgement;

import org.hearth.x12.segment.Segment;

/** Who sent a transaction set, to whom and for which provider, as an acknowledgement names them. */
final class Parties {

    private static final String UNKNOWN = "UNKNOWN";

    private String reference;
    private Party submitter;
    private Party receiver;
    private Party provider;

    /**
     * Someone named by an NM1 segment. What the guide of the answer requires is never empty.
     *
     * @param kind NM102: {@code 1} a person, {@code 2} not
     */
    record Party(String kind, String name, String firstName, String idQualifier, String id) {

        static Party of(Segment nm1, String idQualifier) {
            return new Party(
                    nm1.is(2, "1") ? "1" : "2",
                    orUnknown(nm1.text(3)),
                    nm1.is(2, "1") ? nm1.text(4) : null,
                    nm1.isEmpty(8, 1) ? idQualifier : nm1.text(8),
                    orUnknown(nm1.text(9)));
        }

        void write(SegmentWriter out, String role) {
            out.write("NM1", role, kind, name, firstName, null, null, null, idQualifier, id);
        }

        private static String orUnknown(String text) {
            return text == null ? UNKNOWN : text;
        }
    }

    /** A transaction set begins: until it names them, sender and receiver are those of its group. */
    void clear(ReceivedFile received) {
        reference = "0";
        submitter = group(received.groupSender());
        receiver = group(received.groupReceiver());
        clearProvider();
    }

    /** Takes in a segment above the claims. */
    void read(Segment segment) {
        switch (segment.tag()) {
            case "BHT" -> reference = segment.isEmpty(3, 1) ? "0" : segment.text(3);
            case "HL" -> {
                if (segment.is(3, "20")) {
                    clearProvider();
                }
            }
            case "NM1" -> {
                if (segment.is(1, "41")) {
                    submitter = Party.of(segment, "46");
                } else if (segment.is(1, "40")) {
                    receiver = Party.of(segment, "46");
                } else if (segment.is(1, "85")) {
                    provider = Party.of(segment, "XX");
                }
            }
            default -> {
                // names nobody
            }
        }
    }

    /** The submitter's number for the transaction set (BHT03); {@code 0} if it has none. */
    String reference() {
        return reference;
    }

    /** Who sent it (loop 1000A). */
    Party submitter() {
        return submitter;
    }

    /** Who is to receive it, the payer or its contractor (loop 1000B). */
    Party receiver() {
        return receiver;
    }

    /** The billing provider of the claims at hand (loop 2010AA). */
    Party provider() {
        return provider;
    }

    private void clearProvider() {
        provider = new Party("2", UNKNOWN, null, "XX", UNKNOWN);
    }

    private static Party group(String code) {
        return new Party("2", Party.orUnknown(code), null, "46", Party.orUnknown(code));
    }
}
