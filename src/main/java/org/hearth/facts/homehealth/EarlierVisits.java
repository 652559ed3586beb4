package org.hearth.facts.homehealth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.hearth.claim.Claim;
import org.hearth.claim.DateSpan;
import org.hearth.claim.Discipline;
import org.hearth.claim.ServiceLine;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.VisitCode;

/** What the same agency's earlier 32X claims of a beneficiary say about visits before a claim. */
final class EarlierVisits {

    private final Claim claim;
    private final Codes codes;
    private final List<Claim> earlier;
    private List<DateSpan> spans;

    EarlierVisits(Claim claim, Codes codes) {
        this.claim = claim;
        this.codes = codes;
        this.earlier = claim.history() == null
                ? List.of()
                : claim.history().stream()
                        .filter(other -> other.typeOfBill().kind().equals("32X")
                                && !other.typeOfBill().notice()
                                && Objects.equals(other.billingProviderNpi(), claim.billingProviderNpi()))
                        .toList();
    }

    /** The days of a discipline's visits by a therapist, in a set to add to. */
    NavigableSet<LocalDate> therapistDays(Discipline discipline) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        for (Claim other : earlier) {
            for (ServiceLine line : other.lines()) {
                if (line.serviceDate() != null) {
                    VisitCode code = codes.visitCodes().on(line.hcpcs(), Day.of(line.serviceDate()), VisitCode.NONE);
                    if (code.who().equals("therapist") && code.discipline().equals(discipline.name())) {
                        days.add(line.serviceDate());
                    }
                }
            }
        }
        return days;
    }

    /** Whether every day from one within the admission to the claim's first stands on an earlier claim. */
    boolean cover(LocalDate since) {
        if (claim.admissionDate() == null || since.isBefore(claim.admissionDate())) {
            return false;
        }
        LocalDate covered = since;
        for (DateSpan span : spans()) {
            if (!span.from().isAfter(covered) && !span.through().isBefore(covered)) {
                covered = span.through().plusDays(1);
            }
        }
        return !covered.isBefore(claim.statementFrom());
    }

    /** The statements of the earlier claims, each that meets or adjoins another one with it, in order. */
    private List<DateSpan> spans() {
        if (spans == null) {
            spans = new ArrayList<>();
            List<Claim> inOrder = earlier.stream()
                    .sorted(Comparator.comparing(Claim::statementFrom))
                    .toList();
            for (Claim other : inOrder) {
                DateSpan last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
                if (last == null || other.statementFrom().isAfter(last.through().plusDays(1))) {
                    spans.add(new DateSpan(other.statementFrom(), other.statementThrough()));
                } else if (other.statementThrough().isAfter(last.through())) {
                    spans.set(spans.size() - 1, new DateSpan(last.from(), other.statementThrough()));
                }
            }
        }
        return spans;
    }

    /** Whether the beneficiary was admitted after a day, so that nothing was due on it. */
    boolean admittedAfter(LocalDate day) {
        return claim.admissionDate() != null && claim.admissionDate().isAfter(day);
    }
}
