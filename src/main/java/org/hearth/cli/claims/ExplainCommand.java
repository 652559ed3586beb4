package org.hearth.cli.claims;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hearth.batch.Intake;
import org.hearth.batch.Intakes;
import org.hearth.catalog.FindingType;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.cli.console.Reasons;
import org.hearth.cli.console.RulesetOption;
import org.hearth.cli.console.UsageException;
import org.hearth.evaluate.Evaluator;
import org.hearth.finding.Shown;
import org.hearth.json.Problems;
import org.hearth.report.WhyNotReport;
import org.hearth.ruleset.Ruleset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code hearth explain HHT-301}: a finding's page; {@code hearth explain 38200}: the pages of the findings with a reason
 * code of the shared system; without either, the list of all findings. {@code hearth explain
 * --why-not HHT-301 --claim FILE}: what kept it from being reported.
 */
@Command(
        name = "explain",
        description = {
            "Show a finding's page: what it means, how to mend it, and examples. With a reason code of the payer's system: those"
                    + " of the findings that it stands for. Without either: all findings.",
            "With --why-not and --claim: what kept the finding from being reported on a claim."
        },
        mixinStandardHelpOptions = true)
public final class ExplainCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            paramLabel = "ID",
            arity = "0..1",
            description = "a finding's id, such as HHT-301, or a reason code, such as 38200")
    private String id;

    @Option(names = "--why-not", description = "tell what kept the finding from being reported on a claim")
    private boolean whyNot;

    @Option(names = "--claim", paramLabel = "FILE", description = "the claim: 837I, JSON or NDJSON; every claim of it")
    private Path file;

    @Option(names = "--claim-id", paramLabel = "CLAIM", description = "only the claim with this number")
    private String claimId;

    @Option(names = "--written", description = "the page as it is written, its examples in YAML")
    private boolean written;

    @Mixin
    private RulesetOption ruleset;

    public ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (whyNot && (id == null || file == null)) {
            throw new UsageException(
                    "`--why-not` wants a finding and a claim: " + "hearth explain --why-not HHT-301 --claim FILE");
        }
        if (!whyNot && (file != null || claimId != null)) {
            throw new UsageException("`--claim` goes with `--why-not`");
        }
        Ruleset compiled = ruleset.compile();
        if (id == null) {
            list(compiled.catalog().all());
            console.out().println();
            new ExplainedPage(console.out()).effects();
            console.out().println();
            console.out().println("Never judged here:");
            compiled.catalog().notJudged().forEach(one -> console.out()
                    .println("  " + one.topic() + ": " + one.says()));
            return ExitStatus.CLEAN;
        }
        String finding = id.toUpperCase(Locale.ROOT);
        String page = compiled.pages().get(finding);
        if (page == null && !whyNot && !finding.startsWith("HHT")) {
            return reasonCode(compiled);
        }
        if (page == null) {
            throw new UsageException("there is no finding `" + id + "`; `hearth explain` lists them all");
        }
        if (whyNot) {
            return whyNot(finding, compiled);
        }
        page(compiled.catalog().get(finding), compiled);
        return ExitStatus.CLEAN;
    }

    private void list(Collection<FindingType> types) {
        for (FindingType type : types) {
            console.out().printf("%s  %-6s  %s%n", type.id(), type.effect(), type.title());
        }
    }

    /** Of several findings first their names, then their pages. */
    private int reasonCode(Ruleset compiled) {
        List<FindingType> types = compiled.ofReasonCode(id);
        if (types.isEmpty()) {
            throw new UsageException(
                    "there is no finding with the reason code `" + id + "`; `hearth explain` lists all findings");
        }
        if (types.size() > 1) {
            list(types);
        }
        for (FindingType type : types) {
            if (types.size() > 1) {
                console.out().println();
            }
            page(type, compiled);
        }
        return ExitStatus.CLEAN;
    }

    private void page(FindingType type, Ruleset compiled) {
        if (written) {
            console.out().print(compiled.pages().get(type.id()));
        } else {
            new ExplainedPage(console.out()).write(type, compiled);
        }
    }

    private int whyNot(String finding, Ruleset compiled) throws IOException {
        Evaluator evaluator = new Evaluator(() -> compiled);
        WhyNotReport report = new WhyNotReport(console.out());
        boolean found = false;
        boolean whole = true;
        try (InputStream in = Files.newInputStream(file)) {
            Intake intake = Intakes.open(in, file.getFileName().toString());
            for (Intake.Item item = intake.next(); ; item = intake.next()) {
                if (item instanceof Intake.Read read) {
                    if (claimId == null || claimId.equals(read.claim().claimId())) {
                        if (found) {
                            console.out().println();
                        }
                        report.claim(finding, evaluator.whyNot(read.claim(), finding));
                        found = true;
                    }
                } else if (item instanceof Intake.Unread unread
                        && (claimId == null || claimId.equals(unread.claimId()))) {
                    unreadable(unread.claimId(), unread.problem());
                    found = true;
                    whole = false;
                } else if (item instanceof Intake.End end) {
                    if (end.problem() != null) {
                        unreadable(null, end.problem());
                        whole = false;
                    }
                    break;
                }
            }
        } catch (IOException e) {
            throw new IOException("`" + file + "` cannot be read: " + Reasons.of(e), e);
        }
        if (!found && whole) {
            console.err()
                    .println("hearth: there is no claim "
                            + (claimId == null ? "" : Shown.value(claimId) + " ")
                            + "in `" + file + "`");
            whole = false;
        }
        return whole ? ExitStatus.CLEAN : ExitStatus.INPUT;
    }

    private void unreadable(String number, Problems problem) {
        console.err()
                .println("hearth: " + (number == null ? "a claim" : "claim " + Shown.value(number)) + " in `" + file
                        + "` cannot be read: " + problem.detail());
        problem.errors().forEach(error -> console.err()
                .println("  " + (error.pointer() == null || error.pointer().isEmpty() ? "" : error.pointer() + ": ")
                        + error.message() + (error.fix() == null ? "" : "; " + error.fix())));
    }
}
