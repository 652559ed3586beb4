package org.hearth.draft;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hearth.draft.Draft.Book;
import org.hearth.release.ActiveRuleset;
import org.hearth.release.ExampleCells;
import org.hearth.release.FewerExamples;
import org.hearth.release.RulesetShelf;
import org.hearth.ruleset.CheckedTables;
import org.hearth.ruleset.KnownTables;
import org.hearth.ruleset.KnownTables.Known;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.codeset.CodeSetFile;
import org.hearth.tables.content.RowsMirror;
import org.hearth.tables.content.Table;
import org.hearth.tables.content.TableFolder;
import org.hearth.tables.difference.TableDifference;
import org.hearth.tables.difference.TablesDiff;
import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.TableProblem;
import org.hearth.tables.workbook.Workbook;
import org.hearth.tables.workbook.WorkbookEditor;

/**
 * Works on drafts: edits their workbooks, says what is wrong with them and what differs. What has been
 * read of one workbook is remembered, so that an edit costs the reading of one. Safe for use by any number of threads.
 */
public final class Workbench {

    /** How many edits one call may make. */
    public static final int MOST_EDITS = 1_000;

    private static final int MOST_CHECKED = 16;

    /** Each takes a few megabytes. */
    private static final int MOST_BASES = 3;

    /**
     * A table of a draft that differs from its base's.
     *
     * @param table its name
     * @param workbook its file
     * @param problems how much of it must be mended
     * @param warnings how much is worth a look
     */
    public record Standing(String table, String workbook, int problems, int warnings) {}

    private final Drafts drafts;
    private final RulesetShelf shelf;
    private final Clock clock;
    private final KnownTables known = new KnownTables();
    private final Latest<String, RulesetFiles> bases = new Latest<>(MOST_BASES);
    private final Latest<String, Reached> reached = new Latest<>(MOST_CHECKED);
    private final OpenWorkbooks opened = new OpenWorkbooks();
    private final Latest<String, Checked> checked = new Latest<>(MOST_CHECKED);

    /**
     * @param drafts the drafts
     * @param shelf where the rulesets are that they change
     * @param clock tells today, against which {@code checked on} is held
     */
    public Workbench(Drafts drafts, RulesetShelf shelf, Clock clock) {
        this.drafts = drafts;
        this.shelf = shelf;
        this.clock = clock;
    }

    /**
     * The workbooks of a draft, checked.
     *
     * @param problems what must be mended, by place
     * @param warnings what is worth a look
     * @param tables the tables, to be compiled if there are no problems
     */
    public record Checked(List<TableProblem> problems, List<TableProblem> warnings, CheckedTables tables) {
        public Checked {
            problems = List.copyOf(problems);
            warnings = List.copyOf(warnings);
        }
    }

    /** What has been read of workbooks. */
    KnownTables known() {
        return known;
    }

    /**
     * How many examples reached each row when they were last run on a draft.
     *
     * @param revision of the draft
     * @param base the version as the change of which it was tried
     * @param fired as {@link org.hearth.release.ExampleRun} tells it
     */
    private record Reached(long revision, String base, Map<String, Integer> fired) {

        /** Whether that is so of a table now: after a change nobody knows. */
        boolean holds(Draft draft, boolean own) {
            return draft.isAsAt(revision) && (!own || draft.base().equals(base));
        }
    }

    /** The drafts that it works on. */
    public Drafts drafts() {
        return drafts;
    }

    /**
     * The files of the ruleset that a draft changes.
     *
     * @throws DraftException.Refused if that is no longer kept
     * @throws IOException if they cannot be read
     */
    public RulesetFiles base(Draft draft) throws DraftException, IOException {
        RulesetFiles before = bases.get(draft.base());
        return before != null ? before : bases.keep(draft.base(), kept(draft));
    }

    private RulesetFiles kept(Draft draft) throws DraftException, IOException {
        return shelf.files(draft.base())
                .orElseThrow(() -> new DraftException.Refused("the ruleset " + draft.base()
                        + ", which the draft changes, is no longer kept; download the draft's workbooks and send them as"
                        + " another draft"));
    }

    /**
     * The files of a draft: those of its base, with its own workbooks in the place of theirs.
     *
     * @throws DraftException.Refused if its base is no longer kept
     * @throws IOException if they cannot be read
     */
    public RulesetFiles files(Draft draft) throws DraftException, IOException {
        SortedMap<String, byte[]> files = new TreeMap<>(base(draft).files());
        for (Map.Entry<String, Book> book : draft.workbooks().entrySet()) {
            files.put(RulesetFiles.TABLES + book.getKey(), drafts.bytes(draft, book.getValue()));
        }
        return new RulesetFiles("the draft " + draft.head().name(), files);
    }

