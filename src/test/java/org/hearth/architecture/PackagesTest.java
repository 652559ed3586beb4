package org.hearth.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hearth.claim.Claim;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Who may depend on whom, as src/docs/decisions/0009-rooms.md has it. */
class PackagesTest {

    private static final JavaClasses HEARTH = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.hearth");

    private static final List<String> ALL = List.of(
            "data",
            "database",
            "store",
            "fleet",
            "ledger",
            "claim",
            "finding",
            "codes",
            "history",
            "sent",
            "facts",
            "catalog",
            "tables",
            "ruleset",
            "evaluate",
            "decision",
            "episode",
            "release",
            "draft",
            "json",
            "x12",
            "report",
            "beside",
            "batch");

    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("data", List.of()),
            Map.entry("database", List.of()),
            Map.entry("store", List.of("database", "data")),
            Map.entry("fleet", List.of("store")),
            Map.entry("ledger", List.of("store", "data")),
            Map.entry("claim", List.of()),
            Map.entry("finding", List.of("claim")),
            Map.entry("codes", List.of("claim", "finding")),
            Map.entry("history", List.of("claim", "codes")),
            Map.entry("sent", List.of("history", "claim", "database", "data")),
            Map.entry("facts", List.of("claim", "finding", "codes", "history")),
            Map.entry("catalog", List.of("finding")),
            Map.entry("tables", List.of("data", "catalog", "finding", "claim", "facts", "codes")),
            Map.entry("ruleset", List.of("data", "tables", "catalog", "facts", "codes", "finding", "claim")),
            Map.entry(
                    "evaluate",
                    List.of("data", "ruleset", "tables", "catalog", "facts", "history", "codes", "finding", "claim")),
            Map.entry(
                    "decision",
                    List.of(
                            "json",
                            "report",
                            "evaluate",
                            "ruleset",
                            "sent",
                            "database",
                            "history",
                            "facts",
                            "finding",
                            "claim",
                            "data")),
            Map.entry("episode", List.of("evaluate", "ruleset", "facts", "history", "codes", "finding", "claim")),
            Map.entry(
                    "release",
                    List.of(
                            "data",
                            "evaluate",
                            "ruleset",
                            "tables",
                            "catalog",
                            "finding",
                            "claim",
                            "facts",
                            "history",
                            "codes",
                            "json",
                            "report",
                            "x12",
                            "store",
                            "ledger")),
            Map.entry(
                    "draft",
                    List.of(
                            "store",
                            "ledger",
                            "data",
                            "release",
                            "evaluate",
                            "ruleset",
                            "tables",
                            "json",
                            "finding",
                            "claim")),
            Map.entry("json", List.of("data", "episode", "evaluate", "tables", "finding", "claim", "facts", "codes")),
            Map.entry("x12", List.of("data", "evaluate", "finding", "claim")),
            Map.entry(
                    "report",
                    List.of("data", "episode", "evaluate", "tables", "catalog", "finding", "claim", "facts", "codes")),
            Map.entry("beside", List.of("json", "tables", "finding", "claim", "data")),
            Map.entry(
                    "batch",
                    List.of(
                            "data",
                            "beside",
                            "x12",
                            "episode",
                            "sent",
                            "json",
                            "report",
                            "evaluate",
                            "catalog",
                            "finding",
                            "claim",
                            "facts",
                            "history",
                            "codes")),
            Map.entry("web", ALL),
            Map.entry("cli", ALL),
            Map.entry(
                    "app", Stream.concat(ALL.stream(), Stream.of("web", "cli")).toList()));

    /**
     * The rooms of a package that is cut into rooms, each with those of the same package that it may use. What stands in
     * the package itself puts them all together, and is unknown to them.
     */
    private static final Map<String, Map<String, List<String>>> ROOMS = Map.of(
            "facts",
            Map.of(
                    "line", List.of(),
                    "units", List.of("line"),
                    "assistants", List.of("line", "units"),
                    "functional", List.of("line"),
                    "homehealth", List.of("line"),
                    "plan", List.of("line"),
                    "amount", List.of("line"),
                    "claim", List.of("line"),
                    "diagnosis", List.of("line")),
            "tables",
            Map.of(
                    "workbook", List.of(),
                    "content", List.of("workbook"),
                    "analysis", List.of("workbook", "content"),
                    "difference", List.of("workbook", "content"),
                    "codeset", List.of("workbook"),
                    "skeleton", List.of("content")),
            "x12",
            Map.of(
                    "segment", List.of(),
                    "eligibility", List.of("segment"),
                    "guide", List.of("segment"),
                    "reading", List.of("segment", "guide"),
                    "correction", List.of("segment", "guide", "reading"),
                    "acknowledgement", List.of("segment", "guide", "reading")),
            "web",
            Map.of(
                    "form", List.of(),
                    "identity", List.of(),
                    "request", List.of("form", "identity"),
                    "page", List.of("form", "request", "identity"),
                    "guard", List.of("request", "identity", "page"),
                    "rest", List.of("request", "identity", "page", "guard")),
            "cli",
            Map.of(
                    "console", List.of(),
                    "releases", List.of("console"),
                    "drafts", List.of("console", "releases"),
                    "claims", List.of("console", "releases"),
                    "tables", List.of("console", "claims")));

    @TestFactory
    Stream<DynamicTest> eachPackageUsesOnlyWhatItMay() {
        return Stream.concat(
                uses("org.hearth.", MAY_USE),
                ROOMS.entrySet().stream()
                        .flatMap(entry -> uses("org.hearth." + entry.getKey() + ".", entry.getValue())));
    }

    private static Stream<DynamicTest> uses(String parent, Map<String, List<String>> mayUse) {
        return mayUse.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(parent + entry.getKey(), () -> {
                    String[] others = mayUse.keySet().stream()
                            .filter(name -> !name.equals(entry.getKey())
                                    && !entry.getValue().contains(name))
                            .map(name -> parent + name + "..")
                            .toArray(String[]::new);
                    noClasses()
                            .that()
                            .resideInAPackage(parent + entry.getKey() + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(others)
                            .allowEmptyShould(true)
                            .check(HEARTH);
                }));
    }

    @Test
    void everyPackageIsNamedHere() {
        classes()
                .should()
                .resideInAnyPackage(MAY_USE.keySet().stream()
                        .map(name -> "org.hearth." + name + "..")
                        .toArray(String[]::new))
                .check(HEARTH);
    }

    @TestFactory
    Stream<DynamicTest> everyRoomIsNamedHere() {
        return ROOMS.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> classes()
                        .that()
                        .resideInAPackage("org.hearth." + entry.getKey() + ".*..")
                        .should()
                        .resideInAnyPackage(entry.getValue().keySet().stream()
                                .map(room -> "org.hearth." + entry.getKey() + "." + room)
                                .toArray(String[]::new))
                        .check(HEARTH)));
    }

    @TestFactory
    Stream<DynamicTest> noRoomKnowsWhereAllArePutTogether() {
        return ROOMS.keySet().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> noClasses()
                        .that()
                        .resideInAPackage("org.hearth." + name + ".*..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.hearth." + name)
                        .check(HEARTH)));
    }

    @Test
    void noPackageDependsOnItselfThroughAnother() {
        slices().matching("org.hearth.(*)..").should().beFreeOfCycles().check(HEARTH);
    }

    @Test
    void noRoomDependsOnItselfThroughAnother() {
        slices().matching("org.hearth.(**)").should().beFreeOfCycles().check(HEARTH);
    }

    @Test
    void everyFolderSaysWhatItHolds() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .map(Path::getParent)
                            .distinct()
                            .filter(folder -> !Files.exists(folder.resolve("package-info.java"))))
                    .isEmpty();
        }
    }

    /** What was billed before has one meaning, and one place that says it. */
    @Test
    void inTheDomainOnlyTheHistoryAsksAClaimForItsHistory() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.hearth.history..", "org.hearth.claim..", "org.hearth.json..", "org.hearth.batch..")
                .should()
                .callMethod(Claim.class, "history")
                .check(HEARTH);
    }

    @Test
    void eachLibraryIsKnownToTheFewPackagesThatNeedIt() {
        only("ruleset,tables.content,evaluate", "org.drools..", "org.kie..");
        only("tables.workbook,tables.skeleton", "org.apache.poi..");
        only("beside", "com.fasterxml.jackson.dataformat.csv..");
        only(
                "web,app",
                "io.quarkus..",
                "io.smallrye..",
                "io.vertx..",
                "jakarta..",
                "org.eclipse.microprofile..",
                "org.jboss..");
        only("database,sent,store,decision", "java.sql..", "javax.sql..");
        only("database", "org.h2..", "org.postgresql..", "io.agroal..", "org.flywaydb..");
        only("cli,app", "picocli..");
    }

    private static void only(String packages, String... library) {
        String[] allowed = Arrays.stream(packages.split(","))
                .map(name -> "org.hearth." + name + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(allowed)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library)
                .check(HEARTH);
    }
}
