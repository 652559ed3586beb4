package org.hearth.x12.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hearth.finding.MendRefusedException;

/**
 * Changes of the codes of the header (HI): a code is a composite of a segment, which has at most twelve of them, and a kind
 * of code has at most two segments.
 */
final class CodesDraft {

    private static final String LOOP = "2300";
    private static final int MOST_OF_A_SEGMENT = 12;
    private static final int MOST_OF_A_KIND = 24;
    /** Which component of a diagnosis says whether it was present on admission. */
    private static final int PRESENT_ON_ADMISSION = 9;

    /** A kind of code: the qualifiers of its composites, the first of which new ones get. */
    private enum Kind {
        CONDITION("BG"),
        OCCURRENCE("BH"),
        SPAN("BI"),
        VALUE("BE"),
        PRINCIPAL("ABK", "BK"),
        DIAGNOSIS("ABF", "BF");

        private final List<String> qualifiers;

        Kind(String... qualifiers) {
            this.qualifiers = List.of(qualifiers);
        }

        static Kind of(String name) {
            return switch (name) {
                case "conditionCodes" -> CONDITION;
                case "occurrenceCodes" -> OCCURRENCE;
                case "occurrenceSpans" -> SPAN;
                case "valueCodes" -> VALUE;
                case "principalDiagnosis" -> PRINCIPAL;
                default -> DIAGNOSIS;
            };
        }
    }

    /** Qualifiers of diagnoses from ICD-9, each of which has a twin from ICD-10 with an {@code A} before it. */
    private static final List<String> ICD_9 = List.of("BK", "BF", "BJ", "PR", "BN");

    /** Where a composite stands. */
    private record At(int segment, int element) {}

    private final Draft draft;
    private final Step step;
    private final Kind kind;

    private CodesDraft(Draft draft, Step step) {
        this.draft = draft;
        this.step = step;
        this.kind = Kind.of(step.name(0));
    }

    static void apply(Draft draft, Step step) throws MendRefusedException {
        CodesDraft codes = new CodesDraft(draft, step);
        if (step.name(0).equals("diagnosisVersion")) {
            codes.version();
        } else if (codes.kind == Kind.PRINCIPAL) {
            codes.principal();
        } else {
            codes.list();
        }
    }

    private List<At> places() {
        List<At> places = new ArrayList<>();
        for (int index = 1; index < draft.headerEnd(); index++) {
            RawSegment segment = draft.claim.get(index);
            for (int element = 1; segment.is("HI") && element <= segment.elements(); element++) {
                if (kind.qualifiers.contains(segment.value(element))) {
                    places.add(new At(index, element));
                }
            }
        }
        return places;
    }

    private void list() throws MendRefusedException {
        List<At> places = places();
        if (step.size() == 1) {
            whole(places, step.removes() ? List.of() : step.items());
            return;
        }
        int index = step.index(1, places.size());
        if (step.size() == 3) {
            part(places.get(index));
        } else if (step.size() > 3) {
            throw step.unknown();
        } else if (step.verb() == Step.Verb.ADD) {
            insert(index, places, composite(step.pointer(), step.value()));
        } else if (step.removes()) {
            requireNoTwin(places, places.get(index));
            remove(places.get(index));
        } else {
            replace(places.get(index));
        }
    }

    /** Other codes in the place of all: what else a composite says stays with its code, or with its place where the code changes. */
    private void whole(List<At> places, List<?> items) throws MendRefusedException {
        List<String> sent = new ArrayList<>();
        for (At at : places) {
            sent.add(draft.claim.get(at.segment()).element(at.element()));
        }
        List<String> codes = new ArrayList<>(places.stream().map(this::code).toList());
        List<String> composites = new ArrayList<>();
        for (int index = 0; index < items.size(); index++) {
            String composite = composite(step.pointer() + "/" + index, items.get(index));
            int kept = kind == Kind.DIAGNOSIS ? codes.indexOf(items.get(index)) : -1;
            composites.add(kept < 0 ? composite : sent.get(kept));
            if (kept >= 0) {
                codes.set(kept, null);
            } else if (kind == Kind.DIAGNOSIS
                    && index < codes.size()
                    && codes.get(index) != null
                    && !items.contains(codes.get(index))) {
                At at = places.get(index);
                noteKept(at, step.pointer() + "/" + index);
                composites.set(
                        index,
                        draft.claim
                                .get(at.segment())
                                .with(at.element(), 2, (String) items.get(index))
                                .element(at.element()));
            }
        }
        for (int index = places.size() - 1; index >= 0; index--) {
            remove(places.get(index));
        }
        for (int index = 0; index < composites.size(); index++) {
            insert(index, places(), composites.get(index));
        }
    }

