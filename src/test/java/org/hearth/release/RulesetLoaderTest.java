package org.hearth.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearth.rules.Rulesets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesetLoaderTest {

    private static final Path TABLES = Path.of("decision-tables");

    @TempDir
    private Path folder;

    @Test
    void thePackagedRulesetIsThatOfTheProject() {
        assertThat(load(new RulesetSource(null, null))).isInstanceOfSatisfying(ActiveRuleset.Loaded.class, loaded -> {
            assertThat(loaded.ruleset().version()).isEqualTo(Rulesets.ruleset().version());
            assertThat(loaded.ruleset().from()).isEqualTo("packaged");
        });
    }

    /** A ConfigMap is mounted as links into a hidden folder that changes its name with every version. */
    @Test
    void aMountedConfigMapIsReadOnce() throws IOException {
        Path version = Files.createDirectories(folder.resolve("..2026_11_23_10_00_00.1"));
        copy(TABLES, version);
        Files.createSymbolicLink(folder.resolve("..data"), version.getFileName());
        try (Stream<Path> entries = Files.list(version)) {
            for (Path entry : entries.toList()) {
                Files.createSymbolicLink(
                        folder.resolve(entry.getFileName()), Path.of("..data").resolve(entry.getFileName()));
            }
        }

        assertThat(load(new RulesetSource(null, folder))).isInstanceOfSatisfying(ActiveRuleset.Loaded.class, loaded -> {
            assertThat(loaded.ruleset().version()).isEqualTo(Rulesets.ruleset().version());
            assertThat(loaded.ruleset().from()).isEqualTo("packaged rules, " + folder);
        });
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Path nowhere = folder.resolve("nowhere");
        assertThat(load(new RulesetSource(nowhere, nowhere.resolve("tables"))))
                .isEqualTo(new ActiveRuleset.Unusable(List.of(
                        "there is no folder `" + nowhere + "`; name the folder that holds the rules",
                        "there is no folder `" + nowhere.resolve("tables")
                                + "`; name the folder that holds the workbooks")));
    }

    @Test
    void everyWorkbookThatCannotBeReadIsNamed() throws IOException {
        copy(TABLES, folder);
        Files.writeString(folder.resolve("codes/findings.xlsx"), "no workbook");
        Files.writeString(folder.resolve("codes/parameters.xlsx"), "no workbook either");

        assertThat(load(new RulesetSource(null, folder)))
                .isEqualTo(new ActiveRuleset.Unusable(List.of(
                        "codes/findings.xlsx: this is not a workbook that can be read; save it as an Excel workbook (.xlsx)",
                        "codes/parameters.xlsx: this is not a workbook that can be read; save it as an Excel workbook"
                                + " (.xlsx)")));
    }

    @Test
    void everyMissingWorkbookIsNamed() {
        assertThat(load(new RulesetSource(null, folder)))
                .isInstanceOfSatisfying(ActiveRuleset.Unusable.class, unusable -> assertThat(unusable.problems())
                        .extracting(Object::toString)
                        .contains("codes/parameters.xlsx: the workbook is missing; bring back the shipped one")
                        .anyMatch(problem -> problem.startsWith("codes/bill-types.xlsx: the workbook is missing"))
                        .allMatch(problem -> problem.contains("the workbook is missing")));
    }

    @Test
    void rulesThatDoNotBuildAreToldWithTheirFile() throws IOException {
        copy(Path.of("rules"), folder);
        Files.writeString(folder.resolve("modifiers/HHT-301-missing-discipline-modifier.drl"), "rule nonsense");

        assertThat(load(new RulesetSource(folder, null)))
                .isInstanceOfSatisfying(ActiveRuleset.Unusable.class, unusable -> assertThat(unusable.problems())
                        .first()
                        .asString()
                        .contains("HHT-301-missing-discipline-modifier.drl"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    private static ActiveRuleset.State load(RulesetSource source) {
        return RulesetLoader.load(source, version -> false, Optional.empty());
    }
}
