package org.hearth.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.hearth.evaluate.Evaluation;
import org.hearth.evaluate.OutOfScope;
import org.hearth.finding.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvReportTest {

    private static final String HEADER = "claim,line,id,severity,effect,title,message,fix,citation,form locator,field,"
            + "file,segment,position,table row,fiss,carc,rarc,claim status,mend\r\n";

    private final StringBuilder out = new StringBuilder();

    @Test
    void writesARowAFinding() throws IOException {
        CsvReport report = new CsvReport(out);
        report.claim(SampleEvaluations.of(
                "A-1007",
                SampleEvaluations.bare(Effect.WARN, "message"),
                SampleEvaluations.missingModifier(SampleEvaluations.MARCH)));
        report.claim(SampleEvaluations.halfChecked());

        assertThat(out)
                .hasToString(HEADER
                        + "A-1007,,HHT-102,warning,WARN,a title,message,,,,,,,,,31755,,N362,,\r\n"
                        + "A-1007,3,HHT-301,error,RTP,missing discipline modifier,"
                        + "revenue code `0421` on a 34X claim carries no `GP`,add modifier `GP`,"
                        + "Pub. 100-04 ch. 5 s. 20.1,FL 44,/lines/2/modifiers,march.edi,SV2,41,"
                        + "discipline-requirements/PT,,4,,A7:453,\r\n");
    }

    @Test
    void whatWasNotReadOrJudgedHasARowWithoutAnId() throws IOException {
        CsvReport report = new CsvReport(out);
        report.claim(new Evaluation(
                "A",
                "v1",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                new OutOfScope("another payer", "filing indicator `16`")));
        report.unreadable("a.json", "=B", List.of(new Unreadable("/lines", "no lines", "add some")));
        report.damaged("a.json", List.of(new Unreadable(null, "it breaks off", null)));
        report.unused("C", List.of(new Unreadable(null, "no such claim", null)));

        assertThat(out)
                .hasToString(HEADER
                        + "A,,,,NOT_JUDGED,not judged,another payer: filing indicator `16`,,,,,,,,,,,,,\r\n"
                        + "'=B,,,error,,unreadable,no lines,add some,,,/lines,a.json,,,,,,,,\r\n"
                        + ",,,error,,not whole,it breaks off,,,,,a.json,,,,,,,,\r\n"
                        + "C,,,error,,minutes not used,no such claim,,,,,,,,,,,,,\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "=HYPERLINK(\"http://x\") | \"'=HYPERLINK(\"\"http://x\"\")\"",
                "+1 | '+1",
                "-1 | '-1",
                "@SUM(A1) | '@SUM(A1)",
                "\uff1d1 | '\uff1d1",
                "a,b | \"a,b\"",
                "a\"b | \"a\"\"b\"",
                "a=b | a=b",
            })
    void letsNoValueBecomeAFormulaOrACell(String claimId, String cell) throws IOException {
        new CsvReport(out).claim(SampleEvaluations.of(claimId, SampleEvaluations.bare(Effect.WARN, "m")));

        assertThat(out).startsWith(HEADER + cell + ",,HHT-102,");
    }

    @Test
    void escapesControlCharacters() throws IOException {
        new CsvReport(out).claim(SampleEvaluations.of("A\r\n=1\t\u0000", SampleEvaluations.bare(Effect.WARN, "\t=1")));

        assertThat(out)
                .hasToString(
                        HEADER
                                + "A\\u000d\\u000a=1\\u0009\\u0000,,HHT-102,warning,WARN,a title,\\u0009=1,,,,,,,,,31755,,N362,,\r\n");
    }
}
