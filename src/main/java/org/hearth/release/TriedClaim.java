package org.hearth.release;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hearth.claim.Claim;
import org.hearth.evaluate.Evaluation;
import org.hearth.evaluate.Evaluator;
import org.hearth.finding.Shown;
import org.hearth.json.ClaimWriter;
import org.hearth.json.InvalidClaimException;
import org.hearth.tables.content.ExampleRow;
import org.hearth.tables.workbook.Sheet;

/**
 * A claim that somebody tries, in the few words of an example: {@code {bill: 34X, lines: [2018-05-01 0420 97110 GP 2u 30m]}}.
 */
public final class TriedClaim {

    private static final YAMLMapper FLOW = new YAMLMapper(YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build());

    /** What an example may say, the two letters or digits of codes aside: nothing else gets into a sheet. */
    private static final Set<String> MEMBERS = Set.of(
            ("admissionDate amount answeredOn attending before bill billedThrough billingProviderNpi certifications claimsBy"
                            + " code codeSets conditionCodes context date delayReason diagnosisVersion discipline"
                            + " dischargedOn door filingIndicator firstName from history homeHealthPeriods homebound"
                            + " hospicePeriods icd10 initialTreatment inpatientStays kind lastName lines"
                            + " medicareAdvantagePeriods name noticeOfAdmission npi occurrenceCodes occurrenceSpans"
                            + " oneTimeVisits orderSigned otherDiagnoses otherPayers paid partA partB patientStatus payer"
                            + " payersBefore pdgm planSent pointOfOrigin principalDiagnosis priority received receivedDate"
                            + " referring remarks responsibility secondPlanEvaluations sent sentOn signed statementFrom"
                            + " statementThrough therapyAmountBefore through totalCharge transactionType"
                            + " underHomeHealthPlan valueCodes without")
                    .split(" "));

    /** What tells whose claim it is: in an example nobody's. */
    private static final Set<String> NUMBERS =
            Set.of("beneficiaryId", "claimId", "originalClaimNumber", "treatmentAuthorization");

    /** What practitioners are called in examples, which is what no practitioner is called. */
    private static final Set<String> NAMES = Set.of("lastName", "firstName");

    private static final Pattern MADE_UP = Pattern.compile("EXAMPLE|ALEX");
    private static final Pattern NOBODYS = Pattern.compile("unknown|A1|EXAMPLE[-A-Z0-9]{0,20}");

    /** A code, a discipline, or the day from which an amount before holds. */
    private static final Pattern KEY = Pattern.compile("[A-Z0-9]{2}|[A-Z]{2}_[A-Z]{3}|\\d{4}-\\d{2}-\\d{2}");

    /** A Medicare number, wherever it stands. */
    private static final Pattern MEDICARE_NUMBER =
            Pattern.compile("[1-9][A-Z][A-Z0-9]\\d-?[A-Z][A-Z0-9]\\d-?[A-Z]{2}\\d{2}", Pattern.CASE_INSENSITIVE);

    /** A claim in an example's words that cannot be read; the message says why. */
    public static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1L;

