package org.hearth.x12.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.x12.acknowledgement.Acknowledged.evaluation;
import static org.hearth.x12.acknowledgement.Acknowledged.onClaim;
import static org.hearth.x12.acknowledgement.Acknowledged.onLine;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;
import org.hearth.finding.Effect;
import org.hearth.x12.guide.ElementFault;
import org.hearth.x12.reading.Reading;
import org.hearth.x12.reading.X12Problem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ClaimAcknowledgementTest {

    private static final String RECEIVED = Reading.resource("/x12/acknowledged/received.edi");

    /** What was found on the claims of {@code received.edi}. */
    static Evaluation judge(Claim claim) {
        return switch (claim.claimId()) {
            case "C-2" ->
                evaluation(
                        claim,
                        onClaim(Effect.RTP, "occurrence code missing", "A6:461"),
                        onClaim(Effect.WARN, "a warning", "A7:228"),
                        onLine(1, Effect.DENY, "wrong modifier", "A7:453"),
                        onLine(1, Effect.RTP, "wrong code", "A7:507"),
                        onLine(1, Effect.INFO, "a note", "A7:454"),
                        onLine(2, Effect.REJECT, "no date", "A7:187"));
            case "C-3" ->
                evaluation(
                        claim,
                        onClaim(Effect.RTP, "attending missing", "A6:562:71"),
                        onClaim(Effect.RTP, "attending missing again", "A6:562:71"),
                        onClaim(Effect.REJECT, "first visit: no plan", null),
                        onClaim(Effect.RTP, "a", "A7:188"),
                        onClaim(Effect.RTP, "b", "A7:234"),
                        onLine(0, Effect.RTP, "no status of its own", null),
                        onLine(0, Effect.RTP, "units", "A7:476"));
            case "C-5" ->
                evaluation(
                        claim, onClaim(Effect.WARN, "a warning", "A7:228"), onLine(0, Effect.INFO, "a note", "A7:453"));
            default -> evaluation(claim);
        };
    }

    /** What the claim between gets in the files of {@code x12/claim-*}. */
    private static final Map<String, String> UNREADABLE = new TreeMap<>();

    static {
        UNREADABLE.put("admission-date-invalid", "STC*A3:684*20250406*U*150******A7:189");
        UNREADABLE.put("condition-code-missing", "STC*A3:684*20250406*U*150******A6:460");
        UNREADABLE.put("facility-malformed", "STC*A7:228*20250406*U*150");
        UNREADABLE.put("line-charge-negative", "STC*A7:583*20250406*U*150");
        UNREADABLE.put("line-date-invalid", "STC*A3:684*20250406*U*150******A7:187");
        UNREADABLE.put("line-number-invalid", "STC*A3:684*20250406*U*150******A3:247");
        UNREADABLE.put("line-number-repeated", "STC*A3:247*20250406*U*150");
        UNREADABLE.put("line-revenue-code-invalid", "STC*A7:455*20250406*U*150");
        UNREADABLE.put("line-revenue-code-missing", "STC*A3:684*20250406*U*150******A6:455");
        UNREADABLE.put("line-units-letters", "STC*A3:684*20250406*U*150******A7:476");
        UNREADABLE.put("line-with-two-services", "STC*A3:684*20250406*U*150******A3:247");
        UNREADABLE.put("line-without-service", "STC*A3:684*20250406*U*150******A6:247");
        UNREADABLE.put("occurrence-date-invalid", "STC*A3:684*20250406*U*150******A7:461");
        UNREADABLE.put("span-backwards", "STC*A7:462*20250406*U*150");
        UNREADABLE.put("statement-date-invalid", "STC*A3:684*20250406*U*150******A7:188");
        UNREADABLE.put("statement-date-missing", "STC*A3:684*20250406*U*150******A6:188");
        UNREADABLE.put("statement-range-backwards", "STC*A7:188*20250406*U*150");
        UNREADABLE.put("total-charge-letters", "STC*A3:684*20250406*U*0******A7:178");
        UNREADABLE.put("total-charge-missing", "STC*A3:684*20250406*U*0******A6:178");
        UNREADABLE.put("value-code-letters", "STC*A3:684*20250406*U*150******A7:463");
        UNREADABLE.put("without-lines", "STC*A3:684*20250406*U*150******A6:247");
    }

    @TestFactory
    Stream<DynamicTest> claimThatCannotBeReadIsRejectedForTheFieldAtFault() {
        return UNREADABLE.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    Acknowledged answer = Acknowledged.ofResource("/x12/claim-" + entry.getKey() + ".edi");

                    assertThat(answer.claim("BAD"))
                            .filteredOn(segment -> segment.startsWith("STC"))
                            .containsExactly(entry.getValue());
                    assertThat(answer.claim("A-1")).contains("STC*A2:20:PR*20250406*WQ*150");
                    assertThat(answer.claim("A-2")).contains("STC*A2:20:PR*20250406*WQ*150");
                    assertThat(answer.claimSegments()).contains("QTY*90*2", "QTY*AA*1", "QTY*QA*2", "QTY*QC*1");
                }));
    }

    @Test
    void everyFieldThatCanBeAtFaultHasAStatusOfItsOwn() throws IOException, URISyntaxException {
        try (Stream<Path> files =
                Files.list(Path.of(getClass().getResource("/x12").toURI()))) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("claim-"))
                    .toList();
            assertThat(names).hasSizeGreaterThan(25);
            for (String name : names) {
                assertThat(Acknowledged.ofResource("/x12/" + name).claims())
                        .as(name)
                        .contains("QTY*QC*1~")
                        .doesNotContain("448");
            }
        }
    }

    @Test
    void claimWithoutAFindingIsAccepted() {
        assertThat(Acknowledged.of(RECEIVED, ClaimAcknowledgementTest::judge).claim("C-1"))
                .containsExactly(
                        "TRN*2*C-1",
                        "STC*A2:20:PR*20250406*WQ*450.1",
                        "REF*D9*CLR-1",
                        "REF*BLT*329",
                        "DTP*472*RD8*20250301-20250330");
    }

    @Test
    void claimWithWarningsIsAcceptedAndNothingIsSaidOfThem() {
        assertThat(Acknowledged.of(RECEIVED, ClaimAcknowledgementTest::judge).claim("C-5"))
                .containsExactly(
                        "TRN*2*C-5", "STC*A2:20:PR*20250406*WQ*20", "REF*BLT*341", "DTP*472*RD8*20250301-20250330");
    }

    @Test
    void errorsRejectAClaimAndTheLinesThatHaveThem() {
        assertThat(Acknowledged.of(RECEIVED, ClaimAcknowledgementTest::judge).claim("C-2"))
                .containsExactly(
                        "TRN*2*C-2",
                        "STC*A6:461*20250406*U*150******A7:453*A7:507",
                        "STC*A7:187*20250406*U*150",
                        "REF*BLT*341",
                        "DTP*472*RD8*20250301-20250330",
                        "SVC*HC:97112:59*50**0420***1",
                        "STC*A7:453*20250406*U*******A7:507",
                        "REF*FJ*L-2",
                        "DTP*472*D8*20250303",
                        "SVC*NU:0270*0*****1",
                        "STC*A7:187*20250406*U",
                        "REF*FJ*3",
                        "DTP*472*RD8*20250303-20250305");
    }

    @Test
    void findingWithoutAStatusIsToldInWordsAtTheClaim() {
        assertThat(Acknowledged.of(RECEIVED, ClaimAcknowledgementTest::judge).claim("C-3"))
                .containsExactly(
                        "TRN*2*C-3",
                        "STC*A6:562:71*20250406*U*75.5******A7:188*A7:234",
                        "STC*A7:476*20250406*U*75.5",
                        "STC*A8:448*20250406*U*75.5********first visit  no plan",
                        "STC*A8:448*20250406*U*75.5********no status of its own",
                        "REF*D9*CLR-3",
                        "REF*BLT*341",
                        "DTP*472*RD8*20250301-20250330",
                        "SVC*HC:97530:GO*75.5**0430***1",
                        "STC*A7:476*20250406*U",
                        "REF*FJ*1",
                        "DTP*472*D8*20250304");
    }

    @Test
    void totalsBalanceForTheBatchAndEachProvider() {
        List<String> segments =
                Acknowledged.of(RECEIVED, ClaimAcknowledgementTest::judge).claimSegments();

        assertThat(segments.subList(0, 26))
                .containsExactly(
                        "ISA*00*          *00*          *27*14011          *ZZ*SUBMITTER01    *250406*0930*^*00501"
                                + "*000000042*0*P*:",
                        "GS*HN*14011*SUBMITTER01*20250406*0930*1*X*005010X214",
                        "ST*277*0001*005010X214",
                        "BHT*0085*08*000000042-0001*20250406*0930*TH",
                        "HL*1**20*1",
                        "NM1*PR*2*DEMO MAC HHH*****46*14011",
                        "TRN*1*000000042-0001",
                        "DTP*050*D8*20250406",
                        "DTP*009*D8*20250406",
                        "HL*2*1*21*1",
                        "NM1*41*2*DEMO BILLING SERVICE*****46*SUBMITTER01",
                        "TRN*2*BATCH0001",
                        "STC*A1:19:PR*20250406*WQ*725.6",
                        "QTY*90*2",
                        "QTY*AA*3",
                        "AMT*YU*470.1",
                        "AMT*YY*255.5",
                        "HL*3*2*19*1",
                        "NM1*85*2*DEMO HOME HEALTH AGENCY*****XX*1234567893",
                        "TRN*1*0",
                        "STC*A1:19:PR**WQ*705.6",
                        "QTY*QA*1",
                        "QTY*QC*3",
                        "AMT*YU*450.1",
                        "AMT*YY*255.5",
                        "HL*4*3*PT");
        assertThat(segments)
                .containsSequence(
                        "HL*8*2*19*1",
                        "NM1*85*2*DEMO THERAPY GROUP*****XX*1993999998",
                        "TRN*1*0",
                        "STC*A1:19:PR**WQ*20",
                        "QTY*QA*1",
                        "AMT*YU*20",
                        "HL*9*8*PT");
    }

    @Test
    void patientIsNamedAsInTheFile() {
        assertThat(Acknowledged.of(RECEIVED, ClaimAcknowledgementTest::judge).claimSegments())
                .containsSequence("NM1*QC*1*SAMPLE*PATIENT*Q***MI*1EG4TE5MK73", "TRN*2*C-1")
                // two claims of one patient
                .containsSequence("NM1*QC*1*SPECIMEN*PERSON****MI*1EG4TE5MK73", "TRN*2*C-2")
                .containsSequence("NM1*QC*1*SPECIMEN*PERSON****MI*1EG4TE5MK73", "TRN*2*C-3")
                // a dependent, under the subscriber's number
                .containsSequence("NM1*QC*1*EXEMPLAR*CHILD****MI*1EG4TE5MK73", "TRN*2*C-4");
    }

    @Test
    void setThatThe999RejectsGetsNoAnswer() {
        Acknowledged answer = Acknowledged.of(RECEIVED, ClaimAcknowledgementTest::judge);

        assertThat(answer.claimSegments())
                .filteredOn(segment -> segment.startsWith("TRN*2*BATCH"))
                .containsExactly("TRN*2*BATCH0001", "TRN*2*BATCH0003");
        assertThat(answer.claims()).doesNotContain("C-6").endsWith("SE*26*0002~\nGE*2*1~\nIEA*1*000000042~\n");
    }

    @Test
    void fileThatCannotBeTakenGetsNoAnswerAtAll() {
        for (String file : List.of("se-missing", "cut-in-second-claim", "version-4010", "not-x12", "empty")) {
            assertThat(Acknowledged.ofResource("/x12/" + file + ".edi").claims())
                    .as(file)
                    .isEmpty();
        }
    }

    @Test
    void professionalClaimIsRejected() {
        Acknowledged answer = Acknowledged.ofResource("/x12/professional-claim.edi");

        assertThat(answer.claim("P-1")).contains("STC*A7:567*20250406*U*150");
        assertThat(answer.claim("P-2")).contains("STC*A7:567*20250406*U*150");
        assertThat(answer.claimSegments()).contains("QTY*90*2", "QTY*AA*2", "AMT*YU*300", "AMT*YY*300");
    }

    @Test
    void whatTheFileDoesNotNameIsStillThere() {
        Acknowledged answer = Acknowledged.of(Reading.resource("/x12/claim-number-missing.edi")
                .replace("NM1*85*2*DEMO HOME HEALTH AGENCY*****XX*1234567893~\n", "")
                .replace("NM1*IL*1*SAMPLE*PATIENT****MI*1EG4TE5MK73~\n", "")
                .replace("BATCH0001", "")
                .replaceFirst("SE\\*[0-9]+", "SE*39"));

        assertThat(answer.claimSegments())
                .contains("NM1*PR*2*14011*****46*14011", "NM1*41*2*SUBMITTER01*****46*SUBMITTER01", "TRN*2*0")
                .contains("NM1*85*2*UNKNOWN")
                .containsSequence("NM1*QC*1*UNKNOWN", "TRN*2*0", "STC*A3:684*20250406*U*150******A6:478");
    }

    @Test
    void setWithoutAClaimIsAcceptedNowhere() {
        String file = Reading.resource("/x12/guide/clean.edi");
        String empty = file.substring(0, file.indexOf("CLM*")) + "SE*16*0001~\nGE*1*7~\nIEA*1*000000101~\n";

        Acknowledged answer = Acknowledged.of(empty);
        assertThat(answer.claims()).isEmpty();
        assertThat(answer.implementationSegments()).containsSequence("IK3*CLM*16*2300*I7", "IK5*R*I5", "AK9*R*1*1*0");
        assertThat(answer.end().problems())
                .extracting(X12Problem::message)
                .containsExactly("transaction set `0001` holds no claim (`CLM`)");
    }

    @Test
    void aMemberIdThatWasNotSentIsNotInvented() {
        String file = Reading.resource("/x12/guide/clean.edi");

        for (String id : List.of("****MI~", "~", "****MI*?~", "****MI*é~")) {
            assertThat(Acknowledged.of(file.replace("PATIENT****MI*1EG4TE5MK73~", "PATIENT" + id))
                            .claimSegments())
                    .as(id)
                    .contains("NM1*QC*1*SAMPLE*PATIENT");
        }
        assertThat(Acknowledged.of(file.replace("*MI*1EG4TE5MK73", "*SY*123456789"))
                        .claimSegments())
                .contains("NM1*QC*1*SAMPLE*PATIENT****MI*123456789");
    }

    @Test
    void aProviderWithoutAnNpiIsKnownByItsTaxNumber() {
        String file = Reading.resource("/x12/guide/clean.edi");

        assertThat(Acknowledged.of(file.replace("*****XX*1234567893~\nN3", "~\nN3"))
                        .claimSegments())
                .contains("NM1*85*2*DEMO HOME HEALTH AGENCY*****FI*123456789");
    }

    @Test
    void datesOfAStatementThatCannotBeReadAreThoseThatThereAre() {
        String file = Reading.resource("/x12/guide/clean.edi");
        String statement = segment(file, "DTP*434");
        List<String> days = file.lines()
                .filter(line -> line.startsWith("DTP*472*D8*"))
                .map(line -> line.substring(11, 19))
                .sorted()
                .toList();
        String ofLines = days.get(0).equals(days.get(days.size() - 1))
                ? "DTP*472*D8*" + days.get(0)
                : "DTP*472*RD8*" + days.get(0) + "-" + days.get(days.size() - 1);
        String noLines = file.replaceAll("DTP\\*472\\*D8\\*[0-9]+", "DTP*472*D8*20259999");
        String bad = "DTP*434*RD8*20250301-20259999";

        assertThat(serviceDate(file.replace(statement, bad))).isEqualTo(ofLines);
        assertThat(serviceDate(file.replace(statement, "DTP*435*D8*20250201"))).isEqualTo(ofLines);
        assertThat(serviceDate(noLines.replace(statement, bad))).isEqualTo("DTP*472*D8*20250301");
        assertThat(serviceDate(noLines.replace(statement, "DTP*434*RD8*20259999-20250331")))
                .isEqualTo("DTP*472*D8*20250331");
        assertThat(serviceDate(noLines.replace(statement, "DTP*435*D8*20250228")))
                .isEqualTo("DTP*472*D8*20250228");
    }

    private static String serviceDate(String file) {
        return Acknowledged.of(file).claimSegments().stream()
                .filter(segment -> segment.startsWith("DTP*472"))
                .findFirst()
                .orElse(null);
    }

    private static String segment(String file, String beginning) {
        return file.lines()
                .filter(line -> line.startsWith(beginning))
                .map(line -> line.substring(0, line.length() - 1))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNegativeChargeIsToldAsItWasSent() {
        String file = RECEIVED.replaceFirst("CLM\\*C-1\\*[^*]+", "CLM*C-1*-450.1");

        Acknowledged answer = Acknowledged.of(file, ClaimAcknowledgementTest::judge);
        assertThat(answer.claim("C-1")).contains("STC*A7:178*20250406*U*-450.1");
        assertThat(answer.claimSegments()).contains("STC*A1:19:PR*20250406*WQ*-174.6", "AMT*YY*-194.6");
    }

    @Test
    void whatIsRepeatedFitsTheGuideOfTheAnswer() {
        String longName = "N".repeat(70);
        String file = Reading.resource("/x12/guide/clean.edi")
                .replace("*SAMPLE*PATIENT*", "*" + longName + "*" + longName + "*")
                .replace("*BATCH0001*", "*" + "B".repeat(60) + "*")
                .replaceFirst("CLM\\*[^*]+", "CLM*" + "C".repeat(60))
                .replace("DEMO BILLING SERVICE*****46*SUBMITTER01", "DEMO BILLING SERVICE*****46*S");

        assertThat(Acknowledged.of(file).claimSegments())
                .contains(
                        "NM1*QC*1*" + "N".repeat(60) + "*" + "N".repeat(35) + "****MI*1EG4TE5MK73",
                        "TRN*2*" + "B".repeat(50),
                        "TRN*2*" + "C".repeat(50),
                        "NM1*41*2*DEMO BILLING SERVICE*****46*SUBMITTER01");
    }

    @Test
    void delimiterOfOursInASendersValueBecomesABlank() {
        String file = RECEIVED.replace('*', '|').replace("CLM|C-1|", "CLM|C*1|").replace("SAMPLE", "SAM*PLE");

        assertThat(Acknowledged.of(file, ClaimAcknowledgementTest::judge).claimSegments())
                .containsSequence("NM1*QC*1*SAM PLE*PATIENT*Q***MI*1EG4TE5MK73", "TRN*2*C 1");
    }

    @Test
    void noTextOfWhatIsHeldNamesThePatient() {
        Patient patient = new Patient("SAMPLE", "PATIENT", null, null, "MI", "1EG4TE5MK73");
        Claim claim = Reading.ofResource("/x12/guide/clean.edi").claims().get(0);

        assertThat(patient).hasToString("Patient");
        assertThat(ClaimVerdict.of(claim, evaluation(claim, onLine(0, Effect.RTP, "a", "A7:453"))))
                .hasToString("ClaimVerdict[ClaimStatus[category=A7, code=453, entity=null, text=null]]");
        assertThat(new ElementFault(3, 0, "1035", "5", "SAMPLE")).hasToString("ElementFault[3 5]");
    }
}
