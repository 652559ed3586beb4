package org.hearth.cli;

import java.io.File;
import java.util.Optional;
import org.hearth.data.DataFolder;
import org.hearth.history.SentClaims;
import org.hearth.sent.HistorySettings;
import org.hearth.sent.SentHistory;
import org.hearth.sent.SentStore;
import org.hearth.sent.UnusableHistoryException;
import picocli.CommandLine.Option;

/** The option of every command that looks at what was sent before. */
final class HistoryOption {

    @Option(
            names = "--history",
            paramLabel = "none|FILE|DIR|URL",
            description =
                    "what was sent before: a file of claims, the folder or PostgreSQL where what was marked as sent"
                            + " is kept, or none (default: as `hearth history on` or the environment says)")
    private String place;

    /** A history that was opened, or none. */
    static final class Opened implements AutoCloseable {

        private final SentStore store;

        private Opened(SentStore store) {
            this.store = store;
        }

        /** What was sent before. */
        SentClaims claims() {
            return store == null ? SentClaims.NONE : store;
        }

        @Override
        public void close() {
            if (store != null) {
                store.close();
            }
        }
    }

    /**
     * Opens the history to read it. One that cannot be opened is told of on standard error, and claims are judged without
     * it: whoever judges a claim must not wait for whoever keeps one.
     */
    Opened open(Console console) {
        if (file().isPresent()) {
            return new Opened(null);
        }
        try {
            return new Opened(
                    SentHistory.open(settings(), SentHistory.Purpose.READ).orElse(null));
        } catch (UnusableHistoryException e) {
            console.err().println("hearth: claims are judged without what was sent before: " + e.getMessage());
            return new Opened(null);
        }
    }

    /** The file of claims that were sent before, if one is named. */
    Optional<String> file() {
        return Optional.ofNullable(place).filter(name -> new File(name).isFile());
    }

    /** Where the history is. */
    HistorySettings settings() throws UnusableHistoryException {
        HistorySettings configured = HistorySettings.ofEnvironment(DataFolder.standard());
        return place == null ? configured : configured.at(place);
    }
}
