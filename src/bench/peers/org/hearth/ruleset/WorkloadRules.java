package org.hearth.ruleset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.drools.model.Model;
import org.hearth.codes.CodeIndex;
import org.hearth.codes.CodeRow;
import org.hearth.tables.content.CodeList;
import org.kie.api.KieBase;

/** The rules and the code list of a workload, made by what makes those of a {@link Ruleset}. Nothing is kept for a later start. */
public final class WorkloadRules {

    private WorkloadRules() {}

    /**
     * Compiles rules.
     *
     * @param drl DRL by path
     * @throws InvalidRulesetException if it does not build
     */
    public static KieBase base(Map<String, String> drl) {
        ClassLoader loader = WorkloadRules.class.getClassLoader();
        List<Model> models = new ArrayList<>();
        CompiledUnit.compile(RuleUnit.of(drl), loader)
                .values()
                .forEach(unit -> models.addAll(unit.load(loader).models()));
        return RulesetCompiler.kieBase(models);
    }

    /**
     * The rows of a code list, found by code and day.
     *
     * @throws IllegalStateException if one of them does not fit the type
     */
    public static <R extends Record & CodeRow> CodeIndex<R> codes(CodeList list, Class<R> type) {
        CodeRowBinder.Bound<R> bound = CodeRowBinder.bind(list, type);
        if (!bound.problems().isEmpty()) {
            throw new IllegalStateException(bound.problems().toString());
        }
        return bound.index();
    }
}
