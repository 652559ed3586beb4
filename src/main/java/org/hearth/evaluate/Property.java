package org.hearth.evaluate;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hearth.codes.Day;
import org.hearth.codes.DayNumber;
import org.hearth.facts.ClaimFacts;
import org.hearth.facts.line.Line;
import org.hearth.finding.FromRow;
import org.hearth.finding.InWords;
import org.hearth.finding.Subject;

/** The properties of facts, by the names that rules have for them, and both in words. */
final class Property {

    private Property() {}

    /** The value of a property; a dotted name goes on into the value. {@code null} where there is none. */
    static Object of(Object fact, String path) {
        Object value = fact;
        for (String name : path.split("\\.")) {
            if (value == null) {
                return null;
            }
            value = value instanceof Collection<?> items && name.equals("size")
                    ? items.size()
                    : invoke(value, method(value, name, 0));
        }
        return value;
    }

    /** Whether a fact, or a map in the place of one, has a value of this name. */
    static boolean has(Object fact, String path) {
        String first = path.split("\\.")[0];
        if (fact instanceof java.util.Map<?, ?> map) {
            return map.get(first) != null;
        }
        return Arrays.stream(fact.getClass().getMethods())
                        .anyMatch(method -> method.getName().equals(first) && method.getParameterCount() == 0)
                && of(fact, path) != null;
    }

    /** Whether a fact says yes when it is asked for a code by a method that takes several. */
    static boolean asked(Object fact, String path, String code) {
        int dot = path.lastIndexOf('.');
        Object target = dot < 0 ? fact : of(fact, path.substring(0, dot));
        Method method = method(target, path.substring(dot + 1), 1);
        Object codes = method.getParameterTypes()[0] == List.class ? List.of(code) : new String[] {code};
        return (Boolean) invoke(target, method, codes);
    }

    /** The value of a property that has a place, such as a character of a code. */
    static Object at(Object fact, String name, int place) {
        return invoke(fact, method(fact, name, 1), place);
    }

    private static Method method(Object target, String name, int parameters) {
        return find(target.getClass(), name, parameters)
                .orElseThrow(() -> new IllegalStateException("no `" + name + "` of " + target.getClass()));
    }

    private static Optional<Method> find(Class<?> type, String name, int parameters) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == parameters)
                .findFirst();
    }

    private static Object invoke(Object target, Method method, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read `" + method.getName() + "` of " + target.getClass(), e);
        }
    }

    /** A day as rules compare it, as a date; {@code none} where there is none. */
    static String day(Object day) {
        return day instanceof Integer number && number > Day.FIRST && number < Day.LAST
                ? Day.date(number).toString()
                : "none";
    }

    /** Whether the number of a property is a day, as its fact says; of a dotted name the last part decides. */
    static boolean isDay(Class<?> type, String path) {
        Class<?> owner = type;
        boolean day = false;
        for (String name : path.split("\\.")) {
            Method method = find(owner, name, 0).orElse(null);
            if (method == null) {
                return false;
            }
            day = isMarked(owner, name);
            owner = method.getReturnType();
        }
        return day;
    }

    private static boolean isMarked(Class<?> type, String name) {
        return type != null
                && (Arrays.stream(type.getDeclaredMethods())
                                .anyMatch(method -> method.getName().equals(name)
                                        && method.getParameterCount() == 0
                                        && method.isAnnotationPresent(DayNumber.class))
                        || isMarked(type.getSuperclass(), name)
                        || Arrays.stream(type.getInterfaces()).anyMatch(declared -> isMarked(declared, name)));
    }

    /** The value of a property as an analyst would write it. */
    static String text(Object fact, String path) {
        return text(of(fact, path), fact != null && isDay(fact.getClass(), path));
    }

    /**
     * A value as an analyst would write it.
     *
     * @param day whether a number is a day
     */
    static String text(Object value, boolean day) {
        if (value == null || value instanceof Collection<?> items && items.isEmpty() || "".equals(value)) {
            return "none";
        }
        if (value instanceof Integer number) {
            return number == Integer.MAX_VALUE ? "open" : day ? day(number) : number.toString();
        }
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Collection<?> items) {
            return items.stream().map(item -> text(item, day)).collect(Collectors.joining(", "));
        }
        return isFact(value) ? "that " + kind(value.getClass()) : value.toString();
    }

    /** Whether a value is a fact of its own, of which no text is shown. */
    private static boolean isFact(Object value) {
        return value instanceof Subject
                || value instanceof FromRow
                || value.getClass().isAnnotationPresent(InWords.class)
                || value.getClass().getPackageName().startsWith(ClaimFacts.class.getPackageName());
    }

    /** What a kind of fact is called, as it says of itself. */
    static String kind(Class<?> type) {
        InWords words = type.getAnnotation(InWords.class);
        return words == null ? "fact" : words.value();
    }

    /** A property's name in words. */
    static String words(String path) {
        if (path.endsWith(".size")) {
            return "number of " + words(path.substring(0, path.length() - ".size".length()));
        }
        if (path.endsWith(".signum")) {
            return "sign of " + words(path.substring(0, path.length() - ".signum".length()));
        }
        return spaced(path.replace('.', ' '));
    }

    private static String spaced(String name) {
        return name.replaceAll("(?<=[a-z])([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    /** The number of the line that a fact is about, or {@code null}. */
    static Integer line(Object fact) {
        if (fact instanceof Subject subject && subject.lineNumber() != null) {
            return subject.lineNumber();
        }
        boolean onLine = Arrays.stream(fact.getClass().getMethods())
                .anyMatch(method -> method.getName().equals("line")
                        && method.getParameterCount() == 0
                        && method.getReturnType() == Line.class);
        return onLine && of(fact, "line") instanceof Line line ? line.lineNumber() : null;
    }
}
