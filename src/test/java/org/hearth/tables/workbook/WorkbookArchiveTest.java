package org.hearth.tables.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.hearth.tables.Edited;
import org.hearth.tables.content.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Workbooks made to harm whoever reads them. */
class WorkbookArchiveTest {

    private static final String FILE = "modifiers.drl.xlsx";
    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String SHEET_START =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
    private static final String SHEET_END = "</sheetData></worksheet>";

    private static final String NOT_READ = "this is not a workbook that can be read";
    private static final String TOO_LARGE = "the workbook is far larger than any table";

    private static Map<String, byte[]> parts() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(new Edited().bytes(FILE)))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] with(String part, String content) {
        Map<String, byte[]> parts = parts();
        parts.put(part, content.getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    private static byte[] sheet(String rows) {
        return with(SHEET, SHEET_START + rows + SHEET_END);
    }

    private static byte[] replaced(String part, String old, String with) {
        return with(part, new String(parts().get(part), StandardCharsets.UTF_8).replace(old, with));
    }

    private static byte[] zeros(int megabytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(SHEET));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < megabytes; i++) {
                zip.write(zeros);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String rows(int count) {
        StringBuilder rows = new StringBuilder();
        for (int row = 1; row <= count; row++) {
            rows.append("<row r=\"")
                    .append(row)
                    .append("\"><c r=\"A")
                    .append(row)
                    .append("\"><v>1</v></c></row>");
        }
        return rows.toString();
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                Arguments.of("a zip bomb", zeros(40), TOO_LARGE),
                Arguments.of(
                        "XXE",
                        with(
                                SHEET,
                                "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>" + SHEET_START
                                        + "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&f;</t></is></c></row>"
                                        + SHEET_END),
                        NOT_READ),
                Arguments.of(
                        "entities in entities",
                        with(
                                "xl/sharedStrings.xml",
                                "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                                        + "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                                        + "<si><t>&b;</t></si></sst>"),
                        NOT_READ),
                Arguments.of("a sheet of many rows", sheet(rows(200_000)), TOO_LARGE),
                Arguments.of(
                        "a sheet of a million rows, two of them written",
                        sheet("<row r=\"1\"/><row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>"),
                        "the row is filled, and a sheet may have 20000 rows"),
                Arguments.of(
                        "a row of all columns",
                        sheet("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\"><v>1</v></c></row>"),
                        "the row has more than 100 columns"),
                Arguments.of(
                        "a column beyond the last",
                        sheet("<row r=\"1\"><c r=\"ZZZZZZZ1\"><v>1</v></c></row>"),
                        "there is no RuleTable in column A"),
                Arguments.of("deep nesting", sheet("<row>".repeat(100_000)), NOT_READ),
                Arguments.of(
                        "a bomb of shared strings",
                        with(
                                "xl/sharedStrings.xml",
                                "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                                        + "<si><t>x</t></si>".repeat(300_000) + "</sst>"),
                        TOO_LARGE),
                Arguments.of("macros", with("xl/vbaProject.bin", "x"), "the workbook holds macros"),
                Arguments.of("old macros", with("xl/macrosheets/sheet1.xml", "<x/>"), "the workbook holds macros"),
                Arguments.of(
                        "links to another workbook",
                        with("xl/externalLinks/externalLink1.xml", "<x/>"),
                        "the workbook is linked to other files or data"),
                Arguments.of(
                        "a data connection",
                        with("xl/connections.xml", "<x/>"),
                        "the workbook is linked to other files or data"),
                Arguments.of(
                        "another document in it",
                        with("xl/embeddings/oleObject1.bin", "x"),
                        "the workbook holds other documents"),
                Arguments.of("nothing", new byte[0], NOT_READ),
                Arguments.of("an empty archive", zip(Map.of()), NOT_READ),
                Arguments.of("an archive of something else", zip(Map.of("a.txt", new byte[] {1})), NOT_READ),
                Arguments.of("a page", "<html><table></table></html>".getBytes(StandardCharsets.UTF_8), NOT_READ),
                Arguments.of(
                        "an old workbook",
                        new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0},
                        "this is an old Excel workbook (.xls), or one with a password"),
                Arguments.of("a torn workbook", java.util.Arrays.copyOf(new Edited().bytes(FILE), 3_000), NOT_READ),
                Arguments.of("more bytes than any workbook", new byte[9 << 20], TOO_LARGE),
                Arguments.of("two parts of one name", twice(), NOT_READ),
                Arguments.of(
                        "a sheet of sheets",
                        replaced("xl/workbook.xml", "name=\"Notes\"", "name=\"Notes\u0001\""),
                        NOT_READ));
    }

    private static byte[] twice() {
        Map<String, byte[]> parts = parts();
        parts.put(SHEET.toUpperCase(java.util.Locale.ROOT), parts.get(SHEET));
        return zip(parts);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void isRefusedWithAPlainProblem(String what, byte[] bytes, String message) {
        assertThat(catchThrowableOfType(InvalidTablesException.class, () -> Table.read(FILE, bytes))
                        .problems())
                .as(what)
                .isNotEmpty()
                .allSatisfy(problem -> {
                    assertThat(problem.workbook()).isEqualTo(FILE);
                    assertThat(problem.fix()).isNotBlank();
                })
                .first()
                .extracting(TableProblem::message)
                .isEqualTo(message);
    }

    @Test
    void whatIsReadIsWhatWasLookedAt() throws Exception {
        byte[] honest = new Edited().bytes(FILE);
        byte[] harmless = WorkbookArchive.harmless(honest);
        assertThat(Table.read(FILE, harmless).rows())
                .isEqualTo(Table.read(FILE, honest).rows());
    }

    /** Reads each hostile workbook in a machine of little memory. */
    public static final class InLittleMemory {

        private InLittleMemory() {}

        /** Prints how many were accepted. */
        public static void main(String... arguments) {
            long accepted = hostile()
                    .filter(one -> {
                        try {
                            Table.read(FILE, (byte[]) one.get()[1]);
                            return true;
                        } catch (InvalidTablesException e) {
                            return false;
                        }
                    })
                    .count();
            System.out.println("accepted " + accepted);
        }
    }

    @Test
    void littleMemoryIsEnough() throws Exception {
        Process process = new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        InLittleMemory.class.getName())
                .redirectErrorStream(true)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(out).contains("accepted 0");
    }
}
