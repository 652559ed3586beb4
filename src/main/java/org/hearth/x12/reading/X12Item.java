package org.hearth.x12.reading;

import java.io.Serializable;
import java.util.List;
import org.hearth.claim.Claim;

/** What {@link X12Reader#next()} finds next: a claim, a claim that cannot be read, or the end. */
public sealed interface X12Item {

    /**
     * A claim that was read.
     *
     * @param claim with an {@link X12Origin}
     */
    record LocatedClaim(Claim claim) implements X12Item {

        /** Names the claim only: a claim holds the member id. */
        @Override
        public String toString() {
            return "LocatedClaim[" + claim.claimId() + "]";
        }
    }

    /**
     * A claim that cannot be read; the claims after it are read all the same.
     *
     * @param claimId CLM01, or {@code null} if it has none
     * @param problems what is wrong with it, the first ten in the order of the file; at least one
     * @param unlisted how many more problems there are than {@code problems} lists
     */
    record Refused(String claimId, List<X12Problem> problems, int unlisted) implements X12Item {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /**
     * The end of the file, or of what can be read of it. Every claim before the damage was yielded.
     *
     * @param claims how many claims were read
     * @param refused how many claims could not be read
     * @param problems what is wrong with the file itself, the first twenty in the order of the file
     * @param unlisted how many more problems there are than {@code problems} lists
     * @param warnings what the file does that payers may not take, though it was read; each kind once
     * @param errors where what stands above the claims departs from the guide, the first twenty in the order of the file
     */
    record End(
            int claims,
            int refused,
            List<X12Problem> problems,
            int unlisted,
            List<X12Problem> warnings,
            List<X12Problem> errors)
            implements X12Item, Serializable {
        public End {
            problems = List.copyOf(problems);
            warnings = List.copyOf(warnings);
            errors = List.copyOf(errors);
        }

        /** The end of a file that was not compared with the guide. */
        public End(int claims, int refused, List<X12Problem> problems, int unlisted, List<X12Problem> warnings) {
            this(claims, refused, problems, unlisted, warnings, List.of());
        }

        /**
         * The end of a file that was read in parts.
         *
         * @param parts the ends of all parts, in the order of the file
         * @param problems what is wrong with the file itself, as whoever reads all of it finds it
         * @param unlisted how many more problems there are than {@code problems} lists
         */
        public static End of(List<End> parts, List<X12Problem> problems, int unlisted) {
            int claims = 0;
            int refused = 0;
            FirstProblems warnings = new FirstProblems(X12Reader.LISTED);
            FirstProblems errors = new FirstProblems(GuidedReader.LISTED_OF_THE_FILE);
            for (End part : parts) {
                claims += part.claims;
                refused += part.refused;
                part.warnings.forEach(warnings::addOnce);
                part.errors.forEach(errors::add);
            }
            return new End(claims, refused, problems, unlisted, warnings.first(), errors.first());
        }

        /** Whether the file was read from its first interchange header to its last trailer and both agree. */
        public boolean whole() {
            return problems.isEmpty();
        }
    }
}
