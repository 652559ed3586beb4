package org.hearth.draft;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A change of workbooks that is worked on. Immutable; each change of it is another value, kept under the next revision.
 *
 * @param id twelve hexadecimal digits
 * @param revision counts its changes, from 1
 * @param head what it is about
 * @param state how far it has come
 * @param base the version of the ruleset that it changes
 * @param createdAt when it was begun
 * @param changedAt when anything of it was last changed
 * @param workbooks the workbooks that differ from the base, by path relative to the folder of workbooks
 * @param done the edits that can be undone, the latest last
 * @param undone the edits that can be done again, the latest undone last
 * @param trail what its workbooks were at its last revisions, oldest first
 * @param forgotten the last revision of which nobody remembers what the workbooks were; 0 if there is none. {@code null} of one
 *     that was kept before this was, which then stands for whatever may be forgotten
 * @param proposal who proposes it; {@code null} unless somebody does
 * @param approval who approved it; {@code null} unless somebody did
 * @param release the version that it is, or was, published as; {@code null} before
 */
public record Draft(
        String id,
        long revision,
        Head head,
        State state,
        String base,
        Instant createdAt,
        Instant changedAt,
        SortedMap<String, Book> workbooks,
        List<Step> done,
        List<Step> undone,
        List<Mark> trail,
        Long forgotten,
        Proposal proposal,
        Approval approval,
        String release) {

    /** How far a draft has come. */
    public enum State {
        /** It is worked on. */
        OPEN,
        /** It waits for somebody who approves it, and nobody changes it meanwhile. */
        PROPOSED,
        /** It is approved, and published from a day on. */
        SCHEDULED,
        /** It is approved and checked, and about to be recorded as {@link Draft#release}; nobody takes it back any more. */
        PUBLISHING,
        /** It has become a ruleset that was active. */
        PUBLISHED;

        /** The word of the contract. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a draft is about, for people.
     *
     * @param name what it is called
     * @param author who makes it
     * @param reason why, such as the number of a change request; may be empty
     * @param source what it rests on, such as a transmittal; may be empty
     * @param subject what the provider of identities names the author by; {@code null} where that is as told
     */
    public record Head(String name, String author, String reason, String source, String subject) {

        /** What a draft is about whose author is as told. */
        public Head(String name, String author, String reason, String source) {
            this(name, author, reason, source, null);
        }
    }

    /**
     * A kept workbook.
     *
     * @param hash of its bytes, hexadecimal digits
     * @param bytes how many
     */
    public record Book(String hash, int bytes) {}

    /**
     * An edit that can be undone or done again.
     *
     * @param what it did, in words
     * @param workbooks the workbooks that differ from the base on its other side: before an edit that is done, after one that
     *     is undone
     */
    public record Step(String what, SortedMap<String, Book> workbooks) {
        public Step {
            workbooks = Collections.unmodifiableSortedMap(new TreeMap<>(workbooks));
        }
    }

    /**
     * What the workbooks were.
     *
     * @param revision of the draft
     * @param workbooks those that differed from the base
     */
    public record Mark(long revision, SortedMap<String, Book> workbooks) {
        public Mark {
            workbooks = Collections.unmodifiableSortedMap(new TreeMap<>(workbooks));
        }
    }

    /**
     * The wish that a draft be published.
     *
     * @param by who proposes it
     * @param at when
     * @param note what the approver should know; may be empty
     * @param revision of the draft that is proposed
     * @param subject what the provider of identities names them by; {@code null} where that is as told
     */
    public record Proposal(String by, Instant at, String note, long revision, String subject) {}

    /**
     * The leave to publish a draft.
     *
     * @param by who gives it
     * @param at when
     * @param note why; may be empty
     * @param alone whether it is the author, or the one who proposed it
     * @param from the day from which it is to be active; {@code null} for at once
     * @param despiteExamples why it holds though examples come otherwise; {@code null} if that was not said
     * @param fewerExamples why it may have fewer examples than before; {@code null} if that was not said
     * @param accepted what stood against it and was approved all the same, a hash each; what else stands against it on its day
     *     keeps it back
     * @param subject what the provider of identities names them by; {@code null} where that is as told
     */
    public record Approval(
            String by,
            Instant at,
            String note,
            boolean alone,
            LocalDate from,
            String despiteExamples,
            String fewerExamples,
            List<String> accepted,
            String subject) {
        public Approval {
            accepted = accepted == null ? List.of() : List.copyOf(accepted);
        }

        /** The same with what stood against the draft. */
        Approval accepting(List<String> hashes) {
            return new Approval(by, at, note, alone, from, despiteExamples, fewerExamples, hashes, subject);
        }
    }

    public Draft {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(head, "head");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(createdAt, "createdAt");
        Objects.requireNonNull(changedAt, "changedAt");
        workbooks = Collections.unmodifiableSortedMap(new TreeMap<>(workbooks));
        done = List.copyOf(done);
        undone = List.copyOf(undone);
        trail = List.copyOf(trail);
        if (forgotten == null) {
            forgotten = (trail.isEmpty() ? revision : trail.get(0).revision()) - 1;
        }
    }

    /** A new draft, at revision 0, that changes nothing yet. */
    static Draft begun(String id, Head head, String base, Instant now) {
        return new Draft(
                id,
                0,
                head,
                State.OPEN,
                base,
                now,
                now,
                new TreeMap<>(),
                List.of(),
                List.of(),
                List.of(),
                0L,
                null,
                null,
                null);
    }

    /** The same about something else. */
    public Draft with(Head other) {
        return new Draft(
                id, revision, other, state, base, createdAt, changedAt, workbooks, done, undone, trail, forgotten,
                proposal, approval, release);
    }

    /**
     * The same in another state.
     *
     * @param proposal who proposes it, or {@code null}
     * @param approval who approved it, or {@code null}
     * @param release the version that it is published as, or {@code null}
     */
    public Draft in(State other, Proposal proposal, Approval approval, String release) {
        return new Draft(
                id, revision, head, other, base, createdAt, changedAt, workbooks, done, undone, trail, forgotten,
                proposal, approval, release);
    }

    /** The same as the change of another ruleset, of which the workbooks that the draft changes are the same. */
    Draft on(String otherBase) {
        return new Draft(
                id, revision, head, state, otherBase, createdAt, changedAt, workbooks, done, undone, trail, forgotten,
                proposal, approval, release);
    }

    /** The same under a revision, changed at a time. */
    Draft at(long newRevision, Instant now) {
        return new Draft(
                id,
                newRevision,
                head,
                state,
                base,
                createdAt,
                now,
                workbooks,
                done,
                undone,
                trail,
                forgotten,
                proposal,
                approval,
                release);
    }

    /** The same without the oldest of what it was before; the marks are the last of its own. */
    Draft remembering(List<Step> steps, List<Mark> marks) {
        int dropped = trail.size() - marks.size();
        long lost = dropped == 0 ? forgotten : trail.get(dropped - 1).revision();
        return new Draft(
                id, revision, head, state, base, createdAt, changedAt, workbooks, steps, undone, marks, lost, proposal,
                approval, release);
    }

    /** The same after an edit. */
    Draft edited(String what, SortedMap<String, Book> now) {
        List<Step> steps = new ArrayList<>(done);
        steps.add(new Step(what, workbooks));
        return turned(now, steps, List.of());
    }

    /** The same before its last edit, which can be done again; there must be one. */
    Draft back() {
        Step last = done.get(done.size() - 1);
        List<Step> again = new ArrayList<>(undone);
        again.add(new Step(last.what(), workbooks));
        return turned(last.workbooks(), done.subList(0, done.size() - 1), again);
    }

    /** The same after the edit that was last undone; there must be one. */
    Draft forward() {
        Step last = undone.get(undone.size() - 1);
        List<Step> steps = new ArrayList<>(done);
        steps.add(new Step(last.what(), workbooks));
        return turned(last.workbooks(), steps, undone.subList(0, undone.size() - 1));
    }

    /**
     * What its workbooks were at an earlier revision.
     *
     * @return those that differed from the base; empty if nobody remembers
     */
    Optional<SortedMap<String, Book>> workbooksAt(long earlier) {
        if (earlier <= forgotten || earlier > revision) {
            return Optional.empty();
        }
        for (Mark mark : trail) {
            if (mark.revision() >= earlier) {
                return Optional.of(mark.workbooks());
            }
        }
        return Optional.of(workbooks);
    }

    /** Whether some of its workbooks are what they were at an earlier revision; not if nobody remembers that. */
    boolean unchangedSince(long earlier, Set<String> files) {
        return workbooksAt(earlier)
                .filter(were -> files.stream().allMatch(file -> Objects.equals(were.get(file), workbooks.get(file))))
                .isPresent();
    }

    /** Whether its workbooks are those of an earlier revision; not if nobody remembers that one. */
    public boolean isAsAt(long earlier) {
        return workbooksAt(earlier).filter(workbooks::equals).isPresent();
    }

    private Draft turned(SortedMap<String, Book> now, List<Step> steps, List<Step> again) {
        List<Mark> marks = new ArrayList<>(trail);
        marks.add(new Mark(revision, workbooks));
        return new Draft(
                id, revision, head, state, base, createdAt, changedAt, now, steps, again, marks, forgotten, proposal,
                approval, release);
    }
}
