package org.hearth.x12.acknowledgement;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hearth.claim.Claim;
import org.hearth.claim.ServiceLine;
import org.hearth.evaluate.Evaluation;
import org.hearth.finding.Finding;
import org.hearth.finding.Severity;
import org.hearth.x12.reading.X12Item;

/**
 * Whether a claim is accepted, or why it is rejected, and how a 277CA says so (loop 2000D).
 *
 * @param statuses why the claim is rejected, each reason once; empty if it is accepted or a problem of syntax
 * @param lines the lines that caused it, and why, by their index
 * @param claim where those lines are from; {@code null} for a claim that cannot be read
 * @param readable whether the claim could be read
 */
record ClaimVerdict(Set<ClaimStatus> statuses, Map<Integer, Set<ClaimStatus>> lines, Claim claim, boolean readable) {

    static final ClaimVerdict PROFESSIONAL = new ClaimVerdict(Set.of(ClaimStatus.PROFESSIONAL), Map.of(), null, true);

    /** A defect of Hearth kept the claim from being judged: it is not taken, and nothing is said against it. */
    static final ClaimVerdict UNJUDGED = new ClaimVerdict(Set.of(ClaimStatus.UNPROCESSED), Map.of(), null, true);

    /** A claim that is not Hearth's to judge: it was received, and nothing is said for or against it. */
    static final ClaimVerdict NOT_JUDGED = new ClaimVerdict(Set.of(), Map.of(), null, true);

    private static final String UNKNOWN = "UNKNOWN";

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /** STC01, STC10 and STC11. */
    private static final int STATUSES_PER_SEGMENT = 3;

    /**
     * The verdict on a claim that was judged: the findings at error level reject it. A status of a line stands at the
     * claim too, as some receivers look no further.
     */
    static ClaimVerdict of(Claim claim, Evaluation evaluation) {
        if (evaluation.notJudged() != null) {
            return NOT_JUDGED;
        }
        Set<ClaimStatus> statuses = new LinkedHashSet<>();
        Map<Integer, Set<ClaimStatus>> lines = new TreeMap<>();
        for (Finding finding : evaluation.findings()) {
            if (finding.effect().severity() != Severity.ERROR) {
                continue;
            }
            ClaimStatus status = ClaimStatus.of(finding);
            statuses.add(status);
            int line = lineIndex(claim, finding);
            // a line has no room for the words that 448 needs
            if (line >= 0 && status.text() == null) {
                lines.computeIfAbsent(line, index -> new LinkedHashSet<>()).add(status);
            }
        }
        return new ClaimVerdict(statuses, lines, lines.isEmpty() ? null : claim, true);
    }

    /** The verdict on a claim that cannot be read. Its lines are not to be had, so all is said at the claim. */
    static ClaimVerdict of(X12Item.Refused refused) {
        return new ClaimVerdict(UnreadableClaims.statuses(refused.problems()), Map.of(), null, false);
    }

    boolean isAccepted() {
        return statuses.isEmpty();
    }

    /**
     * Writes loop 2000D.
     *
     * @param level its number (HL01)
     * @param parent the billing provider's number (HL02)
     * @param day the day of the answer, CCYYMMDD
     * @param faulty whether the 999 tells faults of the claim
     */
    void write(SegmentWriter out, ClaimNotes notes, int level, int parent, String day, boolean faulty) {
        out.write("HL", level, parent, "PT");
        write(out, notes.patient());
        String claimId = Echoed.REFERENCE.of(notes.claimId());
        out.write("TRN", 2, claimId == null ? "0" : claimId);
        String charge = Totals.amount(notes.charge());
        if (isAccepted()) {
            ClaimStatus status = this == NOT_JUDGED ? ClaimStatus.RECEIVED : ClaimStatus.ACCEPTED;
            out.write("STC", status.composite(), day, "WQ", charge);
        } else {
            writeStatuses(out, day, charge, faulty);
        }
        writeReference(out, "D9", notes.clearinghouseNumber());
        writeReference(out, "BLT", notes.typeOfBill());
        // the guide asks for a day, which a claim without any cannot have
        if (notes.from() != null) {
            writeDates(out, notes.from(), notes.through());
        }
        for (Map.Entry<Integer, Set<ClaimStatus>> line : lines.entrySet()) {
            write(out, claim.lines().get(line.getKey()), line.getValue(), day);
        }
    }

    private static void writeReference(SegmentWriter out, String qualifier, String sent) {
        String reference = Echoed.REFERENCE.of(sent);
        if (reference != null) {
            out.write("REF", qualifier, reference);
        }
    }

