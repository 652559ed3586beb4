package org.hearth.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hearth.claim.Claim;
import org.hearth.x12.reading.GuidedReader;
import org.hearth.x12.reading.X12Item;

/**
 * An example's claim as an 837I: a few segments laid into the shipped sample of a 32X, which is synthetic and clean, a year
 * before its own. Each
 * line is a segment, or the beginning of one. A plain line names the place: the first segment from there on that begins so.
 * With {@code -} before it that segment is taken out; with {@code +} a segment is put in behind the place. The count in the
 * trailer is made to fit.
 *
 * <pre>{@code
 * - CL1
 * + CL1*9*1*300
 * }</pre>
 */
final class EdiExample {

    /** The field of an example's YAML that holds it. */
    static final String FIELD = "edi";

    private static final String SAMPLE = "/samples/home-health-0329.edi";

    /** The year of a date in the sample. */
    private static final Pattern DATE_OF_SAMPLE = Pattern.compile("(?<=[*:-])2025(?=\\d{4})");

    /** The year that it has in examples: one in which its codes surely held, so that a code that ends breaks none of them. */
    private static final String YEAR = "2024";

    private EdiExample() {}

    /** The YAML of an example's claim from a page's block. */
    static String yaml(String block) {
        return FIELD + ": |\n" + block.lines().map(line -> "  " + line + "\n").collect(Collectors.joining());
    }

    /**
     * The claim as it is read from the file.
     *
     * @throws IllegalArgumentException if the block names a place that is not there, or the claim cannot be read
     */
    static Claim claim(String block) {
        byte[] file = file(block).getBytes(StandardCharsets.ISO_8859_1);
        X12Item item = new GuidedReader(new ByteArrayInputStream(file), null).next();
        if (item instanceof X12Item.LocatedClaim read) {
            return read.claim();
        }
        throw new IllegalArgumentException("the claim cannot be read: " + item);
    }

    private static String file(String block) {
        List<String> segments = new ArrayList<>(sample());
        int place = 0;
        for (String line : block.split("\\R")) {
            if (line.isBlank()) {
                continue;
            }
            if (line.startsWith("+ ")) {
                segments.add(++place, line.substring(2) + "~");
            } else if (line.startsWith("- ")) {
                place = find(segments, line.substring(2), place) - 1;
                segments.remove(place + 1);
            } else {
                place = find(segments, line, place);
            }
        }
        count(segments);
        return String.join("\n", segments) + "\n";
    }

    private static int find(List<String> segments, String beginning, int from) {
        for (int index = from; index < segments.size(); index++) {
            if (segments.get(index).startsWith(beginning)) {
                return index;
            }
        }
        throw new IllegalArgumentException("no segment of the sample begins with `" + beginning + "` from there on");
    }

    private static void count(List<String> segments) {
        int st = find(segments, "ST*", 0);
        int se = find(segments, "SE*", st);
        segments.set(se, segments.get(se).replaceFirst("SE\\*\\d+", "SE*" + (se - st + 1)));
    }

    private static List<String> sample() {
        try (InputStream in = EdiExample.class.getResourceAsStream(SAMPLE)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)
                    .lines()
                    .map(segment -> DATE_OF_SAMPLE.matcher(segment).replaceAll(YEAR))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