    /**
     * Everything that is wrong with the workbooks of a draft, all together; no example is run.
     *
     * @throws DraftException.Refused if its base is no longer kept
     * @throws IOException if they cannot be read
     */
    public Checked check(Draft draft) throws DraftException, IOException {
        String key = draft.id() + "/" + draft.revision();
        Checked before = checked.get(key);
        return before != null ? before : checked.keep(key, checked(draft));
    }

    private Checked checked(Draft draft) throws DraftException, IOException {
        RulesetFiles base = base(draft);
        CheckedTables tables = CheckedTables.of(files(draft), LocalDate.now(clock), known);
        List<TableProblem> problems = new ArrayList<>(tables.problems());
        List<TableProblem> warnings = new ArrayList<>(tables.warnings());
        List<Table> changed = tables.tables().stream()
                .filter(table -> draft.workbooks().containsKey(table.workbook()))
                .toList();
        problems.addAll(ExampleCells.problems(changed, tables.tables()));
        for (Table table : changed) {
            known(base, table.workbook())
                    .table()
                    .flatMap(was -> FewerExamples.problem(was, "the edition that the draft changes", table))
                    .ifPresent(warnings::add);
        }
        problems.sort(TableProblem.PLACES);
        warnings.sort(TableProblem.PLACES);
        return new Checked(problems, warnings, tables);
    }

    /**
     * The tables of a draft that differ from its base's, by file; a code set is no table.
     *
     * @throws DraftException.Refused if its base is no longer kept
     * @throws IOException if they cannot be read
     */
    public List<Standing> tables(Draft draft) throws DraftException, IOException {
        if (draft.workbooks().isEmpty()) {
            return List.of();
        }
        Checked tables = check(draft);
        return draft.workbooks().keySet().stream()
                .filter(file -> !CodeSetFile.mayName(file))
                .map(file -> new Standing(
                        tableOf(file), file, count(tables.problems(), file), count(tables.warnings(), file)))
                .toList();
    }

    private static int count(List<TableProblem> problems, String file) {
        return (int) problems.stream()
                .filter(problem -> problem.workbook().equals(file))
                .count();
    }

    /**
     * The mirror of a workbook's rows.
     *
     * @param name its path below the folder of workbooks
     */
    record Mirror(String name, byte[] bytes) {}

    /** The mirror of a workbook, if its rows can be read. */
    Optional<Mirror> mirror(String file, byte[] workbook) {
        return known.read(file, workbook)
                .table()
                .map(table -> new Mirror(
                        RowsMirror.fileName(file), RowsMirror.of(table).getBytes(StandardCharsets.UTF_8)));
    }

    /** The table of a file. */
    static String tableOf(String file) {
        return file.substring(file.lastIndexOf('/') + 1).replaceFirst("(\\.drl)?\\.xlsx$", "");
    }

    /** The file of a table in a ruleset, relative to the folder of workbooks; empty if there is no such table. */
    public static Optional<String> file(RulesetFiles files, String table) {
        return List.of(table + RulesetFiles.DECISION_TABLE, "codes/" + table + ".xlsx").stream()
                .filter(file -> files.files().containsKey(RulesetFiles.TABLES + file))
                .findFirst();
    }

    /** The file of a table that a draft changes; empty of any other. */
    public static Optional<String> file(Draft draft, String table) {
        return draft.workbooks().keySet().stream()
                .filter(file -> file.endsWith(".xlsx") && tableOf(file).equals(table))
                .findFirst();
    }

    /**
     * The grid of a table of a draft.
     *
     * @param file as {@link #file} has it
     * @throws DraftException.Refused if its base is no longer kept
     * @throws IOException if it cannot be read
     */
    public Grid grid(Draft draft, String file) throws DraftException, IOException {
        Checked tables = check(draft);
        Known base = known(base(draft), file);
        boolean own = !draft.workbooks().containsKey(file);
        Reached last = reached.get(draft.id());
        return Grids.of(
                own
                        ? base
                        : known.read(file, drafts.bytes(draft, draft.workbooks().get(file))),
                base,
                tables.problems(),
                tables.warnings(),
                draft.revision(),
                own,
                last != null && last.holds(draft, own) ? last.fired() : null,
                LocalDate.now(clock));
    }

    /** The grid of a table of a ruleset that is no draft, with what is worth a look. */
    public Grid grid(ActiveRuleset.Loaded loaded, String file) {
        Known base = known(loaded.files(), file);
        List<TableProblem> warnings = base.table().map(Table::warnings).orElse(List.of());
        return Grids.of(base, base, List.of(), warnings, 0, true, null, LocalDate.now(clock));
    }

