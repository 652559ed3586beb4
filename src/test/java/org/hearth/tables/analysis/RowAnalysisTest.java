package org.hearth.tables.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hearth.tables.content.Workbooks;
import org.hearth.tables.workbook.TableProblem;
import org.junit.jupiter.api.Test;

/** Two minutes columns, a code, a choice and dates; what the rows say together is compared with trying every case. */
class RowAnalysisTest {

    private static final String[] KINDS = {
        "NAME", "CONDITION", "CONDITION", "CONDITION", "CONDITION", "CONDITION", "CONDITION", "ACTION", "METADATA"
    };
    private static final Object[][] HEAD = {
        {"RuleSet", "org.hearth.tables.sample"},
        {"Import", "org.hearth.facts.line.Line"},
        {"Variables", "org.hearth.finding.Findings findings"},
        {"RuleTable sample"},
        KINDS,
        {null, "$line : Line"},
        {
            null,
            "kind == \"$param\"",
            "hcpcs in ($param)",
            "minutes >= $param",
            "minutes <= $param",
            "on >= $param",
            "on <= $param",
            "findings.report(\"$param\", $line);",
            "source( $param )"
        },
        {"row", "bill", "codes", "from minutes", "through minutes", "from", "through", "finding", "source"},
    };

    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);

    /** The cases of a row: everything that a table of these columns can tell apart. */
    record Sample(String bill, String codes, int least, int most, int firstDay, int lastDay, String finding) {

        boolean holds(String ofBill, String code, int minutes, int day) {
            return (bill.equals("any") || bill.equals(ofBill))
                    && (codes.equals("any") || List.of(codes.split(", ")).contains(code))
                    && minutes >= least
                    && minutes <= most
                    && day >= firstDay
                    && day <= lastDay;
        }
    }

    private static RowAnalysis analyse(String policy, List<Sample> samples, Object[]... gaps) {
        return analyse(policy, "number", samples, gaps);
    }

    private static RowAnalysis analyse(String policy, String minutes, List<Sample> samples, Object[]... gaps) {
        List<Object[]> rules = new ArrayList<>(List.of(HEAD));
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            rules.add(new Object[] {
                "r" + (i + 1),
                sample.bill(),
                sample.codes(),
                sample.least(),
                sample.most(),
                FIRST.plusDays(sample.firstDay()),
                FIRST.plusDays(sample.lastDay()),
                sample.finding(),
                "made up"
            });
        }
        List<Object[]> notes = new ArrayList<>(List.of(new Object[][] {
            {"table", "sample"},
            {"about", "a table for tests"},
            {"dates are", "date of service"},
            {"rows match", policy},
            {},
            {"column", "type", "meaning"},
            {"row", "key", "the row's name"},
            {"bill", "choice: 32X, 34X", "kind of bill"},
            {"codes", "codes", "HCPCS codes"},
            {"from minutes", minutes, "fewest"},
            {"through minutes", minutes, "most"},
            {"from", "date", "first day"},
            {"through", "date", "last day"},
            {"finding", "finding", "what is reported"},
            {"source", "source", "where it comes from"},
            {},
            {"gap after", "before", "why"},
        }));
        notes.addAll(List.of(gaps));
        return RowAnalysis.of(
                Workbooks.table("sample.drl.xlsx", rules.toArray(Object[][]::new), notes.toArray(Object[][]::new)));
    }

    private static Sample minutes(int least, int most) {
        return new Sample("34X", "any", least, most, 0, 30, "HHT-301");
    }

    @Test
    void aGapBetweenTwoBracketsIsAProblemWhereOneRowIsToHold() {
        RowAnalysis analysis = analyse("one", List.of(minutes(8, 22), minutes(26, 37)));
        assertThat(analysis.problems())
                .extracting(TableProblem::toString)
                .containsExactly(
                        "sample.drl.xlsx, sheet Rules, cells E9, D10: no row holds for bill 34X, minutes 23 to 25, "
                                + "date of service 2018-01-01 to 2018-01-31, for example 24 minutes, on 2018-01-16; "
                                + "write 25 into E9, or 23 into D10, or let another row hold for it");
    }

    @Test
    void betweenTwoAmountsThereAreCents() {
        assertThat(analyse("one", "amount", List.of(minutes(8, 22), minutes(23, 37)))
                        .problems())
                .singleElement()
                .asString()
                .contains("no row holds for bill 34X, minutes 22.01 to 22.99, ");
    }

    @Test
    void anOverlapIsAProblemWhereOneRowAtMostIsToHold() {
        RowAnalysis analysis = analyse("at most one", List.of(minutes(8, 22), minutes(22, 37)));
        assertThat(analysis.problems())
                .extracting(TableProblem::toString)
                .containsExactly(
                        "sample.drl.xlsx, sheet Rules, cell A10: the row and `r1` at A9 both hold for bill 34X, "
                                + "minutes 22, date of service 2018-01-01 to 2018-01-31, for example on 2018-01-16, "
                                + "and say the same; delete one of them, or end one before the other begins");
    }

    @Test
    void aGapBetweenDatesIsAWarningWithItsCellAndCanBeMeant() {
        List<Sample> samples = List.of(
                new Sample("34X", "97110", 0, 9, 0, 9, "HHT-301"), new Sample("34X", "97110", 0, 9, 20, 30, "HHT-302"));
        assertThat(analyse("at most one", samples).warnings())
                .extracting(TableProblem::toString)
                .containsExactly(
                        "sample.drl.xlsx, sheet Rules, cells G9, F10: between `r1` at A9 and `r2` at A10 no row holds for "
                                + "bill 34X, codes 97110, minutes 0 to 9, date of service 2018-01-11 to 2018-01-20, "
                                + "for example 4 minutes, on 2018-01-15; "
                                + "close the gap, or name the two rows under `gap after` in the sheet Notes if it is meant");
        assertThat(analyse("at most one", samples, new Object[] {"r1", "r2", "as meant"})
                        .warnings())
                .isEmpty();
    }

    @Test
    void whereEveryRowCountsOnlyARowThatSaysTheSameLeavesAGap() {
        Sample before = new Sample("34X", "any", 0, 9, 0, 9, "HHT-301");
        assertThat(analyse("all", List.of(before, new Sample("34X", "any", 0, 9, 20, 30, "HHT-302")))
                        .warnings())
                .isEmpty();
        assertThat(analyse("all", List.of(before, new Sample("34X", "any", 0, 9, 20, 30, "HHT-301")))
                        .warnings())
                .hasSize(1);
        assertThat(analyse(
                                "all",
                                List.of(
                                        before,
                                        new Sample("34X", "any", 0, 9, 20, 30, "HHT-301"),
                                        new Sample("any", "any", 0, 9, 10, 19, "HHT-302")))
                        .warnings())
                .isEmpty();
    }

    @Test
    void aRowThatAnotherSaysAlreadyIsAProblemWhereEveryRowCounts() {
        assertThat(analyse(
                                "all",
                                List.of(
                                        new Sample("34X", "any", 0, 9, 0, 9, "HHT-301"),
                                        new Sample("34X", "97110", 2, 5, 3, 4, "HHT-301")))
                        .problems())
                .extracting(TableProblem::toString)
                .containsExactly(
                        "sample.drl.xlsx, sheet Rules, cell A10: whatever the row holds for, `r1` at A9 says the "
                                + "same of, so that it is said twice; delete the row, or narrow one of them");
    }

    @Test
    void twoRowsForTheSameCasesThatDifferAreWorthALook() {
        assertThat(analyse("all", List.of(minutes(0, 9), new Sample("34X", "any", 0, 9, 0, 30, "HHT-302")))
                        .warnings())
                .extracting(TableProblem::message)
                .containsExactly("the row holds for the same cases as `r1` at A9 and says something else; both count");
    }

    @Test
    void thousandsOfRowsTakeSecondsAtMost() {
        List<Sample> samples = IntStream.range(0, 3_000)
                .mapToObj(i -> new Sample("34X", "any", i * 2, i * 2, 0, 30, "HHT-301"))
                .toList();
        long start = System.nanoTime();
        assertThat(analyse("at most one", samples).warnings()).hasSize(30);
        assertThat(java.time.Duration.ofNanos(System.nanoTime() - start)).isLessThan(java.time.Duration.ofSeconds(30));
    }

    @Provide
    Arbitrary<List<Sample>> samples() {
        Arbitrary<int[]> span = Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 3))
                .as((least, length) -> new int[] {least, Math.min(least + length, 6)});
        return Combinators.combine(
                        Arbitraries.of("32X", "34X", "any"),
                        Arbitraries.of("97110", "97112", "97110, 97112", "any"),
                        span,
                        span,
                        Arbitraries.of("HHT-301", "HHT-302"))
                .as((bill, codes, minutes, days, finding) ->
                        new Sample(bill, codes, minutes[0], minutes[1], days[0], days[1], finding))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5);
    }

    /** Rows overlap exactly where a case has two of them. */
    @Property(tries = 40)
    void overlapsAreThoseThatTryingEveryCaseFinds(@ForAll("samples") List<Sample> samples) {
        int pairs = 0;
        for (int i = 0; i < samples.size(); i++) {
            for (int j = i + 1; j < samples.size(); j++) {
                Sample one = samples.get(i);
                Sample other = samples.get(j);
                pairs += cases().stream().anyMatch(c -> c.in(one) && c.in(other)) ? 1 : 0;
            }
        }
        assertThat(analyse("at most one", samples).problems()).hasSize(pairs);
    }

    /** There is a hole exactly where a case between the least and the greatest has no row. */
    @Property(tries = 40)
    void holesAreThoseThatTryingEveryCaseFinds(@ForAll("samples") List<Sample> samples) {
        boolean hole = false;
        for (Sample sample : samples) {
            List<Sample> beside = samples.stream()
                    .filter(other -> cases().stream().anyMatch(c -> c.inValues(sample) && c.inValues(other)))
                    .toList();
            int least = beside.stream().mapToInt(Sample::least).min().orElseThrow();
            int most = beside.stream().mapToInt(Sample::most).max().orElseThrow();
            int first = beside.stream().mapToInt(Sample::firstDay).min().orElseThrow();
            int last = beside.stream().mapToInt(Sample::lastDay).max().orElseThrow();
            Sample whole = new Sample(sample.bill(), sample.codes(), least, most, first, last, "");
            hole |= cases().stream()
                    .anyMatch(c -> c.in(whole) && samples.stream().noneMatch(c::in));
        }
        boolean told = analyse("one", samples).problems().stream()
                .anyMatch(problem -> problem.message().startsWith("no row holds"));
        assertThat(told).isEqualTo(hole);
    }

    private record Case(String bill, String code, int minutes, int day) {

        boolean in(Sample sample) {
            return sample.holds(bill, code, minutes, day);
        }

        boolean inValues(Sample sample) {
            return sample.holds(bill, code, sample.least(), sample.firstDay());
        }
    }

    /** Every case, the values that no row names among them. */
    private static List<Case> cases() {
        return CASES;
    }

    private static final List<Case> CASES = all();

    private static List<Case> all() {
        List<Case> cases = new ArrayList<>();
        for (String bill : List.of("32X", "34X", "other")) {
            for (String code : List.of("97110", "97112", "other")) {
                for (int minutes = 0; minutes < 8; minutes++) {
                    for (int day = 0; day < 8; day++) {
                        cases.add(new Case(bill, code, minutes, day));
                    }
                }
            }
        }
        return cases;
    }
}
