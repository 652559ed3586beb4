package org.hearth.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hearth.claim.Discipline;
import org.hearth.claim.Location;
import org.hearth.evaluate.Evaluation;
import org.hearth.facts.functional.ReportingDay;
import org.hearth.facts.line.NotChecked;
import org.hearth.facts.units.ProposedLine;
import org.hearth.facts.units.UnitsAnswer;
import org.hearth.finding.Advice;
import org.hearth.finding.Effect;
import org.hearth.finding.Finding;
import org.hearth.finding.FindingPlace;
import org.hearth.finding.Grounds;
import org.hearth.finding.Mend;
import org.hearth.finding.PatchOperation;
import org.hearth.finding.ResponseCodes;
import org.hearth.finding.RowReference;
import org.junit.jupiter.api.Test;

class EvaluationWriterTest {

    private static final LocalDate DAY = LocalDate.of(2018, 5, 1);

    private static final Finding FULL = new Finding(
            "HHT-301",
            "missing discipline modifier",
            Effect.RTP,
            new FindingPlace(1, "FL 44", "/lines/0/modifiers", new Location("march.edi", 1, "0001", "SV2", 41, 2)),
            new Advice(
                    "revenue code `0420` on a 34X claim carries no `GP`",
                    "add modifier `GP`",
                    List.of(new PatchOperation("add", "/lines/0/modifiers/-", "GP")),
                    Mend.CERTAIN),
            new Grounds(
                    "Pub. 100-04 ch. 5 s. 20.1",
                    new RowReference(
                            "discipline-requirements", "PT", "discipline-requirements.drl.xlsx", "Rules", "B10"),
                    "rules/modifiers/HHT-301-missing-discipline-modifier.drl"),
            new ResponseCodes(null, "4", null, "A7:453"));

    @Test
    void writesAnEvaluationInFull() {
        Evaluation evaluation = new Evaluation(
                "PCN-34X-0001",
                "2026-11-23+3f2a9c1d77e0",
                List.of(FULL),
                List.of(new NotChecked("units", List.of(3, 5), "minutes")),
                List.of(new UnitsAnswer(
                        DAY,
                        Discipline.PT,
                        30,
                        2,
                        List.of(
                                new UnitsAnswer.LineUnits(1, 2, List.of(1, 2)),
                                new UnitsAnswer.LineUnits(2, null, List.of(0))))),
                List.of(new ProposedLine(1, "97110", "0420", List.of("GP", "CQ"), LocalDate.of(2022, 3, 7), 1)),
                List.of(new ReportingDay(
                        Discipline.PT,
                        DAY,
                        1,
                        "outset",
                        List.of("current", "goal"),
                        List.of("G8978"),
                        List.of("goal"))));

        assertThat(EvaluationWriter.indented(evaluation))
                .isEqualTo(
                        """
                        {
                          "claimId": "PCN-34X-0001",
                          "ruleset": "2026-11-23+3f2a9c1d77e0",
                          "facts": 2,
                          "disposition": "RTP",
                          "findings": [
                            {
                              "id": "HHT-301",
                              "title": "missing discipline modifier",
                              "effect": "RTP",
                              "severity": "error",
                              "line": 1,
                              "formLocator": "FL 44",
                              "field": "/lines/0/modifiers",
                              "at": {
                                "file": "march.edi",
                                "interchange": 1,
                                "transaction": "0001",
                                "segment": "SV2",
                                "position": 41,
                                "element": 2
                              },
                              "message": "revenue code `0420` on a 34X claim carries no `GP`",
                              "fix": "add modifier `GP`",
                              "citation": "Pub. 100-04 ch. 5 s. 20.1",
                              "row": {
                                "table": "discipline-requirements",
                                "row": "PT",
                                "workbook": "discipline-requirements.drl.xlsx",
                                "sheet": "Rules",
                                "cell": "B10"
                              },
                              "rule": "rules/modifiers/HHT-301-missing-discipline-modifier.drl",
                              "codes": {
                                "fiss": null,
                                "carc": "4",
                                "rarc": null,
                                "claimStatus": "A7:453"
                              },
                              "patch": [
                                {
                                  "op": "add",
                                  "path": "/lines/0/modifiers/-",
                                  "value": "GP"
                                }
                              ],
                              "mend": "certain"
                            }
                          ],
                          "notChecked": [
                            {
                              "topic": "units",
                              "lines": [
                                3,
                                5
                              ],
                              "needs": "minutes"
                            }
                          ],
                          "units": [
                            {
                              "serviceDate": "2018-05-01",
                              "discipline": "PT",
                              "timedMinutes": 30,
                              "timedUnits": 2,
                              "lines": [
                                {
                                  "line": 1,
                                  "billed": 2,
                                  "allowed": [
                                    1,
                                    2
                                  ]
                                },
                                {
                                  "line": 2,
                                  "allowed": [
                                    0
                                  ]
                                }
                              ]
                            }
                          ],
                          "proposedLines": [
                            {
                              "from": 1,
                              "hcpcs": "97110",
                              "revenueCode": "0420",
                              "modifiers": [
                                "GP",
                                "CQ"
                              ],
                              "serviceDate": "2022-03-07",
                              "units": 1
                            }
                          ],
                          "functionalReporting": [
                            {
                              "discipline": "PT",
                              "serviceDate": "2018-05-01",
                              "treatmentDay": 1,
                              "due": "outset",
                              "required": [
                                "current",
                                "goal"
                              ],
                              "reported": [
                                "G8978"
                              ],
                              "missing": [
                                "goal"
                              ]
                            }
                          ]
                        }""");
    }