    /**
     * Remembers how many examples reached each row when they were run on a draft; the next change of a workbook makes it unknown.
     *
     * @param draft as it was tried
     * @param fired in how many examples each rule fired, as {@link org.hearth.release.ExampleRun} tells it
     */
    public void reached(Draft draft, Map<String, Integer> fired) {
        reached.keep(draft.id(), new Reached(draft.revision(), draft.base(), Map.copyOf(fired)));
    }

    /**
     * The bytes of a workbook of a draft.
     *
     * @param file as {@link #file} has it
     * @throws DraftException.Refused if its base is no longer kept
     * @throws IOException if it cannot be read
     */
    public byte[] workbook(Draft draft, String file) throws DraftException, IOException {
        Book book = draft.workbooks().get(file);
        return book == null ? base(draft).files().get(RulesetFiles.TABLES + file) : drafts.bytes(draft, book);
    }

    /** How many rows of a table nobody has compared with their sources for more than a year, as today is. */
    public static int stale(Table table) {
        return Grids.stale(table, LocalDate.now());
    }

    /** The cells of a workbook of a draft; empty if the bytes are none. */
    Optional<Workbook> cells(Draft draft, String file) throws DraftException, IOException {
        return known.read(file, workbook(draft, file)).cells();
    }

    private Known known(RulesetFiles files, String file) {
        return known.read(file, files.files().get(RulesetFiles.TABLES + file));
    }

    /**
     * Begins a draft of the active ruleset.
     *
     * @param workbooks those that take the place of its own, by file name; its folder may be left out, and so may those that
     *     are the same
     * @throws InvalidTablesException if one is no workbook of the ruleset, or has another shape
     * @throws DraftException.Full if there are too many drafts, or the workbooks are too large
     * @throws IOException if it cannot be kept
     */
    public Draft begin(Draft.Head head, ActiveRuleset.Loaded active, Map<String, byte[]> workbooks)
            throws DraftException, IOException {
        Map<String, byte[]> fitting = fitting(active.files(), workbooks);
        fitting.entrySet()
                .removeIf(workbook -> Arrays.equals(
                        workbook.getValue(), active.files().files().get(RulesetFiles.TABLES + workbook.getKey())));
        return drafts.begin(head, active.ruleset().version(), fitting);
    }

    /**
     * Takes workbooks that were edited elsewhere, and imported code sets.
     *
     * @param workbooks by file name; its folder may be left out
     * @throws InvalidTablesException if one is no workbook of the ruleset or no code set, or has another shape
     * @throws DraftException if there is no such draft, another was faster, it is not open, or it would be too large
     * @throws IOException if it cannot be kept
     */
    public Draft take(String id, long revision, Map<String, byte[]> workbooks) throws DraftException, IOException {
        Map<String, byte[]> fitting = fitting(base(drafts.get(id)), workbooks);
        return drafts.edit(id, revision, "sent " + String.join(", ", fitting.keySet()), fitting);
    }

    /** Workbooks under the paths of those whose place they take. */
    private Map<String, byte[]> fitting(RulesetFiles base, Map<String, byte[]> workbooks) {
        Map<String, byte[]> fitting = new TreeMap<>();
        List<TableProblem> problems = new ArrayList<>();
        workbooks.forEach((name, bytes) -> {
            if (CodeSetFile.mayName(name)) {
                String set = CodeSetFile.FOLDER + name.substring(name.lastIndexOf('/') + 1);
                try {
                    CodeSetFile.read(set, bytes);
                } catch (InvalidTablesException e) {
                    problems.addAll(e.problems());
                }
                fitting.put(set, bytes);
                return;
            }
            Optional<String> file = file(base, tableOf(name));
            if (file.isEmpty()) {
                problems.add(new TableProblem(
                        name,
                        null,
                        null,
                        "the ruleset has no workbook of this name",
                        "send it under the name of the workbook whose place it takes"));
                return;
            }
            Known sent = known.read(file.get(), bytes);
            if (sent.table().isEmpty()) {
                problems.addAll(sent.problems());
            }
            problems.addAll(sent.layoutUnlike(known(base, file.get())));
            fitting.put(file.get(), bytes);
        });
        if (!problems.isEmpty()) {
            throw new InvalidTablesException(problems);
        }
        return fitting;
    }

    /**
     * Makes edits in a table of a draft, all or none. The cells may then be wrong: that is what the check is for.
     *
     * @param file as {@link #file} has it
     * @throws InvalidEditException for the first edit that cannot be made
     * @throws DraftException if there is no such draft, another was faster, it is not open, or it would be too large
     * @throws IOException if it cannot be kept
     */
    public Draft edit(String id, long revision, String file, List<DraftEdit> edits)
            throws InvalidEditException, DraftException, IOException {
        Made made = made(drafts.open(id, revision, Set.of(file)), file, edits);
        return drafts.edit(id, revision, made.words(), made.workbooks());
    }

