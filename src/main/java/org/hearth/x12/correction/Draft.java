package org.hearth.x12.correction;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.hearth.finding.MendRefusedException;
import org.hearth.finding.PatchOperation;
import org.hearth.x12.guide.SegmentOrder;
import org.hearth.x12.segment.Delimiters;

/** The segments of a claim and of its subscriber while a patch is made on them, operation by operation. */
final class Draft {

    final Delimiters delimiters;
    /** From the claim's own segment (CLM) to its last. */
    final List<RawSegment> claim;
    /** From the subscriber's level (HL) on. */
    final List<RawSegment> subscriber;
    /** Why the subscriber's segments cannot be changed; {@code null} if they can. */
    final String shared;
    /** Whether nobody looks at the patch before it is made. */
    final boolean certain;

    private final List<PatchOperation> made = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();
    private int firstMoved = Integer.MAX_VALUE;

    Draft(Delimiters delimiters, List<RawSegment> claim, List<RawSegment> subscriber, String shared, boolean certain) {
        this.delimiters = delimiters;
        this.claim = new ArrayList<>(claim);
        this.subscriber = new ArrayList<>(subscriber);
        this.shared = shared;
        this.certain = certain;
    }

    /**
     * The operations that were made, each with what follows from it and is none of the patch, such as the numbers of the
     * lines after one that goes.
     */
    List<PatchOperation> made() {
        return made;
    }

    /** The fields of the patch that an 837I has no place for. */
    List<String> left() {
        return left;
    }

    /** The diagnoses whose code changed and of which the file says still whether they were present on admission. */
    List<String> kept() {
        return kept;
    }

    /** Notes what follows from the operation at hand. */
    void imply(String op, String path, Object value) {
        made.add(new PatchOperation(op, path, value));
    }

    /** Notes a field that an 837I has no place for. */
    void leave(String pointer) {
        left.add(pointer);
    }

    /** Notes a diagnosis that has another code, and is present on admission as the one before it was. */
    void keep(String pointer) {
        kept.add(pointer);
    }

    /** Notes that the lines from an index on get other numbers. */
    void linesMoved(int first) {
        firstMoved = Math.min(firstMoved, first);
    }

    /** Makes a patch. */
    void apply(List<PatchOperation> patch) throws MendRefusedException {
        for (PatchOperation operation : patch) {
            apply(operation);
        }
        if (firstMoved < Integer.MAX_VALUE) {
            LinesDraft.renumber(this, firstMoved);
        }
    }

    private void apply(PatchOperation operation) throws MendRefusedException {
        Step step = Step.of(operation);
        made.add(operation);
        switch (step.name(0)) {
            case "lines" -> LinesDraft.apply(this, step);
            case "conditionCodes",
                    "occurrenceCodes",
                    "occurrenceSpans",
                    "valueCodes",
                    "otherDiagnoses",
                    "principalDiagnosis",
                    "diagnosisVersion" -> CodesDraft.apply(this, step);
            case "beneficiaryId", "payer" -> SubscriberDraft.apply(this, step);
            case "context", "history" -> leave(step.pointer());
            default -> HeaderDraft.apply(this, step);
        }
    }

    /** Where the claim's header ends: at its other payers, its lines or its end. */
    int headerEnd() {
        int end = 1;
        while (end < claim.size()
                && !claim.get(end).is("SBR")
                && !claim.get(end).is("LX")) {
            end++;
        }
        return end;
    }

    /** Where the claim's own segments end and its providers begin. */
    int ownEnd() {
        int end = headerEnd();
        for (int index = 1; index < end; index++) {
            if (claim.get(index).is("NM1")) {
                return index;
            }
        }
        return end;
    }

    /** The first segment of a tag and qualifier between two places; -1 if there is none. */
    int find(int from, int to, String tag, String qualifier) {
        for (int index = from; index < to; index++) {
            if (qualifier == null ? claim.get(index).is(tag) : claim.get(index).is(tag, qualifier)) {
                return index;
            }
        }
        return -1;
    }

    /**
     * Puts a new segment where the guide has it in a loop.
     *
     * @param from where the loop begins
     * @param to where its own segments end
     * @return where it stands
     */
    int insert(String loop, int from, int to, String... parts) {
        int place = SegmentOrder.place(loop, parts[0], parts.length < 2 ? "" : first(parts[1]));
        int at = from + 1;
        for (int index = from + 1; index < to; index++) {
            RawSegment segment = claim.get(index);
            int other = SegmentOrder.place(loop, segment.tag(), segment.value(1));
            if (other >= 0 && other <= place) {
                at = index + 1;
            }
        }
        return insert(at, parts);
    }

    /** Puts a new segment at a place, with the line end of the one before it. */
    int insert(int at, String... parts) {
        claim.add(at, RawSegment.of(delimiters, claim.get(at - 1).tail(), parts));
        return at;
    }

    private String first(String element) {
        int end = element.indexOf(delimiters.component());
        return end < 0 ? element : element.substring(0, end);
    }

    /** A composite of these components, those at its end that are empty left out. */
    String composite(String... components) {
        int size = components.length;
        while (size > 1 && components[size - 1].isEmpty()) {
            size--;
        }
        return String.join(
                String.valueOf((char) delimiters.component()),
                List.of(components).subList(0, size));
    }

    /** Sets a component of a segment of the claim. */
    void set(int at, int element, int component, String value) {
        claim.set(at, claim.get(at).with(element, component, value));
    }

    void set(int at, int element, String value) {
        set(at, element, 1, value);
    }

    /** The text of a value; empty where there is to be none. */
    String text(Step step) throws MendRefusedException {
        return text(step.pointer(), step.value());
    }

    /** The text of a value that can stand in this file; empty where there is to be none. */
    String text(String pointer, Object value) throws MendRefusedException {
        if (value == null) {
            return "";
        }
        if (!(value instanceof String text)) {
            throw new MendRefusedException(pointer, "it is no text; write it in quotation marks");
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == delimiters.element()
                    || c == delimiters.component()
                    || c == delimiters.repetition()
                    || c == delimiters.segment()) {
                throw new MendRefusedException(pointer, "`" + c + "` is a delimiter of this file; leave it out");
            }
            if (c < ' ' || c > '~') {
                throw new MendRefusedException(
                        pointer,
                        "it has a character that an 837I does not carry; write letters of the English alphabet");
            }
        }
        return text;
    }

    /** The number of a value as X12 writes it; empty where there is to be none. */
    static String number(String pointer, Object value) throws MendRefusedException {
        if (value == null) {
            return "";
        }
        if (!(value instanceof Number)) {
            throw new MendRefusedException(pointer, "it is no number; write it without quotation marks");
        }
        return new BigDecimal(value.toString()).toPlainString();
    }

    /** The eight digits of a day; empty where there is to be none. */
    static String day(String pointer, Object value) throws MendRefusedException {
        if (value == null) {
            return "";
        }
        try {
            return LocalDate.parse(String.valueOf(value)).format(DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            throw new MendRefusedException(pointer, "it is no day; write one such as `2026-11-23`");
        }
    }
}
