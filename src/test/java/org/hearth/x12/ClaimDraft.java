package org.hearth.x12;

import static org.hearth.x12.SyntheticFiles.day;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.hearth.claim.Discipline;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.ServiceUnit;
import org.hearth.codes.TherapyCode;

/** A synthetic claim that nothing is wrong with yet, to be given a defect and written as segments. */
final class ClaimDraft {

    /** A service line. */
    static final class Line {
        String revenueCode;
        String qualifier = "HC";
        String hcpcs;
        final List<String> modifiers = new ArrayList<>();
        String units;
        String charge = "100.00";
        String date;

        private String segments(int number) {
            String service = hcpcs == null
                    ? ""
                    : qualifier + ":" + hcpcs
                            + modifiers.stream().map(code -> ":" + code).reduce("", String::concat);
            return "LX*%d~\nSV2*%s*%s*%s*UN*%s~\nDTP*472*D8*%s~\n"
                    .formatted(number, revenueCode, service, charge, units, date);
        }
    }

    /** The first day of the year in which all synthetic claims fall. */
    private static final LocalDate YEAR = LocalDate.of(2026, 1, 1);

    private static final Map<Discipline, String[]> OUTPATIENT = Map.of(
            // revenue code, modifier, plan established, treatment started
            Discipline.PT, new String[] {"0420", "GP", "29", "35"},
            Discipline.OT, new String[] {"0430", "GO", "17", "44"},
            Discipline.SLP, new String[] {"0440", "GN", "30", "45"});
    private static final String[][] VISITS = {
        {"0421", "G0151"},
        {"0421", "G0157"},
        {"0431", "G0152"},
        {"0431", "G0158"},
        {"0441", "G0153"},
        {"0551", "G0299"},
        {"0571", "G0156"},
        {"0561", "G0155"},
    };

    final String claimId;
    final LocalDate from;
    final List<Line> lines = new ArrayList<>();
    final Map<String, LocalDate> occurrences = new TreeMap<>();
    final Map<String, String> values = new TreeMap<>();
    boolean homeHealth;
    boolean attending = true;
    String priority = "9";
    String planDate;
    String startDate;
    String modifier;
    /** By how much the total exceeds the lines. */
    BigDecimal excess = BigDecimal.ZERO;

    private ClaimDraft(int number, Random random) {
        claimId = "SYN-" + number;
        from = YEAR.plusDays(random.nextInt(300));
    }

    /** A 34X of one discipline, its codes from the code list. */
    static ClaimDraft outpatient(int number, Random random, Codes codes) {
        ClaimDraft draft = new ClaimDraft(number, random);
        Discipline discipline = Discipline.values()[random.nextInt(3)];
        String[] facts = OUTPATIENT.get(discipline);
        draft.modifier = facts[1];
        draft.planDate = facts[2];
        draft.startDate = facts[3];
        draft.occurrences.put("11", draft.from);
        draft.occurrences.put(draft.planDate, draft.from);
        draft.occurrences.put(draft.startDate, draft.from);
        List<TherapyCode> fitting = codes.therapyCodes().all().stream()
                .filter(code -> fits(code, discipline))
                .sorted((one, other) -> one.code().compareTo(other.code()))
                .toList();
        int lines = 2 + random.nextInt(11);
        for (int index = 0; index < lines; index++) {
            TherapyCode code = fitting.get(random.nextInt(fitting.size()));
            Line line = draft.add(facts[0], code.code(), 2 * index);
            line.units = code.unitKind() == ServiceUnit.TIMED ? "" + (1 + random.nextInt(2)) : "1";
            line.modifiers.add(draft.modifier);
        }
        return draft;
    }

    private static boolean fits(TherapyCode code, Discipline discipline) {
        return code.disposition().equals("always")
                && code.disciplines().contains(discipline.name())
                && code.medicare()
                && code.payable()
                && !code.evaluative()
                && code.baseCode().equals("none")
                && code.lockedModifier().equals("any")
                && (code.unitKind() == ServiceUnit.TIMED && code.maxPerDay() > 1
                        || code.unitKind() == ServiceUnit.UNTIMED)
                && code.from() <= Day.of(YEAR)
                && code.through() >= Day.of(YEAR.plusYears(2));
    }

    /** A 32X, its visits a day apart; therapists come before their assistants. */
    static ClaimDraft homeHealth(int number, Random random) {
        ClaimDraft draft = new ClaimDraft(number, random);
        draft.homeHealth = true;
        draft.occurrences.put("50", draft.from);
        draft.values.put("61", "25420");
        draft.values.put("85", "42043");
        Line period = draft.add("0023", "1EB11", 0);
        period.qualifier = "HP";
        period.charge = "0";
        period.units = "1";
        draft.add("0421", "G0151", 0).units = "3";
        Line site = draft.add("0421", "Q5001", 0);
        site.charge = "0.01";
        site.units = "1";
        draft.add("0431", "G0152", 1).units = "3";
        int visits = 2 + random.nextInt(15);
        for (int index = 0; index < visits; index++) {
            String[] visit = VISITS[random.nextInt(VISITS.length)];
            draft.add(visit[0], visit[1], 2 + index).units = "" + (2 + random.nextInt(3));
        }
        return draft;
    }

    /** Adds a line, so many days after the first day of the claim. */
    Line add(String revenueCode, String hcpcs, int days) {
        Line line = new Line();
        line.revenueCode = revenueCode;
        line.hcpcs = hcpcs;
        line.date = day(from.plusDays(days));
        lines.add(line);
        return line;
    }

    String segments(int number) {
        StringBuilder text = new StringBuilder(SyntheticFiles.patient(number));
        BigDecimal total =
                lines.stream().map(line -> new BigDecimal(line.charge)).reduce(excess, BigDecimal::add);
        text.append("CLM*%s*%s***%s**A*Y*Y~\n".formatted(claimId, total, homeHealth ? "32:A:9" : "34:A:1"));
        text.append("DTP*434*RD8*%s-%s~\nDTP*435*D8*%s~\n".formatted(day(from), day(from.plusDays(29)), day(from)));
        text.append("CL1*%s*1*%s~\nHI*ABK:M25561~\n".formatted(priority, homeHealth ? "30" : "01"));
        if (!occurrences.isEmpty()) {
            StringBuilder codes = new StringBuilder("HI");
            occurrences.forEach((code, date) -> codes.append("*BH:" + code + ":D8:" + day(date)));
            text.append(codes).append("~\n");
        }
        if (!values.isEmpty()) {
            StringBuilder codes = new StringBuilder("HI");
            values.forEach((code, value) -> codes.append("*BE:" + code + ":::" + value));
            text.append(codes).append("~\n");
        }
        if (attending) {
            text.append("NM1*71*1*EXAMPLE*ALEX****XX*1234567893~\n");
        }
        for (int index = 0; index < lines.size(); index++) {
            text.append(lines.get(index).segments(index + 1));
        }
        return text.toString();
    }
}
