package org.hearth.ruleset;

import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drools.base.base.ValueType;
import org.drools.base.rule.IndexableConstraint;
import org.drools.base.rule.accessor.ReadAccessor;
import org.drools.base.rule.constraint.AlphaNodeFieldConstraint;
import org.drools.base.util.index.ConstraintTypeOperator;
import org.drools.base.util.index.IndexUtil;
import org.drools.core.common.BaseNode;
import org.drools.core.common.InternalFactHandle;
import org.drools.core.common.PropagationContext;
import org.drools.core.common.ReteEvaluator;
import org.drools.core.reteoo.AlphaNode;
import org.drools.core.reteoo.ModifyPreviousTuples;
import org.drools.core.reteoo.ObjectSink;
import org.drools.core.reteoo.ObjectSinkPropagator;
import org.drools.core.reteoo.ObjectTypeNode;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.model.SingleConstraint;
import org.drools.model.functions.IntrospectableLambda;
import org.drools.model.functions.Predicate1;
import org.drools.modelcompiler.constraints.LambdaConstraint;

/**
 * The alpha nodes behind one kind of fact as steps in a row. The engine asks the same constraints of a fact in either form, and
 * whatever passes goes to the same nodes; but its own form walks from object to object by calls that no processor can foresee,
 * and makes a key for each look-up. It stands where the engine's alpha network compiler puts its generated classes, and
 * needs no compiler.
 *
 * <p>A step is a test, a look-up of one field among the values that several tests compare it with, a walk through the bounds that
 * several tests hold a number to, or a node behind the tests. What stands behind a test follows it; a fact that fails goes on at
 * the step past all of that. Immutable.
 */
final class AlphaSteps implements ObjectSinkPropagator {

    /** From how many values on that one field is compared with they are asked together. */
    private static final int TOGETHER = 3;

    private final ObjectSinkPropagator nodes;
    private final Predicate1<Object>[] predicates;
    /** Of each test: asked where it is no predicate of the fact alone, and to say which rule's predicate fails. */
    private final AlphaNodeFieldConstraint[] constraints;

    private final Choice[] choices;
    private final ObjectSink[] sinks;
    private final int[] past;

    /** Several tests of one field, asked together. What is behind each ends where {@link #past} of the step before it says. */
    private sealed interface Choice {}

    /**
     * Where a fact goes on by the value of a field.
     *
     * @param starts the first step behind each value
     */
    private record LookUp(ReadAccessor field, Map<Object, Integer> starts) implements Choice {}

    /**
     * Where a fact goes on by the bounds that a whole number keeps.
     *
     * @param bounds those that most numbers keep first, so that whoever fails one fails all that follow
     * @param starts the first step behind each
     */
    private record Bounds(ReadAccessor field, ConstraintTypeOperator operator, long[] bounds, int[] starts)
            implements Choice {

        /** How many of the bounds a number keeps. */
        int kept(long number) {
            int kept = 0;
            while (kept < bounds.length && keeps(number, bounds[kept])) {
                kept++;
            }
            return kept;
        }

        private boolean keeps(long number, long bound) {
            return switch (operator) {
                case GREATER_THAN -> number > bound;
                case GREATER_OR_EQUAL -> number >= bound;
                case LESS_THAN -> number < bound;
                case LESS_OR_EQUAL -> number <= bound;
                default -> throw new IllegalStateException("no bound");
            };
        }
    }

    /** What tests have in common that are asked together. */
    private record Alike(int field, ConstraintTypeOperator operator) {

        /** {@code null} of a test that is asked alone. */
        static Alike of(AlphaNode alpha) {
            return comparesWithAValue(alpha) || isBound(alpha)
                    ? new Alike(
                            fieldOf(alpha).getIndex(),
                            ((IndexableConstraint) alpha.getConstraint()).getConstraintType())
                    : null;
        }
    }

