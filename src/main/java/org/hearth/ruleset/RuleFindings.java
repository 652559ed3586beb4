package org.hearth.ruleset;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * The findings that the rules and pages of a ruleset speak of, by id.
 *
 * @param reported those that a DRL rule reports by name
 * @param needed those, and the ones that have a page
 */
record RuleFindings(Set<String> reported, Set<String> needed) {

    RuleFindings {
        reported = Collections.unmodifiableSet(new TreeSet<>(reported));
        needed = Collections.unmodifiableSet(new TreeSet<>(needed));
    }

    /** What the rules and pages among some files speak of. */
    static RuleFindings of(RulesetFiles files) {
        Set<String> reported = new TreeSet<>();
        for (String path : files.ending(".drl")) {
            reported.addAll(RuleFile.reported(new String(files.files().get(path), StandardCharsets.UTF_8)));
        }
        Set<String> needed = new TreeSet<>(reported);
        for (String path : files.ending(".md")) {
            RuleFile.of(path).ifPresent(page -> needed.add(page.id()));
        }
        return new RuleFindings(reported, needed);
    }
}
