package org.hearth.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearth.claim.Claim;
import org.hearth.claim.Origin;
import org.hearth.rules.Rulesets;
import org.hearth.x12.Mutations;
import org.hearth.x12.SyntheticClaims;
import org.hearth.x12.reading.X12Origin;
import org.junit.jupiter.api.Test;

/** What is read of an input in pieces is what is read of it whole, of synthetic files and of what damage makes of them. */
class InputPiecesTest {

    private static final Path SAMPLES = Path.of("src/main/resources/samples");
    private static final Path TEST_FILES = Path.of("src/test/resources/x12");
    private static final int DAMAGED = 400;
    private static final int DAMAGED_ROWS = 300;

    private int compared;
    private int cut;
    private int damagedAndCut;

    @Test
    void filesOf837iInPieces() throws Exception {
        List<byte[]> seeds = files();
        for (int i = 0; i < new HashSet<>(seeds).size(); i++) {
            for (int size : List.of(1, 4_000)) {
                assertSame("file " + i, seeds.get(i), size);
            }
        }
        assertThat(cut).as("pieces of files as they are").isGreaterThan(200);
        cut = 0;
        Mutations mutations = new Mutations(15);
        for (int i = 0; i < DAMAGED; i++) {
            byte[] seed = seeds.get(i % seeds.size());
            byte[] damaged = i % 3 == 0 ? mutations.ofBytes(seed) : mutations.of(seed, Mutations.X12);
            assertSame(
                    "damaged file " + i,
                    i % 5 == 0 ? Arrays.copyOf(damaged, mutations.pick(damaged.length + 1)) : damaged,
                    i % 2 * 2_000);
        }
        // damage must not be such that nothing is left to cut
        assertThat(cut).as("pieces of damaged files").isGreaterThan(DAMAGED);
        assertThat(damagedAndCut).isBetween(DAMAGED / 10, DAMAGED);
    }

