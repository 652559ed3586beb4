package org.hearth.cli.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hearth.cli.HearthCommand;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.codes.CodeSet;
import org.hearth.tables.codeset.CodeSetFile;
import org.hearth.tables.codeset.CodeSetFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Published code files, right ones and those that a download, a spreadsheet program or a stranger made of them. */
class CodesImportCommandTest {

    private static final String ORDER = CodeSetFiles.orderFile("-A00", "A000", "-Z47", "Z471", "-Z478", "Z4789");
    private static final String GROUPS =
            """
            Diagnosis Code,Description,Clinical Group,Effective Date,End Date
            A00.0,"Cholera, of a kind",K,2020-01-01,
            M62.81,"So-called ""weakness\""",NA,20200101,99991231
            N39.0,Other,MMTA_GI_GU,1/1/2020,12/31/2022
            N39.0,Other,,2023-01-01,
            Z47.1,Aftercare,E,2023-10-01,
            """;

    @TempDir
    private Path temporary;

    private Path tables;

    private record Run(int status, String out, String err) {}

    @BeforeEach
    void folder() throws IOException {
        tables = Files.createDirectory(temporary.resolve("tables"));
    }

    private Run run(byte[] content, String... arguments) throws IOException {
        Path file = Files.write(temporary.resolve("published.txt"), content);
        List<String> all = new java.util.ArrayList<>(List.of("codes", "import"));
        for (String argument : arguments) {
            all.add(argument.equals("FILE") ? file.toString() : argument);
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(err));
        int status = HearthCommand.run(console, () -> {}, all.toArray(String[]::new));
        return new Run(status, out.toString(), err.toString());
    }

    private Run run(String content, String... arguments) throws IOException {
        return run(content.getBytes(StandardCharsets.UTF_8), arguments);
    }

    private CodeSet written(String name) throws IOException {
        String file = CodeSetFile.FOLDER + name;
        return CodeSetFile.read(file, Files.readAllBytes(tables.resolve(file)));
    }

