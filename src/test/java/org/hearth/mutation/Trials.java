package org.hearth.mutation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluator;
import org.hearth.release.Example;
import org.hearth.ruleset.MutantRules;
import org.hearth.ruleset.Ruleset;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;

/** Examples, read once, to be run many times over on rulesets of which only some rules may fire. */
final class Trials {

    /**
     * An example with its claim.
     *
     * @param text the claim as JSON
     */
    record Trial(Example example, Claim claim, String text) {

        static Trial of(Example example) {
            return new Trial(example, example.toClaim(), example.json().toString());
        }

        /** Whether the example fails under a ruleset. */
        boolean fails(Ruleset ruleset) {
            return example.mismatch(example.on(new Evaluator(() -> ruleset)).evaluate(claim))
                    .isPresent();
        }
    }

    private Trials() {}

    /** The ruleset, of whose rules those alone fire that a filter accepts. */
    static Ruleset filtered(Ruleset ruleset, AgendaFilter filter) {
        KieBase base = ruleset.kieBase();
        return MutantRules.with(
                ruleset,
                proxy(
                        KieBase.class,
                        base,
                        "newKieSession",
                        session -> proxy(KieSession.class, (KieSession) session, "fireAllRules", null, filter),
                        null));
    }

    private interface Wrapping {
        Object wrap(Object result);
    }

    private static <T> T proxy(Class<T> type, T target, String name, Wrapping wrapping, AgendaFilter filter) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    boolean meant = method.getName().equals(name) && method.getParameterCount() == 0;
                    if (meant && filter != null) {
                        return ((KieSession) target).fireAllRules(filter);
                    }
                    try {
                        Object result = method.invoke(target, given);
                        return meant ? wrapping.wrap(result) : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /**
     * Which facts each of some rules would fire for.
     *
     * @param watched tells the rules that are only watched and do not fire
     */
    static Map<String, Set<Object>> matches(
            Ruleset ruleset, Trial trial, java.util.function.Predicate<String> watched) {
        Map<String, Set<Object>> matches = new HashMap<>();
        AgendaFilter filter = match -> {
            String rule = match.getRule().getName();
            List<Object> facts = match.getObjects();
            matches.computeIfAbsent(rule, name -> Collections.newSetFromMap(new IdentityHashMap<>()))
                    .addAll(facts);
            return !watched.test(rule);
        };
        trial.example().on(new Evaluator(() -> filtered(ruleset, filter))).evaluate(trial.claim());
        return matches;
    }
}
