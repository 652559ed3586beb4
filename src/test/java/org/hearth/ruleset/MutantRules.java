package org.hearth.ruleset;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.drools.model.Model;
import org.drools.modelcompiler.KieBaseBuilder;
import org.hearth.codes.Codes;
import org.hearth.finding.RowReference;
import org.hearth.tables.content.CodeList;
import org.hearth.tables.content.Table;
import org.hearth.tables.workbook.TableProblem;
import org.kie.api.KieBase;

/** Rulesets that differ in a few rules or rows from one that is compiled. */
public final class MutantRules {

    private MutantRules() {}

    /**
     * A ruleset with further rules.
     *
     * @param drl the further rules
     * @param name unlike that of any other build
     * @param rows where the rows behind the further rules stand, by rule
     */
    public static Ruleset beside(Ruleset ruleset, String drl, String name, Map<String, RowReference> rows) {
        ClassLoader loader = MutantRules.class.getClassLoader();
        List<Model> models = new ArrayList<>(ruleset.models());
        CompiledUnit.compile(RuleUnit.of(Map.of("mutants/" + name + ".drl", drl)), loader)
                .values()
                .forEach(unit -> models.addAll(unit.load(loader).models()));
        return with(
                ruleset,
                KieBaseBuilder.createKieBaseFromModel(models),
                ruleset.codes(),
                ruleset.workbooks().with(rows));
    }

    /** A ruleset with another base of rules. */
    public static Ruleset with(Ruleset ruleset, KieBase kieBase) {
        return with(ruleset, kieBase, ruleset.codes(), ruleset.workbooks());
    }

    /** A ruleset with another code list in the place of that of its name; empty if the lists are then refused. */
    public static Optional<Ruleset> with(Ruleset ruleset, CodeList edited) {
        Map<String, CodeList> lists = new TreeMap<>();
        for (Table table : ruleset.tables()) {
            if (table instanceof CodeList list) {
                lists.put(list.name(), list.name().equals(edited.name()) ? edited : list);
            }
        }
        List<TableProblem> problems = new ArrayList<>();
        Codes codes = new CodesReader(lists, CodeRowBinder::bind, new HashSet<>(), problems).codes();
        return problems.isEmpty()
                ? Optional.of(with(ruleset, ruleset.kieBase(), codes, ruleset.workbooks()))
                : Optional.empty();
    }

    private static Ruleset with(Ruleset ruleset, KieBase kieBase, Codes codes, RulesetTables workbooks) {
        return new Ruleset(
                ruleset.version(),
                ruleset.from(),
                kieBase,
                ruleset.models(),
                codes,
                ruleset.catalog(),
                workbooks,
                ruleset.rules(),
                ruleset.pages());
    }
}
