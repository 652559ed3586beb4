package org.hearth.app;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps what somebody wrote into an address out of the metrics: a request that is refused before anybody knows its call would be
 * told with its path as sent, any number of them, whatever stands in it. Only the paths of the described calls and of the pages are
 * told as they are.
 */
@Singleton
final class KnownPaths implements MeterFilter {

    private static final String METERS = "http.server";
    private static final String PATH = "uri";
    private static final String OTHER = "other";
    private static final String DESCRIPTION = "META-INF/openapi.yaml";
    private static final Pattern DESCRIBED = Pattern.compile("(?m)^ {2}(/\\S*):\\s*$");

    /** What the server itself says in the place of a path, and the pages, which the description of the calls leaves out. */
    private static final List<String> OTHERS = List.of(
            "NOT_FOUND",
            "REDIRECTION",
            "UNKNOWN",
            "root",
            "/",
            "/episodes",
            "/findings",
            "/findings/{id}",
            "/status",
            "/tables");

    private final Set<String> known = new HashSet<>(OTHERS);

    KnownPaths() {
        try (InputStream in = KnownPaths.class.getClassLoader().getResourceAsStream(DESCRIPTION)) {
            if (in == null) {
                throw new IllegalStateException("the program was packaged without the description of its calls");
            }
            Matcher path = DESCRIBED.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            while (path.find()) {
                known.add(path.group(1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Meter.Id map(Meter.Id id) {
        String path = id.getName().startsWith(METERS) ? id.getTag(PATH) : null;
        return path == null || known.contains(path)
                ? id
                : id.replaceTags(id.getTags().stream()
                        .map(tag -> tag.getKey().equals(PATH) ? Tag.of(PATH, OTHER) : tag)
                        .toList());
    }
}