    @Test
    void anOrderFileGivesItsBillableCodes() throws IOException {
        Run run = run(ORDER, "icd10", "FILE", "--from", "2025-10-01", "--dir", tables.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
        assertThat(run.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("written: " + tables.resolve("codes/sets/icd10-2025-10-01.txt.gz")),
                        line -> assertThat(line)
                                .matches(
                                        "3 billable codes of ICD-10-CM, from 2025-10-01; SHA-256 of the file [0-9a-f]{64}"),
                        line -> assertThat(line).startsWith("Next: `hearth tables publish " + tables + "`"));
        CodeSet set = written("icd10-2025-10-01.txt.gz");
        assertThat(set.codes()).containsExactly("A000", "Z471", "Z4789");
        assertThat(set.source()).isEqualTo("published.txt");
        try (Stream<Path> left = Files.list(tables.resolve("codes/sets"))) {
            assertThat(left).hasSize(1);
        }

        assertThat(run(ORDER, "icd10", "FILE", "--from", "2025-10-01", "--dir", tables.toString())
                        .out())
                .startsWith("nothing has changed: ");
    }

    /** As CMS writes it: ends of lines of Windows, a byte order mark, titles in another encoding. */
    @Test
    void endsOfLinesAndEncodingsOfTitlesDoNotMatter() throws IOException {
        byte[] file = ("\ufeff" + ORDER.replace("\n", "\r\n").replace("A title", "M\u00e9ni\u00e8re") + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(run(file, "icd10", "FILE", "--from", "2025-10-01", "--dir", tables.toString())
                        .status())
                .isEqualTo(ExitStatus.CLEAN);
        assertThat(written("icd10-2025-10-01.txt.gz").size()).isEqualTo(3);
    }

    @Test
    void aListOfGroupsGivesTheCodesThatHaveOneOnTheDay() throws IOException {
        Run run = run(GROUPS, "pdgm", "FILE", "--dir", tables.toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("2 codes in 2 clinical groups (E, K), 2 codes in none, from 2023-10-01");
        assertThat(written("pdgm-2023-10-01.txt.gz").codes()).containsExactly("A000", "Z471");

        Run earlier = run(
                GROUPS + "Z48.00,Other,C,2020-01-01,\n",
                "pdgm",
                "FILE",
                "--from",
                "2022-12-31",
                "--dir",
                tables.toString());
        assertThat(earlier.out()).contains("3 codes in 3 clinical groups (C, K, MMTA_GI_GU), 1 code in none");
        assertThat(written("pdgm-2022-12-31.txt.gz").codes()).containsExactly("A000", "N390", "Z4800");
    }

    @Test
    void itsColumnsAreKnownBySeveralHeadings() throws IOException {
        for (String file : List.of(
                "code;clinical group\nA000;K\nZ471;E\n",
                "ICD-10-CM Code\tPDGM Clinical Grouping\nA00.0\tK\nZ47.1\tE\n",
                "\"dx\",\"pdgm_clinical_group_code\"\n\"A000\",\"K\"\n\"Z471\",\"E\"\n\"M6281\",\"N/A\"\n")) {
            Run run = run(file, "pdgm", "FILE", "--from", "2026-01-01", "--dir", tables.toString());
            assertThat(run.err()).isEmpty();
            assertThat(written("pdgm-2026-01-01.txt.gz").codes()).containsExactly("A000", "Z471");
        }
    }

    static Stream<Arguments> bad() {
        String line = ": expected is a line of the ICD-10-CM order file: five digits, the code in columns 7 to 13,";
        return Stream.of(
                Arguments.of("icd10", "", "`published.txt`: it is empty"),
                Arguments.of("icd10", "\n\n", "`published.txt`: it is empty"),
                Arguments.of("icd10", "PK\u0003\u0004", "`published.txt`: it is a zip or a spreadsheet; unpack it"),
                Arguments.of("icd10", ORDER + "\u0000", "`published.txt`, line 7: it is no text"),
                Arguments.of("icd10", "A".repeat(5_000), "`published.txt`, line 1: it is longer than 4000 characters"),
                Arguments.of("icd10", "A000 Cholera\n", "`published.txt`, line 1" + line),
                Arguments.of("icd10", ORDER.replace("A000    1", "A000    2"), "`published.txt`, line 2" + line),
                Arguments.of("icd10", ORDER.replace("A000    1", "A000   1"), "`published.txt`, line 2" + line),
                Arguments.of(
                        "icd10",
                        ORDER.replace("A000 ", "0A00 "),
                        "`published.txt`, line 2: `0A00` is no code of ICD-10-CM"),
                Arguments.of("icd10", ORDER + ORDER, "`published.txt`, line 7: `A00` stands in line 1 already"),
                Arguments.of(
                        "icd10",
                        CodeSetFiles.orderFile("A000", "B000"),
                        "`published.txt`: it has no code that begins with Z: it is not whole"),
                Arguments.of("pdgm", ORDER, "`published.txt`, line 1: expected is a line of headings with a column"),
                Arguments.of(
                        "pdgm",
                        "code,title\nA000,Cholera\n",
                        "`published.txt`, line 1: expected is a line of headings with a column for the code (`code`) and one"
                                + " for its clinical group (`clinical group`), and perhaps two for the days it holds (`from`,"
                                + " `through`); it has `code, title`"),
                Arguments.of(
                        "pdgm",
                        "code,dx,clinical group\nA000,A000,K\n",
                        "`published.txt`, line 1: two columns may be the same: `code` and `dx`; take one out"),
                Arguments.of(
                        "pdgm",
                        "code,clinical group\nA000,K\nZ471,E\n",
                        "`published.txt`: it does not say since when it holds; name the day with --from"),
                Arguments.of(
                        "pdgm",
                        GROUPS.replace("1/1/2020", "13/1/2020"),
                        "`published.txt`, line 4: `13/1/2020` is no date"),
                Arguments.of("pdgm", GROUPS.replace("1/1/2020", "soon"), "`published.txt`, line 4: `soon` is no date"),
                Arguments.of(
                        "pdgm", GROUPS + "A000,x,K,,\n", "`published.txt`, line 7: `A000` stands in line 2 already"),
                Arguments.of(
                        "pdgm", GROUPS + "A00-0,x,K,,\n", "`published.txt`, line 7: `A00-0` is no code of ICD-10-CM"),
                Arguments.of(
                        "pdgm", GROUPS + "A01.0,\"x,K,,\n", "`published.txt`, line 7: a quotation mark is not closed"),
                Arguments.of(
                        "pdgm",
                        GROUPS.replace(",K,", ",NA,").replace(",E,", ",NA,"),
                        "`published.txt`: no code of it has a clinical group"),
                Arguments.of(
                        "pdgm",
                        "code,clinical group,from\n" + titles(),
                        "`published.txt`, line 42: the column of clinical groups has more than 40 different ones"));
    }

    private static String titles() {
        StringBuilder lines = new StringBuilder();
        for (int i = 10; i < 90; i++) {
            lines.append("A").append(i).append("0,title ").append(i).append(",2020-01-01\n");
        }
        return lines.toString();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void whatIsNoSuchFileIsToldInOneLineAndNothingIsWritten(String kind, String content, String message)
            throws IOException {
        String[] from = kind.equals("icd10") ? new String[] {"--from", "2025-10-01"} : new String[0];
        List<String> arguments = new java.util.ArrayList<>(List.of(kind, "FILE", "--dir", tables.toString()));
        arguments.addAll(List.of(from));

        Run run = run(content, arguments.toArray(String[]::new));

        assertThat(run.err()).startsWith("hearth: " + message).hasLineCount(1);
        assertThat(run.status()).isEqualTo(ExitStatus.INPUT);
        assertThat(run.out()).isEmpty();
        try (Stream<Path> left = Files.list(tables)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whatIsNotNamedIsAskedFor() throws IOException {
        assertThat(run(ORDER, "icd10", "FILE", "--dir", tables.toString()))
                .satisfies(run -> assertThat(run.status()).isEqualTo(ExitStatus.USAGE))
                .satisfies(run -> assertThat(run.err()).contains("name the day, such as --from 2025-10-01"));
        assertThat(run(ORDER, "icd10", "FILE", "--from", "2025-10-01", "--dir", temporary + "/none"))
                .satisfies(run -> assertThat(run.status()).isEqualTo(ExitStatus.USAGE))
                .satisfies(run -> assertThat(run.err()).contains("is no folder"));
        assertThat(run(ORDER, "icd11", "FILE").status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run(ORDER, "icd10", temporary + "/none", "--from", "2025-10-01", "--dir", tables.toString()))
                .satisfies(run -> assertThat(run.status()).isEqualTo(ExitStatus.INPUT))
                .satisfies(run -> assertThat(run.err()).endsWith("cannot be read: there is no such file\n"));
    }
}
