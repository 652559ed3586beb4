package org.hearth.x12.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hearth.x12.Mutations;
import org.hearth.x12.SyntheticFiles;
import org.hearth.x12.segment.BrokenOffException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scanner against StAEDI, which knows nothing of it, and what StAEDI does not say. */
class SegmentScannerTest {

    private static final String HEADER = "ISA*00*          *00*          *ZZ*SUBMITTER01    *ZZ*14011          "
            + "*250405*1200*^*00501*000000101*0*T*:~";
    private static final int DAMAGED = 1_500;

    /** Each whole file, and files damaged behind their header: the same segments, and the same fault at the same place. */
    @Test
    void readsAsStaediDoes() throws Exception {
        List<byte[]> seeds = seeds();
        Mutations mutations = new Mutations(4711);
        int broken = 0;
        for (int i = 0; i < DAMAGED; i++) {
            byte[] seed = seeds.get(i % seeds.size());
            byte[] file = i < seeds.size() || seed.length < HEADER.length() ? seed : damaged(seed, mutations, i);
            List<String> ours = ours(file);

            assertThat(ours).as("file %d", i).isEqualTo(asOurs(StaediSegments.of(file), ours));
            assertOffsets(file);
            broken += ours.get(ours.size() - 1).equals("end") ? 0 : 1;
        }
        // the damage must be such that both outcomes are met
        assertThat(broken).isBetween(DAMAGED / 10, DAMAGED * 9 / 10);
    }

    @ParameterizedTest
    @CsvSource({
        // a letter, a digit or a blank is no delimiter
        "~, A, NO_SEGMENT 106",
        ":~, 1~, NO_SEGMENT 106",
        ":~, ' ~', NO_SEGMENT 106",
        "*0*T*, *0*T, NO_SEGMENT 106",
        // some have the letter of older versions in the place of the repetition separator
        "*^*, *U*, CUT_OFF 106",
        "*^*00501, *^*00401, CUT_OFF 106"
    })
    void headerSetsTheDelimiters(String part, String replaced, String fault) {
        String header = HEADER.replace(part, replaced);

        assertThat(ours(bytes(header.length() < HEADER.length() ? header + "GS*HC~" : header)))
                .last()
                .isEqualTo(fault);
    }

    @Test
    void wrappedLinesAreOne() throws IOException {
        byte[] sample = Files.readAllBytes(Path.of("src/main/resources/samples/home-health-0329.edi"));
        String text = new String(sample, StandardCharsets.ISO_8859_1).replace("\n", "");

        assertThat(ours(bytes(text.replaceAll("(.{9})", "$1\r\n")))).isEqualTo(ours(bytes(text)));
    }

    @Test
    void segmentWithoutEndIsNotHeldWhole() {
        byte[] file = bytes(HEADER + "NTE" + "*A".repeat(SegmentScanner.LONGEST) + "~");

        assertThat(ours(file)).last().asString().startsWith("SEGMENT_TOO_LONG");
    }

    /**
     * What StAEDI reads, but for what it takes otherwise: it reads a little further into what follows a trailer before it
     * says that it is no interchange, and refuses a trailer with components.
     */
    private static List<String> asOurs(List<String> theirs, List<String> ours) {
        int last = theirs.size() - 1;
        String fault = theirs.get(last);
        boolean afterTrailer = last > 0 && theirs.get(last - 1).startsWith("IEA ");
        if (afterTrailer && ours.size() == theirs.size() && sameReason(fault, ours.get(last))) {
            return Stream.concat(theirs.stream().limit(last), Stream.of(ours.get(last)))
                    .toList();
        }
        if (fault.startsWith(Reason.NO_SEGMENT.name())
                && ours.size() > last
                && ours.get(last).startsWith("IEA ")) {
            return Stream.concat(theirs.stream().limit(last), ours.stream().skip(last))
                    .toList();
        }
        return theirs;
    }

    private static boolean sameReason(String fault, String other) {
        return fault.split(" ")[0].equals(other.split(" ")[0]);
    }

    /** A segment begins where its tag does, and ends with its terminator. */
    private static void assertOffsets(byte[] file) {
        SegmentScanner scanner = new SegmentScanner(new ByteArrayInputStream(file));
        try {
            while (scanner.next()) {
                assertThat((char) file[(int) scanner.offset()])
                        .isEqualTo(scanner.tag().charAt(0));
                scanner.readOn();
                assertThat(file[(int) scanner.position() - 1])
                        .isEqualTo((byte) scanner.delimiters().segment());
            }
        } catch (BrokenOffException e) {
            assertThat(scanner.position()).isLessThanOrEqualTo(file.length);
        }
    }

    private static byte[] damaged(byte[] seed, Mutations mutations, int turn) {
        byte[] header = Arrays.copyOf(seed, HEADER.length());
        byte[] rest = Arrays.copyOfRange(seed, HEADER.length(), seed.length);
        byte[] broken = turn % 2 == 0 ? mutations.ofBytes(rest) : mutations.of(rest, Mutations.X12);
        byte[] file = Arrays.copyOf(header, header.length + broken.length);
        System.arraycopy(broken, 0, file, header.length, broken.length);
        return file;
    }

    private static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (String folder : List.of("src/main/resources/samples", "src/test/resources/x12")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                for (Path file : files.filter(one -> one.toString().endsWith(".edi"))
                        .filter(one -> !one.endsWith("isa-too-short.edi"))
                        .sorted()
                        .toList()) {
                    seeds.add(Files.readAllBytes(file));
                }
            }
        }
        seeds.add(SyntheticFiles.file(3, 1));
        return seeds;
    }

    private static List<String> ours(byte[] file) {
        List<String> read = new ArrayList<>();
        SegmentReader reader = new SegmentReader(new ByteArrayInputStream(file));
        try {
            while (reader.next()) {
                reader.readElements();
                read.add(said(reader.segment()));
            }
            read.add("end");
        } catch (BrokenOffException e) {
            read.add(e.reason() + " " + reader.offset());
        }
        return read;
    }

    private static String said(Segment segment) {
        List<List<String>> elements = new ArrayList<>();
        for (int element = 1; element <= segment.elements(); element++) {
            List<String> components = new ArrayList<>();
            for (int component = 1; component <= segment.components(element); component++) {
                StringBuilder text = new StringBuilder();
                for (int i = 0; i < segment.length(element, component); i++) {
                    text.append(segment.charAt(element, component, i));
                }
                components.add(text.toString());
            }
            elements.add(components);
        }
        return StaediSegments.segment(segment.tag(), elements);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
