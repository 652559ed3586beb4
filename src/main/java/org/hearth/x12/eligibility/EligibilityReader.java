package org.hearth.x12.eligibility;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.hearth.claim.ContextFact;
import org.hearth.claim.DateSpan;
import org.hearth.x12.eligibility.EligibilityFile.Remark;
import org.hearth.x12.segment.BrokenOffException;
import org.hearth.x12.segment.Quoted;
import org.hearth.x12.segment.Segment;
import org.hearth.x12.segment.SegmentReader;

/**
 * Reads eligibility answers (271) with any delimiters, any number of interchanges, transaction sets and beneficiaries, and whatever
 * a sender puts before or between interchanges. Damage costs what comes after it in its interchange; nothing a file holds
 * makes it throw.
 */
public final class EligibilityReader {

    private static final String RESEND = "fetch the answer again from where it came";
    private static final int MOST_REMARKS = 20;

    /** What clearinghouses call Medicare: {@code MEDICARE}, {@code MEDICARE PART A}, {@code MEDICARE A/B} and their like. */
    private static final Pattern MEDICARE =
            Pattern.compile("((ORIGINAL|TRADITIONAL) )?MEDICARE(( PARTS?)? (A|B|A ?(&|/|AND) ?(PART )?B))?");

    /** Codes of a rejected question (AAA03), and what they say. */
    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("42", "Medicare could not answer at the moment"),
            Map.entry("43", "the provider's number is missing or wrong"),
            Map.entry("50", "the provider may not ask"),
            Map.entry("51", "the provider is not on file"),
            Map.entry("56", "a date is wrong"),
            Map.entry("57", "a date is wrong"),
            Map.entry("58", "the birth date is missing or wrong"),
            Map.entry("62", "a date lies outside what may be asked"),
            Map.entry("63", "a date lies in the future"),
            Map.entry("71", "the birth date is another than on file"),
            Map.entry("72", "the member id is missing or wrong"),
            Map.entry("73", "the name is another than on file"),
            Map.entry("75", "the beneficiary was not found"));

    private final List<EligibilityAnswer> answers = new ArrayList<>();
    private final List<Remark> problems = new ArrayList<>();
    private final List<Remark> notes = new ArrayList<>();

    private String level = "";
    private LocalDate asOf;
    private String payer;
    private boolean payerIsMedicare;
    private boolean skipping;
    private AnswerDraft draft;
    private BenefitGroup group;
    private Remark rejection;
    private int answered;

    private EligibilityReader() {}

    /**
     * Reads a file.
     *
     * @param content its bytes, not compressed
     */
    public static EligibilityFile read(byte[] content) {
        EligibilityReader reader = new EligibilityReader();
        List<Integer> starts = starts(content);
        if (starts.isEmpty()) {
            reader.problem(
                    "this is no eligibility answer: it holds no interchange header (`ISA`)", "give the 271 file");
        }
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : content.length;
            reader.interchange(new ByteArrayInputStream(content, starts.get(i), end - starts.get(i)));
        }
        if (reader.answers.isEmpty() && reader.problems.isEmpty() && reader.notes.isEmpty()) {
            reader.problem("the file holds no answer about any beneficiary", RESEND);
        }
        return new EligibilityFile(reader.answers, reader.problems, reader.notes);
    }

    /** Where interchange headers begin: senders put lengths and control characters before and between them. */
    private static List<Integer> starts(byte[] content) {
        List<Integer> starts = new ArrayList<>();
        for (int at = 0; at + 106 <= content.length; at++) {
            if (content[at] == 'I' && content[at + 1] == 'S' && content[at + 2] == 'A') {
                byte delimiter = content[at + 3];
                if (!Character.isLetterOrDigit(delimiter)
                        && content[at + 6] == delimiter
                        && content[at + 17] == delimiter
                        && content[at + 103] == delimiter) {
                    starts.add(at);
                }
            }
        }
        return starts;
    }

    private void interchange(ByteArrayInputStream in) {
        SegmentReader segments = new SegmentReader(in);
        Segment segment = segments.segment();
        boolean ended = false;
        try {
            while (!ended && segments.next()) {
                segments.readElements();
                take(segment);
                ended = segment.tag().equals("IEA");
            }
        } catch (BrokenOffException e) {
            problem(
                    "the file is damaged"
                            + (draft == null
                                    ? ""
                                    : " in the answer for the member " + EligibilityAnswer.ending(draft.memberId()))
                            + "; what follows was not read",
                    RESEND);
            draft = null;
            group = null;
        }
        endTransaction();
    }

    private void take(Segment segment) {
        switch (segment.tag()) {
            case "ST" -> {
                endTransaction();
                skipping = !segment.is(1, "271");
                if (skipping) {
                    problem(
                            "this is no eligibility answer: its transaction set is " + Quoted.value(segment.text(1)),
                            "give the 271 file");
                }
            }
            case "BHT" -> asOf = segment.date(4, 1, 0);
            case "HL" -> {
                endBeneficiary();
                level = segment.text(3) == null ? "" : segment.text(3);
                if (level.equals("20")) {
                    payer = null;
                    payerIsMedicare = false;
                }
                if (level.equals("22") && !skipping) {
                    draft = new AnswerDraft(this::partUnread);
                }
            }
            case "SE" -> endTransaction();
            default -> {
                if (!skipping) {
                    inLevel(segment);
                }
            }
        }
    }

    private void inLevel(Segment segment) {
        if (segment.tag().equals("AAA")) {
            reject(segment.text(3), segment.text(4));
        } else if (level.equals("20") && segment.tag().equals("NM1")) {
            payer = segment.text(3) == null ? segment.text(9) : segment.text(3);
            payerIsMedicare = isMedicare(segment.text(3)) || isMedicare(segment.text(9));
        } else if (draft != null && segment.tag().equals("EB")) {
            endGroup();
            if (segment.is(1, "V")) {
                reject(null, null);
            }
            group = new BenefitGroup(segment);
        } else if (group != null) {
            group.read(segment);
        } else if (draft != null) {
            beneficiary(segment);
        }
    }

    private static boolean isMedicare(String name) {
        // plans have names that begin with the same word
        String upper = name == null ? "" : name.toUpperCase(Locale.ROOT).strip();
        return upper.equals("CMS")
                || upper.contains("CENTERS FOR MEDICARE")
                || MEDICARE.matcher(upper).matches();
    }

    private void beneficiary(Segment segment) {
        if (segment.tag().equals("NM1") && segment.is(1, "IL")) {
            draft.memberId(segment.text(9));
        } else if (segment.tag().equals("DTP")) {
            DateSpan span = BenefitGroup.span(segment);
            if (span == null) {
                if (segment.is(1, "442")) {
                    draft.unread(ContextFact.DIED_ON);
                }
                partUnread("a date of the beneficiary is none; it is left out");
            } else if (segment.is(1, "307") || segment.is(1, "291")) {
                draft.asked(span.through() == null ? new DateSpan(span.from(), span.from()) : span);
            } else if (segment.is(1, "442")) {
                draft.diedOn(span.from());
            }
        }
    }

    private void reject(String reason, String followUp) {
        String why = reason == null ? null : REASONS.getOrDefault(reason, "reason code " + Quoted.value(reason));
        if (rejection == null || why != null) {
            rejection = new Remark(
                    why == null ? "the question was rejected" : why,
                    "C".equals(followUp)
                            ? "correct the question and ask again"
                            : "ask again, or ask the contractor; nothing is known of this beneficiary");
        }
    }

    private void endGroup() {
        if (group != null) {
            draft.take(group);
            group = null;
        }
    }

    private void endBeneficiary() {
        if (draft == null) {
            return;
        }
        endGroup();
        AnswerDraft ended = draft;
        draft = null;
        answered++;
        String member = "the answer for the member " + EligibilityAnswer.ending(ended.memberId());
        if (!payerIsMedicare && !ended.isMedicare() && rejection == null) {
            problem(
                    member + " is of another payer: " + Quoted.identifier(payer),
                    "give Medicare's answer; another payer's tells nothing of a claim to Medicare");
        } else if (rejection != null) {
            note(member + " rejects the question, so nothing is known: " + rejection.message(), rejection.fix());
        } else if (ended.memberId() == null || asOf == null) {
            problem(member + " has no member id, or no date", RESEND);
        } else {
            answers.add(ended.answer(asOf));
        }
        rejection = null;
    }

    private void endTransaction() {
        endBeneficiary();
        if (rejection != null && answered == 0) {
            note("a question was rejected before any beneficiary: " + rejection.message(), rejection.fix());
        }
        rejection = null;
        answered = 0;
        level = "";
        asOf = null;
        payer = null;
        payerIsMedicare = false;
    }

    private void partUnread(String message) {
        note(
                "in the answer for the member " + EligibilityAnswer.ending(draft == null ? null : draft.memberId())
                        + " " + message,
                "look at the answer where it came from");
    }

    private void problem(String message, String fix) {
        add(problems, message, fix);
    }

    private void note(String message, String fix) {
        add(notes, message, fix);
    }

    private static void add(List<Remark> remarks, String message, String fix) {
        if (remarks.size() < MOST_REMARKS) {
            remarks.add(new Remark(message, fix));
        } else if (remarks.size() == MOST_REMARKS) {
            remarks.add(new Remark("and more of the like", fix));
        }
    }
}
