package org.hearth.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the properties of facts say, in the words of the list of predicates that comes with the program. */
final class Meanings {

    private static final String LIST = "hearth/rules/predicates.md";
    private static final Pattern LINE = Pattern.compile("\\| `(\\w+)` \\| `([\\w.]+)` \\| (.*) \\|");
    private static final Map<String, String> OF = read();

    private Meanings() {}

    private static Map<String, String> read() {
        Map<String, String> meanings = new HashMap<>();
        try (InputStream in = Meanings.class.getClassLoader().getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException("the program was packaged without its list of predicates");
            }
            Matcher line = LINE.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (line.find()) {
                meanings.put(line.group(1) + "." + line.group(2), line.group(3).split(";", 2)[0]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(meanings);
    }

    /** What a property says, up to its first semicolon; its name in words where the list does not have it. */
    static String of(Class<?> type, String path) {
        return OF.getOrDefault(type.getSimpleName() + "." + path, Property.words(path));
    }
}
