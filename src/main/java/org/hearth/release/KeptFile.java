package org.hearth.release;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.hearth.ledger.Act;
import org.hearth.ruleset.RulesetFiles;

/**
 * The one file in which a ruleset is kept: a zip of its rules, pages and workbooks, before which stands when it was kept
 * and where it came from. The rules are kept even where they are the packaged ones, since the program's next edition may
 * bring others.
 */
final class KeptFile {

    private static final String ABOUT = "about";

    /** Many times what a ruleset is, and far less than the memory. */
    private static final long MOST_BYTES = 64L << 20;

    private KeptFile() {}

    /**
     * The content of the file.
     *
     * @param examples how the examples came out, or {@code null}
     */
    static byte[] write(RulesetFiles files, Instant since, Act.Examples examples) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, ABOUT, new About(since, files.from(), examples).written());
            for (Map.Entry<String, byte[]> file : files.files().entrySet()) {
                entry(zip, file.getKey(), file.getValue());
            }
        }
        return out.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    /** The ruleset. */
    static RulesetFiles read(Path file) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        String from = "";
        long left = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes((int) left + 1);
                left -= bytes.length;
                if (left < 0) {
                    throw new ZipException("it is larger than any ruleset");
                }
                if (entry.getName().equals(ABOUT)) {
                    from = About.of(bytes).from();
                } else {
                    files.put(entry.getName(), bytes);
                }
            }
        }
        return new RulesetFiles(from, files);
    }

    /** What is said of the ruleset without reading it; empty if the file has gone or is none of ours. */
    static Optional<KeptRuleset> describe(Path file, String version, KeptRuleset.Standing standing) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            ZipEntry first = zip.getNextEntry();
            if (first == null || !first.getName().equals(ABOUT)) {
                return Optional.empty();
            }
            About about = About.of(zip.readNBytes(1 << 16));
            return Optional.of(new KeptRuleset(version, standing, about.since(), about.from(), about.examples()));
        } catch (NoSuchFileException | ZipException e) {
            return Optional.empty();
        }
    }

    /** What stands before the files: since when, from where and, since there is a record of releases, how the examples came out. */
    private record About(Instant since, String from, Act.Examples examples) {

        private static final Pattern WRITTEN =
                Pattern.compile("([^\n]*)\n(.*?)(?:\nexamples ([0-9]{1,9}) ([0-9]{1,9}))?", Pattern.DOTALL);

        static About of(byte[] written) throws ZipException {
            Matcher parts = WRITTEN.matcher(new String(written, StandardCharsets.UTF_8));
            try {
                if (parts.matches()) {
                    return new About(
                            Instant.parse(parts.group(1)),
                            parts.group(2),
                            parts.group(3) == null
                                    ? null
                                    : new Act.Examples(
                                            Integer.parseInt(parts.group(3)), Integer.parseInt(parts.group(4))));
                }
            } catch (DateTimeParseException e) {
                throw notSaid();
            }
            throw notSaid();
        }

        private static ZipException notSaid() {
            return new ZipException("it does not say since when it is kept");
        }

        byte[] written() {
            String last = examples == null ? "" : "\nexamples " + examples.passed() + " " + examples.failed();
            return (since + "\n" + from + last).getBytes(StandardCharsets.UTF_8);
        }
    }
}
