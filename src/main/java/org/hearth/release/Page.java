package org.hearth.release;

import java.util.ArrayList;
import java.util.List;

/**
 * A finding's page: Markdown with fixed headings, whose examples run as tests.
 *
 * @param path its file
 * @param id the finding's id
 * @param title the rest of its first heading
 * @param headings its second-level headings, in order
 * @param examples its examples, in order
 */
public record Page(String path, String id, String title, List<String> headings, List<Example> examples) {

    /** The headings that every page has, in this order. */
    public static final List<String> HEADINGS =
            List.of("What it means", "How to mend it", "What it leaves alone", "Examples", "Changes");

    public Page {
        headings = List.copyOf(headings);
        examples = List.copyOf(examples);
    }

    /** Reads a page. */
    public static Page of(String path, String markdown) {
        String id = "";
        String title = "";
        List<String> headings = new ArrayList<>();
        List<Example> examples = new ArrayList<>();
        String name = "";
        String claim = "";
        String fence = null;
        StringBuilder block = new StringBuilder();
        for (String line : markdown.split("\\R")) {
            if (fence != null && line.equals("```")) {
                if (fence.equals("claim")) {
                    claim = block.toString();
                } else if (fence.equals(EdiExample.FIELD)) {
                    claim = EdiExample.yaml(block.toString());
                } else if (fence.equals("expect")) {
                    examples.add(new Example(path, name, claim, block.toString()));
                }
                fence = null;
            } else if (fence != null) {
                block.append(line).append('\n');
            } else if (line.startsWith("```")) {
                fence = line.substring(3).strip();
                block.setLength(0);
            } else if (line.startsWith("# ")) {
                String[] words = line.substring(2).split(" ", 2);
                id = words[0];
                title = words.length > 1 ? words[1] : "";
            } else if (line.startsWith("## ")) {
                headings.add(line.substring(3).strip());
            } else if (line.startsWith("### ")) {
                name = line.substring(4).strip();
            }
        }
        return new Page(path, id, title, headings, examples);
    }
}