        UnreadableException(String message) {
            super(message, null, false, false);
        }
    }

    private final ObjectNode written;
    private final Example example;
    private final Claim claim;

    private TriedClaim(ObjectNode written, Example example, Claim claim) {
        this.written = written;
        this.example = example;
        this.claim = claim;
    }

    /**
     * Whether a text is in an example's words, and not a claim as JSON.
     *
     * @throws UnreadableException if it is neither
     */
    public static boolean isExample(String text) throws UnreadableException {
        return !written(text).has("typeOfBill");
    }

    /**
     * Reads a claim in an example's words.
     *
     * @throws UnreadableException if it cannot be read
     */
    public static TriedClaim of(String text) throws UnreadableException {
        ObjectNode written = written(text);
        Example example = new Example("", "tried", text, "none");
        try {
            return new TriedClaim(written, example, example.prepared().claim());
        } catch (IllegalArgumentException
                | NullPointerException
                | ClassCastException
                | IndexOutOfBoundsException
                | ArithmeticException
                | DateTimeException e) {
            // the reading of examples says so of whatever is written otherwise than it expects
            throw new UnreadableException(
                    e instanceof ClassCastException || e.getMessage() == null
                            ? "something in it is of another kind"
                            : e.getMessage());
        } catch (InvalidClaimException e) {
            throw new UnreadableException(e.problems().stream()
                    .map(problem -> problem.pointer() + ": " + problem.message())
                    .findFirst()
                    .orElse("it is no claim"));
        }
    }

    /**
     * Reads a claim in an example's words that the sheet Examples can hold: each of its lines is in short form, and so is each of
     * an earlier claim's; and nothing in it tells whose it is.
     *
     * @throws UnreadableException if it cannot be read, is not that short, may be somebody's, or would be read otherwise from
     *     the cells of the sheet
     */
    public static TriedClaim inShort(String text) throws UnreadableException {
        if (!isExample(text)) {
            throw new UnreadableException("an example is not a whole claim, which may be somebody's");
        }
        if (MEDICARE_NUMBER.matcher(text).find()) {
            throw new UnreadableException("there is a Medicare number in it: an example is nobody's");
        }
        nobodys(written(text));
        TriedClaim tried = of(text);
        if (!tried.isSameAsRow()) {
            throw new UnreadableException("in the cells of the sheet Examples it would be another claim");
        }
        return tried;
    }

    /** Whether the cells of the sheet Examples say the same claim. */
    private boolean isSameAsRow() {
        try {
            Example row =
                    Example.of(new ExampleRow("", Sheet.cellName(1, 0), "tried", bill(), lines(), rest(), "none", ""));
            Claim kept = row.toClaim();
            return ClaimWriter.line(kept).equals(ClaimWriter.line(claim))
                    && kept.asSent().door() == claim.asSent().door();
        } catch (IllegalArgumentException
                | NullPointerException
                | ClassCastException
                | IndexOutOfBoundsException
                | ArithmeticException
                | DateTimeException
                | InvalidClaimException e) {
            // what the cells hold cannot be read
            return false;
        }
    }

    /** Makes sure that nothing in a claim tells whose it is, nor in the claims before it. */
    private static void nobodys(JsonNode node) throws UnreadableException {
        for (JsonNode line : node.path("lines")) {
            if (!line.isTextual()) {
                throw new UnreadableException("a line of an example is in short form");
            }
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            String name = member.getKey();
            JsonNode value = member.getValue();
            if (NUMBERS.contains(name)) {
                if (!value.isNull() && !NOBODYS.matcher(value.asText()).matches()) {
                    throw new UnreadableException("`" + name + "` may be somebody's; leave it out, or write EXAMPLE");
                }
            } else if (NAMES.contains(name) && !MADE_UP.matcher(value.asText()).matches()) {
                throw new UnreadableException("`" + name + "` may be somebody's; leave it out, or write EXAMPLE");
            } else if (!isMember(name)) {
                throw new UnreadableException(
                        Shown.value(name) + " is in no example, and may tell whose claim it is; leave it out");
            }
            nobodys(value);
        }
        if (node.isArray()) {
            for (JsonNode item : node) {
                nobodys(item);
            }
        }
    }

    /** Whether an example may say something of this name. */
    static boolean isMember(String name) {
        return MEMBERS.contains(name)
                || NUMBERS.contains(name)
                || KEY.matcher(name).matches();
    }

    private static ObjectNode written(String text) throws UnreadableException {
        try {
            return ExampleClaims.written(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("it is neither JSON nor in the words of an example");
        }
    }

    /** The claim as it was written. */
    public String text() {
        return example.claim();
    }

    /** The complete claim. */
    public Claim claim() {
        return claim;
    }

    /** An evaluator for the claim, by the rulesets of another one. */
    public Evaluator on(Evaluator evaluator) {
        return example.on(evaluator);
    }

    /** The kind of bill, as the sheet Examples has it. */
    public String bill() {
        return written.path("bill").asText("34X");
    }

    /** The service lines, as the sheet Examples has them; only of one that was read by {@link #inShort}. */
    public String lines() {
        List<String> lines = new ArrayList<>();
        written.path("lines").forEach(line -> lines.add(line.asText().strip()));
        return String.join("; ", lines);
    }

    /** Everything else that is said of the claim, as YAML. */
    public String rest() {
        ObjectNode rest = written.deepCopy();
        rest.remove("bill");
        rest.remove("lines");
        if (rest.isEmpty()) {
            return "";
        }
        try {
            return FLOW.writeValueAsString(rest).strip();
        } catch (IOException e) {
            // nothing is written but memory
            throw new UncheckedIOException(e);
        }
    }

    /** What the claim comes to, as an example expects it. */
    public static String answer(Evaluation evaluation) {
        return Expectation.answer(evaluation);
    }
}
