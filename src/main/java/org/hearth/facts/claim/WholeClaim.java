package org.hearth.facts.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hearth.claim.Claim;
import org.hearth.claim.HeaderFact;
import org.hearth.claim.OtherPayer;
import org.hearth.claim.Payer;
import org.hearth.codes.Codes;
import org.hearth.codes.DayNumber;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.BillKind;
import org.hearth.facts.line.Line;
import org.hearth.finding.InWords;
import org.hearth.finding.Subject;
import org.hearth.history.Earlier;

/** A claim of either kind as a whole: what it carries, the form of its identifiers, its total beside its lines. */
@InWords("claim")
public final class WholeClaim implements Subject {

    private final Bill bill;
    private final Carried carried;
    private final List<String> misshapen;
    private final LineTotal total;
    private final Earlier alike;
    private final int daysBeforeAdmission;
    private final List<Integer> coveredLines;
    private final Filing filing;
    private final int serviceLines;

    WholeClaim(Bill bill, List<Line> lines, Carried carried, Codes codes) {
        Claim claim = bill.claim();
        this.bill = bill;
        this.carried = carried;
        this.misshapen = misshapen(claim);
        this.total = LineTotal.of(claim, lines);
        this.alike = bill.history().alike().orElse(null);
        this.daysBeforeAdmission = bill.daysBeforeAdmission();
        this.coveredLines =
                lines.stream().filter(Line::coveredCharge).map(Line::lineNumber).toList();
        this.filing = Filing.of(bill, codes);
        this.serviceLines = (int) lines.stream().filter(Carried::billsService).count();
    }

    private static List<String> misshapen(Claim claim) {
        List<String> misshapen = new ArrayList<>(0);
        if (claim.attending() != null
                && claim.attending().npi() != null
                && !Identifiers.npi(claim.attending().npi())) {
            misshapen.add("attending NPI");
        }
        if (claim.billingProviderNpi() != null && !Identifiers.npi(claim.billingProviderNpi())) {
            misshapen.add("billing NPI");
        }
        if (claim.beneficiaryId() != null && !Identifiers.mbi(claim.beneficiaryId())) {
            misshapen.add("member id");
        }
        return misshapen;
    }

    /** The claim's header. */
    public Bill bill() {
        return bill;
    }

    /** {@code 32X}, {@code 34X}, {@code notice} or {@code void}, as {@link Bill#kind()}. */
    public String kind() {
        return bill.kind();
    }

    /** Whether it voids an earlier claim, whose defects it repeats; the cancellation of a notice does not. */
    public boolean voids() {
        return bill.is(BillKind.VOID);
    }

    /** The frequency, fourth character of the type of bill. */
    public String frequency() {
        return bill.frequency();
    }

    /** Statement-from, as {@link org.hearth.codes.Day}. */
    @DayNumber
    public int from() {
        return bill.from();
    }

    /** Statement-through, as {@link org.hearth.codes.Day}. */
    @DayNumber
    public int through() {
        return bill.through();
    }

    /** How the claim was handed in: {@code 837I} or {@code JSON}. */
    public String door() {
        return bill.door();
    }

    /** What kind of payer the claim is sent to (SBR09), such as {@code MA}; {@code unknown} where nobody says. */
    public String filingIndicator() {
        Payer payer = bill.claim().payer();
        return payer == null || payer.filingIndicator() == null ? "unknown" : payer.filingIndicator();
    }

    /** What the batch is said to hold, {@code CH} claims or {@code RP} reports of encounters; {@code null} if not known. */
    public String transactionType() {
        return bill.claim().transactionType();
    }

    /** Characters of the claim's own number. */
    public int claimNumberLength() {
        return bill.claim().claimId().length();
    }

    /**
     * A fact that the claim does not have, as far as anybody knows; {@code null} where it has it.
     *
     * @param fact the field's own term, as {@link HeaderFact}
     */
    public String lacking(String fact) {
        return HeaderFact.of(fact).isOn(bill.claim()) ? null : fact;
    }

