package org.hearth.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.UsageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SparkCommandTest {

    @TempDir
    private Path home;

    private SparkCommand command(String... words) {
        Console console = new Console(
                InputStream.nullInputStream(),
                new PrintWriter(PrintWriter.nullWriter()),
                new PrintWriter(PrintWriter.nullWriter()));
        SparkCommand command = new SparkCommand(console, Optional.empty());
        new CommandLine(command).parseArgs(words);
        return command;
    }

    @Test
    void whatIsAskedOfTheJobGoesToTheInstalledSparkAsItIs() throws Exception {
        Files.createFile(home.resolve("hearth-spark.jar"));
        SparkCommand command = command(
                "in", "--out", "out", "--master", "spark://host:7077", "--conf", "a=1", "more", "--order", "dates");
        assertThat(command.submission(Map.of("HEARTH_SPARK_HOME", home.toString(), "SPARK_HOME", "/opt/spark"))
                        .command())
                .containsExactly(
                        "/opt/spark/bin/spark-submit",
                        "--master",
                        "spark://host:7077",
                        "--conf",
                        "a=1",
                        "--class",
                        "org.hearth.spark.SparkCheck",
                        home.resolve("hearth-spark.jar").toString(),
                        "in",
                        "--out",
                        "out",
                        "more",
                        "--order",
                        "dates");
    }

    @Test
    void theSparkBesideTheJobIsToldWhichCollectorToUseUnlessTheUserTellsIt() {
        assertThat(SparkCommand.withCollector(List.of("--master", "local[2]")))
                .containsExactly(
                        "--conf",
                        "spark.driver.defaultJavaOptions=-XX:+UseParallelGC",
                        "--conf",
                        "spark.executor.defaultJavaOptions=-XX:+UseParallelGC",
                        "--master",
                        "local[2]");
        List<String> told = List.of("--conf", "spark.driver.extraJavaOptions=-XX:+UseG1GC", "--class", "x");
        assertThat(SparkCommand.withCollector(told)).isEqualTo(told);
    }

    @Test
    void whatIsNotThereIsSaid() throws Exception {
        SparkCommand command = command("in", "--out", "out");
        assertThatThrownBy(() -> command.submission(Map.of()))
                .isInstanceOf(UsageException.class)
                .hasMessage("name the folder that holds `hearth-spark.jar` in HEARTH_SPARK_HOME");
        Map<String, String> environment = Map.of("HEARTH_SPARK_HOME", home.toString());
        assertThatThrownBy(() -> command.submission(environment))
                .hasMessageStartingWith("there is no `" + home.resolve("hearth-spark.jar") + "`; build it with");
        Files.createFile(home.resolve("hearth-spark.jar"));
        assertThatThrownBy(() -> command.submission(environment))
                .hasMessage(
                        "there is no Spark: name the folder where it is installed in SPARK_HOME, or put its jars into `"
                                + home.resolve("spark/jars") + "`");
    }
}
