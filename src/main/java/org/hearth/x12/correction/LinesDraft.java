package org.hearth.x12.correction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.hearth.finding.MendRefusedException;

/** Changes of the service lines (loop 2400). */
final class LinesDraft {

    private static final String LOOP = "2400";
    private static final int MOST_LINES = 999;
    private static final int PROCEDURE = 2;
    private static final int FIRST_MODIFIER = 3;
    private static final int LAST_MODIFIER = 6;
    private static final List<String> INNER_LOOPS = List.of("LIN", "NM1", "SVD");

    private final Draft draft;
    private final int index;
    /** Where the line begins (LX), and where its own segments end. */
    private final int from;

    private LinesDraft(Draft draft, int index, int from) {
        this.draft = draft;
        this.index = index;
        this.from = from;
    }

    static void apply(Draft draft, Step step) throws MendRefusedException {
        List<Integer> starts = starts(draft);
        if (step.size() == 1) {
            throw new MendRefusedException(step.pointer(), "write the lines that change, each by itself");
        }
        int index = step.index(1, starts.size());
        if (step.size() > 2) {
            new LinesDraft(draft, index, starts.get(index)).field(step);
        } else if (step.removes()) {
            int end = index + 1 < starts.size() ? starts.get(index + 1) : draft.claim.size();
            draft.claim.subList(starts.get(index), end).clear();
            draft.linesMoved(index);
        } else if (step.verb() == Step.Verb.ADD) {
            add(draft, step, index, starts);
        } else {
            throw new MendRefusedException(step.pointer(), "write the fields of the line that change, each by itself");
        }
    }

    private static List<Integer> starts(Draft draft) {
        List<Integer> starts = new ArrayList<>();
        for (int index = 1; index < draft.claim.size(); index++) {
            if (draft.claim.get(index).is("LX")) {
                starts.add(index);
            }
        }
        return starts;
    }

    private static void add(Draft draft, Step step, int index, List<Integer> starts) throws MendRefusedException {
        if (starts.size() >= MOST_LINES) {
            throw new MendRefusedException(step.pointer(), "an 837I carries at most " + MOST_LINES + " lines a claim");
        }
        int at = index < starts.size() ? starts.get(index) : draft.claim.size();
        draft.insert(at, "LX", "");
        draft.insert(at + 1, "SV2");
        LinesDraft line = new LinesDraft(draft, index, at);
        Map<?, ?> members = step.members();
        // the first day before the last, whatever their order
        List<Object> names = new ArrayList<>(members.keySet());
        names.sort(Comparator.comparing(name -> name.equals("serviceThrough")));
        for (Object name : names) {
            if (!name.equals("lineNumber")) {
                line.field(new Step(
                        Step.Verb.ADD,
                        "/lines/" + index + "/" + name,
                        List.of("lines", String.valueOf(index), String.valueOf(name)),
                        members.get(name)));
            }
        }
        draft.linesMoved(index);
    }

    /** Lines count from 1 without a gap: those from an index on follow the one before. */
    static void renumber(Draft draft, int first) {
        List<Integer> starts = starts(draft);
        int number = 0;
        for (int index = 0; index < starts.size(); index++) {
            RawSegment lx = draft.claim.get(starts.get(index));
            String sent = lx.value(1);
            if (index < first) {
                number = sent.matches("\\d{1,6}") ? Integer.parseInt(sent) : number + 1;
                continue;
            }
            number++;
            if (!sent.equals(String.valueOf(number))) {
                draft.set(starts.get(index), 1, String.valueOf(number));
                draft.imply("add", "/lines/" + index + "/lineNumber", number);
            }
        }
    }

    private int end() {
        int end = from + 1;
        while (end < draft.claim.size()
                && !draft.claim.get(end).is("LX")
                && !INNER_LOOPS.contains(draft.claim.get(end).tag())) {
            end++;
        }
        return end;
    }

    private int service(Step step) throws MendRefusedException {
        int at = draft.find(from, end(), "SV2", null);
        if (at < 0) {
            throw new MendRefusedException(step.pointer(), "the line has no service (SV2)");
        }
        return at;
    }

