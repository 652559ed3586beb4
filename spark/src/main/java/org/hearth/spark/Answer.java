package org.hearth.spark;

import java.util.Locale;
import org.hearth.batch.Format;

/** The names of the files of an answer. */
final class Answer {

    /** The folder of the evaluations: its files, joined in the order of their names, are what {@code check} prints. */
    static final String EVALUATIONS = "evaluations.ndjson";

    /** The folder of the rows of claims. */
    static final String CLAIMS = "claims.parquet";

    /** The folder of the rows of findings. */
    static final String FINDINGS = "findings.parquet";

    /** What the run came to. */
    static final String SUMMARY = "summary.json";

    private Answer() {}

    /** A part of the evaluations. */
    static String part(int number) {
        return EVALUATIONS + "/" + name(number);
    }

    /** What is said of the end of a file that was cut, behind the part with its last piece. */
    static String end(int number) {
        return part(number) + "-end";
    }

    /** The acknowledgement of a file, in a folder called as the format. */
    static String acknowledgement(Format format, Input input) {
        return String.format(
                Locale.ROOT, "%s/%06d-%s.%s", format.label(), input.number(), input.name(), format.label());
    }

    /** What the files of a part are called. */
    static String name(int number) {
        return String.format(Locale.ROOT, "part-%08d", number);
    }
}