    /**
     * A fact that only the claim's sender knows; {@code null} where the sender says it.
     *
     * @param need the fact, as {@link Need}
     */
    public String unsaid(String need) {
        return Need.of(need).isMetBy(bill) ? null : need;
    }

    /** Whether the claim is known to be without a fact: not where nobody says. */
    boolean isWithout(String fact) {
        return bill.claim().isWithout(HeaderFact.of(fact));
    }

    /** Whether the claim has every one of these, as {@link Carried#all}. */
    public boolean carries(String... items) {
        return carried.all(items);
    }

    /** Whether the claim has none of these, as {@link Carried#none}. */
    public boolean lacks(String... items) {
        return carried.none(items);
    }

    /** Whether the claim has any of these, as {@link Carried#count}. */
    public boolean carriesAny(String... items) {
        return carried.count(items) > 0;
    }

    /** Whether the claim has more than one of these, as {@link Carried#count}. */
    public boolean carriesSeveral(String... items) {
        return carried.count(items) > 1;
    }

    /** The numbers of the lines of which a part of the charge is covered. */
    public List<Integer> coveredLines() {
        return coveredLines;
    }

    /** Those lines in words: {@code line 1}, {@code lines 1, 3}. */
    public String coveredLinesInWords() {
        String numbers = coveredLines.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return (coveredLines.size() == 1 ? "line " : "lines ") + numbers;
    }

    /** In what turn the payer pays, as SBR01 says it: {@code P} first, {@code S} second; {@code null} if not known. */
    public String responsibility() {
        Payer payer = bill.claim().payer();
        return payer == null ? null : payer.responsibility();
    }

    /** Whether the claim names other payers: {@code named} or {@code none}; {@code unknown} where nobody says. */
    public String otherPayers() {
        List<OtherPayer> others = bill.claim().otherPayers();
        return others == null ? "unknown" : others.isEmpty() ? "none" : "named";
    }

    /** Whether a line stands under one of some families of revenue codes, as {@link Bill#bills}. */
    public boolean bills(String... families) {
        return bill.bills(families);
    }

    /**
     * Which of {@code attending NPI}, {@code billing NPI} and {@code member id} do not have their form: of an NPI ten
     * digits of which the last checks the others, of a member id that of a Medicare beneficiary identifier.
     */
    public List<String> misshapen() {
        return misshapen;
    }

    /** The total as billed beside the sum of the lines, as {@link LineTotal#billedIs()}. */
    public String total() {
        return total.billedIs();
    }

    /** The charges of the lines in US dollars, without a sum line. */
    public BigDecimal lineTotal() {
        return total.lines();
    }

    /** The total charge as billed in US dollars; {@code null} where there is none. */
    public BigDecimal billedTotal() {
        return total.billed();
    }

    /** Whether a standing claim agrees with it in everything that the payer compares (reason code 38200). */
    public boolean billedBefore() {
        return alike != null;
    }

    /**
     * Where that claim is known from: {@code request}, {@code file} or {@code store}; {@code none} if there is none.
     */
    public String duplicateFrom() {
        return alike == null ? "none" : alike.source().toString();
    }

    /** The claim that it agrees with, as {@link Earlier#named()}. */
    public String duplicateOf() {
        return alike.named();
    }

    /** How many days the statement starts before the admission; 0 where it does not. */
    public int daysBeforeAdmission() {
        return daysBeforeAdmission;
    }

    /** When it was filed, beside the last day for it. */
    public Filing filing() {
        return filing;
    }

    /** How many lines bill something: all but HIPPS lines and a sum line. */
    public int serviceLines() {
        return serviceLines;
    }

    /** How many days it was received before the statement's last day; 0 where it was not, or where nobody says. */
    public int daysBeforeEnd() {
        LocalDate received = bill.claim().receivedDate();
        return received == null ? 0 : (int) Math.max(0, ChronoUnit.DAYS.between(received, bill.statementThrough()));
    }

    @Override
    public String pointer() {
        return bill.pointer();
    }
}
