package org.hearth.json;

import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.Origin;
import org.hearth.finding.MendRefusedException;
import org.hearth.finding.PatchOperation;

/**
 * A claim as its JSON text stands in an input, and as it would with a patch made on it. A trial changes nothing until it is
 * taken. Not safe for use by several threads.
 */
public final class ClaimJson {

    /**
     * A patch made on the text.
     *
     * @param claim as it is read back
     * @param text the whole text
     */
    public record Trial(Claim claim, byte[] text) {

        /** Names the claim only. */
        @Override
        public String toString() {
            return "Trial[" + claim.claimId() + "]";
        }
    }

    private final byte[] sent;
    private final Origin origin;
    private byte[] text;

    ClaimJson(byte[] text, Origin origin) {
        this.sent = text;
        this.text = text;
        this.origin = origin;
    }

    byte[] text() {
        return text;
    }

    /**
     * Makes a patch on the claim as it stands, after those that were taken.
     *
     * @throws MendRefusedException if it cannot be made, or the claim could not be read with it
     */
    public Trial attempt(List<PatchOperation> patch) throws MendRefusedException {
        byte[] patched = text;
        for (PatchOperation operation : patch) {
            if (!List.of("add", "replace", "remove").contains(operation.op())) {
                throw new MendRefusedException(
                        operation.path(), "the operation is none that is made here; write add, replace or remove");
            }
            patched = ClaimSplice.apply(patched, operation);
        }
        try {
            return new Trial(ClaimReader.read(patched, origin), patched);
        } catch (InvalidClaimException e) {
            Problem first = e.problems().get(0);
            throw new MendRefusedException(first.pointer(), first.message());
        }
    }

    /** Takes a trial for what the claim is from now on; {@code null} for the claim as it stands in its input. */
    public void take(Trial trial) {
        text = trial == null ? sent : trial.text();
    }
}
