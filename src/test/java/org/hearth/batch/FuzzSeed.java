package org.hearth.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.xlate.edi.stream.EDIStreamException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.hearth.claim.Origin;
import org.hearth.evaluate.Evaluation;
import org.hearth.json.InvalidMinutesException;
import org.hearth.json.MinutesReader;
import org.hearth.report.Tally;
import org.hearth.rules.Rulesets;
import org.hearth.x12.Mutations;
import org.hearth.x12.ReadBack;
import org.hearth.x12.SyntheticClaims;
import org.hearth.x12.acknowledgement.Acknowledgements;
import org.hearth.x12.acknowledgement.AnsweredFile;
import org.hearth.x12.acknowledgement.ControlNumbers;
import org.hearth.x12.reading.X12Item;
import org.hearth.x12.reading.X12Reader;

/** An input to break, with what each of its bytes must be read for. */
final class FuzzSeed {

    /** What the bytes are. */
    private enum Kind {
        X12,
        X12_GZIP,
        JSON,
        JSON_GZIP,
        MINUTES
    }

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2025-04-06T09:30:00Z"), ZoneOffset.UTC);

    private final String name;
    private final Kind kind;
    /** Not compressed. */
    private final byte[] plain;

    private final byte[] sent;
    private final List<Object> items;
    /** By item, how many bytes must be right for it to be read as it is. */
    private final int[] needed;

    private FuzzSeed(String name, Kind kind, byte[] plain) {
        this.name = name;
        this.kind = kind;
        this.plain = plain;
        this.sent = kind == Kind.X12_GZIP || kind == Kind.JSON_GZIP ? gzip(plain) : plain;
        this.items = kind == Kind.MINUTES ? List.of() : items(plain);
        this.needed = new int[items.size()];
        for (int item = 0; item < items.size(); item++) {
            needed[item] = needed(item + 1);
        }
    }

