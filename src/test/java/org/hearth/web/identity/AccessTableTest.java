package org.hearth.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may make which call: the table, the description of the calls and the page that shows it say the same. */
class AccessTableTest {

    private static JsonNode described() throws IOException {
        return new YAMLMapper()
                .readTree(Path.of("src/main/resources/META-INF/openapi.yaml").toFile());
    }

    @Test
    void everyCallThatIsDescribedStandsInTheTable() throws IOException {
        Set<String> described = new TreeSet<>();
        described().path("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(AccessTable.calls().stream()
                        .map(Call::toString)
                        .filter(call -> call.contains(" /v1/"))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void everyPageAndCallOfTheServiceStandsInTheTable() {
        Set<String> there = new TreeSet<>();
        for (JavaClass resource : new ClassFileImporter().importPackages("org.hearth.web")) {
            if (resource.isAnnotatedWith(jakarta.ws.rs.Path.class)) {
                for (JavaMethod method : resource.getMethods()) {
                    for (Class<? extends Annotation> verb : List.of(GET.class, POST.class, PUT.class, DELETE.class)) {
                        if (method.isAnnotatedWith(verb)) {
                            there.add(verb.getSimpleName() + " "
                                    + (path(resource) + "/" + path(method))
                                            .replaceAll("/+", "/")
                                            .replaceFirst("(?<=.)/$", ""));
                        }
                    }
                }
            }
        }

        assertThat(AccessTable.calls().stream()
                        .map(Call::toString)
                        .filter(call -> !call.contains("*") && !call.contains("/q/"))
                        .toList())
                .containsExactlyInAnyOrderElementsOf(there);
    }

    private static String path(HasAnnotations<?> place) {
        return place.tryGetAnnotationOfType(jakarta.ws.rs.Path.class)
                .map(jakarta.ws.rs.Path::value)
                .orElse("");
    }

    @Test
    void theDescriptionNamesTheRolesOfEachCall() throws IOException {
        JsonNode paths = described().path("paths");
        Map<String, Set<String>> said = new TreeMap<>();
        Map<String, Set<String>> needed = new TreeMap<>();
        for (Call call : AccessTable.calls()) {
            if (call.path().startsWith("/v1/")) {
                needed.put(
                        call.toString(),
                        call.right().roles().stream()
                                .map(Role::toString)
                                .collect(Collectors.toCollection(TreeSet::new)));
                Set<String> roles = new TreeSet<>();
                paths.path(call.path())
                        .path(call.method().toLowerCase(Locale.ROOT))
                        .path("security")
                        .forEach(way -> way.forEach(names -> names.forEach(role -> roles.add(role.asText()))));
                said.put(call.toString(), roles);
            }
        }

        assertThat(said).isEqualTo(needed);
    }

    @Test
    void thePageOfWhoMayShowsTheTable() throws IOException {
        List<String> rows = new ArrayList<>();
        for (Right right : Right.values()) {
            rows.add("| " + (right.isOpen() ? "none" : right.inWords()) + " | "
                    + (right.isAnybodys() ? "anybody" : "the operator") + " | "
                    + AccessTable.calls().stream()
                            .filter(call -> call.right() == right)
                            .map(call -> "`" + call + "`")
                            .collect(Collectors.joining(", "))
                    + " |");
        }

        assertThat(Files.readAllLines(Path.of("src/docs/access.md")).stream()
                        .filter(line -> line.matches("\\|.*\\| `(GET|POST|PUT|DELETE) /.*"))
                        .toList())
                .isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /, GET /",
        "HEAD, /v1/ruleset, GET /v1/ruleset",
        "GET, /v1/ruleset/, GET /v1/ruleset",
        "GET, /v1/tables/unit-brackets.xlsx, GET /v1/tables/{name}",
        "POST, /v1/rulesets/check, POST /v1/rulesets/check",
        "POST, /v1/rulesets/2026-11-29+3f2a9c1d77e0/activation, POST /v1/rulesets/{version}/activation",
        "GET, /page/desk/desk.js, GET /page/*",
        "GET, /q/swagger-ui/, GET /q/swagger-ui*",
        "DELETE, /v1/drafts/7f3a91c2d0e4/proposal, DELETE /v1/drafts/{id}/proposal"
    })
    void aRequestIsTheCallThatItMakes(String method, String path, String call) {
        assertThat(AccessTable.find(method, path).map(Call::toString)).contains(call);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v1",
        "GET, /v1/drafts/a/b/c/d",
        "DELETE, /v1/rulesets/x",
        "PATCH, /v1/drafts/x",
        "POST, /v1/drafts;a=b",
        "POST, /v1/drafts/x/approval/y",
        "GET, /V1/drafts",
        "GET, /pages"
    })
    void whatIsNoCallIsNone(String method, String path) {
        assertThat(AccessTable.find(method, path)).isEmpty();
    }

    @Test
    void aPathKnowsItsMethods() {
        assertThat(AccessTable.methods("/v1/drafts/x")).containsExactly("DELETE", "GET", "PUT");
        assertThat(AccessTable.methods("/nowhere")).isEmpty();
    }
}
