package org.hearth.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.hearth.claim.Claim;
import org.hearth.claim.DateSpan;
import org.hearth.claim.Discipline;
import org.hearth.claim.ServiceLine;
import org.hearth.codes.BillType;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.RevenueCode;
import org.hearth.codes.TherapyCode;
import org.hearth.codes.VisitCode;

/**
 * What the agency billed for the beneficiary before a claim, on bills like it, 32X or 34X, as far as it is known. A bill
 * that was voided or replaced since is no part of it, nor is what took it back. Nor is one that is known to be another
 * agency's: what the payer has on file of others stands in the claim's context. For one evaluation; not safe for use by
 * several threads.
 */
public final class History {

    private final Claim claim;
    private final Past past;
    private final Codes codes;
    private List<Earlier> like;
    private List<Earlier> kept;
    private List<Earlier> standing;
    private List<Earlier> beside;
    private List<Earlier> ofOtherKind;
    private List<DateSpan> covered;

    private History(Claim claim, Past past, Codes codes) {
        this.claim = claim;
        this.past = past;
        this.codes = codes;
    }

    /** What was billed before a claim. */
    public static History of(Claim claim, Past past, Codes codes) {
        return new History(claim, past, codes);
    }

    /** What it is made of. */
    public Past past() {
        return past;
    }

    /** Whether nothing was billed before but what is known. */
    public boolean complete() {
        return past.complete();
    }

    /** The bills that stood when the claim came, in the order given. */
    public List<Earlier> standing() {
        if (standing == null) {
            standing = kept().stream()
                    .filter(other -> !codes.billType(other.claim()).voids())
                    .toList();
        }
        return standing;
    }

    /** The bills that none has taken back since, those that took back others among them. */
    private List<Earlier> kept() {
        if (kept == null) {
            kept = kept(likeIt());
        }
        return kept;
    }

    /** The agency's bills of the claim's own kind, taken back or not. */
    private List<Earlier> likeIt() {
        if (like == null) {
            like = own(true);
        }
        return like;
    }

    private List<Earlier> own(boolean likeIt) {
        return past.earlier().stream()
                .filter(other -> other.claim()
                                        .typeOfBill()
                                        .kind()
                                        .equals(claim.typeOfBill().kind())
                                == likeIt
                        && !claim.isAnothers(other.claim().billingProviderNpi())
                        && codes.judgesPayer(other.claim())
                        && codes.judgesBill(other.claim()))
                .toList();
    }

    private List<Earlier> kept(List<Earlier> bills) {
        return bills.isEmpty() ? bills : new Editions(bills, codes, past.seal()).kept();
    }

    /** Whether a claim asks for payment of a service. */
    private boolean billsServices(Claim other) {
        BillType type = codes.billType(other);
        return type.asksForPayment()
                && !type.notice()
                && other.lines().stream()
                        .anyMatch(line -> line.charge() != null && line.charge().signum() > 0 && !line.notCovered());
    }

    /** The agency's standing bills of the other kind, 32X beside a 34X and 34X beside a 32X, that ask for payment of a service. */
    public List<Earlier> ofOtherKind() {
        if (ofOtherKind == null) {
            ofOtherKind = kept(own(false)).stream()
                    .filter(other -> billsServices(other.claim()))
                    .toList();
        }
        return ofOtherKind;
    }

    /** The bills that stand beside the claim: it may itself bill the days of one again, or be the same once more. */
    public List<Earlier> beside() {
        if (beside == null) {
            List<Earlier> before =
                    standing().stream().filter(other -> !agrees(other.claim())).toList();
            beside = before.isEmpty() ? before : new Editions(before, codes, past.seal()).beside(claim);
        }
        return beside;
    }

    /** Whether what is known holds notices of admission or cancellations of them, of whichever admission. */
    public boolean namesNotices() {
        return kept().stream().anyMatch(other -> codes.billType(other.claim()).notice());
    }

    /** Whether a notice of an admission stands. */
    public boolean hasNoticeOf(LocalDate admission) {
        return standing().stream()
                .map(Earlier::claim)
                .anyMatch(other -> codes.billType(other).notice() && admission.equals(other.admissionDate()));
    }

    /**
     * The first day on which a notice of an admission was received, of all that are known: one that the payer did not take
     * is followed by a later one.
     */
    public Optional<LocalDate> noticeReceived(LocalDate admission) {
        return likeIt().stream()
                .map(Earlier::claim)
                .filter(other -> codes.billType(other).notice()
                        && !codes.billType(other).voids()
                        && admission.equals(other.admissionDate())
                        && other.receivedDate() != null)
                .map(Claim::receivedDate)
                .min(LocalDate::compareTo);
    }

    /** Whether a bill beside the claim starts within some days, both included. */
    public boolean startsWithin(LocalDate first, LocalDate last) {
        return beside().stream()
                .map(Earlier::claim)
                .anyMatch(other -> !other.statementFrom().isBefore(first)
                        && !other.statementFrom().isAfter(last));
    }

