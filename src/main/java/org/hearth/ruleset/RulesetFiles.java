package org.hearth.ruleset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.hearth.data.Digest;
import org.hearth.facts.FactsEdition;
import org.hearth.tables.codeset.CodeSetFile;
import org.hearth.tables.workbook.TableProblem;

/**
 * The files of a ruleset, read once: rules and their pages below {@code rules/}, workbooks and code sets
 * below {@code decision-tables/}. Their bytes are never written to.
 */
public final class RulesetFiles {

    /** The folder of rules and pages. */
    public static final String RULES = "rules/";

    /** The folder of workbooks. */
    public static final String TABLES = "decision-tables/";

    /** How the file of a decision table ends; that of a code list does not. */
    public static final String DECISION_TABLE = ".drl.xlsx";

    /** States the edition of the facts that the DRL was made for. */
    private static final String FACTS_EDITION = RULES + "facts-edition";

    /** More than any file of a ruleset has; {@code tables} refuses a workbook of half the size. */
    private static final int MOST_BYTES = 16 << 20;

    private static final int HASH_DIGITS = 12;
    private static final int WHOLE_HASH_DIGITS = 64;

    private static final String PACKED = "hearth/";
    private static final String LANDMARK = PACKED + TABLES + "codes/findings.xlsx";

    private static SoftReference<RulesetFiles> packaged = new SoftReference<>(null);

    private final String from;
    private final SortedMap<String, byte[]> files;
    private final boolean own;
    // reading through a megabyte takes a good part of a start
    private volatile String wholeHash;

    /**
     * Some files.
     *
     * @param from where they were read from, for people
     * @param files their bytes by path, {@code /} between folders
     * @param own whether they are the program's own sources, a {@link SourceTree}, and not compared with what was packed
     */
    public RulesetFiles(String from, SortedMap<String, byte[]> files, boolean own) {
        this.from = from;
        this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        this.own = own;
    }

    /** Files from anywhere but the program's own sources. */
    public RulesetFiles(String from, SortedMap<String, byte[]> files) {
        this(from, files, false);
    }

    /** Where they were read from, for people. */
    public String from() {
        return from;
    }

    /** Their bytes by path, {@code /} between folders. */
    public SortedMap<String, byte[]> files() {
        return files;
    }

    /** Whether they are the program's own sources, a {@link SourceTree}, and not compared with what was packed. */
    public boolean own() {
        return own;
    }

