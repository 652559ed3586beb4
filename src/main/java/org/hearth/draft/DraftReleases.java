package org.hearth.draft;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.hearth.draft.Draft.Approval;
import org.hearth.draft.Draft.Proposal;
import org.hearth.draft.Draft.State;
import org.hearth.ledger.Act;
import org.hearth.ledger.Kind;
import org.hearth.ledger.ReleaseRecord;
import org.hearth.ledger.SurpassedException;
import org.hearth.ledger.Who;
import org.hearth.release.Candidates;
import org.hearth.release.FewerExamples;
import org.hearth.release.ReleaseDifference;
import org.hearth.release.TablesReport;
import org.hearth.ruleset.RulesetFiles;
import org.hearth.tables.codeset.CodeSetFile;
import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.TableProblem;

/**
 * The way of a draft to its release: somebody proposes it, somebody approves it, and it is published at once or from a day on.
 * What is approved is checked as wholly as what is published from a folder. Safe for use by any number of threads.
 */
public final class DraftReleases {

    /** The zone of the agency's day, unless another is named. */
    public static final String ZONE = "America/New_York";

    private static final int MOST_CHECKED = 2;

    /** Compared with what was active, a draft is told so many of its examples and differences. */
    private static final int MOST_TOLD = 20;

    private final Workbench workbench;
    private final Candidates candidates;
    private final Publishing publishing;
    private final Clock clock;
    private final Executor ahead;
    private final Latest<String, TablesReport> checked = new Latest<>(MOST_CHECKED);
    private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();

    /**
     * Releases drafts.
     *
     * @param candidates checks and keeps the rulesets that they come to
     * @param publishing where they are published
     * @param clock tells the time, and in its zone the day on which a draft is due
     * @param ahead checks proposed drafts before anybody waits for it
     */
    public DraftReleases(
            Workbench workbench, Candidates candidates, Publishing publishing, Clock clock, Executor ahead) {
        this.workbench = workbench;
        this.candidates = candidates;
        this.publishing = publishing;
        this.clock = clock;
        this.ahead = ahead;
    }

    /**
     * The wish to approve a draft.
     *
     * @param by who approves it, as told
     * @param note what the approver says of it; may be empty
     * @param from the day from which it shall be active; {@code null} for at once
     * @param despiteExamples why it shall hold though examples come otherwise; {@code null} if that is not said
     * @param fewerExamples why it may have fewer examples than what it takes the place of; {@code null} if that is not said
     */
    public record Wish(String by, String note, LocalDate from, String despiteExamples, String fewerExamples) {}

    /**
     * What came of an approval.
     *
     * @param draft as it is now: published, or scheduled
     * @param release what was recorded; empty of one that is scheduled, or whose ruleset was active already
     */
    public record Approved(Draft draft, Optional<ReleaseRecord> release) {}

    /** Why a draft that was due is not published: it is tried again once it or what is active has changed. */
    private record Refusal(long revision, String active, String why) {}

    /** The zone of the agency's day. */
    public String zone() {
        return clock.getZone().getId();
    }

    /** Why a draft that was due was not published; empty if nothing was in the way. */
    public Optional<String> refusal(Draft draft) {
        Refusal refusal = refusals.get(draft.id());
        return refusal == null || refusal.revision() != draft.revision()
                ? Optional.empty()
                : Optional.of(refusal.why());
    }

    /** The drafts that were due and were not published, and why not, by id. */
    public Map<String, String> refusals() {
        Map<String, String> why = new TreeMap<>();
        refusals.forEach((id, refusal) -> why.put(id, refusal.why()));
        return why;
    }

    /**
     * Proposes an open draft, which nobody changes until it is approved or the proposal is taken back.
     *
     * @param by who proposes it, as told
     * @param note what the approver should know; may be empty
     * @throws InvalidTablesException if there are problems
     * @throws DraftException if there is no such draft, another was faster, or it is not open or changes nothing
     * @throws IOException if it cannot be kept
     */
    public Draft propose(String id, long revision, String by, String note) throws DraftException, IOException {
        Draft draft = workbench.drafts().open(id, revision);
        if (draft.workbooks().isEmpty()) {
            throw new DraftException.Refused("the draft changes nothing yet");
        }
        List<TableProblem> problems = workbench.check(draft).problems();
        if (!problems.isEmpty()) {
            throw new InvalidTablesException(problems);
        }
        Proposal proposal = new Proposal(by, clock.instant(), note, revision);
        Draft proposed = workbench.drafts().change(id, revision, open -> open.in(State.PROPOSED, proposal, null, null));
        ahead.execute(() -> prepare(proposed));
        return proposed;
    }

    /**
     * Takes a proposal back, or the approval of a draft whose day has not come; the draft is open again.
     *
     * @throws DraftException if there is no such draft, another was faster, or it is not proposed
     * @throws IOException if it cannot be kept
     */
    public Draft withdraw(String id, long revision) throws DraftException, IOException {
        Draft open = workbench.drafts().change(id, revision, draft -> {
            if (draft.state() != State.PROPOSED && draft.state() != State.SCHEDULED) {
                throw new DraftException.Refused(
                        "the draft is " + draft.state() + ", and no proposal can be taken back");
            }
            return draft.in(State.OPEN, null, null, null);
        });
        refusals.remove(id);
        return open;
    }

