package org.hearth.facts.amount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.facts.assistants.AssistantBooks.LineOf.line;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hearth.claim.AmountBucket;
import org.hearth.claim.ClaimContext;
import org.hearth.facts.assistants.AssistantBooks;
import org.hearth.facts.assistants.AssistantBooks.LineOf;
import org.hearth.facts.assistants.AssistantBooks.Said;
import org.hearth.facts.line.NotChecked;
import org.junit.jupiter.api.Test;

class AmountTotalsTest {

    private static Said derive(Map<String, String> before, LineOf... lines) {
        Map<AmountBucket, BigDecimal> amounts = new EnumMap<>(AmountBucket.class);
        before.forEach((bucket, dollars) -> amounts.put(AmountBucket.valueOf(bucket), new BigDecimal(dollars)));
        ClaimContext context =
                ClaimContext.builder().therapyAmountBefore(amounts).build();
        return AssistantBooks.derive(new AmountTotals(), "0341", context, lines);
    }

    private static List<String> told(Said said) {
        return said.of(LineAmount.class).stream()
                .map(amount -> "%d %s %s-%s by %s%s"
                        .formatted(
                                amount.line().lineNumber(),
                                amount.bucket(),
                                amount.before(),
                                amount.after(),
                                amount.over(),
                                amount.attested() ? " KX" : ""))
                .toList();
    }

    @Test
    void placesTheLineThatTakesTheTotalAboveTheAmountAndEveryLaterOne() {
        Said said = derive(
                Map.of("PT_SLP", "1900.00", "OT", "0"),
                line("2018-05-01 0420 97110 GP").allowed("110.00"),
                line("2018-05-02 0420 97110 GP").allowed("0.01"),
                line("2018-05-03 0440 92507 GN").allowed("50.00"),
                line("2018-05-03 0430 97110 GO").allowed("50.00"));
        assertThat(told(said)).containsExactly("2 PT_SLP 2010.00-2010.01 by 0.01", "3 PT_SLP 2010.01-2060.01 by 50.01");
        assertThat(said.of(LineAmount.class).get(0).limit().amount()).isEqualByComparingTo("2010");
        assertThat(said.of(LineAmount.class).get(0).regime()).isEqualTo("threshold");
        assertThat(said.notChecked()).isEmpty();
    }

    @Test
    void runsByDateAndThenByLine() {
        assertThat(told(derive(
                        Map.of("OT", "2000"),
                        line("2018-05-02 0430 97110 GO").allowed("5.00"),
                        line("2018-05-01 0430 97110 GO").allowed("6.00"),
                        line("2018-05-01 0430 97140 GO").allowed("6.00"))))
                .containsExactly("3 OT 2006.00-2012.00 by 2.00", "1 OT 2012.00-2017.00 by 7.00");
    }

    @Test
    void tellsTheRegimeOfTheLastDayOfTheCapAndTheFirstOfTheThreshold() {
        assertThat(derive(
                                Map.of("PT_SLP", "3000"),
                                line("2017-12-31 0420 97110 GP").allowed("10.00"))
                        .of(LineAmount.class))
                .singleElement()
                .satisfies(amount -> {
                    assertThat(amount.regime()).isEqualTo("cap");
                    assertThat(amount.limit().amount()).isEqualByComparingTo("1980");
                });
        assertThat(derive(
                                Map.of("PT_SLP", "3000"),
                                line("2018-01-01 0420 97110 GP").allowed("10.00"))
                        .of(LineAmount.class))
                .singleElement()
                .satisfies(amount -> {
                    assertThat(amount.regime()).isEqualTo("threshold");
                    assertThat(amount.review()).isEqualByComparingTo("3000");
                });
    }

    @Test
    void placesALineWithKxBelowTheAmount() {
        assertThat(told(derive(
                        Map.of("PT_SLP", "0"),
                        line("2018-05-01 0420 97110 GP KX").allowed("10.00"))))
                .containsExactly("1 PT_SLP 0-10.00 by -2000.00 KX");
    }

    @Test
    void stopsAtALineWithoutAnAllowedAmount() {
        Said said = derive(
                Map.of("PT_SLP", "2000", "OT", "2000"),
                line("2018-05-01 0420 97110 GP KX").allowed("1.00"),
                line("2018-05-02 0420 97110 GP"),
                line("2018-05-03 0420 97110 GP").allowed("500.00"),
                line("2018-05-03 0430 97110 GO").allowed("11.00"));
        assertThat(told(said)).containsExactly("1 PT_SLP 2000-2001.00 by -9.00 KX", "4 OT 2000-2011.00 by 1.00");
        assertThat(said.notChecked())
                .containsExactly(new NotChecked("therapy amount", List.of(2, 3), "allowed amount"));
    }

