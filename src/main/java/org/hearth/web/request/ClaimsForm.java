package org.hearth.web.request;

import jakarta.ws.rs.WebApplicationException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.hearth.batch.Format;
import org.hearth.batch.InputKind;
import org.hearth.batch.Minutes;
import org.hearth.batch.Sidecars;
import org.hearth.beside.MinutesRows;
import org.hearth.data.Room;
import org.hearth.json.ClaimCorrections;
import org.hearth.json.ClaimReader;
import org.hearth.json.Problems;
import org.hearth.web.form.FormParts;
import org.hearth.x12.acknowledgement.Held;

/**
 * A form with claims and what stands beside them: fields {@code claims}, {@code minutes}, {@code context}, {@code eligibility} (as
 * often as there are files) and {@code answer}. Claims that come last are read as they arrive; those that come before something else
 * wait, compressed, in memory. A form for corrections has a field {@code corrections} too, and no {@code answer}.
 */
public final class ClaimsForm {

    private static final int MOST_MINUTES = 16 << 20;
    private static final int LONGEST_WORD = 100;

    private static final Problems NO_CLAIMS =
            Problems.of(400, "no claims", "no claims came with the form, or the file is empty; choose one with claims");

    private static final Problems CLAIMS_NOT_LAST = Problems.of(
            400,
            "claims not last",
            "the form brings something after its claims, which were judged as they arrived; send the field `claims` last");

    /** The field of the claims. */
    static final String CLAIMS = "claims";

    private final FormParts parts;
    private final boolean toCorrect;
    private ClaimCorrections corrections;
    private final Room room;
    private final Sidecars sidecars;
    private Format format;
    private boolean minutesKnown;
    private InputStream claims;
    private Held held;
    private String file;

    private ClaimsForm(FormParts parts, Room room, boolean toCorrect) {
        this.room = room;
        this.sidecars = new Sidecars(room);
        this.parts = parts;
        this.toCorrect = toCorrect;
    }

    /**
     * Reads a form up to its claims, or to its end.
     *
     * @param body the form
     * @param type its media type, with the boundary
     * @throws Answers.Refusal if it brings no claims, or something that it should not
     */
    public static ClaimsForm read(RequestBody body, String type) throws IOException {
        return read(body, type, false);
    }

    /**
     * Reads a form with corrections up to its claims, or to its end.
     *
     * @param body the form
     * @param type its media type, with the boundary
     * @throws Answers.Refusal if it brings no claims, or something that it should not
     */
    public static ClaimsForm toCorrect(RequestBody body, String type) throws IOException {
        return read(body, type, true);
    }

    private static ClaimsForm read(RequestBody body, String type, boolean toCorrect) throws IOException {
        FormParts parts = new FormParts(body, type);
        ClaimsForm form = new ClaimsForm(parts, body.room(), toCorrect);
        for (FormParts.Part part = parts.next(); part != null && form.claims == null; part = next(form, parts)) {
            form.take(part);
        }
        if (form.claims == null) {
            if (form.held == null) {
                throw Answers.refusal(NO_CLAIMS);
            }
            form.claims = form.held.read();
        }
        return form;
    }

    /**
     * Reads what stands beside the claims of a form that can be read again, and passes over the claims.
     *
     * @param body the form, to its end
     * @param room where what stands beside the claims is kept
     * @param type its media type, with the boundary
     * @throws Answers.Refusal if it brings no claims, or something that it should not
     */
    static Sidecars besides(InputStream body, Room room, String type) throws IOException {
        FormParts parts = new FormParts(body, type);
        ClaimsForm form = new ClaimsForm(parts, room, false);
        boolean any = false;
        for (FormParts.Part part = parts.next(); part != null; part = parts.next()) {
            if (part.name().equals(CLAIMS)) {
                any |= InputKind.of(new BufferedInputStream(part.content())) != InputKind.EMPTY;
            } else {
                form.take(part);
            }
        }
        if (!any) {
            throw Answers.refusal(NO_CLAIMS);
        }
        return form.sidecars;
    }

    /** What follows claims that are read as they arrive is asked for once they were. */
    private static FormParts.Part next(ClaimsForm form, FormParts parts) throws IOException {
        return form.claims == null ? parts.next() : null;
    }

