package org.hearth.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.drools.modelcompiler.KieBaseBuilder;
import org.hearth.data.DataFolder;
import org.hearth.rules.Rulesets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

class CompiledUnitsTest {

    @TempDir
    private Path data;

    private String before;

    private static KieBase kieBase(Map<String, String> drl) {
        return KieBaseBuilder.createKieBaseFromModel(CompiledUnits.shared().models(drl));
    }

    @BeforeEach
    void ownDataFolder() {
        before = System.setProperty(DataFolder.PROPERTY, data.toString());
    }

    @AfterEach
    void asBefore() {
        System.setProperty(DataFolder.PROPERTY, before);
    }

    @Test
    void thePackagedRulesAreNeverCompiledAgain() throws IOException {
        Ruleset ruleset = RulesetCompiler.compile(Rulesets.files());

        assertThat(ruleset.version()).isEqualTo(PackedRules.version());
        assertThat(kept()).isEmpty();
    }

    @Test
    void aUnitsClassesGoBeforeThoseOfTheSameNamesInTheProgram() throws ClassNotFoundException {
        List<RuleUnit> units = RuleUnit.of(Map.of("same.drl", rule("units.same", "same")));
        CompiledUnit unit =
                CompiledUnit.compile(units, getClass().getClassLoader()).get(units.get(0));
        CompiledUnit.Loaded program = unit.load(getClass().getClassLoader());
        CompiledUnit.Loaded own = unit.load(program);
        CompiledUnit.Loaded none = unit.withoutClasses().load(program);

        for (String file : unit.classes().keySet()) {
            String name = file.replace('/', '.').replaceFirst("\\.class$", "");
            assertThat(own.loadClass(name).getClassLoader()).as(name).isSameAs(own);
            assertThat(none.loadClass(name).getClassLoader()).as(name).isSameAs(program);
        }
        assertThat(fired(KieBaseBuilder.createKieBaseFromModel(none.models()))).containsExactly("same");
    }

    @Test
    void unitsOfOnePackageNameAreOneUnit() {
        assertThat(RuleUnit.of(
                        Map.of("a.drl", rule("p.one", "A"), "b.drl", rule("p.one", "B"), "c.drl", rule("p", "C"))))
                .extracting(RuleUnit::name)
                .containsExactly("p", "p.one");
    }

    @Test
    void theSameRulesGiveTheSameBytesInWhateverOrderTheyCome() {
        List<RuleUnit> units = RuleUnit.of(Map.of("a.drl", rule("order.a", "A"), "b.drl", rule("order.b", "B")));
        List<RuleUnit> otherwise = List.of(units.get(1), units.get(0));
        Map<RuleUnit, CompiledUnit> first =
                CompiledUnit.compile(units, getClass().getClassLoader());
        Map<RuleUnit, CompiledUnit> second =
                CompiledUnit.compile(otherwise, getClass().getClassLoader());

        for (RuleUnit unit : units) {
            assertThat(second.get(unit).write())
                    .as(unit.name())
                    .isEqualTo(first.get(unit).write());
        }
    }

    @Test
    void onlyWhatHasChangedIsCompiled() throws IOException {
        String fresh = UUID.randomUUID().toString();
        Map<String, String> drl = new TreeMap<>();
        drl.put("one.drl", rule("units.one", fresh + " one"));
        drl.put("two.drl", rule("units.two", fresh + " two"));
        assertThat(fired(kieBase(drl))).containsExactlyInAnyOrder(fresh + " one", fresh + " two");
        List<Path> first = kept();

        drl.put("two.drl", rule("units.two", fresh + " other"));
        KieBase changed = kieBase(drl);

        assertThat(fired(changed)).containsExactlyInAnyOrder(fresh + " one", fresh + " other");
        assertThat(first).hasSize(2);
        assertThat(kept()).hasSize(3).containsAll(first);
    }

    @Test
    void twoPackagesOneWithinTheOtherAreKeptApart() {
        String fresh = UUID.randomUUID().toString();
        Map<String, String> drl = Map.of(
                "outer.drl", rule("outer", fresh + " outer"), "inner.drl", rule("outer.inner", fresh + " inner"));

        assertThat(fired(kieBase(drl))).containsExactlyInAnyOrder(fresh + " outer", fresh + " inner");
    }

    @Test
    void whatIsKeptIsReadBackAndWhatIsTornIsNot() throws IOException {
        String text = UUID.randomUUID().toString();
        List<RuleUnit> units = RuleUnit.of(Map.of("torn.drl", rule("units.torn", text)));
        CompiledUnit compiled = CompiledUnit.compile(units, CompiledUnitsTest.class.getClassLoader())
                .get(units.get(0));
        byte[] written = compiled.write();

        CompiledUnit read = CompiledUnit.read(written);
        assertThat(read.models()).isEqualTo(compiled.models()).hasSize(1);
        assertThat(read.write()).isEqualTo(written);
        for (int length : new int[] {0, 10, written.length / 2}) {
            assertThatThrownBy(() -> CompiledUnit.read(Arrays.copyOf(written, length)))
                    .as("%d bytes", length)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aTornFileIsCompiledAgain() throws IOException {
        String text = UUID.randomUUID().toString();
        RuleUnit unit =
                RuleUnit.of(Map.of("again.drl", rule("units.again", text))).get(0);
        Path file = Files.createDirectories(data.resolve("compiled")).resolve(unit.key(PackedRules.facts()) + ".bin");
        Files.writeString(file, "no zip");

        assertThat(fired(kieBase(unit.drl()))).containsExactly(text);
        assertThat(CompiledUnit.read(Files.readAllBytes(file)).models()).hasSize(1);
    }

    @Test
    void whereNothingCanBeKeptTheRulesRunAllTheSame() throws IOException {
        System.setProperty(
                DataFolder.PROPERTY,
                Files.writeString(data.resolve("no folder"), "").toString());
        String text = UUID.randomUUID().toString();

        assertThat(fired(kieBase(Map.of("a.drl", rule("units.unkept", text))))).containsExactly(text);
    }

    @Test
    void rulesThatDoNotBuildAreNotKept() throws IOException {
        assertThatThrownBy(() -> kieBase(Map.of("bad.drl", "package bad\nrule nonsense")))
                .isInstanceOf(InvalidRulesetException.class)
                .hasMessageContaining("bad.drl line 2");
        assertThat(kept()).isEmpty();
    }

    private List<Path> kept() throws IOException {
        Path folder = data.resolve("compiled");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static String rule(String name, String text) {
        return "package " + name + "\nglobal java.util.List fired\nrule \"" + text
                + "\"\nwhen\n    $word : String(length > 0)\nthen\n    fired.add(\"" + text + "\");\nend\n";
    }

    private static List<String> fired(KieBase kieBase) {
        List<String> fired = new java.util.ArrayList<>();
        KieSession session = kieBase.newKieSession();
        try {
            session.setGlobal("fired", fired);
            session.insert("word");
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return fired;
    }
}
