package org.hearth.facts.claim;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.hearth.claim.ClaimContext;
import org.hearth.claim.ContextFact;
import org.hearth.claim.DateSpan;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.BillKind;
import org.hearth.finding.InWords;
import org.hearth.finding.Subject;

/**
 * The days of a claim's services beside the beneficiary's entitlement to Medicare and the day of death, as far as either is
 * told. As a subject it is the claim.
 *
 * @param bill the claim's header
 * @param withoutA days of services on which Part A is known not to hold; none after the day of death
 * @param withoutB days of services on which Part B is known not to hold; none after the day of death
 * @param afterDeath days of services after the day of death
 */
@InWords("entitlement")
public record Entitlement(Bill bill, List<LocalDate> withoutA, List<LocalDate> withoutB, List<LocalDate> afterDeath)
        implements Subject {

    public Entitlement {
        withoutA = List.copyOf(withoutA);
        withoutB = List.copyOf(withoutB);
        afterDeath = List.copyOf(afterDeath);
    }

    /** Whether anything is told of the entitlement of a claim's beneficiary, or of a death. */
    static boolean isTold(Bill bill) {
        ClaimContext context = bill.context();
        return context.diedOn() != null || context.knows(ContextFact.PART_A) || context.knows(ContextFact.PART_B);
    }

    /** The entitlement beside the days of a claim's services, each once, in order. */
    static Entitlement of(Bill bill, List<LocalDate> days) {
        ClaimContext context = bill.context();
        LocalDate died = context.diedOn();
        Predicate<LocalDate> after = day -> died != null && day.isAfter(died);
        List<LocalDate> alive = days.stream().filter(after.negate()).toList();
        return new Entitlement(
                bill,
                outside(context, ContextFact.PART_A, context.partA(), alive),
                outside(context, ContextFact.PART_B, context.partB(), alive),
                days.stream().filter(after).toList());
    }

    private static List<LocalDate> outside(
            ClaimContext context, ContextFact part, List<DateSpan> entitled, List<LocalDate> days) {
        return context.knows(part)
                ? days.stream()
                        .filter(day -> entitled.stream().noneMatch(span -> span.contains(day)))
                        .toList()
                : List.of();
    }

    /**
     * The days of services on which nothing pays for the bill, as far as told: of a 34X those without Part B, of a 32X those
     * without Part A and Part B.
     */
    public List<LocalDate> outside() {
        return bill.is(BillKind.OUTPATIENT)
                ? withoutB
                : withoutA.stream().filter(withoutB::contains).toList();
    }

    /** The day of death; {@code null} if not known. */
    public LocalDate diedOn() {
        return bill.context().diedOn();
    }

    /** Who told the entitlement to Part B, as {@link Bill#asTold}. */
    public String asTold() {
        return bill.asTold(ContextFact.PART_B);
    }

    /** Who told the day of death, as {@link Bill#asTold}. */
    public String deathAsTold() {
        return bill.asTold(ContextFact.DIED_ON);
    }

    @Override
    public String pointer() {
        return bill.pointer();
    }
}
