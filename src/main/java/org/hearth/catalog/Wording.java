package org.hearth.catalog;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hearth.finding.Counted;

/**
 * A text with {@code {name}} in it, each to be replaced by the property of that name of the first fact that has one. A
 * list between backticks becomes its items between backticks; a dotted name goes on into the value; an amount after a
 * dollar sign has two decimals. {@code {name|day|days}} is a number with what it counts: {@code 1 day}, {@code 3 days}.
 */
public final class Wording {

    private static final ClassValue<Map<String, Method>> ACCESSORS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return java.util.Arrays.stream(type.getMethods())
                    .filter(method -> method.getParameterCount() == 0
                            && method.getReturnType() != void.class
                            && !Modifier.isStatic(method.getModifiers())
                            && Modifier.isPublic(method.getDeclaringClass().getModifiers())
                            && method.getDeclaringClass() != Object.class)
                    .collect(Collectors.toUnmodifiableMap(Method::getName, method -> method, (one, other) -> one));
        }
    };

    /** The name, what it counts if it is one, and if it is several. */
    private static final int COUNTED_WORDS = 3;

    private sealed interface Part {}

    private record Literal(String text) implements Part {}

    /**
     * @param counted what the number counts, of one and of several, or empty where the value stands for itself
     */
    private record Placeholder(List<String> path, List<String> counted, boolean quoted, boolean money)
            implements Part {}

    private final List<Part> parts;

    private Wording(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** The wording of a template. */
    public static Wording of(String template) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < template.length()) {
            int open = template.indexOf('{', at);
            int close = open < 0 ? -1 : template.indexOf('}', open);
            if (close < 0) {
                break;
            }
            boolean quoted = open > 0
                    && template.charAt(open - 1) == '`'
                    && close + 1 < template.length()
                    && template.charAt(close + 1) == '`';
            parts.add(new Literal(template.substring(at, open)));
            boolean money = open > 0 && template.charAt(open - 1) == '$';
            String[] words = template.substring(open + 1, close).split("\\|");
            List<String> counted = words.length == COUNTED_WORDS ? List.of(words[1], words[2]) : List.of();
            parts.add(new Placeholder(List.of(words[0].split("\\.")), counted, quoted, money));
            at = close + 1;
        }
        parts.add(new Literal(template.substring(at)));
        return new Wording(parts);
    }

    /** The names in the template, in order. */
    public List<String> names() {
        return parts.stream()
                .filter(Placeholder.class::isInstance)
                .map(part -> String.join(".", ((Placeholder) part).path()))
                .toList();
    }

    /** The names in the template that no fact has, in order. */
    public List<String> unresolved(List<?> facts) {
        return parts.stream()
                .filter(Placeholder.class::isInstance)
                .map(Placeholder.class::cast)
                .filter(placeholder -> value(placeholder, facts) == null)
                .map(placeholder -> String.join(".", placeholder.path()))
                .toList();
    }

    /** The value of the only name in the template; {@code null} where no fact has it. */
    Object property(List<?> facts) {
        return parts.stream()
                .filter(Placeholder.class::isInstance)
                .map(part -> value((Placeholder) part, facts))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether the only name in the template is something: not absent, not false, not 0 and no empty list. */
    boolean holds(List<?> facts) {
        Object value = property(facts);
        if (value instanceof Number number) {
            return new BigDecimal(number.toString()).signum() != 0;
        }
        if (value instanceof Collection<?> items) {
            return !items.isEmpty();
        }
        return value != null && !Boolean.FALSE.equals(value);
    }

    /** The text, with a name that no fact has left as it stands. */
    public String render(List<?> facts) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Literal literal) {
                text.append(literal.text());
            } else if (part instanceof Placeholder placeholder) {
                Object value = value(placeholder, facts);
                text.append(
                        value == null ? "{" + String.join(".", placeholder.path()) + "}" : shown(value, placeholder));
            }
        }
        return text.toString();
    }

    private static String shown(Object value, Placeholder placeholder) {
        List<String> counted = placeholder.counted();
        if (counted.isEmpty()) {
            return text(placeholder.money() ? cents(value) : value, placeholder.quoted());
        }
        return Counted.of(text(value, false), counted.get(0), counted.get(1));
    }

    /** The value itself where the template is one placeholder and nothing else, the text otherwise. */
    public Object value(List<?> facts) {
        if (parts.size() == 3
                && parts.get(1) instanceof Placeholder only
                && ((Literal) parts.get(0)).text().isEmpty()
                && ((Literal) parts.get(2)).text().isEmpty()) {
            Object value = value(only, facts);
            return value instanceof Number ? value : value == null ? null : text(value, false);
        }
        return render(facts);
    }

    /** An amount of dollars has two decimals, and more only where it was billed with more. */
    private static Object cents(Object value) {
        return value instanceof BigDecimal amount && amount.scale() < 2 ? amount.setScale(2) : value;
    }

    private static String text(Object value, boolean quoted) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(item -> text(item, false)).collect(Collectors.joining(quoted ? "`, `" : ", "));
        }
        return String.valueOf(value);
    }

    private static Object value(Placeholder placeholder, List<?> facts) {
        for (Object fact : facts) {
            Object value = fact;
            for (String name : placeholder.path()) {
                value = value == null ? null : property(value, name);
            }
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static Object property(Object fact, String name) {
        if (fact instanceof Map<?, ?> map) {
            return map.get(name);
        }
        Method accessor = ACCESSORS.get(fact.getClass()).get(name);
        if (accessor == null) {
            return null;
        }
        try {
            return accessor.invoke(fact);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read `" + name + "` of " + fact.getClass(), e);
        }
    }
}
