package org.hearth.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearth.catalog.FindingType;
import org.hearth.codes.ParameterName;
import org.hearth.finding.Finding;
import org.hearth.release.Example;
import org.hearth.release.Examples;
import org.hearth.release.Page;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.content.Column;
import org.hearth.tables.content.ColumnType;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.content.Row;
import org.hearth.tables.content.RowsMirror;
import org.hearth.tables.content.Table;
import org.junit.jupiter.api.Test;

/** What must hold of the rule set as a whole. Each test collects every offence and fails once. */
class RuleSetTest {

    private static final Pattern RULE_PATH = Pattern.compile("rules/([a-z0-9-]+)/(HHT-\\d{3})-([a-z0-9-]+)\\.(drl|md)");
    private static final Pattern REPORT = Pattern.compile("findings\\.report\\(\\s*\"(HHT-\\d{3})\"");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?([\\w.*]+)");
    private static final Pattern FORBIDDEN = Pattern.compile(
            "(?m)^\\s*(salience|date-effective|date-expires)\\b|\\b(modify|update)\\s*\\(|\\b(19|20)\\d{6}\\b|\\bLocalDate\\b|\\bfrom\\s+\\$");
    private static final Pattern MAY_IMPORT =
            Pattern.compile("(java\\.util|org\\.hearth\\.(claim|codes|facts|finding))\\..*");

    private final List<String> offences = new ArrayList<>();

    private void check(boolean holds, String offence) {
        if (!holds) {
            offences.add(offence);
        }
    }

    private void noOffence() {
        assertThat(offences).isEmpty();
    }

    private static Map<String, FindingType> types() {
        Map<String, FindingType> types = new TreeMap<>();
        Rulesets.ruleset().catalog().all().forEach(type -> types.put(type.id(), type));
        return types;
    }

    private static String text(String path) {
        return new String(Rulesets.files().files().get(path), StandardCharsets.UTF_8);
    }

    private static String slug(String title) {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }

    @Test
    void everyFindingHasAPageOfItsNameAndEveryPageAFinding() {
        Map<String, FindingType> types = types();
        Set<String> paged = new HashSet<>();
        for (Page page : Examples.pages(Rulesets.files())) {
            Matcher path = RULE_PATH.matcher(page.path());
            check(path.matches(), page.path() + " is not named rules/<family>/HHT-nnn-slug.md");
            FindingType type = types.get(page.id());
            check(type != null, page.path() + " is about " + page.id() + ", which is no finding");
            if (path.matches() && type != null) {
                check(path.group(2).equals(page.id()), page.path() + " is headed " + page.id());
                check(path.group(3).equals(slug(type.title())), page.path() + " should end in " + slug(type.title()));
                check(page.title().equals(type.title()), page.path() + " is titled " + page.title());
            }
            check(paged.add(page.id()), page.path() + " is a second page of " + page.id());
            check(page.headings().equals(Page.HEADINGS), page.path() + " has the headings " + page.headings());
            check(
                    text(page.path()).split("## Changes", 2)[1].strip().startsWith("- 20"),
                    page.path() + " has no dated change");
        }
        types.keySet().forEach(id -> check(paged.contains(id), id + " has no page"));
        noOffence();
    }

    @Test
    void everyRuleFileIsNamedAfterItsFindingAndTouchesOnlyWhatItMay() {
        Map<String, FindingType> types = types();
        for (String path : Rulesets.files().ending(".drl")) {
            Matcher name = RULE_PATH.matcher(path);
            String drl = text(path);
            boolean shared = path.matches("rules/[a-z0-9-]+/(derive|report)-[a-z0-9-]+\\.drl");
            check(shared || name.matches(), path + " is not named rules/<family>/HHT-nnn-slug.drl");
            if (name.matches()) {
                FindingType type = types.get(name.group(2));
                check(type != null, path + " has no row in codes/findings.xlsx");
                check(
                        Rulesets.files().files().containsKey(path.replace(".drl", ".md")),
                        path + " has no page of the same name beside it");
                check(
                        type == null || drl.contains("rule \"" + type.id() + " " + type.title()),
                        path + " has no rule named after its id and title");
            }
            String family = path.split("/")[1].replace('-', '_');
            check(drl.startsWith("package org.hearth.rules." + family), path + " is not in the package of its folder");
            Matcher imports = IMPORT.matcher(drl);
            while (imports.find()) {
                check(MAY_IMPORT.matcher(imports.group(1)).matches(), path + " imports " + imports.group(1));
            }
            Matcher forbidden = FORBIDDEN.matcher(drl);
            while (forbidden.find()) {
                offences.add(path + " has `" + forbidden.group().strip() + "`");
            }
        }
        noOffence();
    }

