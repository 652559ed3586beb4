package org.hearth.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.drools.base.rule.constraint.AlphaNodeFieldConstraint;
import org.drools.core.reteoo.AlphaNode;
import org.drools.core.reteoo.ObjectSink;
import org.drools.core.reteoo.ObjectSource;
import org.drools.core.reteoo.ObjectTypeNode;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluator;
import org.hearth.ruleset.Ruleset;
import org.hearth.ruleset.RulesetCompiler;
import org.hearth.ruleset.RulesetFiles;

/**
 * What a claim costs in counts that do not depend on the machine: tests of single facts that the engine runs (alpha tests)
 * and bytes that the thread allocates. {@code mvn -B -Pbench -DskipTests test-compile exec:exec@cost}.
 */
public final class ClaimCost {

    private static final int CLAIMS = 100;
    private static final int WARM_UP = 200;
    private static final int ROUNDS = 50;

    private static long tests;

    private ClaimCost() {}

    /** Prints both counts for each mix of claims. */
    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        Ruleset ruleset = RulesetCompiler.compile(RulesetFiles.packaged());
        Evaluator evaluator = new Evaluator(() -> ruleset);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Ruleset counted = RulesetCompiler.compile(RulesetFiles.packaged());
        count(counted);
        Evaluator counting = new Evaluator(() -> counted);
        for (String mix : List.of("twenty lines", "5 to 40 lines")) {
            List<Claim> claims =
                    mix.equals("twenty lines") ? ClaimMix.ofTwentyLines(CLAIMS) : ClaimMix.mixed(CLAIMS);
            for (int round = 0; round < WARM_UP; round++) {
                claims.forEach(evaluator::evaluate);
            }
            long before = thread.getCurrentThreadAllocatedBytes();
            for (int round = 0; round < ROUNDS; round++) {
                claims.forEach(evaluator::evaluate);
            }
            long bytes = (thread.getCurrentThreadAllocatedBytes() - before) / ROUNDS / CLAIMS;
            tests = 0;
            claims.forEach(counting::evaluate);
            System.out.printf(
                    Locale.ROOT, "%-14s %7.1f alpha tests, %,d bytes a claim%n", mix, (double) tests / CLAIMS, bytes);
        }
    }

    /** Puts a counter before each alpha test of a rule base. */
    private static void count(Ruleset ruleset) throws ReflectiveOperationException {
        Field constraint = AlphaNode.class.getDeclaredField("constraint");
        constraint.setAccessible(true);
        Set<AlphaNode> seen = new HashSet<>();
        InternalKnowledgeBase base = (InternalKnowledgeBase) ruleset.kieBase();
        for (ObjectTypeNode node : base.getRete().getObjectTypeNodes()) {
            count(node, constraint, seen);
        }
    }

    private static void count(ObjectSource source, Field constraint, Set<AlphaNode> seen)
            throws ReflectiveOperationException {
        for (ObjectSink sink : source.getObjectSinkPropagator().getSinks()) {
            if (sink instanceof AlphaNode node && seen.add(node)) {
                Object test = node.getConstraint();
                constraint.set(
                        node,
                        Proxy.newProxyInstance(
                                ClaimCost.class.getClassLoader(),
                                new Class<?>[] {AlphaNodeFieldConstraint.class},
                                (proxy, method, values) -> {
                                    if (method.getName().equals("isAllowed")) {
                                        tests++;
                                    }
                                    return call(test, method, values);
                                }));
                count(node, constraint, seen);
            }
        }
    }

    private static Object call(Object test, Method method, Object[] values) throws Throwable {
        try {
            return method.invoke(test, values);
        } catch (java.lang.reflect.InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
