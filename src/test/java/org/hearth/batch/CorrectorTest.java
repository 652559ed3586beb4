package org.hearth.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;
import org.hearth.finding.Advice;
import org.hearth.finding.Effect;
import org.hearth.finding.Finding;
import org.hearth.finding.FindingPlace;
import org.hearth.finding.Grounds;
import org.hearth.finding.LeftMend;
import org.hearth.finding.Mend;
import org.hearth.finding.PatchOperation;
import org.hearth.finding.ResponseCodes;
import org.hearth.history.Past;
import org.hearth.json.ClaimCorrections;
import org.junit.jupiter.api.Test;

/** Mends are judged before they are kept; the rules here are made up, so that they can fail. */
class CorrectorTest {

    private static byte[] file() throws IOException {
        return Files.readAllBytes(Path.of("src/main/resources/samples/outpatient-therapy-0341.edi"));
    }

    private static BiFunction<Claim, Past, Evaluation> finding(Function<Claim, List<Finding>> rules) {
        return (claim, past) ->
                new Evaluation(claim.claimId(), "v", rules.apply(claim), List.of(), List.of(), List.of(), List.of());
    }

    private static Finding finding(String id, int line, String op, String path, Object value) {
        return new Finding(
                id,
                "made up",
                Effect.RTP,
                new FindingPlace(line, null, path, null),
                new Advice("wrong", "mend it", List.of(new PatchOperation(op, path, value)), Mend.CERTAIN),
                new Grounds("none", null, "rule", List.of()),
                new ResponseCodes(null, null, null, null));
    }

    private static List<Finding> unitsAre(Claim claim, int wanted, Object value) {
        List<Finding> findings = new ArrayList<>();
        for (int index = 0; index < claim.lines().size(); index++) {
            if (claim.lines().get(index).wholeUnits() != wanted) {
                findings.add(finding("HHT-401", index + 1, "replace", "/lines/" + index + "/units", value));
            }
        }
        return findings;
    }

    private static List<String> reasons(Corrected corrected) {
        return corrected.left().stream().map(LeftMend::reason).distinct().toList();
    }

    @Test
    void aMendThatLeavesItsFindingIsTakenBack() throws IOException {
        Corrected corrected = Corrected.certain(file(), finding(claim -> unitsAre(claim, 9, 8)));
        assertThat(corrected.bytes()).isEqualTo(file());
        assertThat(corrected.made()).isEmpty();
        assertThat(reasons(corrected))
                .containsExactly("it does not take the finding away", "3 other mends of HHT-401 on this claim failed");
    }

    @Test
    void aMendThatBringsAFindingIsTakenBackAndTheOthersStand() throws IOException {
        Corrected corrected = Corrected.certain(file(), finding(claim -> {
            List<Finding> findings = unitsAre(claim, 9, 9);
            if (claim.lines().get(0).wholeUnits() == 9) {
                findings.add(finding("HHT-402", 1, "replace", "/lines/0/units", 1));
            }
            return findings;
        }));
        assertThat(reasons(corrected)).containsExactly("it brings HHT-402");
        assertThat(corrected.left())
                .allMatch(left -> left.finding().line() == 1)
                .hasSize(3);
        assertThat(corrected.made()).hasSize(9 - 3);
        assertThat(corrected.evaluations())
                .allMatch(evaluation -> evaluation.findings().size() == 1);
    }

    @Test
    void mendsThatUndoEachOtherEnd() throws IOException {
        Corrected corrected = Corrected.certain(
                file(),
                finding(claim -> List.of(
                        claim.lines().get(0).wholeUnits() == 1
                                ? finding("HHT-401", 1, "replace", "/lines/0/units", 2)
                                : finding("HHT-402", 1, "replace", "/lines/0/units", 1))));
        assertThat(corrected.bytes()).isEqualTo(file());
        assertThat(reasons(corrected)).allMatch(reason -> reason.startsWith("it brings HHT-40"));
    }

    @Test
    void aMendThatCannotBeWrittenLeavesTheClaimAsItWas() throws IOException {
        Corrected corrected = Corrected.certain(
                file(), finding(claim -> List.of(finding("HHT-401", 1, "replace", "/attending/lastName", "A~B"))));
        assertThat(corrected.bytes()).isEqualTo(file());
        assertThat(reasons(corrected)).containsExactly("`~` is a delimiter of this file; leave it out");
    }

    @Test
    void aDefectOfOursLeavesTheClaimAsItWasAndCostsItAlone() throws IOException {
        Corrected corrected = Corrected.certain(file(), finding(claim -> {
            if (claim.claimId().equals("PCN-34X-0001") && claim.lines().get(0).wholeUnits() == 9) {
                throw new IllegalStateException("made up");
            }
            return unitsAre(claim, 9, 9);
        }));
        String text = new String(corrected.bytes(), StandardCharsets.ISO_8859_1);
        assertThat(corrected.tally().defect()).isTrue();
        assertThat(corrected.evaluations()).hasSize(2);
        assertThat(text.split("\\*UN\\*9~", -1)).hasSize(1 + 4 + 3);
        assertThat(text).contains("SV2*0420*HC:97110*120.00*UN*2**0~");
    }

