package org.hearth.facts.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.DiagnosisVersion;
import org.hearth.claim.ServiceLine;
import org.hearth.claim.TypeOfBill;
import org.hearth.codes.CodeSet;
import org.hearth.codes.CodeSets;
import org.hearth.facts.ClaimFacts;
import org.hearth.facts.line.NotChecked;
import org.hearth.rules.Rulesets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosesTest {

    private static final CodeSet OCTOBER = set(CodeSet.Kind.ICD10, 20241001, "A000", "M25561", "Z471");
    private static final CodeSet APRIL = set(CodeSet.Kind.ICD10, 20250401, "A000", "M25562", "Z471");

    private static CodeSet set(CodeSet.Kind kind, int from, String... codes) {
        return new CodeSet(kind, from, "here", "0", List.of(codes));
    }

    private static Claim.Builder claim(String typeOfBill, String from, String through, String... served) {
        Claim.Builder claim = Claim.builder()
                .typeOfBill(TypeOfBill.of(typeOfBill))
                .statementFrom(LocalDate.parse(from))
                .statementThrough(LocalDate.parse(through));
        int number = 0;
        for (String day : served) {
            claim.add(line(++number, LocalDate.parse(day)));
        }
        return served.length == 0 ? claim.add(line(1, null)) : claim;
    }

    private static ServiceLine line(int number, LocalDate on) {
        return new ServiceLine(
                number,
                null,
                "0420",
                "HC",
                "97110",
                List.of(),
                on,
                null,
                null,
                new BigDecimal("90"),
                null,
                null,
                null,
                null);
    }

    private static ClaimFacts facts(Claim.Builder claim, CodeSet... sets) {
        return ClaimFacts.of(claim.build(), Rulesets.ruleset().codes().with(new CodeSets(List.of(sets))));
    }

    private static List<Diagnosis> diagnoses(ClaimFacts facts) {
        return facts.all().stream()
                .filter(Diagnosis.class::isInstance)
                .map(Diagnosis.class::cast)
                .toList();
    }

    private static DiagnosisCoding coding(ClaimFacts facts) {
        return facts.all().stream()
                .filter(DiagnosisCoding.class::isInstance)
                .map(DiagnosisCoding.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> lacking(ClaimFacts facts) {
        return facts.notChecked().stream()
                .filter(one -> one.topic().contains("diagnos"))
                .map(NotChecked::needs)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "428, ICD-9",
        "4280, ICD-9",
        "72887, ICD-9",
        "42, neither",
        "428000, neither",
        "V57, either",
        "V571, either",
        "V5481, either",
        "V5, neither",
        "V03XXXA, ICD-10",
        "V031XXA, ICD-10",
        "E885, either",
        "E8859, either",
        "E88, ICD-10",
        "E88591, ICD-10",
        "M6281, ICD-10",
        "C4A, ICD-10",
        "M1A00X0, ICD-10",
        "U071, ICD-10",
        "Z3A20, ICD-10",
        "S72001S, ICD-10",
        "S72001SX, neither",
        "ABC, neither",
        "M6, neither",
        "MM171, neither",
        "6281M, neither"
    })
    void aFormTellsTheVersionOrDoesNot(String code, String form) {
        Diagnosis diagnosis = diagnoses(
                        facts(claim("0341", "2025-03-01", "2025-03-31").principalDiagnosis(code)))
                .get(0);

        assertThat(diagnosis.form()).isEqualTo(form);
        assertThat(diagnosis.version()).isEqualTo(form);
    }

    @Test
    void theVersionIsWhatTheClaimSaysElseWhatItsFormsTell() {
        assertThat(coding(facts(claim("0341", "2025-03-01", "2025-03-31").principalDiagnosis("V571")))
                        .version())
                .isEqualTo("unknown");
        assertThat(coding(facts(claim("0341", "2025-03-01", "2025-03-31")
                                .principalDiagnosis("V571")
                                .otherDiagnoses(List.of("M1711"))))
                        .version())
                .isEqualTo("ICD-10");
        ClaimFacts said = facts(claim("0341", "2025-03-01", "2025-03-31")
                .principalDiagnosis("V571")
                .add(DiagnosisVersion.ICD_9));
        assertThat(coding(said).version()).isEqualTo("ICD-9");
        assertThat(diagnoses(said).get(0).version()).isEqualTo("ICD-9");
    }

    /** Which of its codes is which, a claim that says both does not tell: V57.1 is right as the first of ICD-9. */
    @Test
    void ofAClaimThatSaysBothACodeOfEitherFormIsUnknown() {
        ClaimFacts both = facts(claim("0329", "2025-03-01", "2025-03-30")
                .principalDiagnosis("V571")
                .otherDiagnoses(List.of("M1711"))
                .add(DiagnosisVersion.ICD_9)
                .add(DiagnosisVersion.ICD_10));

        assertThat(coding(both).version()).isEqualTo("both");
        assertThat(diagnoses(both)).extracting(Diagnosis::version).containsExactly("unknown", "ICD-10");
    }

    @Test
    void theDaysThatDecideAreThoseOfServiceOnA34XAndTheLastOfAnyOther() {
        Claim.Builder served = claim("0343", "2015-09-01", "2015-10-31", "2015-10-03", "2015-09-30", "2012-10-03");
        DiagnosisCoding coding = coding(facts(served.principalDiagnosis("M6281")));
        assertThat(coding.first()).as("a date outside the statement is a slip").isEqualTo(20150930);
        assertThat(coding.last()).isEqualTo(20151003);

        coding = coding(facts(claim("0343", "2015-09-01", "2015-10-31").principalDiagnosis("M6281")));
        assertThat(List.of(coding.first(), coding.last())).containsExactly(20150901, 20151031);

        coding = coding(
                facts(claim("0329", "2015-09-01", "2015-10-30", "2015-09-02").principalDiagnosis("M6281")));
        assertThat(List.of(coding.first(), coding.last())).containsExactly(20151030, 20151030);
    }

    @Test
    void aCodeThatEitherOfTwoEditionsHasIsTaken() {
        ClaimFacts both = facts(
                claim("0343", "2025-03-01", "2025-04-30", "2025-03-31", "2025-04-01")
                        .principalDiagnosis("M25561")
                        .otherDiagnoses(List.of("M25562", "M25563", "M2556", "4280")),
                OCTOBER,
                APRIL);

        assertThat(diagnoses(both))
                .extracting(Diagnosis::standing)
                .as("the claim mixes the versions, and a code of ICD-9 is in no set")
                .containsExactly("billable", "billable", "missing", "heading", "unknown");
        ClaimFacts later = facts(
                claim("0343", "2025-04-01", "2025-04-30", "2025-04-01").principalDiagnosis("M25561"), OCTOBER, APRIL);
        assertThat(diagnoses(later)).extracting(Diagnosis::standing).containsExactly("missing");
    }

    @Test
    void whichSetIsLackingIsSaidOnceAndOnlyWhereOneCouldBe() {
        Claim.Builder period = claim("0329", "2025-03-01", "2025-03-30")
                .principalDiagnosis("Z471")
                .otherDiagnoses(List.of("M1711", "M25561"));
        assertThat(lacking(facts(period)))
                .containsExactlyInAnyOrder(
                        "an imported ICD-10-CM code set", "an imported list of PDGM clinical groups");
        assertThat(lacking(facts(period, OCTOBER))).containsExactly("an imported list of PDGM clinical groups");
        assertThat(lacking(facts(period, APRIL))).contains("an imported ICD-10-CM code set in force on 2025-03-30");
        assertThat(lacking(facts(period, OCTOBER, set(CodeSet.Kind.PDGM, 20250101, "A000"))))
                .isEmpty();

        assertThat(lacking(facts(claim("0343", "2025-03-01", "2025-03-31"))))
                .as("none to judge")
                .isEmpty();
        assertThat(lacking(facts(claim("0343", "2015-09-01", "2015-09-30").principalDiagnosis("72887"))))
                .isEmpty();
        assertThat(lacking(facts(claim("0343", "2015-09-01", "2015-09-30").principalDiagnosis("V571"))))
                .as("before ICD-10")
                .isEmpty();
        assertThat(lacking(facts(claim("032A", "2025-03-01", "2025-03-01").principalDiagnosis("Z471"))))
                .as("a notice asks for nothing")
                .isEmpty();
    }

    @Test
    void aRepeatedCodeKnowsWhereItStandsBefore() {
        List<Diagnosis> all = diagnoses(facts(claim("0343", "2025-03-01", "2025-03-31")
                .principalDiagnosis("M6281")
                .otherDiagnoses(List.of("M25561", "M6281", "M25561"))));

        assertThat(all)
                .extracting(Diagnosis::earlier)
                .containsExactly(null, null, "principalDiagnosis", "otherDiagnoses/0");
        assertThat(all)
                .extracting(Diagnosis::field)
                .containsExactly("principalDiagnosis", "otherDiagnoses/0", "otherDiagnoses/1", "otherDiagnoses/2");
        assertThat(all).extracting(Diagnosis::times).containsExactly(2, 2, 2, 2);
    }
}
