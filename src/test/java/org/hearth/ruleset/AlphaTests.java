package org.hearth.ruleset;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.drools.base.rule.IndexableConstraint;
import org.drools.base.rule.constraint.AlphaNodeFieldConstraint;
import org.drools.core.reteoo.AlphaNode;
import org.drools.core.reteoo.ObjectSink;
import org.drools.core.reteoo.ObjectSource;
import org.drools.core.reteoo.ObjectTypeNode;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;

/** Counts the tests of single facts that the engine runs for a claim: a measure of its work that no machine changes. */
public final class AlphaTests {

    private AlphaTests() {}

    /** Puts a counter before each such test of a ruleset that nobody else uses. */
    public static AtomicLong counted(Ruleset ruleset) {
        AtomicLong count = new AtomicLong();
        Set<AlphaNode> seen = new HashSet<>();
        InternalKnowledgeBase base = (InternalKnowledgeBase) ruleset.kieBase();
        for (ObjectTypeNode type : base.getRete().getObjectTypeNodes()) {
            count(type, count, seen);
        }
        AlphaSteps.layOut(base);
        return count;
    }

    private static void count(ObjectSource source, AtomicLong count, Set<AlphaNode> seen) {
        for (ObjectSink sink : source.getObjectSinkPropagator().getSinks()) {
            if (sink instanceof AlphaNode node && seen.add(node)) {
                count(node, count);
                count((ObjectSource) node, count, seen);
            }
        }
    }

    private static void count(AlphaNode node, AtomicLong count) {
        AlphaNodeFieldConstraint asked = node.getConstraint();
        try {
            Field constraint = AlphaNode.class.getDeclaredField("constraint");
            constraint.setAccessible(true);
            constraint.set(
                    node,
                    Proxy.newProxyInstance(
                            AlphaTests.class.getClassLoader(),
                            new Class<?>[] {AlphaNodeFieldConstraint.class, IndexableConstraint.class},
                            (proxy, method, values) -> {
                                if (method.getName().equals("isAllowed")) {
                                    count.incrementAndGet();
                                }
                                try {
                                    return method.invoke(asked, values);
                                } catch (InvocationTargetException e) {
                                    throw e.getCause();
                                }
                            }));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
