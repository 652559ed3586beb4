package org.hearth.batch;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.hearth.claim.Location;
import org.hearth.json.ClaimItem;
import org.hearth.json.ClaimStream;
import org.hearth.json.Problem;
import org.hearth.json.Problems;
import org.hearth.x12.reading.GuidedReader;
import org.hearth.x12.reading.X12Item;
import org.hearth.x12.reading.X12Problem;
import org.hearth.x12.reading.X12Reader;

/** Opens inputs; tells their kind by their content. */
public final class Intakes {

    private static final Problems NO_CLAIM = new Problems(
            "urn:hearth:problem:no-claims",
            "no claims",
            400,
            "the input holds no claim; nothing was checked",
            List.of(new Problem("", null, "the input holds no claim", "send at least one")));

    private Intakes() {}

    /** A reader of an 837I file. */
    interface X12Claims {
        X12Item next() throws IOException;
    }

    /** A reader of claims as JSON. */
    interface JsonClaims {
        Optional<ClaimItem> next() throws IOException;

        /** Whether, at its end, the input was read to its end. */
        boolean whole();

        static JsonClaims of(ClaimStream claims) {
            return new JsonClaims() {
                @Override
                public Optional<ClaimItem> next() throws IOException {
                    return claims.next();
                }

                @Override
                public boolean whole() {
                    return claims.whole();
                }
            };
        }
    }

    /** Opens a reader of claims as JSON. */
    interface JsonOpening {
        JsonClaims open(InputStream in);
    }

    /** Opens a reader of an 837I file. */
    interface X12Opening {
        X12Claims open(InputStream in);
    }

    /**
     * Opens an input.
     *
     * @param in its bytes, gzip or plain; the caller closes it
     * @param file its name without the folder, or {@code null}
     * @throws IOException if it cannot be read
     */
    public static Intake open(InputStream in, String file) throws IOException {
        return open(in, file, content -> new GuidedReader(content, file)::next, null);
    }

    /**
     * Opens an input.
     *
     * @param x12 what reads an 837I file
     * @param noJson how claims as JSON are refused; {@code null} if they are read
     */
    static Intake open(InputStream in, String file, X12Opening x12, Problems noJson) throws IOException {
        return open(
                in,
                file,
                x12,
                noJson == null ? content -> JsonClaims.of(new ClaimStream(content, file)) : null,
                noJson);
    }

