package org.hearth.fleet;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an instance says of itself: one line, {@code 2026-11-29+3f2a9c1d77e0 2 17}.
 *
 * @param judging what it judges by
 * @param beat how often it has said something, so that two announcements are never the same
 */
record Announcement(Judging judging, long beat) {

    /**
     * What an instance judges by.
     *
     * @param version of the ruleset
     * @param facts the edition of the program's facts
     */
    record Judging(String version, int facts) {}

    private static final int MOST_BYTES = 200;
    private static final Pattern FORM = Pattern.compile("([0-9A-Za-z.+-]{1,60}) (\\d{1,9}) (\\d{1,18})");

    byte[] bytes() {
        return (judging.version() + " " + judging.facts() + " " + beat).getBytes(StandardCharsets.US_ASCII);
    }

    /** What was said; empty if it cannot be read, such as that of a later edition. */
    static Optional<Announcement> read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return Optional.empty();
        }
        Matcher said = FORM.matcher(new String(bytes, StandardCharsets.US_ASCII));
        return said.matches()
                ? Optional.of(new Announcement(
                        new Judging(said.group(1), Integer.parseInt(said.group(2))), Long.parseLong(said.group(3))))
                : Optional.empty();
    }
}
