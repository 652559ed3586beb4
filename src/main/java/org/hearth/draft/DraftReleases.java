package org.hearth.draft;

import java.io.IOException;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.hearth.draft.Draft.Approval;
import org.hearth.draft.Draft.Proposal;
import org.hearth.draft.Draft.State;
import org.hearth.ledger.Act;
import org.hearth.ledger.Kind;
import org.hearth.ledger.Person;
import org.hearth.ledger.ReleaseRecord;
import org.hearth.ledger.SurpassedException;
import org.hearth.ledger.Told;
import org.hearth.ledger.Who;
import org.hearth.release.Candidates;
import org.hearth.release.TablesReport;
import org.hearth.tables.workbook.InvalidTablesException;
import org.hearth.tables.workbook.TableProblem;

/**
 * The way of a draft to its release: somebody proposes it, somebody approves it, and it is published at once or from a day on.
 * What is approved is checked as wholly as what is published from a folder. Safe for use by any number of threads.
 */
public final class DraftReleases {

    /** The zone of the agency's day, unless another is named. */
    public static final String ZONE = "America/New_York";

    /** A claim for publication that is seen to stand for longer is one of a process that ended: what follows it takes seconds. */
    private static final Duration LONGEST_PUBLICATION = Duration.ofMinutes(2);

