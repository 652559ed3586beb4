package org.hearth.facts.functional;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hearth.claim.Claim;
import org.hearth.claim.ServiceLine;
import org.hearth.facts.line.Line;

/** The facts of functional reporting hang on days and codes, never on the order in which they were sent. */
class FunctionalReportingOrderTest {

    private static final LocalDate START = LocalDate.parse("2018-01-01");

    @Provide
    Arbitrary<List<String>> lines() {
        Arbitrary<String> code = Arbitraries.of(
                "97110",
                "97110",
                "97110",
                "97161",
                "97010",
                "G8978",
                "G8979",
                "G8980",
                "G8981",
                "G8982",
                "G8983",
                "OT:97530",
                "OT:G8984",
                "OT:G8985");
        return Combinators.combine(Arbitraries.integers().between(0, 100), code)
                .as((day, written) -> START.plusDays(day) + " " + written)
                .list()
                .ofMinSize(4)
                .ofMaxSize(60);
    }

    @Property(tries = 300)
    void orderChangesNothing(@ForAll("lines") List<String> lines, @ForAll Random random) {
        Claim claim = claim(lines);
        List<ServiceLine> shuffled = new ArrayList<>(claim.lines());
        Collections.shuffle(shuffled, random);
        List<Claim> history = new ArrayList<>(claim.history());
        Collections.shuffle(history, random);
        Claim.Builder other = FunctionalFixture.claim().history(history);
        shuffled.forEach(other::add);
        assertThat(described(other.build())).isEqualTo(described(claim));
    }

    @Property(tries = 300)
    void periodsRunFromOneToTen(@ForAll("lines") List<String> lines) {
        for (TreatmentDay day : FunctionalFixture.days(claim(lines))) {
            assertThat(day.dayInPeriod()).isBetween(1, 10);
            assertThat(day.episode().begins() && day.episode().reaches()).isFalse();
            assertThat(day.episode().reaches()).isEqualTo(day.dayInPeriod() == 10);
            assertThat(day.episode().dayOfEpisode()).isGreaterThanOrEqualTo(day.dayInPeriod());
        }
    }

    @Property(tries = 300)
    void nothingIsSaidOfAnUnknownStart(@ForAll("lines") List<String> lines) {
        Claim claim = claim(lines).toBuilder().history(null).build();
        for (TreatmentDay day : FunctionalFixture.days(claim)) {
            EpisodeDay episode = day.episode();
            assertThat(episode.begins() || episode.reaches() || episode.startKnown())
                    .isFalse();
            assertThat(day.order().endedUnopened()).isEmpty();
            assertThat(day.reports()).noneMatch(FunctionalFixture::unprepared);
        }
    }

    /** The later half of the lines is the claim, each earlier line a claim of its own. */
    private static Claim claim(List<String> written) {
        List<String> sorted = written.stream().sorted().toList();
        int half = sorted.size() / 2;
        List<Claim> history = new ArrayList<>();
        for (int i = 0; i < half; i++) {
            history.add(FunctionalFixture.bill("E" + i, "0343", sorted.get(i)).build());
        }
        return FunctionalFixture.claim(sorted.subList(half, sorted.size()).toArray(String[]::new))
                .history(history)
                .build();
    }

    private static List<String> described(Claim claim) {
        return FunctionalFixture.facts(claim).all().stream()
                .map(FunctionalReportingOrderTest::describe)
                .sorted()
                .toList();
    }

    private static String describe(Object fact) {
        if (fact instanceof TreatmentDay day) {
            return String.join(
                    " ",
                    day.discipline() + " " + day.date() + " line " + day.line().lineNumber(),
                    day.episode().toString(),
                    day.order().toString(),
                    String.valueOf(day.evaluative()),
                    day.reports().stream()
                            .map(FunctionalReportingOrderTest::describe)
                            .toList()
                            .toString());
        }
        if (fact instanceof LimitationReport report) {
            return String.join(
                    " ",
                    report.date() + " " + report.set(),
                    report.roles().toString(),
                    report.lines().stream().map(Line::lineNumber).toList().toString(),
                    report.wasOpen() + "," + report.paired(),
                    report.others().toString());
        }
        if (fact instanceof FunctionalLine line) {
            return "line " + line.line().lineNumber() + " " + line.companion();
        }
        return fact.getClass().getSimpleName();
    }
}
