package org.hearth.x12.correction;

import java.util.List;
import org.hearth.finding.MendRefusedException;

/** Changes of what stands above a claim in the loops of its subscriber, where they are this claim's alone. */
final class SubscriberDraft {

    private SubscriberDraft() {}

    static void apply(Draft draft, Step step) throws MendRefusedException {
        if (draft.shared != null) {
            throw new MendRefusedException(step.pointer(), draft.shared);
        }
        if (step.name(0).equals("beneficiaryId") && step.size() == 1) {
            String id = draft.text(step);
            set(draft, step, "NM1", "IL", 8, id.isEmpty() ? "" : "MI");
            set(draft, step, "NM1", "IL", 9, id);
        } else if (step.name(0).equals("payer") && step.size() == 1) {
            for (String field : List.of("filingIndicator", "responsibility", "name", "id")) {
                payer(
                        draft,
                        step,
                        field,
                        draft.text(step.pointer() + "/" + field, step.members().get(field)));
            }
        } else if (step.name(0).equals("payer") && step.size() == 2) {
            payer(draft, step, step.name(1), draft.text(step));
        } else {
            throw step.unknown();
        }
    }

    private static void payer(Draft draft, Step step, String field, String value) throws MendRefusedException {
        switch (field) {
            case "filingIndicator" -> set(draft, step, "SBR", null, 9, value);
            case "responsibility" -> set(draft, step, "SBR", null, 1, value);
            case "name" -> set(draft, step, "NM1", "PR", 3, value);
            case "id" -> set(draft, step, "NM1", "PR", 9, value);
            default -> throw step.unknown();
        }
    }

    private static void set(Draft draft, Step step, String tag, String qualifier, int element, String value)
            throws MendRefusedException {
        for (int index = 0; index < draft.subscriber.size(); index++) {
            RawSegment segment = draft.subscriber.get(index);
            if (qualifier == null ? segment.is(tag) : segment.is(tag, qualifier)) {
                draft.subscriber.set(index, segment.with(element, value));
                return;
            }
        }
        throw new MendRefusedException(
                step.pointer(),
                "the claim has no " + tag + " segment for it; put it in with the system that writes the file");
    }
}