    private AlphaSteps(ObjectSinkPropagator nodes) {
        this.nodes = nodes;
        Steps steps = new Steps();
        steps.add(nodes.getSinks());
        this.predicates = steps.predicates();
        this.constraints = steps.constraints.toArray(new AlphaNodeFieldConstraint[0]);
        this.choices = steps.choices.toArray(new Choice[0]);
        this.sinks = steps.sinks.toArray(new ObjectSink[0]);
        this.past = steps.past.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Puts steps in the place of all alpha nodes of a rule base of which there is no session yet. */
    static void layOut(InternalKnowledgeBase base) {
        for (ObjectTypeNode type : base.getRete().getObjectTypeNodes()) {
            ObjectSinkPropagator nodes = type.getObjectSinkPropagator();
            type.setObjectSinkPropagator(new AlphaSteps(nodes instanceof AlphaSteps laidOut ? laidOut.nodes : nodes));
        }
    }

    /** Steps while they are laid out: a list for each of the arrays. */
    private static final class Steps {

        private final List<Predicate1<Object>> predicates = new ArrayList<>();
        private final List<AlphaNodeFieldConstraint> constraints = new ArrayList<>();
        private final List<Choice> choices = new ArrayList<>();
        private final List<ObjectSink> sinks = new ArrayList<>();
        private final List<Integer> past = new ArrayList<>();

        @SuppressWarnings("unchecked")
        Predicate1<Object>[] predicates() {
            return predicates.toArray((Predicate1<Object>[]) new Predicate1<?>[0]);
        }

        void add(ObjectSink[] behind) {
            Map<Alike, List<AlphaNode>> together = new LinkedHashMap<>();
            for (ObjectSink sink : behind) {
                Alike alike = sink instanceof AlphaNode alpha ? Alike.of(alpha) : null;
                if (alike != null) {
                    together.computeIfAbsent(alike, unseen -> new ArrayList<>()).add((AlphaNode) sink);
                }
            }
            together.values().removeIf(alike -> alike.size() < TOGETHER);
            together.forEach((alike, tests) -> {
                if (alike.operator() == ConstraintTypeOperator.EQUAL) {
                    addLookUp(tests);
                } else {
                    addBounds(alike.operator(), tests);
                }
            });
            for (ObjectSink sink : behind) {
                if (!(sink instanceof AlphaNode alpha)) {
                    step(null, null, null, sink);
                } else if (!together.containsKey(Alike.of(alpha))) {
                    addTest(alpha);
                }
            }
        }

        private void addTest(AlphaNode alpha) {
            Predicate1<Object> predicate = predicate(alpha.getConstraint());
            int test = step(predicate, alpha.getConstraint(), null, null);
            addBehind(alpha, test);
        }

        private void addLookUp(List<AlphaNode> ofOneField) {
            Map<Object, Integer> starts = new HashMap<>();
            ReadAccessor field = fieldOf(ofOneField.get(0));
            int lookUp = step(null, null, new LookUp(field, starts), null);
            for (AlphaNode alpha : ofOneField) {
                if (starts.put(field.getValueType().coerce(value(alpha)), head(alpha)) != null) {
                    throw new IllegalStateException("two nodes compare one field with one value");
                }
            }
            past.set(lookUp, past.size());
        }

        private void addBounds(ConstraintTypeOperator operator, List<AlphaNode> tests) {
            Comparator<AlphaNode> least = Comparator.comparingLong(Steps::bound);
            List<AlphaNode> easiestFirst = new ArrayList<>(tests);
            easiestFirst.sort(operator.isAscending() ? least : least.reversed());
            long[] bounds = easiestFirst.stream().mapToLong(Steps::bound).toArray();
            int[] starts = new int[bounds.length];
            int step = step(null, null, new Bounds(fieldOf(tests.get(0)), operator, bounds, starts), null);
            for (int place = 0; place < starts.length; place++) {
                starts[place] = head(easiestFirst.get(place));
            }
            past.set(step, past.size());
        }

        private static Object value(AlphaNode alpha) {
            return ((IndexableConstraint) alpha.getConstraint()).getField().getValue();
        }

        private static long bound(AlphaNode alpha) {
            return ((Number) value(alpha)).longValue();
        }

        /** Lays out what is behind a test that is asked together with others; its first step. */
        private int head(AlphaNode alpha) {
            // never reached by itself: it says where what is behind the test ends, and which test it is
            int head = step(null, alpha.getConstraint(), null, null);
            addBehind(alpha, head);
            return head + 1;
        }

        private void addBehind(AlphaNode alpha, int step) {
            add(alpha.getObjectSinkPropagator().getSinks());
            past.set(step, past.size());
        }

        private int step(
                Predicate1<Object> predicate, AlphaNodeFieldConstraint constraint, Choice choice, ObjectSink sink) {
            predicates.add(predicate);
            constraints.add(constraint);
            choices.add(choice);
            sinks.add(sink);
            past.add(past.size() + 1);
            return past.size() - 1;
        }
    }

    /** The predicate itself, of a constraint that asks for nothing but the fact. */
    @SuppressWarnings("unchecked")
    private static Predicate1<Object> predicate(AlphaNodeFieldConstraint constraint) {
        if (!(constraint instanceof LambdaConstraint lambda) || lambda.isTemporal()) {
            return null;
        }
        SingleConstraint asked = lambda.getEvaluator().getConstraint();
        if (asked.getVariables().length != 1) {
            return null;
        }
        Predicate1<Object> predicate = asked.getPredicate1();
        return predicate instanceof IntrospectableLambda wrapped ? (Predicate1<Object>) wrapped.getLambda() : predicate;
    }

    private static ReadAccessor fieldOf(AlphaNode alpha) {
        return ((IndexableConstraint) alpha.getConstraint()).getFieldExtractor();
    }

    /** Whether the engine itself would look up the field of a constraint. */
    private static boolean comparesWithAValue(AlphaNode alpha) {
        return alpha.getConstraint() instanceof IndexableConstraint constraint
                && constraint.getConstraintType() == ConstraintTypeOperator.EQUAL
                && isOfAField(constraint)
                && !IndexUtil.isBigDecimalEqualityConstraint(constraint);
    }

    /** Whether a constraint holds a whole number to a bound. */
    private static boolean isBound(AlphaNode alpha) {
        return alpha.getConstraint() instanceof IndexableConstraint constraint
                && (constraint.getConstraintType().isAscending()
                        || constraint.getConstraintType().isDescending())
                && isOfAField(constraint)
                && constraint.getFieldExtractor().getValueType().isIntegerNumber()
                && (constraint.getField().getValue() instanceof Integer
                        || constraint.getField().getValue() instanceof Long);
    }

    private static boolean isOfAField(IndexableConstraint constraint) {
        return constraint.getField() != null
                && !constraint.getField().isNull()
                && constraint.getFieldExtractor().getValueType() != ValueType.OBJECT_TYPE
                && constraint.getFieldExtractor().getIndex() >= 0;
    }

    @Override
    public void propagateAssertObject(InternalFactHandle handle, PropagationContext context, ReteEvaluator evaluator) {
        take(0, past.length, handle.getObject(), handle, context, evaluator);
    }

    private void take(
            int from,
            int end,
            Object fact,
            InternalFactHandle handle,
            PropagationContext context,
            ReteEvaluator evaluator) {
        int step = from;
        while (step < end) {
            Predicate1<Object> predicate = predicates[step];
            if (predicate != null) {
                step = passes(predicate, step, fact, handle, evaluator) ? step + 1 : past[step];
            } else if (sinks[step] != null) {
                sinks[step].assertObject(handle, context, evaluator);
                step++;
            } else if (choices[step] instanceof LookUp lookUp) {
                Integer start = lookUp.starts.get(value(lookUp.field, step, fact, handle, evaluator));
                if (start != null) {
                    take(start, past[start - 1], fact, handle, context, evaluator);
                }
                step = past[step];
            } else if (choices[step] instanceof Bounds bounds) {
                Object number = value(bounds.field, step, fact, handle, evaluator);
                int kept = number == null ? 0 : bounds.kept(((Number) number).longValue());
                for (int place = 0; place < kept; place++) {
                    int start = bounds.starts[place];
                    take(start, past[start - 1], fact, handle, context, evaluator);
                }
                step = past[step];
            } else {
                step = constraints[step].isAllowed(handle, evaluator) ? step + 1 : past[step];
            }
        }
    }

    private Object value(
            ReadAccessor field, int step, Object fact, InternalFactHandle handle, ReteEvaluator evaluator) {
        try {
            return field.getValue(evaluator, fact);
        } catch (RuntimeException e) {
            // the first of the tests that are asked together fails in the same way, and says by which rule
            constraints[step + 1].isAllowed(handle, evaluator);
            throw e;
        }
    }

    private boolean passes(
            Predicate1<Object> predicate, int step, Object fact, InternalFactHandle handle, ReteEvaluator evaluator) {
        try {
            return predicate.test(fact);
        } catch (Exception e) {
            // the constraint fails in the same way, and says by which rule
            return constraints[step].isAllowed(handle, evaluator);
        }
    }

    @Override
    public void propagateModifyObject(
            InternalFactHandle handle,
            ModifyPreviousTuples previous,
            PropagationContext context,
            ReteEvaluator evaluator) {
        nodes.propagateModifyObject(handle, previous, context, evaluator);
    }

    @Override
    public void byPassModifyToBetaNode(
            InternalFactHandle handle,
            ModifyPreviousTuples previous,
            PropagationContext context,
            ReteEvaluator evaluator) {
        nodes.byPassModifyToBetaNode(handle, previous, context, evaluator);
    }

    @Override
    public ObjectSinkPropagator addObjectSink(ObjectSink sink, int hashingThreshold, int rangeThreshold) {
        throw new IllegalStateException("a ruleset is never changed");
    }

    @Override
    public ObjectSinkPropagator removeObjectSink(ObjectSink sink) {
        throw new IllegalStateException("a ruleset is never changed");
    }

    @Override
    public BaseNode getMatchingNode(BaseNode candidate) {
        return nodes.getMatchingNode(candidate);
    }

    @Override
    public ObjectSink[] getSinks() {
        return nodes.getSinks();
    }

    @Override
    public int size() {
        return nodes.size();
    }

    @Override
    public boolean isEmpty() {
        return nodes.isEmpty();
    }

    @Override
    public void doLinkSubnetwork(ReteEvaluator evaluator) {
        nodes.doLinkSubnetwork(evaluator);
    }

    @Override
    public void doUnlinkSubnetwork(ReteEvaluator evaluator) {
        nodes.doUnlinkSubnetwork(evaluator);
    }

    @Override
    public void writeExternal(ObjectOutput out) {
        throw new IllegalStateException("a ruleset is never written as objects");
    }

    @Override
    public void readExternal(ObjectInput in) {
        throw new IllegalStateException("a ruleset is never written as objects");
    }
}
