package org.hearth.web.request;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.hearth.json.Problems;

/** How large the body of a request may be. */
@Singleton
public final class BodyLimit {

    private static final String KEY = "quarkus.http.limits.max-body-size";

    private final long bytes;

    BodyLimit(Config config) {
        bytes = config.getValue(KEY, MemorySize.class).asLongValue();
    }

    /** The most bytes that a body may have. */
    public long bytes() {
        return bytes;
    }

    /** What a body above the limit is answered with. */
    public Problems problem() {
        return Answers.tooLarge(bytes, "send fewer claims at a time, or have the limit raised (`" + KEY + "`)");
    }
}
