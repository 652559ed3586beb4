package org.hearth.draft;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hearth.data.Digest;
import org.hearth.draft.Draft.Approval;
import org.hearth.release.Candidates;
import org.hearth.release.FewerExamples;
import org.hearth.release.ReleaseDifference;
import org.hearth.release.TablesReport;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.codeset.CodeSetFile;
import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.TableProblem;

/**
 * Whether drafts may be released in the place of what is active: checked as wholly as what is published from a folder. Safe for
 * use by any number of threads.
 */
public final class DraftChecks {

    /** How many checks are remembered; each takes some ten megabytes. */
    static final int MOST_CHECKED = 2;

    private static final int DIGITS = 16;

    private static final String AGAIN = "; take the approval back, and have it approved again";

    /** Compared with what was active, a draft is told so many of its examples and differences. */
    private static final int MOST_TOLD = 20;

    private final Workbench workbench;
    private final Publishing publishing;
    private final Latest<String, TablesReport> checked;

    /**
     * Checks drafts.
     *
     * @param publishing where they are to be published
     * @param checked remembers what was checked, by the files that it was checked on and those that it came to
     */
    DraftChecks(Workbench workbench, Publishing publishing, Latest<String, TablesReport> checked) {
        this.workbench = workbench;
        this.publishing = publishing;
        this.checked = checked;
    }

    /**
     * A draft that may be published, on the ruleset that is active.
     *
     * @param accepted what stands against it and is approved all the same, a hash each
     */
    record Sound(String base, RulesetFiles files, TablesReport report, List<String> accepted) {}

    /**
     * Checks a draft wholly: every cell, its shape, what it lost, and every example.
     *
     * @param now whether it is approved now, and whoever says why takes what stands against it; else only what the approval
     *     has accepted is taken
     */
    Sound sound(Draft draft, Approval approval, boolean now) throws DraftException, IOException {
        Draft onActive = onActive(draft);
        RulesetFiles base = workbench.base(onActive);
        RulesetFiles files = workbench.files(onActive);
        TablesReport report = report(onActive, base, files);
        if (report.ruleset().isEmpty()) {
            throw new InvalidTablesException(report.problems());
        }
        List<String> accepted = new ArrayList<>();
        List<String> fewer = new ArrayList<>();
        for (TableProblem problem : FewerExamples.problems(base, files)) {
            String hash = hash(problem.toString());
            if (now ? approval.fewerExamples() != null : approval.accepted().contains(hash)) {
                accepted.add(hash);
            } else {
                fewer.add(problem.toString());
            }
        }
        if (!fewer.isEmpty()) {
            throw new DraftException.Unfit(
                    now
                            ? "there are fewer examples than before; say why in `fewerExamples`, or put them back"
                            : "there are fewer examples than before, of which nobody knew when it was approved" + AGAIN,
                    first(fewer));
        }
        List<String> failed = new ArrayList<>();
        for (TablesReport.FailedExample one : report.failed()) {
            String line = one.example() + ": " + String.join(", ", one.instead());
            String hash = hash(line);
            if (now ? approval.despiteExamples() != null : approval.accepted().contains(hash)) {
                accepted.add(hash);
            } else {
                failed.add(line);
            }
        }
        if (!failed.isEmpty()) {
            boolean one = failed.size() == 1;
            throw new DraftException.Unfit(
                    (one ? "1 example comes" : failed.size() + " examples come") + " otherwise than expected"
                            + (now
                                    ? "; mend " + (one ? "it" : "them")
                                            + ", or say in `despiteExamples` why the draft shall hold all the same"
                                    : ", and did not so when it was approved" + AGAIN),
                    failed.stream().limit(MOST_TOLD).toList());
        }
        return new Sound(onActive.base(), files, report, accepted);
    }

    private static String hash(String line) {
        return new Digest().add(line.getBytes(StandardCharsets.UTF_8)).hex(DIGITS);
    }

