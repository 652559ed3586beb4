package org.hearth.mutation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearth.catalog.FindingType;
import org.hearth.finding.RowReference;
import org.hearth.mutation.Trials.Trial;
import org.hearth.release.Examples;
import org.hearth.rules.Rulesets;
import org.hearth.ruleset.MutantRules;
import org.hearth.ruleset.Ruleset;
import org.hearth.tables.analysis.RowAnalysis;
import org.hearth.tables.content.CodeList;
import org.hearth.tables.content.Column;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.MutantRows;
import org.hearth.tables.content.Row;
import org.hearth.tables.content.Table;
import org.hearth.tables.content.Unbound;
import org.kie.api.runtime.rule.AgendaFilter;

/**
 * Moves every cell that a rule reads to a neighbour and asks whether an example notices. A step of the profile {@code
 * mutate}: writes {@code mutation.txt}, and fails if a mutant of a decision table survives that {@code survivors.yaml}
 * does not name, or if that names one that does not survive.
 *
 * <p>All mutants of a decision table are compiled at once as further rules. A row does one thing and no rule goes before
 * another, so the mutant's rule in the place of its row's is the ruleset with that cell moved.
 */
public final class Mutations {

    private static final String MARK = "~";
    private static final Pattern BINDS = Pattern.compile("\\$\\w+ : ");

    private enum Fate {
        KILLED,
        SURVIVED,
        REFUSED
    }

    private final Ruleset ruleset = Rulesets.ruleset();
    private final List<Trial> trials =
            Examples.all(Rulesets.files(), ruleset).stream().map(Trial::of).toList();
    private final Map<Mutant, Fate> fates = new LinkedHashMap<>();

    private Mutations() {}

    /** @param arguments the folder to report to; then names of tables, every one if there are none */
    public static void main(String... arguments) throws IOException {
        // a log that nobody has set up yet keeps every trace message of the engine
        Logger.getLogger("").setLevel(Level.OFF);
        Set<String> only = Arrays.stream(arguments).skip(1).collect(Collectors.toSet());
        Mutations mutations = new Mutations();
        List<String> findings =
                mutations.ruleset.catalog().all().stream().map(FindingType::id).toList();
        for (Table table : mutations.ruleset.tables()) {
            if (!table.name().equals("findings") && (only.isEmpty() || only.contains(table.name()))) {
                List<Mutant> mutants = new Neighbours(table, findings).mutants();
                List<Fate> fates = table instanceof DecisionTable rules
                        ? mutations.ofRules(rules, mutants)
                        : mutants.parallelStream().map(mutations::ofCodes).toList();
                IntStream.range(0, mutants.size()).forEach(i -> mutations.fates.put(mutants.get(i), fates.get(i)));
            }
        }
        boolean sound = mutations.report(Path.of(arguments[0]).resolve("mutation.txt"), only.isEmpty());
        if (!sound) {
            System.exit(1);
        }
    }

    /** Whether the check of the workbooks lets the mutant through. */
    private static boolean sound(Mutant mutant) {
        return RowAnalysis.of(MutantRows.with(mutant.table(), mutant.original(), mutant.row()))
                .problems()
                .isEmpty();
    }

    /**
     * A row without any condition does not build, nor one without the condition that binds what its action names: the fact
     * or value is in none.
     */
    private static boolean builds(Mutant mutant) {
        DecisionTable table = (DecisionTable) mutant.table();
        List<List<String>> technical = table.technicalRows();
        List<String> snippets = technical.get(technical.size() - 1);
        List<Column> conditions = table.columns().stream()
                .filter(column -> column.role().equals("CONDITION"))
                .toList();
        return conditions.stream().anyMatch(column -> asks(mutant, column))
                && conditions.stream()
                        .filter(column -> column.index() < snippets.size()
                                && BINDS.matcher(snippets.get(column.index())).lookingAt())
                        .allMatch(column -> asks(mutant, column));
    }

