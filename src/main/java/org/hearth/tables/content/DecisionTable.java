package org.hearth.tables.content;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.drools.decisiontable.parser.DefaultRuleSheetListener;
import org.drools.template.model.DRLOutput;
import org.drools.template.parser.DataListener;
import org.hearth.facts.FactsEdition;
import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.RawCell;
import org.hearth.tables.workbook.Sheet;
import org.hearth.tables.workbook.TableProblem;
import org.hearth.tables.workbook.Workbook;
import org.hearth.tables.workbook.WorkbookProblems;

/** A decision table: every row is a rule. */
public final class DecisionTable implements Table {

    public static final String SHEET = "Rules";

    /** Rows cost seconds and memory when they are compiled. */
    private static final int MOST_ROWS = 3_000;

    private static final String RULE_TABLE = "RuleTable";
    /** Between the quotes of its snippet, an empty text that is no empty cell. */
    private static final String EMPTY_TEXT = "\" + \"";

    /** How a line of a condition begins in DRL. */
    private static final Pattern PATTERN = Pattern.compile("\\s*(not )?(\\$\\w+ : )?\\w+\\(");

    private static final Pattern IN =
            Pattern.compile("(?<=\\(|, )(\\w[\\w.]*) in \\( ?(\"[\\w .'-]*\"(?:, ?\"[\\w .'-]*\"){0,7}) ?\\)");

    /** What a table may be called. */
    public static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private static final Set<String> ROLES = Set.of("NAME", "CONDITION", "ACTION", "METADATA");

    private final Workbook workbook;
    private final Notes notes;
    private final int tableRow;
    private final List<Column> columns;
    private final List<Row> rows;
    private final List<ExampleRow> examples;
    private final List<TableProblem> warnings;

