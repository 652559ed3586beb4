package org.hearth.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hearth.data.DataFolder;
import org.hearth.database.PostgresqlServer;
import org.hearth.draft.Draft.State;
import org.hearth.draft.DraftReleases.Approved;
import org.hearth.draft.DraftReleases.Wish;
import org.hearth.ledger.Kind;
import org.hearth.ledger.Ledger;
import org.hearth.ledger.ReleaseRecord;
import org.hearth.release.ActiveRuleset;
import org.hearth.release.Candidates;
import org.hearth.release.Releases;
import org.hearth.release.RulesetKeeper;
import org.hearth.release.RulesetShelf;
import org.hearth.release.RulesetSource;
import org.hearth.release.RulesetStore;
import org.hearth.release.TablesReport;
import org.hearth.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two services, each with its own data folder, over one PostgreSQL: drafts, approvals and what is active are shared. */
class TwoServicesTest {

    private static final String BRACKETS = "unit-brackets.drl.xlsx";
    private static final String MODIFIERS = "modifiers.drl.xlsx";

    /** Both propose the same changes, and how long it takes to check them is not what the tests are about. */
    private static final Latest<String, TablesReport> CHECKED = new Latest<>(8);

    /** One of them. */
    private static final class Service {
        private final ActiveRuleset active = new ActiveRuleset();
        private final Store kept;
        private final Ledger ledger;
        private final RulesetStore store;
        private final RulesetKeeper keeper;
        private final Workbench workbench;
        private final DraftReleases releases;

        private Service(String url, Path folder) {
            DataFolder data = new DataFolder(folder);
            kept = new Store(url, data);
            ledger = new Ledger(kept);
            store = new RulesetStore(data, kept.objects());
            RulesetShelf shelf = new RulesetShelf(active, store);
            keeper = new RulesetKeeper(
                    active, store, new Releases(store, ledger), shelf, new RulesetSource(null, null), line -> {});
            keeper.start();
            workbench = new Workbench(new Drafts(kept.objects(), Clock.systemUTC()), shelf, Clock.systemUTC());
            releases = new DraftReleases(
                    workbench,
                    new Candidates(store, shelf),
                    new LivePublishing(active, keeper, ledger),
                    Clock.systemUTC(),
                    System::nanoTime,
                    ahead -> {},
                    CHECKED);
        }

        private String version() {
            return ((ActiveRuleset.Loaded) active.state()).ruleset().version();
        }

        private Draft begin(String name) throws Exception {
            return workbench.drafts().begin(new Draft.Head(name, "J. Doe", "", ""), version(), Map.of());
        }

        /** Says another source of a row. */
        private Draft edit(Draft draft, String file, String cell, String value) throws Exception {
            return workbench.edit(
                    draft.id(),
                    draft.revision(),
                    file,
                    List.of(new DraftEdit("set", "Rules", cell, value, null, null, null, null, null)));
        }

        private Draft propose(Draft draft) throws Exception {
            return releases.propose(draft.id(), draft.revision(), "J. Doe", "");
        }

        private Approved approve(Draft draft, String by) throws Exception {
            return releases.approve(draft.id(), draft.revision(), new Wish(by, "", null, null, null));
        }

        /** A change counts once two looks have seen the same. */
        private void look() {
            keeper.look();
            keeper.look();
        }
    }

    @TempDir
    private Path folder;

    private Service one;
    private Service other;

    @BeforeEach
    void start() throws Exception {
        String url = PostgresqlServer.emptyDatabase();
        one = new Service(url, folder.resolve("one"));
        other = new Service(url, folder.resolve("other"));
    }

    @AfterEach
    void stop() {
        one.kept.close();
        other.kept.close();
    }

