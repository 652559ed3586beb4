package org.hearth.ruleset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.Model;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;

/**
 * The classes that the rules of one ruleset were compiled to. Compiling takes seconds, loading compiled classes takes a
 * fraction of one, and what was compiled can be kept.
 */
final class CompiledRules {

    private static final String MODELS = "models";
    private static final String CLASS = ".class";

    private final List<String> models;
    private final SortedMap<String, byte[]> classes;

    private CompiledRules(List<String> models, SortedMap<String, byte[]> classes) {
        this.models = models;
        this.classes = classes;
    }

    /**
     * Compiles DRL, each under a path of its own.
     *
     * @param hash of the whole ruleset; two builds at once must not share the engine's default release
     * @throws InvalidRulesetException if the rules do not build
     */
    static CompiledRules compile(Map<String, String> drl, String hash, ClassLoader loader) {
        KieServices services = KieServices.get();
        ReleaseId release = services.newReleaseId("org.hearth", "ruleset", hash);
        KieFileSystem fileSystem = services.newKieFileSystem();
        fileSystem.generateAndWritePomXML(release);
        drl.forEach((path, text) -> fileSystem.write("src/main/resources/hearth/" + path, text));
        KieBuilder builder = services.newKieBuilder(fileSystem, loader);
        try {
            builder.buildAll(ExecutableModelProject.class);
            if (builder.getResults().hasMessages(Message.Level.ERROR)) {
                throw new InvalidRulesetException(builder.getResults().getMessages(Message.Level.ERROR).stream()
                        .map(message -> message.getPath() + " line " + message.getLine() + ": " + message.getText())
                        .collect(Collectors.joining(System.lineSeparator())));
            }
            return of((InternalKieModule) builder.getKieModule());
        } finally {
            services.getRepository().removeKieModule(release);
        }
    }

    private static CompiledRules of(InternalKieModule module) {
        List<String> models = new ArrayList<>();
        SortedMap<String, byte[]> classes = new TreeMap<>();
        for (String file : module.getFileNames()) {
            if (file.endsWith(CLASS)) {
                classes.put(file, module.getBytes(file));
            } else if (file.endsWith("/drools-model")) {
                new String(module.getBytes(file), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && line.indexOf(':') < 0)
                        .sorted()
                        .forEach(models::add);
            }
        }
        return new CompiledRules(models, classes);
    }

    /** Reads what {@link #write} wrote. */
    static CompiledRules read(InputStream in) throws IOException {
        List<String> models = List.of();
        SortedMap<String, byte[]> classes = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readAllBytes();
                if (entry.getName().equals(MODELS)) {
                    models = new String(bytes, StandardCharsets.UTF_8).lines().toList();
                } else {
                    classes.put(entry.getName(), bytes);
                }
            }
        }
        return new CompiledRules(models, classes);
    }

    /** Writes the classes as a zip; the same classes give the same bytes. */
    void write(OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, MODELS, String.join("\n", models).getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> file : classes.entrySet()) {
                entry(zip, file.getKey(), file.getValue());
            }
        }
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.fromMillis(0));
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /** The classes as {@link #write} writes them. */
    byte[] toBytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out);
        return out.toByteArray();
    }

    /** The models of the rules, loaded below a class loader that knows the facts. */
    List<Model> load(ClassLoader parent) {
        ClassLoader loader = new RuleClassLoader(parent, classes);
        List<Model> loaded = new ArrayList<>();
        for (String model : models) {
            try {
                loaded.add(
                        (Model) loader.loadClass(model).getDeclaredConstructor().newInstance());
            } catch (ReflectiveOperationException e) {
                throw new InvalidRulesetException("the compiled rules cannot be loaded: " + e.getMessage());
            }
        }
        return List.copyOf(loaded);
    }

    private static final class RuleClassLoader extends ClassLoader {

        static {
            registerAsParallelCapable();
        }

        private final Map<String, byte[]> classes;

        RuleClassLoader(ClassLoader parent, Map<String, byte[]> classes) {
            super(parent);
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name.replace('.', '/') + CLASS);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
