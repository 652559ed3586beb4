package org.hearth.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The Kubernetes files and the Dockerfile: every workbook reaches the pod, and the pod may do no more than it must. */
class KubernetesTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Path TABLES = Path.of("decision-tables");
    private static final int MOST_BYTES_OF_A_CONFIG_MAP = 1 << 20;

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
        JsonNode volume = named(
                podSpec(YAML.readTree(Path.of("k8s/base/deployment.yaml").toFile()))
                        .path("volumes"),
                "decision-tables");

        assertThat(paths(volume))
                .as(
                        "k8s/base/deployment.yaml, volume decision-tables, has an item a workbook; run ./hearth tables rows")
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
    void whatIsRenderedMountsTheGeneratedConfigMap() throws IOException, InterruptedException {
        assumeTrue(kubectlIsThere(), "kubectl is not installed: what it would render is not checked");
        Map<String, JsonNode> rendered = render();
        JsonNode map = rendered.get("ConfigMap");
        JsonNode pod = podSpec(rendered.get("Deployment"));

        // with a hash in its name every change would roll the pods, and what they watch would never change
        assertThat(map.at("/metadata/name").asText()).isEqualTo("decision-tables");
        assertThat(names(map.path("binaryData")))
                .containsExactlyInAnyOrderElementsOf(expectedPaths().keySet());
        JsonNode volume = named(pod.path("volumes"), "decision-tables");
        assertThat(volume.at("/configMap/name")).isEqualTo(map.at("/metadata/name"));
        assertThat(rendered.get("Service").at("/spec/selector"))
                .isEqualTo(rendered.get("Deployment").at("/spec/selector/matchLabels"));
    }

    @Test
    void thePodMayDoNoMoreThanItMust() throws IOException {
        JsonNode pod = podSpec(YAML.readTree(Path.of("k8s/base/deployment.yaml").toFile()));
        JsonNode container = pod.at("/containers/0");

        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(pod.at("/automountServiceAccountToken").asBoolean(true)).isFalse();
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                .isFalse();
        assertThat(texts(container.at("/securityContext/capabilities/drop"))).containsExactly("ALL");
        assertThat(container.at("/resources/limits/memory").asText()).isEqualTo("1Gi");
        assertThat(names(container.path("resources").path("requests"))).containsExactly("cpu", "memory");
        for (String writable : List.of("data", "tmp")) {
            assertThat(named(pod.path("volumes"), writable).has("emptyDir"))
                    .as(writable)
                    .isTrue();
        }
    }

    @Test
    void theProbesAskTheServiceAndTheTablesAreTheMountedOnes() throws IOException {
        JsonNode container = podSpec(
                        YAML.readTree(Path.of("k8s/base/deployment.yaml").toFile()))
                .at("/containers/0");

        assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/q/health/started");
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/q/health/ready");
        assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
        for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            assertThat(container.path(probe).at("/httpGet/port").asText()).isEqualTo("management");
        }
        for (String host : List.of("QUARKUS_HTTP_HOST", "QUARKUS_MANAGEMENT_HOST")) {
            assertThat(named(container.path("env"), host).path("value").asText())
                    .as(host)
                    .isEqualTo("0.0.0.0");
        }
        String management = named(container.path("env"), "QUARKUS_MANAGEMENT_PORT")
                .path("value")
                .asText();
        assertThat(named(container.path("ports"), "management")
                        .path("containerPort")
                        .asText())
                .isEqualTo(management);
        assertThat(named(container.path("env"), "HEARTH_TRUST").path("value").asText())
                .as("else it does not start")
                .isEqualTo("proxy");
        for (Map.Entry<String, String> mounted : Map.of(
                        "HEARTH_TABLES_DIR", "decision-tables", "HEARTH_DATA_DIR", "data")
                .entrySet()) {
            assertThat(named(container.path("env"), mounted.getKey()).path("value"))
                    .as(mounted.getKey())
                    .isEqualTo(named(container.path("volumeMounts"), mounted.getValue())
                            .path("mountPath"));
        }
    }

    @Test
    void healthAndMetricsAreScrapedFromThePodAndNotPassedOnByTheService() throws IOException {
        JsonNode deployment = YAML.readTree(Path.of("k8s/base/deployment.yaml").toFile());
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
    void theImageRunsAsTheUserOfThePod() throws IOException {
        JsonNode pod = podSpec(YAML.readTree(Path.of("k8s/base/deployment.yaml").toFile()));
        assertThat(Files.readAllLines(Path.of("Dockerfile")))
                .contains("USER " + pod.at("/securityContext/runAsUser").asText(), "CMD [\"serve\"]");
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

    private static boolean kubectlIsThere() {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "kubectl")));
    }

    private static Map<String, JsonNode> render() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("kubectl", "kustomize", "k8s/base")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("exit status of kubectl kustomize").isZero();
        Map<String, JsonNode> byKind = new HashMap<>();
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            documents.forEachRemaining(
                    document -> byKind.put(document.path("kind").asText(), document));
        }
        assertThat(byKind).containsOnlyKeys("ConfigMap", "Service", "Deployment");
        return byKind;
    }
}
