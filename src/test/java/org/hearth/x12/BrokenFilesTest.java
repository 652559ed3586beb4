package org.hearth.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hearth.claim.Location;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each file under {@code x12/} has one thing wrong with it, which its name says. */
class BrokenFilesTest {

    private static final String DATE_FIX = "write a day as `D8` and CCYYMMDD, a range as `RD8` and CCYYMMDD-CCYYMMDD";
    private static final String AMOUNT_FIX = "write up to 18 digits with at most one point, such as `120.00`";
    private static final String RESEND = "send the whole file again, from the system that wrote it";
    private static final String VERSION_FIX = "send institutional claims (837I) of version `005010X223A2`";

    /** Files that have two good claims, {@code A-1} and {@code A-2}, and between them one that cannot be read. */
    private static final Map<String, String> CLAIMS = new TreeMap<>();

    /** Files that are not whole: the claims read all the same, where it is broken, and how. */
    private static final Map<String, List<String>> FILES = new TreeMap<>();

    /** Files that are whole, with two good claims, and draw a warning. */
    private static final Map<String, String> WARNINGS = new TreeMap<>();

    static {
        claim(
                "admission-date-a-range",
                "/admissionDate DTP 21 3",
                "a range of dates where one day belongs",
                "write `D8` and CCYYMMDD");
        claim("admission-date-invalid", "/admissionDate DTP 21 3", "`2025033` is not a date", DATE_FIX);
        claim(
                "condition-code-missing",
                "/conditionCodes/0 HI 23 1",
                "a code is missing",
                "write it after the qualifier");
        claim(
                "frequency-missing",
                "/typeOfBill CLM 19 5",
                "type of bill `34` with frequency (none) is neither 32X nor 34X",
                "write `32` or `34` in CLM05-1 and one character in CLM05-3; Hearth reads no other bills");
        claim(
                "hospital-bill",
                "/typeOfBill CLM 19 5",
                "type of bill `13` with frequency `1` is neither 32X nor 34X",
                "write `32` or `34` in CLM05-1 and one character in CLM05-3; Hearth reads no other bills");
        claim("line-charge-negative", "/lines/1/charge SV2 28 3", "`-50.00` is not an amount", AMOUNT_FIX);
        claim("line-date-invalid", "/lines/1/serviceDate DTP 29 3", "`20251303` is not a date", DATE_FIX);
        claim(
                "line-number-invalid",
                "/lines/1/lineNumber LX 27 1",
                "`B` is not a line number",
                "number the lines of a claim from 1");
        claim(
                "line-revenue-code-invalid",
                "/lines/1/revenueCode SV2 28 1",
                "`PT` is not a revenue code",
                "write its four digits, such as `0421`");
        claim(
                "line-revenue-code-missing",
                "/lines/1/revenueCode SV2 28 1",
                "(none) is not a revenue code",
                "write its four digits, such as `0421`");
        claim(
                "line-units-letters",
                "/lines/1/units SV2 28 5",
                "text of 3 characters is not a count of units",
                "write up to 18 digits with at most one point, such as `3`");
        claim(
                "line-with-two-services",
                "/lines/1 SV2 29 1",
                "line 2 has a second service (SV2)",
                "give each service a line (LX) of its own");
        claim(
                "line-without-service",
                "/lines/1 LX 27 null",
                "line 2 has no service (SV2)",
                "put an SV2 segment after its LX segment");
        claim(
                "number-missing",
                "/claimId CLM 19 1",
                "the claim has no number",
                "write the claim's own number in CLM01");
        claim(
                "occurrence-date-a-range",
                "/occurrenceCodes/0/date HI 23 1",
                "a range of dates where one day belongs",
                "write `D8` and CCYYMMDD");
        claim("occurrence-date-invalid", "/occurrenceCodes/1/date HI 23 2", "`20250001` is not a date", DATE_FIX);
        claim("occurrence-date-missing", "/occurrenceCodes/0/date HI 23 1", "a date is missing", DATE_FIX);
        claim(
                "several-problems",
                "/lines/1/revenueCode SV2 28 1",
                "`PT` is not a revenue code",
                "write its four digits, such as `0421`");
        claim(
                "span-backwards",
                "/occurrenceSpans/0 HI 23 1",
                "the range `20250310-20250309` ends before it begins",
                DATE_FIX);
        claim(
                "statement-date-format-unknown",
                "/statementFrom DTP 20 3",
                "a date of format `TM` is not read here",
                DATE_FIX);
        claim(
                "statement-date-invalid",
                "/statementFrom DTP 20 3",
                "`20250229-20250330` is not a range of dates",
                DATE_FIX);
        claim(
                "statement-date-missing",
                "/statementFrom CLM 19 null",
                "the claim has no statement dates",
                "put DTP*434*RD8 and the dates, CCYYMMDD-CCYYMMDD, after CLM");
        claim(
                "statement-range-backwards",
                "/statementFrom DTP 20 3",
                "the range `20250330-20250301` ends before it begins",
                DATE_FIX);
        claim(
                "too-many-condition-codes",
                "/conditionCodes/24 HI 25 1",
                "the claim has more than 24 codes of this kind",
                "leave out what repeats");
        claim("total-charge-letters", "/totalCharge CLM 19 2", "`15O.00` is not an amount", AMOUNT_FIX);
        claim(
                "total-charge-missing",
                "/totalCharge CLM 19 2",
                "the claim has no total charge",
                "write the sum of its lines in CLM02");
        claim(
                "value-code-letters",
                "/valueCodes/0/amount HI 23 1",
                "text of 3 characters is not an amount",
                AMOUNT_FIX);
        claim("without-lines", "/lines CLM 19 null", "the claim has no service lines", "put LX and SV2 for each line");

        file("blanks-only", "", "null null null null null @4", "the file is empty", "send an 837I file");
        file(
                "cut-before-iea",
                "A-1 A-2",
                "1 null GE null null @850",
                "the file ends before the interchange trailer (`IEA`)",
                RESEND);
        file(
                "cut-in-second-claim",
                "A-1",
                "1 0001 SV2 28 null @785",
                "the file ends before the interchange trailer (`IEA`); claim `A-2` was not read to its end",
                RESEND);
        file("dental-version", "", "1 0001 ST 1 3 @163", "transaction set of version `005010X224A2`", VERSION_FIX);
        file(
                "edifact",
                "",
                "null null null null null @0",
                "the file does not begin with an interchange header (`ISA`)",
                "send an 837I file, version `005010X223A2`");
        file(
                "edifact-after-iea",
                "A-1 A-2",
                "1 null IEA null null @908",
                "what begins here is no X12 interchange",
                "send X12 files (837I) only");
        file(
                "element-too-long",
                "A-1",
                "1 0001 NTE 21 null @4767",
                "an element is longer than 4,096 characters; claim `A-2` was not read to its end",
                RESEND);
        file("empty", "", "null null null null null @0", "the file is empty", "send an 837I file");
        file(
                "ge-control-number-wrong",
                "A-1 A-2",
                "1 null GE null 2 @842",
                "control number `8` in GE02 is not that of GS06, `7`",
                "find out whether something was lost; if not, write `7`");
        file(
                "ge-count-wrong",
                "A-1 A-2",
                "1 null GE null 1 @842",
                "GE01 says `2` transaction sets, the group has 1",
                "find out whether something was lost; if not, write `1`");
        file("ge-missing", "A-1 A-2", "1 null IEA null null @842", "group `7` has no trailer (`GE`)", RESEND);
        file(
                "iea-control-number-wrong",
                "A-1 A-2",
                "1 null IEA null 2 @850",
                "control number `000000102` in IEA02 is not that of ISA13, `000000101`",
                "find out whether something was lost; if not, write `000000101`");
        file(
                "iea-count-wrong",
                "A-1 A-2",
                "1 null IEA null 1 @850",
                "IEA01 says `3` groups, the interchange has 1",
                "find out whether something was lost; if not, write `1`");
        file(
                "isa-inside-interchange",
                "A-1 A-2",
                "1 null ISA null null @846",
                "an interchange begins before the one before it has its trailer (`IEA`)",
                RESEND);
        file(
                "isa-only",
                "",
                "null null null null null @60",
                "the file ends before the interchange trailer (`IEA`)",
                RESEND);
        file(
                "isa-too-short",
                "",
                "null null null null null @107",
                "the interchange header (`ISA`) is not 106 characters long with 16 elements",
                "write every element of ISA at its full width, and nothing between IEA and ISA");
        file(
                "not-837",
                "A-1 A-2",
                "1 0001 ST 1 1 @163",
                "transaction set of type `277`, which holds no claims",
                "send 837I files only");
        file(
                "not-x12",
                "",
                "null null null null null @0",
                "the file does not begin with an interchange header (`ISA`)",
                "send an 837I file, version `005010X223A2`");
        file(
                "professional-claim",
                "A-1 A-2",
                "1 0001 CLM 19 5 @599",
                "claim `P-1` is a professional claim (CLM05-2 is `B`)",
                "send institutional claims (837I) only");
        file(
                "professional-group",
                "",
                "1 0001 ST 1 3 @163",
                "professional claims (837P, version `005010X222A1`)",
                VERSION_FIX);
        file(
                "professional-version",
                "A-1",
                "1 0002 ST 1 3 @611",
                "professional claims (837P, version `005010X222A1`)",
                VERSION_FIX);
        file(
                "se-control-number-wrong",
                "A-1 A-2",
                "1 0001 SE 30 2 @830",
                "control number `0002` in SE02 is not that of ST02, `0001`",
                "find out whether something was lost; if not, write `0001`");
        file(
                "se-count-letters",
                "A-1 A-2",
                "1 0001 SE 30 1 @830",
                "SE01 says `X` segments, the transaction set has 30",
                "find out whether something was lost; if not, write `30`");
        file(
                "se-count-wrong",
                "A-1 A-2",
                "1 0001 SE 30 1 @830",
                "SE01 says `29` segments, the transaction set has 30",
                "find out whether something was lost; if not, write `30`");
        file(
                "se-missing",
                "A-1 A-2",
                "1 0001 GE null null @830",
                "transaction set `0001` has no trailer (`SE`)",
                RESEND);
        file(
                "segments-outside-transaction",
                "A-1 A-2",
                "1 null HL null null @842",
                "segment `HL` outside a transaction set",
                RESEND);
        file(
                "tag-too-long",
                "A-1",
                "1 0001 CL1 21 null @678",
                "what follows is not an X12 segment; claim `A-2` was not read to its end",
                "end each segment with its terminator and begin the next with its tag of two or three characters");
        file(
                "terminator-doubled",
                "",
                "1 0001 LX 13 null @484",
                "what follows is not an X12 segment; claim `A-1` was not read to its end",
                "end each segment with its terminator and begin the next with its tag of two or three characters");
        file(
                "text-after-iea",
                "A-1 A-2",
                "1 null IEA null null @868",
                "what follows the interchange is not another one",
                "write every element of ISA at its full width, and nothing between IEA and ISA");
        file(
                "transaction-outside-group",
                "A-1 A-2",
                "1 0001 ST 1 null @107",
                "transaction set outside a functional group (`GS`)",
                RESEND);
        file("version-4010", "", "1 0001 ST 1 3 @163", "transaction set of version `004010X096A1`", VERSION_FIX);
        file(
                "version-missing",
                "",
                "1 0001 ST 1 3 @151",
                "transaction set without a version (ST03, GS08)",
                VERSION_FIX);

        WARNINGS.put(
                "batch-date-invalid",
                "1 0001 BHT 2 4 @189: the batch's date `20250431` is none; its claims have"
                        + " no receipt date; write BHT04 as CCYYMMDD");
        WARNINGS.put(
                "statement-dates-d8",
                "1 0001 DTP 9 2 @400: statement dates of format `D8` were read as one day;"
                        + " write them as `RD8` and CCYYMMDD-CCYYMMDD");
        WARNINGS.put(
                "version-bare",
                "1 0001 ST 1 3 @161: version `005010X223` was read as `005010X223A2`;"
                        + " write `005010X223A2` in GS08 and ST03");
    }

