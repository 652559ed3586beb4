package org.hearth.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearth.data.DataFolder;
import org.hearth.draft.Draft.State;
import org.hearth.draft.DraftReleases.Wish;
import org.hearth.ledger.Act;
import org.hearth.ledger.ReleaseRecord;
import org.hearth.ledger.SurpassedException;
import org.hearth.release.ActiveRuleset;
import org.hearth.release.Candidates;
import org.hearth.release.EditedTables;
import org.hearth.release.RulesetShelf;
import org.hearth.release.RulesetStore;
import org.hearth.release.TablesReport;
import org.hearth.ruleset.PackedRules;
import org.hearth.store.Objects;
import org.hearth.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a draft while it is published: others, a process that ends, a store that fails. */
class DraftPublicationTest {

    private static final String BRACKETS = "unit-brackets.drl.xlsx";
    private static final String SOURCE = "H9";
    private static final Wish NOW = new Wish("A. Other", "", null, null, null);

    /** Most tests propose the same change, and how long it takes to check it is not what they are about. */
    private static final Latest<String, TablesReport> CHECKED = new Latest<>(8);

    /** What somebody else does meanwhile. */
    private interface Meanwhile {
        void done() throws Exception;
    }

    /** Ends the process, as far as a test can. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** The clock of the service, which a test moves on. */
    private static final class Moved extends Clock {
        private Instant now = Instant.parse("2026-12-31T12:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneId.of("America/New_York");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    /** A service in which something happens before and after it records. */
    private static final class Service implements Publishing {
        private final List<Act> acts = new ArrayList<>();
        private String active = PackedRules.version();
        private String last = "";
        private Meanwhile looking = () -> {};
        private Meanwhile before = () -> {};
        private Meanwhile after = () -> {};

        private static void run(Meanwhile meanwhile) throws IOException {
            try {
                meanwhile.done();
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public Optional<String> active() throws IOException {
            run(looking);
            return Optional.of(active);
        }

        @Override
        public Optional<String> watched() {
            return Optional.empty();
        }

        @Override
        public boolean recorded(String draft, String version) {
            return acts.stream().anyMatch(act -> act.draft().id().equals(draft)) && version.equals(last);
        }

        @Override
        public Optional<ReleaseRecord> publish(String version, String checkedOn, Act act) throws IOException {
            run(before);
            if (!checkedOn.equals(active)) {
                throw new SurpassedException(
                        new ReleaseRecord(9, Instant.EPOCH, active, false, null, List.of(), act, "", ""));
            }
            if (!version.equals(active)) {
                acts.add(act);
                active = version;
                last = version;
            }
            run(after);
            return Optional.empty();
        }

        private List<String> published() {
            return acts.stream().map(act -> act.draft().id()).toList();
        }
    }

    @TempDir
    private Path folder;

    private final Moved clock = new Moved();
    private long ticks;
    private final Service service = new Service();
    private RulesetStore store;
    private Objects objects;
    private Workbench workbench;
    private DraftReleases releases;

    @BeforeEach
    void start() {
        DataFolder data = new DataFolder(folder);
        store = new RulesetStore(data);
        RulesetShelf shelf = new RulesetShelf(new ActiveRuleset(), store);
        objects = new Store(null, data).objects();
        workbench = new Workbench(new Drafts(objects, clock), shelf, clock);
        releases = new DraftReleases(
                workbench, new Candidates(store, shelf), service, clock, () -> ticks, ahead -> {}, CHECKED);
    }

    private Draft proposed(String file, String cell, String value) throws Exception {
        Draft draft = workbench.drafts().begin(new Draft.Head("Sources", "J. Doe", "", ""), service.active, Map.of());
        Draft edited = workbench.edit(
                draft.id(),
                draft.revision(),
                file,
                List.of(new DraftEdit("set", "Rules", cell, value, null, null, null, null, null)));
        return releases.propose(edited.id(), edited.revision(), "P. Roposer", "please look");
    }

    private Draft proposed() throws Exception {
        return proposed(BRACKETS, SOURCE, "another paragraph; seen");
    }

    private Draft approve(Draft draft, Wish wish) throws Exception {
        return releases.approve(draft.id(), draft.revision(), wish).draft();
    }

    private static Wish from(String day, String despiteExamples) {
        return new Wish("A. Other", "", LocalDate.parse(day), despiteExamples, null);
    }

    private Draft now(Draft draft) throws Exception {
        return workbench.drafts().get(draft.id());
    }

    @Test
    void whatIsTakenBackWhileItIsCheckedIsNotPublished() throws Exception {
        Draft draft = proposed();
        service.looking = () -> {
            service.looking = () -> {};
            releases.withdraw(draft.id(), draft.revision());
        };

        assertThatThrownBy(() -> approve(draft, NOW)).isInstanceOf(DraftException.Stale.class);

        assertThat(now(draft).state()).isEqualTo(State.OPEN);
        assertThat(service.published()).isEmpty();
        assertThat(store.versions()).as("what is kept").containsExactly(PackedRules.version());
    }

    @Test
    void whatIsBeingRecordedIsNeitherTakenBackNorDeleted() throws Exception {
        Draft draft = proposed();
        List<Throwable> refused = new ArrayList<>();
        service.before = () -> {
            long revision = now(draft).revision();
            refused.add(
                    catchThrowableOfType(DraftException.Refused.class, () -> releases.withdraw(draft.id(), revision)));
            refused.add(catchThrowableOfType(
                    DraftException.Refused.class, () -> workbench.drafts().delete(draft.id(), revision)));
        };

        assertThat(approve(draft, NOW).state()).isEqualTo(State.PUBLISHED);

        assertThat(refused)
                .extracting(Throwable::getMessage)
                .containsExactly(
                        "the draft is publishing, and no proposal can be taken back",
                        "the draft is being published; delete it afterwards");
        assertThat(service.published()).containsExactly(draft.id());
    }

    @Test
    void whatCannotBeRecordedIsAsItWas() throws Exception {
        Draft draft = proposed();
        service.before = () -> {
            throw new IOException("no room");
        };

        assertThatThrownBy(() -> approve(draft, NOW)).isInstanceOf(IOException.class);

        assertThat(now(draft).state()).isEqualTo(State.PROPOSED);
        assertThat(now(draft).approval()).isNull();
        assertThat(now(draft).release()).isNull();
    }

    @Test
    void whatADefectKeepsFromBeingRecordedIsAsItWas() throws Exception {
        Draft draft = proposed();
        service.before = () -> {
            throw new IllegalStateException("a defect");
        };

        assertThatThrownBy(() -> approve(draft, NOW)).hasMessage("a defect");

        assertThat(now(draft).state()).isEqualTo(State.PROPOSED);
        assertThat(now(draft).approval()).isNull();
    }

    @Test
    void whatAProcessRecordedThatEndedThenIsPublished() throws Exception {
        Draft draft = proposed();
        service.after = () -> {
            throw new Killed();
        };
        assertThatThrownBy(() -> approve(draft, NOW)).isInstanceOf(Killed.class);
        assertThat(now(draft).state()).isEqualTo(State.PUBLISHING);
        releases.publishDue();
        assertThat(now(draft).state()).isEqualTo(State.PUBLISHING);

        threeMinutesPass();

        assertThat(now(draft).state()).isEqualTo(State.PUBLISHED);
        assertThat(now(draft).release()).isEqualTo(service.active);
        assertThat(service.published()).containsExactly(draft.id());
    }

    private void threeMinutesPass() throws IOException {
        ticks += Duration.ofMinutes(3).toNanos();
        releases.publishDue();
    }

    @Test
    void whatAProcessPublishesIsItsOwnWhateverTheClockOfAnother() throws Exception {
        Draft draft = proposed();
        service.before = () -> {
            service.before = () -> {};
            Instant here = clock.now;
            for (Duration apart : List.of(Duration.ofMinutes(-3), Duration.ofMinutes(3), Duration.ofDays(1))) {
                clock.now = here.plus(apart);
                releases.publishDue();
                assertThat(now(draft).state()).isEqualTo(State.PUBLISHING);
            }
            clock.now = here;
        };

        assertThat(approve(draft, NOW).state()).isEqualTo(State.PUBLISHED);
    }

    @Test
    void whatAProcessLeftIsSettledThoughTheClockWasSetBack() throws Exception {
        Draft draft = proposed();
        service.after = () -> {
            throw new Killed();
        };
        assertThatThrownBy(() -> approve(draft, NOW)).isInstanceOf(Killed.class);

        clock.now = clock.now.minus(Duration.ofDays(1));
        releases.publishDue();
        threeMinutesPass();

        assertThat(now(draft).state()).isEqualTo(State.PUBLISHED);
    }

    @Test
    void whatAProcessDidNotRecordThatEndedIsProposedAgain() throws Exception {
        Draft draft = proposed();
        service.before = () -> {
            throw new Killed();
        };
        assertThatThrownBy(() -> approve(draft, NOW)).isInstanceOf(Killed.class);
        service.before = () -> {};

        releases.publishDue();
        threeMinutesPass();

        assertThat(now(draft).state()).isEqualTo(State.PROPOSED);
        assertThat(service.published()).isEmpty();
        assertThat(approve(now(draft), NOW).state()).isEqualTo(State.PUBLISHED);
    }

    @Test
    void whereAnotherReleaseComesBetweenItIsCheckedAgainOnThatOne() throws Exception {
        Draft draft = proposed();
        Draft other = proposed(EditedTables.WORKBOOK, "I9", "other; seen");
        List<String> between = new ArrayList<>();
        service.before = () -> {
            service.before = () -> {};
            approve(other, NOW);
            between.add(service.active);
        };

        Draft published = approve(draft, NOW);

        assertThat(published.state()).isEqualTo(State.PUBLISHED);
        assertThat(published.base()).isEqualTo(between.get(0));
        assertThat(service.published()).containsExactly(other.id(), draft.id());
    }

    @Test
    void whatIsActiveAlreadyStandsAgainstNoDraftThatHasTheSame() throws Exception {
        Draft draft = proposed();
        Draft same = workbench
                .drafts()
                .begin(
                        draft.head(),
                        draft.base(),
                        Map.of(
                                BRACKETS,
                                workbench
                                        .drafts()
                                        .bytes(draft, draft.workbooks().get(BRACKETS))));
        Draft proposed = releases.propose(same.id(), same.revision(), "P. Roposer", "");
        approve(draft, NOW);

        assertThat(approve(proposed, NOW).state()).isEqualTo(State.PUBLISHED);
        assertThat(service.published()).containsExactly(draft.id());
    }

    @Test
    void oneBadDraftStopsNoOther() throws Exception {
        Draft lost = approve(proposed(BRACKETS, SOURCE, "lost; seen"), from("2027-01-01", null));
        Draft good = approve(proposed(EditedTables.WORKBOOK, "I9", "good; seen"), from("2027-01-02", null));
        for (String book : objects.keys("draft-books/" + lost.id() + "/")) {
            objects.delete(book);
        }
        objects.put("drafts/0123456789ab", 0, "{\"state\":\"LATER\"}".getBytes(StandardCharsets.UTF_8));
        clock.now = Instant.parse("2027-01-03T12:00:00Z");

        // anew, so that nothing is remembered of the workbook
        start();
        releases.publishDue();

        assertThat(service.published()).containsExactly(good.id());
        assertThat(releases.refusals()).containsOnlyKeys(lost.id(), "0123456789ab");
        assertThat(releases.refusals().get(lost.id())).isEqualTo("a workbook of the draft " + lost.id() + " is lost");
        assertThat(releases.refusals().get("0123456789ab"))
                .endsWith("; a later edition of Hearth may have kept it, and can read it");
        assertThat(workbench.drafts().all().unreadable()).containsOnlyKeys("0123456789ab");
        assertThat(workbench.drafts().all().drafts()).extracting(Draft::id).contains(lost.id(), good.id());
    }

    @Test
    void theEarlierDayIsPublishedFirst() throws Exception {
        Draft later = approve(proposed(BRACKETS, SOURCE, "later; seen"), from("2027-01-03", null));
        clock.now = clock.now.plusSeconds(1);
        Draft earlier = approve(proposed(EditedTables.WORKBOOK, "I9", "earlier; seen"), from("2027-01-02", null));
        clock.now = clock.now.plusSeconds(1);
        Draft last = approve(proposed(BRACKETS, "H10", "last; seen"), from("2027-01-03", null));
        clock.now = Instant.parse("2027-01-04T12:00:00Z");

        releases.publishDue();

        assertThat(service.published()).containsExactly(earlier.id(), later.id());
        assertThat(releases.refusals()).containsOnlyKeys(last.id());
    }

    @Test
    void onItsDayOnlyWhatWasAcceptedIsTaken() throws Exception {
        Draft draft = approve(
                proposed(EditedTables.WORKBOOK, EditedTables.CELL, "GO"), from("2027-01-02", "the policy is new"));
        int accepted = now(draft).approval().accepted().size();
        assertThat(accepted).isPositive();
        Draft other = workbench.drafts().begin(draft.head(), service.active, Map.of());
        Draft brackets = workbench.edit(
                other.id(),
                other.revision(),
                BRACKETS,
                List.of(
                        new DraftEdit("set", "Rules", "D9", "21", null, null, null, null, null),
                        new DraftEdit("set", "Rules", "C10", "22", null, null, null, null, null)));
        Draft proposed = releases.propose(brackets.id(), brackets.revision(), "P. Roposer", "");
        approve(proposed, new Wish("A. Other", "", null, "brackets are new", null));
        int more = service.acts.get(0).examples().failed();
        clock.now = Instant.parse("2027-01-03T12:00:00Z");

        releases.publishDue();

        assertThat(now(draft).state()).isEqualTo(State.SCHEDULED);
        assertThat(releases.refusal(draft).orElseThrow())
                .startsWith(
                        more + " examples come otherwise than expected, and did not so when it was approved; take the"
                                + " approval back, and have it approved again: ");
    }

    @Test
    void whatWasAcceptedIsPublishedOnItsDay() throws Exception {
        Draft draft = approve(
                proposed(EditedTables.WORKBOOK, EditedTables.CELL, "GO"), from("2027-01-02", "the policy is new"));
        clock.now = Instant.parse("2027-01-03T12:00:00Z");

        releases.publishDue();

        assertThat(now(draft).state()).isEqualTo(State.PUBLISHED);
        assertThat(service.acts.get(0).draft().despiteExamples()).isEqualTo("the policy is new");
    }

    @Test
    void whoMadeOrProposedItIsAloneHoweverHeIsTyped() throws Exception {
        Draft draft = proposed();
        for (String nobody : List.of("", " \u00a0 ", "a\u202eb")) {
            assertThatThrownBy(() -> approve(draft, new Wish(nobody, "", null, null, null)))
                    .isInstanceOf(DraftException.Refused.class);
        }
        assertThatThrownBy(() -> releases.propose(draft.id(), draft.revision(), " ", ""))
                .isInstanceOf(DraftException.Refused.class);

        Draft byAuthor = approve(draft, new Wish("j.  DOE ", "", LocalDate.of(2027, 1, 2), null, null));
        assertThat(byAuthor.approval().alone()).isTrue();
        assertThat(byAuthor.approval().by()).isEqualTo("j. DOE");
        Draft again = releases.withdraw(byAuthor.id(), byAuthor.revision());
        Draft proposed = releases.propose(again.id(), again.revision(), "P. Roposer", "please look");
        Draft byProposer = approve(proposed, new Wish("P.\u00a0roposer", "", LocalDate.of(2027, 1, 2), null, null));
        assertThat(byProposer.approval().alone()).isTrue();
    }

    @Test
    void theRecordSaysWhoProposedItAndWhatHeSaid() throws Exception {
        approve(proposed(), NOW);

        assertThat(service.acts.get(0).who().alone()).isFalse();
        assertThat(service.acts.get(0).draft().proposedBy()).isEqualTo("P. Roposer");
        assertThat(service.acts.get(0).draft().proposal()).isEqualTo("please look");
    }

    @Test
    void filesThatWouldUndoAnotherReleaseAreNotHandedOut() throws Exception {
        Draft stale = proposed();
        Draft other = proposed(BRACKETS, SOURCE, "other; seen");
        assertThat(releases.checks().handedOut(stale)).containsKey(BRACKETS);
        Draft published = approve(other, NOW);

        assertThatThrownBy(() -> releases.checks().handedOut(stale)).isInstanceOf(DraftException.Unfit.class);
        assertThat(releases.checks().handedOut(published)).containsKey(BRACKETS);
    }
}