    private String code(At at) {
        return draft.claim.get(at.segment()).value(at.element(), 2);
    }

    /** One code twice with something else beside it, such as present on admission, is not one entry that stands twice. */
    private void requireNoTwin(List<At> places, At gone) throws MendRefusedException {
        String element = draft.claim.get(gone.segment()).element(gone.element());
        for (At at : places) {
            if (draft.certain
                    && code(at).equals(code(gone))
                    && !draft.claim.get(at.segment()).element(at.element()).equals(element)) {
                throw new MendRefusedException(
                        step.pointer(),
                        "the code stands there again with something else beside it, such as present on admission;"
                                + " say which of them holds");
            }
        }
    }

    private void principal() throws MendRefusedException {
        if (step.size() > 1) {
            throw step.unknown();
        }
        List<At> places = places();
        if (places.isEmpty() && !step.removes()) {
            draft.insert(LOOP, 0, draft.ownEnd(), "HI", composite(step.pointer(), step.value()));
        } else if (!places.isEmpty() && step.removes()) {
            remove(places.get(0));
        } else if (!places.isEmpty()) {
            replace(places.get(0));
        }
    }

    /** A code in the place of another: what else its composite says, such as present on admission, stays. */
    private void replace(At at) throws MendRefusedException {
        if (!(step.value() instanceof Map<?, ?> members)) {
            set(at, 2, required(step.pointer(), step.value()));
            noteKept(at, step.pointer());
            return;
        }
        String code = required(step.pointer() + "/code", members.get("code"));
        String[] fresh = components(step.pointer(), members);
        set(at, 2, code);
        for (int component = 3; component <= 5; component++) {
            set(at, component, component <= fresh.length ? fresh[component - 1] : "");
        }
    }

    private void noteKept(At at, String pointer) {
        boolean diagnosis = kind == Kind.PRINCIPAL || kind == Kind.DIAGNOSIS;
        if (diagnosis
                && !draft.claim
                        .get(at.segment())
                        .value(at.element(), PRESENT_ON_ADMISSION)
                        .isEmpty()) {
            draft.keep(pointer);
        }
    }

    private void part(At at) throws MendRefusedException {
        String pointer = step.pointer();
        String field = step.name(2);
        if (field.equals("code") && kind != Kind.CONDITION && kind != Kind.DIAGNOSIS) {
            set(at, 2, required(pointer, step.value()));
        } else if (kind == Kind.OCCURRENCE && field.equals("date")) {
            set(at, 3, "D8");
            set(at, 4, requiredDay(pointer, step.value()));
        } else if (kind == Kind.VALUE && field.equals("amount")) {
            set(at, 5, required(pointer, step.value()));
        } else if (kind == Kind.SPAN && (field.equals("from") || field.equals("through"))) {
            String days = draft.claim.get(at.segment()).value(at.element(), 4);
            String day = requiredDay(pointer, step.value());
            String first = days.substring(0, Math.min(8, days.length()));
            String last = days.substring(Math.max(0, days.length() - 8));
            set(at, 3, "RD8");
            set(at, 4, field.equals("from") ? day + "-" + last : first + "-" + day);
        } else {
            throw step.unknown();
        }
    }

    private void set(At at, int component, String value) {
        draft.set(at.segment(), at.element(), component, value);
    }

    private String composite(String pointer, Object value) throws MendRefusedException {
        if (value instanceof Map<?, ?> members) {
            return draft.composite(components(pointer, members));
        }
        return draft.composite(qualifier(), required(pointer, value));
    }

