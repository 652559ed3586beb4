package org.hearth.x12.acknowledgement;

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
import org.hearth.x12.reading.Reading;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each file {@code x12/guide/} departs from the guide in the one thing that its name says; those named clean do not. */
class ImplementationAcknowledgementTest {

    private static final String CLAIM = "CTX*CLM01:A-1";
    private static final String BROKEN = "CTX*CLM01:BAD";

    private static final Map<String, List<String>> GUIDE = new TreeMap<>();

    /** What the files of {@code x12/claim-*} get at the claim between. */
    private static final Map<String, List<String>> CLAIMS = new TreeMap<>();

    /** What the other files under {@code x12/} that reach their transaction set's end get. */
    private static final Map<String, List<String>> FILES = new TreeMap<>();

    static {
        guide("clean");
        guide("clean-with-a-dependent");
        guide("clean-with-everything");
        guide("authorization-in-a-line", "IK3*REF*25*2300*7", CLAIM);
        guide("batch-date-invalid", "IK3*BHT*2**8", "IK4*4*373*8*20250431");
        guide("batch-time-invalid", "IK3*BHT*2**8", "IK4*5*337*9*1260");
        guide("billing-address-missing", "IK3*N3*8*2010*3");
        // of the patient's own loop no value is repeated
        guide("birth-date-invalid", "IK3*DMG*14*2010*8", "IK4*2*1251*8");
        guide("code-unknown", "IK3*SBR*12*2000*8", "IK4*1*1138*I6*X");
        guide("component-missing", "IK3*CLM*16*2300*8", CLAIM, "IK4*5:2*1332*1");
        guide("components-too-many", "IK3*CLM*16*2300*8", CLAIM, "IK4*5**13");
        guide("element-not-used", "IK3*CLM*16*2300*8", CLAIM, "IK4*6*1073*I10*Y");
        guide("element-too-long", "IK3*CLM*16*2300*8", "CTX*CLM01:" + "A".repeat(35), "IK4*1*1028*5");
        guide("element-too-short", "IK3*N4*9*2010*8", "IK4*2*156*4*P");
        guide("elements-too-many", "IK3*LX*22*2400*8", CLAIM, "IK4*2**3");
        guide("id-without-qualifier", "IK3*NM1*21*2310*8", CLAIM, "IK4*8*66*2");
        guide("level-unknown", "IK3*HL*11*2000*8", "IK4*3*735*I6*24", "IK3*HL*28*2000*I7");
        guide("loop-twice", "IK3*NM1*22*2310*4", CLAIM);
        guide("name-too-long", "IK3*NM1*13*2010*8", "IK4*3*1035*5");
        guide("number-with-letters", "IK3*SV2*26*2400*8", CLAIM, "IK4*3*782*6*5O");
        guide("occurrence-date-invalid", "IK3*HI*20*2300*8", CLAIM, "IK4*2:4*1251*8*20250229");
        guide("payer-missing", "IK3*NM1*15*2010*I7");
        guide("principal-diagnosis-missing", "IK3*HI*20*2300*I8", CLAIM);
        guide("qualifier-unknown", "IK3*REF*19*2300*8", CLAIM, "IK4*1*128*I6*XX");
        guide("segment-elsewhere", "IK3*N3*19*2300*2", CLAIM);
        guide("segment-out-of-order", "IK3*DTP*17*2300*3", CLAIM, "IK3*DTP*18*2300*7", CLAIM);
        guide("segment-twice", "IK3*CL1*19*2300*5", CLAIM);
        guide("segment-unknown", "IK3*ZZZ*19*2300*1", CLAIM);
        guide("submitter-contact-missing", "IK3*PER*4*1000*3");
        // submitter and receiver may come in any order, so one is missing when neither can follow
        guide("submitter-missing", "IK3*NM1*4*1000*I7");
        guide("tax-id-missing", "IK3*REF*10*2010*3");
        guide("tax-id-of-another-kind", "IK3*REF*10*2010*8", "IK4*1*128*I6*SY", "IK3*REF*11*2010*3");

        claim("admission-date-a-range", "IK3*DTP*21*2300*8", BROKEN, "IK4*2*1250*I6*RD8");
        claim("admission-date-invalid", "IK3*DTP*21*2300*8", BROKEN, "IK4*3*1251*8*2025033");
        claim("condition-code-missing", "IK3*HI*23*2300*8", BROKEN, "IK4*1:2*1271*1");
        claim("frequency-missing", "IK3*CLM*19*2300*8", BROKEN, "IK4*5:3*1325*1");
        claim("facility-malformed");
        claim("line-charge-negative");
        claim("line-date-invalid", "IK3*DTP*29*2400*8", BROKEN, "IK4*3*1251*8*20251303");
        claim("line-number-invalid", "IK3*LX*27*2400*8", BROKEN, "IK4*1*554*6*B");
        claim("line-number-repeated");
        claim("line-revenue-code-invalid");
        claim("line-revenue-code-missing", "IK3*SV2*28*2400*8", BROKEN, "IK4*1*234*1");
        claim("line-units-letters", "IK3*SV2*28*2400*8", BROKEN, "IK4*5*380*6");
        claim("line-with-two-services", "IK3*SV2*29*2400*5", BROKEN);
        claim("line-without-service", "IK3*SV2*28*2400*3", BROKEN);
        claim("number-missing", "IK3*CLM*19*2300*8", "IK4*1*1028*1");
        claim("occurrence-date-a-range", "IK3*HI*23*2300*8", BROKEN, "IK4*1:3*1250*I6*RD8");
        claim("occurrence-date-invalid", "IK3*HI*23*2300*8", BROKEN, "IK4*2:4*1251*8*20250001");
        claim("occurrence-date-missing", "IK3*HI*23*2300*8", BROKEN, "IK4*1:3*1250*1", "IK4*1:4*1251*1");
        claim("several-problems", "IK3*SV2*28*2400*8", BROKEN, "IK4*3*782*6*x", "IK4*5*380*6*y");
        claim("span-backwards");
        claim("statement-date-format-unknown", "IK3*DTP*20*2300*8", BROKEN, "IK4*2*1250*I6*TM");
        claim("statement-date-invalid", "IK3*DTP*20*2300*8", BROKEN, "IK4*3*1251*8*20250229-20250330");
        claim("statement-date-missing", "IK3*DTP*20*2300*3", BROKEN);
        claim("statement-range-backwards");
        claim("too-many-condition-codes", "IK3*HI*25*2300*5", BROKEN);
        claim("total-charge-letters", "IK3*CLM*19*2300*8", BROKEN, "IK4*2*782*6*15O.00");
        claim("total-charge-missing", "IK3*CLM*19*2300*8", BROKEN, "IK4*2*782*1");
        claim("value-code-amount-missing", "IK3*HI*23*2300*8", BROKEN, "IK4*1:5*782*1");
        claim("value-code-letters", "IK3*HI*23*2300*8", BROKEN, "IK4*1:5*782*6");
        claim("without-lines", "IK3*HI*22*2300*3", BROKEN, "IK3*LX*22*2400*I7", BROKEN);

        FILES.put("cut-in-second-claim", List.of("AK2*837*0001*005010X223A2", "IK5*R*2*I5*5", "AK9*R*1*1*0*3"));
        FILES.put("dental-version", List.of("AK2*837*0001*005010X224A2", "IK5*R*I6", "AK9*R*1*1*0"));
        FILES.put("ge-control-number-wrong", List.of("AK2*837*0001*005010X223A2", "IK5*E*I5*5", "AK9*E*1*1*1*4"));
        FILES.put("ge-count-wrong", List.of("AK2*837*0001*005010X223A2", "IK5*E*I5*5", "AK9*E*2*1*1*5"));
        FILES.put("ge-missing", List.of("AK2*837*0001*005010X223A2", "IK5*E*I5*5", "AK9*E*1*1*1*3"));
        FILES.put(
                "not-837",
                List.of(
                        "AK2*277*0001*005010X214",
                        "IK5*R*1",
                        "AK2*837*0002*005010X223A2",
                        "IK5*E*I5*5",
                        "AK9*P*2*2*1"));
        FILES.put("se-control-number-wrong", List.of("AK2*837*0001*005010X223A2", "IK5*R*3*I5*5", "AK9*R*1*1*0"));
        FILES.put("se-count-letters", List.of("AK2*837*0001*005010X223A2", "IK5*R*4*I5*5", "AK9*R*1*1*0"));
        FILES.put("se-count-wrong", List.of("AK2*837*0001*005010X223A2", "IK5*R*4*I5*5", "AK9*R*1*1*0"));
        FILES.put("se-missing", List.of("AK2*837*0001*005010X223A2", "IK5*R*2*I5*5", "AK9*R*1*1*0"));
        FILES.put("version-4010", List.of("AK2*837*0001*004010X096A1", "IK5*R*I6", "AK9*R*1*1*0"));
        FILES.put("empty", List.of());
        FILES.put("isa-only", List.of());
        FILES.put("not-x12", List.of());
        FILES.put("transaction-outside-group", List.of());
    }

