package org.hearth.web.rest;

import java.util.List;
import org.hearth.ledger.Act;
import org.hearth.ledger.ReleaseRecord;
import org.hearth.ledger.Who;

/**
 * A record of a release as it is told; {@code at} is an ISO instant, what was not told or does not apply is {@code null}. {@code
 * packaged} is whether the version came with the program, {@code identified} whether the service knew everybody in it, whom
 * then the subjects name at the provider of identities, {@code alone} whether one person did what two should, {@code kept} whether the version can be had and be made active again.
 */
public record ReleaseJson(
        long number,
        String version,
        String at,
        String kind,
        String author,
        String reason,
        String source,
        String approvedBy,
        boolean alone,
        boolean identified,
        String authorSubject,
        String approvedBySubject,
        String before,
        List<String> difference,
        Results examples,
        boolean packaged,
        boolean kept,
        OfDraft draft,
        String from,
        String impact,
        String previous,
        String hash) {

    /** How the examples came out when the ruleset was checked. */
    public record Results(int passed, int failed) {}

    /**
     * The draft that was approved, what the proposer said ({@code proposal}) and what the approver said ({@code note}); {@code zone}
     * is that of the day {@code from}.
     */
    public record OfDraft(
            String id,
            String name,
            String proposedBy,
            String proposal,
            String zone,
            String note,
            String despiteExamples,
            String fewerExamples,
            String proposedBySubject) {}

    /**
     * A record.
     *
     * @param kept whether its version can be had
     */
    static ReleaseJson of(ReleaseRecord record, boolean kept) {
        Act act = record.act();
        Who who = act.who();
        Act.OfDraft draft = act.draft();
        return new ReleaseJson(
                record.number(),
                record.version(),
                record.at().toString(),
                act.kind().toString(),
                who.author(),
                who.reason(),
                who.source(),
                who.approvedBy(),
                who.alone(),
                who.identified(),
                who.authorSubject(),
                who.approvedBySubject(),
                record.before(),
                record.difference(),
                act.examples() == null
                        ? null
                        : new Results(act.examples().passed(), act.examples().failed()),
                record.packaged(),
                kept,
                draft == null
                        ? null
                        : new OfDraft(
                                draft.id(),
                                draft.name(),
                                draft.proposedBy(),
                                draft.proposal(),
                                draft.zone(),
                                draft.note(),
                                draft.despiteExamples(),
                                draft.fewerExamples(),
                                draft.proposedBySubject()),
                draft == null || draft.from() == null ? null : draft.from().toString(),
                draft == null ? null : draft.impact(),
                record.previous(),
                record.hash());
    }
}
