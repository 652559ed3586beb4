package org.hearth.batch;

import java.util.List;
import org.hearth.json.Problems;

/** What is told of a defect of Hearth that met a claim. */
public final class Defects {

    private Defects() {}

    /**
     * Where in the program it is. The message of an unforeseen exception may hold a claim's data and is left out.
     */
    public static Problems problem(RuntimeException defect) {
        StringBuilder where = new StringBuilder(defect.getClass().getName());
        for (StackTraceElement element : defect.getStackTrace()) {
            if (element.getClassName().startsWith("org.hearth.")) {
                where.append(" at ")
                        .append(element.getClassName())
                        .append(", line ")
                        .append(element.getLineNumber());
                break;
            }
        }
        return new Problems(
                "urn:hearth:problem:internal",
                "internal error",
                500,
                "this is a defect of Hearth, not of the claim; report it with `" + where + "`",
                List.of());
    }
}