    /**
     * Makes edits in a table of a draft as {@link #edit} does, but only where nothing at all of the draft was changed since.
     *
     * @param draft as it was read
     */
    Draft editUnchanged(Draft draft, String file, List<DraftEdit> edits)
            throws InvalidEditException, DraftException, IOException {
        Made made = made(draft, file, edits);
        return drafts.editUnchanged(draft.id(), draft.revision(), made.words(), made.workbooks());
    }

    /**
     * What edits come to.
     *
     * @param words what they did
     * @param workbooks the workbook by its path; {@code null} if it is the base's own again
     */
    private record Made(String words, Map<String, byte[]> workbooks) {}

    private Made made(Draft draft, String file, List<DraftEdit> edits)
            throws InvalidEditException, DraftException, IOException {
        Known base = known(base(draft), file);
        byte[] bytes = workbook(draft, file);
        Optional<WorkbookEditor> kept = opened.take(file, bytes);
        if (kept.isPresent()) {
            try {
                return made(base, file, kept.get(), edits);
            } catch (InvalidEditException | RuntimeException again) {
                // the library may not bear to have one workbook edited and written over and over: what is wrong with
                // the edits
                // themselves shows as well in one that was just opened
                return made(base, file, WorkbookEditor.open(file, bytes), edits);
            }
        }
        return made(base, file, WorkbookEditor.open(file, bytes), edits);
    }

    /** What edits come to in a workbook; one that cannot be written afterwards is a fault of ours, and no edit's. */
    private Made made(Known base, String file, WorkbookEditor editor, List<DraftEdit> edits)
            throws InvalidEditException {
        String words = new EditRun(base.table().orElseThrow(), editor).run(edits);
        Workbook cells = editor.read(file);
        Map<String, byte[]> now = new LinkedHashMap<>();
        if (cells.equals(base.cells().orElseThrow())) {
            now.put(file, null);
        } else {
            byte[] edited = editor.bytes();
            known.learn(edited, cells);
            opened.keep(file, edited, editor);
            now.put(file, edited);
        }
        return new Made(words, now);
    }

    /**
     * What differs between a draft and its base.
     *
     * @throws DraftException.Refused if its base is no longer kept
     * @throws IOException if they cannot be read
     */
    public TablesDiff difference(Draft draft) throws DraftException, IOException {
        return difference(draft, new TreeMap<>(), draft.workbooks());
    }

    /**
     * What has come to differ in a draft since an earlier revision of it.
     *
     * @return empty if nobody remembers that revision, or no workbook was changed since
     * @throws DraftException.Refused if its base is no longer kept
     * @throws IOException if they cannot be read
     */
    public Optional<TablesDiff> since(Draft draft, long revision) throws DraftException, IOException {
        Optional<SortedMap<String, Book>> were = draft.workbooksAt(revision);
        return were.isEmpty() || were.get().equals(draft.workbooks())
                ? Optional.empty()
                : Optional.of(difference(draft, were.get(), draft.workbooks()));
    }

    private TablesDiff difference(Draft draft, SortedMap<String, Book> before, SortedMap<String, Book> now)
            throws DraftException, IOException {
        RulesetFiles base = base(draft);
        List<TableDifference> different = new ArrayList<>();
        TreeSet<String> files = new TreeSet<>(before.keySet());
        files.addAll(now.keySet());
        for (String file : files) {
            if (!CodeSetFile.mayName(file) && !Objects.equals(before.get(file), now.get(file))) {
                Known was = known(draft, base, before, file);
                Known is = known(draft, base, now, file);
                if (was.problems().isEmpty() && is.problems().isEmpty()) {
                    different.addAll(TablesDiff.between(folder(was), folder(is)).tables());
                } else {
                    TableDifference difference = TextDifferences.between(was, is);
                    if (!difference.differences().isEmpty()) {
                        different.add(difference);
                    }
                }
            }
        }
        return new TablesDiff(different, base.ending(".xlsx").size(), List.of(), List.of());
    }

    private Known known(Draft draft, RulesetFiles base, SortedMap<String, Book> books, String file) throws IOException {
        Book book = books.get(file);
        return book == null ? known(base, file) : known.read(file, drafts.bytes(draft, book));
    }

    private static TableFolder folder(Known known) {
        return new TableFolder(List.of(known.table().orElseThrow()), List.of());
    }
}
