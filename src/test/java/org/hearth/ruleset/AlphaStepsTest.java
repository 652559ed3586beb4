package org.hearth.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.modelcompiler.KieBaseBuilder;
import org.hearth.claim.Claim;
import org.hearth.claim.ServiceLine;
import org.hearth.evaluate.ClaimMix;
import org.hearth.evaluate.Evaluator;
import org.hearth.release.Example;
import org.hearth.release.Examples;
import org.hearth.rules.Rulesets;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;

/** Whether a claim gets the same answer from the tests of facts in a row as from the engine's own nodes. */
class AlphaStepsTest {

    /** Every so many of the examples; all of them take seconds. */
    private static final int EACH = Integer.getInteger("hearth.alpha.each", 12);

    private static boolean isLaidOut(KieBase base) {
        return ((InternalKnowledgeBase) base)
                .getRete().getObjectTypeNodes().stream()
                        .allMatch(type -> type.getObjectSinkPropagator() instanceof AlphaSteps);
    }

    /** The same rules by the engine's own nodes. */
    private static Ruleset nodes(Ruleset laidOut) {
        return new Ruleset(
                laidOut.version(),
                laidOut.from(),
                KieBaseBuilder.createKieBaseFromModel(laidOut.models()),
                laidOut.models(),
                laidOut.codes(),
                laidOut.catalog(),
                laidOut.workbooks(),
                laidOut.rules(),
                laidOut.pages());
    }

    @Test
    void theEngineAnswersTheSameInEitherForm() {
        Ruleset laidOut = Rulesets.ruleset();
        Ruleset nodes = nodes(laidOut);
        assertThat(laidOut.kieBase()).matches(AlphaStepsTest::isLaidOut);
        assertThat(nodes.kieBase()).matches(base -> !isLaidOut(base));
        Evaluator one = new Evaluator(() -> laidOut);
        Evaluator other = new Evaluator(() -> nodes);
        List<Claim> claims = new ArrayList<>(ClaimMix.DEFECTIVE.claims(20));
        claims.addAll(ClaimMix.MINUTES_AND_HISTORY.claims(4));
        List<Example> examples = Examples.all(Rulesets.files(), laidOut);
        for (int index = 0; index < examples.size(); index += EACH) {
            claims.add(examples.get(index).toClaim());
        }
        int findings = 0;
        for (Claim claim : claims) {
            findings += one.evaluate(claim).findings().size();
            assertThat(one.evaluate(claim)).isEqualTo(other.evaluate(claim));
        }
        assertThat(findings).isGreaterThan(100);
    }

    @Test
    void aNumberIsHeldToEveryBoundOfItsKind() {
        SortedMap<String, byte[]> files = new TreeMap<>(Rulesets.files().files());
        files.put("rules/test/bounds.drl", bounds().getBytes(StandardCharsets.UTF_8));
        Ruleset laidOut = RulesetCompiler.compile(new RulesetFiles("with bounds", files));
        // one line without a number, and one below, at and above each bound
        Claim claim = new Example(
                        "test",
                        "bounds",
                        "bill: 34X\nlines:\n" + "- 2026-03-05 0420 97110 GP ?u\n"
                                + IntStream.rangeClosed(0, 6)
                                        .mapToObj(units -> "- 2026-03-05 0420 97110 GP " + units + "u\n")
                                        .collect(Collectors.joining()),
                        "none")
                .toClaim();
        List<String> expected = new ArrayList<>();
        for (ServiceLine line : claim.lines()) {
            Integer units = line.wholeUnits();
            for (int bound = 1; bound < 6 && units != null; bound++) {
                addIf(units > bound, "> " + bound, expected);
                addIf(units >= bound, ">= " + bound, expected);
                addIf(units < bound, "< " + bound, expected);
                addIf(units <= bound, "<= " + bound, expected);
            }
        }
        assertThat(expected).hasSize(7 * 5 * 2);
        assertThat(fired(laidOut, claim)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(fired(nodes(laidOut), claim)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static void addIf(boolean kept, String rule, List<String> rules) {
        if (kept) {
            rules.add("bound " + rule);
        }
    }

    private static List<String> fired(Ruleset ruleset, Claim claim) {
        List<String> fired = new ArrayList<>();
        new Evaluator(() -> ruleset).trace(claim, rule -> addIf(rule.startsWith("bound "), rule.substring(6), fired));
        return fired;
    }

    private static String bounds() {
        StringBuilder drl = new StringBuilder("package org.hearth.rules.test\nimport org.hearth.facts.line.Line\n"
                + "global org.hearth.finding.Findings findings\n");
        for (String operator : List.of(">", ">=", "<", "<=")) {
            for (int bound = 1; bound < 6; bound++) {
                String test = operator + " " + bound;
                drl.append("rule \"bound ").append(test).append("\"\nwhen\n  Line(wholeUnits ");
                drl.append(test).append(")\nthen\nend\n");
            }
        }
        return drl.toString();
    }
}
