package org.hearth.web.identity;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A call and what it needs.
 *
 * @param method such as {@code GET}
 * @param path as the description of the calls has it: {@code {name}} is a part without a slash; a {@code *} at the end is
 *     anything, or nothing
 * @param right what it needs
 */
public record Call(String method, String path, Right right) {

    /** What is asked of a path: whether it is this one's. */
    Pattern pattern() {
        boolean open = path.endsWith("*");
        String fixed = open ? path.substring(0, path.length() - 1) : path;
        return Pattern.compile(Stream.of(fixed.split("(?=\\{)|(?<=\\})"))
                        .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                        .collect(Collectors.joining())
                + (open ? ".*" : ""));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
