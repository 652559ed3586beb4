package org.hearth.x12.reading;

import java.util.Map;
import org.hearth.claim.Location;
import org.hearth.claim.Origin;

/**
 * Where the fields of a claim stood in an 837I file, and what of its file a claim does not keep but an answer to its
 * sender needs. Holds segment positions only and works a location out when asked for one.
 */
public final class X12Origin implements Origin {

    private static final int ELEMENT_BITS = 6;
    private static final Map<String, Field> HEADER = Map.ofEntries(
            Map.entry("claimId", new Field(Place.CLAIM, 1)),
            Map.entry("totalCharge", new Field(Place.CLAIM, 2)),
            Map.entry("delayReason", new Field(Place.CLAIM, 20)),
            Map.entry("transactionType", new Field(Place.BATCH, 6)),
            Map.entry("payer", new Field(Place.PAYER, 0)),
            Map.entry("payer/name", new Field(Place.PAYER, 3)),
            Map.entry("payer/id", new Field(Place.PAYER, 9)),
            Map.entry("payer/filingIndicator", new Field(Place.SUBSCRIBER_INFORMATION, 9)),
            Map.entry("payer/responsibility", new Field(Place.SUBSCRIBER_INFORMATION, 1)),
            Map.entry("typeOfBill", new Field(Place.CLAIM, 5)),
            Map.entry("receivedDate", new Field(Place.BATCH, 4)),
            Map.entry("statementFrom", new Field(Place.STATEMENT, 3)),
            Map.entry("statementThrough", new Field(Place.STATEMENT, 3)),
            Map.entry("admissionDate", new Field(Place.ADMISSION, 3)),
            Map.entry("priority", new Field(Place.INSTITUTIONAL, 1)),
            Map.entry("pointOfOrigin", new Field(Place.INSTITUTIONAL, 2)),
            Map.entry("patientStatus", new Field(Place.INSTITUTIONAL, 3)),
            Map.entry("beneficiaryId", new Field(Place.SUBSCRIBER, 9)),
            Map.entry("billingProviderNpi", new Field(Place.BILLING_PROVIDER, 9)),
            Map.entry("attending", new Field(Place.ATTENDING, 0)),
            Map.entry("attending/npi", new Field(Place.ATTENDING, 9)),
            Map.entry("attending/lastName", new Field(Place.ATTENDING, 3)),
            Map.entry("attending/firstName", new Field(Place.ATTENDING, 4)),
            Map.entry("referring", new Field(Place.REFERRING, 0)),
            Map.entry("referring/npi", new Field(Place.REFERRING, 9)),
            Map.entry("referring/lastName", new Field(Place.REFERRING, 3)),
            Map.entry("referring/firstName", new Field(Place.REFERRING, 4)),
            Map.entry("treatmentAuthorization", new Field(Place.AUTHORIZATION, 2)),
            Map.entry("originalClaimNumber", new Field(Place.ORIGINAL_CLAIM, 2)),
            Map.entry("remarks", new Field(Place.REMARKS, 2)));
    private static final Map<String, Places.Codes> CODES = Map.of(
            "conditionCodes", Places.Codes.CONDITION,
            "occurrenceCodes", Places.Codes.OCCURRENCE,
            "occurrenceSpans", Places.Codes.SPAN,
            "valueCodes", Places.Codes.VALUE,
            "otherDiagnoses", Places.Codes.DIAGNOSIS);
    private static final Map<String, LineField> LINE = Map.of(
            "lineNumber", new LineField(Places.LinePlace.NUMBER, 1),
            "lineControl", new LineField(Places.LinePlace.CONTROL, 2),
            "revenueCode", new LineField(Places.LinePlace.SERVICE, 1),
            "procedureQualifier", new LineField(Places.LinePlace.SERVICE, 2),
            "hcpcs", new LineField(Places.LinePlace.SERVICE, 2),
            "modifiers", new LineField(Places.LinePlace.SERVICE, 2),
            "charge", new LineField(Places.LinePlace.SERVICE, 3),
            "units", new LineField(Places.LinePlace.SERVICE, 5),
            "nonCoveredCharge", new LineField(Places.LinePlace.SERVICE, 7),
            "serviceDate", new LineField(Places.LinePlace.DATE, 3));

    private final Submission submission;
    private final String claimFiling;
    private final String clearinghouseNumber;
    private final int[] places;
    private final long from;
    private final long through;

