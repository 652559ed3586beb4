package org.hearth.web.rest;

import java.util.Optional;
import org.hearth.fleet.Standing;

/** What this instance sees of the others that share its store. */
public interface FleetView {

    /** Whether there may be others. */
    boolean isShared();

    /** Who judges by what; empty where no store is shared, or while it does not answer. */
    Optional<Standing> standing();
}
