package org.hearth.batch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import org.hearth.claim.Claim;
import org.hearth.claim.ServiceLine;
import org.hearth.claim.TreatmentMinutes;
import org.hearth.finding.Shown;
import org.hearth.json.ClaimMinutes;
import org.hearth.json.Problem;
import org.hearth.json.Problems;

/**
 * Minutes given beside the claims, joined to them by claim id and by line number or line control number. Every claim of
 * an id gets them. What cannot be used is said after the claim, which keeps what it says itself; what is for no claim
 * at all, at the end. Not safe for use by several threads.
 */
public final class Minutes {

    /** What a line alone in its claim was seen to take; its row may have sixteen. */
    private static final int BYTES_OF_LINE = 200;

    private final Map<String, ClaimMinutes> byClaim = new LinkedHashMap<>();
    private final Set<String> met = new HashSet<>();

    /** Minutes, each claim once. */
    public Minutes(List<ClaimMinutes> claims) {
        claims.forEach(claim -> byClaim.put(claim.claimId(), claim));
    }

    /** How many bytes of memory they take, about. */
    public int bytes() {
        return BYTES_OF_LINE
                * byClaim.values().stream()
                        .mapToInt(claim -> claim.lines().size())
                        .sum();
    }

    /** An input with its claims' minutes joined. */
    public Intake joinedTo(Intake claims) {
        Queue<Intake.Item> next = new ArrayDeque<>();
        return () -> {
            if (!next.isEmpty()) {
                return next.remove();
            }
            Intake.Item item = claims.next();
            if (item instanceof Intake.Unread unread) {
                met.add(unread.claimId());
            }
            return item instanceof Intake.Read read ? joined(read, next) : item;
        };
    }

    /** What is for none of the claims that were read so far. */
    public Intake unmatched() {
        Iterator<ClaimMinutes> rest = byClaim.values().stream()
                .filter(claim -> !met.contains(claim.claimId()))
                .iterator();
        return () -> {
            if (!rest.hasNext()) {
                return new Intake.End(null, null);
            }
            ClaimMinutes claim = rest.next();
            return unused(
                    claim,
                    List.of(new Problem(
                            "/claims/" + claim.place(),
                            null,
                            "no claim " + Shown.value(claim.claimId()) + " was read",
                            "correct `claimId`, or check the file that holds the claim too")));
        };
    }

    private Intake.Read joined(Intake.Read read, Queue<Intake.Item> problems) {
        Claim claim = read.claim();
        ClaimMinutes minutes = byClaim.get(claim.claimId());
        if (minutes == null) {
            return read;
        }
        met.add(claim.claimId());
        Join join = new Join(claim, minutes);
        Claim joined = join.claim();
        if (!join.problems.isEmpty()) {
            problems.add(unused(minutes, join.problems));
        }
        return new Intake.Read(joined);
    }

    private static Intake.Unused unused(ClaimMinutes claim, List<Problem> problems) {
        return new Intake.Unused(
                claim.claimId(),
                new Problems(
                        "urn:hearth:problem:unused-minutes",
                        "unused minutes",
                        422,
                        "minutes for claim " + Shown.value(claim.claimId()) + " could not be used",
                        problems));
    }

    /** One claim and the minutes for it. */
    private static final class Join {

        private final Claim claim;
        private final ClaimMinutes minutes;
        private final List<Problem> problems = new ArrayList<>();

        Join(Claim claim, ClaimMinutes minutes) {
            this.claim = claim;
            this.minutes = minutes;
        }

        Claim claim() {
            List<ServiceLine> lines = new ArrayList<>(claim.lines());
            Set<Integer> taken = new HashSet<>();
            for (int place = 0; place < minutes.lines().size(); place++) {
                ClaimMinutes.Line line = minutes.lines().get(place);
                String pointer = "/claims/" + minutes.place() + "/lines/" + place;
                int index = index(line, pointer);
                if (index >= 0 && !taken.add(index)) {
                    complain(pointer, shown(line) + " got its minutes from an entry above", "leave one out");
                } else if (index >= 0) {
                    lines.set(index, filled(claim.lines().get(index), line, pointer));
                }
            }
            return claim.toBuilder().lines(lines).build();
        }

        /** Which line of the claim is meant; -1 if that cannot be told. */
        private int index(ClaimMinutes.Line wanted, String pointer) {
            int found = -1;
            for (int index = 0; index < claim.lines().size(); index++) {
                if (matches(wanted, claim.lines().get(index))) {
                    if (found >= 0) {
                        complain(pointer, several(wanted), "tell the line by its `lineNumber` too");
                        return -1;
                    }
                    found = index;
                }
            }
            if (found < 0) {
                complain(pointer, "the claim has no " + shown(wanted), "correct the number, or leave the line out");
            }
            return found;
        }

        private static String several(ClaimMinutes.Line wanted) {
            return "the claim has several lines" + shown(wanted).substring("line".length());
        }

        private static boolean matches(ClaimMinutes.Line wanted, ServiceLine line) {
            return (wanted.lineNumber() == null || wanted.lineNumber() == line.lineNumber())
                    && (wanted.lineControl() == null || wanted.lineControl().equals(line.lineControl()));
        }

        private ServiceLine filled(ServiceLine line, ClaimMinutes.Line given, String pointer) {
            TreatmentMinutes by = line.minutesBy() == null ? given.minutesBy() : line.minutesBy();
            boolean differs = line.minutes() != null && line.minutes() != given.minutes()
                    || by != null && given.minutesBy() != null && !by.equals(given.minutesBy());
            if (differs) {
                complain(
                        pointer,
                        "the claim itself has other minutes for " + shown(given) + ", and they were used",
                        "make the two agree, or leave one out");
                return line;
            }
            return line.withMinutes(given.minutes(), by);
        }

        private static String shown(ClaimMinutes.Line line) {
            String number = line.lineNumber() == null ? "" : "line `" + line.lineNumber() + "`";
            if (line.lineControl() == null) {
                return number;
            }
            String control = Shown.value(line.lineControl());
            return number.isEmpty()
                    ? "line with control number " + control
                    : number + " with control number " + control;
        }

        private void complain(String pointer, String message, String fix) {
            problems.add(new Problem(pointer, null, message, fix));
        }
    }
}
