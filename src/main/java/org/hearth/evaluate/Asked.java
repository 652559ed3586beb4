package org.hearth.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.model.SingleConstraint;
import org.drools.model.Variable;
import org.hearth.finding.Condition;
import org.hearth.tables.content.Column;
import org.hearth.tables.content.ColumnType;
import org.hearth.tables.content.RowsMirror;

/**
 * One constraint of a rule.
 *
 * @param constraint as the engine runs it
 * @param drl as it was written
 * @param cell the cell that it comes from, or {@code null} where a rule or a hidden row says it
 */
record Asked(SingleConstraint constraint, String drl, Cell cell) {

    /**
     * A cell of a decision table.
     *
     * @param column its column
     * @param name such as {@code B10}
     * @param value what it holds
     * @param snippet the constraint, with {@code $param} for the value
     */
    record Cell(Column column, String name, Object value, String snippet) {}

    private static final Pattern COMPARISON = Pattern.compile(
            "([a-z]\\w*(?:\\.\\w+)*)(?:\\(([^)]*)\\))?\\s*(?:(==|!=|<=|>=|<|>|not in|in|not contains|contains)\\s*(.+))?");

    private static final Map<String, String> WORDS = Map.of(
            "==", "is",
            "!=", "is not",
            "<=", "at most",
            ">=", "at least",
            "<", "below",
            ">", "above",
            "in", "one of",
            "not in", "none of",
            "contains", "has",
            "not contains", "has no");

    /** Whether the facts meet it. */
    boolean holds(Map<Variable<?>, Object> bound) {
        Variable<?>[] variables = constraint.getVariables();
        Object[] values = new Object[variables.length];
        for (int i = 0; i < variables.length; i++) {
            values[i] = bound.get(variables[i]);
        }
        try {
            return constraint.getPredicate().test(values);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What it asks of a fact and what the fact has.
     *
     * @param fact {@code null} where there is none
     */
    Condition condition(Object fact, Map<Variable<?>, Object> bound) {
        return condition(fact, bound, (type, path) -> Property.words(path));
    }

    /**
     * What it asks of a fact and what the fact has, properties in the words of {@link Meanings}, for people who do not know
     * the facts.
     */
    Condition meant(Object fact, Map<Variable<?>, Object> bound) {
        return condition(fact, bound, Meanings::of);
    }

    /** How a property of a kind of fact is called. */
    private interface Naming {
        String of(Class<?> type, String path);
    }

    private Condition condition(Object fact, Map<Variable<?>, Object> bound, Naming naming) {
        Matcher comparison = COMPARISON.matcher(drl);
        if (cell != null) {
            return new Condition(
                    cell.column().heading(),
                    cell.name(),
                    RowsMirror.text(cell.value()),
                    fact == null ? null : cellValue(fact));
        }
        if (!comparison.matches() || comparison.group(2) != null || drl.contains("||") || drl.contains("&&")) {
            return new Condition("condition", null, drl.replace("$", ""), null);
        }
        String path = comparison.group(1);
        // the fact comes first among what the constraint takes
        Class<?> type = constraint.getVariables()[0].getType();
        boolean day = Property.isDay(fact == null ? type : fact.getClass(), path);
        String has = fact == null ? null : Property.text(Property.of(fact, path), day);
        String wants = wants(
                comparison.group(3),
                comparison.group(4),
                operand -> operand(operand, fact, bound, day, name -> naming.of(type, name)));
        return new Condition(naming.of(type, path), null, wants, has);
    }

    /** What the fact has under the cell's column; of codes that a method is asked for, those that it has. */
    private String cellValue(Object fact) {
        Matcher comparison = COMPARISON.matcher(cell.snippet());
        if (!comparison.matches()) {
            return null;
        }
        String path = comparison.group(1);
        String arguments = comparison.group(2);
        if (arguments != null && arguments.contains("$param")) {
            boolean has = !path.equals("lacks");
            List<String> given = new ArrayList<>();
            for (Object code : cell.value() instanceof List<?> codes ? codes : List.of(cell.value())) {
                if (Property.asked(fact, path, (String) code) == has) {
                    given.add((String) code);
                }
            }
            return Property.text(given, false);
        }
        if (arguments != null) {
            return Property.text(Property.at(fact, path, Integer.parseInt(arguments.strip())), false);
        }
        return cell.column().type().kind() == ColumnType.Kind.DATE
                ? Property.day(Property.of(fact, path))
                : Property.text(fact, path);
    }

    private static String wants(String operator, String operand, UnaryOperator<String> words) {
        if (operand.equals("null")) {
            return operator.equals("==") ? "is not given" : "is given";
        }
        return WORDS.get(operator) + " " + words.apply(operand);
    }

    /**
     * A literal as an analyst would write it; the value of a property or of another fact beside its name.
     *
     * @param day whether what it is compared with is a day
     * @param name how a property of the fact is called
     */
    private static String operand(
            String operand, Object fact, Map<Variable<?>, Object> bound, boolean day, UnaryOperator<String> name) {
        if (operand.startsWith("\"") || operand.startsWith("(")) {
            return operand.replaceAll("[\"()]", "").strip();
        }
        if (operand.matches("-?\\d+")) {
            return operand;
        }
        if (operand.equals("true") || operand.equals("false")) {
            return operand.equals("true") ? "yes" : "no";
        }
        if (operand.startsWith("$")) {
            String[] names = operand.substring(1).split("\\.", 2);
            Object value = bound.entrySet().stream()
                    .filter(entry -> entry.getKey().getName().equals("$" + names[0]))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
            return names.length == 1 ? Property.text(value, day) : Property.text(value, names[1]);
        }
        return name.apply(operand) + (fact == null ? "" : " (" + Property.text(fact, operand) + ")");
    }
}