    private static boolean asks(Mutant mutant, Column column) {
        return !(mutant.row().values().get(column.heading()) instanceof Unbound);
    }

    private List<Fate> ofRules(DecisionTable table, List<Mutant> all) {
        List<Mutant> mutants = all.parallelStream()
                .filter(mutant -> builds(mutant) && sound(mutant))
                .toList();
        Map<Mutant, Fate> fates = new HashMap<>();
        List<Fate> built = ofRulesThatBuild(table, mutants);
        IntStream.range(0, mutants.size()).forEach(i -> fates.put(mutants.get(i), built.get(i)));
        return all.stream()
                .map(mutant -> fates.getOrDefault(mutant, Fate.REFUSED))
                .toList();
    }

    private List<Fate> ofRulesThatBuild(DecisionTable table, List<Mutant> mutants) {
        List<String> keys = IntStream.range(0, mutants.size())
                .mapToObj(i -> mutants.get(i).original().key() + MARK + i)
                .toList();
        Map<String, RowReference> references = new HashMap<>();
        for (int i = 0; i < mutants.size(); i++) {
            references.put(
                    table.name() + "/" + keys.get(i), mutants.get(i).original().reference());
        }
        List<Row> rows = mutants.stream().map(Mutant::row).toList();
        Ruleset beside = MutantRules.beside(ruleset, MutantRows.drl(table, rows, keys), table.name(), references);
        List<Map<String, Set<Object>>> matches =
                trials.parallelStream().map(trial -> matches(beside, trial)).toList();
        return IntStream.range(0, mutants.size())
                .parallel()
                .mapToObj(i -> fate(beside, mutants.get(i), table.name() + "/" + keys.get(i), matches))
                .toList();
    }

    /** What the rules match; the mutants that break on a claim are found out when each runs alone. */
    private static Map<String, Set<Object>> matches(Ruleset beside, Trial trial) {
        return Trials.matches(beside, trial, rule -> rule.contains(MARK));
    }

    private Fate fate(Ruleset beside, Mutant mutant, String rule, List<Map<String, Set<Object>>> matches) {
        String original = mutant.table().name() + "/" + mutant.original().key();
        AgendaFilter filter = match -> {
            String name = match.getRule().getName();
            return name.contains(MARK) ? name.equals(rule) : !name.equals(original);
        };
        Ruleset mutated = Trials.filtered(beside, filter);
        boolean acts = mutant.column().role().equals("ACTION");
        for (int i = 0; i < matches.size(); i++) {
            Set<Object> before = matches.get(i).getOrDefault(original, Set.of());
            Set<Object> now = matches.get(i).getOrDefault(rule, Set.of());
            boolean differs = acts ? !before.isEmpty() : !now.equals(before);
            if (differs && trials.get(i).fails(mutated)) {
                return Fate.KILLED;
            }
        }
        return Fate.SURVIVED;
    }

    private Fate ofCodes(Mutant mutant) {
        if (!sound(mutant)) {
            return Fate.REFUSED;
        }
        Optional<Ruleset> edited =
                MutantRules.with(ruleset, (CodeList) MutantRows.with(mutant.table(), mutant.original(), mutant.row()));
        if (edited.isEmpty()) {
            return Fate.REFUSED;
        }
        Predicate<Trial> reached = reached(mutant);
        try {
            for (Trial trial : trials) {
                if (reached.test(trial) && trial.fails(edited.get())) {
                    return Fate.KILLED;
                }
            }
            return Fate.SURVIVED;
        } catch (RuntimeException e) {
            return Fate.REFUSED;
        }
    }

