package org.hearth.ruleset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.hearth.data.Digest;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/**
 * The classes that a {@link RuleUnit} was compiled to. Compiling takes seconds, loading what was compiled a fraction of
 * one.
 *
 * @param models the names of the classes that describe the rules
 * @param classes all classes by file name
 */
record CompiledUnit(List<String> models, SortedMap<String, byte[]> classes) {

    private static final String MODELS = "models";
    private static final String CLASS = ".class";
    private static final String END = "end";

    CompiledUnit {
        models = List.copyOf(models);
    }

    /**
     * Compiles units in one go, which takes far less than each by itself.
     *
     * @throws InvalidRulesetException if the rules do not build
     */
    static Map<RuleUnit, CompiledUnit> compile(List<RuleUnit> units, ClassLoader loader) {
        KieServices services = KieServices.get();
        Digest digest = new Digest();
        // the engine names classes by it
        units.stream().map(unit -> unit.key("")).sorted().forEach(digest::add);
        // two builds at once must not share the engine's default release
        ReleaseId release = services.newReleaseId("org.hearth", "ruleset", digest.hex(32));
        KieFileSystem fileSystem = services.newKieFileSystem();
        fileSystem.generateAndWritePomXML(release);
        for (RuleUnit unit : units) {
            unit.drl().forEach((path, text) -> fileSystem.write("src/main/resources/hearth/" + path, text));
        }
        KieBuilder builder = services.newKieBuilder(fileSystem, loader);
        try {
            builder.buildAll(ExecutableModelProject.class);
            if (builder.getResults().hasMessages(Message.Level.ERROR)) {
                throw new InvalidRulesetException(builder.getResults().getMessages(Message.Level.ERROR).stream()
                        .map(message -> message.getPath() + " line " + message.getLine() + ": " + message.getText())
                        .collect(Collectors.joining(System.lineSeparator())));
            }
            return split((InternalKieModule) builder.getKieModule(), units);
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    /** Whatever is compiled from a package lies in its folder. */
    private static Map<RuleUnit, CompiledUnit> split(InternalKieModule module, List<RuleUnit> units) {
        Map<RuleUnit, CompiledUnit> compiled = new HashMap<>();
        for (RuleUnit unit : units) {
            compiled.put(unit, new CompiledUnit(models(module, unit), classes(module, unit)));
        }
        return compiled;
    }

    private static List<String> models(InternalKieModule module, RuleUnit unit) {
        List<String> models = new ArrayList<>();
        for (String file : module.getFileNames()) {
            if (file.endsWith("/drools-model")) {
                new String(module.getBytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && line.indexOf(':') < 0)
                        .filter(line -> line.substring(0, line.lastIndexOf('.')).equals(unit.name()))
                        .sorted()
                        .forEach(models::add);
            }
        }
        return models;
    }

    private static SortedMap<String, byte[]> classes(InternalKieModule module, RuleUnit unit) {
        String folder = unit.name().replace('.', '/') + "/";
        SortedMap<String, byte[]> classes = new TreeMap<>();
        for (String file : module.getFileNames()) {
            if (file.startsWith(folder) && file.endsWith(CLASS)) {
                classes.put(file, module.getBytes(file));
            }
        }
        return classes;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is not whole
     */
    static CompiledUnit read(byte[] written) throws IOException {
        List<String> models = List.of();
        SortedMap<String, byte[]> classes = new TreeMap<>();
        String last = "";
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(written))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readAllBytes();
                last = entry.getName();
                if (last.equals(MODELS)) {
                    models = new String(bytes, StandardCharsets.UTF_8).lines().toList();
                } else if (!last.equals(END)) {
                    classes.put(last, bytes);
                }
            }
        }
        if (!last.equals(END)) {
            throw new ZipException("it breaks off");
        }
        return new CompiledUnit(models, classes);
    }

    /** The classes as a zip; the same classes give the same bytes. */
    byte[] write() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, MODELS, String.join("\n", models).getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> file : classes.entrySet()) {
                entry(zip, file.getKey(), file.getValue());
            }
            entry(zip, END, new byte[0]);
        } catch (IOException e) {
            // nothing is written but memory
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A unit of the same rules whose classes are found among the program's own. */
    CompiledUnit withoutClasses() {
        return new CompiledUnit(models, new TreeMap<>());
    }

    /** Adds a file to a zip, so that the same content gives the same bytes. */
    static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /** Its classes, ready to be loaded below a class loader that knows the facts. */
    Loaded load(ClassLoader parent) {
        return new Loaded(parent, this);
    }

    /** A class loader of the unit's own, whose classes go before those of the same names that came with the program. */
    static final class Loaded extends ClassLoader {

        static {
            registerAsParallelCapable();
        }

        private final CompiledUnit unit;

        private Loaded(ClassLoader parent, CompiledUnit unit) {
            super(parent);
            this.unit = unit;
        }

        /**
         * The rules; the same classes each time, but objects of their own.
         *
         * @throws InvalidRulesetException if the classes do not fit the program
         */
        List<Model> models() {
            List<Model> models = new ArrayList<>();
            for (String name : unit.models) {
                try {
                    models.add((Model) loadClass(name).getDeclaredConstructor().newInstance());
                } catch (ReflectiveOperationException | LinkageError e) {
                    throw new InvalidRulesetException("the compiled rules cannot be loaded: " + e.getMessage());
                }
            }
            return models;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            byte[] bytes = unit.classes.get(name.replace('.', '/') + CLASS);
            if (bytes == null) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? defineClass(name, bytes, 0, bytes.length) : loaded;
            }
        }
    }
}