    private static void claim(String name, String fieldAndPlace, String message, String fix) {
        CLAIMS.put("claim-" + name, fieldAndPlace + ": " + message + "; " + fix);
    }

    private static void file(String name, String claims, String place, String message, String fix) {
        FILES.put(name, List.of(claims, place + ": " + message + "; " + fix));
    }

    @TestFactory
    Stream<DynamicTest> oneBadClaimCostsThatClaimAlone() {
        return CLAIMS.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Reading reading = read(entry.getKey());

                    assertThat(reading.claimIds()).containsExactly("A-1", "A-2");
                    assertThat(reading.refused()).hasSize(1);
                    X12Item.Refused refused = reading.refused().get(0);
                    assertThat(refused.claimId())
                            .isEqualTo(entry.getKey().equals("claim-number-missing") ? null : "BAD");
                    X12Problem first = refused.problems().get(0);
                    Location at = first.at();
                    assertThat(first.field() + " " + at.segment() + " " + at.position() + " " + at.element() + ": "
                                    + first.message() + "; " + first.fix())
                            .isEqualTo(entry.getValue());
                    assertThat(at.file()).isEqualTo(entry.getKey() + ".edi");
                    assertThat(at.interchange()).isEqualTo(1);
                    assertThat(at.transaction()).isEqualTo("0001");
                    assertThat(Reading.resource("/x12/" + entry.getKey() + ".edi")
                                    .substring((int) first.offset()))
                            .startsWith(at.segment() + "*");
                    assertThat(reading.end()).isEqualTo(new X12Item.End(2, 1, List.of(), 0, List.of()));
                    assertThat(reading.end().whole()).isTrue();
                }));
    }

    @TestFactory
    Stream<DynamicTest> damagedFileIsNotWhole() {
        return FILES.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Reading reading = read(entry.getKey());

                    assertThat(String.join(" ", reading.claimIds()))
                            .isEqualTo(entry.getValue().get(0));
                    assertThat(reading.refused()).isEmpty();
                    assertThat(reading.end().problems())
                            .extracting(BrokenFilesTest::said)
                            .containsExactly(entry.getValue().get(1));
                    assertThat(reading.end().whole()).isFalse();
                    assertThat(reading.end().warnings()).isEmpty();
                    assertThat(reading.end().claims())
                            .isEqualTo(reading.claims().size());
                }));
    }

    @TestFactory
    Stream<DynamicTest> warningLeavesTheFileWhole() {
        return WARNINGS.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Reading reading = read(entry.getKey());

                    assertThat(reading.claimIds()).containsExactly("A-1", "A-2");
                    assertThat(reading.end().whole()).isTrue();
                    assertThat(reading.end().warnings())
                            .extracting(BrokenFilesTest::said)
                            .containsExactly(entry.getValue());
                }));
    }

    @Test
    void everyProblemOfAClaimIsListed() {
        assertThat(read("claim-several-problems").refused().get(0).problems())
                .extracting(X12Problem::field)
                .containsExactly("/lines/1/revenueCode", "/lines/1/charge", "/lines/1/units");
    }

    @Test
    void everyFileIsTested() throws IOException, URISyntaxException {
        List<String> expected = new ArrayList<>();
        Stream.of(CLAIMS, FILES, WARNINGS)
                .forEach(files -> files.keySet().forEach(name -> expected.add(name + ".edi")));
        try (Stream<Path> files =
                Files.list(Path.of(getClass().getResource("/x12").toURI()))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static String said(X12Problem problem) {
        Location at = problem.at();
        assertThat(problem.field()).isNull();
        return at.interchange() + " " + at.transaction() + " " + at.segment() + " " + at.position() + " " + at.element()
                + " @" + problem.offset() + ": " + problem.message() + "; " + problem.fix();
    }

    private static Reading read(String name) {
        try (InputStream in = BrokenFilesTest.class.getResourceAsStream("/x12/" + name + ".edi")) {
            return Reading.of(in, name + ".edi");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
