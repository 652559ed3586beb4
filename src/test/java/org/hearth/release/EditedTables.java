package org.hearth.release;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.hearth.rules.Rulesets;
import org.hearth.ruleset.RulesetFiles;

/** The shipped workbooks with a cell changed: one row of a decision table that every claim of physical therapy meets. */
public final class EditedTables {

    /** The workbook that is changed. */
    public static final String WORKBOOK = "discipline-requirements.drl.xlsx";

    /** The cell that is changed, the modifier of physical therapy. */
    public static final String CELL = "F9";

    /** The cell that is spoilt, the last day of the row. */
    public static final String BAD_CELL = "E9";

    /** A workbook that is written twice is not the same bytes twice. */
    private static final Map<String, byte[]> WRITTEN = new ConcurrentHashMap<>();

    private EditedTables() {}

    /** The workbook with another modifier in the place of {@code GP}. */
    public static byte[] workbookWith(String modifier) {
        return WRITTEN.computeIfAbsent(modifier, text -> edit(shipped(WORKBOOK), "Rules", CELL, text));
    }

    /** The workbook with a cell that holds no date where one must stand. */
    public static byte[] badWorkbook() {
        return WRITTEN.computeIfAbsent("", text -> edit(shipped(WORKBOOK), "Rules", BAD_CELL, "someday"));
    }

    /** The bytes of a shipped workbook. */
    public static byte[] shipped(String workbook) {
        return Rulesets.files().files().get(RulesetFiles.TABLES + workbook);
    }

    /** The shipped ruleset with another modifier in the place of {@code GP}. */
    public static RulesetFiles rulesetWith(String modifier) {
        return rulesetWith(workbookWith(modifier));
    }

    /** The shipped ruleset with another workbook. */
    public static RulesetFiles rulesetWith(byte[] workbook) {
        SortedMap<String, byte[]> files = new TreeMap<>(Rulesets.files().files());
        files.put(RulesetFiles.TABLES + WORKBOOK, workbook);
        return new RulesetFiles("edited", files);
    }

    /** A workbook with another text in a cell. */
    public static byte[] edit(byte[] original, String sheet, String cell, String text) {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(original))) {
            CellReference at = new CellReference(cell);
            XSSFSheet edited = workbook.getSheet(sheet);
            // the library leaves the old text of a cell that holds it in itself
            edited.getRow(at.getRow()).createCell(at.getCol()).setCellValue(text);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Copies the shipped workbooks into a folder. */
    public static void copyTo(Path folder) throws IOException {
        Path shipped = Path.of("decision-tables");
        try (Stream<Path> walk = Files.walk(shipped)) {
            for (Path path : walk.toList()) {
                Path target = folder.resolve(shipped.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else if (path.toString().endsWith(".xlsx")) {
                    Files.copy(path, target);
                }
            }
        }
    }
}
