package org.hearth.x12.acknowledgement;

import org.hearth.x12.segment.Segment;

/** Who sent a transaction set, to whom and for which provider, as an acknowledgement names them. */
final class Parties {

    private static final String UNKNOWN = "UNKNOWN";

    private String reference;
    private Party submitter;
    private Party receiver;
    private Party provider;
    private boolean atProvider;

    /**
     * Someone named by an NM1 segment. A name and a batch's number are never empty; a provider's number is not invented.
     *
     * @param kind NM102: {@code 1} a person, {@code 2} not
     */
    record Party(String kind, String name, String firstName, String idQualifier, String id) {

        static Party of(Segment nm1, String idQualifier, String id) {
            return new Party(
                    nm1.is(2, "1") ? "1" : "2",
                    orUnknown(Echoed.LAST_NAME.of(nm1.text(3))),
                    nm1.is(2, "1") ? Echoed.FIRST_NAME.of(nm1.text(4)) : null,
                    idQualifier,
                    id);
        }

        /** Sender or receiver of the batch, whose number has but one qualifier. */
        static Party ofBatch(Segment nm1, String orElse) {
            String id = Echoed.IDENTIFIER.of(nm1.text(9));
            return of(nm1, "46", id == null ? orUnknown(orElse) : id);
        }

        /** The same, known by a number that it can have. */
        Party withId(String qualifier, String number) {
            return new Party(kind, name, firstName, qualifier, number);
        }

        /** The same, as a payer, which is no person. */
        Party asOrganization() {
            return new Party("2", name, null, idQualifier, id);
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
            case "BHT" -> {
                String sent = Echoed.REFERENCE.of(segment.text(3));
                reference = sent == null ? "0" : sent;
            }
            case "HL" -> {
                if (segment.is(3, "20")) {
                    clearProvider();
                }
            }
            case "NM1" -> {
                if (segment.is(1, "41")) {
                    submitter = Party.ofBatch(segment, submitter.id());
                } else if (segment.is(1, "40")) {
                    receiver = Party.ofBatch(segment, receiver.id()).asOrganization();
                } else if (segment.is(1, "85")) {
                    String npi = segment.is(8, "XX") ? Echoed.IDENTIFIER.of(segment.text(9)) : null;
                    provider = Party.of(segment, npi == null ? null : "XX", npi);
                    atProvider = true;
                } else {
                    atProvider = false;
                }
            }
            case "REF" -> {
                // the tax number stands in where there is no NPI
                if (atProvider && provider.id() == null && segment.is(1, "EI")) {
                    String tax = Echoed.IDENTIFIER.of(segment.text(2));
                    provider = provider.withId(tax == null ? null : "FI", tax);
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
        provider = new Party("2", UNKNOWN, null, null, null);
        atProvider = false;
    }

    private static Party group(String code) {
        String known = Party.orUnknown(Echoed.IDENTIFIER.of(code));
        return new Party("2", known, null, "46", known);
    }
}