    /**
     * Opens an input.
     *
     * @param x12 what reads an 837I file
     * @param jsonClaims what reads claims as JSON; {@code null} if they are refused
     * @param noJson how they are refused
     */
    static Intake open(InputStream in, String file, X12Opening x12, JsonOpening jsonClaims, Problems noJson)
            throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        InputKind kind = InputKind.of(buffered);
        if (kind == InputKind.GZIP) {
            buffered = new BufferedInputStream(new Unzipped(buffered), 1 << 16);
            kind = InputKind.of(buffered);
        }
        return switch (kind) {
            case X12 -> x12(x12.open(buffered), file);
            case JSON, JSON_LIST -> jsonClaims == null ? refused(file, noJson) : json(jsonClaims.open(buffered), file);
            default -> refused(file, strange(kind));
        };
    }

    /**
     * Opens an input of which only the claims are asked for, and not where an 837I file leaves its guide.
     *
     * @param in its bytes, gzip or plain; the caller closes it
     * @param file its name without the folder, or {@code null}
     * @throws IOException if it cannot be read
     */
    public static Intake withoutGuide(InputStream in, String file) throws IOException {
        return open(in, file, content -> new X12Reader(content, file)::next, null);
    }

    /**
     * An input, and how far it was read.
     *
     * @param claims yields its claims
     * @param offset tells, once an item was yielded, how many bytes of the input precede what follows the item; of an input that
     *     is compressed or holds no claims, more than it can have
     */
    record Placed(Intake claims, LongSupplier offset) {}

    /** Opens an input so that it can be told how far it was read. */
    static Placed placed(InputStream in, String file) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        switch (InputKind.of(buffered)) {
            case X12 -> {
                GuidedReader reader = new GuidedReader(buffered, file);
                return new Placed(x12(reader::next, file), reader::offset);
            }
            case JSON, JSON_LIST -> {
                ClaimStream stream = new ClaimStream(buffered, file);
                return new Placed(json(JsonClaims.of(stream), file), stream::offset);
            }
            default -> {
                return new Placed(open(buffered, file), () -> Long.MAX_VALUE);
            }
        }
    }

    private static Intake refused(String file, Problems why) {
        Intake.End end = new Intake.End(file, why);
        return () -> end;
    }

    /** That an input is of a kind that holds no claims, what it is and what to send instead. */
    public static Problems strange(InputKind kind) {
        return new Problems(
                "urn:hearth:problem:unknown-input",
                kind == InputKind.EMPTY ? "empty body" : "unknown input",
                400,
                "this is " + kind.called() + "; nothing was checked",
                List.of(new Problem("", null, "this is " + kind.called(), kind.instead())));
    }

    private static Intake json(JsonClaims claims, String file) {
        boolean[] any = new boolean[1];
        return () -> {
            ClaimItem item = claims.next().orElse(null);
            any[0] |= item != null;
            return item == null ? end(claims.whole(), any[0], file) : ofClaim(item, file);
        };
    }

    /** What is yielded of a claim as JSON. */
    static Intake.Item ofClaim(ClaimItem item, String file) {
        return item instanceof ClaimItem.PlacedClaim read
                ? new Intake.Read(read.claim())
                : unread((ClaimItem.Unread) item, file);
    }

    private static Intake.Unread unread(ClaimItem.Unread unread, String file) {
        return new Intake.Unread(file, unread.why().claimId(), Problems.of(unread.why()));
    }

    /** What is yielded at the end of claims as JSON. @param any whether there was any item */
    static Intake.End end(boolean whole, boolean any, String file) {
        Problems damage = whole
                ? any ? null : NO_CLAIM
                : Problems.of(400, "input not whole", "the input breaks off; claims may be missing from this answer");
        return new Intake.End(file, damage);
    }

    /** What is yielded of an 837I file. */
    static Intake x12(X12Claims claims, String file) {
        return () -> {
            X12Item item = claims.next();
            return item instanceof X12Item.End end ? end(end, file) : ofClaim(item, file);
        };
    }

    /** What is yielded of a claim of an 837I file. */
    static Intake.Item ofClaim(X12Item item, String file) {
        if (item instanceof X12Item.LocatedClaim read) {
            return new Intake.Read(read.claim());
        }
        X12Item.Refused refused = (X12Item.Refused) item;
        String what = refused.claimId() == null ? "a claim" : "claim `" + refused.claimId() + "`";
        return new Intake.Unread(
                file,
                refused.claimId(),
                new Problems(
                        "urn:hearth:problem:invalid-claim",
                        "invalid claim",
                        422,
                        what + " cannot be read",
                        problems(refused.problems(), refused.unlisted())));
    }

    /** What is yielded at the end of an 837I file. */
    static Intake.End end(X12Item.End end, String file) {
        Problems damage = end.whole()
                ? null
                : new Problems(
                        "urn:hearth:problem:damaged-file",
                        "file not whole",
                        400,
                        "the 837I file is damaged; claims may be missing from this answer",
                        problems(end.problems(), end.unlisted()));
        return new Intake.End(file, damage, problems(end.warnings(), 0), problems(end.errors(), 0));
    }

    private static List<Problem> problems(List<X12Problem> found, int unlisted) {
        Stream<Problem> listed = found.stream()
                .map(problem -> new Problem(problem.field(), null, place(problem) + problem.message(), problem.fix()));
        Stream<Problem> more = unlisted == 0
                ? Stream.empty()
                : Stream.of(
                        new Problem("", null, "and " + unlisted + " more problem" + (unlisted == 1 ? "" : "s"), null));
        return Stream.concat(listed, more).toList();
    }

    private static String place(X12Problem problem) {
        Location at = problem.at();
        if (at == null || at.segment() == null) {
            return "after " + problem.offset() + " characters: ";
        }
        return "segment " + at.segment()
                + (at.position() == null ? "" : " at position " + at.position())
                + (at.element() == null ? "" : ", element " + at.element())
                + ": ";
    }
}
