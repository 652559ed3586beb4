package org.hearth.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hearth.report.TablesDiffText;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.codeset.CodeSetFile;
import org.hearth.tables.content.TableFolder;
import org.hearth.tables.difference.TablesDiff;

/** What differs between two rulesets, in the words in which it is recorded, a line each. */
public final class ReleaseDifference {

    private ReleaseDifference() {}

    /** The words for two rulesets that are ready to judge claims. */
    public static List<String> between(ActiveRuleset.Loaded before, ActiveRuleset.Loaded after) {
        return words(before.files(), after.files(), TablesDiff.between(folder(before), folder(after)));
    }

    /** The words for two rulesets of which only the workbooks that differ are read. */
    public static List<String> between(RulesetFiles before, RulesetFiles after) {
        SortedMap<String, byte[]> old = new TreeMap<>();
        SortedMap<String, byte[]> now = new TreeMap<>();
        TreeSet<String> paths = new TreeSet<>(before.ending(".xlsx"));
        paths.addAll(after.ending(".xlsx"));
        for (String path : paths) {
            byte[] was = before.files().get(path);
            byte[] is = after.files().get(path);
            if (!Arrays.equals(was, is)) {
                put(old, path, was);
                put(now, path, is);
            }
        }
        return words(before, after, TablesDiff.between(TableFolder.read(old), TableFolder.read(now)));
    }

    private static void put(SortedMap<String, byte[]> files, String path, byte[] bytes) {
        if (bytes != null) {
            files.put(path.substring(RulesetFiles.TABLES.length()), bytes);
        }
    }

    private static TableFolder folder(ActiveRuleset.Loaded loaded) {
        return new TableFolder(loaded.ruleset().tables(), List.of());
    }

    private static List<String> words(RulesetFiles before, RulesetFiles after, TablesDiff diff) {
        StringBuilder text = new StringBuilder();
        try {
            new TablesDiffText(text).write(diff);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> words = new ArrayList<>();
        if (!diff.tables().isEmpty()) {
            List<String> lines = text.toString()
                    .lines()
                    .map(line -> line.strip().replaceAll(" {2,}", " "))
                    .filter(line -> !line.isEmpty())
                    .toList();
            // the last line counts them, among as many as were compared
            words.addAll(lines.subList(0, lines.size() - 1));
        }
        if (!before.sameRules(after)) {
            words.add("the rules of the program differ");
        }
        TreeSet<String> sets = new TreeSet<>(before.ending(CodeSetFile.ENDING));
        sets.addAll(after.ending(CodeSetFile.ENDING));
        for (String set : sets) {
            byte[] was = before.files().get(set);
            byte[] is = after.files().get(set);
            if (!Arrays.equals(was, is)) {
                words.add("code set " + set.substring(set.lastIndexOf('/') + 1)
                        + (was == null ? " added" : is == null ? " removed" : " changed"));
            }
        }
        return words.isEmpty() ? List.of("no table differs") : words;
    }
}
