package org.hearth.batch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hearth.report.Tally;
import org.hearth.rules.Rulesets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every format says the same of a file that leaves the guide: the 999 notes an error, the claim has a finding in each report
 * and is rejected in the 277CA, or the file has an error; and each ends in the same status. Synthetic data.
 */
class GuideAgreementTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static String sample;

    private record Answer(String out, String notes, Tally tally) {}

    @BeforeAll
    static void read() throws IOException {
        sample = Files.readString(Path.of("src/main/resources/samples/home-health-0329.edi"));
    }

    /** A segment is taken out or put in the place of another; the trailer counts them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            textBlock =
                    """
            none                  | none                                        | none
            CL1*                  | none                                        | HHT-181 HHT-182 HHT-183
            CL1*                  | CL1*9*1*30~CL1*9*1*30                       | HHT-904
            CL1*                  | CL1*9*1*30~ZZZ*1                            | HHT-902
            CL1*                  | CL1*9*1*30~REF*ZZ*1                         | HHT-911
            CL1*                  | CL1*9*1*30*****X                            | HHT-907
            CL1*                  | CL1*9*1*30~DTP*096*TM*2500                  | HHT-903 HHT-912
            CLM*                  | CLM*PCN-32X-0001*1450.01***32:A:9***Y*Y     | HHT-905
            CLM*                  | CLM*PCN-32X-0001*1450.01***32:A:9*Y*A*Y*Y   | HHT-906
            CLM*                  | CLM*PCN-32X-0001*1450.01***32:B1:9**A*Y*Y   | HHT-911
            NM1*71                | NM1*71*1*EX\u0001AMPLE*ALEX****XX*1234567893 | HHT-910
            NM1*71                | NM1*71*1*MÜLLER*ALEX****XX*1234567893       | HHT-910
            CLM*                  | CLM*PCN-32X-0001*1450.01***32:A:9**A*Y*Y*P  | HHT-906
            NM1*71                | NM1*71*1*EXAMPLE*ALEX**DR**XX*1234567893    | HHT-906
            NM1*PR                | NM1*PR*2*MEDICARE*****PI*14011*01           | HHT-906
            CL1*                  | CL1*9*1*30~CN1*09*X                         | HHT-910
            CL1*                  | CL1*9*1*30~CN1*09*1*1234567                 | HHT-909
            CL1*                  | CL1*9*1*30~PWK*OZ*BM*1                      | HHT-906
            HI*BE                 | HI*BE:61:::25420*BE:85:::42043~HCP*20*1     | HHT-911
            HI*BE                 | HI*BE:61:::25420*BE:85:::42043~HCP*00*1*******HC*97110 | HHT-906
            HI*BE                 | HI*BE:61:::25420*BE:85:::42043~HCP*00*1*********UN | HHT-905
            LX*2                  | HCP*00*1*******HC*97110~LX*2                | none
            LX*2                  | LIN*1*N4*12345678901~CTP****1*UN~LX*2       | HHT-906
            LX*2                  | LIN**N4*12345678901~CTP****1*XX~LX*2        | HHT-911
            LX*2                  | LIN**N4*12345678901~CTP****1*UN~LX*2        | none
            LX*2                  | SVD*12345*1*XX:97110**1~DTP*573*D8*20250401~LX*2 | HHT-911
            LX*2                  | SVD*12345*1*HC:97110*0420*1*X~DTP*573*D8*20250401~LX*2 | HHT-910
            LX*2                  | SVD*12345*1*HC:97110*0420*1~CAS*CO*45*1***2~DTP*573*D8*20250401~LX*2 | HHT-905
            LX*2                  | SVD*12345*1*HC:97110*0420*1~CAS*CO*45*X~DTP*573*D8*20250401~LX*2 | HHT-910
            SBR*                  | SBR*X*18*******MA                           | HHT-911
            DMG*                  | DMG*D8*19401315*F                           | HHT-912
            NM1*PR                | none                                        | HHT-185
            NM1*IL                | NM1*IL*1*SAMPLE*PATIENT****MI               | HHT-180
            HL*2*                 | HL*2*9*22*0                                 | HHT-911
            HL*2*                 | HL*3*1*22*0                                 | HHT-911
            PER*IC                | none                                        | file
            REF*EI                | none                                        | file
            REF*EI                | REF*SY*123456789                            | file
            NM1*41                | NM1*41*2*DEMO BILLING SERVICE*****46        | file
            PRV*BI                | PRV*BI*ZZ*251E00000X                        | file
            """)
    void allFormatsAgree(String beginning, String instead, String expected) throws IOException {
        String file = mutated(beginning, instead);
        Answer ndjson = answer(Format.NDJSON, file);
        List<String> lines = ndjson.out.lines().toList();
        Set<String> ids = new TreeSet<>();
        JSON.readTree(lines.get(0))
                .path("findings")
                .forEach(finding -> ids.add(finding.path("id").textValue()));
        JsonNode end = JSON.readTree(lines.get(1)).path("end");

        boolean ofFile = "file".equals(expected);
        Set<String> wanted = expected == null || ofFile ? Set.of() : new TreeSet<>(List.of(expected.split(" ")));
        assertThat(ids).isEqualTo(wanted);
        assertThat(end.has("errors")).isEqualTo(ofFile);
        boolean wrong = !ids.isEmpty() || end.has("errors");

        assertThat(answer(Format.IMPLEMENTATION_ACKNOWLEDGEMENT, file).out)
                .contains(wrong ? "IK5*E*" : "IK5*A~", wrong ? "AK9*E*" : "AK9*A*");
        assertThat(answer(Format.CLAIM_ACKNOWLEDGEMENT, file).out)
                .contains("TRN*2*PCN-32X-0001~\nSTC*" + (ids.isEmpty() ? "A2:20:PR*" : "A"))
                .contains(ids.isEmpty() ? "QTY*QA*1" : "QTY*QC*1");
        for (Format format : Format.values()) {
            Answer one = answer(format, file);
            assertThat(one.tally.errors()).as(format.label()).isEqualTo(wrong);
            assertThat(one.tally.whole()).as(format.label()).isTrue();
            boolean aboutClaims =
                    format != Format.IMPLEMENTATION_ACKNOWLEDGEMENT && format != Format.CLAIM_ACKNOWLEDGEMENT;
            if (aboutClaims) {
                assertThat(ids).as(format.label()).allMatch(one.out::contains);
                assertThat(one.out + one.notes).as(format.label()).doesNotContain("1EG4TE5MK73");
            }
            if (end.has("errors") && format != Format.IMPLEMENTATION_ACKNOWLEDGEMENT) {
                assertThat(one.out + one.notes).as(format.label()).contains("by the guide, ");
            }
        }
    }

    @Test
    void aTransactionNumberTwiceInAGroupIsRejected() throws IOException {
        String set = sample.substring(sample.indexOf("ST*"), sample.indexOf("GE*"));
        String twice = sample.replace(set, set + set).replace("GE*1*", "GE*2*");

        assertThat(answer(Format.IMPLEMENTATION_ACKNOWLEDGEMENT, twice).out)
                .contains("IK5*A~", "IK5*R*23~", "AK9*P*2*2*1");
        Answer text = answer(Format.TEXT, twice);
        assertThat(text.tally.whole()).isFalse();
        assertThat(text.out)
                .contains("control number `0001` in ST02 is that of a transaction set of this group before");
    }

    @ParameterizedTest
    @CsvSource({"ISO-8859-1", "UTF-8"})
    void theAnswerIsAscii(String encoding) throws IOException {
        byte[] file = sample.replace("NM1*IL*1*SAMPLE*PATIENT", "NM1*IL*1*MÜLLER*JOSÉ")
                .getBytes(java.nio.charset.Charset.forName(encoding));
        StringBuilder out = new StringBuilder();
        try (Batch batch = new Batch(
                Rulesets.evaluator()::evaluate,
                Defects::problem,
                Format.CLAIM_ACKNOWLEDGEMENT.to(out, new StringBuilder()),
                1)) {
            batch.run(batch.open(new ByteArrayInputStream(file), "a.edi"));
            batch.finish();
        }
        assertThat(out.toString())
                .contains("NM1*QC*1*MULLER*JOSE****MI*1EG4TE5MK73~")
                .matches("\\p{ASCII}*");
    }

    private static String mutated(String beginning, String instead) {
        if (beginning == null) {
            return sample;
        }
        int at = sample.indexOf("\n" + beginning) + 1;
        int end = sample.indexOf('\n', at) + 1;
        String file = sample.substring(0, at)
                + (instead == null ? "" : instead.replace("~", "~\n") + "~\n")
                + sample.substring(end);
        long segments = file.substring(file.indexOf("ST*"), file.indexOf("GE*"))
                .chars()
                .filter(c -> c == '~')
                .count();
        return file.replaceFirst("SE\\*\\d+", "SE*" + segments);
    }

    private static Answer answer(Format format, String file) throws IOException {
        AnswerText out = new AnswerText();
        StringBuilder notes = new StringBuilder();
        try (Batch batch = new Batch(Rulesets.evaluator()::evaluate, Defects::problem, out.of(format, notes), 1)) {
            batch.run(batch.open(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "a.edi"));
            Tally tally = batch.finish();
            return new Answer(out.read(), notes.toString(), tally);
        }
    }
}
