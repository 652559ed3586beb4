package org.hearth.cli.claims;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.hearth.batch.Intake;
import org.hearth.batch.Intakes;
import org.hearth.batch.Pasts;
import org.hearth.batch.Sidecars;
import org.hearth.claim.Claim;
import org.hearth.cli.console.Console;
import org.hearth.cli.console.ExitStatus;
import org.hearth.cli.console.UsageException;
import org.hearth.cli.releases.LocalReleases;
import org.hearth.decision.LogReader;
import org.hearth.decision.LogSettings;
import org.hearth.decision.Replay;
import org.hearth.finding.Shown;
import org.hearth.release.ActiveRuleset;
import org.hearth.release.RulesetShelf;
import org.hearth.ruleset.Ruleset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hearth replay LOG --claims FILE...}: judges claims again as a log says they were judged, and compares the answers. */
@Command(
        name = "replay",
        description = {
            "Judge claims again by the rulesets that a decision log names, and tell whether they get the same answers.",
            "Give the claims of one call by themselves, with what was given beside them. Exit status: 0 every claim was"
                    + " logged and gets the same answer, 1 an answer is another, 2 a claim or the log could not be read, or"
                    + " nothing is proved of a claim."
        },
        mixinStandardHelpOptions = true)
public final class ReplayCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            paramLabel = "LOG",
            description = "the folder or the PostgreSQL that `HEARTH_DECISION_LOG` names, or one of its files")
    private String log;

    @Option(
            names = "--claims",
            paramLabel = "FILE",
            arity = "1..*",
            required = true,
            description = "837I files, claims as JSON, NDJSON, folders of them")
    private List<String> files;

    @Option(names = "--all", description = "tell of claims that get the same answer too")
    private boolean all;

    @Mixin
    private BesideOptions beside;

    @Mixin
    private HistoryOption history;

    public ReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (files.contains(ClaimInputs.STANDARD_INPUT)) {
            throw new UsageException("the claims are read twice, which standard input allows once; name files");
        }
        LogSettings settings;
        try {
            settings = LogSettings.at(log);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
        try (LocalReleases releases = new LocalReleases();
                HistoryOption.Opened sent = history.open(console);
                Pasts pasts = new Pasts(sent.claims())) {
            history.collect(pasts, console);
            RulesetShelf shelf = releases.shelf();
            Replay replay = new Replay(settings, version -> ruleset(shelf, version));
            new Run(replay::ask, false).read();
            LogReader.Read read = replay.look(settings);
            Comparison comparison = new Comparison(replay, pasts);
            Run run = new Run(comparison, true);
            run.read();
            return comparison.tell(read, run);
        }
    }

    private static Optional<Ruleset> ruleset(RulesetShelf shelf, String version) throws IOException {
        return shelf.get(version)
                .filter(ActiveRuleset.Loaded.class::isInstance)
                .map(state -> ((ActiveRuleset.Loaded) state).ruleset());
    }

    private interface Taker {
        void take(Claim claim) throws IOException;
    }

    /** One reading of the claims. */
    private final class Run {

        private final Taker taker;
        private final boolean tells;
        private final ClaimInputs inputs = new ClaimInputs(files, console);
        private long unread;

        /** @param tells whether what cannot be read is told */
        Run(Taker taker, boolean tells) {
            this.taker = taker;
            this.tells = tells;
        }

        void read() throws IOException {
            Sidecars sidecars = beside.sidecars();
            inputs.each(null, new ClaimInputs.Taker() {
                @Override
                public void take(InputStream in, String name) throws IOException {
                    Run.this.take(sidecars.joinedTo(Intakes.open(in, name)));
                }

                @Override
                public void broken(String file, String reason) {
                    unread(Shown.value(file) + " cannot be read: " + reason);
                }
            });
        }

        private void take(Intake claims) throws IOException {
            Intake.Item item = claims.next();
            for (; !(item instanceof Intake.End); item = claims.next()) {
                if (item instanceof Intake.Read read) {
                    taker.take(read.claim());
                } else if (item instanceof Intake.Unread one) {
                    unread((one.claimId() == null ? "a claim" : "claim " + Shown.value(one.claimId()))
                            + " cannot be read; `hearth check` says why");
                } else if (item instanceof Intake.Unused one) {
                    unread("minutes of " + Shown.value(one.claimId()) + " cannot be used; `hearth check` says why");
                }
            }
            Intake.End end = (Intake.End) item;
            if (end.problem() != null) {
                unread("not whole: " + end.problem().detail());
            }
        }

        private void unread(String what) {
            unread++;
            if (tells) {
                console.err().println("hearth: " + what);
            }
        }

        boolean whole() {
            return unread == 0 && !inputs.defect();
        }
    }

    /** Judges the claims again, and tells of each what it comes to. */
    private final class Comparison implements Taker {

        private final Replay replay;
        private final Pasts pasts;
        private final Map<Replay.Outcome, Long> counts = new EnumMap<>(Replay.Outcome.class);

        Comparison(Replay replay, Pasts pasts) {
            this.replay = replay;
            this.pasts = pasts;
        }

        @Override
        public void take(Claim claim) throws IOException {
            for (Replay.Result result : replay.judge(claim, pasts.before(claim))) {
                counts.merge(result.outcome(), 1L, Long::sum);
                if (all || result.outcome() != Replay.Outcome.SAME) {
                    tell(claim, result);
                }
            }
        }

        private void tell(Claim claim, Replay.Result result) {
            StringBuilder line = new StringBuilder(Shown.escaped(claim.claimId()))
                    .append(": ")
                    .append(result.outcome());
            if (result.logged() != null) {
                line.append("; ")
                        .append(Shown.escaped(result.logged().id()))
                        .append(" of ")
                        .append(result.logged().at())
                        .append(", ruleset ")
                        .append(Shown.escaped(result.logged().ruleset()));
                if (result.outcome() == Replay.Outcome.OTHER_FACTS) {
                    line.append(", edition ").append(result.logged().facts());
                }
            }
            if (result.outcome() == Replay.Outcome.DIFFERENT_PAST) {
                line.append("; ")
                        .append(result.logged().earlier())
                        .append(" earlier claims were known, ")
                        .append(result.now().earlier())
                        .append(" are now");
            }
            if (!result.difference().isEmpty()) {
                line.append("; ").append(result.difference());
            }
            console.out().println(line);
        }

        private long count(Replay.Outcome outcome) {
            return counts.getOrDefault(outcome, 0L);
        }

        int tell(LogReader.Read read, Run run) {
            PrintWriter out = console.out();
            out.println(
                    counts.isEmpty()
                            ? "no claim was judged again"
                            : counts.entrySet().stream()
                                    .map(entry -> entry.getValue() + " " + entry.getKey())
                                    .collect(Collectors.joining("; ")));
            out.println("the log has " + read.decisions() + " decisions"
                    + (read.gaps() == 0 ? "" : ", says " + read.gaps() + " times that lines are missing")
                    + (read.torn() == 0 ? "" : ", and " + read.torn() + " lines that cannot be read"));
            if (!replay.otherKeys().isEmpty()) {
                console.err()
                        .println("hearth: lines were sealed with another key, in which no claim can be found: "
                                + String.join(", ", replay.otherKeys()));
            }
            boolean proved = run.whole()
                    && read.torn() == 0
                    && counts.keySet().stream()
                            .allMatch(outcome -> outcome == Replay.Outcome.SAME || outcome.isDifferent())
                    && !counts.isEmpty();
            if (!proved) {
                return ExitStatus.INPUT;
            }
            return count(Replay.Outcome.DIFFERENT) + count(Replay.Outcome.DIFFERENT_PAST) > 0
                    ? ExitStatus.FINDINGS
                    : ExitStatus.CLEAN;
        }
    }
}
