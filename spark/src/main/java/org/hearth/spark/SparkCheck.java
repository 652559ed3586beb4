package org.hearth.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.serializer.JavaSerializer;
import org.hearth.batch.Format;
import org.hearth.cli.console.ExitStatus;
import org.hearth.ruleset.InvalidRulesetException;
import org.hearth.sent.InputPast;
import org.hearth.sent.UnusableHistoryException;
import org.hearth.tables.workbook.InvalidTablesException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks claims on Spark; what {@code spark-submit} starts. */
@Command(
        name = "hearth spark",
        description = "Check folders of claims on Apache Spark, with the answers of `hearth check`.",
        mixinStandardHelpOptions = true)
public final class SparkCheck implements Callable<Integer> {

    private static final int MOST_CONTROL_NUMBER = 999_999_999;

    private static final String REDACTED = "spark.redaction.regex";

    /** What Spark redacts where nobody says otherwise. */
    private static final String REDACTED_BY_SPARK = "(?i)secret|password|token|access[.]?key";

    /** The keys of the history, and a password in a URL, which may stand in the command line that Spark shows. */
    private static final String REDACTED_BESIDE = "|(?i)hearth_history|[?&]password=|://[^/\\s]*:\\S*@";

    /** How Spark marks the driver that it starts there, which calls itself a client. */
    private static final String DRIVER_ON_KUBERNETES = "spark.kubernetes.submitInDriver";

    @Spec
    private CommandSpec command;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "files and folders of claims, of any file system that Spark reads")
    private List<String> files;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "the folder of the answer; one of an earlier run is replaced")
    private String out;

    @Option(
            names = "--ruleset",
            paramLabel = "DIR",
            description = "a folder with `rules` and `decision-tables` to use instead of the packaged ones")
    private Path ruleset;

    @Option(
            names = "--order",
            paramLabel = "input|dates",
            description =
                    "what is before a claim: what stands before it in the inputs (default), or what begins before it by its statement")
    private String order = "input";

    @Option(
            names = "--history",
            paramLabel = "FILE|DIR|URL",
            description =
                    "what was sent before: a file or folder of claims, or the folder or PostgreSQL where what was marked as sent is kept")
    private String history;

    @Option(
            names = "--format",
            paramLabel = "277ca|999",
            split = ",",
            description = "acknowledgements to write beside the evaluations, one a file")
    private List<String> formats = List.of();

    @Option(
            names = "--control-number",
            paramLabel = "N",
            description = "number of the first interchange of the acknowledgements (default: by the clock)")
    private Integer controlNumber;

    @Option(
            names = "--portion",
            paramLabel = "BYTES",
            description = "about how much of the inputs a task reads (default: worked out)")
    private long portion;

    private SparkCheck() {}

    /** Runs the job and exits with the status of {@code check}. */
    public static void main(String... arguments) {
        Language.set();
        int status = execute(arguments);
        // a driver that ends by itself ends well, whatever threads of Spark are left
        if (status != ExitStatus.CLEAN) {
            System.exit(status);
        }
    }

    /** Runs the job. @return the exit status */
    static int execute(String... arguments) {
        CommandLine command = new CommandLine(new SparkCheck());
        command.setExecutionExceptionHandler((exception, line, parsed) -> failed(exception, System.err));
        command.setParameterExceptionHandler((exception, words) -> {
            System.err.println("hearth: " + exception.getMessage());
            exception.getCommandLine().usage(System.err);
            return ExitStatus.USAGE;
        });
        return command.execute(arguments);
    }

    /** Says what ended the run. A message of Spark's holds the whole trace of a task, which its log has: the cause says it. */
    static int failed(Exception exception, PrintStream err) {
        Throwable innermost = exception;
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            innermost = cause;
            if (cause instanceof InvalidTablesException || cause instanceof InvalidRulesetException) {
                err.println("hearth: the ruleset cannot be used");
                err.println(cause.getMessage());
                return ExitStatus.RULESET;
            }
            if (cause instanceof UnplacedAnswerException) {
                err.println("hearth: " + cause.getMessage());
                return ExitStatus.INTERNAL;
            }
            if (cause instanceof UnusableFileException || cause instanceof UnusableHistoryException) {
                err.println("hearth: nothing was written: " + cause.getMessage());
                return ExitStatus.INPUT;
            }
        }
        String why = innermost.getMessage() == null ? innermost.getClass().getSimpleName() : innermost.getMessage();
        err.println("hearth: nothing was written: " + why.lines().findFirst().orElse(""));
        return ExitStatus.INTERNAL;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = settings();
        SparkConf configuration = configured(new SparkConf());
        JavaSparkContext spark = new JavaSparkContext(configuration);
        Run run = new Run(spark, settings);
        try (run;
                spark) {
            spark.setLogLevel("WARN");
            Summary summary = run.call();
            System.err.println("hearth: " + summary.tally().summary());
            if (summary.mostOfOne() > InputPast.MOST) {
                System.err.println("hearth: one beneficiary has " + summary.mostOfOne() + " claims; each of them was"
                        + " judged by the " + InputPast.MOST + " before it at most");
            }
            return status(configuration, ExitStatus.of(summary.tally(), summary.defectOfReader()));
        }
    }

    /**
     * Sets what is not set, keeps the keys of the history and the passwords of its database out of Spark's pages and logs, and
     * has tasks sent in Java's own form, as others know no records.
     */
    static SparkConf configured(SparkConf given) {
        given.setIfMissing("spark.app.name", "hearth");
        given.setIfMissing("spark.master", "local[*]").setIfMissing("spark.ui.showConsoleProgress", "true");
        given.set("spark.serializer", JavaSerializer.class.getName());
        return given.set(REDACTED, given.get(REDACTED, REDACTED_BY_SPARK) + REDACTED_BESIDE);
    }

    /**
     * The exit status of a run. What starts a driver on a cluster takes every other than 0 for a failure, and may do the whole
     * run again.
     */
    static int status(SparkConf configuration, int found) {
        boolean onCluster =
                configuration.get("spark.submit.deployMode", "client").equals("cluster")
                        || configuration.getBoolean(DRIVER_ON_KUBERNETES, false);
        boolean answered = found == ExitStatus.FINDINGS || found == ExitStatus.INPUT;
        return onCluster && answered ? ExitStatus.CLEAN : found;
    }

    private Settings settings() {
        if (!order.equals("input") && !order.equals("dates")) {
            throw wrong("`" + order + "` is no order; write input or dates");
        }
        if (portion < 0) {
            throw wrong("`" + portion + "` bytes; write a number from 1, or leave `--portion` out");
        }
        Set<Format> wanted = EnumSet.noneOf(Format.class);
        for (String format : formats) {
            wanted.add(acknowledgement(format));
        }
        int first = controlNumber == null
                ? 1 + (int) (Instant.now().getEpochSecond() % MOST_CONTROL_NUMBER)
                : controlNumber;
        if (first < 1 || first > MOST_CONTROL_NUMBER) {
            throw wrong("a control number is 1 to " + MOST_CONTROL_NUMBER + ", not " + first);
        }
        return new Settings(files, out, ruleset, order.equals("dates"), history, portion, wanted, first);
    }

    private Format acknowledgement(String format) {
        return Format.of(format)
                .filter(known ->
                        known == Format.CLAIM_ACKNOWLEDGEMENT || known == Format.IMPLEMENTATION_ACKNOWLEDGEMENT)
                .orElseThrow(() -> wrong("`" + format
                        + "` is not written by the side; write 277ca or 999, and read the rest from the evaluations"));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
