package org.hearth.batch;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hearth.beside.ContextRows;
import org.hearth.claim.Claim;
import org.hearth.claim.ClaimContext;
import org.hearth.data.Room;
import org.hearth.finding.Shown;
import org.hearth.json.GivenContexts;
import org.hearth.json.Problem;
import org.hearth.json.Problems;

/**
 * Contexts given beside claims, joined to them by claim number, then by member id: what a claim's own context does not say they say,
 * part by part. What could not be used is said at the end. Not safe for use by several threads.
 */
public final class Contexts {

    private static final int MOST_NAMED = 5;

    /**
     * What a context that says one thing was seen to take, with its key; its row may have twenty. What it says besides takes no more than
     * the four bytes that are counted for each of its rows.
     */
    private static final int BYTES_OF_CONTEXT = 250;

    /** A file of contexts, and what is wrong with it. */
    private record Source(String file, List<Problem> problems) {}

    /** A context, and the file that it is from. */
    private record Held(ClaimContext context, Source source) {}

    private final Room room;
    private final List<Source> sources = new ArrayList<>();
    private final Map<String, Held> byClaim = new HashMap<>();
    private final Map<String, Held> byMember = new HashMap<>();
    private final Set<String> claimsMet = new HashSet<>();
    private final Set<String> membersMet = new HashSet<>();

    Contexts(Room room) {
        this.room = room;
    }

    /**
     * Takes in a file of contexts; what cannot be used of it is said at the end. What earlier files say of the same claim or member
     * holds, and of the parts of which they say nothing what this one says.
     *
     * @param name the file's name, without its folder
     * @param in JSON, CSV or a workbook, gzip or plain; the caller closes it
     * @throws IOException if the bytes cannot be had
     */
    public void add(String name, InputStream in) throws IOException {
        Source source = new Source(name, new ArrayList<>());
        sources.add(source);
        byte[] content = BesideBytes.of(in, room);
        if (content == null) {
            source.problems().add(BesideBytes.TOO_LARGE);
            return;
        }
        GivenContexts given = ContextRows.read(content);
        room.take(BYTES_OF_CONTEXT * given.contexts().size());
        source.problems().addAll(given.problems());
        for (GivenContexts.Given one : given.contexts()) {
            if (one.claimId() != null) {
                hold(byClaim, one.claimId(), new Held(one.context(), source));
            } else {
                hold(byMember, key(one.beneficiaryId()), new Held(one.context(), source));
            }
        }
    }

    private static void hold(Map<String, Held> all, String key, Held more) {
        all.merge(key, more, (first, next) -> new Held(first.context().orElse(next.context()), first.source()));
    }

    private static String key(String memberId) {
        return memberId.strip().toUpperCase(Locale.ROOT);
    }

    /** An input with the contexts joined to its claims. */
    Intake joinedTo(Intake claims) {
        return () -> {
            Intake.Item item = claims.next();
            if (item instanceof Intake.Unread unread && unread.claimId() != null) {
                claimsMet.add(unread.claimId());
            }
            return item instanceof Intake.Read read ? new Intake.Read(joined(read.claim())) : item;
        };
    }

    private Claim joined(Claim claim) {
        ClaimContext context = claim.context();
        Held own = byClaim.get(claim.claimId());
        if (own != null) {
            claimsMet.add(claim.claimId());
            context = context.orElse(own.context());
        }
        String member = claim.beneficiaryId() == null ? null : key(claim.beneficiaryId());
        Held ofMember = member == null ? null : byMember.get(member);
        if (ofMember != null) {
            membersMet.add(member);
            context = context.orElse(ofMember.context());
        }
        return context == claim.context()
                ? claim
                : claim.toBuilder().context(context).build();
    }

    /** The ends of the files of contexts: what is wrong with each, and what is for no claim that was read so far. */
    List<Intake> ends() {
        return sources.stream().map(this::end).toList();
    }

    private Intake end(Source source) {
        List<Problem> warnings = new ArrayList<>();
        List<String> claims = byClaim.entrySet().stream()
                .filter(entry -> entry.getValue().source() == source)
                .map(Map.Entry::getKey)
                .filter(claim -> !claimsMet.contains(claim))
                .map(Shown::value)
                .sorted()
                .toList();
        if (!claims.isEmpty()) {
            warnings.add(new Problem(
                    "",
                    null,
                    "no claim " + String.join(", ", claims.subList(0, Math.min(MOST_NAMED, claims.size())))
                            + (claims.size() > MOST_NAMED ? " and " + (claims.size() - MOST_NAMED) + " more" : "")
                            + " was read, of which a context is given",
                    "correct the claim's number, or check the file that holds the claim too"));
        }
        long members = byMember.entrySet().stream()
                .filter(entry -> entry.getValue().source() == source && !membersMet.contains(entry.getKey()))
                .count();
        if (members > 0) {
            warnings.add(new Problem(
                    "",
                    null,
                    (members == 1 ? "one context is" : members + " contexts are")
                            + " for a member of whom no claim was read",
                    "compare the member ids, or check the file that holds the claims too"));
        }
        Problems damage = source.problems().isEmpty()
                ? null
                : new Problems(
                        "urn:hearth:problem:unused-context",
                        "unused context",
                        422,
                        "contexts could not be used whole",
                        source.problems());
        Intake.End end = new Intake.End(source.file(), damage, warnings);
        return () -> end;
    }
}
