package org.hearth.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearth.data.DataFolder;
import org.hearth.draft.Draft.State;
import org.hearth.draft.DraftReleases.Approved;
import org.hearth.draft.DraftReleases.Wish;
import org.hearth.ledger.Act;
import org.hearth.ledger.Kind;
import org.hearth.ledger.Ledger;
import org.hearth.ledger.ReleaseRecord;
import org.hearth.ledger.Who;
import org.hearth.release.ActiveRuleset;
import org.hearth.release.Candidates;
import org.hearth.release.EditedTables;
import org.hearth.release.Releases;
import org.hearth.release.RulesetKeeper;
import org.hearth.release.RulesetShelf;
import org.hearth.release.RulesetSource;
import org.hearth.release.RulesetStore;
import org.hearth.release.TablesReport;
import org.hearth.ruleset.PackedRules;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way of a draft from its proposal to its release. */
class DraftReleasesTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Draft.Head HEAD = new Draft.Head("Sources", "J. Doe", "CR 14321", "Pub. 100-04");
    private static final String BRACKETS = "unit-brackets.drl.xlsx";
    private static final String SOURCE = "H9";

    /** Most tests propose the same change, and how long it takes to check it is not what they are about. */
    private static final Latest<String, TablesReport> CHECKED = new Latest<>(8);

    /** The clock of the service, which a test moves on. */
    private static final class Moved extends Clock {
        private Instant now = Instant.parse("2026-12-31T23:30:00-05:00");

        @Override
        public ZoneId getZone() {
            return ZONE;
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

    @TempDir
    private Path folder;

    private final Moved clock = new Moved();
    private final ActiveRuleset active = new ActiveRuleset();
    private Ledger ledger;
    private RulesetStore store;
    private RulesetShelf shelf;
    private RulesetKeeper keeper;
    private Workbench workbench;
    private DraftReleases releases;

    @BeforeEach
    void start() {
        start(new RulesetSource(null, null));
    }

    private void start(RulesetSource source) {
        DataFolder data = new DataFolder(folder.resolve("data"));
        Store kept = new Store(null, data);
        ledger = new Ledger(kept, clock);
        store = new RulesetStore(data);
        shelf = new RulesetShelf(active, store);
        keeper = new RulesetKeeper(active, store, new Releases(store, ledger), shelf, source, line -> {});
        keeper.start();
        workbench = new Workbench(new Drafts(kept.objects(), clock), shelf, clock);
        releases = new DraftReleases(
                workbench,
                new Candidates(store, shelf),
                new LivePublishing(active, keeper, ledger),
                clock,
                System::nanoTime,
                ahead -> {},
                CHECKED);
    }

    private Draft edited(String file, String sheet, String cell, String value) throws Exception {
        Draft draft = workbench.drafts().begin(HEAD, version(), Map.of());
        return workbench.edit(
                draft.id(),
                draft.revision(),
                file,
                List.of(new DraftEdit("set", sheet, cell, value, null, null, null, null, null)));
    }

    private Draft proposed() throws Exception {
        Draft draft = edited(BRACKETS, "Rules", SOURCE, "another paragraph; seen");
        return releases.propose(draft.id(), draft.revision(), "J. Doe", "please look");
    }

    private Approved approve(Draft draft, Wish wish) throws Exception {
        return releases.approve(draft.id(), draft.revision(), wish);
    }

    private static Wish by(String name) {
        return new Wish(name, "", null, null, null);
    }

    private static Wish from(String day) {
        return new Wish("A. Other", "", LocalDate.parse(day), null, null);
    }

    private static List<String> difference(String now) {
        return List.of(
                "unit-brackets (unit-brackets.drl.xlsx)",
                "changed unit-brackets/1: source",
                "was \"NGS Home Health Therapy Billing, service units (FL 46), the chart; Pub. 100-04 ch. 5 s. 20.2 C; seen\"",
                "now \"" + now + "\"");
    }

    private String version() {
        return ((ActiveRuleset.Loaded) active.state()).ruleset().version();
    }

    private State state(Draft draft) throws Exception {
        return workbench.drafts().get(draft.id()).state();
    }

    @Test
    void whatAnotherApprovesIsActiveAtOnceAndRecordedWithBoth() throws Exception {
        Draft draft = proposed();
        Approved approved = approve(draft, new Wish("A. Other", "seen", null, null, null));

        assertThat(version()).isEqualTo(approved.draft().release()).isNotEqualTo(PackedRules.version());
        assertThat(approved.draft().state()).isEqualTo(State.PUBLISHED);
        assertThat(approved.draft().approval().alone()).isFalse();
        ReleaseRecord record = ledger.last().orElseThrow();
        assertThat(approved.release()).contains(record);
        assertThat(record.version()).isEqualTo(version());
        assertThat(record.before()).isEqualTo(PackedRules.version());
        assertThat(record.difference()).isEqualTo(difference("another paragraph; seen"));
        assertThat(record.act().kind()).isEqualTo(Kind.DRAFT);
        assertThat(record.act().who())
                .isEqualTo(new Who("J. Doe", "CR 14321", "Pub. 100-04", "A. Other", false, false));
        assertThat(record.act().examples().failed()).isZero();
        assertThat(record.act().examples().passed()).isGreaterThan(1_000);
        assertThat(record.act().draft())
                .isEqualTo(new Act.OfDraft(
                        draft.id(), "Sources", "J. Doe", "please look", null, null, "seen", null, null, null));
        assertThat(ledger.verify().fault()).isEmpty();
    }

    @Test
    void whoApprovesWhatHeProposedIsAloneAndSoIsTheRecord() throws Exception {
        Approved approved = approve(proposed(), by("j. doe"));

        assertThat(approved.draft().approval().alone()).isTrue();
        assertThat(ledger.last().orElseThrow().act().who().alone()).isTrue();
    }

    @Test
    void whatIsProposedIsNotEditedUntilTheProposalIsTakenBack() throws Exception {
        Draft open = edited(BRACKETS, "Rules", SOURCE, "another; seen");
        assertThatThrownBy(() -> approve(open, by("A. Other")))
                .isInstanceOf(DraftException.Refused.class)
                .hasMessage("the draft is open; propose it first");
        assertThatThrownBy(() -> releases.withdraw(open.id(), open.revision()))
                .isInstanceOf(DraftException.Refused.class);

        Draft proposed = releases.propose(open.id(), open.revision(), "J. Doe", "");
        assertThat(proposed.proposal().revision()).isEqualTo(open.revision());
        assertThatThrownBy(() -> workbench.edit(
                        proposed.id(),
                        proposed.revision(),
                        BRACKETS,
                        List.of(new DraftEdit("set", "Rules", SOURCE, "x", null, null, null, null, null))))
                .isInstanceOf(DraftException.Refused.class);
        assertThatThrownBy(() -> releases.propose(proposed.id(), proposed.revision(), "J. Doe", ""))
                .isInstanceOf(DraftException.Refused.class);
        assertThatThrownBy(() -> releases.approve(proposed.id(), open.revision(), by("A. Other")))
                .isInstanceOf(DraftException.Stale.class);

        assertThat(releases.withdraw(proposed.id(), proposed.revision()).state())
                .isEqualTo(State.OPEN);
        assertThat(version()).isEqualTo(PackedRules.version());
    }

    @Test
    void whatChangesNothingOrIsWrongIsNotProposed() throws Exception {
        Draft empty = workbench.drafts().begin(HEAD, version(), Map.of());
        assertThatThrownBy(() -> releases.propose(empty.id(), empty.revision(), "J. Doe", ""))
                .isInstanceOf(DraftException.Refused.class)
                .hasMessage("the draft changes nothing yet");
        Draft wrong = edited(BRACKETS, "Rules", "D9", "21");
        assertThatThrownBy(() -> releases.propose(wrong.id(), wrong.revision(), "J. Doe", ""))
                .isInstanceOf(org.hearth.tables.workbook.InvalidTablesException.class);
    }

    @Test
    void aReleaseOfOtherTablesMeanwhileIsKeptAndOneOfTheSameStandsAgainstIt() throws Exception {
        Draft otherwise = edited(BRACKETS, "Rules", "H10", "a third paragraph; seen");
        Draft same = releases.propose(otherwise.id(), otherwise.revision(), "J. Doe", "");
        Draft draft = proposed();
        publish(EditedTables.edit(EditedTables.shipped(EditedTables.WORKBOOK), "Rules", "I9", "other; seen"));
        String between = version();

        Approved approved = approve(draft, by("A. Other"));

        assertThat(approved.draft().base()).isEqualTo(between);
        assertThat(ledger.last().orElseThrow().before()).isEqualTo(between);
        RulesetFiles files = ((ActiveRuleset.Loaded) active.state()).files();
        assertThat(files.files().get(RulesetFiles.TABLES + EditedTables.WORKBOOK))
                .isNotEqualTo(EditedTables.shipped(EditedTables.WORKBOOK));
        assertThat(files.files().get(RulesetFiles.TABLES + BRACKETS)).isNotEqualTo(EditedTables.shipped(BRACKETS));

        DraftException.Unfit unfit =
                catchThrowableOfType(DraftException.Unfit.class, () -> approve(same, by("A. Other")));
        assertThat(unfit)
                .hasMessageStartingWith("another release, " + version() + ", has changed " + BRACKETS + " since");
        assertThat(unfit.lines()).isEqualTo(difference("another paragraph; seen"));
        assertThat(state(same)).isEqualTo(State.PROPOSED);
    }

    /** Another release is recorded after the draft was checked and before it is recorded itself. */
    @Test
    void aReleaseThatComesWhileADraftIsCheckedIsNotUndone() throws Exception {
        Draft draft = proposed();
        LivePublishing live = new LivePublishing(active, keeper, ledger);
        List<String> checkedOn = new java.util.ArrayList<>();
        Publishing overtaken = new Publishing() {
            @Override
            public Optional<String> active() {
                return live.active();
            }

            @Override
            public Optional<String> watched() {
                return live.watched();
            }

            @Override
            public boolean recorded(String draft, String version) throws IOException {
                return live.recorded(draft, version);
            }

            @Override
            public Optional<ReleaseRecord> publish(String version, String on, Act act)
                    throws DraftException, IOException {
                if (checkedOn.isEmpty()) {
                    DraftReleasesTest.this.publish(EditedTables.edit(
                            EditedTables.shipped(EditedTables.WORKBOOK), "Rules", "I9", "other; seen"));
                }
                checkedOn.add(on);
                return live.publish(version, on, act);
            }
        };
        DraftReleases surpassed = new DraftReleases(
                workbench, new Candidates(store, shelf), overtaken, clock, System::nanoTime, ahead -> {}, CHECKED);

        surpassed.approve(draft.id(), draft.revision(), by("A. Other"));

        ReleaseRecord between = ledger.records().get(ledger.records().size() - 2);
        assertThat(checkedOn).containsExactly(PackedRules.version(), between.version());
        assertThat(ledger.last().orElseThrow().before()).isEqualTo(between.version());
        RulesetFiles files = ((ActiveRuleset.Loaded) active.state()).files();
        assertThat(files.files().get(RulesetFiles.TABLES + EditedTables.WORKBOOK))
                .isNotEqualTo(EditedTables.shipped(EditedTables.WORKBOOK));
        assertThat(files.files().get(RulesetFiles.TABLES + BRACKETS)).isNotEqualTo(EditedTables.shipped(BRACKETS));
    }

    private void publish(byte[] workbook) throws IOException {
        RulesetFiles files = EditedTables.rulesetWith(workbook);
        String version = PackedRules.version().replaceFirst("\\+.*", "+" + files.hash());
        store.keep(version, files, null);
        keeper.activate(version, Act.of(Kind.ACTIVATION, Who.told("B", null, null)));
        assertThat(version()).isEqualTo(version);
    }

    @Test
    void failingExamplesStandAgainstItUnlessSomebodySaysWhy() throws Exception {
        Draft edited = edited(EditedTables.WORKBOOK, "Rules", EditedTables.CELL, "GO");
        Draft draft = releases.propose(edited.id(), edited.revision(), "J. Doe", "");

        DraftException.Unfit unfit =
                catchThrowableOfType(DraftException.Unfit.class, () -> approve(draft, by("A. Other")));
        assertThat(unfit.getMessage())
                .matches("\\d+ examples come otherwise than expected; mend them, or say in `despiteExamples` why .*");
        assertThat(unfit.lines()).hasSize(2);
        assertThat(unfit.lines().get(0)).startsWith("rules/modifiers/HHT-301-missing-discipline-modifier.md: ");
        assertThat(unfit.lines().get(1)).startsWith("rules/modifiers/HHT-303-modifier-of-another-discipline.md: ");
        assertThat(version()).isEqualTo(PackedRules.version());

        approve(draft, new Wish("A. Other", "", null, "the policy is new", null));
        assertThat(version()).isNotEqualTo(PackedRules.version());
        Act act = ledger.last().orElseThrow().act();
        assertThat(act.draft().despiteExamples()).isEqualTo("the policy is new");
        assertThat(act.examples().failed()).isPositive();
    }

    @Test
    void whatIsApprovedForADayIsPublishedWhenTheAgencysDayBegins() throws Exception {
        Draft draft = approve(proposed(), from("2027-01-01")).draft();
        assertThat(draft.state()).isEqualTo(State.SCHEDULED);
        assertThat(releases.zone()).isEqualTo("America/New_York");
        assertThatThrownBy(() -> workbench.drafts().delete(draft.id(), draft.revision()))
                .isInstanceOf(DraftException.Refused.class);

        // in Greenwich the day has begun
        clock.now = Instant.parse("2027-01-01T04:59:59Z");
        releases.publishDue();
        assertThat(state(draft)).isEqualTo(State.SCHEDULED);
        assertThat(version()).isEqualTo(PackedRules.version());

        clock.now = Instant.parse("2027-01-01T05:00:00Z");
        releases.publishDue();
        assertThat(state(draft)).isEqualTo(State.PUBLISHED);
        assertThat(version()).isNotEqualTo(PackedRules.version());
        ReleaseRecord record = ledger.last().orElseThrow();
        assertThat(record.act().draft().from()).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(record.act().draft().zone()).isEqualTo("America/New_York");

        releases.publishDue();
        assertThat(ledger.last()).contains(record);
    }

    @Test
    void whatNoLongerFitsOnItsDayWaitsAndSaysWhy() throws Exception {
        Draft draft = approve(proposed(), from("2027-01-01")).draft();
        publish(EditedTables.edit(EditedTables.shipped(EditedTables.WORKBOOK), "Rules", "I9", "other; seen"));
        RulesetFiles files = ((ActiveRuleset.Loaded) active.state()).files();
        RulesetFiles other = new RulesetFiles("other", new java.util.TreeMap<>(files.files()) {
            private static final long serialVersionUID = 1L;

            {
                put(
                        RulesetFiles.TABLES + BRACKETS,
                        EditedTables.edit(EditedTables.shipped(BRACKETS), "Rules", SOURCE, "third; seen"));
            }
        });
        String version = PackedRules.version().replaceFirst("\\+.*", "+" + other.hash());
        store.keep(version, other, null);
        keeper.activate(version, Act.of(Kind.ACTIVATION, Who.told("B", null, null)));

        clock.now = Instant.parse("2027-01-02T12:00:00Z");
        releases.publishDue();

        assertThat(version()).isEqualTo(version);
        assertThat(state(draft)).isEqualTo(State.SCHEDULED);
        assertThat(releases.refusal(draft).orElseThrow()).startsWith("another release, " + version + ", has changed");
        assertThat(releases.refusals()).containsOnlyKeys(draft.id());

        releases.withdraw(draft.id(), draft.revision());
        assertThat(releases.refusals()).isEmpty();
    }

    @Test
    void underAWatchedFolderTheFilesAreHandedOutAndNothingIsPublished() throws Exception {
        Path tables = folder.resolve("tables");
        EditedTables.copyTo(tables);
        start(new RulesetSource(null, tables));
        Draft draft = proposed();

        assertThatThrownBy(() -> approve(draft, by("A. Other")))
                .isInstanceOf(DraftException.Watched.class)
                .hasMessageContaining("the service watches `" + tables + "`");
        assertThatThrownBy(() -> approve(draft, from("2030-01-01"))).isInstanceOf(DraftException.Watched.class);

        Map<String, byte[]> files = releases.checks().handedOut(draft);
        assertThat(files).containsOnlyKeys(BRACKETS, "unit-brackets.rows.csv");
        assertThat(new String(files.get("unit-brackets.rows.csv"), java.nio.charset.StandardCharsets.UTF_8))
                .contains("another paragraph; seen");
        Files.write(tables.resolve(BRACKETS), files.get(BRACKETS));
        keeper.look();
        keeper.look();
        assertThat(ledger.last().orElseThrow().act().kind()).isEqualTo(Kind.WATCHED);
        assertThat(Optional.of(version())).isNotEqualTo(Optional.of(PackedRules.version()));
    }
}
