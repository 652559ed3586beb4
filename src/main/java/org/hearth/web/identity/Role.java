package org.hearth.web.identity;

import java.util.Locale;

/** What somebody is in Hearth; a person may be several. Which names of a provider mean a role is configured, see {@link Identities}. */
public enum Role {
    /** Checks claims, corrects them, and says what was sent. */
    BILLER,
    /** Changes tables in drafts, and proposes them. */
    ANALYST,
    /** Approves what another has proposed. */
    APPROVER,
    /** Runs the service: releases, the way back, what is kept. */
    OPERATOR;

    /** The word of the docs and of the configuration. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
