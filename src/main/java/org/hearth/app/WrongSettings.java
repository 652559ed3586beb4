package org.hearth.app;

import io.quarkus.runtime.configuration.MemorySize;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.Config;

/** Settings that are no values of their kind, told before the service starts, in words for whoever set them. */
final class WrongSettings {

    /**
     * A setting with a kind.
     *
     * @param name of the property
     * @param is whether a value makes sense
     * @param not what a value is that does not
     * @param instead what to write instead
     */
    private record Setting<T>(String name, Class<T> kind, Predicate<T> is, String not, String instead) {

        boolean isWrong(Config config) {
            // not every converter of the framework knows what to do with nothing
            if (config.getOptionalValue(name, String.class).isEmpty()) {
                return false;
            }
            try {
                return !is.test(config.getValue(name, kind));
            } catch (IllegalArgumentException | DateTimeException e) {
                return true;
            }
        }

        /** As the operator sets it: {@code HEARTH_STALLED_ANSWER}. */
        String variable() {
            return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
        }
    }

    private static final List<Setting<?>> SETTINGS = List.of(
            new Setting<>(
                    "hearth.stalled-answer",
                    Duration.class,
                    time -> !time.isNegative(),
                    "no time for which an answer may wait for its reader",
                    "write one such as 120S, or 0S for any time"),
            new Setting<>(
                    "hearth.drain",
                    Duration.class,
                    time -> !time.isNegative(),
                    "no time for which a service that is told to stop goes on answering",
                    "write one such as 5S"),
            new Setting<>(
                    "hearth.slowest-body",
                    Long.class,
                    pace -> pace >= 0,
                    "no number of bytes a second",
                    "write one such as 200, or 0 for any pace"),
            new Setting<>(
                    "hearth.batches",
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
                    "hearth.kept",
                    MemorySize.class,
                    size -> size.asLongValue() > 0,
                    "no amount of memory",
                    "write one such as 256M"),
            new Setting<>(
                    "hearth.zone", ZoneId.class, zone -> true, "no time zone", "write one such as America/New_York"));

    private WrongSettings() {}

    /**
     * Why a service must not start as it is configured, in lines that say what to set; empty if it may.
     *
     * @param config of the service
     */
    static List<String> refusal(Config config) {
        return SETTINGS.stream()
                .filter(setting -> setting.isWrong(config))
                .flatMap(setting ->
                        List.of(setting.variable() + " is " + setting.not(), "    " + setting.instead()).stream())
                .toList();
    }
}
