package org.hearth.facts.units;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.ServiceLine;
import org.hearth.claim.TypeOfBill;
import org.hearth.codes.BillTypes;
import org.hearth.codes.CodeIndex;
import org.hearth.codes.CodeRows;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.FunctionalCode;
import org.hearth.codes.FunctionalRole;
import org.hearth.codes.RevenueCode;
import org.hearth.codes.Service;
import org.hearth.codes.ServiceUnit;
import org.hearth.codes.VisitCode;
import org.hearth.codes.VisitKind;
import org.hearth.facts.ClaimFacts;
import org.hearth.facts.line.NotChecked;

/** Synthetic claims with minutes, and the few code rows that they need. Not facts about any patient. */
public final class UnitClaims {

    public static final LocalDate DAY = LocalDate.of(2024, 3, 5);

    public static final Codes CODES = new Codes(
            new CodeIndex<>(List.of(
                    visit("G0151", VisitKind.VISIT, ServiceUnit.TIMED, 15),
                    visit("G0299", VisitKind.VISIT, ServiceUnit.TIMED, 15),
                    visit("G0320", VisitKind.TELEHEALTH, ServiceUnit.SERVICE, null))),
            new CodeIndex<>(List.of(
                    CodeRows.therapy("97110").timed(15).row(),
                    CodeRows.therapy("97112").timed(15).row(),
                    CodeRows.therapy("97116").timed(15).row(),
                    CodeRows.therapy("97140").timed(15).row(),
                    CodeRows.therapy("97035").timed(15).row(),
                    CodeRows.therapy("97129").timed(15).maxPerDay(1).row(),
                    CodeRows.therapy("97130").timed(15).addedTo("97129").row(),
                    CodeRows.therapy("92607").ownTime(60).maxPerDay(1).row(),
                    CodeRows.therapy("97001").maxPerDay(1).row(),
                    CodeRows.therapy("G0283").maxPerDay(1).row(),
                    CodeRows.therapy("97597").unit(ServiceUnit.AREA, null).row())),
            new CodeIndex<>(List.of(new FunctionalCode(
                    "functional-codes/G8978",
                    "G8978",
                    "walking",
                    FunctionalRole.CURRENT,
                    List.of(FunctionalRole.GOAL),
                    "none",
                    List.of("PT"),
                    0,
                    Day.LAST))),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of(
                    revenue("0420", Service.PT),
                    revenue("0430", Service.OT),
                    revenue("0440", Service.SLP),
                    revenue("0550", Service.NURSING))),
            CodeRows.disciplines(),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()),
            BillTypes.SOME,
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()));

    private UnitClaims() {}

    /** Units for minutes as the dossier writes the chart; the product takes them from rows. */
    public static int chart(int minutes) {
        return minutes < 8 ? 0 : (minutes + 7) / 15;
    }

    /** Facts of a claim of that type of bill; the lines are numbered from 1. */
    public static ClaimFacts facts(String typeOfBill, Billed... lines) {
        Claim.Builder claim = Claim.builder()
                .typeOfBill(TypeOfBill.of(typeOfBill))
                .statementFrom(LocalDate.of(2024, 3, 1))
                .statementThrough(LocalDate.of(2024, 3, 30));
        int number = 1;
        for (Billed line : lines) {
            claim.add(line.on(number++));
        }
        return ClaimFacts.of(claim.build(), CODES);
    }

    /** The facts that the units derive. */
    public static List<Object> derived(ClaimFacts facts) {
        return facts.all().stream()
                .filter(fact -> fact instanceof TimedMinutes || fact instanceof CodeDay)
                .toList();
    }

    /** What could not be judged of the units. */
    public static List<NotChecked> notJudged(ClaimFacts facts) {
        return facts.notChecked().stream()
                .filter(entry -> entry.topic().equals("units"))
                .toList();
    }

    /** The only pool of a 34X with these lines. */
    public static UnitPool pool(Billed... lines) {
        return (UnitPool) derived(facts("0341", lines)).stream()
                .filter(UnitPool.class::isInstance)
                .reduce((one, other) -> {
                    throw new AssertionError("two pools");
                })
                .orElseThrow();
    }

    /** What the chart allows the only pool of a 34X with these lines. */
    public static PoolAllowance allowance(Billed... lines) {
        UnitPool pool = pool(lines);
        return pool.allow(chart(pool.minutes()), "unit-brackets/test");
    }

    /** A physical therapy line with minutes and units, either of them {@code null} for unknown. */
    public static Billed pt(String hcpcs, Integer minutes, Integer units) {
        return new Billed("0420", hcpcs, DAY, minutes, units == null ? null : BigDecimal.valueOf(units));
    }

    /** A line in other words. */
    public record Billed(String revenueCode, String hcpcs, LocalDate date, Integer minutes, BigDecimal units) {

        public Billed revenue(String code) {
            return new Billed(code, hcpcs, date, minutes, units);
        }

        public Billed dated(LocalDate day) {
            return new Billed(revenueCode, hcpcs, day, minutes, units);
        }

        public Billed units(String written) {
            return new Billed(revenueCode, hcpcs, date, minutes, new BigDecimal(written));
        }

        private ServiceLine on(int number) {
            return new ServiceLine(
                    number,
                    null,
                    revenueCode,
                    "HC",
                    hcpcs,
                    List.of("GP"),
                    date,
                    null,
                    units,
                    null,
                    null,
                    null,
                    minutes,
                    null);
        }
    }

    private static VisitCode visit(String code, VisitKind kind, ServiceUnit unit, Integer unitMinutes) {
        return new VisitCode(
                "visit-codes/" + code,
                code,
                "PT",
                kind,
                "therapist",
                List.of("042"),
                true,
                unit,
                unitMinutes,
                true,
                Day.FIRST,
                Day.LAST);
    }

    private static RevenueCode revenue(String code, Service service) {
        return new RevenueCode(
                "revenue-codes/" + code, code, service, List.of(), List.of(), "any", Day.FIRST, Day.LAST);
    }
}
