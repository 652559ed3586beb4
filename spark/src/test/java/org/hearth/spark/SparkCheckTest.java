package org.hearth.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.util.Utils;
import org.hearth.cli.console.ExitStatus;
import org.junit.jupiter.api.Test;
import scala.Tuple2;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** What the job tells Spark and its caller; no claims. */
class SparkCheckTest {

    private static final String KEY = "spark.executorEnv.HEARTH_HISTORY_KEY";

    private static SparkConf empty() {
        return new SparkConf(false);
    }

    private static String shown(SparkConf configuration, String name) {
        return shown(configuration, name, "shown");
    }

    private static String shown(SparkConf configuration, String name, String value) {
        Seq<Tuple2<String, String>> one =
                CollectionConverters.asScala(List.of(new Tuple2<>(name, value))).toSeq();
        return Utils.redact(configuration, one).apply(0)._2();
    }

    @Test
    void theKeyOfTheHistoryIsNotShown() {
        assertThat(shown(empty(), KEY)).isEqualTo("shown");
        SparkConf configuration = SparkCheck.configured(empty());
        assertThat(shown(configuration, KEY)).isEqualTo("*********(redacted)");
        assertThat(shown(configuration, "spark.x.password")).isEqualTo("*********(redacted)");
        assertThat(shown(configuration, "spark.app.name")).isEqualTo("shown");
        SparkConf own = SparkCheck.configured(empty().set("spark.redaction.regex", "mine"));
        assertThat(shown(own, "spark.mine")).isEqualTo("*********(redacted)");
        assertThat(shown(own, KEY)).isEqualTo("*********(redacted)");
    }

    @Test
    void norIsThePasswordOfItsDatabase() {
        String before = "org.apache.spark.deploy.SparkSubmit hearth-spark.jar claims --out answer --history ";
        for (String url : List.of(
                "postgresql://user:pass@host/db",
                "jdbc:postgresql://user:pa/ss@host:5432/db",
                "postgres://:pass@host/db",
                "postgresql://host/db?user=me&password=pass")) {
            SparkConf own = SparkCheck.configured(empty().set("spark.redaction.regex", "mine"));
            assertThat(shown(empty().set("spark.redaction.regex", "mine"), "sun.java.command", before + url))
                    .endsWith(url);
            assertThat(shown(own, "sun.java.command", before + url)).isEqualTo("*********(redacted)");
        }
        for (String plain : List.of("postgresql://host:5432/db?user=me", "spark://host:7077 --out s3a://a@b/c")) {
            assertThat(shown(SparkCheck.configured(empty()), "sun.java.command", before + plain))
                    .isEqualTo(before + plain);
        }
    }

    @Test
    void whereAWholeAnswerIsThatHadNoPlaceIsTheLastWord() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Exception failure = new UncheckedIOException(
                new UnplacedAnswerException("the answer is whole: rename `a` to `b`", new IOException("busy")));
        assertThat(SparkCheck.failed(failure, new PrintStream(said, true, StandardCharsets.UTF_8)))
                .isEqualTo(ExitStatus.INTERNAL);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .isEqualToNormalizingNewlines("hearth: the answer is whole: rename `a` to `b`\n");
    }

    @Test
    void whatTasksAreSentInKnowsRecords() {
        SparkConf kryo = empty().set("spark.serializer", "org.apache.spark.serializer.KryoSerializer");
        assertThat(SparkCheck.configured(kryo).get("spark.serializer"))
                .isEqualTo("org.apache.spark.serializer.JavaSerializer");
    }

    @Test
    void anAnswerIsNoFailureWhereFailuresAreTriedAgain() {
        SparkConf client = empty().set("spark.submit.deployMode", "client");
        SparkConf cluster = empty().set("spark.submit.deployMode", "cluster");
        SparkConf kubernetes =
                empty().set("spark.submit.deployMode", "client").set("spark.kubernetes.submitInDriver", "true");
        for (int answered : new int[] {ExitStatus.FINDINGS, ExitStatus.INPUT}) {
            assertThat(SparkCheck.status(empty(), answered)).isEqualTo(answered);
            assertThat(SparkCheck.status(client, answered)).isEqualTo(answered);
            assertThat(SparkCheck.status(cluster, answered)).isZero();
            assertThat(SparkCheck.status(kubernetes, answered)).isZero();
        }
        assertThat(SparkCheck.status(cluster, ExitStatus.INTERNAL)).isEqualTo(ExitStatus.INTERNAL);
    }
}