    @Test
    void leavesOutWhatHasNoValue() {
        Finding bare = new Finding(
                "HHT-101",
                "title",
                Effect.WARN,
                new FindingPlace(null, null, "", new Location("march.json", null, null, null, null, null)),
                new Advice("message", null),
                new Grounds(null, null, "rules/a.drl"),
                new ResponseCodes(null, null, null, null));

        assertThat(EvaluationWriter.line(with(bare)))
                .isEqualTo("{\"claimId\":\"A\",\"ruleset\":\"v1\",\"facts\":2,\"disposition\":\"WARN\",\"findings\":[{"
                        + "\"id\":\"HHT-101\",\"title\":\"title\",\"effect\":\"WARN\",\"severity\":\"warning\",\"field\":\"\","
                        + "\"at\":{\"file\":\"march.json\"},\"message\":\"message\",\"rule\":\"rules/a.drl\","
                        + "\"codes\":{\"fiss\":null,\"carc\":null,\"rarc\":null,\"claimStatus\":null}}],"
                        + "\"notChecked\":[],\"units\":[],\"proposedLines\":[],\"functionalReporting\":[]}");
    }

    @Test
    void writesAVisitOfNoTherapy() {
        Evaluation evaluation = new Evaluation(
                "A",
                "v1",
                List.of(),
                List.of(),
                List.of(new UnitsAnswer(null, null, 8, 1, List.of())),
                List.of(new ProposedLine(1, "G0299", "0551", List.of(), null, 1)),
                List.of());

        assertThat(EvaluationWriter.line(evaluation))
                .contains("\"units\":[{\"timedMinutes\":8,\"timedUnits\":1,\"lines\":[]}],\"proposedLines\":"
                        + "[{\"from\":1,\"hcpcs\":\"G0299\",\"revenueCode\":\"0551\",\"modifiers\":[],\"units\":1}]");
    }