    private void take(FormParts.Part part) throws IOException {
        if (part.name().equals(toCorrect ? "answer" : "corrections")) {
            throw unknown();
        }
        switch (part.name()) {
            case "corrections" -> corrections = corrections(kept(part));
            case "answer" -> format = format(part.content());
            case "minutes" -> {
                Minutes minutes = minutes(kept(part));
                if (minutes != null) {
                    room.take(minutes.bytes());
                }
                sidecars.minutes(minutes);
                minutesKnown = true;
            }
            case "context", "eligibility" -> {
                InputStream content = new BufferedInputStream(part.content());
                if (InputKind.of(content) != InputKind.EMPTY) {
                    String name = named(part) == null ? part.name() : named(part);
                    if (part.name().equals("context")) {
                        sidecars.contexts().add(name, content);
                    } else {
                        sidecars.eligibility().add(name, content);
                    }
                }
            }
            case CLAIMS -> {
                file = named(part);
                InputStream content = new BufferedInputStream(part.content());
                if (InputKind.of(content) == InputKind.EMPTY) {
                    throw Answers.refusal(NO_CLAIMS);
                }
                if (toCorrect ? corrections != null : format != null && minutesKnown) {
                    claims = content;
                } else {
                    held = new Held(Answers.MOST_HELD, room);
                    content.transferTo(held.in());
                }
            }
            default -> throw unknown();
        }
    }

    private InputStream kept(FormParts.Part part) {
        return room.kept(part.content(), Sidecars.BYTES_KEPT);
    }

    private static WebApplicationException unknown() {
        return Answers.refusal(Problems.of(400, "unknown field", "the form has a field that is none of this page"));
    }

    private static ClaimCorrections corrections(InputStream content) throws IOException {
        byte[] json = content.readNBytes(ClaimReader.MAX_BYTES + 1);
        if (json.length > ClaimReader.MAX_BYTES) {
            throw Answers.refusal(
                    Answers.tooLarge(ClaimReader.MAX_BYTES, "corrections may not be larger; send fewer at a time"));
        }
        return ClaimCorrections.read(json);
    }

    private static String named(FormParts.Part part) {
        return part.fileName() == null || part.fileName().isEmpty() ? null : part.fileName();
    }

    private static Format format(InputStream content) throws IOException {
        return Format.of(new String(content.readNBytes(LONGEST_WORD), StandardCharsets.UTF_8))
                .filter(format -> format != Format.TEXT && format != Format.JSON)
                .orElseThrow(() -> Answers.refusal(Problems.of(
                        400,
                        "unknown answer",
                        "`answer` is none of `html`, `ndjson`, `csv`, `xlsx`, `277ca` and `999`")));
    }

    private static Minutes minutes(InputStream content) throws IOException {
        byte[] minutes = content.readNBytes(MOST_MINUTES + 1);
        if (minutes.length > MOST_MINUTES) {
            throw Answers.refusal(
                    Answers.tooLarge(MOST_MINUTES, "minutes may not be larger; send fewer claims at a time"));
        }
        return minutes.length == 0 ? null : new Minutes(MinutesRows.read(minutes));
    }

    /** The claims' bytes, to be read once. */
    public InputStream claims() {
        return claims;
    }

    /** The name of the claims' file, or {@code null}. */
    public String file() {
        return file;
    }

    /** What stands beside the claims. */
    public Sidecars sidecars() {
        return sidecars;
    }

    /** What is to be corrected: the certain mends, where the form does not say. */
    public ClaimCorrections corrections() {
        return corrections == null ? new ClaimCorrections(List.of(), true) : corrections;
    }

    /** In which format the answer is wanted, if the form says so. */
    public Optional<Format> format() {
        return Optional.ofNullable(format);
    }

    /**
     * Reads on to the end, once the claims were read.
     *
     * @throws Answers.Refusal if something follows claims that were judged without it
     */
    public void end() throws IOException {
        if (held == null && parts.next() != null) {
            throw Answers.refusal(CLAIMS_NOT_LAST);
        }
    }
}
