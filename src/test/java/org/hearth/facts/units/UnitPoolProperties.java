package org.hearth.facts.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.facts.units.UnitClaims.allowance;
import static org.hearth.facts.units.UnitClaims.chart;
import static org.hearth.facts.units.UnitClaims.pool;
import static org.hearth.facts.units.UnitClaims.pt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hearth.facts.units.UnitClaims.Billed;

class UnitPoolProperties {

    private static final int BLOCK = 15;

    @Provide
    Arbitrary<List<Billed>> lines() {
        return lines(8, 90);
    }

    @Provide
    Arbitrary<List<Billed>> fewLines() {
        return lines(5, 40);
    }

    private static Arbitrary<List<Billed>> lines(int atMost, int minutes) {
        return Combinators.combine(
                        Arbitraries.of("97110", "97112", "97116", "97140", "97035"),
                        Arbitraries.integers().between(0, minutes))
                .as((code, length) -> pt(code, length, 1))
                .list()
                .ofMinSize(1)
                .ofMaxSize(atMost);
    }

    @Property
    void theProposedUnitsAddUpToWhatTheChartAllowsTheTotal(@ForAll("lines") List<Billed> lines) {
        int minutes = lines.stream().mapToInt(Billed::minutes).sum();

        PoolAllowance allowance = allow(lines);

        assertThat(allowance.minutes()).isEqualTo(minutes);
        assertThat(allowance.units()).isEqualTo(chart(minutes));
        assertThat(allowance.codes().stream().mapToInt(CodeUnits::proposed).sum())
                .isEqualTo(chart(minutes));
    }

    @Property
    void aCodeGetsItsWholeBlocksAndAtMostOneMore(@ForAll("lines") List<Billed> lines) {
        for (CodeUnits code : allow(lines).codes()) {
            int blocks = code.minutes() / BLOCK;
            assertThat(code.least()).isBetween(blocks, blocks + 1);
            assertThat(code.most()).isBetween(code.least(), blocks + 1);
            assertThat(code.proposed()).isBetween(code.least(), code.most());
        }
    }

    @Property
    void theOrderOfTheLinesDoesNotMatter(@ForAll("lines") List<Billed> lines, @ForAll Random random) {
        List<Billed> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, random);

        assertThat(summary(shuffled)).isEqualTo(summary(lines));
    }

    @Property
    void aMinuteMoreNeverLowersTheTotal(@ForAll("lines") List<Billed> lines, @ForAll @IntRange(max = 7) int which) {
        List<Billed> longer = new ArrayList<>(lines);
        Billed line = longer.get(which % lines.size());
        longer.set(which % lines.size(), pt(line.hcpcs(), line.minutes() + 1, 1));

        assertThat(allow(longer).units()).isGreaterThanOrEqualTo(allow(lines).units());
    }

    @Property
    void everyAssignmentAgreesWithWhatIsAllowed(@ForAll("fewLines") List<Billed> lines) {
        Map<Integer, Set<Integer>> allowed = new TreeMap<>();
        allow(lines)
                .answer()
                .orElseThrow()
                .lines()
                .forEach(line -> allowed.put(line.line(), new TreeSet<>(line.allowed())));

        assertThat(allowed).isEqualTo(byTrying(lines));
    }

    @Property
    void equalRemaindersGiveEveryPermutation(@ForAll @IntRange(min = 8, max = 14) int minutes) {
        PoolAllowance tied = allowance(
                pt("97110", minutes, 1), pt("97112", minutes, 1), pt("97116", minutes, 1), pt("97140", minutes, 1));

        assertThat(tied.codes()).allSatisfy(code -> assertThat(List.of(code.least(), code.most()))
                .isEqualTo(chart(4 * minutes) == 4 ? List.of(1, 1) : List.of(0, 1)));
    }

    private static PoolAllowance allow(List<Billed> lines) {
        return allowance(lines.toArray(Billed[]::new));
    }

    private static List<String> summary(List<Billed> lines) {
        return allow(lines).codes().stream()
                .map(code -> code.hcpcs() + code.least() + code.most() + code.proposed())
                .toList();
    }

    /**
     * What each line may carry, by trying every assignment of units to codes and every split over their lines: an
     * assignment is right when it gives the chart's total, every whole block and at most one unit beyond,
     * and no unit to a smaller remainder while a larger one has none.
     */
    private static Map<Integer, Set<Integer>> byTrying(List<Billed> lines) {
        UnitPool pool = pool(lines.toArray(Billed[]::new));
        Map<String, Integer> minutes = new TreeMap<>();
        Map<String, List<Integer>> numbers = new TreeMap<>();
        for (int index = 0; index < lines.size(); index++) {
            minutes.merge(lines.get(index).hcpcs(), lines.get(index).minutes(), Integer::sum);
            numbers.computeIfAbsent(lines.get(index).hcpcs(), code -> new ArrayList<>())
                    .add(index + 1);
        }
        Map<Integer, Set<Integer>> allowed = new TreeMap<>();
        assign(new ArrayList<>(minutes.keySet()), new HashMap<>(), chart(pool.minutes()), minutes, units -> {
            units.forEach((code, count) -> {
                for (Integer number : numbers.get(code)) {
                    Set<Integer> counts = allowed.computeIfAbsent(number, unseen -> new TreeSet<>());
                    for (int part = 0; part <= count; part++) {
                        if (numbers.get(code).size() > 1 || part == count) {
                            counts.add(part);
                        }
                    }
                }
            });
        });
        return allowed;
    }

    private static void assign(
            List<String> codes,
            Map<String, Integer> units,
            int left,
            Map<String, Integer> minutes,
            java.util.function.Consumer<Map<String, Integer>> right) {
        if (codes.isEmpty()) {
            if (left == 0 && isRight(units, minutes)) {
                right.accept(units);
            }
            return;
        }
        for (int count = 0; count <= left; count++) {
            units.put(codes.get(0), count);
            assign(codes.subList(1, codes.size()), units, left - count, minutes, right);
        }
        units.remove(codes.get(0));
    }

    private static boolean isRight(Map<String, Integer> units, Map<String, Integer> minutes) {
        for (Map.Entry<String, Integer> one : units.entrySet()) {
            int more = one.getValue() - minutes.get(one.getKey()) / BLOCK;
            if (more < 0 || more > 1) {
                return false;
            }
            for (Map.Entry<String, Integer> other : units.entrySet()) {
                boolean otherGot = other.getValue() > minutes.get(other.getKey()) / BLOCK;
                if (more == 0 && otherGot && minutes.get(one.getKey()) % BLOCK > minutes.get(other.getKey()) % BLOCK) {
                    return false;
                }
            }
        }
        return true;
    }
}
