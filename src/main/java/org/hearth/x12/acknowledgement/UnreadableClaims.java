package org.hearth.x12.acknowledgement;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hearth.x12.reading.X12Problem;

/** The statuses of claims that cannot be read, from {@code unreadable-claims.csv} beside this class. */
final class UnreadableClaims {

    private static final Map<String, String[]> ROWS = rows();

    private UnreadableClaims() {}

    /** The statuses of a claim's problems, each once, in the order of the file. */
    static Set<ClaimStatus> statuses(List<X12Problem> problems) {
        Set<ClaimStatus> statuses = new LinkedHashSet<>();
        for (X12Problem problem : problems) {
            String[] row = ROWS.get(problem.field().replaceAll("/[0-9]+", "/*"));
            statuses.add(ClaimStatus.of(row == null ? null : row[problem.missing() ? 1 : 2], problem.message()));
        }
        return statuses;
    }

    private static Map<String, String[]> rows() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                UnreadableClaims.class.getResourceAsStream("unreadable-claims.csv"), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(","))
                    .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> cells));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