    @Test
    void everyFindingIsReportedSomewhereAndEveryReportIsAFinding() {
        Set<String> reported = new TreeSet<>();
        for (String path : Rulesets.files().ending(".drl")) {
            Matcher report = REPORT.matcher(text(path));
            while (report.find()) {
                reported.add(report.group(1));
            }
        }
        for (Table table : Rulesets.ruleset().tables()) {
            for (Column column : table.columns()) {
                if (table instanceof DecisionTable && column.type().kind() == ColumnType.Kind.FINDING) {
                    table.rows().stream()
                            .map(row -> row.values().get(column.heading()))
                            .filter(String.class::isInstance)
                            .forEach(id -> reported.add((String) id));
                }
            }
        }
        assertThat(reported).isEqualTo(new TreeSet<>(types().keySet()));
    }

    @Test
    void everyParameterThatARuleAsksForIsAName() {
        Pattern asked = Pattern.compile("Parameter\\(code == \"([^\"]*)\"");
        Set<String> names = new TreeSet<>();
        for (String path : Rulesets.files().ending(".drl")) {
            Matcher parameter = asked.matcher(text(path));
            while (parameter.find()) {
                names.add(parameter.group(1));
            }
        }
        assertThat(names)
                .isNotEmpty()
                .isSubsetOf(Arrays.stream(ParameterName.values())
                        .map(ParameterName::toString)
                        .toList());
    }

    @Test
    void wordingIsForThePersonWhoMendsTheClaim() {
        for (Row row : table("findings").rows()) {
            String id = row.key();
            for (String heading : List.of("message", "fix", "title")) {
                String text = (String) row.values().get(heading);
                check(!text.isBlank(), id + ": no " + heading);
                check(text.indexOf('\n') < 0, id + ": the " + heading + " has more than one line");
                check(!text.endsWith("."), id + ": the " + heading + " ends in a full stop");
                check(text.chars().filter(c -> c == '`').count() % 2 == 0, id + ": a backtick is open in " + heading);
                check(!text.toLowerCase(Locale.ROOT).contains("null"), id + ": the " + heading + " says null");
            }
            check(
                    ((String) row.values().get("title")).split(" ").length <= 8,
                    id + ": the title has more than eight words");
        }
        noOffence();
    }

    @Test
    void aNumberInAWordingBringsTheNounThatItCounts() {
        Pattern bare = Pattern.compile(
                "\\{[\\w.]+} (?:treatment |calendar )?"
                        + "(?:days?|units?|minutes?|visits?|lines?|characters?|months?|years?|claims?|periods?|services?|codes?)\\b");
        for (Row row : table("findings").rows()) {
            for (String heading : List.of("message", "fix")) {
                Matcher next = bare.matcher((String) row.values().get(heading));
                while (next.find()) {
                    offences.add(row.key() + ": write the noun of `" + next.group()
                            + "` into the braces, of one and of several");
                }
            }
        }
        noOffence();
    }