    private DecisionTable(
            Workbook workbook,
            Notes notes,
            int tableRow,
            List<Column> columns,
            List<Row> rows,
            List<ExampleRow> examples,
            List<TableProblem> warnings) {
        this.workbook = workbook;
        this.notes = notes;
        this.tableRow = tableRow;
        this.columns = List.copyOf(columns);
        this.rows = List.copyOf(rows);
        this.examples = List.copyOf(examples);
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Reads a decision table.
     *
     * @param file its path relative to the folder of workbooks
     * @throws InvalidTablesException with everything that is wrong with it
     */
    public static DecisionTable read(String file, byte[] bytes) {
        return read(Workbook.read(file, bytes));
    }

    /**
     * Reads the cells of a decision table.
     *
     * @throws InvalidTablesException with everything that is wrong with it
     */
    public static DecisionTable read(Workbook workbook) {
        WorkbookProblems problems = new WorkbookProblems(workbook.file());
        Notes notes = Notes.read(workbook, problems);
        Sheet sheet = TableSheets.rows(
                workbook, SHEET, other -> tableRow(other) >= 0, "there is no RuleTable in column A", problems);
        if (notes != null && !NAME.matcher(notes.table()).matches()) {
            problems.add(Table.NOTES, "B1", "the table's name is no name", "bring it back from the shipped workbook");
        }
        if (!workbook.sheets().containsKey(ExampleRow.SHEET)) {
            problems.add(
                    ExampleRow.SHEET,
                    null,
                    "the sheet is missing, so that nothing would show what a change breaks",
                    "bring it back from the shipped workbook");
        }
        problems.throwIfAny();
        int tableRow = tableRow(sheet);
        RowReader reader = new RowReader(workbook, sheet, notes, problems);
        int headingRow = tableRow + 4;
        List<Column> columns = reader.columns(headingRow, tableRow + 1);
        for (Column column : columns) {
            if (!ROLES.contains(column.role())) {
                problems.add(
                        SHEET,
                        Sheet.cellName(tableRow + 1, column.index()),
                        "`" + column.role() + "` is no kind of column",
                        "bring the hidden rows back from the shipped workbook");
            }
        }
        if (columns.isEmpty() || !columns.get(0).role().equals("NAME")) {
            problems.add(
                    SHEET,
                    Sheet.cellName(tableRow + 1, 0),
                    "the first column does not name the rows",
                    "bring the hidden rows back from the shipped workbook");
        }
        problems.throwIfAny();
        List<Row> rows = reader.rows(headingRow, columns);
        if (rows.size() > MOST_ROWS) {
            problems.add(
                    SHEET,
                    null,
                    "the table has more than " + MOST_ROWS + " rows, and each is a rule",
                    "ask an engineer whether they belong in a code list");
        }
        actionsAreWhole(sheet, tableRow + 3, columns, rows, problems);
        everyRowAsksForSomething(columns, rows, problems);
        Plausibility.check(columns, rows, problems);
        List<ExampleRow> examples = ExampleRow.read(workbook, problems);
        return PartialTableException.requireSound(
                new DecisionTable(workbook, notes, tableRow, columns, rows, examples, problems.warnings()), problems);
    }

    /** A row without a condition would hold for everything, and has no fact for its actions to speak of. */
    private static void everyRowAsksForSomething(List<Column> columns, List<Row> rows, WorkbookProblems problems) {
        List<Column> conditions = columns.stream()
                .filter(column -> column.role().equals("CONDITION"))
                .toList();
        for (Row row : rows) {
            // a number without a limit is compared with the greatest there is, and so asks for nothing either
            if (conditions.stream()
                    .allMatch(column -> row.values().get(column.heading()) == Unbound.ANY
                            || row.values().get(column.heading()) == Unbound.OPEN)) {
                problems.add(
                        SHEET,
                        row.cell(conditions.isEmpty() ? columns.get(0) : conditions.get(0)),
                        "every condition of the row is `any` or `open`, so that it would hold for every claim",
                        "say in one of the cells what the row is for");
            }
        }
    }

    /** An action may be left out with {@code any}, but not a part of a statement, and not all of them. */
    private static void actionsAreWhole(
            Sheet sheet, int snippetRow, List<Column> columns, List<Row> rows, WorkbookProblems problems) {
        List<Column> actions = columns.stream()
                .filter(column -> column.role().equals("ACTION"))
                .toList();
        for (Row row : rows) {
            boolean acts = actions.isEmpty();
            boolean begun = false;
            boolean leftOut = false;
            for (Column action : actions) {
                boolean left = row.values().get(action.heading()) == Unbound.ANY;
                if (begun && left != leftOut) {
                    problems.add(
                            SHEET,
                            row.cell(action),
                            left ? "`any` cannot stand here" : "this has no part in the row",
                            left ? "write a value: the row needs this one" : "write any, as in the cell before it");
                }
                acts |= !left;
                leftOut = left;
                // a statement goes on over the columns until one ends it
                begun = !sheet.text(snippetRow, action.index()).strip().endsWith(";");
            }
            if (!acts) {
                problems.add(
                        SHEET, row.reference().cell(), "the row does nothing", "name a finding, or delete the row");
            }
        }
    }

    private static int tableRow(Sheet sheet) {
        for (int row = 0; row < sheet.rows().size(); row++) {
            if (sheet.text(row, 0).startsWith(RULE_TABLE + " ")) {
                return row;
            }
        }
        return -1;
    }

    /**
     * The table as DRL, one rule a row, named {@code table/key}. Written from the cells' values, never from the cells.
     */
    public String toDrl() {
        Sheet sheet = workbook.sheets().get(SHEET);
        DefaultRuleSheetListener listener = new DefaultRuleSheetListener();
        listener.startSheet(SHEET);
        for (int row = 0; row <= tableRow; row++) {
            copy(sheet, row, listener);
        }
        List<Column> live =
                columns.stream().filter(c -> !c.role().equals("METADATA")).toList();
        for (int row = tableRow + 1; row <= tableRow + 4; row++) {
            technical(sheet, row, live, listener);
        }
        for (Row row : rows) {
            listener.newRow(row.index(), live.size());
            for (Column column : live) {
                String literal = column.type().literal(row.values().get(column.heading()));
                if ("".equals(literal) && column.role().equals("ACTION")) {
                    // the translator would take a blank cell, and the end of the statement with it, for no action
                    literal = EMPTY_TEXT;
                }
                if (literal != null) {
                    String cell = column.role().equals("NAME") ? name() + "/" + literal : literal;
                    listener.newCell(row.index(), column.index(), cell, DataListener.NON_MERGED);
                }
            }
        }
        listener.finishSheet();
        DRLOutput out = new DRLOutput();
        listener.getRuleSet().renderDRL(out);
        return out.getDRL()
                .lines()
                .map(line -> PATTERN.matcher(line).lookingAt() ? asEqualities(line) : line)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /**
     * A condition with each {@code field in ( "A", "B" )} of few values as equalities, which the engine answers by a look-up or a
     * comparison; an {@code in} makes an array of its values for each fact that it is asked of.
     */
    private static String asEqualities(String condition) {
        return IN.matcher(condition).replaceAll(found -> {
            String[] values = found.group(2).split(", ?");
            String equalities = Arrays.stream(values)
                    .map(value -> found.group(1) + " == " + value)
                    .collect(Collectors.joining(" || "));
            return Matcher.quoteReplacement(values.length == 1 ? equalities : "(" + equalities + ")");
        });
    }

    /** The table with other rows in the place of its own. */
    DecisionTable with(List<Row> others) {
        return new DecisionTable(workbook, notes, tableRow, columns, others, examples, warnings);
    }

    /** What the cells of a row ask, in the order of its rule; a cell that sets no limit asks nothing. */
    public List<RowCondition> conditions(Row row) {
        return columns.stream()
                .filter(column -> column.role().equals("CONDITION"))
                .filter(column -> column.type().literal(row.values().get(column.heading())) != null)
                .map(column -> new RowCondition(column, ColumnCondition.parts(snippet(column))))
                .toList();
    }

    private static void copy(Sheet sheet, int row, DefaultRuleSheetListener listener) {
        listener.newRow(row, sheet.rows().get(row).size());
        for (int column = 0; column < sheet.rows().get(row).size(); column++) {
            if (!sheet.at(row, column).blank()) {
                listener.newCell(row, column, sheet.text(row, column), DataListener.NON_MERGED);
            }
        }
    }

    /** The object row holds each pattern once and leaves the columns that share it blank, as a merged cell does. */
    private void technical(Sheet sheet, int row, List<Column> live, DefaultRuleSheetListener listener) {
        boolean objects = row == tableRow + 2;
        listener.newRow(row, live.size());
        String pattern = "";
        int start = DataListener.NON_MERGED;
        for (Column column : live) {
            String text = sheet.text(row, column.index());
            if (objects && column.role().equals("CONDITION")) {
                if (!text.isEmpty()) {
                    pattern = text;
                    start = column.index();
                }
                listener.newCell(row, column.index(), pattern, start);
            } else if (!text.isEmpty()) {
                listener.newCell(row, column.index(), text, DataListener.NON_MERGED);
            }
        }
    }

    /** The snippet of a column, with {@code $param} for the cell's value. */
    public String snippet(Column column) {
        return workbook.sheets().get(SHEET).text(tableRow + 3, column.index());
    }

    /** Whether a column's cells hold what a claim carries, as {@code Carried} has it. */
    public boolean asksWhatIsCarried(Column column) {
        return "CONDITION".equals(column.role())
                && ColumnCondition.of(snippet(column)).field().equals(ColumnCondition.CARRIED);
    }

    /** The edition of the facts that the technical rows were made for. */
    public int factsEdition() {
        return notes.factsEdition();
    }

    /** That the table was made for another edition of the facts than this program has, if it was. */
    public Optional<TableProblem> ofAnotherEdition() {
        return notes.factsEdition() == FactsEdition.CURRENT
                ? Optional.empty()
                : Optional.of(new TableProblem(
                        workbook(),
                        Table.NOTES,
                        notes.factsEditionCell(),
                        "these rows were made for edition " + notes.factsEdition()
                                + " of the facts; this program has edition " + FactsEdition.CURRENT,
                        "take the shipped workbook and bring your rows over"));
    }

    /** The technical rows above the headings, as the text of their cells. */
    public List<List<String>> technicalRows() {
        Sheet sheet = workbook.sheets().get(SHEET);
        List<List<String>> technical = new ArrayList<>();
        for (int row = 0; row <= tableRow + 3; row++) {
            technical.add(sheet.rows().get(row).stream().map(RawCell::text).toList());
        }
        return technical;
    }

    @Override
    public String name() {
        return notes.table();
    }

    @Override
    public String workbook() {
        return workbook.file();
    }

    @Override
    public String about() {
        return notes.about();
    }

    @Override
    public String dates() {
        return notes.dates();
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public List<Row> rows() {
        return rows;
    }

    @Override
    public List<ExampleRow> examples() {
        return examples;
    }

    @Override
    public Policy policy() {
        return notes.policy();
    }

    @Override
    public List<MeantGap> gaps() {
        return notes.gaps();
    }

    @Override
    public List<TableProblem> warnings() {
        return warnings;
    }

    @Override
    public List<Change> changes() {
        return notes.changes();
    }
}