    @Test
    void aDefectInOneGivenCorrectionCostsItAlone() throws IOException {
        String patch = "\"patch\":[{\"op\":\"replace\",\"path\":\"/lines/0/units\",\"value\":9}]}";
        Corrected corrected = Corrected.of(
                file(),
                (claim, past) -> {
                    if (claim.claimId().equals("PCN-34X-0002")) {
                        throw new IllegalStateException("made up");
                    }
                    return Corrected.SILENT.apply(claim, past);
                },
                ClaimCorrections.read(("{\"claims\":[{\"claim\":1," + patch + ",{\"claim\":2," + patch + "]}")
                        .getBytes(StandardCharsets.UTF_8)),
                Set.of(),
                new Sidecars());
        assertThat(corrected.tally().defect()).isTrue();
        assertThat(corrected.made()).hasSize(1);
        assertThat(corrected.evaluations())
                .extracting(Evaluation::claimId)
                .containsExactly("PCN-34X-0001", "PCN-34X-0003");
        assertThat(Corrected.difference(file(), corrected.bytes()))
                .containsExactly("-SV2*0420*HC:97110*120.00*UN*2**0~", "+SV2*0420*HC:97110*120.00*UN*9**0~");
    }

    /** Mends of one kind cost one trial together; one that fails costs a few. */
    @Test
    void mendsOfOneKindAreJudgedTogether() throws IOException {
        String text = new String(file(), StandardCharsets.ISO_8859_1);
        int from = text.indexOf("LX*1~", text.indexOf("PCN-34X-0001"));
        int to = text.indexOf("SE*", from);
        StringBuilder lines = new StringBuilder();
        for (int line = 1; line <= 400; line++) {
            lines.append("LX*").append(line).append("~\nSV2*0420*HC:97110*1*UN*2~\nDTP*472*D8*20260302~\n");
        }
        byte[] many = (text.substring(0, from) + lines + text.substring(to)).getBytes(StandardCharsets.ISO_8859_1);
        int[] evaluations = new int[1];
        Corrected corrected = Corrected.certain(many, finding(claim -> {
            evaluations[0]++;
            return unitsAre(claim, 9, 9);
        }));
        assertThat(corrected.left()).isEmpty();
        assertThat(corrected.made()).hasSize(400 + 4 + 3);
        assertThat(evaluations[0]).isEqualTo(3 * 2);
    }

    @Test
    void anIdWhoseMendsFailIsGivenUp() throws IOException {
        int[] evaluations = new int[1];
        Corrected corrected = Corrected.certain(file(), finding(claim -> {
            List<Finding> findings = new ArrayList<>();
            evaluations[0]++;
            for (int index = 0; index < 500; index++) {
                findings.add(finding("HHT-401", index, "replace", "/lines/0/units", 9));
            }
            return findings;
        }));
        assertThat(corrected.made()).isEmpty();
        assertThat(corrected.left()).hasSize(3 * 500);
        assertThat(reasons(corrected))
                .containsExactly("it does not take the finding away", "3 other mends of HHT-401 on this claim failed");
        assertThat(corrected.left().stream().filter(LeftMend::tried)).hasSize(3 * 3);
        assertThat(evaluations[0]).isEqualTo(3 * (1 + 9 + 2));
    }

    /** A finding may name one of several things at a time. */
    @Test
    void aMendIsRepeatedWhileItsFindingNamesAnotherThing() throws IOException {
        Corrected corrected = Corrected.certain(file(), finding(claim -> {
            int units = claim.lines().get(0).wholeUnits();
            return units >= 9 ? List.of() : List.of(finding("HHT-401", 1, "replace", "/lines/0/units", units + 1));
        }));
        assertThat(corrected.left()).isEmpty();
        assertThat(corrected.evaluations())
                .allMatch(evaluation -> evaluation.findings().isEmpty());
    }

    /** One diagnosis twice is one too many only where both say the same. */
    @Test
    void oneOfTwoDiagnosesThatDifferIsNotTakenOut() throws IOException {
        for (String second : List.of("I10:::::::Y", "I10:::::::N")) {
            String text = Files.readString(Path.of("src/test/resources/x12/guide/clean-with-everything.edi"))
                    .replace("HI*ABF:M1711*ABF:Z96651~", "HI*ABF:I10:::::::Y*ABF:" + second + "~");
            Corrected corrected = Corrected.certain(
                    text.getBytes(StandardCharsets.ISO_8859_1),
                    finding(claim -> claim.otherDiagnoses().size() < 2
                            ? List.of()
                            : List.of(finding("HHT-401", 1, "remove", "/otherDiagnoses/1", null))));
            assertThat(corrected.made()).hasSize(second.endsWith("Y") ? 1 : 0);
            assertThat(reasons(corrected).toString().contains("such as present on admission"))
                    .isEqualTo(second.endsWith("N"));
            assertThat(corrected.left()).noneMatch(LeftMend::tried);
        }
    }

    /** What stands before a claim is what was written, not what came. */
    @Test
    void laterClaimsAreJudgedByTheCorrectedOnes() throws IOException {
        byte[] file = file();
        String twice = new String(file, StandardCharsets.ISO_8859_1);
        List<Integer> before = new ArrayList<>();
        Corrected corrected =
                Corrected.certain((twice + twice).getBytes(StandardCharsets.ISO_8859_1), (claim, past) -> {
                    past.earlier()
                            .forEach(earlier ->
                                    before.add(earlier.claim().lines().get(0).wholeUnits()));
                    return finding(one -> unitsAre(one, 9, 9)).apply(claim, past);
                });
        assertThat(before).isNotEmpty().containsOnly(9);
        assertThat(corrected.left()).isEmpty();
    }
}
