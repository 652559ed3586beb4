package org.hearth.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The Kubernetes files and the Dockerfile: every workbook reaches the pod, the pod may do no more than it must, and what the overlays name
 * is there. Whether the API takes them, {@code .ci/checks/kubernetes.sh} asks.
 */
class KubernetesTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Path TABLES = Path.of("decision-tables");
    private static final Path BASE = Path.of("k8s/base/deployment.yaml");
    private static final Path MOUNTED = Path.of("k8s/overlays/production-from-git/deployment.yaml");
    private static final int MOST_BYTES_OF_A_CONFIG_MAP = 1 << 20;
    private static final Pattern OURS = Pattern.compile("HEARTH_[A-Z_]+");
    private static final Map<String, Map<String, JsonNode>> RENDERED = new HashMap<>();

    @BeforeAll
    static void render() throws IOException, InterruptedException {
        if (kubectlIsThere()) {
            for (String overlay : List.of("try", "production", "production-from-git", "parts")) {
                RENDERED.put(overlay, rendered(overlay));
            }
        }
    }

    @Test
    void everyWorkbookIsInTheConfigMap() throws IOException {
        JsonNode kustomization =
                YAML.readTree(TABLES.resolve("kustomization.yaml").toFile());

        assertThat(texts(kustomization.at("/configMapGenerator/0/files")))
                .as("decision-tables/kustomization.yaml lists every workbook; run ./hearth tables rows")
                .containsExactlyInAnyOrderElementsOf(workbooks());
        assertThat(workbooks())
                .extracting(path -> Path.of(path).getFileName())
                .as("a ConfigMap's keys have no folders: give the workbook another file name")
                .doesNotHaveDuplicates();
    }

    @Test
    void everyWorkbookIsMountedAtItsPath() throws IOException {
        JsonNode volume = named(podSpec(YAML.readTree(MOUNTED.toFile())).path("volumes"), "decision-tables");

        assertThat(paths(volume))
                .as(MOUNTED + ", volume decision-tables, has an item a workbook; run ./hearth tables rows")
                .containsExactlyInAnyOrderEntriesOf(expectedPaths());
    }

    @Test
    void theWorkbooksFitIntoAConfigMap() throws IOException {
        long bytes = 0;
        for (String workbook : workbooks()) {
            bytes += Files.size(TABLES.resolve(workbook));
        }
        assertThat(bytes)
                .as("bytes of all workbooks: split decision-tables/kustomization.yaml into two ConfigMaps before this")
                .isLessThan(MOST_BYTES_OF_A_CONFIG_MAP * 9L / 10);
    }

    @Test
    void theOverlaysHaveWhatTheyAreMadeOf() {
        assertThat(names("try"))
                .containsExactlyInAnyOrder(
                        "ServiceAccount hearth",
                        "Service hearth",
                        "Deployment hearth",
                        "PersistentVolumeClaim hearth-data");
        List<String> production = List.of(
                "ServiceAccount hearth",
                "Service hearth",
                "Service hearth-metrics",
                "Deployment hearth",
                "Ingress hearth",
                "PodDisruptionBudget hearth",
                "HorizontalPodAutoscaler hearth",
                "NetworkPolicy hearth",
                "NetworkPolicy hearth-batch",
                "ServiceMonitor hearth",
                "PrometheusRule hearth",
                "ConfigMap hearth-dashboard",
                "CronJob hearth-batch",
                "PersistentVolumeClaim hearth-claims");
        assertThat(names("production")).containsExactlyInAnyOrderElementsOf(production);
        assertThat(names("production-from-git"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(production.stream(), Stream.of("ConfigMap decision-tables"))
                                .toList());
    }

    @Test
    void whatIsRenderedMountsTheGeneratedConfigMap() throws IOException {
        Map<String, JsonNode> rendered = overlay("production-from-git");
        JsonNode map = rendered.get("ConfigMap decision-tables");
        JsonNode pod = podSpec(rendered.get("Deployment hearth"));

        // with a hash in its name every change would roll the pods, and what they watch would never change
        assertThat(map).isNotNull();
        assertThat(names(map.path("binaryData")))
                .containsExactlyInAnyOrderElementsOf(expectedPaths().keySet());
        JsonNode volume = named(pod.path("volumes"), "decision-tables");
        assertThat(volume.at("/configMap/name")).isEqualTo(map.at("/metadata/name"));
        assertThat(value(pod.at("/containers/0"), "HEARTH_TABLES_DIR"))
                .isEqualTo(named(pod.at("/containers/0/volumeMounts"), "decision-tables")
                        .path("mountPath")
                        .asText());
    }

    @Test
    void everythingMeansTheSamePods() {
        Map<String, JsonNode> production = overlay("production");
        JsonNode deployment = production.get("Deployment hearth");
        JsonNode labels = deployment.at("/spec/selector/matchLabels");

        assertThat(deployment.at("/spec/template/metadata/labels")).isEqualTo(labels);
        assertThat(production.get("Service hearth").at("/spec/selector")).isEqualTo(labels);
        assertThat(production.get("Service hearth-metrics").at("/spec/selector"))
                .isEqualTo(labels);
        assertThat(production.get("PodDisruptionBudget hearth").at("/spec/selector/matchLabels"))
                .isEqualTo(labels);
        assertThat(production.get("NetworkPolicy hearth").at("/spec/podSelector/matchLabels"))
                .isEqualTo(labels);
        podSpec(deployment).path("topologySpreadConstraints").forEach(spread -> assertThat(
                        spread.at("/labelSelector/matchLabels"))
                .isEqualTo(labels));
        JsonNode scaling = production.get("HorizontalPodAutoscaler hearth").path("spec");
        assertThat(scaling.at("/scaleTargetRef/name").asText()).isEqualTo("hearth");
        assertThat(scaling.path("minReplicas").asInt()).isEqualTo(3);
        // else every apply would take back what it scaled
        assertThat(deployment.path("spec").has("replicas")).isFalse();
        assertThat(production
                        .get("CronJob hearth-batch")
                        .at("/spec/jobTemplate/spec/template/metadata/labels")
                        .elements()
                        .next())
                .as("the nightly batch is none of the pods that answer")
                .isNotEqualTo(labels.elements().next());
        JsonNode monitored = production.get("ServiceMonitor hearth").at("/spec/selector/matchLabels");
        assertThat(production.get("Service hearth-metrics").at("/metadata/labels"))
                .isEqualTo(monitored);
        assertThat(production.get("Service hearth").at("/metadata/labels")).isNotEqualTo(monitored);
    }

    @Test
    void whereOnePodKeepsEverythingThereAreNeverTwo() {
        JsonNode deployment = overlay("try").get("Deployment hearth").path("spec");

        assertThat(deployment.path("replicas").asInt()).isEqualTo(1);
        assertThat(deployment.at("/strategy/type").asText()).isEqualTo("Recreate");
        assertThat(deployment.path("strategy").has("rollingUpdate")).isFalse();
        assertThat(named(deployment.at("/template/spec/volumes"), "data")
                        .at("/persistentVolumeClaim/claimName")
                        .asText())
                .isEqualTo("hearth-data");
    }

    @Test
    void everyPartHasAPodAndNoPodWritesToTheClaims() {
        Map<String, JsonNode> objects = overlay("parts");
        assertThat(objects.keySet())
                .containsExactlyInAnyOrder(
                        "PersistentVolumeClaim hearth-parts-claims",
                        "PersistentVolumeClaim hearth-parts-answers",
                        "Job hearth-parts",
                        "Job hearth-join");
        JsonNode parts = objects.get("Job hearth-parts");
        assertThat(parts.at("/spec/completionMode").asText()).isEqualTo("Indexed");
        for (String job : List.of("Job hearth-parts", "Job hearth-join")) {
            JsonNode pod = podSpec(objects.get(job));
            mayDoNoMoreThanItMust(pod);
            assertThat(value(pod.at("/containers/0"), "PARTS"))
                    .isEqualTo(parts.at("/spec/completions").asText());
        }
        JsonNode pod = podSpec(parts);
        assertThat(named(pod.at("/containers/0/volumeMounts"), "claims")
                        .path("readOnly")
                        .asBoolean())
                .isTrue();
        assertThat(texts(
                        objects.get("PersistentVolumeClaim hearth-parts-claims").at("/spec/accessModes")))
                .containsExactly("ReadOnlyMany");
    }

    @Test
    void secretsComeFromASecret() {
        for (String overlay : List.of("try", "production", "production-from-git")) {
            for (JsonNode variable :
                    podSpec(overlay(overlay).get("Deployment hearth")).at("/containers/0/env")) {
                String name = variable.path("name").asText();
                assertThat(variable.at("/valueFrom/secretKeyRef/name").asText().equals("hearth"))
                        .as(overlay + " " + name)
                        .isEqualTo(Set.of("HEARTH_ADMIN_TOKEN", "HEARTH_STORE_URL", "HEARTH_HISTORY_KEY")
                                .contains(name));
            }
        }
    }

    @Test
    void everyVariableThatIsNamedIsOneThatTheProgramReads() throws IOException {
        Set<String> read = new TreeSet<>();
        try (Stream<Path> walk = Files.walk(Path.of("src/main"))) {
            for (Path file :
                    walk.filter(path -> path.toString().endsWith(".java")).toList()) {
                OURS.matcher(Files.readString(file)).results().forEach(found -> read.add(found.group()));
            }
        }
        Map<String, String> unknown = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(Path.of("k8s"))) {
            for (Path file : Stream.concat(walk.filter(Files::isRegularFile), Stream.of(Path.of("Dockerfile")))
                    .toList()) {
                for (Matcher found = OURS.matcher(Files.readString(file)); found.find(); ) {
                    if (!read.contains(found.group())
                            // of the nightly batch, which reads it itself
                            && !found.group().equals("HEARTH_URL")) {
                        unknown.put(found.group(), file.toString());
                    }
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void aPodMayTakeAsLongToStopAsItIsTold() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(Path.of("src/main/resources/application.properties"))) {
            properties.load(in);
        }
        JsonNode pod = podSpec(YAML.readTree(BASE.toFile()));
        Duration drain = Duration.parse("PT" + value(pod.at("/containers/0"), "HEARTH_DRAIN"));
        Duration ending = Duration.parse(
                "PT" + properties.getProperty("quarkus.shutdown.timeout").toUpperCase(java.util.Locale.ROOT));

        assertThat(pod.path("terminationGracePeriodSeconds").asLong())
                .isGreaterThanOrEqualTo(drain.plus(ending).toSeconds() + 5);
    }

    @Test
    void thePodMayDoNoMoreThanItMust() throws IOException {
        JsonNode pod = podSpec(YAML.readTree(BASE.toFile()));
        JsonNode container = pod.at("/containers/0");

        mayDoNoMoreThanItMust(pod);
        assertThat(pod.path("serviceAccountName").asText()).isEqualTo("hearth");
        assertThat(container.at("/resources/limits/memory").asText()).isEqualTo("1Gi");
        assertThat(names(container.at("/resources/requests"))).containsExactly("cpu", "memory", "ephemeral-storage");
        for (String writable : List.of("data", "tmp")) {
            assertThat(named(pod.path("volumes"), writable)
                            .at("/emptyDir/sizeLimit")
                            .asText())
                    .as(writable)
                    .endsWith("Gi");
        }
        mayDoNoMoreThanItMust(
                overlay("production").get("CronJob hearth-batch").at("/spec/jobTemplate/spec/template/spec"));
        for (JsonNode account : List.of(overlay("production").get("ServiceAccount hearth"))) {
            assertThat(account.path("automountServiceAccountToken").asBoolean(true))
                    .isFalse();
        }
    }

    private static void mayDoNoMoreThanItMust(JsonNode pod) {
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
        assertThat(pod.at("/automountServiceAccountToken").asBoolean(true)).isFalse();
        for (JsonNode container : pod.path("containers")) {
            assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                    .isTrue();
            assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(texts(container.at("/securityContext/capabilities/drop")))
                    .containsExactly("ALL");
        }
    }

    @Test
    void theProbesAskThePortOfHealthAndTheFoldersAreMounted() throws IOException {
        JsonNode container = podSpec(YAML.readTree(BASE.toFile())).at("/containers/0");

        for (Map.Entry<String, String> probe : Map.of("startup", "started", "readiness", "ready", "liveness", "live")
                .entrySet()) {
            JsonNode asked = container.path(probe.getKey() + "Probe").path("httpGet");
            assertThat(asked.path("path").asText()).isEqualTo("/q/health/" + probe.getValue());
            assertThat(asked.path("port").asText()).isEqualTo("management");
        }
        for (String host : List.of("QUARKUS_HTTP_HOST", "QUARKUS_MANAGEMENT_HOST")) {
            assertThat(value(container, host)).as(host).isEqualTo("0.0.0.0");
        }
        assertThat(named(container.path("ports"), "management")
                        .path("containerPort")
                        .asText())
                .isEqualTo(value(container, "QUARKUS_MANAGEMENT_PORT"));
        assertThat(value(container, "HEARTH_DATA_DIR"))
                .isEqualTo(named(container.path("volumeMounts"), "data")
                        .path("mountPath")
                        .asText());
    }

    @Test
    void healthAndMetricsAreScrapedFromThePodAndNotPassedOnByTheService() throws IOException {
        JsonNode deployment = YAML.readTree(BASE.toFile());
        JsonNode annotations = deployment.at("/spec/template/metadata/annotations");
        JsonNode service = YAML.readTree(Path.of("k8s/base/service.yaml").toFile());

        assertThat(annotations.path("prometheus.io/port").asText())
                .isEqualTo(named(podSpec(deployment).at("/containers/0/ports"), "management")
                        .path("containerPort")
                        .asText());
        assertThat(annotations.path("prometheus.io/path").asText()).isEqualTo("/q/metrics");
        assertThat(service.at("/spec/ports")).hasSize(1);
        assertThat(service.at("/spec/ports/0/targetPort").asText()).isEqualTo("http");
    }

    @Test
    void theImageRunsAsTheUserOfThePodAndListensWhereThePodSays() throws IOException {
        JsonNode pod = podSpec(YAML.readTree(BASE.toFile()));
        List<String> dockerfile = Files.readAllLines(Path.of("Dockerfile"));
        List<String> ports = new ArrayList<>();
        pod.at("/containers/0/ports")
                .forEach(port -> ports.add(port.path("containerPort").asText()));

        assertThat(dockerfile)
                .contains(
                        "USER " + pod.at("/securityContext/runAsUser").asText(),
                        "EXPOSE " + String.join(" ", ports),
                        "CMD [\"serve\"]");
        // not a tag that somebody moves
        assertThat(dockerfile)
                .filteredOn(line -> line.startsWith("FROM"))
                .isNotEmpty()
                .allMatch(line -> line.matches("FROM .*:\\d+\\.\\d+\\.\\d+_\\d+\\S*( AS \\w+)?")
                        || line.matches("FROM \\$\\{BASE}( AS \\w+)?"));
    }

    private static List<String> workbooks() throws IOException {
        try (Stream<Path> walk = Files.walk(TABLES)) {
            return walk.filter(path -> path.toString().endsWith(".xlsx"))
                    .filter(path -> !path.getFileName().toString().startsWith("~$"))
                    .map(path -> TABLES.relativize(path).toString().replace('\\', '/'))
                    .toList();
        }
    }

    private static Map<String, String> expectedPaths() throws IOException {
        Map<String, String> paths = new HashMap<>();
        workbooks().forEach(path -> paths.put(path.substring(path.lastIndexOf('/') + 1), path));
        return paths;
    }

    private static Map<String, String> paths(JsonNode volume) {
        Map<String, String> paths = new HashMap<>();
        volume.at("/configMap/items")
                .forEach(item ->
                        paths.put(item.path("key").asText(), item.path("path").asText()));
        return paths;
    }

    private static JsonNode podSpec(JsonNode deployment) {
        return deployment.at("/spec/template/spec");
    }

    private static String value(JsonNode container, String variable) {
        return named(container.path("env"), variable).path("value").asText();
    }

    private static JsonNode named(JsonNode list, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(one -> one.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no `" + name + "`"));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> names(String overlay) {
        return overlay(overlay).keySet();
    }

    private static boolean kubectlIsThere() {
        return Arrays.stream(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }

    private static Map<String, JsonNode> overlay(String name) {
        assumeTrue(RENDERED.containsKey(name), "kubectl is not installed: what it would render is not checked");
        return RENDERED.get(name);
    }

    /** The objects of an overlay, by kind and name. */
    private static Map<String, JsonNode> rendered(String overlay) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("kubectl", "kustomize", "k8s/overlays/" + overlay)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as("exit status of kubectl kustomize k8s/overlays/" + overlay)
                .isZero();
        Map<String, JsonNode> objects = new TreeMap<>();
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            documents.forEachRemaining(document -> objects.put(
                    document.path("kind").asText() + " "
                            + document.at("/metadata/name").asText(),
                    document));
        }
        return objects;
    }
}
