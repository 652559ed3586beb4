package org.hearth.web.request;

import java.util.List;
import java.util.UUID;
import org.hearth.json.Problems;
import org.jboss.logging.Logger;

/** A defect of ours that met a request. */
public final class Incident {

    private static final Logger LOG = Logger.getLogger("org.hearth.incident");

    private Incident() {}

    /**
     * Logs where the defect is, and gives the sender a number to ask about. The message of an unforeseen exception may
     * hold a claim's data and is told to nobody.
     */
    public static Problems report(Throwable defect) {
        UUID number = UUID.randomUUID();
        StringBuilder text = new StringBuilder("incident ").append(number);
        String lead = ": ";
        for (Throwable at = defect; at != null && text.length() < 100_000; at = at.getCause()) {
            text.append(lead).append(at.getClass().getName());
            for (StackTraceElement element : at.getStackTrace()) {
                text.append("\n\tat ").append(element);
            }
            lead = "\ncaused by ";
        }
        LOG.error(text);
        return new Problems(
                "urn:hearth:problem:internal",
                "internal error",
                500,
                "this is a defect of Hearth, not of what was sent; its number in the log is " + number,
                List.of());
    }
}