    /** A member id that was not sent is left out, with its qualifier: another patient might have one made up. */
    private static void write(SegmentWriter out, Patient patient) {
        if (patient == null) {
            out.write("NM1", "QC", "1", UNKNOWN);
            return;
        }
        String name = Echoed.LAST_NAME.of(patient.lastName());
        String id = Echoed.IDENTIFIER.of(patient.id());
        out.write(
                "NM1",
                "QC",
                "1",
                name == null ? UNKNOWN : name,
                Echoed.FIRST_NAME.of(patient.firstName()),
                Echoed.MIDDLE_NAME.of(patient.middleName()),
                null,
                Echoed.SUFFIX.of(patient.suffix()),
                id == null ? null : "II".equals(patient.idQualifier()) ? "II" : "MI",
                id);
    }

    private void writeStatuses(SegmentWriter out, String day, String charge, boolean faulty) {
        List<ClaimStatus> coded = new ArrayList<>();
        if (faulty && !readable) {
            coded.add(ClaimStatus.SEE_999);
        }
        statuses.stream().filter(status -> status.text() == null).forEach(coded::add);
        for (int first = 0; first < coded.size(); first += STATUSES_PER_SEGMENT) {
            writeStatus(
                    out, coded.subList(first, Math.min(coded.size(), first + STATUSES_PER_SEGMENT)), day, charge, null);
        }
        for (ClaimStatus status : statuses) {
            if (status.text() != null) {
                writeStatus(out, List.of(status), day, charge, status.text());
            }
        }
    }

    private static void writeStatus(
            SegmentWriter out, List<ClaimStatus> statuses, String day, String charge, String text) {
        out.write(
                "STC",
                statuses.get(0).composite(),
                day,
                "U",
                charge,
                null,
                null,
                null,
                null,
                null,
                statuses.size() > 1 ? statuses.get(1).composite() : null,
                statuses.size() > 2 ? statuses.get(2).composite() : null,
                text);
    }

    private static void write(SegmentWriter out, ServiceLine line, Set<ClaimStatus> statuses, String day) {
        out.write(
                "SVC",
                service(line),
                line.charge() == null ? "0" : Totals.amount(line.charge()),
                null,
                line.hcpcs() == null ? null : Echoed.SERVICE.of(line.revenueCode()),
                null,
                null,
                line.units() == null ? null : Totals.amount(line.units()));
        writeStatus(out, statuses.stream().limit(STATUSES_PER_SEGMENT).toList(), day, null, null);
        String control = Echoed.REFERENCE.of(line.lineControl());
        out.write("REF", "FJ", control == null ? line.lineNumber() : control);
        if (line.serviceDate() != null) {
            writeDates(out, line.serviceDate(), line.serviceThrough());
        }
    }

    /** A line without a procedure is named by its revenue code ({@code NU}). */
    private static SegmentWriter.Composite service(ServiceLine line) {
        if (line.hcpcs() == null) {
            return SegmentWriter.Composite.of("NU", Echoed.SERVICE.of(line.revenueCode()));
        }
        List<String> components = new ArrayList<>();
        components.add(line.procedureQualifier() == null ? "HC" : line.procedureQualifier());
        components.add(Echoed.SERVICE.of(line.hcpcs()));
        line.modifiers().forEach(modifier -> components.add(Echoed.MODIFIER.of(modifier)));
        return new SegmentWriter.Composite(components);
    }

    private static void writeDates(SegmentWriter out, LocalDate from, LocalDate through) {
        if (through == null || through.equals(from)) {
            out.write("DTP", "472", "D8", from.format(DAY));
        } else {
            out.write("DTP", "472", "RD8", from.format(DAY) + "-" + through.format(DAY));
        }
    }

    /** The line that a finding points at, by its field or else by its number; -1 if at none. */
    private static int lineIndex(Claim claim, Finding finding) {
        String field = finding.field();
        if (field != null && field.matches("/lines/[0-9]{1,3}(/.*)?")) {
            int index = Integer.parseInt(field.split("/", 4)[2]);
            return index < claim.lines().size() ? index : -1;
        }
        for (int index = 0; finding.line() != null && index < claim.lines().size(); index++) {
            if (claim.lines().get(index).lineNumber() == finding.line()) {
                return index;
            }
        }
        return -1;
    }

    /** Does not show the claim. */
    @Override
    public String toString() {
        return "ClaimVerdict" + statuses;
    }
}
