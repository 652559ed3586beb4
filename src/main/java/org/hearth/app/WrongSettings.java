package org.hearth.app;

import io.quarkus.runtime.configuration.MemorySize;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.Config;
import org.hearth.decision.LogSettings;
import org.hearth.sent.HistorySettings;

/** Settings that are no values of their kind, told before the service starts, in words for whoever set them. */
final class WrongSettings {

    /**
     * A setting with a kind.
     *
     * @param name of the property
     * @param kind what its text is read as
     * @param is whether a value makes sense
     * @param not what a value is that does not
     * @param instead what to write instead
     */
    private record Setting<T>(String name, Class<T> kind, Predicate<T> is, String not, String instead) {

        boolean isWrong(Config config) {
            // an empty text is none, and not every converter knows that
            if (config.getOptionalValue(name, String.class).isEmpty()) {
                return false;
            }
            try {
                return !is.test(config.getValue(name, kind));
            } catch (IllegalArgumentException | DateTimeException | ArithmeticException | NoSuchElementException e) {
                return true;
            }
        }

        /** As the operator sets it: {@code HEARTH_STALLED_ANSWER}. */
        String variable() {
            return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        }
    }

    /** Longer than anybody waits, and short enough to be counted in nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(30);

    private static final List<Setting<?>> SETTINGS = List.of(
            new Setting<>(
                    "hearth.stalled-answer",
                    Duration.class,
                    WrongSettings::isATime,
                    "no time for which an answer may wait for its reader",
                    "write one such as 120S, or 0S for any time"),
            new Setting<>(
                    "hearth.drain",
                    Duration.class,
                    WrongSettings::isATime,
                    "no time for which a service that is told to stop goes on answering",
                    "write one such as 5S"),
            new Setting<>(
                    "hearth.slowest-body",
                    Long.class,
                    pace -> pace >= 0,
                    "no number of bytes a second",
                    "write one such as 200, or 0 for any pace"),
            new Setting<>(
                    "hearth.max-batches",
                    Integer.class,
                    count -> count > 0,
                    "no number of batches at a time",
                    "write one from 1"),
            new Setting<>(
                    "hearth.evaluations",
                    Integer.class,
                    count -> count > 0,
                    "no number of claims at a time",
                    "write one from 1, such as 1000"),
            new Setting<>(
                    "hearth.max-body-bytes",
                    MemorySize.class,
                    size -> size.asLongValue() > 0,
                    "no size of a body",
                    "write one such as 300M"),
            new Setting<>(
                    "hearth.kept",
                    MemorySize.class,
                    size -> size.asLongValue() > 0,
                    "no amount of memory",
                    "write one such as 256M"),
            new Setting<>(
                    "hearth.zone", ZoneId.class, zone -> true, "no time zone", "write one such as America/New_York"),
            new Setting<>(
                    HistorySettings.MODE,
                    String.class,
                    HistorySettings::isMode,
                    "neither on nor read nor off",
                    "write one of them"),
            words("hearth.warm-up", "true", "false"),
            words("hearth.log", "json", "text"),
            words("hearth.oidc.https", "true", "false"),
            words("hearth.oidc.roles-from", "idtoken", "accesstoken"),
            new Setting<>(
                    "hearth.oidc.session",
                    Duration.class,
                    time -> isATime(time) && !time.isZero(),
                    "no time for which a login can be renewed",
                    "write one such as 30M"));

    private WrongSettings() {}

    /**
     * Why a service must not start as it is configured, in lines that say what to set; empty if it may.
     *
     * @param config of the service
     */
    static List<String> refusal(Config config) {
        List<String> lines = new ArrayList<>();
        for (Setting<?> setting : SETTINGS) {
            if (setting.isWrong(config)) {
                lines.add(setting.variable() + " is " + setting.not());
                lines.add("    " + setting.instead());
            }
        }
        try {
            LogSettings.of(name -> config.getOptionalValue(name, String.class).orElse(null));
        } catch (IllegalArgumentException e) {
            lines.add(e.getMessage());
        }
        return lines;
    }

    private static Setting<String> words(String name, String one, String other) {
        return new Setting<>(
                name,
                String.class,
                word -> word.equalsIgnoreCase(one) || word.equalsIgnoreCase(other),
                "neither " + one + " nor " + other,
                "write one of them");
    }

    private static boolean isATime(Duration time) {
        return !time.isNegative() && time.compareTo(LONGEST) <= 0;
    }
}
