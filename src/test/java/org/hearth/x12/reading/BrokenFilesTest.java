package org.hearth.x12.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

/** Each file under {@code x12/} has one thing wrong with it, which its name says; here those that are damaged. */
class BrokenFilesTest {

    private static final String RESEND = "send the whole file again, from the system that wrote it";
    private static final String VERSION_FIX = "send institutional claims (837I) of version `005010X223A2`";

    /** Files that are not whole: the claims read all the same, where it is broken, and how. */
    private static final Map<String, List<String>> FILES = new TreeMap<>();

    /** Files that are whole, with two good claims, and draw a warning. */
    private static final Map<String, String> WARNINGS = new TreeMap<>();

    static {
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
        file("dental-version", "", "1 0001 ST 1 3 @163", "dental claims (837D, version `005010X224A2`)", VERSION_FIX);
        file(
                "edifact",
                "",
                "null null null null null @0",
                "the file does not begin with an interchange header (`ISA`)",
                "send an 837I file, version `005010X223A2`");
        file(
                "edifact-after-iea",
                "A-1 A-2",
                "1 null IEA null null @868",
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
                "1 null ISA null null @845",
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
                "an answer about the status of claims (277, 277CA), which holds no claims",
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

    private static void file(String name, String claims, String place, String message, String fix) {
        FILES.put(name, List.of(claims, place + ": " + message + "; " + fix));
    }

    @TestFactory
    Stream<DynamicTest> damagedFileIsNotWhole() {
        return FILES.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Reading reading = Reading.ofResource("/x12/" + entry.getKey() + ".edi");

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
                    Reading reading = Reading.ofResource("/x12/" + entry.getKey() + ".edi");

                    assertThat(reading.claimIds()).containsExactly("A-1", "A-2");
                    assertThat(reading.end().whole()).isTrue();
                    assertThat(reading.end().warnings())
                            .extracting(BrokenFilesTest::said)
                            .containsExactly(entry.getValue());
                }));
    }

    @Test
    void everyFileIsTested() throws IOException, URISyntaxException {
        List<String> expected = new ArrayList<>();
        Stream.of(FILES, WARNINGS).forEach(files -> files.keySet().forEach(name -> expected.add(name + ".edi")));
        try (Stream<Path> files =
                Files.list(Path.of(getClass().getResource("/x12").toURI()))) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".edi") && !name.startsWith("claim-")))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static String said(X12Problem problem) {
        Location at = problem.at();
        assertThat(problem.field()).isNull();
        return at.interchange() + " " + at.transaction() + " " + at.segment() + " " + at.position() + " " + at.element()
                + " @" + problem.offset() + ": " + problem.message() + "; " + problem.fix();
    }
}
