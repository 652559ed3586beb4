package org.hearth.release;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.hearth.data.DataFolder;
import org.hearth.ledger.Act;
import org.hearth.release.KeptRuleset.Standing;
import org.hearth.ruleset.PackedRules;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.store.Objects;
import org.hearth.store.StaleException;

/**
 * Rulesets that were released or wait to be, each a file of its own, and which of them was chosen; survives the end of the
 * process at any point. Several processes may work on one store. Safe for use by any number of threads.
 */
public final class RulesetStore {

    /** The form of a version. */
    public static final Pattern VERSION = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}|unlabelled)\\+[0-9a-f]{12}");

    private static final int MOST_CANDIDATES = 20;
    /** How many rulesets that were active are kept. */
    static final int MOST_RELEASED = 200;

    private static final String ENDING = ".zip";

    private static final String SHARED = "rulesets/";

    private final DataFolder data;
    private final Objects shared;
    private final Path candidates;
    private final Path released;
    private final Path choice;

    /** The store below a data folder; nothing is written before something is kept. */
    public RulesetStore(DataFolder data) {
        this(data, null);
    }

    /**
     * The store below a data folder, of which other machines have what was released.
     *
     * @param shared where they find it; {@code null} where there are none
     */
    public RulesetStore(DataFolder data, Objects shared) {
        this.data = data;
        this.shared = shared;
        candidates = data.resolve("rulesets/candidates");
        released = data.resolve("rulesets/released");
        choice = data.resolve("rulesets/chosen");
    }

    /**
     * Every ruleset that can be had, the latest first, then those of other machines that are not yet kept here, the packaged
     * one last.
     *
     * @throws IOException if the store cannot be read
     */
    public List<KeptRuleset> list() throws IOException {
        List<KeptRuleset> kept = new ArrayList<>();
        Map<String, FileTime> times = new HashMap<>();
        for (Path file : Stream.concat(data.files(released).stream(), data.files(candidates).stream())
                .toList()) {
            String version = version(file);
            if (VERSION.matcher(version).matches()
                    && !version.equals(PackedRules.version())
                    && kept.stream().noneMatch(one -> one.version().equals(version))) {
                times.put(version, DataFolder.modified(file));
                KeptFile.describe(file, version, standing(file)).ifPresent(kept::add);
            }
        }
        kept.sort(Comparator.comparing((KeptRuleset one) -> times.get(one.version()))
                .reversed()
                .thenComparing(KeptRuleset::version));
        List<String> others = new ArrayList<>(shared());
        others.removeIf(version ->
                version.equals(PackedRules.version()) || file(version).isPresent());
        others.sort(Comparator.reverseOrder());
        others.forEach(version ->
                kept.add(new KeptRuleset(version, Standing.RELEASED, null, "released by another machine", null)));
        kept.add(packaged());
        return List.copyOf(kept);
    }

    /**
     * The versions whose files are damaged, so that {@link #list} passes over them; what is damaged beyond its beginning shows when it
     * is asked for.
     *
     * @throws IOException if the store cannot be read
     */
    public List<String> damaged() throws IOException {
        List<String> damaged = new ArrayList<>();
        for (Path file : Stream.concat(data.files(released).stream(), data.files(candidates).stream())
                .toList()) {
            String version = version(file);
            if (VERSION.matcher(version).matches()
                    && Files.exists(file)
                    && KeptFile.describe(file, version, standing(file)).isEmpty()) {
                damaged.add(version);
            }
        }
        return List.copyOf(damaged);
    }

    /**
     * Every version that can be had, those of other machines too.
     *
     * @throws IOException if the store cannot be read
     */
    public Set<String> versions() throws IOException {
        Set<String> versions = new HashSet<>();
        versions.add(PackedRules.version());
        for (Path file : Stream.concat(data.files(released).stream(), data.files(candidates).stream())
                .toList()) {
            versions.add(version(file));
        }
        versions.addAll(shared());
        return versions;
    }

    private List<String> shared() throws IOException {
        return shared == null
                ? List.of()
                : shared.keys(SHARED).stream()
                        .map(name -> name.substring(SHARED.length(), name.length() - ENDING.length()))
                        .toList();
    }

    /** The ruleset of a version, if it is kept. */
    public Optional<KeptRuleset> find(String version) throws IOException {
        if (version.equals(PackedRules.version())) {
            return Optional.of(packaged());
        }
        Optional<Path> file = fetched(version);
        return file.isEmpty() ? Optional.empty() : KeptFile.describe(file.get(), version, standing(file.get()));
    }

    /**
     * The files of a ruleset that is kept.
     *
     * @return empty if no ruleset of this version is kept
     * @throws IOException if it cannot be read, or is not what was kept
     */
    public Optional<RulesetFiles> files(String version) throws IOException {
        if (version.equals(PackedRules.version())) {
            return Optional.of(RulesetFiles.packaged());
        }
        Optional<Path> file = fetched(version);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        RulesetFiles files;
        try {
            files = KeptFile.read(file.get());
        } catch (ZipException | EOFException e) {
            throw altered(version, e);
        }
        if (!version.endsWith("+" + files.hash())) {
            throw altered(version, null);
        }
        return Optional.of(files);
    }

    private static IOException altered(String version, IOException cause) {
        return new IOException("the ruleset `" + version + "` is not as it was kept; release it again", cause);
    }

    /** Whether other machines have what was released. */
    boolean isShared() {
        return shared != null;
    }

    /** Whether a ruleset is in the data folder or came with the program, so that nobody else is asked for it. */
    boolean isHere(String version) {
        return version.equals(PackedRules.version()) || file(version).isPresent();
    }

    /**
     * Keeps a sound ruleset that waits to be activated. Beyond the latest 20 the oldest are forgotten. One that is
     * already kept stays as it is.
     *
     * @param examples how its examples came out; {@code null} if they were not run
     * @return what is kept
     * @throws IOException if it cannot be written
     */
    public synchronized KeptRuleset keep(String version, RulesetFiles files, Act.Examples examples) throws IOException {
        return keep(version, files, examples, candidates, MOST_CANDIDATES);
    }

    /**
     * Keeps a ruleset that has become active by itself, as the packaged one or that of a watched folder does. Beyond the
     * latest 200 the oldest are forgotten.
     *
     * @throws IOException if it cannot be written
     */
    public synchronized KeptRuleset release(String version, RulesetFiles files) throws IOException {
        if (candidate(version)) {
            data.move(candidates.resolve(version + ENDING), released.resolve(version + ENDING));
        }
        KeptRuleset kept = keep(version, files, null, released, MOST_RELEASED);
        makeLatest(released.resolve(version + ENDING));
        return kept;
    }

    /** Gives a file a later time than all others of its folder, whatever the clock says: it may have been set back. */
    private void makeLatest(Path file) throws IOException {
        Instant time = Instant.now();
        for (Path other : data.files(file.getParent())) {
            Instant modified = DataFolder.modified(other).toInstant();
            if (!other.equals(file) && !modified.isBefore(time)) {
                time = modified.plusMillis(1);
            }
        }
        Files.setLastModifiedTime(file, FileTime.from(time));
    }

    /**
     * Lets other machines have a kept ruleset, where there are any; to be called before they hear of it.
     *
     * @throws IOException if they cannot be given it
     */
    public void share(String version) throws IOException {
        String name = SHARED + version + ENDING;
        Optional<Path> file = file(version);
        if (shared == null || file.isEmpty() || !shared.keys(name).isEmpty()) {
            return;
        }
        try {
            shared.put(name, 0, Files.readAllBytes(file.get()));
        } catch (StaleException sameByAnother) {
            return;
        }
    }

    /**
     * Takes back what other machines were let have, of versions that nobody is to go back to any more.
     *
     * @throws IOException if the store cannot be reached
     */
    void unshare(Set<String> versions) throws IOException {
        for (String version : shared()) {
            if (versions.contains(version)) {
                shared.delete(SHARED + version + ENDING);
            }
        }
    }

    /** The file of a ruleset, which another machine may have released. */
    private Optional<Path> fetched(String version) throws IOException {
        Optional<Path> here = file(version);
        if (here.isPresent() || shared == null || !VERSION.matcher(version).matches()) {
            return here;
        }
        Optional<Objects.Stored> there = shared.get(SHARED + version + ENDING);
        if (there.isPresent()) {
            data.write(released.resolve(version + ENDING), there.get().bytes());
        }
        return file(version);
    }

    private KeptRuleset keep(String version, RulesetFiles files, Act.Examples examples, Path folder, int most)
            throws IOException {
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException(version);
        }
        Optional<Path> there = file(version);
        Path file = folder.resolve(version + ENDING);
        if (there.isEmpty()) {
            data.write(file, KeptFile.write(files, Instant.now(), examples));
            makeLatest(file);
            forgetOldest(folder, most);
        }
        Path kept = there.orElse(file);
        return KeptFile.describe(kept, version, standing(kept)).orElseThrow();
    }

    /**
     * Chooses the ruleset that shall be active, from now on and after every start; the packaged one leaves the choice to
     * the program, whose next edition brings its own.
     *
     * @return false if no ruleset of this version is kept
     * @throws IOException if the choice cannot be written
     */
    public synchronized boolean choose(String version) throws IOException {
        if (version.equals(PackedRules.version())) {
            data.write(choice, new byte[0]);
            return true;
        }
        Optional<RulesetFiles> files = files(version);
        if (files.isEmpty()) {
            return false;
        }
        release(version, files.get());
        data.write(choice, version.getBytes(StandardCharsets.UTF_8));
        return true;
    }

    /** The version that was chosen; empty if none was, or the packaged one. */
    public Optional<String> chosen() throws IOException {
        if (!Files.exists(choice)) {
            return Optional.empty();
        }
        String version = Files.readString(choice).strip();
        return VERSION.matcher(version).matches() ? Optional.of(version) : Optional.empty();
    }

    /** Whether a version has been active. */
    public boolean wasActive(String version) {
        return VERSION.matcher(version).matches() && Files.exists(released.resolve(version + ENDING));
    }

    /** The versions that have been active, the latest first. */
    public List<String> everActive() throws IOException {
        List<Path> files = new ArrayList<>(data.files(released));
        files.sort(Comparator.comparing(DataFolder::modified).reversed());
        return files.stream()
                .map(RulesetStore::version)
                .filter(version -> VERSION.matcher(version).matches())
                .toList();
    }

    private void forgetOldest(Path folder, int most) throws IOException {
        List<Path> files = new ArrayList<>(data.files(folder));
        files.sort(Comparator.comparing(DataFolder::modified).reversed());
        String chosen = chosen().orElse("");
        for (Path file : files.subList(Math.min(most, files.size()), files.size())) {
            if (!version(file).equals(chosen)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static KeptRuleset packaged() {
        return new KeptRuleset(PackedRules.version(), Standing.PACKAGED, null, "packaged", null);
    }

    private boolean candidate(String version) {
        return Files.exists(candidates.resolve(version + ENDING));
    }

    private Optional<Path> file(String version) {
        // a version comes from outside, and only one of its form may become a path
        return VERSION.matcher(version).matches()
                ? Stream.of(released, candidates)
                        .map(folder -> folder.resolve(version + ENDING))
                        .filter(Files::exists)
                        .findFirst()
                : Optional.empty();
    }

    private Standing standing(Path file) {
        return file.startsWith(released) ? Standing.RELEASED : Standing.CANDIDATE;
    }

    private static String version(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : "";
    }
}