    private final Workbench workbench;
    private final Candidates candidates;
    private final Publishing publishing;
    private final Clock clock;
    private final Executor ahead;
    private final DraftChecks checks;
    private final LongSupplier ticks;
    private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();
    private final Map<String, Claim> claims = new ConcurrentHashMap<>();

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
        this(workbench, candidates, publishing, clock, System::nanoTime, ahead, new Latest<>(DraftChecks.MOST_CHECKED));
    }

    /**
     * Releases drafts.
     *
     * @param ticks count nanoseconds, whatever the clock is set to
     * @param checked remembers what was checked
     */
    DraftReleases(
            Workbench workbench,
            Candidates candidates,
            Publishing publishing,
            Clock clock,
            LongSupplier ticks,
            Executor ahead,
            Latest<String, TablesReport> checked) {
        this.workbench = workbench;
        this.candidates = candidates;
        this.publishing = publishing;
        this.clock = clock;
        this.ticks = ticks;
        this.ahead = ahead;
        this.checks = new DraftChecks(workbench, publishing, checked);
    }

    /** Whether drafts may be released. */
    public DraftChecks checks() {
        return checks;
    }

    /**
     * The wish to approve a draft.
     *
     * @param by who approves it
     * @param note what the approver says of it; may be empty
     * @param from the day from which it shall be active; {@code null} for at once
     * @param despiteExamples why it shall hold though examples come otherwise; {@code null} if that is not said
     * @param fewerExamples why it may have fewer examples than what it takes the place of; {@code null} if that is not said
     */
    public record Wish(Person by, String note, LocalDate from, String despiteExamples, String fewerExamples) {

        /** The wish of somebody whose name is as told. */
        public Wish(String by, String note, LocalDate from, String despiteExamples, String fewerExamples) {
            this(Person.told(by), note, from, despiteExamples, fewerExamples);
        }
    }

    /**
     * What came of an approval.
     *
     * @param draft as it is now: published, or scheduled
     * @param release what was recorded; empty of one that is scheduled, or whose ruleset was active already
     */
    public record Approved(Draft draft, Optional<ReleaseRecord> release) {}

    /**
     * Why a draft that was due is not published: it is tried again once it or what is active has changed.
     *
     * @param active what was active; {@code null} if it is tried again all the same
     */
    private record Refusal(long revision, String active, String why) {}

    /** A draft that is being published, and when it was first seen so here: the clocks of several processes differ. */
    private record Claim(long revision, long seen) {}

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
     * Proposes an open draft for somebody whose name is as told.
     *
     * @see #propose(String, long, Person, String)
     */
    public Draft propose(String id, long revision, String by, String note) throws DraftException, IOException {
        return propose(id, revision, Person.told(by), note);
    }

    /**
     * Proposes an open draft, which nobody changes until it is approved or the proposal is taken back.
     *
     * @param by who proposes it
     * @param note what the approver should know; may be empty
     * @throws InvalidTablesException if there are problems
     * @throws DraftException if there is no such draft, another was faster, or it is not open or changes nothing
     * @throws IOException if it cannot be kept
     */
    public Draft propose(String id, long revision, Person by, String note) throws DraftException, IOException {
        Draft draft = workbench.drafts().open(id, revision);
        if (draft.workbooks().isEmpty()) {
            throw new DraftException.Refused("the draft changes nothing yet");
        }
        String name = name(by.name(), "proposes");
        List<TableProblem> problems = workbench.check(draft).problems();
        if (!problems.isEmpty()) {
            throw new InvalidTablesException(problems);
        }
        Proposal proposal = new Proposal(name, clock.instant(), note, revision, by.subject());
        Draft proposed = workbench.drafts().change(id, revision, open -> open.in(State.PROPOSED, proposal, null, null));
        ahead.execute(() -> checks.prepare(proposed));
        return proposed;
    }

    /**
     * Takes a proposal back, or the approval of a draft whose day has not come; the draft is open again.
     *
     * @throws DraftException if there is no such draft, another was faster, or it is not proposed
     * @throws IOException if it cannot be kept
     */
    public Draft withdraw(String id, long revision) throws DraftException, IOException {
        settled(workbench.drafts().get(id));
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
        Draft draft = settled(workbench.drafts().get(id));
        if (draft.revision() != revision) {
            throw new DraftException.Stale(draft);
        }
        if (draft.state() != State.PROPOSED) {
            throw new DraftException.Refused("the draft is " + draft.state()
                    + (draft.state() == State.OPEN ? "; propose it first" : ", and is approved once"));
        }
        String name = name(wish.by().name(), "approves");
        if (wish.by().identified()) {
            requireAnother(draft, wish.by().subject());
        } else if (draft.proposal().subject() != null) {
            throw new DraftException.Refused(
                    "the draft was proposed by somebody whom the service knew, and is approved by somebody whom it knows; approve it"
                            + " there");
        }
        Approval approval = new Approval(
                name,
                clock.instant(),
                wish.note(),
                !wish.by().identified()
                        && (same(name, draft.proposal().by())
                                || same(name, draft.head().author())),
                wish.from(),
                wish.despiteExamples(),
                wish.fewerExamples(),
                List.of(),
                wish.by().subject());
        if (publishing.watched().isPresent()) {
            throw new DraftException.Watched(publishing.watched().get());
        }
        DraftChecks.Sound sound = checks.sound(draft, approval, true);
        Approval given = approval.accepting(sound.accepted());
        if (wish.from() != null && wish.from().isAfter(LocalDate.now(clock))) {
            return new Approved(
                    workbench
                            .drafts()
                            .change(id, draft.revision(), now -> now.in(State.SCHEDULED, now.proposal(), given, null)),
                    Optional.empty());
        }
        return publish(draft, given, sound, true);
    }

    /** A draft is approved by another than who began it and who proposed it, where the service knows who they are. */
    private static void requireAnother(Draft draft, String subject) throws DraftException {
        if (draft.proposal().subject() == null) {
            throw new DraftException.Refused(
                    "the draft was proposed when nobody had to say who they are; take the proposal back, and have it proposed"
                            + " again");
        }
        if (subject.equals(draft.proposal().subject())) {
            throw new DraftException.Own("you have proposed this draft, and another approves it");
        }
        if (subject.equals(draft.head().subject())) {
            throw new DraftException.Own("you have begun this draft, and another approves it");
        }
    }

    /** A person's name as it is recorded. */
    private static String name(String by, String does) throws DraftException {
        try {
            String name = Told.text("by", by, Told.NAME);
            if (name != null) {
                return name;
            }
        } catch (IllegalArgumentException e) {
            throw new DraftException.Refused(e.getMessage());
        }
        throw new DraftException.Refused("say in `by` who " + does + " the draft");
    }

    /** Whether two names are those of one person, however they were typed. */
    private static boolean same(String name, String other) {
        return plain(name).equals(plain(other));
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .replaceAll("\\s+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /**
     * Publishes the drafts whose day has come, that of the earliest day first, and finishes what was begun by a process that
     * ended. One that cannot be published, or no longer fits what is active, waits until it does, and {@link #refusals} say why.
     *
     * @throws IOException if the store cannot be read
     */
    public synchronized void publishDue() throws IOException {
        if (publishing.active().isEmpty()) {
            return;
        }
        Drafts.Kept kept = workbench.drafts().all();
        LocalDate today = LocalDate.now(clock);
        List<Draft> due = kept.drafts().stream()
                .filter(draft -> abandoned(draft)
                        || draft.state() == State.SCHEDULED
                                && !draft.approval().from().isAfter(today))
                .sorted(Comparator.comparing(
                                (Draft draft) -> draft.approval().from(),
                                Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(draft -> draft.approval().at()))
                .toList();
        kept.unreadable().forEach((id, why) -> refusals.put(id, new Refusal(0, null, why)));
        refusals.keySet()
                .removeIf(id -> !kept.unreadable().containsKey(id)
                        && due.stream().noneMatch(draft -> draft.id().equals(id)));
        RuntimeException fault = null;
        for (Draft draft : due) {
            try {
                publishDue(draft);
            } catch (RuntimeException e) {
                // the others are none the worse for it
                fault = e;
            }
        }
        if (fault != null) {
            throw fault;
        }
    }

    private void publishDue(Draft draft) throws IOException {
        String active = publishing.active().orElse(null);
        Refusal refusal = refusals.get(draft.id());
        if (refusal != null
                && refusal.revision() == draft.revision()
                && refusal.active() != null
                && refusal.active().equals(active)) {
            return;
        }
        try {
            Draft now = settled(draft);
            if (now.state() == State.SCHEDULED) {
                if (publishing.watched().isPresent()) {
                    throw new DraftException.Watched(publishing.watched().get());
                }
                publish(now, now.approval(), checks.sound(now, now.approval(), false), false);
            }
            refusals.remove(draft.id());
        } catch (InvalidTablesException e) {
            refuse(draft, active, String.valueOf(e.problems().get(0)));
        } catch (DraftException.Stale | DraftException.Unknown e) {
            // whoever was faster has seen to it
            refusals.remove(draft.id());
        } catch (DraftException.Unfit e) {
            refuse(draft, active, e.inWords());
        } catch (DraftException e) {
            refuse(draft, active, e.getMessage());
        } catch (IOException e) {
            refuse(draft, null, e.getMessage());
        }
    }

    private void refuse(Draft draft, String active, String why) {
        long revision = draft.revision();
        try {
            // it was perhaps claimed and given back
            revision = workbench.drafts().get(draft.id()).revision();
        } catch (DraftException | IOException e) {
            revision = draft.revision();
        }
        refusals.put(draft.id(), new Refusal(revision, active, why));
    }

    /**
     * Publishes a draft that was checked. It is claimed first, so that nobody takes back, deletes or publishes meanwhile what is
     * then recorded, and so that no ruleset is kept of which nobody knows on what it was checked. Where another release comes
     * between its check and its record, it is checked again on that one.
     *
     * @param now whether it is approved now
     */
    private Approved publish(Draft draft, Approval approval, DraftChecks.Sound sound, boolean now)
            throws DraftException, IOException {
        String version = sound.report().ruleset().orElseThrow().version();
        Draft claimed = workbench.drafts().change(draft.id(), draft.revision(), proposed -> proposed.on(sound.base())
                .in(State.PUBLISHING, proposed.proposal(), approval, version));
        Optional<ReleaseRecord> record;
        try {
            candidates.keep(sound.report(), sound.files());
            record = publishing.publish(version, sound.base(), act(claimed, sound));
        } catch (SurpassedException e) {
            Draft back = givenBack(claimed, draft).orElseThrow(() -> e);
            if (publishing.active().equals(Optional.of(sound.base()))) {
                throw new DraftException.Unfit(e.getMessage(), List.of());
            }
            return publish(back, approval, checks.sound(back, approval, now), now);
        } catch (DraftException | IOException | RuntimeException e) {
            givenBack(claimed, draft);
            throw e;
        }
        return new Approved(published(claimed), record);
    }

    private Act act(Draft draft, DraftChecks.Sound sound) throws IOException {
        TablesReport report = sound.report();
        Approval approval = draft.approval();
        Who who = new Who(
                draft.head().author(),
                told(draft.head().reason(), Who.NO_REASON),
                told(draft.head().source(), null),
                approval.by(),
                approval.alone(),
                draft.head().subject() != null && draft.proposal().subject() != null && approval.subject() != null,
                draft.head().subject(),
                approval.subject());
        return new Act(
                Kind.DRAFT,
                who,
                new Act.Examples(report.passed(), report.failed().size()),
                new Act.OfDraft(
                        draft.id(),
                        draft.head().name(),
                        draft.proposal().by(),
                        told(draft.proposal().note(), null),
                        approval.from(),
                        approval.from() == null ? null : zone(),
                        told(approval.note(), null),
                        approval.despiteExamples(),
                        approval.fewerExamples(),
                        impact(draft, sound),
                        draft.proposal().subject()));
    }

    /** What this very change was seen to do to claims, in words; {@code null} if nobody has looked. */
    private String impact(Draft draft, DraftChecks.Sound sound) throws IOException {
        return workbench
                .drafts()
                .impacts()
                .of(draft)
                .filter(seen ->
                        seen.before().equals(sound.base()) && seen.after().equals(draft.release()))
                .map(DraftImpacts.Seen::words)
                .orElse(null);
    }

    /** What could not be recorded, as it was; where that cannot be kept now, it is once the claim is found abandoned. */
    private Optional<Draft> givenBack(Draft claimed, Draft before) {
        try {
            return Optional.of(workbench.drafts().change(claimed.id(), claimed.revision(), now -> now.on(before.base())
                    .in(before.state(), before.proposal(), before.approval(), null)));
        } catch (DraftException | IOException e) {
            return Optional.empty();
        }
    }

    /** The claimed draft, of which it is recorded that it was published; where that cannot be kept now, it is later. */
    private Draft published(Draft claimed) throws DraftException {
        try {
            return workbench
                    .drafts()
                    .change(
                            claimed.id(),
                            claimed.revision(),
                            now -> now.in(State.PUBLISHED, now.proposal(), now.approval(), now.release()));
        } catch (DraftException.Stale another) {
            return another.now();
        } catch (IOException e) {
            return claimed;
        }
    }

    /** Whether a draft was seen to be claimed for longer than a publication takes. */
    private boolean abandoned(Draft draft) {
        if (draft.state() != State.PUBLISHING) {
            claims.remove(draft.id());
            return false;
        }
        long now = ticks.getAsLong();
        Claim claim = claims.compute(
                draft.id(),
                (id, known) -> known != null && known.revision() == draft.revision()
                        ? known
                        : new Claim(draft.revision(), now));
        return now - claim.seen() > LONGEST_PUBLICATION.toNanos();
    }

    /**
     * A draft, of which nobody is in the middle of publishing: what a process began that ended is published if that is recorded,
     * and else as it was.
     */
    private synchronized Draft settled(Draft draft) throws DraftException, IOException {
        if (!abandoned(draft)) {
            return draft;
        }
        boolean recorded = publishing.recorded(draft.id(), draft.release());
        boolean scheduled = draft.approval().from() != null;
        return workbench
                .drafts()
                .change(
                        draft.id(),
                        draft.revision(),
                        now -> recorded
                                ? now.in(State.PUBLISHED, now.proposal(), now.approval(), now.release())
                                : scheduled
                                        ? now.in(State.SCHEDULED, now.proposal(), now.approval(), null)
                                        : now.in(State.PROPOSED, now.proposal(), null, null));
    }

    private static String told(String text, String otherwise) {
        return text == null || text.isEmpty() ? otherwise : text;
    }
}
