package org.hearth.finding;

import java.util.List;

/**
 * What a finding says to whoever can mend it.
 *
 * @param message what is wrong, one line
 * @param fix what to do about it, one line
 * @param patch the mend, only where exactly one is possible; else empty
 * @param mend how sure that mend is; {@code null} where there is none
 */
public record Advice(String message, String fix, List<PatchOperation> patch, Mend mend) {

    public Advice {
        patch = List.copyOf(patch);
        mend = patch.isEmpty() ? null : mend;
    }

    /** Advice without a mend. */
    public Advice(String message, String fix) {
        this(message, fix, List.of(), null);
    }
}
