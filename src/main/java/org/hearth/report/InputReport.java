package org.hearth.report;

import java.io.IOException;
import java.util.List;

/** A report that also has a place for what could not be read of its inputs. */
public interface InputReport {

    /**
     * Writes why a claim could not be read.
     *
     * @param file the input's name, or {@code null}
     * @param claimId the sender's own number for the claim, or {@code null} if it is not known
     * @throws IOException if it cannot be written
     */
    void unreadable(String file, String claimId, List<Unreadable> why) throws IOException;

    /**
     * Writes why an input could not be read whole.
     *
     * @param file the input's name, or {@code null}
     * @throws IOException if it cannot be written
     */
    void damaged(String file, List<Unreadable> why) throws IOException;

    /**
     * Writes what breaks the guide of an input and is in none of the claims that are judged.
     *
     * @param file the input's name, or {@code null}
     * @throws IOException if it cannot be written
     */
    void errors(String file, List<Unreadable> errors) throws IOException;

    /**
     * Writes what a payer may not take of an input, though it was read.
     *
     * @param file the input's name, or {@code null}
     * @throws IOException if it cannot be written
     */
    void warnings(String file, List<Unreadable> warnings) throws IOException;

    /**
     * Writes the end of the report.
     *
     * @param tally what was counted while the claims were written
     * @throws IOException if it cannot be written
     */
    void end(Tally tally) throws IOException;
}