    private TablesReport report(Draft draft, RulesetFiles base, RulesetFiles files) throws IOException {
        String key = base.hash() + " " + files.hash();
        // whoever approves a draft that is just being checked waits for that, and does not check it beside
        synchronized (checked) {
            TablesReport known = checked.get(key);
            return known != null
                    ? known
                    : checked.keep(
                            key,
                            Candidates.check(
                                    base, workbooks(draft), files.from(), true, workbench.known(), (ran, all) -> {}));
        }
    }

    private Map<String, byte[]> workbooks(Draft draft) throws IOException {
        Map<String, byte[]> workbooks = new TreeMap<>();
        for (Map.Entry<String, Draft.Book> book : draft.workbooks().entrySet()) {
            workbooks.put(book.getKey(), workbench.drafts().bytes(draft, book.getValue()));
        }
        return workbooks;
    }

    /** Checks a proposed draft already, so that whoever approves it waits for nothing; what is wrong is told then. */
    void prepare(Draft draft) {
        try {
            Draft onActive = onActive(draft);
            report(onActive, workbench.base(onActive), workbench.files(onActive));
        } catch (DraftException | IOException e) {
            return;
        }
    }

    /**
     * The draft as the change of what is active now, where the release between them touched no workbook of the draft.
     *
     * @throws DraftException.Unfit if one did
     * @throws DraftException.Refused if nothing is active, or its base is no longer kept
     * @throws IOException if it cannot be read
     */
    public Draft onActive(Draft draft) throws DraftException, IOException {
        String active = publishing
                .active()
                .orElseThrow(() -> new DraftException.Refused(
                        "there is no ruleset that judges claims now, which the draft could take the place of"));
        if (active.equals(draft.base())) {
            return draft;
        }
        Draft moved = draft.on(active);
        RulesetFiles before = workbench.base(draft);
        RulesetFiles now = workbench.base(moved);
        Map<String, byte[]> own = workbooks(draft);
        // what has come to be as the draft has it is no change against it, whoever made it
        List<String> both = own.entrySet().stream()
                .filter(file -> {
                    byte[] is = now.files().get(RulesetFiles.TABLES + file.getKey());
                    return !Arrays.equals(is, before.files().get(RulesetFiles.TABLES + file.getKey()))
                            && !Arrays.equals(is, file.getValue());
                })
                .map(Map.Entry::getKey)
                .toList();
        if (!both.isEmpty()) {
            throw new DraftException.Unfit(
                    "another release, " + active + ", has changed " + String.join(", ", both)
                            + " since the draft was begun; begin a draft of what is active now, and make the change there",
                    first(ReleaseDifference.between(only(before, both), only(now, both))));
        }
        return moved;
    }

    private static RulesetFiles only(RulesetFiles files, List<String> workbooks) {
        TreeMap<String, byte[]> some = new TreeMap<>();
        for (String workbook : workbooks) {
            byte[] bytes = files.files().get(RulesetFiles.TABLES + workbook);
            if (bytes != null) {
                some.put(RulesetFiles.TABLES + workbook, bytes);
            }
        }
        return new RulesetFiles(files.from(), some);
    }

    private static List<String> first(List<String> lines) {
        List<String> first = new ArrayList<>(lines.subList(0, Math.min(MOST_TOLD, lines.size())));
        if (lines.size() > MOST_TOLD) {
            first.add("and " + (lines.size() - MOST_TOLD) + " more");
        }
        return first;
    }

    /**
     * The files of a draft as a folder under version control has them: its workbooks and code sets, and of each workbook the
     * mirror of its rows.
     *
     * @return by path below the folder of workbooks
     * @throws DraftException if what is active has changed the same workbooks since, which the files would undo
     * @throws IOException if they cannot be read
     */
    public Map<String, byte[]> handedOut(Draft draft) throws DraftException, IOException {
        onActive(draft);
        Map<String, byte[]> files = new TreeMap<>(workbooks(draft));
        for (Map.Entry<String, byte[]> workbook : workbooks(draft).entrySet()) {
            if (!CodeSetFile.mayName(workbook.getKey())) {
                workbench
                        .mirror(workbook.getKey(), workbook.getValue())
                        .ifPresent(mirror -> files.put(mirror.name(), mirror.bytes()));
            }
        }
        return files;
    }
}
