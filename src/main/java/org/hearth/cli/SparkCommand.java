package org.hearth.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.UsageException;
import org.hearth.ruleset.SourceTree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Unmatched;

/**
 * {@code hearth spark FILE...}: starts the job that judges claims on Spark, in a process of its own. Of Spark nothing is on
 * the class path of the program; what the job is asked for it reads itself.
 */
@Command(
        name = "spark",
        description = "Check files and folders of claims on Apache Spark. What is not described here goes to the job:"
                + " `FILE... --out DIR`, and what src/docs/spark.md has besides.",
        mixinStandardHelpOptions = true)
final class SparkCommand implements Callable<Integer> {

    /** Names the folder that holds the job, where it is not in the program's own. */
    static final String HOME = "HEARTH_SPARK_HOME";

    private static final String JOB = "hearth-spark.jar";
    private static final String CORE = "spark-core_";
    private static final String JOB_CLASS = "org.hearth.spark.SparkCheck";

    /** How the name of every setting ends that says something of a virtual machine. */
    private static final String JAVA_OPTIONS = "JavaOptions=";

    /** Tasks wait for nobody, so that pauses cost nothing, and a collector that has short ones takes a tenth more of the processor. */
    private static final List<String> COLLECTOR = List.of(
            "--conf",
            "spark.driver.defaultJavaOptions=-XX:+UseParallelGC",
            "--conf",
            "spark.executor.defaultJavaOptions=-XX:+UseParallelGC");

    private final Console console;
    private final Optional<SourceTree> tree;

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "the cluster (default: the processors of this machine)")
    private String master = "local[*]";

    @Option(names = "--conf", paramLabel = "KEY=VALUE", description = "a setting of Spark's, any number of times")
    private List<String> settings = List.of();

    @Unmatched
    private List<String> asked = new ArrayList<>();

    /** @param tree the program's own folder, if it has one */
    SparkCommand(Console console, Optional<SourceTree> tree) {
        this.console = console;
        this.tree = tree;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (asked.isEmpty()) {
            throw new UsageException("no files; write `hearth spark FILE... --out DIR`");
        }
        return started(submission(System.getenv())).waitFor();
    }

    /**
     * The command that submits the job.
     *
     * @param environment may name the folders of the job and of Spark
     * @throws UsageException if either is not there
     */
    ProcessBuilder submission(Map<String, String> environment) throws IOException, InterruptedException {
        Path home = home(environment);
        Path job = home.resolve(JOB);
        if (!Files.isRegularFile(job)) {
            throw new UsageException("there is no `" + job + "`; build it with `mvn -DskipTests install` and `mvn -f"
                    + " spark/pom.xml -DskipTests package` in Hearth's folder, or name the folder that holds it in "
                    + HOME);
        }
        List<String> words = new ArrayList<>(List.of("--master", master));
        settings.forEach(setting -> words.addAll(List.of("--conf", setting)));
        words.addAll(List.of("--class", JOB_CLASS, job.toString()));
        words.addAll(asked);
        String installed = environment.get("SPARK_HOME");
        if (installed != null) {
            words.add(0, Path.of(installed, "bin", "spark-submit").toString());
            return new ProcessBuilder(words);
        }
        Path spark = home.resolve("spark");
        if (!Files.isDirectory(spark.resolve("jars"))) {
            throw new UsageException(
                    "there is no Spark: name the folder where it is installed in SPARK_HOME, or put its jars"
                            + " into `" + spark.resolve("jars") + "`");
        }
        return ofJars(spark, withCollector(words));
    }

    /** The words of a submission, and which collector is used, unless they say something of virtual machines themselves. */
    static List<String> withCollector(List<String> words) {
        return words.stream().anyMatch(word -> word.contains(JAVA_OPTIONS))
                ? words
                : Stream.concat(COLLECTOR.stream(), words.stream()).toList();
    }

    private Path home(Map<String, String> environment) {
        String named = environment.get(HOME);
        if (named != null) {
            return Path.of(named);
        }
        return tree.map(SourceTree::root)
                .map(root -> root.resolve("spark").resolve("target"))
                .orElseThrow(() -> new UsageException("name the folder that holds `" + JOB + "` in " + HOME));
    }

    /** Spark's own launcher knows what the virtual machine has to be told; it says so, each word with a zero behind it. */
    private static ProcessBuilder ofJars(Path spark, List<String> words) throws IOException, InterruptedException {
        List<String> asking = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                spark.resolve("jars") + File.separator + "*",
                "org.apache.spark.launcher.Main",
                "org.apache.spark.deploy.SparkSubmit"));
        asking.addAll(words);
        Process launcher = withSpark(new ProcessBuilder(asking), spark)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (launcher.waitFor() != 0) {
            throw new UsageException("Spark does not take this; see what it says above");
        }
        // before the first zero stands an empty line, for the shell
        List<String> command = List.of(said.substring(said.indexOf('\n') + 1).split("\0"));
        return withSpark(new ProcessBuilder(command), spark);
    }

    private static ProcessBuilder withSpark(ProcessBuilder process, Path spark) throws IOException {
        process.environment().put("SPARK_HOME", spark.toString());
        process.environment().put("SPARK_SCALA_VERSION", scala(spark.resolve("jars")));
        return process;
    }

    /** The edition of Scala, which the launcher asks for and the names of Spark's jars tell. */
    private static String scala(Path jars) throws IOException {
        try (DirectoryStream<Path> core = Files.newDirectoryStream(jars, CORE + "*.jar")) {
            for (Path jar : core) {
                return jar.getFileName().toString().substring(CORE.length()).replaceFirst("-.*", "");
            }
        }
        throw new UsageException("`" + jars + "` has no `" + CORE + "...jar`, so that there is no Spark");
    }

    /** The process ends with this one: whoever stops the command stops the job. */
    private Process started(ProcessBuilder process) throws IOException {
        console.out().flush();
        console.err().flush();
        Process job = process.inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(job::destroy));
        return job;
    }
}