    private void field(Step step) throws MendRefusedException {
        String field = step.name(2);
        if (field.equals("modifiers")) {
            modifiers(step);
            return;
        }
        if (field.equals("minutes") || field.equals("minutesBy") || field.equals("allowedAmount")) {
            draft.leave(step.pointer());
            return;
        }
        if (step.size() > 3) {
            throw step.unknown();
        }
        switch (field) {
            case "lineNumber" -> draft.set(from, 1, Draft.number(step.pointer(), step.value()));
            case "lineControl" -> control(draft.text(step));
            case "revenueCode" -> draft.set(service(step), 1, draft.text(step));
            case "procedureQualifier" -> draft.set(service(step), PROCEDURE, 1, draft.text(step));
            case "hcpcs" -> code(step);
            case "charge" -> draft.set(service(step), 3, Draft.number(step.pointer(), step.value()));
            case "units" -> units(step);
            case "nonCoveredCharge" -> draft.set(service(step), 7, Draft.number(step.pointer(), step.value()));
            case "serviceDate", "serviceThrough" -> dates(step, field.equals("serviceDate"));
            default -> throw step.unknown();
        }
    }

    private void control(String value) {
        int at = draft.find(from, end(), "REF", "6R");
        if (at >= 0 && value.isEmpty()) {
            draft.claim.remove(at);
        } else if (at >= 0) {
            draft.set(at, 2, value);
        } else if (!value.isEmpty()) {
            draft.insert(LOOP, from, end(), "REF", "6R", value);
        }
    }

    private void code(Step step) throws MendRefusedException {
        int at = service(step);
        String code = draft.text(step);
        if (!code.isEmpty() && draft.claim.get(at).value(PROCEDURE, 1).isEmpty()) {
            draft.set(at, PROCEDURE, 1, "HC");
            draft.imply("add", "/lines/" + index + "/procedureQualifier", "HC");
        }
        draft.set(at, PROCEDURE, 2, code);
    }

    private void units(Step step) throws MendRefusedException {
        int at = service(step);
        String units = Draft.number(step.pointer(), step.value());
        if (units.isEmpty()) {
            draft.set(at, 4, "");
        } else if (draft.claim.get(at).value(4).isEmpty()) {
            draft.set(at, 4, "UN");
        }
        draft.set(at, 5, units);
    }

    private void modifiers(Step step) throws MendRefusedException {
        int at = service(step);
        List<String> codes = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int component = FIRST_MODIFIER; component <= LAST_MODIFIER; component++) {
            String code = draft.claim.get(at).value(PROCEDURE, component);
            if (!code.isEmpty()) {
                codes.add(code);
                places.add(component);
            }
        }
        if (step.size() == 3) {
            codes.clear();
            for (Object item : step.removes() ? List.of() : step.items()) {
                codes.add(draft.text(step.pointer(), item));
            }
        } else {
            int place = step.index(3, codes.size());
            if (step.verb() == Step.Verb.ADD) {
                codes.add(place, draft.text(step));
            } else if (step.removes()) {
                codes.remove(place);
            } else {
                draft.set(at, PROCEDURE, places.get(place), draft.text(step));
                return;
            }
        }
        int most = LAST_MODIFIER - FIRST_MODIFIER + 1;
        if (codes.size() > most) {
            throw new MendRefusedException(step.pointer(), "a line carries at most " + most + " modifiers");
        }
        for (int component = LAST_MODIFIER; component >= FIRST_MODIFIER; component--) {
            int place = component - FIRST_MODIFIER;
            String code = place < codes.size() ? codes.get(place) : "";
            if (!draft.claim.get(at).value(PROCEDURE, component).equals(code)) {
                draft.set(at, PROCEDURE, component, code);
            }
        }
    }

    private void dates(Step step, boolean first) throws MendRefusedException {
        String day = Draft.day(step.pointer(), step.value());
        int at = draft.find(from, end(), "DTP", "472");
        if (at < 0) {
            if (!day.isEmpty() && !first) {
                throw new MendRefusedException(step.pointer(), "the line has no first day; write `serviceDate` too");
            }
            if (!day.isEmpty()) {
                draft.insert(LOOP, from, end(), "DTP", "472", "D8", day);
            }
            return;
        }
        if (first && day.isEmpty()) {
            draft.claim.remove(at);
            return;
        }
        String days = draft.claim.get(at).value(3);
        boolean range = draft.claim.get(at).value(2).equals("RD8");
        String from = first ? day : days.substring(0, Math.min(8, days.length()));
        String through = !first ? day : range ? days.substring(Math.max(0, days.length() - 8)) : "";
        boolean oneDay = through.isEmpty() || through.equals(from);
        draft.set(at, 2, oneDay ? "D8" : "RD8");
        draft.set(at, 3, oneDay ? from : from + "-" + through);
        if (oneDay && !through.isEmpty()) {
            draft.imply("remove", "/lines/" + index + "/serviceThrough", null);
        }
    }
}