    private String[] components(String pointer, Map<?, ?> members) throws MendRefusedException {
        String code = required(pointer + "/code", members.get("code"));
        return switch (kind) {
            case OCCURRENCE ->
                new String[] {qualifier(), code, "D8", requiredDay(pointer + "/date", members.get("date"))};
            case SPAN ->
                new String[] {
                    qualifier(),
                    code,
                    "RD8",
                    requiredDay(pointer + "/from", members.get("from")) + "-"
                            + requiredDay(pointer + "/through", members.get("through"))
                };
            case VALUE ->
                new String[] {qualifier(), code, "", "", required(pointer + "/amount", members.get("amount"))};
            default -> throw step.unknown();
        };
    }

    private String required(String pointer, Object value) throws MendRefusedException {
        String text = draft.text(pointer, value);
        if (text.isBlank()) {
            throw new MendRefusedException(pointer, "nothing stands there; write the code or value");
        }
        return text;
    }

    private static String requiredDay(String pointer, Object value) throws MendRefusedException {
        String day = Draft.day(pointer, value);
        if (day.isEmpty()) {
            throw new MendRefusedException(pointer, "a date is missing; write one such as `2026-11-23`");
        }
        return day;
    }

    /** The qualifier that a new code gets: that of the claim's other diagnoses, for a diagnosis. */
    private String qualifier() {
        boolean icd9 = (kind == Kind.PRINCIPAL || kind == Kind.DIAGNOSIS)
                && draft.claim.subList(1, draft.headerEnd()).stream()
                        .anyMatch(segment -> segment.is("HI", "BK") || segment.is("HI", "BF"));
        return kind.qualifiers.get(icd9 ? 1 : 0);
    }

    /** Puts a code in before the one at an index; a segment that becomes too long gives its last to the next. */
    private void insert(int index, List<At> places, String composite) throws MendRefusedException {
        if (places.size() >= MOST_OF_A_KIND) {
            throw new MendRefusedException(
                    step.pointer(), "an 837I carries at most " + MOST_OF_A_KIND + " codes of this kind");
        }
        if (places.isEmpty()) {
            draft.insert(LOOP, 0, draft.ownEnd(), "HI", composite);
            return;
        }
        At at = index < places.size() ? places.get(index) : places.get(index - 1);
        int element = index < places.size() ? at.element() : at.element() + 1;
        put(at.segment(), element, composite);
    }

    private void put(int segment, int element, String composite) {
        RawSegment longer = draft.claim.get(segment).plus(element, composite);
        if (longer.elements() <= MOST_OF_A_SEGMENT) {
            draft.claim.set(segment, longer);
            return;
        }
        String last = longer.element(MOST_OF_A_SEGMENT + 1);
        RawSegment full = longer.minus(MOST_OF_A_SEGMENT + 1);
        if (!full.raw().equals(draft.claim.get(segment).raw())) {
            draft.claim.set(segment, full);
        }
        int next = segment + 1;
        if (next < draft.headerEnd()
                && draft.claim.get(next).is("HI")
                && kind.qualifiers.contains(draft.claim.get(next).value(1))) {
            put(next, 1, last);
        } else {
            draft.insert(next, "HI", last);
        }
    }

    private void remove(At at) {
        RawSegment shorter = draft.claim.get(at.segment()).minus(at.element());
        if (shorter.elements() == 0) {
            draft.claim.remove(at.segment());
        } else {
            draft.claim.set(at.segment(), shorter);
        }
    }

    /** The edition that the diagnoses are taken from is said with each of them. */
    private void version() throws MendRefusedException {
        if (step.removes() || step.size() > 1) {
            throw new MendRefusedException(step.pointer(), "write `ICD-10` or `ICD-9`");
        }
        boolean icd9 = draft.text(step).equals("ICD-9");
        for (int index = 1; index < draft.headerEnd(); index++) {
            for (int element = 1;
                    draft.claim.get(index).is("HI")
                            && element <= draft.claim.get(index).elements();
                    element++) {
                String qualifier = draft.claim.get(index).value(element);
                String plain = qualifier.startsWith("A") ? qualifier.substring(1) : qualifier;
                String wanted = icd9 ? plain : "A" + plain;
                if (ICD_9.contains(plain) && !qualifier.equals(wanted)) {
                    draft.set(index, element, wanted);
                }
            }
        }
    }
}
