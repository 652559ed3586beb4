package org.hearth.finding;

import java.util.List;

/**
 * What a finding says to whoever can mend it.
 *
 * @param message what is wrong, one line
 * @param fix what to do about it, one line
 * @param patch the mend, only where it is certain; else empty
 */
public record Advice(String message, String fix, List<PatchOperation> patch) {

    public Advice {
        patch = List.copyOf(patch);
    }
}
