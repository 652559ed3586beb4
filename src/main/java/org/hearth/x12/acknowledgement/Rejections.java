package org.hearth.x12.acknowledgement;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hearth.claim.Claim;
import org.hearth.x12.reading.Submission;
import org.hearth.x12.reading.X12Origin;
import org.hearth.x12.segment.BrokenOffException;
import org.hearth.x12.segment.Days;
import org.hearth.x12.segment.Segment;
import org.hearth.x12.segment.SegmentReader;

/**
 * What a payer's acknowledgements reject: groups and transaction sets by the 999 (AK9, IK5), and by the 277CA (STC) single
 * claims, all claims of a billing provider, or a batch. Not safe for use by several threads.
 *
 * <p>A claim is found by its number (TRN02), its type of bill (REF*BLT) and its days (DTP*472) as far as the 277CA has
 * them; where several statuses fit, one that names the batch of the claim (BHT03) goes before those of other batches.
 */
public final class Rejections {

    /** IK501 and AK901: rejected, and what a security check did not let pass. */
    private static final Set<String> REJECTED_SYNTAX = Set.of("R", "M", "W", "X");

    private static final Set<String> REJECTED_CLAIM = Set.of("A3", "A6", "A7", "A8");
    private static final int[] STATUSES = {1, 10, 11};
    private static final int BILL_CHARACTERS = 3;

    /** A transaction set of a group; of the whole group, without a set. */
    private record SetOfGroup(String group, String set) {}

    /** A billing provider of a batch; of the whole batch, without a provider. */
    private record ProviderOfBatch(String batch, String npi) {}

    /** What a 277CA says of a claim. */
    private static final class Status {

        private final String batch;
        private final String number;
        private String bill;
        private LocalDate from;
        private LocalDate through;
        private boolean rejected;
        private boolean met;

        Status(String batch, String number) {
            this.batch = batch;
            this.number = number;
        }

        boolean fits(Claim claim) {
            String code = claim.typeOfBill().code();
            return (bill == null || code.endsWith(bill))
                    && (from == null || from.equals(claim.statementFrom()) && through.equals(claim.statementThrough()));
        }
    }

    private final Set<SetOfGroup> sets = new HashSet<>();
    private final Set<ProviderOfBatch> providers = new HashSet<>();
    private final Map<String, List<Status>> claims = new HashMap<>();
    private final Set<Object> met = new HashSet<>();

    /**
     * Takes in an acknowledgement.
     *
     * @param in its bytes, not compressed; the caller closes it
     * @throws IOException if it cannot be read to its end, or is neither a 999 nor a 277CA: then nobody knows what it
     *     rejects
     */
    public void read(InputStream in) throws IOException {
        SegmentReader segments = new SegmentReader(in);
        Acknowledgement acknowledgement = new Acknowledgement();
        try {
            while (segments.next()) {
                segments.readElements();
                acknowledgement.read(segments.segment());
            }
        } catch (BrokenOffException e) {
            throw new IOException(
                    switch (e.reason()) {
                        case UNREADABLE -> "it cannot be read: " + e.getCause().getMessage();
                        case CUT_OFF -> "it breaks off before its trailer (`IEA`)";
                        default -> "it is no X12 file; give a 999 or a 277CA as the payer sent it";
                    },
                    e);
        }
        if (acknowledgement.stranger != null) {
            throw new IOException("it holds a `" + acknowledgement.stranger
                    + "`; give a 999 or a 277CA, which say what the payer rejects");
        }
        if (!acknowledgement.any) {
            throw new IOException("it holds neither a 999 nor a 277CA");
        }
    }

    /** Whether a claim is rejected. */
    public boolean reject(Claim claim) {
        boolean rejected = false;
        Submission submission = claim.origin() instanceof X12Origin origin ? origin.submission() : null;
        if (submission != null) {
            rejected = meets(sets, new SetOfGroup(submission.group(), null))
                    | meets(sets, new SetOfGroup(submission.group(), submission.transaction()))
                    | meets(providers, new ProviderOfBatch(submission.reference(), null))
                    | meets(providers, new ProviderOfBatch(submission.reference(), claim.billingProviderNpi()));
        }
        return rejected | rejectsAlone(claim, submission == null ? null : submission.reference());
    }

    private <T> boolean meets(Set<T> rejected, T one) {
        if (rejected.contains(one)) {
            met.add(one);
            return true;
        }
        return false;
    }