    /**
     * The earliest admission that a bill beside the claim begins after one day, on or after a second and before a third.
     */
    public Optional<LocalDate> admittedAgain(LocalDate after, LocalDate since, LocalDate before) {
        return beside().stream()
                .map(Earlier::claim)
                .filter(other -> other.statementFrom().equals(other.admissionDate()))
                .map(Claim::admissionDate)
                .filter(day -> day.isAfter(after) && !day.isBefore(since) && day.isBefore(before))
                .min(LocalDate::compareTo);
    }

    /**
     * The first bill not taken back that agrees with the claim in everything that the payer compares (reason code
     * 38200).
     */
    public Optional<Earlier> alike() {
        List<Earlier> own = likeIt();
        if (own.stream().noneMatch(other -> agrees(other.claim()))) {
            return Optional.empty();
        }
        return new Editions(own, codes, past.seal())
                .sent().stream().filter(other -> agrees(other.claim())).findFirst();
    }

    /** Whether a bill and the claim carry the same treatment authorization code. */
    public boolean sameAuthorization(Earlier other) {
        String code = claim.treatmentAuthorization();
        String own = other.source() == Earlier.Source.STORE ? past.seal().of(code) : code;
        return code != null && own.equals(other.claim().treatmentAuthorization());
    }

    /** Whether a bill agrees with the claim in everything that the payer compares. */
    private boolean agrees(Claim other) {
        if (!other.typeOfBill().equals(claim.typeOfBill())
                || !other.statementFrom().equals(claim.statementFrom())
                || !other.statementThrough().equals(claim.statementThrough())
                || !Objects.equals(other.billingProviderNpi(), claim.billingProviderNpi())
                || other.lines().size() != claim.lines().size()
                || other.totalCharge() == null
                || claim.totalCharge() == null
                || other.totalCharge().compareTo(claim.totalCharge()) != 0) {
            return false;
        }
        for (int i = 0; i < claim.lines().size(); i++) {
            ServiceLine one = claim.lines().get(i);
            ServiceLine same = other.lines().get(i);
            if (!one.revenueCode().equals(same.revenueCode())
                    || !Objects.equals(one.hcpcs(), same.hcpcs())
                    || !one.modifiers().equals(same.modifiers())) {
                return false;
            }
        }
        return true;
    }

    /** Whether a bill beside the claim has a line of a therapy discipline before a day, given as {@link Day}. */
    public boolean billed(Discipline discipline, int before) {
        for (Earlier other : beside()) {
            int from = Day.of(other.claim().statementFrom());
            for (ServiceLine line : other.claim().lines()) {
                int on = Day.of(line.serviceDate(), from);
                if (on < before
                        && codes.revenueCodes()
                                        .on(line.revenueCode(), on, RevenueCode.NONE)
                                        .discipline()
                                == discipline) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The days of home health visits beside the claim whose code meets a condition, in a set to add to. */
    public NavigableSet<LocalDate> visitDays(Predicate<VisitCode> condition) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        for (Earlier other : beside()) {
            for (ServiceLine line : other.claim().lines()) {
                if (line.serviceDate() != null
                        && condition.test(
                                codes.visitCodes().on(line.hcpcs(), Day.of(line.serviceDate()), VisitCode.NONE))) {
                    days.add(line.serviceDate());
                }
            }
        }
        return days;
    }

    /** Takes a dated service line of a bill beside the claim, with what its code is on its day. */
    @FunctionalInterface
    public interface ServiceSink {

        /** One line; the code is {@link TherapyCode#NONE} where the list of therapy codes does not have it. */
        void take(Earlier bill, ServiceLine line, TherapyCode code);
    }

    /** Gives every dated service line of the bills beside the claim, bill by bill. */
    public void services(ServiceSink sink) {
        for (Earlier other : beside()) {
            for (ServiceLine line : other.claim().lines()) {
                if (line.serviceDate() != null) {
                    sink.take(
                            other,
                            line,
                            codes.therapyCodes().on(line.hcpcs(), Day.of(line.serviceDate()), TherapyCode.NONE));
                }
            }
        }
    }

    /** Whether every day from one to the last before the claim's statement stands on a bill beside the claim. */
    public boolean covers(LocalDate since) {
        LocalDate next = since;
        for (DateSpan span : covered()) {
            if (!span.from().isAfter(next) && !span.through().isBefore(next)) {
                next = span.through().plusDays(1);
            }
        }
        return !next.isBefore(claim.statementFrom());
    }

    /**
     * The statements of the bills beside the claim but for notices, each joined with the one that it meets, in order.
     */
    private List<DateSpan> covered() {
        if (covered == null) {
            covered = new ArrayList<>();
            List<Claim> inOrder = beside().stream()
                    .map(Earlier::claim)
                    .filter(other -> !codes.billType(other).notice())
                    .sorted(Comparator.comparing(Claim::statementFrom))
                    .toList();
            for (Claim other : inOrder) {
                DateSpan last = covered.isEmpty() ? null : covered.get(covered.size() - 1);
                if (last == null || other.statementFrom().isAfter(last.through().plusDays(1))) {
                    covered.add(new DateSpan(other.statementFrom(), other.statementThrough()));
                } else if (other.statementThrough().isAfter(last.through())) {
                    covered.set(covered.size() - 1, new DateSpan(last.from(), other.statementThrough()));
                }
            }
        }
        return covered;
    }
}
