package org.hearth.x12.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.CodeForm;
import org.hearth.claim.DateSpan;
import org.hearth.claim.DiagnosisVersion;
import org.hearth.claim.Door;
import org.hearth.claim.OccurrenceCode;
import org.hearth.claim.OccurrenceSpan;
import org.hearth.claim.OtherPayer;
import org.hearth.claim.Practitioner;
import org.hearth.claim.TypeOfBill;
import org.hearth.claim.ValueCode;
import org.hearth.x12.segment.Days;
import org.hearth.x12.segment.Quoted;
import org.hearth.x12.segment.Segment;

/** Puts a claim (loop 2300 and below) together from its segments. One serves claim after claim. */
final class ClaimAssembler {

    /** How many codes of one kind a claim can hold: the guide has two HI segments of twelve. */
    static final int MAX_CODES = 24;

    /** How many service lines a claim can hold. */
    static final int MAX_LINES = 999;

    private static final String FREQUENCIES = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private enum Section {
        NONE,
        HEADER,
        /** Other payers (loop 2320) have references and providers of their own. */
        OTHER_PAYER,
        LINE,
        /** The rest of a claim that is not for Hearth. */
        IGNORED
    }

    private final Envelope envelope;
    private final Loops loops;
    private final Places places = new Places();
    private final ClaimReport report;
    private final LineAssembler line;
    private final TypeOfBill[] homeHealth = new TypeOfBill[FREQUENCIES.length()];
    private final TypeOfBill[] outpatient = new TypeOfBill[FREQUENCIES.length()];

    private Section section = Section.NONE;
    private Claim.Builder claim;
    private String claimId;
    private long offset;
    private String clearinghouseNumber;
    private boolean tooManyLines;
    private final List<String> otherDiagnoses = new ArrayList<>();
    private final List<OtherPayer> otherPayers = new ArrayList<>();
    private OtherPayer otherPayer;

    ClaimAssembler(Envelope envelope, Loops loops) {
        this.envelope = envelope;
        this.loops = loops;
        report = new ClaimReport(envelope);
        line = new LineAssembler(report, places);
    }

    /** Whether a claim was begun and not closed. */
    boolean isOpen() {
        return section != Section.NONE;
    }

    /** The number of the claim begun (CLM01). */
    String claimId() {
        return claimId;
    }

    /**
     * Begins a claim at its CLM segment.
     *
     * @return whether it is an institutional one; the segments of another are passed over
     */
    boolean open(Segment clm) {
        report.clear();
        places.clear();
        line.clear();
        claimId = clm.text(1);
        offset = clm.offset();
        clearinghouseNumber = null;
        tooManyLines = false;
        otherDiagnoses.clear();
        otherPayers.clear();
        otherPayer = null;
        if (clm.is(5, 2, "B")) {
            section = Section.IGNORED;
            return false;
        }
        section = Section.HEADER;
        places.put(Place.CLAIM, clm.position());
        loops.putPlaces(places);
        claim = Claim.builder()
                .claimId(claimId)
                .typeOfBill(typeOfBill(clm))
                .receivedDate(loops.received())
                .beneficiaryId(loops.memberId())
                .billingProviderNpi(loops.billingNpi())
                .door(Door.X12)
                .transactionType(loops.transactionType())
                .payer(loops.payer())
                .delayReason(clm.text(20))
                .totalCharge(report.amount("/totalCharge", clm, 2, 1));
        if (claimId == null) {
            report.wrong("/claimId", clm, 1, "the claim has no number", "write the claim's own number in CLM01");
        }
        if (clm.isEmpty(2, 1)) {
            report.wrong(
                    "/totalCharge", clm, 2, "the claim has no total charge", "write the sum of its lines in CLM02");
        }
        return true;
    }

    /** Takes in a segment of the claim begun. */
    void read(Segment segment) {
        if (section == Section.IGNORED) {
            return;
        }
        if (segment.tag().equals("LX")) {
            openLine(segment);
        } else if (section == Section.LINE) {
            line.read(segment);
        } else if (section == Section.HEADER) {
            header(segment);
        } else if (section == Section.OTHER_PAYER) {
            otherPayer(segment);
        }
    }

    /**
     * Ends the claim begun; {@code null} if it is not for Hearth.
     *
     * @param end how many bytes of the file precede what follows the claim
     */
    X12Item close(long end) {
        boolean ignored = section == Section.IGNORED;
        section = Section.NONE;
        if (ignored) {
            return null;
        }
        int position = places.get(Place.CLAIM);
        line.close(claim);
        closeOtherPayer();
        report.forms().forEach(claim::add);
        claim.otherDiagnoses(otherDiagnoses).otherPayers(otherPayers);
        report.withinClaim();
        if (places.get(Place.STATEMENT) == 0) {
            report.missing(
                    "/statementFrom",
                    "CLM",
                    position,
                    offset,
                    "the claim has no statement dates",
                    "put DTP*434*RD8 and the dates, CCYYMMDD-CCYYMMDD, after CLM");
        }
        if (places.lineCount() == 0) {
            report.missing(
                    "/lines",
                    "CLM",
                    position,
                    offset,
                    "the claim has no service lines",
                    "put LX and SV2 for each line");
        }
        if (!report.problems().isEmpty()) {
            return new X12Item.Refused(
                    claimId, report.problems().first(), report.problems().unlisted());
        }
        return new X12Item.LocatedClaim(claim.origin(new X12Origin(
                        loops.submission(), loops.claimFiling(), clearinghouseNumber, places.toArray(), offset, end))
                .build());
    }