    private boolean rejectsAlone(Claim claim, String batch) {
        List<Status> fitting = claims.getOrDefault(claim.claimId(), List.of()).stream()
                .filter(status -> status.fits(claim))
                .toList();
        List<Status> ofBatch = fitting.stream()
                .filter(status -> batch != null && batch.equals(status.batch))
                .toList();
        boolean rejected = false;
        for (Status status : ofBatch.isEmpty() ? fitting : ofBatch) {
            status.met = true;
            rejected |= status.rejected;
        }
        return rejected;
    }

    /** How many rejections met no claim that was asked for: of claims, transaction sets, groups, providers and batches. */
    public long unmet() {
        return claims.values().stream()
                        .flatMap(List::stream)
                        .filter(status -> status.rejected && !status.met)
                        .count()
                + sets.stream().filter(set -> !met.contains(set)).count()
                + providers.stream().filter(provider -> !met.contains(provider)).count();
    }

    /** Follows one acknowledgement. */
    private final class Acknowledgement {

        private final Days days = new Days();
        private boolean any;
        private String stranger;
        private String kind;
        private String group;
        private String set;
        private String level;
        private String batch;
        private String npi;
        private Status claim;
        private boolean inLine;

        void read(Segment segment) {
            switch (segment.tag()) {
                case "ST" -> begin(segment);
                case "SE" -> kind = null;
                default -> {
                    if ("999".equals(kind)) {
                        implementation(segment);
                    } else if ("277".equals(kind)) {
                        claims(segment);
                    }
                }
            }
        }

        private void begin(Segment st) {
            kind = st.text(1);
            group = null;
            set = null;
            level = null;
            batch = null;
            claim = null;
            if ("999".equals(kind) || "277".equals(kind)) {
                any = true;
            } else {
                stranger = kind;
            }
        }

        private void implementation(Segment segment) {
            switch (segment.tag()) {
                case "AK1" -> group = segment.text(2);
                case "AK2" -> set = segment.text(2);
                case "IK5" -> {
                    if (REJECTED_SYNTAX.contains(String.valueOf(segment.text(1)))) {
                        sets.add(new SetOfGroup(group, set));
                    }
                }
                case "AK9" -> {
                    if (REJECTED_SYNTAX.contains(String.valueOf(segment.text(1)))) {
                        sets.removeIf(rejected -> Objects.equals(rejected.group(), group));
                        sets.add(new SetOfGroup(group, null));
                    }
                }
                default -> {
                    // which elements are wrong is told elsewhere
                }
            }
        }

        private void claims(Segment segment) {
            switch (segment.tag()) {
                case "HL" -> {
                    level = segment.text(3);
                    claim = null;
                    inLine = false;
                    if (!"PT".equals(level)) {
                        npi = null;
                    }
                }
                case "NM1" -> {
                    if (segment.is(1, "85") && segment.is(8, "XX")) {
                        npi = segment.text(9);
                    }
                }
                case "TRN" -> trace(segment);
                case "STC" -> status(segment);
                case "SVC" -> inLine = true;
                case "REF" -> {
                    if (claim != null && segment.is(1, "BLT")) {
                        claim.bill = bill(segment.text(2));
                    }
                }
                case "DTP" -> {
                    if (claim != null && !inLine && segment.is(1, "472") && days.readDtp(segment) == null) {
                        claim.from = days.from();
                        claim.through = days.through();
                    }
                }
                default -> {
                    // names and totals
                }
            }
        }

        private void trace(Segment trn) {
            if ("21".equals(level)) {
                batch = trn.text(2);
            } else if ("PT".equals(level) && trn.text(2) != null) {
                claim = new Status(batch, trn.text(2));
                claims.computeIfAbsent(claim.number, number -> new ArrayList<>(1))
                        .add(claim);
            }
        }

        private void status(Segment stc) {
            boolean rejected = false;
            for (int element : STATUSES) {
                rejected |= REJECTED_CLAIM.contains(String.valueOf(stc.text(element)));
            }
            if (!rejected || inLine) {
                return;
            }
            if (claim != null) {
                claim.rejected = true;
            } else if ("21".equals(level)) {
                providers.add(new ProviderOfBatch(batch, null));
            } else if ("19".equals(level) && npi != null) {
                providers.add(new ProviderOfBatch(batch, npi));
            }
        }

        /** As written: three characters, or four with the zero before them. */
        private static String bill(String written) {
            return written == null || written.length() < BILL_CHARACTERS
                    ? null
                    : written.substring(written.length() - BILL_CHARACTERS);
        }
    }
}
