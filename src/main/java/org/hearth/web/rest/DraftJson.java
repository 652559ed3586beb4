package org.hearth.web.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.hearth.draft.Draft;
import org.hearth.draft.DraftImpacts;
import org.hearth.draft.Workbench;

/**
 * A draft as it is told; what is not so is left out. {@code tables} are those that differ from the base's, {@code undo} and {@code
 * redo} how many edits can be taken back and done again, times ISO instants. Of one that cannot be read, whose {@code state} is
 * {@code unreadable}, there is the id, and {@code refused} says why.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DraftJson(
        String id,
        String name,
        String author,
        String authorSubject,
        String reason,
        String source,
        String state,
        String base,
        boolean baseIsActive,
        long revision,
        String createdAt,
        String changedAt,
        List<Workbench.Standing> tables,
        List<String> codeSets,
        int undo,
        int redo,
        String lastEdit,
        Proposed proposal,
        Approved approval,
        String release,
        String refused,
        Seen impact) {

    /**
     * What it was last seen to do to claims, counted; {@code holds} whether its workbooks are still those that were tried.
     */
    public record Seen(
            long revision,
            boolean holds,
            String at,
            long claims,
            long unreadable,
            long newlyFailing,
            long newlyClean,
            long noLongerFailing,
            long changed,
            String words) {

        static Seen of(DraftImpacts.Seen seen, Draft draft) {
            return new Seen(
                    seen.revision(),
                    draft.isAsAt(seen.revision()),
                    seen.at().toString(),
                    seen.claims(),
                    seen.unreadable(),
                    seen.newlyFailing(),
                    seen.newlyClean(),
                    seen.noLongerFailing(),
                    seen.changed(),
                    seen.words());
        }
    }

    /** Who proposed it; {@code subject} names them at the provider of identities, {@code null} where {@code by} is as told. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Proposed(String by, String subject, String at, String note, long revision) {}

    /** Who approved it, {@code subject} as for the proposal; {@code from} is the day from which it is to be active, {@code null} for at once. */
    public record Approved(
            String by,
            String subject,
            String at,
            String note,
            boolean alone,
            String from,
            String despiteExamples,
            String fewerExamples) {}

    /**
     * A draft that cannot be read.
     *
     * @param why what is in the way
     */
    static DraftJson unreadable(String id, String why) {
        return new DraftJson(
                id,
                id,
                "",
                null,
                "",
                "",
                "unreadable",
                "",
                false,
                0,
                "",
                "",
                null,
                List.of(),
                0,
                0,
                null,
                null,
                null,
                null,
                why,
                null);
    }

    /**
     * A draft.
     *
     * @param baseIsActive whether the ruleset that it changes judges claims now
     * @param tables those that differ from the base's
     * @param refused why it was not published though its day has come; {@code null} if that is not so
     * @param seen what it was last seen to do to claims; {@code null} if nobody has looked
     */
    static DraftJson of(
            Draft draft,
            boolean baseIsActive,
            List<Workbench.Standing> tables,
            String refused,
            DraftImpacts.Seen seen) {
        return new DraftJson(
                draft.id(),
                draft.head().name(),
                draft.head().author(),
                draft.head().subject(),
                draft.head().reason(),
                draft.head().source(),
                draft.state().toString(),
                draft.base(),
                baseIsActive,
                draft.revision(),
                draft.createdAt().toString(),
                draft.changedAt().toString(),
                tables,
                draft.workbooks().keySet().stream()
                        .filter(file -> !file.endsWith(".xlsx"))
                        .toList(),
                draft.done().size(),
                draft.undone().size(),
                draft.done().isEmpty()
                        ? null
                        : draft.done().get(draft.done().size() - 1).what(),
                draft.proposal() == null
                        ? null
                        : new Proposed(
                                draft.proposal().by(),
                                draft.proposal().subject(),
                                draft.proposal().at().toString(),
                                draft.proposal().note(),
                                draft.proposal().revision()),
                draft.approval() == null
                        ? null
                        : new Approved(
                                draft.approval().by(),
                                draft.approval().subject(),
                                draft.approval().at().toString(),
                                draft.approval().note(),
                                draft.approval().alone(),
                                draft.approval().from() == null
                                        ? null
                                        : draft.approval().from().toString(),
                                draft.approval().despiteExamples(),
                                draft.approval().fewerExamples()),
                draft.release(),
                refused,
                seen == null ? null : Seen.of(seen, draft));
    }
}
