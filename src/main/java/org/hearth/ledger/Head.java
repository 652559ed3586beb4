package org.hearth.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hearth.store.Objects;
import org.hearth.store.StaleException;

/**
 * How far the log is known to have gone, kept beside it: a log that ends earlier has lost records, which no chain can tell by
 * itself. It is written after the record, so it may be one behind.
 *
 * @param number the record
 * @param hash its hash
 */
record Head(long number, String hash) {

    private static final String NAME = "ledger/head";

    /** What is known; empty if there is none. */
    static Optional<Head> of(Objects objects) throws IOException {
        Optional<Objects.Stored> stored = objects.get(NAME);
        return stored.isEmpty()
                ? Optional.empty()
                : Optional.of(read(stored.get().bytes()));
    }

    private static Head read(byte[] written) throws IOException {
        String[] parts = new String(written, StandardCharsets.UTF_8).strip().split(" ");
        try {
            if (parts.length == 2 && Long.parseLong(parts[0]) > 0) {
                return new Head(Long.parseLong(parts[0]), parts[1]);
            }
        } catch (NumberFormatException e) {
            throw unreadable(e);
        }
        throw unreadable(null);
    }

    private static IOException unreadable(Exception cause) {
        return new BrokenLedgerException(
                "what says how far the record of releases went (`" + NAME
                        + "`) cannot be read; put it back from a backup",
                cause);
    }

    /** Moves it to this record, unless another has moved it further. */
    void keep(Objects objects) throws IOException {
        while (true) {
            Optional<Objects.Stored> known = objects.get(NAME);
            if (known.isPresent() && read(known.get().bytes()).number() >= number) {
                return;
            }
            try {
                objects.put(
                        NAME,
                        known.map(Objects.Stored::revision).orElse(0L),
                        (number + " " + hash + "\n").getBytes(StandardCharsets.UTF_8));
                return;
            } catch (StaleException another) {
                Thread.onSpinWait();
            }
        }
    }
}