    private void openLine(Segment lx) {
        line.close(claim);
        section = Section.LINE;
        if (places.lineCount() < MAX_LINES) {
            line.open(lx);
        } else if (!tooManyLines) {
            tooManyLines = true;
            report.withinClaim();
            report.wrong("/lines", lx, 1, "the claim has more than 999 lines", "split the claim");
        }
    }

    private void header(Segment segment) {
        switch (segment.tag()) {
            case "DTP" -> dates(segment);
            case "CL1" -> {
                if (isFirst(Place.INSTITUTIONAL, segment)) {
                    claim.priority(code("/priority", "priority of admission", segment.text(1)));
                    claim.pointOfOrigin(code("/pointOfOrigin", "point of origin", segment.text(2)));
                    claim.patientStatus(code("/patientStatus", "patient status", segment.text(3)));
                }
            }
            case "REF" -> reference(segment);
            case "NTE" -> {
                if (segment.is(1, "ADD") && isFirst(Place.REMARKS, segment)) {
                    claim.remarks(segment.text(2));
                }
            }
            case "HI" -> codes(segment);
            case "NM1" -> {
                if (segment.is(1, "71") && isFirst(Place.ATTENDING, segment)) {
                    claim.attending(practitioner(segment));
                } else if (segment.is(1, "DN") && isFirst(Place.REFERRING, segment)) {
                    claim.referring(practitioner(segment));
                }
            }
            case "SBR" -> {
                section = Section.OTHER_PAYER;
                otherPayer(segment);
            }
            default -> {
                // nothing else of a claim is kept
            }
        }
    }

    /** Whether it is the first segment for its place, which it then takes. A claim has one of each by the guide. */
    private boolean isFirst(Place place, Segment segment) {
        if (places.get(place) != 0) {
            return false;
        }
        places.put(place, segment.position());
        return true;
    }

    private void dates(Segment dtp) {
        if (dtp.is(1, "434") && isFirst(Place.STATEMENT, dtp)) {
            Days days = report.dates("/statementFrom", dtp);
            claim.statementFrom(days.from());
            claim.statementThrough(days.through());
            if (dtp.is(2, "D8")) {
                envelope.warning(
                        dtp,
                        2,
                        "statement dates of format `D8` were read as one day",
                        "write them as `RD8` and CCYYMMDD-CCYYMMDD");
            }
        } else if (dtp.is(1, "435") && isFirst(Place.ADMISSION, dtp)) {
            claim.admissionDate(oneDay("/admissionDate", dtp, 3, report.dates("/admissionDate", dtp)));
        }
    }

    private LocalDate oneDay(String field, Segment segment, int element, Days days) {
        if (days.from() != null && !days.isOneDay()) {
            report.wrong(field, segment, element, "a range of dates where one day belongs", "write `D8` and CCYYMMDD");
        }
        return days.from();
    }

    private void reference(Segment ref) {
        if (ref.is(1, "G1") && isFirst(Place.AUTHORIZATION, ref)) {
            claim.treatmentAuthorization(ref.text(2));
        } else if (ref.is(1, "F8") && isFirst(Place.ORIGINAL_CLAIM, ref)) {
            claim.originalClaimNumber(ref.text(2));
        } else if (ref.is(1, "D9") && clearinghouseNumber == null) {
            clearinghouseNumber = ref.text(2);
        }
    }

    private void codes(Segment hi) {
        for (int element = 1; element <= hi.elements(); element++) {
            if (hi.is(element, "BG")) {
                condition(hi, element);
            } else if (hi.is(element, "BH")) {
                occurrence(hi, element);
            } else if (hi.is(element, "BI")) {
                span(hi, element);
            } else if (hi.is(element, "BE")) {
                value(hi, element);
            } else if (hi.is(element, "ABK") || hi.is(element, "BK")) {
                principalDiagnosis(hi, element);
            } else if (hi.is(element, "ABF") || hi.is(element, "BF")) {
                otherDiagnosis(hi, element);
            }
        }
        report.withinClaim();
    }

    private void principalDiagnosis(Segment hi, int element) {
        if (places.get(Place.PRINCIPAL_DIAGNOSIS) == 0) {
            places.put(Place.PRINCIPAL_DIAGNOSIS, X12Origin.pack(hi.position(), element));
            report.withinClaim();
            claim.principalDiagnosis(diagnosis("/principalDiagnosis", hi.text(element, 2)));
            claim.add(hi.is(element, "BK") ? DiagnosisVersion.ICD_9 : DiagnosisVersion.ICD_10);
        }
    }