    static List<FuzzSeed> all() throws IOException {
        List<FuzzSeed> seeds = new ArrayList<>();
        Path samples = Path.of("src/main/resources/samples");
        ByteArrayOutputStream synthetic = new ByteArrayOutputStream();
        SyntheticClaims.write(synthetic, 6, 1, Rulesets.ruleset().codes(), 0.5);
        for (String file : List.of("home-health-0329.edi", "outpatient-therapy-0341.edi")) {
            seeds.add(new FuzzSeed(file, Kind.X12, Files.readAllBytes(samples.resolve(file))));
        }
        seeds.add(new FuzzSeed("synthetic.edi", Kind.X12, synthetic.toByteArray()));
        for (String file : List.of("home-health-2025.ndjson", "outpatient-therapy-2018.json")) {
            seeds.add(new FuzzSeed(file, Kind.JSON, Files.readAllBytes(samples.resolve(file))));
        }
        seeds.add(new FuzzSeed("minutes.json", Kind.MINUTES, minutes().getBytes(StandardCharsets.UTF_8)));
        seeds.add(new FuzzSeed("synthetic.edi.gz", Kind.X12_GZIP, synthetic.toByteArray()));
        seeds.add(new FuzzSeed(
                "home-health-2025.ndjson.gz",
                Kind.JSON_GZIP,
                Files.readAllBytes(samples.resolve("home-health-2025.ndjson"))));
        // those that hold claims stand several times, as they have most to lose
        List<FuzzSeed> whole = List.copyOf(seeds);
        for (int copy = 1; copy < 10; copy++) {
            seeds.addAll(whole);
        }
        for (String folder : List.of("", "guide", "acknowledged")) {
            try (Stream<Path> files = Files.list(Path.of("src/test/resources/x12", folder))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    seeds.add(new FuzzSeed(file.getFileName().toString(), Kind.X12, Files.readAllBytes(file)));
                }
            }
        }
        return seeds;
    }

    private static String minutes() {
        StringBuilder text = new StringBuilder("{\"claims\":[");
        for (String claim : List.of("PCN-34X-0001", "PCN-34X-0002", "PCN-99")) {
            text.append(text.length() == 11 ? "" : ",")
                    .append("{\"claimId\":\"")
                    .append(claim)
                    .append("\",\"lines\":[{\"lineNumber\":1,\"minutes\":30},")
                    .append("{\"lineNumber\":2,\"minutes\":45,\"minutesBy\":")
                    .append("{\"therapist\":30,\"assistant\":15,\"together\":0}},")
                    .append("{\"lineControl\":\"L3\",\"minutes\":15}]}");
        }
        return text.append("]}").toString();
    }

    String name() {
        return name;
    }

    byte[] broken(Mutations mutations) {
        return switch (kind) {
            case X12 -> mutations.of(plain, Mutations.X12);
            case JSON, MINUTES -> mutations.of(plain, Mutations.JSON);
            case X12_GZIP, JSON_GZIP -> mutations.ofBytes(sent);
        };
    }

    /** Takes the path of a check and of the acknowledgements; how many claims were judged. */
    long judge(byte[] broken) throws IOException, EDIStreamException {
        if (kind == Kind.MINUTES) {
            return judgeBeside(broken);
        }
        int right = Arrays.mismatch(plain, kind == Kind.X12 || kind == Kind.JSON ? broken : unzipped(broken));
        List<Object> found = items(broken);
        for (int item = 0; item < items.size() && (right < 0 || needed[item] < right); item++) {
            assertThat(found.size())
                    .as("items, of which %d stand before the break", item + 1)
                    .isGreaterThan(item);
            assertThat(found.get(item)).as("item %d, before the break", item).isEqualTo(items.get(item));
        }
        if (kind == Kind.X12) {
            acknowledge(broken);
        }
        try {
            return check(Intakes.open(new ByteArrayInputStream(broken), name), null);
        } catch (IOException e) {
            // which the command tells of; only a compressed input can fail once it is in memory
            assertThat(kind).isIn(Kind.X12_GZIP, Kind.JSON_GZIP);
            return 0;
        }
    }

    private static long judgeBeside(byte[] broken) throws IOException {
        Minutes minutes;
        try {
            minutes = new Minutes(MinutesReader.read(new ByteArrayInputStream(broken)));
        } catch (InvalidMinutesException e) {
            assertThat(e.problems()).isNotEmpty();
            return 0;
        }
        try (InputStream in = Files.newInputStream(Path.of("src/main/resources/samples/outpatient-therapy-0341.edi"))) {
            return check(minutes.joinedTo(Intakes.open(in, "sample.edi")), minutes);
        }
    }

    private static long check(Intake intake, Minutes minutes) throws IOException {
        StringBuilder out = new StringBuilder();
        try (Batch batch =
                new Batch(Rulesets.evaluator()::evaluate, FuzzSeed::rethrown, Format.NDJSON.to(out, out), 1)) {
            batch.run(intake);
            if (minutes != null) {
                batch.run(minutes.unmatched());
            }
            Tally tally = batch.finish();
            assertThat(tally.defect()).isFalse();
            assertThat(out.toString()).endsWith("}}\n");
            return tally.claims();
        }
    }

    /** Answers the file, and reads the answers as their receiver would. */
    private static void acknowledge(byte[] file) throws IOException, EDIStreamException {
        StringBuilder claims = new StringBuilder();
        StringBuilder implementation = new StringBuilder();
        AnsweredFile answered = new Acknowledgements(CLOCK, ControlNumbers.from(1))
                .both(new ByteArrayInputStream(file), "in.edi", () -> {}, claims, implementation);
        for (X12Item item = answered.next(); !(item instanceof X12Item.End); item = answered.next()) {
            if (item instanceof X12Item.LocatedClaim read) {
                answered.judged(read.claim(), evaluation(read.claim()));
            } else {
                answered.unjudged();
            }
        }
        for (StringBuilder answer : List.of(claims, implementation)) {
            if (answer.isEmpty()) {
                continue;
            }
            ReadBack read = ReadBack.of(answer.toString());
            assertThat(read.errors())
                    .as("what StAEDI finds wrong with the answer")
                    .isEmpty();
            assertThat(read.tags()).endsWith("SE", "GE", "IEA");
            byte[] bytes = answer.toString().getBytes(StandardCharsets.UTF_8);
            X12Item item = new X12Reader(new ByteArrayInputStream(bytes), "answer.edi").next();
            assertThat(item).isInstanceOf(X12Item.End.class);
            assertThat(((X12Item.End) item).problems())
                    .as("what the reader of claims finds wrong with the answer")
                    .allMatch(problem -> problem.message().endsWith(", which holds no claims"));
        }
    }

    private static Evaluation evaluation(org.hearth.claim.Claim claim) {
        return Rulesets.evaluator().evaluate(claim);
    }

    private static org.hearth.json.Problems rethrown(RuntimeException defect) {
        throw defect;
    }

    /** The fewest bytes of the input from which its first items are read as they are. */
    private int needed(int count) {
        int low = 0;
        int high = plain.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            List<Object> found = items(Arrays.copyOf(plain, middle));
            if (found.size() >= count && found.subList(0, count).equals(items.subList(0, count))) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** What is read, without places and without its end. */
    private static List<Object> items(byte[] bytes) {
        List<Object> items = new ArrayList<>();
        try {
            Intake intake = Intakes.open(new ByteArrayInputStream(bytes), "in");
            for (Intake.Item item = intake.next(); !(item instanceof Intake.End); item = intake.next()) {
                items.add(
                        item instanceof Intake.Read read
                                ? read.claim().toBuilder().origin(Origin.NONE).build()
                                : item);
            }
        } catch (IOException e) {
            // the input fails, as a gzip file that breaks off does: what came before stands
        }
        return items;
    }

    private static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** As many bytes as can be had. */
    private static byte[] unzipped(byte[] packed) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                bytes.write(next);
            }
        } catch (IOException e) {
            return bytes.toByteArray();
        }
        return bytes.toByteArray();
    }
}