    @Test
    void needsNoAllowedAmountOnceTheAmountIsPassed() {
        Said said = derive(
                Map.of("PT_SLP", "2010.01"),
                line("2018-05-01 0420 97110 GP"),
                line("2018-05-02 0420 97110 GP").allowed("20.00"));
        assertThat(told(said)).containsExactly("1 PT_SLP 2010.01-2010.01 by 0.01", "2 PT_SLP 2010.01-2030.01 by 20.01");
        assertThat(said.notChecked()).isEmpty();
    }

    @Test
    void saysOnceThatTheAmountBeforeIsNotKnown() {
        assertThat(derive(
                        Map.of("OT", "0"),
                        line("2018-05-01 0440 92507 GN"),
                        line("2018-05-01 0430 97110 GO").allowed("10"),
                        line("2018-05-02 0420 97110 GP").allowed("10")))
                .isEqualTo(new Said(
                        List.of(), List.of(new NotChecked("therapy amount", List.of(1, 3), "therapy amount before"))));
    }

    @Test
    void knowsTheAmountBeforeOfTheYearInWhichTheClaimBeginsOnly() {
        assertThat(derive(
                                Map.of("PT_SLP", "5000"),
                                line("2017-12-31 0420 97110 GP KX").allowed("10"),
                                line("2018-01-01 0420 97110 GP").allowed("10"))
                        .notChecked())
                .containsExactly(new NotChecked("therapy amount", List.of(2), "therapy amount before"));
    }

    @Test
    void saysThatAYearHasNoAmount() {
        assertThat(derive(
                        Map.of("PT_SLP", "5000"),
                        line("2011-12-31 0420 97110 GP").allowed("10")))
                .isEqualTo(new Said(
                        List.of(), List.of(new NotChecked("therapy amount", List.of(1), "amount of the year"))));
    }

    @Test
    void leavesOutWhatMedicareIsNotAskedToPay() {
        assertThat(derive(
                        Map.of("PT_SLP", "5000"),
                        line("2018-05-01 0420 G8978 GP"),
                        line("2018-05-01 0420 97010 GP"),
                        line("2018-05-01 0420 97110 GP").allowed("0.00"),
                        line("2018-05-01 0420 97110 GP GA").allowed("10"),
                        line("2018-05-01 0420 97110 GP").notCovered("60.00").allowed("10"),
                        line("2018-05-01 0250 J0897").allowed("10")))
                .isEqualTo(new Said(List.of(), List.of()));
    }

    @Test
    void namesTheServicesThatShareTheAmount() {
        assertThat(derive(
                                Map.of("PT_SLP", "5000", "OT", "5000"),
                                line("2018-05-01 0440 92507 GN").allowed("10"),
                                line("2018-05-01 0430 97110 GO").allowed("10"))
                        .of(LineAmount.class))
                .extracting(LineAmount::services)
                .containsExactly("physical therapy and speech-language pathology", "occupational therapy");
    }

    @Test
    void saysNothingOfA32X() {
        assertThat(AssistantBooks.derive(
                        new AmountTotals(), "0329", ClaimContext.UNKNOWN, line("2018-05-01 0420 97110 GP KX")))
                .isEqualTo(new Said(List.of(), List.of()));
    }

    @Property
    void totalsDoNotDependOnTheOrderOfLinesOfDifferentDays(
            @ForAll @Size(min = 1, max = 28) List<@IntRange(min = 1, max = 50_000) Integer> cents,
            @ForAll Random random) {
        List<LineOf> lines = new ArrayList<>(IntStream.range(0, cents.size())
                .mapToObj(day -> line("2018-05-%02d 0420 97110 GP KX".formatted(day + 1))
                        .allowed(BigDecimal.valueOf(cents.get(day), 2).toString()))
                .toList());
        List<LineAmount> inOrder = amounts(lines);
        Collections.shuffle(lines, random);
        assertThat(amounts(lines))
                .extracting(amount -> amount.line().serviceDate(), LineAmount::over, LineAmount::after)
                .containsExactlyElementsOf(inOrder.stream()
                        .map(amount -> org.assertj.core.groups.Tuple.tuple(
                                amount.line().serviceDate(), amount.over(), amount.after()))
                        .toList());
    }

    @Property
    void theLastTotalIsTheSumAndTheTotalNeverFalls(
            @ForAll @Size(min = 1, max = 28) List<@IntRange(min = 1, max = 50_000) Integer> cents) {
        List<LineAmount> amounts = amounts(IntStream.range(0, cents.size())
                .mapToObj(day -> line("2018-05-%02d 0420 97110 GP KX".formatted(day + 1))
                        .allowed(BigDecimal.valueOf(cents.get(day), 2).toString()))
                .toList());
        BigDecimal sum =
                BigDecimal.valueOf(cents.stream().mapToInt(Integer::intValue).sum(), 2);
        assertThat(amounts.get(amounts.size() - 1).after()).isEqualByComparingTo(sum);
        assertThat(amounts).extracting(LineAmount::over).isSorted();
    }

    private static List<LineAmount> amounts(List<LineOf> lines) {
        return derive(Map.of("PT_SLP", "0"), lines.toArray(LineOf[]::new)).of(LineAmount.class);
    }
}
