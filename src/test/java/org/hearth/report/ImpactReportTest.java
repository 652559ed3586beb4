package org.hearth.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hearth.evaluate.Changes;
import org.hearth.evaluate.ClaimChange;
import org.hearth.evaluate.Impact;
import org.hearth.finding.Effect;
import org.hearth.tables.difference.Difference;
import org.hearth.tables.difference.TableDifference;
import org.hearth.tables.difference.TablesDiff;
import org.hearth.tables.workbook.TableProblem;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ImpactReportTest {

    private static final String HOSTILE = "</td><script>alert('x')</script>\"&amp;\u202e\n<!--";

    private static TablesDiff diff(String value) {
        return new TablesDiff(
                List.of(
                        new TableDifference(
                                "modifiers",
                                "modifiers.drl.xlsx",
                                Difference.Kind.CHANGED,
                                9,
                                List.of(
                                        new Difference(
                                                Difference.Part.ROW,
                                                Difference.Kind.CHANGED,
                                                "PT",
                                                null,
                                                List.of(new Difference.Value("modifier", "GP", value))),
                                        new Difference(
                                                Difference.Part.ROW,
                                                Difference.Kind.ADDED,
                                                "59",
                                                null,
                                                List.of(new Difference.Value("modifier", null, "59"))))),
                        new TableDifference("old", "old.drl.xlsx", Difference.Kind.REMOVED, 1, List.of())),
                28,
                List.of(),
                List.of());
    }

    @Test
    void theTextTellsTheChangeAndWhatItDoes() throws IOException {
        StringBuilder out = new StringBuilder();
        new ImpactText(out).write(diff("GX"), Changes.impact());
        assertThat(out)
                .hasToString(
                        """
                        WHAT CHANGES IN THE TABLES

                        modifiers (modifiers.drl.xlsx)
                          changed  modifiers/PT: modifier GP -> GX
                          added    modifiers/59: modifier 59

                        old (old.drl.xlsx): removed, 1 row

                        1 of 28 tables differs; 1 table removed; rows: 1 added, 1 changed

                        WHAT IT DOES TO 6 CLAIMS

                        before  2026-11-23+aaaaaaaaaaaa
                        after   2027-01-01+bbbbbbbbbbbb

                                1  newly failing: `A-1` CLEAN -> RTP
                                1  newly clean: `A-2` RTP -> CLEAN
                                1  no longer failing: `A-3` RTP -> WARN
                                2  changed otherwise: `A-4`, `A-6`
                                1  unchanged
                                1  unreadable

                        HHT-301 title of HHT-301: 1 appears, 2 disappear on 3 claims
                          appears     claim `A-1`, line 1: no `GP`
                          disappears  claim `A-2`, line 1: no `GP`
                          disappears  claim `A-3`, line 1: no `GP`

                        HHT-302 title of HHT-302: 1 changes on 1 claim
                          changes     claim `A-4`, line 2: message, row
                              message   was odd `59`
                                        now odd `59`, `XE`
                              row       was (none)
                                        now modifiers/59

                        table rows behind the findings that change
                          modifiers/59  HHT-302: 1 appears on 1 claim
                          modifiers/PT  HHT-301: 1 appears, 2 disappear on 3 claims

                        other answers that differ
                                1  what is not checked: `A-6`

                        not compared; an input could not be read whole, claims may be missing
                          `march.edi`, claim `A-7`: `soon` is not a date
                          claim `A-8`: minutes not used: there is no line `9`
                          `march.edi`: it breaks off
                        """);
    }

    private static String page(TablesDiff diff, Impact impact) throws IOException {
        StringBuilder out = new StringBuilder();
        new ImpactHtml(out).write(diff, impact);
        return out.toString();
    }

    private static Document parsed(String page) throws Exception {
        String xml = page.replace("<!DOCTYPE html>", "").replaceAll("<(meta|br)([^>]*)>", "<$1$2/>");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    @Test
    void thePageIsWholeAndNeedsNothingElse() throws Exception {
        String page = page(diff("GX"), Changes.impact());
        Document document = parsed(page);
        assertThat(document.getElementsByTagName("section").getLength()).isEqualTo(5);
        assertThat(document.getElementsByTagName("script").getLength()).isZero();
        assertThat(page)
                .contains("<th scope=\"row\">modifiers/PT</th><td>changed</td><td>modifier</td><td>GP</td><td>GX</td>")
                .contains("<small>old.drl.xlsx, removed, 1 row</small>")
                .contains("<span class=\"error\">newly failing</span></th><td class=\"number\">1</td>"
                        + "<td><code>A-1</code> CLEAN \u2192 RTP</td>")
                .contains("<strong>appears</strong> on claim <code>A-1</code>, line 1<p>no <code>GP</code></p>")
                .contains("<p>row was: (none)<br>row now: modifiers/59</p>")
                .contains("An input could not be read whole")
                .doesNotContain("http:", "https:", " src=");
    }

    @Test
    void whatIsHostileIsText() throws Exception {
        Impact impact = new Impact(HOSTILE, HOSTILE);
        impact.add(ClaimChange.between(
                HOSTILE,
                Changes.evaluation(HOSTILE),
                Changes.evaluation(HOSTILE, Changes.finding("HHT-301", Effect.RTP, 1, HOSTILE, HOSTILE)),
                Map.of()));
        impact.addUnreadable(new Impact.Unread(HOSTILE, HOSTILE, HOSTILE));
        TablesDiff diff = new TablesDiff(
                diff(HOSTILE).tables(),
                1,
                List.of(),
                List.of(new TableProblem(HOSTILE, HOSTILE, null, HOSTILE, HOSTILE)));
        String page = page(diff, impact);
        assertThat(parsed(page).getElementsByTagName("script").getLength()).isZero();
        assertThat(page).doesNotContain("<script", "\u202e", "<!--");
    }

    @Test
    void noChangeIsSaidToBeNone() throws IOException {
        Impact impact = new Impact("a", "b");
        impact.add(ClaimChange.between(null, Changes.evaluation("A"), Changes.evaluation("A"), Map.of()));
        assertThat(page(new TablesDiff(List.of(), 29, List.of(), List.of()), impact))
                .contains("<p>no difference in 29 tables</p>")
                .contains("<p>No finding on any of these claims changes.</p>")
                .contains("unchanged</span></th><td class=\"number\">1</td>");
    }
}
