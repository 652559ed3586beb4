package org.hearth.draft;

import java.io.IOException;
import java.util.Optional;
import org.hearth.ledger.Act;
import org.hearth.ledger.ReleaseRecord;
import org.hearth.ledger.SurpassedException;

/** Where a draft is published: what judges claims there, and how that is exchanged. */
public interface Publishing {

    /**
     * The version of the ruleset that judges claims now; empty while there is none.
     *
     * @throws IOException if that cannot be read
     */
    Optional<String> active() throws IOException;

    /** The folder that says what is active, and in the place of which nothing is published; empty if there is none. */
    Optional<String> watched();

    /**
     * Whether it is recorded that a draft was published.
     *
     * @param draft its id
     * @param version what it was to be published as
     * @throws IOException if the record cannot be read
     */
    boolean recorded(String draft, String version) throws IOException;

    /**
     * Makes a kept ruleset the active one in the place of that which it was checked on.
     *
     * @param checkedOn the version that was active when it was checked
     * @return what was recorded; empty if it was active already
     * @throws DraftException if it cannot be
     * @throws SurpassedException if another is active, or recorded and soon active; then nothing has changed
     * @throws IOException if it cannot be recorded; then nothing has changed
     */
    Optional<ReleaseRecord> publish(String version, String checkedOn, Act act) throws DraftException, IOException;
}
