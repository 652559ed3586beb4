package org.hearth.ledger;

import java.io.IOException;

/** Another release was recorded than the caller knows, and nothing was; the message says which, and what to do. */
public final class SurpassedException extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param last what was recorded, and the caller did not know */
    public SurpassedException(ReleaseRecord last) {
        super(
                "release " + last.number() + " made `" + last.version()
                        + "` the active ruleset, which this was not checked on, so nothing has changed; look at it, and try again");
    }
}
