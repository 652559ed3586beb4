package org.hearth.facts.functional;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hearth.claim.Claim;
import org.hearth.claim.ClaimContext;
import org.hearth.claim.Discipline;
import org.hearth.claim.OccurrenceCode;
import org.hearth.claim.ServiceLine;
import org.hearth.claim.TypeOfBill;
import org.hearth.codes.BillTypes;
import org.hearth.codes.CodeIndex;
import org.hearth.codes.CodeRows;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.FunctionalCode;
import org.hearth.codes.FunctionalRole;
import org.hearth.codes.ModifierCode;
import org.hearth.codes.ModifierKind;
import org.hearth.codes.Parameter;
import org.hearth.codes.RevenueCode;
import org.hearth.codes.Service;
import org.hearth.codes.TherapyCode;
import org.hearth.facts.ClaimFacts;

/**
 * Synthetic 34X claims in short form, and the codes that they need. A line is {@code date code}, with {@code OT:} or
 * {@code SLP:} before the code where it is not physical therapy.
 */
final class FunctionalFixture {

    static final Codes CODES = new Codes(
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of(
                    therapy("97110", false, true, "2000-01-01", "9999-12-31"),
                    therapy("97530", false, true, "2000-01-01", "9999-12-31"),
                    therapy("97010", false, false, "2000-01-01", "9999-12-31"),
                    therapy("97001", true, true, "2000-01-01", "2016-12-31"),
                    therapy("97161", true, true, "2017-01-01", "9999-12-31"),
                    therapy("92507", false, true, "2000-01-01", "9999-12-31"))),
            new CodeIndex<>(functionalCodes()),
            new CodeIndex<>(modifiers()),
            new CodeIndex<>(List.of(
                    new RevenueCode(
                            "revenue-codes/0420", "0420", Service.PT, List.of(), List.of(), "any", Day.FIRST, Day.LAST),
                    new RevenueCode(
                            "revenue-codes/0430", "0430", Service.OT, List.of(), List.of(), "any", Day.FIRST, Day.LAST),
                    new RevenueCode(
                            "revenue-codes/0440",
                            "0440",
                            Service.SLP,
                            List.of(),
                            List.of(),
                            "any",
                            Day.FIRST,
                            Day.LAST),
                    new RevenueCode(
                            "revenue-codes/0270",
                            "0270",
                            Service.SUPPLY,
                            List.of(),
                            List.of(),
                            "any",
                            Day.FIRST,
                            Day.LAST))),
            CodeRows.disciplines(),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of(
                    parameter("functional report interval", 10, 2013_07_01, 2018_12_31),
                    parameter("functional reporting gap", 60, 2013_07_01, 2018_12_31),
                    parameter("nominal charge ceiling", 1, Day.FIRST, Day.LAST))),
            BillTypes.SOME,
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()));

    private FunctionalFixture() {}

    private static TherapyCode therapy(String code, boolean evaluative, boolean payable, String from, String through) {
        return CodeRows.therapy(code)
                .timed(15)
                .evaluative(evaluative)
                .payable(payable)
                .days(Day.of(LocalDate.parse(from)), Day.of(LocalDate.parse(through)))
                .row();
    }

    private static List<FunctionalCode> functionalCodes() {
        List<FunctionalCode> codes = new ArrayList<>();
        String[][] sets = {
            {"walking / mobility", "none", "G8978", "G8979", "G8980"},
            {"body position", "none", "G8981", "G8982", "G8983"},
            {"carrying / handling", "none", "G8984", "G8985", "G8986"},
            {"other PT/OT, primary", "none", "G8990", "G8991", "G8992"},
            {"other PT/OT, subsequent", "other PT/OT, primary", "G8993", "G8994", "G8995"},
            {"swallowing", "none", "G8996", "G8997", "G8998"},
            {"motor speech", "none", "G8999", "G9186", "G9158"},
        };
        for (String[] set : sets) {
            for (int i = 0; i < FunctionalRole.values().length; i++) {
                FunctionalRole role = FunctionalRole.values()[i];
                codes.add(new FunctionalCode(
                        "functional-codes/" + set[2 + i],
                        set[2 + i],
                        set[0],
                        role,
                        FunctionalRole.of(
                                role == FunctionalRole.GOAL
                                        ? new String[] {"current", "discharge"}
                                        : new String[] {"goal"}),
                        set[1],
                        List.of("PT"),
                        2013_01_01,
                        2019_12_31));
            }
        }
        return codes;
    }

    private static List<ModifierCode> modifiers() {
        List<ModifierCode> codes = new ArrayList<>();
        codes.add(
                new ModifierCode("modifier-codes/GP", "GP", ModifierKind.DISCIPLINE, "PT", false, Day.FIRST, Day.LAST));
        codes.add(
                new ModifierCode("modifier-codes/GO", "GO", ModifierKind.DISCIPLINE, "OT", false, Day.FIRST, Day.LAST));
        codes.add(new ModifierCode(
                "modifier-codes/GN", "GN", ModifierKind.DISCIPLINE, "SLP", false, Day.FIRST, Day.LAST));
        codes.add(new ModifierCode(
                "modifier-codes/CK", "CK", ModifierKind.SEVERITY, "any", false, 2013_01_01, 2019_12_31));
        codes.add(new ModifierCode(
                "modifier-codes/CI", "CI", ModifierKind.SEVERITY, "any", false, 2013_01_01, 2019_12_31));
        return codes;
    }

    private static Parameter parameter(String name, int value, int from, int through) {
        return new Parameter("parameters/" + name, name, BigDecimal.valueOf(value), "any", from, through);
    }

    /** An admit-through-discharge claim of known start: there is no history. */
    static Claim.Builder claim(String... lines) {
        return bill("A-1", "0341", lines).history(List.of());
    }

    /** A claim whose statement covers the dates of its lines, with nothing known of its history. */
    static Claim.Builder bill(String number, String typeOfBill, String... lines) {
        Claim.Builder builder = Claim.builder()
                .claimId(number)
                .typeOfBill(TypeOfBill.of(typeOfBill))
                .billingProviderNpi("1234567893");
        TreeSet<LocalDate> dates = new TreeSet<>();
        for (int i = 0; i < lines.length; i++) {
            ServiceLine line = line(i + 1, lines[i]);
            dates.add(line.serviceDate());
            builder.add(line);
        }
        if (dates.isEmpty()) {
            dates.add(LocalDate.parse("2018-01-01"));
        }
        return builder.statementFrom(dates.first()).statementThrough(dates.last());
    }

    static ServiceLine line(int number, String written) {
        String[] parts = written.split(" ");
        String[] code = parts[1].contains(":") ? parts[1].split(":") : new String[] {"PT", parts[1]};
        List<String> modifiers = new ArrayList<>();
        modifiers.add(code[0].equals("PT") ? "GP" : code[0].equals("OT") ? "GO" : "GN");
        if (code[1].startsWith("G8") || code[1].startsWith("G9")) {
            modifiers.add("CK");
        }
        String revenue = code[0].equals("PT") ? "0420" : code[0].equals("OT") ? "0430" : "0440";
        return new ServiceLine(
                number,
                null,
                revenue,
                "HC",
                code[1],
                modifiers,
                LocalDate.parse(parts[0]),
                null,
                BigDecimal.ONE,
                new BigDecimal("0.01"),
                null,
                null,
                null,
                null);
    }

    /** Treatment on each of a number of consecutive days, and further lines. */
    static String[] treated(String first, int days, String... more) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            lines.add(LocalDate.parse(first).plusDays(i) + " 97110");
        }
        lines.addAll(List.of(more));
        return lines.toArray(String[]::new);
    }

    static ClaimContext discharged(Discipline discipline, String date) {
        return context(Map.of(discipline, LocalDate.parse(date)), Map.of(), Map.of());
    }

    static ClaimContext oneTimeVisit(Discipline discipline, String date) {
        return context(Map.of(), Map.of(discipline, LocalDate.parse(date)), Map.of());
    }

    static ClaimContext secondPlan(Discipline discipline, String date) {
        return context(Map.of(), Map.of(), Map.of(discipline, LocalDate.parse(date)));
    }

    private static ClaimContext context(
            Map<Discipline, LocalDate> discharged,
            Map<Discipline, LocalDate> oneTime,
            Map<Discipline, LocalDate> secondPlan) {
        return ClaimContext.builder()
                .dischargedOn(discharged)
                .oneTimeVisits(oneTime)
                .secondPlanEvaluations(secondPlan)
                .build();
    }

    static OccurrenceCode occurrence(String code, String date) {
        return new OccurrenceCode(code, LocalDate.parse(date));
    }

    static ClaimFacts facts(Claim claim) {
        return ClaimFacts.of(claim, CODES);
    }

    static List<TreatmentDay> days(Claim claim) {
        return facts(claim).all().stream()
                .filter(TreatmentDay.class::isInstance)
                .map(TreatmentDay.class::cast)
                .toList();
    }

    static TreatmentDay day(Claim claim, Discipline discipline, String date) {
        return days(claim).stream()
                .filter(day -> day.discipline() == discipline && day.date().equals(LocalDate.parse(date)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no treatment day of " + discipline + " on " + date));
    }

    static List<LimitationReport> reports(Claim claim) {
        return facts(claim).all().stream()
                .filter(LimitationReport.class::isInstance)
                .map(LimitationReport.class::cast)
                .toList();
    }

    /** What is due on the days of a claim, a word each: {@code 05-01 PT begins}. Days on which nothing is due are left out. */
    static List<String> due(Claim claim) {
        List<String> due = new ArrayList<>();
        for (TreatmentDay day : days(claim)) {
            EpisodeDay episode = day.episode();
            String what = episode.afterEnd()
                    ? "begins after end"
                    : episode.begins()
                            ? "begins"
                            : episode.reaches() ? "reaches" : day.evaluative() ? "evaluative" : null;
            if (what != null) {
                due.add(day.date().toString().substring(5) + " " + day.discipline() + " " + what);
            }
        }
        return due;
    }

    /** What is wrong with the order of the reports of a claim: {@code 05-01 body position second}. */
    static Set<String> disorder(Claim claim) {
        Set<String> disorder = new TreeSet<>();
        for (LimitationReport report : reports(claim)) {
            String at = report.date().toString().substring(5) + " " + report.set() + " ";
            if (report.paired().isEmpty()) {
                disorder.add(at + "incomplete");
            }
            if (report.order().mixed().contains(report.set())) {
                disorder.add(at + "mixed");
            }
            if (report.order().begunBeside().contains(report.set())) {
                disorder.add(at + "second");
            }
            if (report.order().endedUnopened().contains(report.set())) {
                disorder.add(at + "out of sequence");
            }
            if (unprepared(report)) {
                disorder.add(at + "unprepared");
            }
        }
        return disorder;
    }

    /** Whether the limitation that has to come before has not been reported in the episode, as far as that is known. */
    static boolean unprepared(LimitationReport report) {
        return !report.after().equals("none")
                && report.episode().startKnown()
                && !report.episode().reported().contains(report.after())
                && !report.others().contains(report.after());
    }
}
