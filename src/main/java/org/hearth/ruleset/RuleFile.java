package org.hearth.ruleset;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of a finding: its rule, {@code rules/<family>/HHT-nnn-<title>.drl}, or its page, which ends in {@code .md}. A file
 * that is named otherwise, such as one that only derives a fact, is none.
 *
 * @param id the finding
 * @param isPage whether it is the page and not the rule
 */
public record RuleFile(String id, boolean isPage) {

    private static final Pattern PATH = Pattern.compile("rules/[a-z0-9-]+/(HHT-[0-9]{3})-[a-z0-9-]+\\.(drl|md)");
    private static final Pattern REPORTED = Pattern.compile("findings\\.report\\(\\s*\"(HHT-[0-9]{3})\"");

    /**
     * What a path names.
     *
     * @param path as {@link RulesetFiles} has it, {@code /} between folders
     */
    public static Optional<RuleFile> of(String path) {
        Matcher file = PATH.matcher(path);
        return file.matches()
                ? Optional.of(new RuleFile(file.group(1), file.group(2).equals("md")))
                : Optional.empty();
    }

    /** The ids of the findings that DRL, or the snippet of a decision table, reports by name. */
    public static Set<String> reported(String drl) {
        Set<String> ids = new TreeSet<>();
        Matcher report = REPORTED.matcher(drl);
        while (report.find()) {
            ids.add(report.group(1));
        }
        return ids;
    }
}
