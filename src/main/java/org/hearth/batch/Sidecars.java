package org.hearth.batch;

import java.util.ArrayList;
import java.util.List;
import org.hearth.data.Room;

/**
 * What is given beside claims: treatment minutes, contexts, eligibility answers. A claim's own word wins, then its context here,
 * then the answer, part by part. Not safe for use by several threads.
 */
public final class Sidecars {

    /** For a byte of what stands beside claims so many are kept while it is read: itself, and of an answer what is made of it, which was seen to be 2.3 times as large. */
    public static final int BYTES_KEPT = 4;

    private final Room room;
    private Minutes minutes;
    private Contexts contexts;
    private Eligibility eligibility;

    /** What one person gives, with all the memory there is. */
    public Sidecars() {
        this(Room.ENOUGH);
    }

    /** @param room where files are kept until all claims were read */
    public Sidecars(Room room) {
        this.room = room;
    }

    /** Sets the minutes; {@code null} leaves them out. */
    public Sidecars minutes(Minutes value) {
        minutes = value;
        return this;
    }

    /** The contexts given, to be read in. */
    public Contexts contexts() {
        contexts = contexts == null ? new Contexts(room) : contexts;
        return contexts;
    }

    /** The eligibility answers given, to be added to. */
    public Eligibility eligibility() {
        eligibility = eligibility == null ? new Eligibility(room) : eligibility;
        return eligibility;
    }

    /** An input with what stands beside its claims joined to them. */
    public Intake joinedTo(Intake claims) {
        Intake joined = minutes == null ? claims : minutes.joinedTo(claims);
        joined = contexts == null ? joined : contexts.joinedTo(joined);
        return eligibility == null ? joined : eligibility.joinedTo(joined);
    }

    /** What could not be used, once all claims were read: an input without claims for each. */
    public List<Intake> ends() {
        List<Intake> ends = new ArrayList<>();
        if (minutes != null) {
            ends.add(minutes.unmatched());
        }
        if (contexts != null) {
            ends.addAll(contexts.ends());
        }
        if (eligibility != null) {
            ends.addAll(eligibility.ends());
        }
        return ends;
    }
}
