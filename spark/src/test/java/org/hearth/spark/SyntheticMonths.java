package org.hearth.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Synthetic claims of synthetic patients, several months of each, some of them with defects, as 837I and as JSON; nobody's
 * data. The same seed gives the same claims.
 */
final class SyntheticMonths {

    /** A mark that no log may show: every member id begins with it. */
    static final String MARK = "MBRMARK";

    private static final String[] CODES = {"97110", "97112", "97116", "97140", "97530", "97535"};

    /**
     * A claim.
     *
     * @param number the sender's own number
     * @param member the member id
     * @param from the first day of its month
     * @param codes of its lines
     * @param modifier of its lines; empty for a defect
     */
    record Bill(String number, String member, LocalDate from, List<String> codes, String modifier) {

        private LocalDate through() {
            return from.plusMonths(1).minusDays(1);
        }
    }

    private SyntheticMonths() {}

    /**
     * Writes a file a month.
     *
     * @param arguments a folder, how many months, how many patients
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        YearMonth first = YearMonth.of(2025, 1);
        for (int index = 0; index < Integer.parseInt(arguments[1]); index++) {
            YearMonth month = first.plusMonths(index);
            Files.writeString(
                    folder.resolve(month + ".edi"),
                    edi(month(month.getYear(), month.getMonthValue(), Integer.parseInt(arguments[2]), index)));
        }
    }

    /** The claims of a month: one a patient, of which one in five has a defect and one in seven comes twice. */
    static List<Bill> month(int year, int month, int patients, long seed) {
        Random random = new Random(seed + month);
        List<Bill> bills = new ArrayList<>();
        for (int patient = 0; patient < patients; patient++) {
            List<String> codes = new ArrayList<>();
            int lines = 1 + random.nextInt(5);
            for (int line = 0; line < lines; line++) {
                codes.add(CODES[random.nextInt(CODES.length)]);
            }
            Bill bill = new Bill(
                    "SYN-" + month + "-" + patient,
                    MARK + patient,
                    LocalDate.of(year, month, 1),
                    codes,
                    random.nextInt(5) == 0 ? "" : "GP");
            bills.add(bill);
            if (random.nextInt(7) == 0) {
                bills.add(bill);
            }
        }
        return bills;
    }

    /** So many claims of one patient, a day apart. */
    static List<Bill> ofOne(int count, int first) {
        List<Bill> bills = new ArrayList<>();
        for (int number = first; number < first + count; number++) {
            bills.add(new Bill(
                    "ONE-" + number, MARK + "ONE", LocalDate.of(2010, 1, 1).plusDays(number), List.of("97110"), "GP"));
        }
        return bills;
    }

    /** The claims as an 837I file. */
    static String edi(List<Bill> bills) {
        StringBuilder set = new StringBuilder(
                """
                ST*837*0001*005010X223A2~
                BHT*0019*00*BATCH*20261201*0900*CH~
                NM1*41*2*DEMO BILLING SERVICE*****46*SUBMITTER01~
                PER*IC*EDI DESK*TE*5555550100~
                NM1*40*2*DEMO MAC HHH*****46*14011~
                HL*1**20*1~
                PRV*BI*PXC*251E00000X~
                NM1*85*2*DEMO HOME HEALTH AGENCY*****XX*1234567893~
                N3*1 EXAMPLE WAY~
                N4*ANYTOWN*PA*171110001~
                REF*EI*123456789~
                """);
        int level = 1;
        for (Bill bill : bills) {
            edi(bill, ++level, set);
        }
        long segments = set.chars().filter(c -> c == '~').count() + 1;
        return """
                ISA*00*          *00*          *ZZ*SUBMITTER01    *ZZ*14011          *260406*0900*^*00501*000000301*0*T*:~
                GS*HC*SUBMITTER01*14011*20260406*0900*301*X*005010X223A2~
                """
                + set + "SE*" + segments + "*0001~\nGE*1*301~\nIEA*1*000000301~\n";
    }

    private static void edi(Bill bill, int level, StringBuilder out) {
        out.append("HL*").append(level).append("*1*22*0~\nSBR*P*18*******MB~\nNM1*IL*1*SAMPLE*PATIENT****MI*");
        out.append(bill.member()).append("~\nN3*5 EXAMPLE ST~\nN4*ANYTOWN*PA*171110001~\nDMG*D8*19400115*F~\n");
        out.append("NM1*PR*2*MEDICARE*****PI*14011~\n");
        out.append("CLM*")
                .append(bill.number())
                .append('*')
                .append(100 * bill.codes().size());
        out.append(".00***34:A:1**A*Y*Y~\nDTP*434*RD8*")
                .append(day(bill.from()))
                .append('-');
        out.append(day(bill.through())).append("~\nDTP*435*D8*").append(day(bill.from()));
        out.append("~\nCL1*9*1*01~\nHI*ABK:M25561~\nHI*BH:11:D8:").append(day(bill.from()));
        out.append("*BH:29:D8:").append(day(bill.from())).append("*BH:35:D8:").append(day(bill.from()));
        out.append("~\nNM1*71*1*EXAMPLE*ALEX****XX*1234567893~\n");
        int line = 0;
        for (String code : bill.codes()) {
            out.append("LX*").append(++line).append("~\nSV2*0420*HC:").append(code);
            out.append(bill.modifier().isEmpty() ? "" : ":" + bill.modifier());
            out.append("*100.00*UN*1~\nDTP*472*D8*")
                    .append(day(bill.from().plusDays(2L * line)))
                    .append("~\n");
        }
    }

    private static String day(LocalDate date) {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** The claims as NDJSON. */
    static String ndjson(List<Bill> bills) {
        StringBuilder out = new StringBuilder();
        for (Bill bill : bills) {
            out.append(json(bill)).append('\n');
        }
        return out.toString();
    }

    /** A claim as JSON, on one line. */
    static String json(Bill bill) {
        StringBuilder lines = new StringBuilder();
        int line = 0;
        for (String code : bill.codes()) {
            line++;
            lines.append(lines.isEmpty() ? "" : ", ")
                    .append(
                            "{\"lineNumber\": %d, \"revenueCode\": \"0420\", \"procedureQualifier\": \"HC\", \"hcpcs\": \"%s\","
                                    .formatted(line, code))
                    .append(" \"modifiers\": [%s], \"serviceDate\": \"%s\", \"units\": 1, \"charge\": 100.00}"
                            .formatted(
                                    bill.modifier().isEmpty() ? "" : "\"" + bill.modifier() + "\"",
                                    bill.from().plusDays(2L * line)));
        }
        return ("{\"claimId\": \"%s\", \"typeOfBill\": \"0341\", \"statementFrom\": \"%s\", \"statementThrough\": \"%s\","
                        + " \"admissionDate\": \"%s\", \"priority\": \"9\", \"pointOfOrigin\": \"1\", \"patientStatus\": \"01\","
                        + " \"beneficiaryId\": \"%s\", \"billingProviderNpi\": \"1234567893\","
                        + " \"attending\": {\"npi\": \"1234567893\", \"lastName\": \"EXAMPLE\", \"firstName\": \"ALEX\"},"
                        + " \"principalDiagnosis\": \"M25561\", \"totalCharge\": %d.00, \"lines\": [%s]}")
                .formatted(
                        bill.number(),
                        bill.from(),
                        bill.through(),
                        bill.from(),
                        bill.member(),
                        100 * bill.codes().size(),
                        lines);
    }
}
