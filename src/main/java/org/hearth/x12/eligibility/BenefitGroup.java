package org.hearth.x12.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hearth.claim.DateSpan;
import org.hearth.x12.segment.Days;
import org.hearth.x12.segment.Segment;

/**
 * One statement of an answer: an EB segment and what follows it up to the next. Its parts are taken by their qualifiers, not by
 * their places, since senders leave some out.
 */
final class BenefitGroup {

    private static final Set<String> PLAN_TYPES = Set.of("HM", "HN", "IN", "PR", "PS");
    private static final Set<String> PAYERS_BEFORE = Set.of("12", "13", "14", "15", "16", "41", "42", "43", "47", "WC");
    private static final Set<String> CERTIFICATIONS = Set.of("G0179", "G0180");

    /** A date of a group; without days where it is none. */
    private record Dated(String qualifier, DateSpan span) {}

    private final String kind;
    private final List<String> services;
    private final String insurance;
    private final String period;
    private final BigDecimal amount;
    private final String quantityQualifier;
    private final int quantity;
    private final String procedure;
    private final List<Dated> dates = new ArrayList<>(2);
    private final Map<String, String[]> references = new HashMap<>();
    private final List<String> messages = new ArrayList<>(1);
    private String npi;

    /** Begins with an EB segment. */
    BenefitGroup(Segment eb) {
        kind = eb.text(1) == null ? "" : eb.text(1);
        services = eb.repeats(3);
        insurance = eb.text(4);
        period = eb.text(6);
        amount = eb.number(7, 1);
        quantityQualifier = eb.text(9);
        quantity = eb.whole(10);
        procedure = eb.text(13, 2);
    }

    /** Takes in a segment that follows. */
    void read(Segment segment) {
        switch (segment.tag()) {
            case "DTP" -> dates.add(new Dated(segment.text(1), span(segment)));
            case "REF" ->
                references.putIfAbsent(
                        segment.text(1) == null ? "" : segment.text(1),
                        new String[] {segment.text(2), segment.text(3)});
            case "MSG" -> {
                if (segment.text(1) != null) {
                    messages.add(segment.text(1));
                }
            }
            case "NM1" -> {
                if (segment.is(1, "1P") && segment.is(8, "XX")) {
                    npi = segment.text(9);
                }
            }
            default -> {
                // addresses, contacts, days left: nothing that is used
            }
        }
    }

    /** The days of a DTP segment; a single day begins a span without an end. {@code null} if they are none. */
    static DateSpan span(Segment dtp) {
        Days days = new Days();
        if (days.readDtp(dtp) != null) {
            return null;
        }
        return new DateSpan(days.from(), dtp.is(2, "RD8") ? days.through() : null);
    }

    /** Its first code (EB01). */
    String kind() {
        return kind;
    }

    boolean kindIn(String... kinds) {
        return List.of(kinds).contains(kind);
    }

    boolean hasService(String type) {
        return services.contains(type);
    }

    boolean onlyService(String type) {
        return services.size() == 1 && hasService(type);
    }

    boolean isInsurance(String code) {
        return code.equals(insurance);
    }

    boolean namesNoInsurance() {
        return insurance == null;
    }

    String insurance() {
        return insurance;
    }

    boolean isPayerBefore() {
        return insurance != null && PAYERS_BEFORE.contains(insurance) && hasService("30");
    }

    boolean isEnrolment() {
        String contract = contract();
        return hasService("30")
                && !isPayerBefore()
                && (insurance != null && PLAN_TYPES.contains(insurance)
                        || contract != null && contract.startsWith("H")
                        || billOption() != null);
    }

    boolean isCertification() {
        return procedure != null && CERTIFICATIONS.contains(procedure);
    }

    boolean hasProcedure() {
        return procedure != null;
    }

    boolean isHomeHealth() {
        return hasService("42") || "26".equals(period) && (has("472") || has("193") || has("194"));
    }

    boolean isHospice() {
        return hasService("45") || isInsurance("MA") && "26".equals(period) && has("292");
    }

    boolean isHospiceCount() {
        return isInsurance("MA") && "26".equals(period) && "99".equals(quantityQualifier) && quantity >= 0;
    }

    int quantity() {
        return quantity;
    }

    boolean isTherapy() {
        return isInsurance("MB")
                && !hasProcedure()
                && !has("348")
                && (hasService("AD") || hasService("AE") || hasService("AF"));
    }

    /** The amount, if it is one that was used and not one that is left. */
    BigDecimal used() {
        boolean saysUsed = messages.stream().anyMatch(message -> upper(message).contains("USED"));
        boolean saysLeft = messages.stream().anyMatch(message -> upper(message).contains("REMAIN"));
        return saysUsed && !saysLeft && !"29".equals(period) ? amount : null;
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    String npi() {
        return npi;
    }

    String contract() {
        String[] contract = references.get("18");
        return contract == null || contract[0] == null ? null : contract[0].split(" ")[0];
    }

    String benefitPackage() {
        String[] contract = references.get("18");
        String[] plan = references.get("N6");
        if (contract != null && contract[0] != null && contract[0].contains(" ")) {
            return contract[0].substring(contract[0].indexOf(' ') + 1).strip();
        }
        return plan == null ? null : plan[0];
    }

    String billOption() {
        return messages.stream()
                .filter(message -> upper(message).contains("BILL OPTION CODE"))
                .map(BenefitGroup::lastCharacter)
                .findFirst()
                .orElse(null);
    }

    /** How a hospice election ended, if a message ends with its code. */
    String revocation() {
        return messages.stream()
                .map(BenefitGroup::lastCharacter)
                .filter(last -> last.matches("[0-3]"))
                .findFirst()
                .orElse(null);
    }

    private static String lastCharacter(String message) {
        String text = message.strip();
        return text.isEmpty() ? "" : text.substring(text.length() - 1);
    }

    private boolean has(String qualifier) {
        return dates.stream().anyMatch(date -> qualifier.equals(date.qualifier()));
    }

    /** Whether it has a date of any kind, be it readable or not. */
    boolean isDated() {
        return !dates.isEmpty();
    }

    /** Whether a date of it is none. */
    boolean hasBrokenDate() {
        return dates.stream().anyMatch(date -> date.span() == null);
    }

    /** Whether a date of a qualifier is none. */
    boolean isBroken(String qualifier) {
        return dates.stream().anyMatch(date -> date.span() == null && qualifier.equals(date.qualifier()));
    }

    /** The spans of its dates of a qualifier, or of all of them where it has none such. */
    List<DateSpan> spans(String qualifier) {
        boolean any = !has(qualifier);
        return dates.stream()
                .filter(date -> date.span() != null && (any || qualifier.equals(date.qualifier())))
                .map(Dated::span)
                .toList();
    }

    /** The first day of a date of a qualifier; {@code null} if there is none. */
    LocalDate day(String qualifier) {
        return dates.stream()
                .filter(date -> date.span() != null && qualifier.equals(date.qualifier()))
                .map(date -> date.span().from())
                .findFirst()
                .orElse(null);
    }

    /** The days of all dates of a qualifier. */
    List<LocalDate> days(String qualifier) {
        return dates.stream()
                .filter(date -> date.span() != null && qualifier.equals(date.qualifier()))
                .map(date -> date.span().from())
                .toList();
    }
}
