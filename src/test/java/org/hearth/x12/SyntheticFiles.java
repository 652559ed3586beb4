package org.hearth.x12;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Random;

/** Writes 837I files of synthetic claims, as many as wanted; the same seed gives the same bytes. */
public final class SyntheticFiles {

    /** What stands in a claim, from its HL segment on. */
    public interface Claims {

        /**
         * @param number which claim of the file it is, from 1
         * @return its segments, each with its terminator
         */
        String segments(int number, Random random);
    }

    /** As many claims as a payer takes in a transaction set. */
    private static final int CLAIMS_PER_TRANSACTION = 5_000;

    private static final String HEADER =
            """
            ISA*00*          *00*          *ZZ*SUBMITTER01    *ZZ*14011          *260406*0900*^*00501*000000301*0*T*:~
            GS*HC*SUBMITTER01*14011*20260406*0900*301*X*005010X223A2~
            """;
    private static final String BATCH =
            """
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
            """;
    private static final String PATIENT =
            """
            HL*%d*1*22*0~
            SBR*P*18*******MB~
            NM1*IL*1*SAMPLE*PATIENT****MI*%s~
            N3*5 EXAMPLE ST~
            N4*ANYTOWN*PA*171110001~
            DMG*D8*19400115*F~
            NM1*PR*2*MEDICARE*****PI*14011~
            """;
    /** Those of a Medicare beneficiary identifier. */
    private static final String LETTERS = "ACDEFGHJKMNPQRTUVWXY";

    private static final String[] CODES = {"97110", "97112", "97116", "97140", "97530", "97535"};

    private final OutputStream out;
    private final Random random;
    private int segments;

    private final Claims claims;

    private SyntheticFiles(OutputStream out, long seed, Claims claims) {
        this.out = out;
        this.claims = claims;
        this.random = new Random(seed);
    }

    /** The bytes of a file of so many claims. */
    public static byte[] file(int claims, long seed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(bytes, claims, seed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes a file of so many outpatient therapy claims, {@code SYN-1}, {@code SYN-2} and on. */
    public static void write(OutputStream out, int claims, long seed) throws IOException {
        write(out, claims, seed, SyntheticFiles::outpatient);
    }

    /** Writes a file of so many claims. */
    public static void write(OutputStream out, int count, long seed, Claims claims) throws IOException {
        new SyntheticFiles(out, seed, claims).write(count);
    }

    /** The segments of a patient and their payer, up to the claim's own. */
    static String patient(int number) {
        return PATIENT.formatted(1 + number, memberId(number));
    }

    /** A number in the form of a Medicare beneficiary identifier, another for each patient of a million. */
    private static String memberId(int number) {
        return "1EG%dTE%dMK%02d"
                .formatted(number / 1_000 % 10, number / 100 % 10, number % 100)
                .replace("EG", LETTERS.charAt(number / 10_000 % 20) + "G")
                .replace("TE", LETTERS.charAt(number / 200_000 % 20) + "E");
    }

    private void write(int count) throws IOException {
        put(HEADER);
        int transactions = 0;
        for (int claim = 1; claim <= count; claim++) {
            if (claim % CLAIMS_PER_TRANSACTION == 1) {
                transactions++;
                segments = 0;
                put("ST*837*%04d*005010X223A2~\n".formatted(transactions));
                put(BATCH);
            }
            put(claims.segments(claim, random));
            if (claim % CLAIMS_PER_TRANSACTION == 0 || claim == count) {
                put("SE*%d*%04d~\n".formatted(segments + 1, transactions));
            }
        }
        put("GE*%d*301~\nIEA*1*000000301~\n".formatted(transactions));
    }

    private static String outpatient(int number, Random random) {
        LocalDate from = LocalDate.of(2026, 1 + random.nextInt(2), 1 + random.nextInt(20));
        int lines = 4 + random.nextInt(12);
        StringBuilder claim = new StringBuilder(patient(number));
        claim.append(
                """
                CLM*SYN-%d*%d.00***34:A:1**A*Y*Y~
                DTP*434*RD8*%s-%s~
                DTP*435*D8*%s~
                CL1*9*1*01~
                HI*ABK:M25561~
                HI*BH:11:D8:%s*BH:29:D8:%s*BH:35:D8:%s~
                NM1*71*1*EXAMPLE*ALEX****XX*1234567893~
                """
                        .formatted(
                                number,
                                100 * lines,
                                day(from),
                                day(from.plusDays(29)),
                                day(from),
                                day(from),
                                day(from),
                                day(from)));
        for (int line = 1; line <= lines; line++) {
            claim.append("LX*%d~\nSV2*0420*HC:%s:GP*100.00*UN*%d~\nDTP*472*D8*%s~\n"
                    .formatted(
                            line,
                            CODES[random.nextInt(CODES.length)],
                            1 + random.nextInt(3),
                            day(from.plusDays(2 * line))));
        }
        return claim.toString();
    }

    private void put(String text) throws IOException {
        segments += (int) text.chars().filter(c -> c == '~').count();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    static String day(LocalDate date) {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