    private void otherDiagnosis(Segment hi, int element) {
        if (isRoom(Places.Codes.DIAGNOSIS, "/otherDiagnoses", hi, element)) {
            otherDiagnoses.add(diagnosis("", hi.text(element, 2)));
            claim.add(hi.is(element, "BF") ? DiagnosisVersion.ICD_9 : DiagnosisVersion.ICD_10);
        }
    }

    private String diagnosis(String field, String billed) {
        return report.form(field, "diagnosis code", billed, CodeForm.diagnosis(billed));
    }

    /** A code in its own form; if it was billed in another one, the claim is told. */
    private String code(String field, String name, String billed) {
        return report.form(field, name, billed, CodeForm.code(billed));
    }

    private void otherPayer(Segment segment) {
        if (segment.tag().equals("SBR")) {
            closeOtherPayer();
            otherPayer = new OtherPayer(segment.text(9), segment.text(1), null);
        } else if (segment.tag().equals("AMT") && segment.is(1, "D") && otherPayer != null) {
            otherPayer = new OtherPayer(
                    otherPayer.filingIndicator(),
                    otherPayer.responsibility(),
                    report.amount("/otherPayers", segment, 2, 1));
        }
    }

    private void closeOtherPayer() {
        if (otherPayer != null) {
            otherPayers.add(otherPayer);
            otherPayer = null;
        }
    }

    private void condition(Segment hi, int element) {
        if (isRoom(Places.Codes.CONDITION, "/conditionCodes", hi, element)) {
            claim.addConditionCode(code("", "condition code", hi.text(element, 2)));
        }
    }

    private void occurrence(Segment hi, int element) {
        if (isRoom(Places.Codes.OCCURRENCE, "/occurrenceCodes", hi, element)) {
            LocalDate day = oneDay("/date", hi, element, report.dates("/date", hi, element, 3));
            claim.add(new OccurrenceCode(code("/code", "occurrence code", hi.text(element, 2)), day));
        }
    }

    private void span(Segment hi, int element) {
        if (isRoom(Places.Codes.SPAN, "/occurrenceSpans", hi, element)) {
            Days days = report.dates("", hi, element, 3);
            claim.add(new OccurrenceSpan(
                    code("/code", "occurrence span code", hi.text(element, 2)),
                    new DateSpan(days.from(), days.through())));
        }
    }

    private void value(Segment hi, int element) {
        if (isRoom(Places.Codes.VALUE, "/valueCodes", hi, element)) {
            // checked to be an amount, but kept as sent: some stand for a code
            report.amount("/amount", hi, element, 5);
            String code = code("/code", "value code", hi.text(element, 2));
            if (hi.isEmpty(element, 5)) {
                report.wrong(
                        "/amount",
                        hi,
                        element,
                        "value code " + Quoted.value(code) + " has no amount",
                        "write it after the code, as in `BE:61:::120.00`");
            }
            claim.add(new ValueCode(code, hi.text(element, 5)));
        }
    }

    /** Whether the claim can take one more code of a kind; if so, its place is kept and problems are its own. */
    private boolean isRoom(Places.Codes kind, String field, Segment hi, int element) {
        int count = places.count(kind);
        report.within(field, count);
        if (hi.isEmpty(element, 2)) {
            report.incomplete("", hi, element, "a code is missing", "write it after the qualifier");
            return false;
        }
        if (count == MAX_CODES) {
            report.wrong("", hi, element, "the claim has more than 24 codes of this kind", "leave out what repeats");
            return false;
        }
        places.add(kind, X12Origin.pack(hi.position(), element));
        return true;
    }

    private static Practitioner practitioner(Segment nm1) {
        return new Practitioner(nm1.is(8, "XX") ? nm1.text(9) : null, nm1.text(3), nm1.text(4));
    }

    /** CLM05-1 and CLM05-3. Most are of home health, of which there are few, and each is made once. */
    private TypeOfBill typeOfBill(Segment clm) {
        int frequency = clm.length(5, 3) == 1 ? FREQUENCIES.indexOf(clm.charAt(5, 3, 0)) : -1;
        if (frequency < 0 || !isFacility(clm)) {
            report.wrong(
                    "/typeOfBill",
                    clm,
                    5,
                    Quoted.value(clm.text(5, 1)) + " with frequency " + Quoted.value(clm.text(5, 3))
                            + " is no type of bill",
                    "write two digits, such as `32` or `34`, in CLM05-1 and one character in CLM05-3");
            return null;
        }
        TypeOfBill[] known = clm.is(5, 1, "32") ? homeHealth : clm.is(5, 1, "34") ? outpatient : null;
        if (known == null) {
            return TypeOfBill.of(clm.text(5, 1) + clm.text(5, 3));
        }
        if (known[frequency] == null) {
            known[frequency] = TypeOfBill.of(clm.text(5, 1) + clm.text(5, 3));
        }
        return known[frequency];
    }

    private static boolean isFacility(Segment clm) {
        return clm.length(5, 1) == 2 && isDigit(clm.charAt(5, 1, 0)) && isDigit(clm.charAt(5, 1, 1));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
