package org.hearth.spark;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.hearth.batch.Format;

/**
 * What a run is asked for.
 *
 * @param files files and folders of claims
 * @param out the folder of the answer
 * @param ruleset a folder with rules and tables, or {@code null} for those of the program
 * @param byDates whether a claim is judged by what begins before it, wherever it stands
 * @param history files of earlier claims, a folder or a PostgreSQL of what was marked as sent, or {@code null}
 * @param portion how many bytes a task reads, or 0 to have it worked out
 * @param acknowledgements which acknowledgements are wanted beside the evaluations
 * @param controlNumber the number of the first of them
 */
record Settings(
        List<String> files,
        String out,
        Path ruleset,
        boolean byDates,
        String history,
        long portion,
        Set<Format> acknowledgements,
        int controlNumber) {

    Settings {
        files = List.copyOf(files);
        acknowledgements = Set.copyOf(acknowledgements);
    }
}