    @Test
    void everyPageShowsItsFindingFiringAndNotFiring() {
        for (Page page : Examples.pages(Rulesets.files())) {
            List<Example> firing = page.examples().stream()
                    .filter(example -> example.expectedIds().contains(page.id()))
                    .toList();
            check(!firing.isEmpty(), page.path() + " has no example that fires");
            check(
                    firing.isEmpty() || firing.get(0).expect().contains(": "),
                    page.path() + ": the first example that fires gives no message");
            check(
                    page.examples().stream()
                            .anyMatch(example -> !example.expectedIds().contains(page.id())),
                    page.path() + " has no near miss");
            Set<String> names = new HashSet<>();
            page.examples()
                    .forEach(example -> check(
                            !example.name().isBlank() && names.add(example.name()),
                            page.path() + ": an example without a name of its own: " + example.name()));
        }
        noOffence();
    }

    @Test
    void everyRuleAndEveryRowOfADecisionTableIsReachedByAnExampleAndNoWordingLeavesAPlaceUnfilled() {
        Set<String> fired = new HashSet<>();
        for (Example example : Examples.all(Rulesets.files(), Rulesets.ruleset())) {
            example.on(Rulesets.evaluator())
                    .trace(example.toClaim(), fired::add)
                    .findings()
                    .forEach(finding -> wordedWhole(example, finding));
        }
        for (Table table : Rulesets.ruleset().tables()) {
            if (table instanceof DecisionTable) {
                table.rows()
                        .forEach(row -> check(
                                fired.contains(table.name() + "/" + row.key()),
                                table.workbook() + ", " + row.reference().cell() + ": no example reaches "
                                        + row.key()));
            }
        }
        Pattern ruleName = Pattern.compile("(?m)^rule \"([^\"]+)\"");
        for (String path : Rulesets.files().ending(".drl")) {
            Matcher rule = ruleName.matcher(text(path));
            while (rule.find()) {
                check(fired.contains(rule.group(1)), path + ": no example reaches " + rule.group(1));
            }
        }
        noOffence();
    }

    private void wordedWhole(Example example, Finding finding) {
        String all = finding.message() + finding.fix() + finding.field() + finding.patch() + finding.codes();
        check(!all.contains("{"), example + ": " + finding.id() + " says " + all);
        String said = finding.message() + finding.fix() + finding.field();
        check(!said.contains("null"), example + ": " + finding.id() + " says " + said);
    }

    @Test
    void workbooksAreCompleteAndImportOnlyWhatTheyMay() {
        for (Table table : Rulesets.ruleset().tables()) {
            String file = table.workbook();
            check(
                    file.equals((table instanceof DecisionTable ? "" : "codes/")
                            + table.name()
                            + (table instanceof DecisionTable ? ".drl.xlsx" : ".xlsx")),
                    file + " names its table " + table.name());
            List<String> headings =
                    table.columns().stream().map(Column::heading).toList();
            check(
                    headings.containsAll(List.of("from", "through", "source", "checked on")),
                    file + " lacks one of from, through, source, checked on");
            check(!table.changes().isEmpty(), file + " has no changelog");
            check(!table.rows().isEmpty(), file + " has no rows");
            for (Row row : table.rows()) {
                boolean known = row.values().get("checked on") instanceof LocalDate;
                check(known, file + ", row " + row.key() + ": checked on no day");
            }
            if (table instanceof DecisionTable decisionTable) {
                check(!table.examples().isEmpty(), file + " has no examples");
                decisionTable.technicalRows().stream()
                        .filter(row -> !row.isEmpty() && row.get(0).equals("Import"))
                        .flatMap(row -> Arrays.stream(row.get(1).split(",")))
                        .map(String::strip)
                        .forEach(name -> check(MAY_IMPORT.matcher(name).matches(), file + " imports " + name));
            }
        }
        noOffence();
    }

    @Test
    void theMirrorBesideEachWorkbookIsItsOwn() throws Exception {
        for (Table table : Rulesets.ruleset().tables()) {
            Path mirror = Path.of(RulesetFiles.TABLES).resolve(RowsMirror.fileName(table.workbook()));
            check(
                    Files.exists(mirror) && Files.readString(mirror).equals(RowsMirror.of(table)),
                    mirror + " is not what the workbook says; run ./hearth tables rows");
        }
        noOffence();
    }

    private static Table table(String name) {
        return Rulesets.ruleset().tables().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