    @Test
    void claimsAsJsonInPieces() throws Exception {
        byte[] rows = Files.readAllBytes(SAMPLES.resolve("home-health-2025.ndjson"));
        String line =
                new String(rows, StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
        byte[] indented = Files.readAllBytes(SAMPLES.resolve("outpatient-therapy-2018.json"));
        List<byte[]> seeds = List.of(
                rows,
                joined(rows, "\r\n".getBytes(StandardCharsets.UTF_8), rows),
                joined("\ufeff".getBytes(StandardCharsets.UTF_8), indented, rows, indented),
                // what is taken for the value of a field is given back where a claim stands on each line
                (line + "\n{\"claimId\":\n" + line + "\n").getBytes(StandardCharsets.UTF_8),
                (line + "\n" + line.substring(0, 200) + "\n" + line + "\nno claim\n" + line + line + "\n")
                        .getBytes(StandardCharsets.UTF_8));
        for (byte[] seed : seeds) {
            for (int size : List.of(1, 3_000)) {
                assertSame("rows", seed, size);
            }
        }
        assertThat(cut).isGreaterThan(15);
        Mutations mutations = new Mutations(16);
        for (int i = 0; i < DAMAGED_ROWS; i++) {
            assertSame("damaged rows " + i, mutations.of(seeds.get(i % seeds.size()), Mutations.JSON), i % 2 * 2_000);
        }
        assertThat(damagedAndCut).isGreaterThan(DAMAGED_ROWS / 10);
    }

    @Test
    void otherInputsAreOnePiece() throws Exception {
        byte[] rows = Files.readAllBytes(SAMPLES.resolve("home-health-2025.ndjson"));
        String list = new String(rows, StandardCharsets.UTF_8).lines().collect(Collectors.joining(",", "[", "]"));
        for (String input : List.of(list, list.substring(0, 2_000), "", "%PDF-1.7", "no claims")) {
            byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
            assertThat(pieces(bytes, 1).pieces()).hasSize(1);
            assertSame(input, bytes, 1);
        }
    }

    @Test
    void anInputThatChangedIsNotTakenForTheSame() throws IOException {
        byte[] file = synthetic(6);
        List<InputPiece> pieces = pieces(file, 1).pieces();
        InputPiece piece = pieces.get(2);
        byte[] shorter = Arrays.copyOfRange(file, (int) piece.offset(), (int) piece.until() - 40);

        PieceIntake intake = piece.open(new ByteArrayInputStream(shorter));
        assertThatThrownBy(() -> {
                    while (!(intake.next() instanceof Intake.End)) {
                        continue;
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("the input ends otherwise than it did when it was cut into pieces");
    }

    private void assertSame(String what, byte[] file, int size) throws Exception {
        List<Intake.Item> whole = items(Intakes.open(new ByteArrayInputStream(file), "in.edi"));
        InputPieces pieces = copy(pieces(file, size));
        List<Intake.Item> inPieces = new ArrayList<>();
        List<PieceEnd> ends = new ArrayList<>();
        for (InputPiece piece : pieces.pieces()) {
            int from = (int) piece.offset();
            InputStream in = new ByteArrayInputStream(file, from, file.length - from);
            PieceIntake intake = copy(piece).open(in);
            List<Intake.Item> read = items(intake);
            inPieces.addAll(read.subList(0, read.size() - 1));
            ends.add(copy(intake.end()));
            List<Intake.Item> alone = items(piece.openClaims(new ByteArrayInputStream(file, from, file.length - from)));
            assertThat(withoutGuide(alone)).as("claims of %s alone", what).isEqualTo(withoutGuide(read));
        }
        Intake.End end = pieces.end(ends);
        inPieces.add(end);
        for (int i = 0; i < Math.min(whole.size(), inPieces.size()); i++) {
            assertThat(told(inPieces.get(i))).as("item %d of %s", i, what).isEqualTo(told(whole.get(i)));
        }
        assertThat(inPieces).as(what).hasSameSizeAs(whole);
        if (++compared % 3 == 0) {
            assertThat(ndjson(inPieces)).as(what).isEqualTo(ndjson(whole));
        }
        cut += pieces.pieces().size() - 1;
        damagedAndCut += end.problem() != null && pieces.pieces().size() > 1 ? 1 : 0;
    }

    private static List<Object> withoutGuide(List<Intake.Item> items) {
        return items.stream()
                .filter(item -> !(item instanceof Intake.End))
                .map(item -> item instanceof Intake.Read read
                        ? new Intake.Read(
                                read.claim().toBuilder().faults(List.of()).build())
                        : item)
                .map(InputPiecesTest::told)
                .toList();
    }

    private static InputPieces pieces(byte[] file, int size) throws IOException {
        return InputPieces.of(new ByteArrayInputStream(file), "in.edi", size);
    }

    private static List<Intake.Item> items(Intake intake) throws IOException {
        List<Intake.Item> items = new ArrayList<>();
        do {
            items.add(intake.next());
        } while (!(items.get(items.size() - 1) instanceof Intake.End));
        return items;
    }

    /** An item in a form that can be compared: of a claim, its fields and those of its place that no finding tells. */
    private static Object told(Intake.Item item) {
        if (!(item instanceof Intake.Read read)) {
            return item;
        }
        Claim claim = read.claim();
        List<Object> told = new ArrayList<>();
        told.add(claim.toBuilder().origin(Origin.NONE).build());
        told.add(String.valueOf(claim.origin().at("/lines/0/hcpcs")));
        if (claim.origin() instanceof X12Origin origin) {
            told.addAll(List.of(origin.submission(), origin.from(), origin.through()));
            told.add(String.valueOf(origin.at("/beneficiaryId")));
            told.add(String.valueOf(origin.claimFiling()));
        }
        return told;
    }

    private static String ndjson(List<Intake.Item> items) throws IOException {
        Deque<Intake.Item> left = new ArrayDeque<>(items);
        StringBuilder out = new StringBuilder();
        try (Batch batch = new Batch(Rulesets.evaluator()::evaluate, Defects::problem, Format.NDJSON.to(out, out), 1)) {
            batch.run(left::remove);
            batch.finish();
        }
        return out.toString();
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T value) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }

    /** 837I files: single ones, and such as have several interchanges, each with its delimiters, line ends, levels. */
    private static List<byte[]> files() throws IOException {
        List<byte[]> single = new ArrayList<>();
        for (String folder : List.of("", "guide", "acknowledged")) {
            try (Stream<Path> files = Files.list(TEST_FILES.resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    single.add(Files.readAllBytes(file));
                }
            }
        }
        byte[] synthetic = synthetic(12);
        byte[] dependent = Files.readAllBytes(TEST_FILES.resolve("guide/clean-with-a-dependent.edi"));
        byte[] warned = Files.readAllBytes(TEST_FILES.resolve("statement-dates-d8.edi"));
        byte[] professional = Files.readAllBytes(TEST_FILES.resolve("professional-claim.edi"));
        byte[] several = Files.readAllBytes(TEST_FILES.resolve("acknowledged/received.edi"));
        String text = new String(synthetic, StandardCharsets.ISO_8859_1);
        byte[] patients = latin(text.replaceAll("(?m)^(HL\\*(\\d+)\\*1\\*22\\*)0~$", "$11~")
                .replaceAll("(?m)^CLM", "HL*99*2*23*0~\nPAT*19~\nNM1*QC*1*SAMPLE*KIM~\nCLM"));
        byte[] otherPayer = latin(text.replaceAll("SBR\\*P\\*18\\*\\*\\*\\*\\*\\*\\*MB", "SBR*P*18*******CI*X")
                .replaceAll("(?m)^LX\\*2~", "NM1*PR*2*OTHER*****PI*X~\nREF*EI*1~\nDTP*472*D8*20260101~\nLX*2~"));
        // a payer's segment inside a claim ends it for the guide; the next claim is of the same subscriber
        byte[] sisters = latin(new String(otherPayer, StandardCharsets.ISO_8859_1)
                .replaceAll(
                        "(?s)HL\\*\\d*[02468]\\*1\\*22.*?(?=CLM)", "HL*9*2*23*0~\nPAT*19~\nNM1*QC*1*SAMPLE*KIM~\n"));
        byte[] repeated = latin(text.replaceAll("ST\\*837\\*\\d+\\*005010X223A2", "ST*837*0001")
                .replaceAll("(?s)(ST\\*.*?SE\\*[^~]*~)", "$1\n$1\n$1"));
        List<byte[]> all = new ArrayList<>(single);
        all.add(synthetic);
        all.add(delimited(text, "|", ">", "!\r\n"));
        all.add(patients);
        all.add(otherPayer);
        all.add(sisters);
        all.add(latin(text.replaceAll("(?m)^(CLM\\*SYN-\\d*[2579]\\*[^:]*):A:", "$1:B:")));
        all.add(repeated);
        all.add(latin(text.replaceAll("CLM\\*[^*]*\\*", "CLM**")));
        all.add(joined(
                synthetic, dependent, delimited(text, "\u001D", "\u001F", "\u001C"), warned, several, professional));
        all.add(joined(warned, patients, delimited(text, "*", ":", "\n"), warned, otherPayer, dependent, repeated));
        // the larger ones stand several times, as there is most to cut
        List<byte[]> large = all.subList(single.size(), all.size());
        List<byte[]> seeds = new ArrayList<>(all);
        for (int copy = 0; copy < 2; copy++) {
            seeds.addAll(large);
        }
        return seeds;
    }

    private static byte[] synthetic(int claims) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        SyntheticClaims.write(file, claims, claims, Rulesets.ruleset().codes(), 0.5);
        return file.toByteArray();
    }

    private static byte[] delimited(String text, String element, String component, String segment) {
        return latin(text.replace("\n", "")
                .replace("*", element)
                .replace(":", component)
                .replace("~", segment));
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }
}