    private static void guide(String name, String... segments) {
        GUIDE.put(name, List.of(segments));
    }

    private static void claim(String name, String... segments) {
        CLAIMS.put("claim-" + name, List.of(segments));
    }

    @TestFactory
    Stream<DynamicTest> aDepartureFromTheGuideIsToldAndNothingElse() {
        return GUIDE.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Acknowledged answer = Acknowledged.ofResource("/x12/guide/" + entry.getKey() + ".edi");

                    assertThat(faults(answer)).isEqualTo(entry.getValue());
                    assertThat(answer.implementationSegments())
                            .filteredOn(segment -> segment.startsWith("AK9"))
                            .containsExactly(entry.getValue().isEmpty() ? "AK9*A*1*1*1" : "AK9*E*1*1*1");
                    // the set is taken either way, and its claims answered
                    assertThat(answer.claimSegments())
                            .filteredOn(segment -> segment.startsWith("ST*"))
                            .hasSize(1);
                }));
    }

    @TestFactory
    Stream<DynamicTest> aBrokenClaimIsToldWhereSyntaxBrokeIt() {
        return CLAIMS.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    List<String> faults = faults(Acknowledged.ofResource("/x12/" + entry.getKey() + ".edi"));

                    // these files leave out much above their claims, which is told first
                    int above = 0;
                    while (above < faults.size() && position(faults.get(above)) < 18) {
                        above++;
                    }
                    assertThat(faults.subList(0, above))
                            .containsExactly(
                                    "IK3*NM1*3*1000*I7",
                                    "IK3*NM1*3*1000*I7",
                                    "IK3*N3*5*2010*3",
                                    "IK3*N4*5*2010*3",
                                    "IK3*REF*5*2010*3",
                                    "IK3*NM1*8*2010*I7");
                    assertThat(faults.subList(above, faults.size())).isEqualTo(entry.getValue());
                }));
    }

    @TestFactory
    Stream<DynamicTest> aBrokenEnvelopeIsTold() {
        return FILES.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(), () -> assertThat(Acknowledged.ofResource("/x12/" + entry.getKey() + ".edi")
                                        .implementationSegments())
                                .filteredOn(segment -> segment.matches("(AK2|IK5|AK9).*"))
                                .isEqualTo(entry.getValue())));
    }

    @Test
    void everyFileIsTested() throws IOException, URISyntaxException {
        assertThat(names("/x12/guide"))
                .containsExactlyInAnyOrderElementsOf(
                        GUIDE.keySet().stream().map(name -> name + ".edi").toList());
        assertThat(names("/x12").stream().filter(name -> name.startsWith("claim-")))
                .containsExactlyInAnyOrderElementsOf(
                        CLAIMS.keySet().stream().map(name -> name + ".edi").toList());
    }

    @Test
    void noAnswerButTheClaimAnswerNamesAPatient() throws IOException, URISyntaxException {
        List<String> files = new ArrayList<>();
        names("/x12/guide").forEach(name -> files.add("/x12/guide/" + name));
        names("/x12").stream().filter(name -> name.endsWith(".edi")).forEach(name -> files.add("/x12/" + name));
        assertThat(files).hasSizeGreaterThan(80);
        for (String file : files) {
            assertThat(Acknowledged.ofResource(file).implementation())
                    .as(file)
                    .doesNotContain("SAMPLE", "PATIENT", "CHILD", "1EG4TE5MK73", "1940");
        }
    }

    @Test
    void groupWithAGoodSetAndABadOneIsTakenInPart() {
        Acknowledged answer = Acknowledged.ofResource("/x12/acknowledged/received.edi");

        assertThat(answer.implementationSegments())
                .containsExactly(
                        "ISA*00*          *00*          *27*14011          *ZZ*SUBMITTER01    *250406*0930*^*00501"
                                + "*000000041*0*P*:",
                        "GS*FA*14011*SUBMITTER01*20250406*0930*1*X*005010X231A1",
                        "ST*999*0001*005010X231A1",
                        "AK1*HC*7*005010X223A2",
                        "AK2*837*0001*005010X223A2",
                        "IK3*SV2*73*2400*8",
                        "CTX*CLM01:C-4",
                        "IK4*5*380*6",
                        "IK5*E*5",
                        "AK2*837*0002*005010X223A2",
                        "IK5*R*4",
                        "AK2*837*0003*005010X223A2",
                        "IK5*A",
                        "AK9*P*3*3*2",
                        "SE*13*0001",
                        "GE*1*1",
                        "IEA*1*000000041");
    }

    @Test
    void eachGroupHasItsAnswerAndEachInterchangeItsNumber() {
        String one = Reading.resource("/x12/guide/clean.edi");
        String group = one.substring(one.indexOf("GS*"), one.indexOf("IEA*"));
        String two =
                one.replace("IEA*1*", group.replace("1200*7*X", "1200*8*X").replace("GE*1*7", "GE*1*8") + "IEA*2*");

        List<String> segments = Acknowledged.of(two + one).implementationSegments();

        assertThat(segments)
                .filteredOn(segment -> segment.matches("(GS|ST|AK1|AK9|SE|GE|IEA).*"))
                .containsExactly(
                        "GS*FA*14011*SUBMITTER01*20250406*0930*1*X*005010X231A1",
                        "ST*999*0001*005010X231A1",
                        "AK1*HC*7*005010X223A2",
                        "AK9*A*1*1*1",
                        "SE*6*0001",
                        "GE*1*1",
                        "GS*FA*14011*SUBMITTER01*20250406*0930*2*X*005010X231A1",
                        "ST*999*0001*005010X231A1",
                        "AK1*HC*8*005010X223A2",
                        "AK9*A*1*1*1",
                        "SE*6*0001",
                        "GE*1*2",
                        "IEA*2*000000041",
                        "GS*FA*14011*SUBMITTER01*20250406*0930*1*X*005010X231A1",
                        "ST*999*0001*005010X231A1",
                        "AK1*HC*7*005010X223A2",
                        "AK9*A*1*1*1",
                        "SE*6*0001",
                        "GE*1*1",
                        "IEA*1*000000043");
    }

    @Test
    void valueThatWouldBreakTheAnswerIsNotRepeated() {
        String file = Reading.resource("/x12/guide/code-unknown.edi")
                .replace('*', '|')
                .replace("SBR|X|", "SBR|*|");

        assertThat(faults(Acknowledged.of(file))).containsExactly("IK3*SBR*12*2000*8", "IK4*1*1138*I6");
    }

    /** A lost terminator joins the patient's segment to the one before it. */
    @Test
    void whatALostSeparatorMayHaveMovedIsNotRepeated() {
        String file = Reading.resource("/x12/guide/clean.edi")
                .replace("HL*2*1*22*0~\nSBR*P*18*******MA~\nNM1", "HL*2*1*22*0~\nSBR*P*18*******MA*NM1");

        assertThat(Acknowledged.of(file).implementation())
                .contains("IK3*SBR*12*2000*8~\nIK4*10**3~")
                .doesNotContain("1EG4TE5MK73", "SAMPLE", "PATIENT");
        String moved = Reading.resource("/x12/guide/clean.edi").replace("SBR*P*18", "SBR*1EG4TE5MK73*18");
        assertThat(faults(Acknowledged.of(moved))).containsExactly("IK3*SBR*12*2000*8", "IK4*1*1138*5");
    }

    private static List<String> faults(Acknowledged answer) {
        return answer.implementationSegments().stream()
                .filter(segment -> segment.matches("(IK3|IK4|CTX).*"))
                .toList();
    }

    private static int position(String segment) {
        return segment.startsWith("IK3") ? Integer.parseInt(segment.split("\\*")[2]) : Integer.MAX_VALUE;
    }

    private List<String> names(String folder) throws IOException, URISyntaxException {
        try (Stream<Path> files =
                Files.list(Path.of(getClass().getResource(folder).toURI()))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
