package org.hearth.batch;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.json.Problem;
import org.hearth.json.Problems;

/** An input that yields claims one at a time. Not safe for use by several threads. */
public interface Intake {

    /** What stands next in an input. */
    sealed interface Item {}

    /**
     * A claim.
     *
     * @param claim as billed
     */
    record Read(Claim claim) implements Item {

        /** Names the claim only: a claim holds the member id. */
        @Override
        public String toString() {
            return "Read[" + claim.claimId() + "]";
        }
    }

    /**
     * A claim that could not be read; the claims after it are read all the same.
     *
     * @param file the input's name, or {@code null}
     * @param claimId the sender's own number for it, or {@code null} if it is not known
     * @param problem what is wrong with it
     */
    record Unread(String file, String claimId, Problems problem) implements Item {}

    /**
     * Minutes, given beside the claims, that could not be used whole.
     *
     * @param claimId the claim that they are for
     * @param problem what is wrong with them
     */
    record Unused(String claimId, Problems problem) implements Item {}

    /**
     * The end of the input.
     *
     * @param file the input's name, or {@code null}
     * @param problem why it could not be read whole; {@code null} if it was
     * @param warnings what a payer may not take, though it was read
     * @param errors what breaks the guide of the file and is in none of the claims that are judged
     */
    record End(String file, Problems problem, List<Problem> warnings, List<Problem> errors)
            implements Item, Serializable {
        public End {
            warnings = List.copyOf(warnings);
            errors = List.copyOf(errors);
        }

        /** An end without an error of the guide. */
        public End(String file, Problems problem, List<Problem> warnings) {
            this(file, problem, warnings, List.of());
        }

        /** An end with neither a warning nor an error. */
        public End(String file, Problems problem) {
            this(file, problem, List.of(), List.of());
        }
    }

    /**
     * The next claim, or why it cannot be read, or the end.
     *
     * @throws IOException if the input itself fails
     */
    Item next() throws IOException;
}