    /**
     * Approves a proposed draft, and publishes it at once unless a later day is named.
     *
     * @throws InvalidTablesException if there are problems
     * @throws DraftException if there is no such draft, another was faster, it is not proposed, or something stands against it
     * @throws IOException if it cannot be kept or recorded; then nothing has changed
     */
    public synchronized Approved approve(String id, long revision, Wish wish) throws DraftException, IOException {
        Draft draft = workbench.drafts().get(id);
        if (draft.revision() != revision) {
            throw new DraftException.Stale(draft);
        }
        if (draft.state() != State.PROPOSED) {
            throw new DraftException.Refused("the draft is " + draft.state()
                    + (draft.state() == State.OPEN ? "; propose it first" : ", and is approved once"));
        }
        Approval approval = new Approval(
                wish.by(),
                clock.instant(),
                wish.note(),
                wish.by().equalsIgnoreCase(draft.proposal().by()),
                wish.from(),
                wish.despiteExamples(),
                wish.fewerExamples());
        if (wish.from() != null && wish.from().isAfter(LocalDate.now(clock))) {
            if (publishing.watched().isPresent()) {
                throw new DraftException.Watched(publishing.watched().get());
            }
            checked(draft, approval);
            return new Approved(
                    workbench
                            .drafts()
                            .change(
                                    id,
                                    draft.revision(),
                                    now -> now.in(State.SCHEDULED, now.proposal(), approval, null)),
                    Optional.empty());
        }
        return publish(draft, approval);
    }

    /**
     * Publishes the drafts whose day has come. One that no longer fits what is active waits until it does, and {@link
     * #refusals} say why.
     *
     * @throws IOException if the store cannot be read
     */
    public synchronized void publishDue() throws IOException {
        Optional<String> active = publishing.active();
        if (active.isEmpty()) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        TreeSet<String> due = new TreeSet<>();
        for (Draft draft : workbench.drafts().all()) {
            if (draft.state() == State.SCHEDULED && !draft.approval().from().isAfter(today)) {
                due.add(draft.id());
                Refusal refusal = refusals.get(draft.id());
                if (refusal == null
                        || refusal.revision() != draft.revision()
                        || !refusal.active().equals(active.get())) {
                    publishDue(draft, active.get());
                }
            }
        }
        refusals.keySet().retainAll(due);
    }

    private void publishDue(Draft draft, String active) throws IOException {
        try {
            publish(draft, draft.approval());
            refusals.remove(draft.id());
        } catch (InvalidTablesException e) {
            refusals.put(
                    draft.id(),
                    new Refusal(
                            draft.revision(),
                            active,
                            String.valueOf(e.problems().get(0))));
        } catch (DraftException.Stale | DraftException.Unknown e) {
            // whoever was faster has seen to it
            refusals.remove(draft.id());
        } catch (DraftException.Unfit e) {
            refusals.put(draft.id(), new Refusal(draft.revision(), active, e.inWords()));
        } catch (DraftException e) {
            refusals.put(draft.id(), new Refusal(draft.revision(), active, e.getMessage()));
        }
    }

    /** Publishes a draft; where another release comes between its check and its record, on that one. */
    private Approved publish(Draft draft, Approval approval) throws DraftException, IOException {
        Optional<String> before = publishing.active();
        try {
            return publishNow(draft, approval);
        } catch (SurpassedException e) {
            if (publishing.active().equals(before)) {
                throw new DraftException.Unfit(e.getMessage(), List.of());
            }
            return publish(draft, approval);
        }
    }

    private Approved publishNow(Draft draft, Approval approval) throws DraftException, IOException {
        if (publishing.watched().isPresent()) {
            throw new DraftException.Watched(publishing.watched().get());
        }
        Checked sound = checked(draft, approval);
        String version = candidates.keep(sound.report(), sound.files()).version();
        Who who = new Who(
                draft.head().author(),
                told(draft.head().reason(), Who.NO_REASON),
                told(draft.head().source(), null),
                approval.by(),
                approval.alone(),
                false);
        Act act = new Act(
                Kind.DRAFT,
                who,
                new Act.Examples(
                        sound.report().passed(), sound.report().failed().size()),
                new Act.OfDraft(
                        draft.id(),
                        draft.head().name(),
                        approval.from(),
                        approval.from() == null ? null : zone(),
                        told(approval.note(), null),
                        approval.despiteExamples(),
                        approval.fewerExamples(),
                        null));
        Optional<ReleaseRecord> record = publishing.publish(version, sound.base(), act);
        Draft published = workbench.drafts().change(draft.id(), draft.revision(), now -> now.on(sound.base())
                .in(State.PUBLISHED, now.proposal(), approval, version));
        return new Approved(published, record);
    }

    private static String told(String text, String otherwise) {
        return text == null || text.isEmpty() ? otherwise : text;
    }

    /** A draft that may be published, on the ruleset that is active. */
    private record Checked(String base, RulesetFiles files, TablesReport report) {}

