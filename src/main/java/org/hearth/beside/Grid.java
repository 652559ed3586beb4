package org.hearth.beside;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hearth.json.Problem;
import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.RawCell;
import org.hearth.tables.workbook.Sheet;
import org.hearth.tables.workbook.Workbook;

/**
 * Rows of texts, from a CSV file or the first sheet of a workbook that has any.
 *
 * @param sheet the sheet's name; {@code null} of a CSV file
 * @param rows the rows, the first of them the headings
 */
record Grid(String sheet, List<List<String>> rows) {

    private static final int MOST_ROWS = 200_000;

    /** As many as a cell of a workbook can have. */
    private static final int LONGEST_CELL = 32_767;

    /** More than anything has to say of one claim; what they come to together is held at once. */
    private static final int MOST_ROWS_OF_ONE = 10_000;
    /** What a byte of a CSV file comes to while its rows are read: seen to be 36 for rows of sixteen bytes. */
    private static final int BYTES_OF_ROWS = 36;

    /** What a byte of JSON comes to as a tree. */
    private static final int BYTES_OF_TREE = 12;

    /** What a workbook of the most cells that are read comes to, however well it is packed. */
    private static final long BYTES_OF_WORKBOOK = 100L << 20;

    private static final CsvMapper CSV = CsvMapper.builder()
            .enable(CsvParser.Feature.WRAP_AS_ARRAY)
            .enable(CsvParser.Feature.TRIM_SPACES)
            .build();

    /** A grid that cannot be read. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String fix;

        /** @param fix what to do; {@code null} if another form of the same has to be given */
        UnreadableException(String message, String fix) {
            super(message, null, false, false);
            this.fix = fix;
        }

        /** As a problem. */
        Problem problem(String otherForm) {
            return new Problem("", null, getMessage(), fix == null ? otherForm : fix);
        }
    }

    /** Reads a workbook (it begins as a zip file does) or else a CSV file, whose cells a comma, semicolon or tab parts. */
    static Grid read(byte[] content) throws UnreadableException {
        return isWorkbook(content) ? workbook(content) : csv(content);
    }

    /** How much memory reading a file into what it says may take for a while. */
    static long bytesToRead(byte[] content) {
        if (isWorkbook(content)) {
            return BYTES_OF_WORKBOOK;
        }
        return (long) content.length * (Kind.isJson(content) ? BYTES_OF_TREE : BYTES_OF_ROWS);
    }

    private static boolean isWorkbook(byte[] content) {
        return content.length > 1 && content[0] == 'P' && content[1] == 'K';
    }

    private static Grid workbook(byte[] content) throws UnreadableException {
        try {
            for (Sheet sheet : Workbook.readOnce("workbook", content).sheets().values()) {
                if (!sheet.rows().isEmpty()) {
                    bound(sheet.rows().size(), new String[0]);
                    return new Grid(
                            sheet.name(),
                            sheet.rows().stream()
                                    .map(row -> row.stream()
                                            .map(cell -> RawCell.trimmed(cell.text()))
                                            .toList())
                                    .toList());
                }
            }
            return new Grid(null, List.of());
        } catch (InvalidTablesException e) {
            throw new UnreadableException(e.problems().get(0).message(), null);
        }
    }

    private static Grid csv(byte[] content) throws UnreadableException {
        String text = new String(content, StandardCharsets.UTF_8);
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        List<List<String>> rows = new ArrayList<>();
        CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator(plain));
        try (MappingIterator<String[]> lines =
                CSV.readerFor(String[].class).with(schema).readValues(plain)) {
            while (lines.hasNextValue()) {
                String[] row = lines.nextValue();
                bound(rows.size() + 1, row);
                rows.add(List.of(row));
            }
        } catch (IOException e) {
            throw new UnreadableException(
                    "this is no CSV file: after row " + rows.size() + " a quote is open or stands alone", null);
        }
        return new Grid(null, rows);
    }

    private static void bound(int rows, String[] last) throws UnreadableException {
        if (rows > MOST_ROWS + 1) {
            throw new UnreadableException("the file has more than " + MOST_ROWS + " rows", "give fewer at a time");
        }
        if (Arrays.stream(last).anyMatch(cell -> cell.length() > LONGEST_CELL)) {
            throw new UnreadableException(
                    "row " + rows + " has a cell of more than " + LONGEST_CELL + " characters",
                    "see whether a quote is left open there");
        }
    }

    /** What parts the headings: spreadsheet programs of other languages write semicolons. */
    private static char separator(String text) {
        String headings = text.lines().findFirst().orElse("");
        return headings.indexOf('\t') >= 0 ? '\t' : headings.indexOf(';') >= 0 ? ';' : ',';
    }

    /** That rows which are of the same claim, or of the same member, are far too many, if they are. */
    Optional<Problem> tooMany(List<Integer> rows) {
        return rows.size() <= MOST_ROWS_OF_ONE
                ? Optional.empty()
                : Optional.of(new Problem(
                        "",
                        null,
                        place(rows.get(MOST_ROWS_OF_ONE), -1) + ": " + MOST_ROWS_OF_ONE
                                + " rows before this one are of the same",
                        "leave out those that say nothing new"));
    }

    /** A cell's text; empty where there is none. */
    String text(int row, int column) {
        List<String> cells = rows.get(row);
        return column < 0 || column >= cells.size() ? "" : RawCell.trimmed(cells.get(column));
    }

    boolean isBlank(int row) {
        return rows.get(row).stream().allMatch(cell -> RawCell.trimmed(cell).isEmpty());
    }

    /** A cell as its reader finds it. */
    String place(int row, int column) {
        if (sheet != null) {
            return "sheet " + sheet + ", cell " + Sheet.cellName(row, Math.max(0, column));
        }
        return column < 0 ? "row " + (row + 1) : "row " + (row + 1) + ", column " + Sheet.columnName(column);
    }
}
