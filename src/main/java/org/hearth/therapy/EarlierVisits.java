package org.hearth.therapy;

import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeSet;
import org.hearth.claim.Claim;
import org.hearth.claim.Discipline;
import org.hearth.claim.ServiceLine;

/** What the same agency's earlier 32X claims of a beneficiary say about visits before a claim. */
final class EarlierVisits {

    private final Claim claim;
    private final Codes codes;
    private final List<Claim> earlier;

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
        return since.datesUntil(since.isBefore(claim.statementFrom()) ? claim.statementFrom() : since)
                .allMatch(day -> earlier.stream()
                        .anyMatch(other ->
                                !day.isBefore(other.statementFrom()) && !day.isAfter(other.statementThrough())));
    }

    /** Whether the beneficiary was admitted after a day, so that nothing was due on it. */
    boolean admittedAfter(LocalDate day) {
        return claim.admissionDate() != null && claim.admissionDate().isAfter(day);
    }
}
