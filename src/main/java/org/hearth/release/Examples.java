package org.hearth.release;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hearth.ruleset.Ruleset;
import org.hearth.ruleset.RulesetFiles;

/** Every example of a ruleset. */
public final class Examples {

    private Examples() {}

    /** The pages of all findings, by path. */
    public static List<Page> pages(RulesetFiles files) {
        return files.ending(".md").stream()
                .filter(path -> path.matches("rules/[a-z0-9-]+/HHT-.*\\.md"))
                .map(path -> Page.of(path, new String(files.files().get(path), StandardCharsets.UTF_8)))
                .toList();
    }

    /** The examples of the pages, then those of the workbooks. */
    public static List<Example> all(RulesetFiles files, Ruleset ruleset) {
        List<Example> examples = new ArrayList<>();
        pages(files).forEach(page -> examples.addAll(page.examples()));
        examples.addAll(ofWorkbooks(ruleset));
        return List.copyOf(examples);
    }

    /** The examples that analysts wrote into the workbooks. */
    static List<Example> ofWorkbooks(Ruleset ruleset) {
        return ruleset.tables().stream()
                .flatMap(table -> table.examples().stream())
                .map(Example::of)
                .toList();
    }
}
