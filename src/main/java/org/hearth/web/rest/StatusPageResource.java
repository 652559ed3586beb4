package org.hearth.web.rest;

import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.hearth.catalog.FindingCatalog;
import org.hearth.data.DataFolder;
import org.hearth.facts.FactsEdition;
import org.hearth.ledger.ReleaseRecord;
import org.hearth.release.ActiveRuleset;
import org.hearth.release.Releases;
import org.hearth.report.Html;
import org.hearth.web.page.Pages;

/** {@code GET /status}: a page for the operator, who sees on it what the service judges by, what it has done since its start and how it is. */
@Path("/status")
public final class StatusPageResource {

    private static final int RELEASES_SHOWN = 5;
    private static final int FINDINGS_SHOWN = 10;
    private static final long MEBIBYTE = 1L << 20;

    private final ActiveRuleset active;
    private final Releases releases;
    private final WorkDone work;
    private final Instance<HealthCheck> checks;
    private final String program;

    StatusPageResource(
            ActiveRuleset active,
            Releases releases,
            WorkDone work,
            @Readiness Instance<HealthCheck> checks,
            Config config) {
        this.active = active;
        this.releases = releases;
        this.work = work;
        this.checks = checks;
        this.program = config.getValue("quarkus.application.version", String.class);
    }

    /** The page. */
    @GET
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    public Response page() {
        StringBuilder main = new StringBuilder("<article>\n<h1>Status</h1>\n");
        ActiveRuleset.State state = active.state();
        ruleset(state, main);
        releases(main);
        work(state, main);
        health(main);
        machine(main);
        String version =
                state instanceof ActiveRuleset.Loaded loaded ? loaded.ruleset().version() : null;
        return Pages.text("Hearth: status", "", main.append("</article>\n").toString(), version);
    }

    private void ruleset(ActiveRuleset.State state, StringBuilder main) {
        main.append("<h2>Ruleset</h2>\n");
        if (state instanceof ActiveRuleset.Loaded loaded) {
            list(
                    main,
                    Map.entry("version", loaded.ruleset().version()),
                    Map.entry("edition of the facts", FactsEdition.CURRENT),
                    Map.entry("active since", minute(loaded.loadedAt())));
        } else if (state instanceof ActiveRuleset.Unusable unusable) {
            main.append("<p class=\"error\">No claim is judged: the ruleset cannot be used.</p>\n");
            problems(unusable.problems(), main);
        } else {
            main.append("<p>It is being loaded.</p>\n");
        }
        active.refused().ifPresent(refused -> {
            main.append("<p class=\"warning\">Kept out since ")
                    .append(minute(refused.since()))
                    .append(", from ")
                    .append(Html.text(refused.from()))
                    .append(":</p>\n");
            problems(refused.problems(), main);
        });
    }

    private static void problems(List<String> problems, StringBuilder main) {
        main.append("<ul>\n");
        for (String problem : problems.subList(0, Math.min(problems.size(), FINDINGS_SHOWN))) {
            main.append("<li>").append(Html.message(problem)).append("</li>\n");
        }
        main.append("</ul>\n");
    }

    private void releases(StringBuilder main) {
        List<ReleaseRecord> records = new ArrayList<>(releases.ledger().seen().orElse(List.of()));
        Collections.reverse(records);
        if (records.isEmpty()) {
            main.append("<h2>Releases</h2>\n<p>None is recorded.</p>\n");
            return;
        }
        List<List<Object>> rows = new ArrayList<>();
        for (ReleaseRecord record : records.subList(0, Math.min(records.size(), RELEASES_SHOWN))) {
            rows.add(List.of(record.number(), minute(record.at()), record.version()));
        }
        main.append("<h2>Releases</h2>\n");
        table(main, "The last, of " + records.size(), List.of("number", "recorded", "ruleset"), rows);
    }

