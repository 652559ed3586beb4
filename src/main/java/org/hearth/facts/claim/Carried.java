package org.hearth.facts.claim;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hearth.claim.Claim;
import org.hearth.claim.OccurrenceCode;
import org.hearth.claim.OccurrenceSpan;
import org.hearth.claim.ValueCode;
import org.hearth.codes.HeaderKind;
import org.hearth.codes.Service;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.BillKind;
import org.hearth.facts.line.Line;

/**
 * What a claim carries: the codes of its header, each with its kind ({@code OC 50}, {@code VC 61}, {@code CC 47},
 * {@code span M0}, {@code status 20}, {@code origin B}), the modifiers of its HIPPS line ({@code HIPPS KX}), and which fields and lines it
 * has ({@link Part}). A row of a requirement table asks for them by these words. Immutable.
 */
public final class Carried {

    /** A field of the header, or a kind of line, that a claim has or does not have. */
    public enum Part {
        ADMISSION_DATE("admission date"),
        ATTENDING("attending"),
        BILLING_NPI("billing NPI"),
        ORIGINAL_CLAIM_NUMBER("original claim number"),
        PATIENT_STATUS("patient status"),
        REFERRING("referring"),
        REMARKS("remarks"),
        TREATMENT_AUTHORIZATION("treatment authorization"),
        /** A line of a 32X or of a notice under the revenue code of HIPPS codes. */
        HIPPS_LINE("HIPPS line"),
        /** A line of a notice that bills something: neither its HIPPS line nor a sum line. */
        SERVICE_LINE("service line"),
        /** A visit of a 32X. */
        VISIT("visit"),
        /** A visit of a 32X by a nurse or therapist; one whose code no list has counts as one. */
        SKILLED_VISIT("skilled visit"),
        TELEHEALTH("telehealth"),
        /** A line of a 32X under a revenue code of other visits, or under one that no list has and that may be a visit's. */
        OTHER_VISIT("other visit"),
        SITE_OF_SERVICE("site of service");

        private final String word;

        Part(String word) {
            this.word = word;
        }
    }

    private static final Set<String> WORDS =
            Arrays.stream(Part.values()).map(part -> part.word).collect(Collectors.toUnmodifiableSet());

    private static final Pattern CODED =
            Pattern.compile("(OC|VC|CC|span|status) [0-9A-Z]{2}|origin [0-9A-Z]|HIPPS [0-9A-Z]{2}");

    /** Words asked for and found to be some; as many as the cells of the tables hold. */
    private static final Set<String> ASKED = ConcurrentHashMap.newKeySet();

    private final Set<String> items = new HashSet<>();

    private Carried() {}

    static Carried by(Bill bill, List<Line> lines) {
        Carried carried = new Carried();
        carried.header(bill.claim());
        if (bill.is(BillKind.HOME_HEALTH)) {
            lines.forEach(carried::line);
        } else if (bill.is(BillKind.NOTICE)) {
            lines.forEach(carried::noticeLine);
        }
        return carried;
    }

    private void noticeLine(Line line) {
        if (billsService(line)) {
            items.add(Part.SERVICE_LINE.word);
        } else if (line.revenue().service() == Service.HIPPS) {
            items.add(Part.HIPPS_LINE.word);
        }
    }

    /** Whether a line bills something: neither a HIPPS line nor a sum line. */
    static boolean billsService(Line line) {
        Service service = line.revenue().service();
        return service != Service.HIPPS && service != Service.TOTAL;
    }

    private void header(Claim claim) {
        has(Part.ADMISSION_DATE, claim.admissionDate());
        has(Part.ATTENDING, claim.attending() == null ? null : claim.attending().npi());
        has(Part.BILLING_NPI, claim.billingProviderNpi());
        has(Part.ORIGINAL_CLAIM_NUMBER, claim.originalClaimNumber());
        has(Part.REFERRING, claim.referring() == null ? null : claim.referring().npi());
        has(Part.REMARKS, claim.remarks() == null || claim.remarks().isBlank() ? null : claim.remarks());
        has(Part.TREATMENT_AUTHORIZATION, claim.treatmentAuthorization());
        for (String code : claim.conditionCodes()) {
            items.add(HeaderKind.CONDITION.with(code));
        }
        for (OccurrenceCode occurrence : claim.occurrenceCodes()) {
            items.add(HeaderKind.OCCURRENCE.with(occurrence.code()));
        }
        for (OccurrenceSpan span : claim.occurrenceSpans()) {
            items.add(HeaderKind.SPAN.with(span.code()));
        }
        for (ValueCode value : claim.valueCodes()) {
            items.add(HeaderKind.VALUE.with(value.code()));
        }
        if (claim.patientStatus() != null) {
            items.add(Part.PATIENT_STATUS.word);
            items.add(HeaderKind.STATUS.with(claim.patientStatus()));
        }
        if (claim.pointOfOrigin() != null) {
            items.add(HeaderKind.ORIGIN.with(claim.pointOfOrigin()));
        }
    }

    private void line(Line line) {
        switch (line.homeHealthUse().role()) {
            case HIPPS -> {
                // those of the first alone: a second is a defect of its own
                if (items.add(Part.HIPPS_LINE.word)) {
                    line.modifiers().forEach(modifier -> items.add("HIPPS " + modifier));
                }
            }
            case TELEHEALTH -> items.add(Part.TELEHEALTH.word);
            case OTHER_VISIT, UNLISTED -> items.add(Part.OTHER_VISIT.word);
            case SITE -> items.add(Part.SITE_OF_SERVICE.word);
            case VISIT -> {
                items.add(Part.VISIT.word);
                if (line.skilledVisit()) {
                    items.add(Part.SKILLED_VISIT.word);
                }
            }
            default -> {
                // nothing that a row asks for
            }
        }
    }

    private void has(Part part, Object value) {
        if (value != null) {
            items.add(part.word);
        }
    }

    /** Whether a word is something that a claim can be asked for. */
    public static boolean isKnown(String item) {
        return WORDS.contains(item) || CODED.matcher(item).matches();
    }

    /**
     * Whether the claim has every one of these.
     *
     * @throws IllegalArgumentException if one is nothing that a claim can be asked for
     */
    public boolean all(String... wanted) {
        for (String item : wanted) {
            if (!has(item)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether the claim has none of these.
     *
     * @throws IllegalArgumentException if one is nothing that a claim can be asked for
     */
    public boolean none(String... unwanted) {
        for (String item : unwanted) {
            if (has(item)) {
                return false;
            }
        }
        return true;
    }

    /**
     * How many of these the claim has; a code that stands twice counts once.
     *
     * @throws IllegalArgumentException if one is nothing that a claim can be asked for
     */
    public int count(String... wanted) {
        int count = 0;
        for (String item : wanted) {
            count += has(item) ? 1 : 0;
        }
        return count;
    }

    private boolean has(String item) {
        if (items.contains(item)) {
            return true;
        }
        if (!ASKED.contains(item)) {
            if (!isKnown(item)) {
                throw new IllegalArgumentException("`" + item + "` is nothing that a claim can be asked for");
            }
            ASKED.add(item);
        }
        return false;
    }
}
