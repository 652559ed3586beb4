package org.hearth.ledger;

import java.time.LocalDate;

/**
 * What is to be recorded of a release beside the rulesets themselves.
 *
 * @param kind the way in which the ruleset becomes active
 * @param who who and why
 * @param examples how the examples came out; {@code null} if they were not run
 * @param draft the draft that was approved; {@code null} if there was none
 */
public record Act(Kind kind, Who who, Examples examples, OfDraft draft) {

    /** How the examples came out. */
    public record Examples(int passed, int failed) {}

    /**
     * A draft that was approved.
     *
     * @param id what names it
     * @param name what people call it
     * @param proposedBy who proposed it; {@code null} if that is not known
     * @param proposal what the proposer said; {@code null} if nothing
     * @param from the day from which it was to hold; {@code null} if at once
     * @param zone the time zone of this day; {@code null} without it
     * @param note what the approver said; {@code null} if nothing
     * @param despiteExamples why it holds though examples come otherwise; {@code null} if none does
     * @param fewerExamples why it has fewer examples than the one before; {@code null} if it has not
     * @param impact what it does to claims, in words; {@code null} if that was not asked
     * @param proposedBySubject what the provider of identities names the proposer by; {@code null} where that is as told
     */
    public record OfDraft(
            String id,
            String name,
            String proposedBy,
            String proposal,
            LocalDate from,
            String zone,
            String note,
            String despiteExamples,
            String fewerExamples,
            String impact,
            String proposedBySubject) {

        /** A draft whose proposer is as told. */
        public OfDraft(
                String id,
                String name,
                String proposedBy,
                String proposal,
                LocalDate from,
                String zone,
                String note,
                String despiteExamples,
                String fewerExamples,
                String impact) {
            this(id, name, proposedBy, proposal, from, zone, note, despiteExamples, fewerExamples, impact, null);
        }
    }

    /** A release that is no draft's. */
    public static Act of(Kind kind, Who who) {
        return new Act(kind, who, null, null);
    }

    /** The same with how the examples came out, {@code null} if that is not known. */
    public Act with(Examples results) {
        return new Act(kind, who, results, draft);
    }
}
