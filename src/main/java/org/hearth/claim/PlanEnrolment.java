package org.hearth.claim;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * An enrolment in a Medicare Advantage or another plan that takes Medicare's place.
 *
 * @param span its days; the end may be open
 * @param contract the plan's contract with Medicare, such as {@code H9999}; {@code null} if not known
 * @param claimsBy who handles the claims of its days; {@code null} if nobody says
 */
public record PlanEnrolment(DateSpan span, String contract, ClaimsBy claimsBy) {

    /** Who handles the claims of an enrolment. */
    public enum ClaimsBy {
        /** The plan, all of them. */
        PLAN("plan"),
        /** Medicare's contractor, some or all of them. */
        CONTRACTOR("contractor");

        private final String word;

        ClaimsBy(String word) {
            this.word = word;
        }

        /** That of a word, if there is one. */
        public static Optional<ClaimsBy> of(String word) {
            return Stream.of(values()).filter(by -> by.word.equals(word)).findFirst();
        }

        /** As the JSON form says it: {@code plan}, {@code contractor}. */
        @Override
        public String toString() {
            return word;
        }
    }

    /** An enrolment of which nobody says more than its days. */
    public PlanEnrolment(DateSpan span) {
        this(span, null, null);
    }
}
