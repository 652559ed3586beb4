package org.hearth.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * No code, date or amount of the field is written in Java or in a rule: it is a row of a workbook. Looks for texts and
 * numbers that are nothing else than one; what stands in a sentence for its reader is none.
 */
class LiteralsTest {

    private static final Path JAVA = Path.of("src/main/java/org/hearth");
    private static final Path RULES = Path.of("rules");

    /** The X12 guides: identifiers of segments, qualifiers, and the code sets of the guides themselves. */
    private static final String GUIDES = "x12";

    /** What is no value of the field, or none that could be a row, by where it stands. */
    private static final List<Allowed> EXCEPTIONS = List.of(
            new Allowed("codes", "9999_12_31", "the last of all days, which stands for no end"),
            new Allowed("codes", "PT", "a discipline, not a modifier"),
            new Allowed("codes", "OT", "a discipline, not a modifier"),
            new Allowed("release", "100.00", "the charge of an example's line that gives none"),
            new Allowed("release", "A1", "a member id that is none"),
            new Allowed("json", "9999999999.99", "the greatest amount that a claim can carry"),
            new Allowed("cli", "ID", "the name of an argument"),
            new Allowed("report", "31", "a colour of the terminal"),
            new Allowed("report", "33", "a colour of the terminal"),
            new Allowed("report", "36", "a colour of the terminal"),
            new Allowed("store", "23505", "what a PostgreSQL calls a number that is taken"),
            new Allowed("tables", "A1", "a cell of a sheet"),
            new Allowed("tables", "B1", "a cell of a sheet"));

    private record Allowed(String under, String literal, String why) {}

    private static final Map<String, Pattern> KINDS = kinds();

    private static Map<String, Pattern> kinds() {
        Map<String, Pattern> kinds = new LinkedHashMap<>();
        kinds.put("HCPCS code", Pattern.compile("[A-Z0-9]\\d{4}|\\d{4}[A-Z]"));
        kinds.put("revenue code or its family", Pattern.compile("0\\d{2,3}"));
        kinds.put("modifier, condition, occurrence or value code", Pattern.compile("((OC|CC|VC) )?[A-Z0-9]{2}"));
        kinds.put("date", Pattern.compile("(19|20)\\d{2}-\\d{2}-\\d{2}|(19|20)\\d{6}|\\d{4}_\\d{2}_\\d{2}"));
        kinds.put("amount", Pattern.compile("\\$?\\d+\\.\\d{2}B?"));
        return kinds;
    }

    private static final Pattern COMMENT_TEXT_OR_NUMBER = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/|'(?:[^'\\\\]|\\\\.)+'|\"\"\".*?\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\""
                    + "|(?<![\\w.])(\\d[\\w.]*)",
            Pattern.DOTALL);

    /** A literal at its place. */
    private record Found(String file, int line, String literal, String kind) {
        @Override
        public String toString() {
            return file + ":" + line + " writes the " + kind + " `" + literal + "`; make it a row of a workbook";
        }
    }

    @Test
    void codesDatesAndAmountsAreRows() throws IOException {
        List<Found> found = new ArrayList<>(in(JAVA, ".java"));
        found.removeIf(literal -> literal.file().startsWith(GUIDES + "/"));
        Set<Allowed> met = new HashSet<>();
        found.removeIf(literal -> EXCEPTIONS.stream()
                .filter(allowed -> literal.file().startsWith(allowed.under() + "/")
                        && literal.literal().equals(allowed.literal()))
                .peek(met::add)
                .findFirst()
                .isPresent());
        found.addAll(in(RULES, ".drl"));
        Set<String> told = new TreeSet<>();
        found.forEach(literal -> told.add(literal.toString()));
        for (Allowed allowed : EXCEPTIONS) {
            if (!met.contains(allowed)) {
                told.add("`" + allowed.literal() + "` stands nowhere under " + allowed.under()
                        + "; take the exception away");
            }
        }
        assertThat(told).isEmpty();
    }

    @Test
    void findsEachKind() {
        assertThat(
                        found(
                                """
                // "0420" and /* "97110" */ in a comment
                a("97110", "G0151", "0420", "042", "KX", "OC 35", "2018-01-01", "$60.00"); /* "GP" */
                b(20180101, 2018_01_01, 0.01, 12, 10_000, '"', "at 0420", "34X", "KX or GA");
                """))
                .extracting(Found::literal)
                .containsExactly(
                        "97110",
                        "G0151",
                        "0420",
                        "042",
                        "KX",
                        "OC 35",
                        "2018-01-01",
                        "$60.00",
                        "20180101",
                        "2018_01_01",
                        "0.01");
    }

    private static List<Found> in(Path root, String ending) throws IOException {
        List<Found> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList()) {
                found.addAll(literals(root.relativize(file).toString().replace('\\', '/'), Files.readString(file)));
            }
        }
        return found;
    }

    private static List<Found> found(String text) {
        return literals("a", text);
    }

    private static List<Found> literals(String file, String text) {
        List<Found> found = new ArrayList<>();
        Matcher token = COMMENT_TEXT_OR_NUMBER.matcher(text);
        while (token.find()) {
            boolean number = token.group(2) != null;
            String literal = number ? token.group(2) : token.group(1);
            int line = 1
                    + (int) text.substring(0, token.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            KINDS.forEach((kind, pattern) -> {
                boolean dated = kind.equals("date") || kind.equals("amount");
                if (literal != null
                        && (dated || !number)
                        && pattern.matcher(literal).matches()) {
                    found.add(new Found(file, line, literal, kind));
                }
            });
        }
        return found;
    }
}
