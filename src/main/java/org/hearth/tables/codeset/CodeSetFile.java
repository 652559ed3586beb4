package org.hearth.tables.codeset;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.hearth.codes.CodeSet;
import org.hearth.codes.Day;
import org.hearth.finding.Shown;
import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.TableProblem;

/**
 * The file of an edition of a code set, {@code codes/sets/icd10-2025-10-01.txt.gz} below the folder of workbooks: sorted
 * plain text, compressed, a code a line after five lines that say what it is, since when, how many, and what file it was
 * imported from. The same import gives the same bytes.
 */
public final class CodeSetFile {

    /** The folder of code sets below that of the workbooks. */
    public static final String FOLDER = "codes/sets/";

    /** How its name ends. */
    public static final String ENDING = ".txt.gz";

    /** Many times the text of any code set. */
    private static final int MOST_BYTES = 8 << 20;

    private static final Pattern NAME =
            Pattern.compile("(?:codes/sets/)?([a-z0-9]+)-(\\d{4}-\\d{2}-\\d{2})\\.txt\\.gz");
    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{1," + CodeSet.LONGEST + "}");
    private static final String[] HEAD = {"code set: ", "from: ", "codes: ", "source: ", "sha-256: "};
    private static final String IMPORT = "import the published file again, hearth codes import";

    private CodeSetFile() {}

    /** Whether a file name, with or without the folder, is that of a code set. */
    public static boolean mayName(String file) {
        Matcher name = NAME.matcher(file);
        return name.matches() && kind(name.group(1)) != null && day(name.group(2)) > 0;
    }

    /** The name of a set's file without the folder. */
    public static String name(CodeSet set) {
        return set.kind() + "-" + Day.date(set.from()) + ENDING;
    }

    /** The content of the file. */
    public static byte[] write(CodeSet set) {
        String[] values = {
            set.kind().toString(),
            Day.date(set.from()).toString(),
            String.valueOf(set.size()),
            set.source(),
            set.digest()
        };
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < HEAD.length; line++) {
            text.append(HEAD[line]).append(values[line]).append('\n');
        }
        set.codes().forEach(code -> text.append(code).append('\n'));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // nothing is written but memory
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a file that anybody may have written.
     *
     * @param file its name below the folder of workbooks
     * @throws InvalidTablesException if it is not what {@link #write} writes under this name
     */
    public static CodeSet read(String file, byte[] content) {
        Matcher name = NAME.matcher(file);
        if (!name.matches() || !mayName(file)) {
            throw wrong(
                    file,
                    "no code set has this name",
                    "name it as hearth codes import does, icd10- or pdgm- and its"
                            + " first day: codes/sets/icd10-2025-10-01.txt.gz");
        }
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new ByteArrayInputStream(unzipped(file, content)), StandardCharsets.UTF_8))) {
            String[] head = new String[HEAD.length];
            for (int line = 0; line < HEAD.length; line++) {
                String text = lines.readLine();
                if (text == null || !text.startsWith(HEAD[line])) {
                    throw wrong(
                            file, "line " + (line + 1) + " does not begin with `" + HEAD[line].strip() + "`", IMPORT);
                }
                head[line] = text.substring(HEAD[line].length());
            }
            if (!head[0].equals(name.group(1)) || !head[1].equals(name.group(2))) {
                throw wrong(
                        file,
                        "inside it is the code set " + Shown.value(head[0]) + " from " + Shown.value(head[1]),
                        "give it back the name that hearth codes import gave it");
            }
            List<String> codes = codes(file, lines);
            if (!head[2].equals(String.valueOf(codes.size()))) {
                throw wrong(file, "it says " + Shown.value(head[2]) + " codes and has " + codes.size(), IMPORT);
            }
            return new CodeSet(kind(head[0]), day(head[1]), head[3], head[4], codes);
        } catch (IOException e) {
            // nothing is read but memory
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> codes(String file, BufferedReader lines) throws IOException {
        List<String> codes = new ArrayList<>();
        String last = "";
        int line = HEAD.length;
        for (String code = lines.readLine(); code != null; code = lines.readLine()) {
            line++;
            if (!CODE.matcher(code).matches()) {
                throw wrong(file, "line " + line + " is no code: " + Shown.value(code), IMPORT);
            }
            if (code.compareTo(last) <= 0) {
                throw wrong(file, "line " + line + ": `" + code + "` does not come after `" + last + "`", IMPORT);
            }
            codes.add(code);
            last = code;
        }
        return codes;
    }

    private static byte[] unzipped(String file, byte[] content) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
            byte[] text = in.readNBytes(MOST_BYTES + 1);
            if (text.length > MOST_BYTES) {
                throw wrong(file, "it unpacks to more than any code set", IMPORT);
            }
            return text;
        } catch (IOException e) {
            throw wrong(file, "it is no whole .gz file", IMPORT);
        }
    }

    private static InvalidTablesException wrong(String file, String message, String fix) {
        return new InvalidTablesException(List.of(new TableProblem(file, null, null, message, fix)));
    }

    private static CodeSet.Kind kind(String name) {
        for (CodeSet.Kind kind : CodeSet.Kind.values()) {
            if (kind.toString().equals(name)) {
                return kind;
            }
        }
        return null;
    }

    /** A day as a number; 0 for what is none. */
    private static int day(String iso) {
        try {
            return Day.of(LocalDate.parse(iso));
        } catch (DateTimeParseException e) {
            return 0;
        }
    }
}
