package org.hearth.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.hearth.data.DataFolder;
import org.hearth.store.Objects;
import org.hearth.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose a ruleset is that waits, and in whose place it is meant to be. */
class SubmissionsTest {

    private static final String VERSION = "2026-11-23+0123456789ab";
    private static final String BASE = "2026-11-01+000000000001";
    private static final String LATER = "2026-11-02+000000000002";
    private static final Person ONE = new Person("A. Operator", "subject-1");
    private static final Person OTHER = new Person("A. Nother", "subject-2");

    @TempDir
    private Path folder;

    private Objects objects;

    @BeforeEach
    void open() {
        objects = new Store(null, new DataFolder(folder)).objects();
    }

    @Test
    void itIsTheFirstSendersAndTheBaseIsTheLatest() throws Exception {
        Submissions submissions = new Submissions(objects);
        assertThat(submissions.of(VERSION)).isEmpty();

        submissions.note(VERSION, BASE, null);
        assertThat(submissions.of(VERSION).orElseThrow().by()).isEmpty();
        submissions.note(VERSION, BASE, ONE);
        submissions.note(VERSION, LATER, OTHER);
        submissions.note(VERSION, LATER, null);

        Submission sent = new Submissions(objects).of(VERSION).orElseThrow();
        assertThat(sent.by()).contains(ONE);
        assertThat(sent.base()).isEqualTo(LATER);
        assertThat(submissions.of(BASE)).isEmpty();
    }

    @Test
    void whatALaterEditionNotesBesideIsPassedOver() throws Exception {
        objects.put(
                "ledger/senders",
                0,
                ("[{\"version\":\"" + VERSION + "\",\"base\":\"" + BASE
                                + "\",\"name\":null,\"subject\":null,\"later\":1}]")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(new Submissions(objects).of(VERSION)).contains(new Submission(VERSION, BASE, null, null));
    }

    @Test
    void whatWasNotedBeforeBasesWereIsReadAndTheOldestAreForgotten() throws Exception {
        objects.put(
                "ledger/senders",
                0,
                ("[{\"version\":\"" + VERSION + "\",\"name\":\"A. Operator\",\"subject\":\"subject-1\"}]")
                        .getBytes(StandardCharsets.UTF_8));
        Submissions submissions = new Submissions(objects);

        assertThat(submissions.of(VERSION)).contains(new Submission(VERSION, null, ONE.name(), ONE.subject()));

        for (int number = 0; number < 200; number++) {
            submissions.note("2026-11-23+" + (100_000_000_000L + number), BASE, OTHER);
        }
        assertThat(submissions.of(VERSION)).isEmpty();
        assertThat(submissions.of("2026-11-23+100000000000")).isPresent();
    }
}