    X12Origin(
            Submission submission,
            String claimFiling,
            String clearinghouseNumber,
            int[] places,
            long from,
            long through) {
        this.submission = submission;
        this.claimFiling = claimFiling;
        this.clearinghouseNumber = clearinghouseNumber;
        this.places = places;
        this.from = from;
        this.through = through;
    }

    /** The transaction set that the claim came in. */
    public Submission submission() {
        return submission;
    }

    /** The claim filing indicator, such as {@code MA} (SBR09), or {@code null}. */
    public String claimFiling() {
        return claimFiling;
    }

    /** The clearinghouse's own number for the claim (REF*D9), which an acknowledgement returns, or {@code null}. */
    public String clearinghouseNumber() {
        return clearinghouseNumber;
    }

    /** How many bytes of the file, as it is read, precede the claim's first segment ({@code CLM}). */
    public long from() {
        return from;
    }

    /** How many bytes of the file precede what follows the claim's last segment. */
    public long through() {
        return through;
    }

    /** A position and an element in one number. */
    static int pack(int position, int element) {
        return position << ELEMENT_BITS | element;
    }

    /**
     * Where a field stood.
     *
     * @param pointer a JSON pointer into the claim's JSON form; one that names nothing the file holds is placed at its
     *     nearest parent, in the end the {@code CLM} segment
     */
    @Override
    public Location at(String pointer) {
        String[] steps = pointer.split("/", 4);
        String name = steps.length > 1 ? steps[1] : "";
        int index = steps.length > 2 ? index(steps[2]) : -1;
        if (name.equals("lines")) {
            return atLine(index, steps.length > 3 ? steps[3] : "");
        }
        if (name.equals("principalDiagnosis")) {
            return atPacked(places[Place.PRINCIPAL_DIAGNOSIS.ordinal()]);
        }
        Places.Codes kind = CODES.get(name);
        if (kind != null) {
            return atCode(kind, index);
        }
        Field field = HEADER.get(steps.length > 2 ? name + "/" + steps[2] : name);
        if (field == null) {
            field = HEADER.get(name);
        }
        return field == null || places[field.place().ordinal()] == 0
                ? claim()
                : location(field.place().tag(), places[field.place().ordinal()], field.element());
    }

    private Location atCode(Places.Codes kind, int index) {
        int start = Places.HEADER + Places.KINDS;
        for (int before = 0; before < kind.ordinal(); before++) {
            start += places[Places.HEADER + before];
        }
        int count = places[Places.HEADER + kind.ordinal()];
        if (index >= 0 && index < count) {
            return atPacked(places[start + index]);
        }
        return count == 0 ? claim() : location("HI", places[start] >> ELEMENT_BITS, 0);
    }

    private Location atLine(int index, String fieldPath) {
        int start = Places.HEADER + Places.KINDS;
        for (int kind = 0; kind < Places.KINDS; kind++) {
            start += places[Places.HEADER + kind];
        }
        int line = start + index * Places.PER_LINE;
        if (index < 0 || line >= places.length) {
            return claim();
        }
        int slash = fieldPath.indexOf('/');
        String name = slash < 0 ? fieldPath : fieldPath.substring(0, slash);
        LineField field = LINE.get(name.equals("serviceThrough") ? "serviceDate" : name);
        if (field != null && places[line + field.place().ordinal()] > 0) {
            return location(field.place().tag(), places[line + field.place().ordinal()], field.element());
        }
        int service = places[line + Places.LinePlace.SERVICE.ordinal()];
        return service > 0
                ? location(Places.LinePlace.SERVICE.tag(), service, 0)
                : location(Places.LinePlace.NUMBER.tag(), places[line + Places.LinePlace.NUMBER.ordinal()], 0);
    }

    private Location atPacked(int packed) {
        return packed == 0 ? claim() : location("HI", packed >> ELEMENT_BITS, packed & (1 << ELEMENT_BITS) - 1);
    }

    private Location claim() {
        return location(Place.CLAIM.tag(), places[Place.CLAIM.ordinal()], 0);
    }

    private Location location(String tag, int position, int element) {
        return new Location(
                submission.file(),
                submission.interchange(),
                submission.transaction(),
                tag,
                position,
                element == 0 ? null : element);
    }

    /** The array index that a pointer's step names; -1 if it names none, such as {@code -}. */
    private static int index(String step) {
        if (step.isEmpty() || step.length() > 4) {
            return -1;
        }
        int index = 0;
        for (int i = 0; i < step.length(); i++) {
            int digit = step.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            index = index * 10 + digit;
        }
        return index;
    }

    private record Field(Place place, int element) {}

    private record LineField(Places.LinePlace place, int element) {}
}