    @Test
    void aDraftIsEditedOnBothAndWhatOneApprovesIsActiveOnBoth() throws Exception {
        String before = one.version();
        Draft begun = one.begin("Sources");
        Draft hers = one.edit(begun, BRACKETS, "H9", "another paragraph; seen");
        assertThatThrownBy(() -> other.edit(begun, BRACKETS, "H10", "late; seen"))
                .isInstanceOf(DraftException.Stale.class);
        Draft both = other.edit(begun, MODIFIERS, "K9", "a transmittal; seen");
        assertThat(both.revision()).isEqualTo(hers.revision() + 1);
        assertThat(both.workbooks()).containsOnlyKeys(BRACKETS, MODIFIERS);
        assertThat(one.workbench.check(both).problems()).isEmpty();
        Draft proposed = one.propose(both);

        Approved approved = other.approve(proposed, "A. Other");

        assertThat(approved.draft().state()).isEqualTo(State.PUBLISHED);
        assertThatThrownBy(() -> one.approve(proposed, "B. Other")).isInstanceOf(DraftException.Stale.class);
        assertThat(one.version()).isEqualTo(before);
        one.look();
        assertThat(one.version()).isEqualTo(other.version()).isNotEqualTo(before);
        assertThat(one.workbench.drafts().get(begun.id())).isEqualTo(approved.draft());
        assertThat(one.ledger.last()).contains(approved.release().orElseThrow());

        one.keeper.activate(
                before,
                org.hearth.ledger.Act.of(Kind.ROLLBACK, org.hearth.ledger.Who.told("R. Oller", "wrong day", null)));
        other.look();
        assertThat(other.version()).isEqualTo(before);
        assertThat(other.ledger.verify().fault()).isEmpty();
        assertThat(one.ledger.records())
                .extracting(record -> record.act().kind())
                .endsWith(Kind.DRAFT, Kind.ROLLBACK);
    }

    /** Both approve at the same time: the same draft, of which one approval holds, and different ones, of which both do. */
    @Test
    void approvalsAtTheSameTimeUndoNothing() throws Exception {
        Draft same = one.propose(one.edit(one.begin("Same"), BRACKETS, "H9", "another paragraph; seen"));
        List<Object> outcomes = atOnce(() -> one.approve(same, "A. Other"), () -> other.approve(same, "B. Other"));
        assertThat(outcomes.stream().filter(Approved.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(DraftException.Stale.class::isInstance))
                .hasSize(1);
        one.look();
        other.look();
        assertThat(other.version()).isEqualTo(one.version());
        long records = one.ledger.records().size();

        Draft hers = one.propose(one.edit(one.begin("Hers"), BRACKETS, "H10", "hers; seen"));
        Draft his = other.propose(other.edit(other.begin("His"), MODIFIERS, "K9", "his; seen"));
        List<Object> apart = atOnce(() -> one.approve(hers, "A. Other"), () -> other.approve(his, "B. Other"));

        // whoever is surpassed is told so, or checked again on the other's release
        List<Draft> late = new ArrayList<>();
        for (Draft draft : List.of(hers, his)) {
            if (one.workbench.drafts().get(draft.id()).state() != State.PUBLISHED) {
                late.add(one.workbench.drafts().get(draft.id()));
            }
        }
        assertThat(late).hasSizeLessThanOrEqualTo(1);
        assertThat(apart.stream().filter(Approved.class::isInstance)).hasSize(2 - late.size());
        assertThat(apart.stream().filter(outcome -> !(outcome instanceof Approved)))
                .allMatch(
                        outcome -> outcome instanceof DraftException.Unfit || outcome instanceof DraftException.Stale);
        one.look();
        other.look();
        for (Draft draft : late) {
            one.approve(draft, "A. Other");
        }
        one.look();
        other.look();
        assertThat(other.version()).isEqualTo(one.version());
        Draft now = one.begin("Both are there");
        assertThat(cell(now, BRACKETS, "H9")).isEqualTo("another paragraph; seen");
        assertThat(cell(now, BRACKETS, "H10")).isEqualTo("hers; seen");
        assertThat(cell(now, MODIFIERS, "K9")).isEqualTo("his; seen");
        assertThat(other.ledger.verify().fault()).isEmpty();
        assertThat(other.ledger.records()).hasSize((int) records + 2);
        assertThat(other.ledger.records().stream()
                        .map(ReleaseRecord::version)
                        .skip(records)
                        .distinct())
                .hasSize(2);
    }

    private String cell(Draft draft, String file, String cell) throws Exception {
        int row = Integer.parseInt(cell.substring(1)) - 1;
        return one.workbench
                .cells(draft, file)
                .orElseThrow()
                .sheets()
                .get("Rules")
                .text(row, cell.charAt(0) - 'A');
    }

    /** What came of two calls that begin together: what they answer, or the exception that says why not. */
    private static List<Object> atOnce(Callable<?> here, Callable<?> there) throws Exception {
        CyclicBarrier barrier = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Object>> calls = new ArrayList<>();
            for (Callable<?> call : List.of(here, there)) {
                calls.add(threads.submit(() -> {
                    barrier.await();
                    try {
                        return call.call();
                    } catch (DraftException refused) {
                        return refused;
                    }
                }));
            }
            List<Object> outcomes = new ArrayList<>();
            for (Future<Object> call : calls) {
                outcomes.add(call.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }
}
