package org.hearth.cli.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hearth.cli.HearthCommand;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.episode.EpisodeClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hearth episode}; the claims are synthetic. */
class EpisodeCommandTest {

    private static final String SAMPLE = EpisodeClaims.SAMPLE.toString();

    @TempDir
    Path temporary;

    private record Run(int status, String out, String err) {}

    private static Run run(String input, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Console console = new Console(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out),
                new PrintWriter(err));
        int status = HearthCommand.run(console, () -> {}, arguments);
        return new Run(status, out.toString(), err.toString());
    }

    @Test
    void anEpisodeIsOneScreenAndItsErrorsEndInOne() {
        Run run = run("", "episode", SAMPLE);

        assertThat(run.status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("episode 1: 3 claims of agency 1234567893, 2018-05-01 to 2018-07-12\n")
                .contains(
                        "    2018-05  01:1+ 03:2 08:3 10:4 15:5 17:6 22:7 24:8 29:9\n"
                                + "    2018-06  01:10! 05:11 07:12 12:13 14:14 19:15 21:16 26:17 28:18+\n"
                                + "    2018-07  03:19 05:20 10:21 12:22+\n"
                                + "    limitation walking / mobility: from 2018-05-01 to 2018-07-12\n",
                        "  plan of care, physical therapy: certified from 2018-05-01 to 2018-07-30, signed 2018-05-10\n",
                        "  end 2018-07-12, physical therapy: planned discharge\n")
                .endsWith("\n1 episode of 3 claims\n");
        assertThat(run.out().lines()).hasSizeLessThan(40);
        assertThat(run.out()).doesNotContain("1EG4TE5MK73", "EXAMPLE");
    }

    @Test
    void whatIsDueNextIsSaidAndNoErrorEndsInNought() throws Exception {
        String first = Files.readAllLines(EpisodeClaims.SAMPLE).get(0);
        Run run = run(first, "episode", "-");

        assertThat(run.status()).isEqualTo(ExitStatus.CLEAN);
        assertThat(run.out())
                .contains(
                        "  due next: functional report, physical therapy: within 1 treatment day\n",
                        "  due next: recertification, physical therapy: by 2018-07-30\n");
    }

    @Test
    void aPictureGoesToAFile() throws Exception {
        Path picture = temporary.resolve("episode.svg");
        Run run = run("", "episode", SAMPLE, "--format", "svg", "--out", picture.toString());

        assertThat(run.status()).isEqualTo(ExitStatus.FINDINGS);
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(picture))
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .contains("<a href=\"http://127.0.0.1:8080/findings/HHT-514\">")
                .endsWith("</svg>\n");
    }

    @Test
    void whatCannotBeReadIsSaidBesideWhatCan() throws Exception {
        Path broken = Files.writeString(temporary.resolve("broken.json"), "{\"claimId\": \"BAD\"}");
        Run run = run("", "episode", SAMPLE, broken.toString(), "no-such.json", "--format", "json");

        assertThat(run.status()).isEqualTo(ExitStatus.INPUT);
        assertThat(run.out())
                .contains("\"claimId\": \"BAD\"", "\"whole\": false", "\"claimId\": \"PCN-34X-0203\"")
                .contains("\"file\": \"no-such.json\"");
        Run text = run("nothing", "episode", "-");
        assertThat(text.status()).isEqualTo(ExitStatus.INPUT);
        assertThat(text.out())
                .isEqualTo(
                        "not here: this is neither an 837I file nor claims as JSON: it begins with neither `ISA` nor `{` nor `[`\n0 episodes of 0 claims\n");
    }

    @Test
    void anUnknownFormatIsWrongUsage() {
        Run run = run("", "episode", SAMPLE, "--format", "png");

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("`png` is no format; write text, json or svg");
        assertThat(run("", "episode").status()).isEqualTo(ExitStatus.USAGE);
    }
}
