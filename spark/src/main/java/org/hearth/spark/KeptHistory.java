package org.hearth.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hearth.claim.Claim;
import org.hearth.data.DataFolder;
import org.hearth.database.Database;
import org.hearth.database.Postgresql;
import org.hearth.history.Earlier;
import org.hearth.history.Seal;
import org.hearth.history.SentClaims;
import org.hearth.sent.HistorySettings;
import org.hearth.sent.SentHistory;
import org.hearth.sent.UnusableHistoryException;

/**
 * What was marked as sent, opened once by each virtual machine that judges and closed with it. A run does not go on without
 * the history that it was given: a part that was judged without it would look like the others.
 */
final class KeptHistory {

    private static final Map<String, SentClaims> OPENED = new ConcurrentHashMap<>();

    private KeptHistory() {}

    /** Whether that is where what was marked as sent is kept, and no file of claims. */
    static boolean isPlace(String name) {
        return isShared(name) || Files.isRegularFile(Database.file(Path.of(name)));
    }

    /** Whether several virtual machines can read it: a folder belongs to one at a time. */
    static boolean isShared(String place) {
        return Postgresql.isUrl(place);
    }

    /** What is kept in a place, a folder or the URL of a PostgreSQL; {@code null} for none. */
    static SentClaims of(String place) {
        return place == null ? SentClaims.NONE : OPENED.computeIfAbsent(place, KeptHistory::open);
    }

    private static SentClaims open(String place) {
        try {
            HistorySettings settings =
                    HistorySettings.ofEnvironment(DataFolder.standard()).at(place);
            return SentHistory.open(settings, SentHistory.Purpose.READ)
                    .<SentClaims>map(Needed::new)
                    .orElse(SentClaims.NONE);
        } catch (UnusableHistoryException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Needed(SentClaims kept) implements SentClaims {

        @Override
        public List<List<Earlier>> of(List<Claim> claims) {
            try {
                return kept.of(claims);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Seal seal() {
            return kept.seal();
        }
    }
}