    /**
     * The files of two folders.
     *
     * @throws IOException if one of them cannot be read
     */
    public static RulesetFiles of(Path rules, Path tables) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        read(rules, RULES, files);
        read(tables, TABLES, files);
        return new RulesetFiles(rules + ", " + tables, files);
    }

    /**
     * The files that came with the program, but for the folders that are given in the place of theirs.
     *
     * @param rules a folder of rules and pages, or {@code null}
     * @param tables a folder of workbooks, or {@code null}
     * @throws IOException if a folder cannot be read
     */
    public static RulesetFiles packagedBut(Path rules, Path tables) throws IOException {
        RulesetFiles packaged = packaged();
        if (rules == null && tables == null) {
            return packaged;
        }
        SortedMap<String, byte[]> files = new TreeMap<>(packaged.files);
        if (rules != null) {
            files.keySet().removeIf(path -> path.startsWith(RULES));
            read(rules, RULES, files);
        }
        if (tables != null) {
            files.keySet().removeIf(path -> path.startsWith(TABLES));
            read(tables, TABLES, files);
        }
        return new RulesetFiles(
                (rules == null ? "packaged rules" : rules) + ", " + (tables == null ? "packaged tables" : tables),
                files);
    }

    /** The files that came with the program, read again only if there was no memory to keep them. */
    public static synchronized RulesetFiles packaged() {
        RulesetFiles known = packaged.get();
        if (known == null) {
            known = readPackaged();
            packaged = new SoftReference<>(known);
        }
        return known;
    }

    private static RulesetFiles readPackaged() {
        URL landmark = landmark();
        SortedMap<String, byte[]> files = new TreeMap<>();
        try {
            if (landmark.openConnection() instanceof JarURLConnection connection) {
                connection.setUseCaches(false);
                try (JarFile jar = connection.getJarFile()) {
                    read(jar, files);
                }
            } else {
                Path root = Path.of(landmark.toURI()).getParent().getParent().getParent();
                read(root.resolve(RULES), RULES, files);
                read(root.resolve(TABLES), TABLES, files);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return new RulesetFiles("packaged", files);
    }

    /** Where a file that came with the program lies: in its archive, or in the folder of its classes. */
    static URL landmark() {
        URL landmark = RulesetFiles.class.getClassLoader().getResource(LANDMARK);
        if (landmark == null) {
            throw new IllegalStateException("the program was packaged without its rules");
        }
        return landmark;
    }

    private static void read(JarFile jar, SortedMap<String, byte[]> files) throws IOException {
        for (JarEntry entry : Collections.list(jar.entries())) {
            String name = entry.getName();
            if (!entry.isDirectory() && (name.startsWith(PACKED + RULES) || name.startsWith(PACKED + TABLES))) {
                try (InputStream in = jar.getInputStream(entry)) {
                    files.put(name.substring(PACKED.length()), in.readAllBytes());
                }
            }
        }
    }

    private static void read(Path folder, String prefix, SortedMap<String, byte[]> files) throws IOException {
        for (Path path : below(folder)) {
            files.put(prefix + path.toString().replace('\\', '/'), read(folder.resolve(path)));
        }
    }

    /** A file of a ruleset; of one that is far too large only so much that it is refused for it. */
    private static byte[] read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST_BYTES + 1);
        }
    }

    /**
     * The files of a folder that count, relative to it, in order.
     *
     * @throws IOException if the folder cannot be read
     */
    public static List<Path> below(Path folder) throws IOException {
        // a mounted ConfigMap is links into a hidden folder, whose files must not count twice
        try (Stream<Path> walk = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return walk.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .filter(RulesetFiles::shown)
                    .sorted()
                    .toList();
        }
    }

    /**
     * Rules with the edition of their facts, pages, workbooks and code sets. Hidden files are nobody's rules; a spreadsheet program's lock file lies beside the
     * workbook while it is open.
     */
    private static boolean shown(Path path) {
        for (Path name : path) {
            if (name.toString().startsWith(".") || name.toString().startsWith("~$")) {
                return false;
            }
        }
        String file = path.toString();
        return file.endsWith(".drl")
                || file.endsWith(".md")
                || file.endsWith(".xlsx")
                || file.endsWith(CodeSetFile.ENDING)
                || file.equals(FACTS_EDITION.substring(RULES.length()));
    }

    /** That the DRL was made for another edition of the facts than this program has, if it was. */
    Optional<TableProblem> rulesOfAnotherEdition() {
        if (ending(".drl").isEmpty()) {
            return Optional.empty();
        }
        byte[] file = files.get(FACTS_EDITION);
        String text = file == null ? "" : new String(file, StandardCharsets.UTF_8).strip();
        String made;
        try {
            int edition = file == null ? FactsEdition.UNSTATED : FactsEdition.stated(text);
            if (edition == FactsEdition.CURRENT) {
                return Optional.empty();
            }
            made = "these rules were made for edition " + edition + " of the facts";
        } catch (NumberFormatException e) {
            made = "`" + text + "` is no edition of the facts";
        }
        return Optional.of(new TableProblem(
                FACTS_EDITION,
                null,
                null,
                made + "; this program has edition " + FactsEdition.CURRENT,
                "take the rules that came with it and bring yours over"));
    }

    /** Whether the DRL rules are the same, byte for byte. */
    public boolean sameRules(RulesetFiles other) {
        List<String> rules = ending(".drl");
        return rules.equals(other.ending(".drl"))
                && rules.stream().allMatch(path -> Arrays.equals(files.get(path), other.files.get(path)));
    }

    /** The paths with an ending, in order. */
    public List<String> ending(String ending) {
        return files.keySet().stream().filter(path -> path.endsWith(ending)).toList();
    }

    /**
     * The hash of everything that can change an answer: rules, what they were made for, workbooks and code sets, not
     * pages. Twelve hexadecimal digits.
     */
    public String hash() {
        return wholeHash().substring(0, HASH_DIGITS);
    }

    /** The same hash with all of its digits, which no other files have. */
    String wholeHash() {
        String known = wholeHash;
        if (known == null) {
            known = hashed();
            wholeHash = known;
        }
        return known;
    }

    private String hashed() {
        Digest digest = new Digest();
        files.forEach((path, bytes) -> {
            if (path.endsWith(".drl")
                    || path.endsWith(".xlsx")
                    || path.endsWith(CodeSetFile.ENDING)
                    || path.equals(FACTS_EDITION)) {
                digest.add(path, bytes);
            }
        });
        return digest.hex(WHOLE_HASH_DIGITS);
    }
}
