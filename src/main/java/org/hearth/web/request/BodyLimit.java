package org.hearth.web.request;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.hearth.json.Problems;

/** How large the body of a request may be, and how slowly it may come. */
@Singleton
public final class BodyLimit {

    /** The framework's property of how large a body may be. */
    public static final String KEY = "quarkus.http.limits.max-body-size";

    /** The property that says how many bytes a second must come at least, once a body was waited for some seconds; 0 for any. */
    private static final String SLOWEST = "hearth.slowest-body";

    private static final long DEFAULT_SLOWEST = 200;
    private static final long SECONDS_OF_GRACE = 15;
    private static final long MOST_SECONDS = 900;

    private final long bytes;
    private final long slowest;

    @Inject
    BodyLimit(Config config) {
        this(
                config.getValue(KEY, MemorySize.class).asLongValue(),
                config.getOptionalValue(SLOWEST, Long.class).orElse(DEFAULT_SLOWEST));
    }

    /**
     * @param bytes the most bytes
     * @param slowest bytes a second, 0 if any pace will do
     */
    BodyLimit(long bytes, long slowest) {
        this.bytes = bytes;
        this.slowest = slowest;
    }

    /** The most bytes that a body may have. */
    public long bytes() {
        return bytes;
    }

    /** What a body above the limit is answered with. */
    public Problems problem() {
        return Answers.tooLarge(
                bytes, "send fewer claims at a time, or have the limit raised (`HEARTH_MAX_BODY_BYTES`)");
    }

    /**
     * Whether a body comes so slowly that its place is better given to another.
     *
     * @param read how many bytes have come
     * @param seconds how long they were waited for, in all
     */
    public boolean drips(long read, long seconds) {
        return slowest > 0 && seconds > SECONDS_OF_GRACE && (read < seconds * slowest || seconds > MOST_SECONDS);
    }

    /** What a body that drips is answered with. */
    public Problems tooSlow() {
        return Problems.of(
                408,
                "body too slow",
                "the body came slower than " + slowest + " bytes a second, or took longer than " + MOST_SECONDS
                        + " seconds; send it at once, packed, or in parts (`HEARTH_SLOWEST_BODY` sets the pace)");
    }
}
