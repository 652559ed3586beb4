package org.hearth.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.hearth.claim.Claim;
import org.hearth.episode.Episode;
import org.hearth.episode.EpisodeAnswer;
import org.hearth.episode.EpisodeClaims;
import org.hearth.episode.FullEpisode;
import org.hearth.episode.JudgedClaim;
import org.hearth.evaluate.Evaluation;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Episodes as a picture; the claims are synthetic. */
class EpisodeSvgTest {

    private static final String HOSTILE = "</text><script>alert('x')</script>\"&`\u202e\u0001<!--";
    private static final String PAGES = "findings/";

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> attributes(Document svg, String element, String attribute) {
        NodeList all = svg.getElementsByTagName(element);
        List<String> values = new ArrayList<>();
        for (int at = 0; at < all.getLength(); at++) {
            values.add(((Element) all.item(at)).getAttribute(attribute));
        }
        return values;
    }

    private static List<String> texts(Document svg, String element) {
        NodeList all = svg.getElementsByTagName(element);
        List<String> values = new ArrayList<>();
        for (int at = 0; at < all.getLength(); at++) {
            values.add(all.item(at).getTextContent());
        }
        return values;
    }

    private static EpisodeAnswer sample() throws Exception {
        return EpisodeClaims.answer(Files.readString(EpisodeClaims.SAMPLE));
    }

    @Test
    void itSaysWhatItShowsAndLinksEachFinding() throws Exception {
        Document svg = parsed(EpisodeSvg.of(sample(), PAGES));
        Element root = svg.getDocumentElement();

        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(texts(svg, "title"))
                .startsWith("Episode of care: 3 claims of agency 1234567893, 2018-05-01 to 2018-07-12")
                .contains(
                        "treatment day 10 on 2018-06-01, day 10 of the reporting period, claim PCN-34X-0202",
                        "report due: progress, none made, without current, goal on 2018-06-01",
                        "report due: outset, reports G8978, G8979 on 2018-05-01",
                        "functional limitation walking / mobility, open from 2018-05-01 to 2018-07-12, its end reported",
                        "plan of care, physical therapy: certified from 2018-05-01 to 2018-07-30, signed 2018-05-10,"
                                + " signature due by 2018-05-31",
                        "end: planned discharge on 2018-07-12, claim PCN-34X-0203");
        assertThat(texts(svg, "desc")).singleElement().asString().contains("physical therapy: 22 days.");
        assertThat(attributes(svg, "a", "href")).contains("findings/HHT-514");
        assertThat(texts(svg, "text"))
                .contains(
                        "May 2018",
                        "Jun 2018",
                        "Jul 2018",
                        "22",
                        "2018, occupational therapy: at least $270.00 of $2010.00");
    }

    @Test
    void aFindingIsDrawnAtEachPlaceOnce() throws Exception {
        List<String> drawn = attributes(parsed(EpisodeSvg.of(sample(), PAGES)), "a", "href");

        assertThat(drawn)
                .containsExactlyInAnyOrderElementsOf(sample().episodes().get(0).claims().stream()
                        .flatMap(claim -> claim.findings().stream()
                                .map(dated ->
                                        dated.on() + PAGES + dated.finding().id())
                                .distinct()
                                .map(place -> place.substring(10)))
                        .toList());
    }

    @Test
    void whatAClaimSaysIsTextAndNothingElse() throws Exception {
        Claim claim = EpisodeClaims.sample().get(0).toBuilder().claimId(HOSTILE).build();
        Episode episode = EpisodeClaims.episode(List.of(claim));
        String picture = EpisodeSvg.of(episode, "v\"<&", "x\"><script>/");
        Document svg = parsed(picture);

        assertThat(svg.getElementsByTagName("script").getLength()).isZero();
        assertThat(picture).doesNotContain("<script", "<!--", "\u202e", "\u0001");
        assertThat(texts(svg, "title"))
                .contains("treatment day 1 on 2018-05-01, day 1 of the reporting period, evaluation, claim "
                        + "</text><script>alert('x')</script>\"&`\\u202e\\u0001<!--");
    }

    @Test
    void nobodyIsNamed() throws Exception {
        assertThat(EpisodeSvg.of(sample(), PAGES)).doesNotContain("1EG4TE5MK73", "EXAMPLE", "ALEX");
    }

    @Test
    void theSameAnswerGivesTheSameBytes() throws Exception {
        assertThat(EpisodeSvg.of(sample(), PAGES)).isEqualTo(EpisodeSvg.of(sample(), PAGES));
    }

    /** A thousand claims over eighty years: what is drawn stays the last two years, and says so. */
    @Test
    void manyClaimsDoNotMakeItEndless() throws Exception {
        Evaluation evaluation = EpisodeClaims.episode(EpisodeClaims.sample().subList(0, 1))
                .claims()
                .get(0)
                .evaluation();
        Claim claim = EpisodeClaims.sample().get(0);
        List<JudgedClaim> claims = new ArrayList<>();
        LocalDate from = LocalDate.of(2000, 1, 1);
        for (int number = 0; number < 1000; number++) {
            LocalDate day = from.plusDays(30L * number);
            claims.add(new JudgedClaim(
                    claim.toBuilder()
                            .claimId("A-" + number)
                            .statementFrom(day)
                            .statementThrough(day.plusDays(29))
                            .build(),
                    "34X",
                    true,
                    null,
                    true,
                    evaluation));
        }
        LocalDate through = from.plusDays(30L * 1000 - 1);
        Episode episode = new Episode(
                1, null, true, from, through, claims, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of());
        String picture = EpisodeSvg.of(episode, "v", PAGES);

        assertThat(picture).hasSizeLessThan(60_000);
        assertThat(texts(parsed(picture), "text"))
                .contains("What lies before 2080-04-01 is not drawn; the JSON and the text have it.")
                .doesNotContain("Jan 2000");
    }

    @Test
    void manyEpisodesAreNotAllDrawn() throws Exception {
        EpisodeAnswer one =
                FullEpisode.answer(EpisodeClaims.episode(EpisodeClaims.sample().subList(0, 1))
                        .claims()
                        .get(0)
                        .evaluation());
        List<Episode> many = java.util.Collections.nCopies(
                EpisodeSvg.MOST_EPISODES + 2, one.episodes().get(0));

        assertThat(texts(parsed(EpisodeSvg.of(new EpisodeAnswer("v", many, List.of(), 0, true, false), PAGES)), "text"))
                .contains("2 episodes more not drawn; the JSON and the text have them.");
    }

    @Test
    void withoutAClaimItSaysSo() throws Exception {
        EpisodeAnswer none = new EpisodeAnswer(
                "v", List.of(), List.of(new EpisodeAnswer.Unread("a.json", "B", "`x` <b>")), 4, false, false);

        assertThat(texts(parsed(EpisodeSvg.of(none, PAGES)), "text"))
                .contains(
                        "Not in the picture: a.json: claim B: x <b>",
                        "Not in the picture: 4 claims left out: more are not taken at a time; send those of one beneficiary"
                                + " alone",
                        "No claim was read.");
    }
}
