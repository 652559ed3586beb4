package org.hearth.x12.correction;

import java.util.Map;
import org.hearth.finding.MendRefusedException;

/** Changes of the claim's header: its own segments, its practitioners and its other payers. */
final class HeaderDraft {

    private static final String LOOP = "2300";
    private static final String RANGE = "RD8";
    private static final String DAY = "D8";
    private static final String BATCH =
            "it stands above the claim, where other claims share it; change it in the system that writes the file";

    /** Where a text of the header stands. */
    private record Place(String tag, String qualifier, int element) {}

    private static final Map<String, Place> TEXTS = Map.of(
            "claimId", new Place("CLM", null, 1),
            "delayReason", new Place("CLM", null, 20),
            "priority", new Place("CL1", null, 1),
            "pointOfOrigin", new Place("CL1", null, 2),
            "patientStatus", new Place("CL1", null, 3),
            "treatmentAuthorization", new Place("REF", "G1", 2),
            "originalClaimNumber", new Place("REF", "F8", 2),
            "remarks", new Place("NTE", "ADD", 2));

    private HeaderDraft() {}

    static void apply(Draft draft, Step step) throws MendRefusedException {
        String name = step.name(0);
        if (name.equals("attending") || name.equals("referring")) {
            practitioner(draft, step, name.equals("attending") ? "71" : "DN");
            return;
        }
        if (name.equals("otherPayers")) {
            otherPayer(draft, step);
            return;
        }
        if (step.size() > 1) {
            throw step.unknown();
        }
        Place place = TEXTS.get(name);
        if (place != null) {
            text(draft, place, draft.text(step));
            return;
        }
        switch (name) {
            case "totalCharge" -> draft.set(0, 2, Draft.number(step.pointer(), step.value()));
            case "typeOfBill" -> typeOfBill(draft, step);
            case "statementFrom", "statementThrough" -> statement(draft, step, name.equals("statementFrom"));
            case "admissionDate" -> admission(draft, Draft.day(step.pointer(), step.value()));
            case "receivedDate", "transactionType", "billingProviderNpi" ->
                throw new MendRefusedException(step.pointer(), BATCH);
            default -> throw step.unknown();
        }
    }

    private static void text(Draft draft, Place place, String value) {
        int at = draft.find(0, draft.headerEnd(), place.tag(), place.qualifier());
        boolean ofSegment = place.qualifier() != null;
        if (at >= 0 && ofSegment && value.isEmpty()) {
            draft.claim.remove(at);
        } else if (at >= 0) {
            draft.set(at, place.element(), value);
        } else if (!value.isEmpty()) {
            at = ofSegment
                    ? draft.insert(LOOP, 0, draft.ownEnd(), place.tag(), place.qualifier())
                    : draft.insert(LOOP, 0, draft.ownEnd(), place.tag());
            draft.set(at, place.element(), value);
        }
    }

    private static void typeOfBill(Draft draft, Step step) throws MendRefusedException {
        String written = draft.text(step);
        if (!written.matches("0?[0-9]{2}[0-9A-Z]")) {
            throw new MendRefusedException(step.pointer(), "it is no type of bill; write one such as `0329`");
        }
        int frequency = written.length() - 1;
        draft.set(0, 5, 1, written.substring(frequency - 2, frequency));
        draft.set(0, 5, 3, written.substring(frequency));
    }

    private static void statement(Draft draft, Step step, boolean from) throws MendRefusedException {
        String day = Draft.day(step.pointer(), step.value());
        int at = draft.find(1, draft.headerEnd(), "DTP", "434");
        if (at < 0 || day.isEmpty()) {
            throw new MendRefusedException(step.pointer(), "a claim has both statement dates; write the right one");
        }
        String days = draft.claim.get(at).value(3);
        String first = days.substring(0, Math.min(8, days.length()));
        String last = days.substring(Math.max(0, days.length() - 8));
        draft.set(at, 2, RANGE);
        draft.set(at, 3, from ? day + "-" + last : first + "-" + day);
    }