    /** Checks a draft wholly: every cell, its shape, what it lost, and every example. */
    private Checked checked(Draft draft, Approval approval) throws DraftException, IOException {
        Draft onActive = onActive(draft);
        RulesetFiles base = workbench.base(onActive);
        RulesetFiles files = workbench.files(onActive);
        TablesReport report = report(onActive, base, files);
        if (report.ruleset().isEmpty()) {
            throw new InvalidTablesException(report.problems());
        }
        if (approval.fewerExamples() == null) {
            List<TableProblem> fewer = FewerExamples.problems(base, files);
            if (!fewer.isEmpty()) {
                throw new DraftException.Unfit(
                        "there are fewer examples than before; say why in `fewerExamples`, or put them back",
                        fewer.stream().map(TableProblem::toString).toList());
            }
        }
        if (approval.despiteExamples() == null && !report.failed().isEmpty()) {
            int count = report.failed().size();
            throw new DraftException.Unfit(
                    (count == 1 ? "1 example comes" : count + " examples come")
                            + " otherwise than expected; mend them, or say in `despiteExamples` why the draft shall hold"
                            + " all the same",
                    report.failed().stream()
                            .limit(MOST_TOLD)
                            .map(failed -> failed.example() + ": " + String.join(", ", failed.instead()))
                            .toList());
        }
        return new Checked(onActive.base(), files, report);
    }

    private TablesReport report(Draft draft, RulesetFiles base, RulesetFiles files) throws IOException {
        String key = base.hash() + " " + files.hash();
        TablesReport known = checked.get(key);
        return known != null
                ? known
                : checked.keep(key, Candidates.check(base, workbooks(draft), files.from(), true, (ran, all) -> {}));
    }

    private Map<String, byte[]> workbooks(Draft draft) throws IOException {
        Map<String, byte[]> workbooks = new TreeMap<>();
        for (Map.Entry<String, Draft.Book> book : draft.workbooks().entrySet()) {
            workbooks.put(book.getKey(), workbench.drafts().bytes(draft, book.getValue()));
        }
        return workbooks;
    }

    /** Checks a proposed draft already, so that whoever approves it waits for nothing; what is wrong is told then. */
    private void prepare(Draft draft) {
        try {
            Draft onActive = onActive(draft);
            report(onActive, workbench.base(onActive), workbench.files(onActive));
        } catch (DraftException | IOException e) {
            return;
        }
    }

    /**
     * The draft as the change of what is active now, where the release between them touched no workbook of the draft.
     *
     * @throws DraftException.Unfit if one did
     * @throws DraftException.Refused if nothing is active, or its base is no longer kept
     * @throws IOException if it cannot be read
     */
    public Draft onActive(Draft draft) throws DraftException, IOException {
        String active = publishing
                .active()
                .orElseThrow(() -> new DraftException.Refused(
                        "there is no ruleset that judges claims now, which the draft could take the place of"));
        if (active.equals(draft.base())) {
            return draft;
        }
        Draft moved = draft.on(active);
        RulesetFiles before = workbench.base(draft);
        RulesetFiles now = workbench.base(moved);
        List<String> both = draft.workbooks().keySet().stream()
                .filter(file -> !Arrays.equals(
                        before.files().get(RulesetFiles.TABLES + file),
                        now.files().get(RulesetFiles.TABLES + file)))
                .toList();
        if (!both.isEmpty()) {
            throw new DraftException.Unfit(
                    "another release, " + active + ", has changed " + String.join(", ", both)
                            + " since the draft was begun; begin a draft of what is active now, and make the change there",
                    first(ReleaseDifference.between(only(before, both), only(now, both))));
        }
        return moved;
    }

    private static RulesetFiles only(RulesetFiles files, List<String> workbooks) {
        TreeMap<String, byte[]> some = new TreeMap<>();
        for (String workbook : workbooks) {
            byte[] bytes = files.files().get(RulesetFiles.TABLES + workbook);
            if (bytes != null) {
                some.put(RulesetFiles.TABLES + workbook, bytes);
            }
        }
        return new RulesetFiles(files.from(), some);
    }

    private static List<String> first(List<String> lines) {
        List<String> first = new ArrayList<>(lines.subList(0, Math.min(MOST_TOLD, lines.size())));
        if (lines.size() > MOST_TOLD) {
            first.add("and " + (lines.size() - MOST_TOLD) + " more");
        }
        return first;
    }

    /**
     * The files of a draft as a folder under version control has them: its workbooks and code sets, and of each workbook the
     * mirror of its rows.
     *
     * @return by path below the folder of workbooks
     * @throws IOException if they cannot be read
     */
    public Map<String, byte[]> handedOut(Draft draft) throws IOException {
        Map<String, byte[]> files = new TreeMap<>(workbooks(draft));
        for (Map.Entry<String, byte[]> workbook : workbooks(draft).entrySet()) {
            if (!CodeSetFile.mayName(workbook.getKey())) {
                workbench
                        .mirror(workbook.getKey(), workbook.getValue())
                        .ifPresent(mirror -> files.put(mirror.name(), mirror.bytes()));
            }
        }
        return files;
    }
}