    @Test
    void writesAnyPatch() {
        Map<String, Object> map = Map.of("code", "35", "date", DAY, "extra", List.of(1, true, new BigDecimal("1E+2")));

        assertThat(EvaluationWriter.line(with(patched(new PatchOperation("add", "/a/-", map)))))
                .contains("\"patch\":[{\"op\":\"add\",\"path\":\"/a/-\",\"value\":"
                        + "{\"code\":\"35\",\"date\":\"2018-05-01\",\"extra\":[1,true,100]}}]");
        assertThat(EvaluationWriter.line(with(patched(new PatchOperation("remove", "/a", null)))))
                .contains("\"patch\":[{\"op\":\"remove\",\"path\":\"/a\"}]");
        Evaluation unwritable = with(patched(new PatchOperation("add", "/a", 1.5)));
        assertThatThrownBy(() -> EvaluationWriter.line(unwritable))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a patch cannot hold a java.lang.Double");
    }

    @Test
    void keepsAHostileValueOnItsLine() {
        assertThat(EvaluationWriter.line(
                        new Evaluation("A\n\"\u001b", "v1", List.of(), List.of(), List.of(), List.of(), List.of())))
                .startsWith(
                        "{\"claimId\":\"A\\n\\\"\\u001B\",\"ruleset\":\"v1\",\"facts\":2,\"disposition\":\"CLEAN\",");
    }

    @Test
    void writesTheLinesBetween() {
        Problems problem = Problems.of(new InvalidClaimException(
                "A", true, List.of(new Problem("/lines/0/units", "-1", "`-1` is out of range", "write 1"))));

        assertThat(EvaluationWriter.problemLine("A", problem))
                .isEqualTo("{\"claimId\":\"A\",\"problem\":{\"type\":\"urn:hearth:problem:invalid-claim\","
                        + "\"title\":\"invalid claim\",\"status\":422,\"detail\":\"claim `A` cannot be read: 1 problem\","
                        + "\"errors\":[{\"pointer\":\"/lines/0/units\",\"value\":\"-1\","
                        + "\"message\":\"`-1` is out of range\",\"fix\":\"write 1\"}]}}");
        assertThat(EvaluationWriter.problemLine(null, Problems.of(500, "Internal Server Error", "detail")))
                .isEqualTo("{\"claimId\":null,\"problem\":{\"type\":\"about:blank\","
                        + "\"title\":\"Internal Server Error\",\"status\":500,\"detail\":\"detail\"}}");
        assertThat(EvaluationWriter.endLine(3, 0, 0, 1, true, List.of(), List.of()))
                .isEqualTo("{\"end\":{\"claims\":3,\"problems\":1,\"whole\":true}}");
        assertThat(EvaluationWriter.endLine(
                        3, 0, 2, 0, true, List.of(), List.of(new Warning("a.edi", "bare", "name it"))))
                .isEqualTo("{\"end\":{\"claims\":3,\"outOfOrder\":2,\"problems\":0,\"whole\":true,"
                        + "\"warnings\":[{\"file\":\"a.edi\",\"message\":\"bare\",\"fix\":\"name it\"}]}}");
    }

    @Test
    void tellsBadNotationFromABadClaim() {
        assertThat(Problems.of(ClaimTexts.invalid("{")).indented())
                .isEqualTo(
                        """
                        {
                          "type": "urn:hearth:problem:malformed-json",
                          "title": "malformed JSON",
                          "status": 400,
                          "detail": "the claim cannot be read: 1 problem",
                          "errors": [
                            {
                              "pointer": "",
                              "message": "the JSON ends too early at line 1, column 2",
                              "fix": "send the claim whole: a bracket or quote is not closed"
                            }
                          ]
                        }""");
    }

    private static Evaluation with(Finding finding) {
        return new Evaluation("A", "v1", List.of(finding), List.of(), List.of(), List.of(), List.of());
    }

    private static Finding patched(PatchOperation operation) {
        return new Finding(
                FULL.id(),
                FULL.title(),
                FULL.effect(),
                new FindingPlace(FULL.line(), FULL.formLocator(), FULL.field(), FULL.at()),
                new Advice(FULL.message(), FULL.fix(), List.of(operation), Mend.ASK),
                new Grounds(FULL.citation(), FULL.row(), FULL.rule()),
                FULL.codes());
    }
}