    private static void admission(Draft draft, String day) {
        int at = draft.find(1, draft.headerEnd(), "DTP", "435");
        if (at < 0 && !day.isEmpty()) {
            draft.insert(LOOP, 0, draft.ownEnd(), "DTP", "435", DAY, day);
        } else if (at >= 0 && day.isEmpty()) {
            draft.claim.remove(at);
        } else if (at >= 0) {
            // the hour of an admission stays
            String value = draft.claim.get(at).value(3);
            draft.set(at, 3, value.length() > 8 ? day + value.substring(8) : day);
        }
    }

    private static void practitioner(Draft draft, Step step, String entity) throws MendRefusedException {
        int at = draft.find(1, draft.headerEnd(), "NM1", entity);
        if (step.size() == 1) {
            if (step.removes()) {
                removeProvider(draft, at);
                return;
            }
            at = at < 0 ? insertProvider(draft, entity) : at;
            for (String field : new String[] {"lastName", "firstName", "npi"}) {
                name(
                        draft,
                        at,
                        field,
                        draft.text(step.pointer() + "/" + field, step.members().get(field)));
            }
            return;
        }
        String value = draft.text(step);
        if (step.size() > 2) {
            throw step.unknown();
        }
        if (!name(draft, at < 0 ? insertProvider(draft, entity) : at, step.name(1), value)) {
            throw step.unknown();
        }
    }

    /** The attending provider is the first of the claim's, the referring one the last. */
    private static int insertProvider(Draft draft, String entity) {
        return draft.insert(entity.equals("71") ? draft.ownEnd() : draft.headerEnd(), "NM1", entity, "1");
    }

    private static void removeProvider(Draft draft, int at) {
        if (at < 0) {
            return;
        }
        draft.claim.remove(at);
        while (at < draft.headerEnd() && !draft.claim.get(at).is("NM1")) {
            draft.claim.remove(at);
        }
    }

    private static boolean name(Draft draft, int at, String field, String value) {
        switch (field) {
            case "lastName" -> draft.set(at, 3, value);
            case "firstName" -> draft.set(at, 4, value);
            case "npi" -> {
                draft.set(at, 8, value.isEmpty() ? "" : "XX");
                draft.set(at, 9, value);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private static void otherPayer(Draft draft, Step step) throws MendRefusedException {
        int[] loops = java.util.stream.IntStream.range(draft.headerEnd(), draft.claim.size())
                .takeWhile(index -> !draft.claim.get(index).is("LX"))
                .filter(index -> draft.claim.get(index).is("SBR"))
                .toArray();
        if (step.size() != 3) {
            throw new MendRefusedException(
                    step.pointer(),
                    "another payer is more than a claim keeps of it; put it in or take it out in the system that"
                            + " writes the file");
        }
        int index = step.index(1, loops.length);
        int at = loops[index];
        int end = index + 1 < loops.length ? loops[index + 1] : at + 1;
        while (index + 1 == loops.length
                && end < draft.claim.size()
                && !draft.claim.get(end).is("LX")) {
            end++;
        }
        switch (step.name(2)) {
            case "filingIndicator" -> draft.set(at, 9, draft.text(step));
            case "responsibility" -> draft.set(at, 1, draft.text(step));
            case "paid" -> paid(draft, at, end, Draft.number(step.pointer(), step.value()));
            default -> throw step.unknown();
        }
    }

    private static void paid(Draft draft, int from, int to, String amount) {
        int at = draft.find(from, to, "AMT", "D");
        if (at >= 0 && amount.isEmpty()) {
            draft.claim.remove(at);
        } else if (at >= 0) {
            draft.set(at, 2, amount);
        } else if (!amount.isEmpty()) {
            int own = draft.find(from, to, "NM1", null);
            draft.insert("2320", from, own < 0 ? to : own, "AMT", "D", amount);
        }
    }
}
