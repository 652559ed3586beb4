package org.hearth.batch;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hearth.claim.Claim;
import org.hearth.data.Room;
import org.hearth.finding.Shown;
import org.hearth.json.Problem;
import org.hearth.json.Problems;
import org.hearth.x12.eligibility.EligibilityAnswer;
import org.hearth.x12.eligibility.EligibilityFile;
import org.hearth.x12.eligibility.EligibilityReader;

/**
 * Medicare's eligibility answers beside claims, joined to them by member id: what a claim's own context does not say an answer
 * says, part by part, where all days of the claim were asked for. Of two answers for one member the later one in the
 * inputs holds. What an answer was not good for is said at the end, and of a member id no more than its end. Not safe for
 * use by several threads.
 */
public final class Eligibility {

    private static final int MOST_NAMED = 5;

    /** A file of answers, and what is to be said of it. */
    private static final class Source {
        private final String file;
        private final List<Problem> problems = new ArrayList<>();
        private final List<Problem> warnings = new ArrayList<>();
        private final Outside outside = new Outside();

        Source(String file) {
            this.file = file;
        }
    }

    /** Claims with days that were not asked for: how many, the first of them, and all of their days. */
    private static final class Outside {
        private final List<String> first = new ArrayList<>();
        private int claims;
        private LocalDate from;
        private LocalDate through;

        void add(Claim claim) {
            if (claims++ < MOST_NAMED) {
                first.add(Shown.value(claim.claimId()));
            }
            from = from == null || claim.statementFrom().isBefore(from) ? claim.statementFrom() : from;
            through = through == null || claim.statementThrough().isAfter(through) ? claim.statementThrough() : through;
        }

        Problem warning() {
            int more = claims - first.size();
            return new Problem(
                    "",
                    null,
                    (claims == 1 ? "claim " : "claims ") + String.join(", ", first)
                            + (more > 0 ? " and " + more + " more have" : claims == 1 ? " has" : " have")
                            + " days that the answer for the member was not asked for; nothing was taken from it",
                    "ask for all days of a claim, here from " + from + " to " + through);
        }
    }

    /** An answer, and the file that it is from. */
    private record Held(EligibilityAnswer answer, Source source) {}

    private final Room room;
    private final List<Source> sources = new ArrayList<>();
    private final Map<String, Held> byMember = new HashMap<>();
    private final Set<String> met = new HashSet<>();

    Eligibility(Room room) {
        this.room = room;
    }

    /**
     * Takes in a file of answers; what cannot be used of it is said at the end.
     *
     * @param file its name, without its folder
     * @param in its bytes, gzip or plain; the caller closes it
     * @throws IOException if they cannot be had
     */
    public void add(String file, InputStream in) throws IOException {
        Source source = new Source(file);
        sources.add(source);
        byte[] content = BesideBytes.of(in, room);
        if (content == null) {
            source.problems.add(BesideBytes.TOO_LARGE);
            return;
        }
        EligibilityFile read = EligibilityReader.read(content);
        read.problems().forEach(remark -> source.problems.add(said(remark)));
        read.notes().forEach(remark -> source.warnings.add(said(remark)));
        for (EligibilityAnswer answer : read.answers()) {
            Held earlier = byMember.put(key(answer.memberId()), new Held(answer, source));
            if (earlier != null) {
                source.warnings.add(new Problem(
                        "",
                        null,
                        "the answer of " + answer.asOf() + " for the member "
                                + EligibilityAnswer.ending(answer.memberId())
                                + " takes the place of that of "
                                + earlier.answer().asOf(),
                        "give the answer that is to hold last"));
            }
        }
    }

    private static Problem said(EligibilityFile.Remark remark) {
        return new Problem("", null, remark.message(), remark.fix());
    }

    private static String key(String memberId) {
        return memberId.strip().toUpperCase(Locale.ROOT);
    }

    /** An input with what the answers say joined to its claims. */
    Intake joinedTo(Intake claims) {
        return () -> {
            Intake.Item item = claims.next();
            return item instanceof Intake.Read read ? new Intake.Read(joined(read.claim())) : item;
        };
    }

    private Claim joined(Claim claim) {
        Held held = claim.beneficiaryId() == null ? null : byMember.get(key(claim.beneficiaryId()));
        if (held == null) {
            return claim;
        }
        met.add(key(claim.beneficiaryId()));
        EligibilityAnswer answer = held.answer();
        if (!answer.covers(claim.statementFrom(), claim.statementThrough())) {
            held.source().outside.add(claim);
            return claim;
        }
        return claim.toBuilder()
                .context(claim.context().orElse(answer.about(claim.statementFrom(), claim.statementThrough())))
                .build();
    }

    /** The ends of the files of answers: what is wrong with each, and whose claims were not among those read so far. */
    List<Intake> ends() {
        List<Intake> ends = new ArrayList<>();
        for (Source source : sources) {
            List<String> unmatched = byMember.entrySet().stream()
                    .filter(entry -> entry.getValue().source() == source && !met.contains(entry.getKey()))
                    .map(entry -> EligibilityAnswer.ending(entry.getKey()))
                    .sorted()
                    .toList();
            List<Problem> warnings = new ArrayList<>(source.warnings);
            if (source.outside.claims > 0) {
                warnings.add(source.outside.warning());
            }
            if (!unmatched.isEmpty()) {
                warnings.add(unmatched(unmatched));
            }
            Intake.End end = new Intake.End(source.file, damage(source), warnings);
            ends.add(() -> end);
        }
        return ends;
    }

    private static Problem unmatched(List<String> members) {
        int more = members.size() - MOST_NAMED;
        return new Problem(
                "",
                null,
                (members.size() == 1 ? "one answer is" : members.size() + " answers are")
                        + " for a member of whom no claim was read: "
                        + String.join(", ", members.subList(0, Math.min(MOST_NAMED, members.size())))
                        + (more > 0 ? " and " + more + " more" : ""),
                "compare the member ids, or check the file that holds the claims too");
    }

    private static Problems damage(Source source) {
        return source.problems.isEmpty()
                ? null
                : new Problems(
                        "urn:hearth:problem:unused-eligibility",
                        "unused eligibility",
                        422,
                        "the eligibility answers could not be used whole",
                        source.problems);
    }
}