    private void work(ActiveRuleset.State state, StringBuilder main) {
        main.append("<h2>Work since the start</h2>\n");
        List<List<Object>> claims = new ArrayList<>();
        work.claims().forEach((disposition, count) -> claims.add(List.of(disposition, count)));
        if (claims.isEmpty()) {
            main.append("<p>No claim was judged yet.</p>\n");
        } else {
            table(main, "Claims judged", List.of("answer", "claims"), claims);
        }
        list(
                main,
                Map.entry("claims that could not be read", work.unreadable()),
                Map.entry("inputs torn", work.torn()),
                Map.entry("batches in work", work.inHand("hearth.batches")),
                Map.entry("small bodies in work", work.inHand("hearth.evaluations")));
        Optional<FindingCatalog> catalog = state instanceof ActiveRuleset.Loaded loaded
                ? Optional.of(loaded.ruleset().catalog())
                : Optional.empty();
        List<List<Object>> findings = new ArrayList<>();
        work.findings(FINDINGS_SHOWN)
                .forEach((id, count) -> findings.add(List.of(
                        id,
                        catalog.filter(known -> known.has(id))
                                .map(known -> known.get(id).title())
                                .orElse(""),
                        count)));
        if (!findings.isEmpty()) {
            table(main, "What was found most", List.of("finding", "title", "claims"), findings);
        }
        List<List<Object>> needs = new ArrayList<>();
        work.notChecked().forEach((need, count) -> needs.add(List.of(need, count)));
        if (!needs.isEmpty()) {
            table(main, "What could not be checked", List.of("for want of", "claims"), needs);
        }
    }

    private void health(StringBuilder main) {
        // a table would leave no room on a narrow screen for what they say
        StringBuilder list = new StringBuilder();
        boolean ready = true;
        for (HealthCheck check : checks) {
            HealthCheckResponse told = check.call();
            ready &= told.getStatus() == HealthCheckResponse.Status.UP;
            List<String> words = new ArrayList<>();
            told.getData().ifPresent(data -> data.forEach((name, said) -> words.add(name + ": " + said)));
            list.append("<li><strong>")
                    .append(Html.text(told.getName()))
                    .append("</strong> ")
                    .append(told.getStatus())
                    .append(words.isEmpty() ? "" : ": ")
                    .append(Html.message(String.join("; ", words)))
                    .append("</li>\n");
        }
        main.append("<h2>Health</h2>\n<p>")
                .append(ready ? "Ready" : "Not ready")
                .append("</p>\n<ul>\n")
                .append(list)
                .append("</ul>\n");
    }

    private void machine(StringBuilder main) {
        main.append("<h2>Program and machine</h2>\n");
        Instant started =
                Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        Runtime runtime = Runtime.getRuntime();
        list(
                main,
                Map.entry("program", program),
                Map.entry("Java", Runtime.version()),
                Map.entry("started", minute(started)),
                Map.entry("runs for", duration(Duration.between(started, Instant.now()))),
                Map.entry(
                        "memory",
                        (runtime.totalMemory() - runtime.freeMemory()) / MEBIBYTE + " of at most "
                                + runtime.maxMemory() / MEBIBYTE + " MiB"),
                Map.entry("disk of the data folder", disk()));
    }

    private static String disk() {
        java.nio.file.Path folder = DataFolder.standard().root().toAbsolutePath();
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        try {
            FileStore store = Files.getFileStore(folder);
            return store.getUsableSpace() / MEBIBYTE + " of " + store.getTotalSpace() / MEBIBYTE + " MiB free";
        } catch (IOException | RuntimeException e) {
            return "cannot be read";
        }
    }

    private static String minute(Instant when) {
        return when.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String duration(Duration time) {
        return time.toDays() > 0
                ? time.toDays() + " d " + time.toHoursPart() + " h"
                : time.toHours() + " h " + time.toMinutesPart() + " min";
    }

    @SafeVarargs
    private static void list(StringBuilder main, Map.Entry<String, Object>... entries) {
        main.append("<dl>\n");
        for (Map.Entry<String, Object> entry : entries) {
            main.append("<div><dt>")
                    .append(Html.text(entry.getKey()))
                    .append("</dt><dd>")
                    .append(Html.text(entry.getValue()))
                    .append("</dd></div>\n");
        }
        main.append("</dl>\n");
    }

    private static void table(StringBuilder main, String caption, List<String> headings, List<List<Object>> rows) {
        main.append("<table>\n<caption>").append(Html.text(caption)).append("</caption>\n<thead><tr>");
        headings.forEach(heading ->
                main.append("<th scope=\"col\">").append(Html.text(heading)).append("</th>"));
        main.append("</tr></thead>\n<tbody>\n");
        for (List<Object> row : rows) {
            main.append("<tr>");
            row.forEach(cell -> main.append("<td>").append(Html.text(cell)).append("</td>"));
            main.append("</tr>\n");
        }
        main.append("</tbody>\n</table>\n");
    }
}