    /** The examples whose claims can meet a row of a code list. */
    private static Predicate<Trial> reached(Mutant mutant) {
        Stream<Row> rows = Stream.of(mutant.original(), mutant.row());
        return switch (mutant.table().name()) {
            // looked up by the code on the claim, or on an earlier one
            case "visit-codes", "revenue-codes" -> carrying(rows, "code");
            // a code that adds time to another is also looked for from that other
            case "therapy-codes" -> {
                Predicate<Trial> added = carrying(Stream.of(mutant.original(), mutant.row()), "base code");
                yield carrying(rows, "code").or(added);
            }
            // a code of a set is also missed where only the others are billed
            case "functional-codes" -> trial -> trial.text().contains("\"G");
            case "therapy-amounts" -> {
                List<Object> ends = rows.flatMap(
                                row -> Stream.of("from", "through").map(row.values()::get))
                        .toList();
                boolean open = !ends.stream().allMatch(LocalDate.class::isInstance);
                Set<String> years = ends.stream()
                        .filter(LocalDate.class::isInstance)
                        .map(LocalDate.class::cast)
                        .flatMap(date -> Stream.of(date.minusDays(1), date, date.plusDays(1)))
                        .map(date -> date.getYear() + "-")
                        .collect(Collectors.toSet());
                yield trial -> open || years.stream().anyMatch(trial.text()::contains);
            }
            default -> trial -> true;
        };
    }

    private static Predicate<Trial> carrying(Stream<Row> rows, String heading) {
        List<String> codes = rows.map(row -> '"' + String.valueOf(row.values().get(heading)) + '"')
                .distinct()
                .toList();
        return trial -> codes.stream().anyMatch(trial.text()::contains);
    }

    private boolean report(Path file, boolean whole) throws IOException {
        List<Mutant> survived = having(Fate.SURVIVED);
        Survivors survivors = Survivors.read();
        Map<String, String> reasons = survivors.reasons(survived);
        List<Mutant> unnamed = survived.stream()
                .filter(mutant -> !reasons.containsKey(mutant.id()))
                .toList();
        List<String> stale = whole ? survivors.stale(fates.keySet(), survived) : List.of();
        StringBuilder text = new StringBuilder();
        text.append(String.format("%8s %9s %6s %8s%n", "noticed", "survived", "named", "refused"));
        Map<String, int[]> counts = new TreeMap<>();
        int[] sum = new int[4];
        fates.forEach((mutant, fate) -> {
            int kind =
                    switch (fate) {
                        case KILLED -> 0;
                        case SURVIVED -> reasons.containsKey(mutant.id()) ? 2 : 1;
                        case REFUSED -> 3;
                    };
            counts.computeIfAbsent(mutant.table().workbook(), name -> new int[4])[kind]++;
            sum[kind]++;
        });
        counts.forEach((workbook, count) -> text.append(line(count, workbook)));
        text.append(line(sum, "in all, of " + trials.size() + " examples"));
        section(text, "Survived, and no reason is named", unnamed);
        section(
                text,
                "Survived, for the reason named",
                survived.stream()
                        .filter(mutant -> reasons.containsKey(mutant.id()))
                        .map(mutant -> mutant + "\n    " + reasons.get(mutant.id()))
                        .toList());
        section(text, "Refused: not what a workbook may hold", having(Fate.REFUSED));
        section(text, "Named, and did not survive", stale);
        Files.writeString(file, text, StandardCharsets.UTF_8);
        System.out.print(text);
        return stale.isEmpty() && unnamed.stream().noneMatch(mutant -> mutant.table() instanceof DecisionTable);
    }

    private List<Mutant> having(Fate fate) {
        return fates.entrySet().stream()
                .filter(entry -> entry.getValue() == fate)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String line(int[] count, String what) {
        return String.format("%8d %9d %6d %8d  %s%n", count[0], count[1], count[2], count[3], what);
    }

    private static void section(StringBuilder text, String heading, List<?> lines) {
        if (!lines.isEmpty()) {
            text.append('\n').append(heading).append(" (").append(lines.size()).append("):\n");
            lines.forEach(line -> text.append("  ").append(line).append('\n'));
        }
    }
}
