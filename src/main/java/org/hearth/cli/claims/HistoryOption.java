package org.hearth.cli.claims;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.hearth.batch.Intake;
import org.hearth.batch.Intakes;
import org.hearth.batch.Pasts;
import org.hearth.claim.Claim;
import org.hearth.cli.console.Console;
import org.hearth.data.DataFolder;
import org.hearth.finding.Shown;
import org.hearth.history.Earlier;
import org.hearth.history.Seal;
import org.hearth.history.SentClaims;
import org.hearth.json.Problems;
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

        private final SentClaims claims;
        private final SentStore store;

        private Opened(SentClaims claims, SentStore store) {
            this.claims = claims;
            this.store = store;
        }

        /** What was sent before. */
        SentClaims claims() {
            return claims;
        }

        @Override
        public void close() {
            if (store != null) {
                store.close();
            }
        }
    }

    /** A history that cannot be opened: whoever asks is told why. */
    private record Unusable(UnusableHistoryException why) implements SentClaims {

        @Override
        public List<List<Earlier>> of(List<Claim> claims) throws UnusableHistoryException {
            throw why;
        }

        @Override
        public Seal seal() {
            return Seal.NONE;
        }
    }

    /**
     * Opens the history to read it. One that cannot be opened is told of in the answer, and claims are judged without it:
     * whoever judges a claim must not wait for whoever keeps one.
     */
    Opened open(Console console) {
        if (file().isPresent()) {
            return new Opened(SentClaims.NONE, null);
        }
        try {
            HistorySettings settings = settings();
            SentStore store =
                    SentHistory.open(settings, SentHistory.Purpose.READ).orElse(null);
            if (store == null && place != null && settings.on()) {
                console.err().println("hearth: nothing is kept yet in " + settings.place());
            }
            return new Opened(store == null ? SentClaims.NONE : store, store);
        } catch (UnusableHistoryException e) {
            return new Opened(new Unusable(e), null);
        }
    }

    /** The file of claims that were sent before, if one is named. */
    Optional<String> file() {
        return Optional.ofNullable(place).filter(name -> new File(name).isFile());
    }

    /** Puts the claims of the file, if one is named, before those that are judged. */
    void collect(Pasts pasts, Console console) throws IOException {
        if (file().isEmpty()) {
            return;
        }
        String file = file().get();
        try (InputStream in = HistoryCommand.open(file)) {
            Intake claims = Intakes.open(in, null);
            long[] unread = {0};
            Problems torn = pasts.collect(() -> {
                Intake.Item item = claims.next();
                unread[0] += item instanceof Intake.Unread ? 1 : 0;
                return item;
            });
            if (torn != null) {
                throw new IOException("the claims of " + Shown.value(file) + " cannot be read: " + torn.detail());
            }
            if (unread[0] > 0) {
                console.err()
                        .println("hearth: " + unread[0] + " of the claims of " + Shown.value(file)
                                + " cannot be read and are no past of any; check that file by itself");
            }
        }
        pasts.begin();
    }

    /** Stands for the history that is asked: a file by its size, else by its place. */
    String named() {
        if (file().isPresent()) {
            return "a file of " + new File(place).length() + " bytes";
        }
        try {
            HistorySettings settings = settings();
            return settings.on() ? settings.place() : "none";
        } catch (UnusableHistoryException e) {
            // it is told of in the answer
            return "unusable";
        }
    }

    /** Where the history is. */
    HistorySettings settings() throws UnusableHistoryException {
        HistorySettings configured = HistorySettings.ofEnvironment(DataFolder.standard());
        return place == null ? configured : configured.at(place);
    }
}
