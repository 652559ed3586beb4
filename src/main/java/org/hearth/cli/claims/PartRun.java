package org.hearth.cli.claims;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.hearth.batch.Batch;
import org.hearth.batch.Part;
import org.hearth.batch.Pasts;
import org.hearth.batch.Sidecars;
import org.hearth.cli.console.Progress;
import org.hearth.data.Digest;

/** Hands the inputs over to a part of a run: those before it as the past of its claims, then its own. */
final class PartRun {

    private final Part part;
    private final ClaimInputs inputs;
    private final List<ClaimInputs.Listed> listed;

    /** @throws IOException if a folder cannot be read */
    PartRun(Part part, ClaimInputs inputs) throws IOException {
        this.part = part;
        this.inputs = inputs;
        listed = inputs.listed();
        part.share(listed.stream().mapToLong(ClaimInputs.Listed::size).sum());
    }

    Part part() {
        return part;
    }

    /**
     * Stands for the inputs and for how they are judged.
     *
     * @param how what else decides on the answer
     */
    String name(List<String> how) {
        Digest digest = new Digest();
        how.forEach(digest::add);
        for (ClaimInputs.Listed one : listed) {
            digest.add(one.name() == null ? one.file() : one.name()).add(Long.toString(one.size()));
        }
        return digest.hex(32);
    }

    /** Judges what is the part's. @param own takes inputs that the part does not answer for as a whole, too */
    void run(Progress progress, Sidecars sidecars, Batch batch, Pasts pasts, ClaimInputs.Taker own) throws IOException {
        for (ClaimInputs.Listed one : listed) {
            part.begin(one.size());
            if (part.isBehindInput()) {
                inputs.take(one, progress, before(sidecars, pasts));
            } else if (!part.isBeforeInput()) {
                part.answersInput();
                inputs.take(one, progress, new ClaimInputs.Taker() {
                    @Override
                    public void take(InputStream in, String name) throws IOException {
                        batch.run(part.open(in, name, sidecars::joinedTo, pasts));
                    }

                    @Override
                    public void broken(String file, String reason) throws IOException {
                        if (part.hasEndOfInput()) {
                            own.broken(file, reason);
                        }
                    }
                });
            }
        }
    }

    private ClaimInputs.Taker before(Sidecars sidecars, Pasts pasts) {
        return new ClaimInputs.Taker() {
            @Override
            public void take(InputStream in, String name) throws IOException {
                part.passOver(in, name, sidecars::joinedTo, pasts);
            }

            @Override
            public void broken(String file, String reason) {
                // the part tells of it to which its end belongs
            }
        };
    }
}
