package org.hearth.cli.drafts;

import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearth.cli.console.UsageException;
import org.hearth.cli.releases.LocalReleases;
import org.hearth.cli.releases.RefusedException;
import org.hearth.cli.releases.WatchedFolders;
import org.hearth.draft.Draft;
import org.hearth.draft.DraftException;
import org.hearth.draft.DraftReleases;
import org.hearth.draft.Drafts;
import org.hearth.draft.Publishing;
import org.hearth.draft.Workbench;
import org.hearth.ledger.Act;
import org.hearth.ledger.ReleaseRecord;
import org.hearth.release.ActiveRuleset;
import org.hearth.release.Candidates;
import org.hearth.release.ReleaseDifference;
import org.hearth.release.Releases;
import org.hearth.release.RulesetShelf;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.TableProblem;

/** The drafts of the data folder, on which a service may work at the same time. */
final class LocalDrafts implements DraftDoor {

    private final LocalReleases local = new LocalReleases();
    private final WatchedFolders watched = WatchedFolders.ofEnvironment();
    private final RulesetShelf shelf = local.shelf();
    private final Workbench workbench;
    private final DraftReleases releases;

    LocalDrafts() {
        Clock clock = Clock.system(zone());
        workbench = new Workbench(new Drafts(local.kept().objects(), clock), shelf, Clock.systemDefaultZone());
        releases = new DraftReleases(workbench, new Candidates(local.store(), shelf), publishing(), clock, ahead -> {});
    }

    private static ZoneId zone() {
        String named = System.getProperty("hearth.zone", System.getenv("HEARTH_ZONE"));
        try {
            return ZoneId.of(named == null || named.isBlank() ? DraftReleases.ZONE : named.strip());
        } catch (DateTimeException e) {
            throw new UsageException("`HEARTH_ZONE` is no time zone; write one such as `" + DraftReleases.ZONE + "`");
        }
    }

    /** What judges claims: what was chosen, or what a service found in the folder that it watches. */
    private String active() throws IOException {
        Optional<ReleaseRecord> last = local.releases().ledger().last();
        return watched.name().isPresent() && last.isPresent()
                ? last.get().version()
                : local.releases().chosen();
    }

    private Publishing publishing() {
        return new Publishing() {
            @Override
            public Optional<String> active() throws IOException {
                return Optional.of(LocalDrafts.this.active());
            }

            @Override
            public Optional<String> watched() {
                return watched.name();
            }

            @Override
            public boolean recorded(String draft, String version) throws IOException {
                return local.releases().ledger().published(draft, version);
            }

            @Override
            public Optional<ReleaseRecord> publish(String version, String checkedOn, Act act)
                    throws DraftException, IOException {
                Releases.Basis basis = local.releases().basis(checkedOn);
                Optional<RulesetFiles> was = shelf.files(checkedOn);
                RulesetFiles is = shelf.files(version).orElseThrow();
                return local.releases()
                        .choose(
                                version,
                                basis.number(),
                                checkedOn,
                                was.isEmpty() ? List.of() : ReleaseDifference.between(was.get(), is),
                                act);
            }
        };
    }

    /** A call that works on a draft. */
    private interface Call<T> {
        T run() throws DraftException, IOException;
    }

    private static <T> T run(Call<T> call) throws IOException {
        try {
            return call.run();
        } catch (DraftException.Unknown e) {
            throw new UsageException("no draft has this id; `hearth tables draft list` shows them all");
        } catch (DraftException.Stale e) {
            throw new RefusedException(
                    "somebody else has changed the draft, which is at revision "
                            + e.now().revision() + " now; look at it again, and name this revision",
                    List.of());
        } catch (DraftException.Watched e) {
            throw new RefusedException(e.getMessage() + "; `hearth tables draft files` writes them", List.of());
        } catch (DraftException.Unfit e) {
            throw new RefusedException(e.getMessage(), e.lines());
        } catch (DraftException e) {
            throw new RefusedException(e.getMessage(), List.of());
        } catch (InvalidTablesException e) {
            throw new RefusedException(
                    "the workbooks cannot be used",
                    e.problems().stream().map(TableProblem::toString).toList());
        }
    }

    @Override
    public List<Shown> all() throws IOException {
        Drafts.Kept kept = workbench.drafts().all();
        List<Shown> shown = new ArrayList<>();
        for (Draft draft : kept.drafts()) {
            shown.add(shown(draft));
        }
        kept.unreadable()
                .forEach((id, why) ->
                        shown.add(new Shown(id, 0, id, "", "", "unreadable", "", List.of(), null, null, why, null)));
        return shown;
    }

    @Override
    public Shown one(String id) throws IOException {
        return shown(draft(id));
    }

    private Draft draft(String id) throws IOException {
        return run(() -> workbench.drafts().get(id));
    }

    @Override
    public List<String> difference(String id) throws IOException {
        Draft draft = draft(id);
        return run(() -> ReleaseDifference.between(workbench.base(draft), workbench.files(draft)));
    }

    @Override
    public Shown begin(Draft.Head head, Map<String, byte[]> workbooks) throws IOException {
        String active = active();
        ActiveRuleset.State state = shelf.get(active)
                .orElseThrow(() -> new IOException("the active ruleset `" + active + "` is no longer kept"));
        if (!(state instanceof ActiveRuleset.Loaded loaded)) {
            throw new IOException("the active ruleset `" + active + "` cannot be used by this program");
        }
        return shown(run(() -> workbench.begin(head, loaded, workbooks)));
    }

    @Override
    public Shown take(String id, String file, byte[] codeSet) throws IOException {
        Draft draft = draft(id);
        return shown(run(() -> workbench.take(id, draft.revision(), Map.of(file, codeSet))));
    }

    @Override
    public Map<String, byte[]> files(String id) throws IOException {
        Draft draft = draft(id);
        return run(() -> releases.checks().handedOut(draft));
    }

    @Override
    public Shown propose(String id, String by, String note) throws IOException {
        Draft draft = draft(id);
        return shown(run(() -> releases.propose(id, draft.revision(), by, note)));
    }

    @Override
    public Shown approve(String id, long revision, DraftReleases.Wish wish) throws IOException {
        return shown(run(() -> releases.approve(id, revision, wish)).draft());
    }

    @Override
    public Optional<String> follows() {
        return Optional.of(local.follows());
    }

    private Shown shown(Draft draft) throws IOException {
        return new Shown(
                draft.id(),
                draft.revision(),
                draft.head().name(),
                draft.head().author(),
                draft.head().reason(),
                draft.state().toString(),
                draft.base(),
                List.copyOf(draft.workbooks().keySet()),
                draft.release(),
                draft.approval() == null || draft.approval().from() == null
                        ? null
                        : draft.approval().from().toString(),
                null,
                workbench
                        .drafts()
                        .impacts()
                        .of(draft)
                        .map(seen -> DraftOptions.impact(seen.words(), seen.revision(), draft.isAsAt(seen.revision())))
                        .orElse(null));
    }

    @Override
    public void close() {
        local.close();
    }
}
