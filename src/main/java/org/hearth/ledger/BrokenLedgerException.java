package org.hearth.ledger;

import java.io.IOException;

/** The record of releases is not as it was written; the message says where, and what to do. */
public final class BrokenLedgerException extends IOException {

    private static final long serialVersionUID = 1L;

    BrokenLedgerException(String message, Throwable cause) {
        super(message, cause);
    }
}
