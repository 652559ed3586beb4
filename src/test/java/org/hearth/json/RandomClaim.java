package org.hearth.json;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.hearth.claim.AmountBucket;
import org.hearth.claim.Certification;
import org.hearth.claim.Claim;
import org.hearth.claim.ClaimContext;
import org.hearth.claim.ContextFact;
import org.hearth.claim.DateSpan;
import org.hearth.claim.DiagnosisVersion;
import org.hearth.claim.Discipline;
import org.hearth.claim.HeaderFact;
import org.hearth.claim.HomeHealthPeriod;
import org.hearth.claim.OccurrenceCode;
import org.hearth.claim.OccurrenceSpan;
import org.hearth.claim.OtherPayer;
import org.hearth.claim.Payer;
import org.hearth.claim.PayerBefore;
import org.hearth.claim.PlanEnrolment;
import org.hearth.claim.Practitioner;
import org.hearth.claim.ServiceLine;
import org.hearth.claim.TreatmentMinutes;
import org.hearth.claim.TypeOfBill;
import org.hearth.claim.ValueCode;

/** Claims of the right form, of no sense, each optional field absent in about one of three. */
public final class RandomClaim {

    private static final String UPPER = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String PRINTABLE = UPPER + "abcxyz-_/\\\"'{}[]:,;=+@#<>~!";
    private static final String ANY = PRINTABLE + " \u00e9\u4e2d\t\n\u0001\u2028\u202e";

    private final Random random;

    /** Claims by a source of chance. */
    public RandomClaim(Random random) {
        this.random = random;
    }

    /** The next one. */
    public Claim claim() {
        DateSpan statement = span();
        Claim.Builder claim = Claim.builder()
                .claimId(text(PRINTABLE, 1, 38))
                .typeOfBill(new TypeOfBill(
                        (random.nextBoolean() ? "032" : "034") + UPPER.charAt(random.nextInt(UPPER.length()))))
                .receivedDate(maybe(this::date))
                .statementFrom(statement.from())
                .statementThrough(statement.through())
                .admissionDate(maybe(this::date))
                .priority(maybe(() -> text(UPPER, 1, 1)))
                .pointOfOrigin(maybe(() -> text(UPPER, 1, 1)))
                .patientStatus(maybe(() -> text(UPPER, 2, 2)))
                .beneficiaryId(maybe(() -> text(PRINTABLE, 1, 80)))
                .billingProviderNpi(maybe(this::npi))
                .attending(maybe(this::practitioner))
                .referring(maybe(this::practitioner))
                .treatmentAuthorization(maybe(() -> text(PRINTABLE, 1, 50)))
                .originalClaimNumber(maybe(() -> text(PRINTABLE, 1, 50)))
                .principalDiagnosis(maybe(() -> text(UPPER, 3, 7)))
                .remarks(maybe(() -> "x" + text(ANY, 0, 80)))
                .totalCharge(maybe(this::amount))
                .context(context());
        claim.delayReason(maybe(() -> text(UPPER, 1, 2)))
                .transactionType(maybe(() -> text(UPPER, 2, 2)))
                .payer(maybe(this::payer))
                .otherDiagnoses(maybe(() -> list(() -> text(UPPER, 3, 7))))
                .otherPayers(maybe(() -> list(() -> new OtherPayer(
                        maybe(() -> text(UPPER, 2, 2)), maybe(() -> text(UPPER, 1, 1)), maybe(this::amount)))));
        list(() -> DiagnosisVersion.values()[random.nextInt(2)]).forEach(claim::add);
        list(() -> text(UPPER, 2, 2)).forEach(claim::addConditionCode);
        list(() -> new OccurrenceCode(text(UPPER, 2, 2), date())).forEach(claim::add);
        list(() -> new OccurrenceSpan(text(UPPER, 2, 2), span())).forEach(claim::add);
        list(() -> new ValueCode(text(UPPER, 2, 2), amount().toPlainString())).forEach(claim::add);
        IntStream.rangeClosed(1, 1 + random.nextInt(4)).mapToObj(this::line).forEach(claim::add);
        Claim built = claim.build();
        for (HeaderFact fact : HeaderFact.values()) {
            if (!fact.isOn(built) && built.attending() == null && built.payer() == null && random.nextBoolean()) {
                claim.without(fact);
            }
        }
        if (built.attending() != null && built.attending().npi() == null) {
            claim.without(HeaderFact.ATTENDING);
        }
        return claim.build();
    }

    private Payer payer() {
        return new Payer(
                maybe(() -> text(UPPER, 2, 2)),
                maybe(() -> "x" + text(ANY, 0, 20)),
                maybe(() -> text(PRINTABLE, 1, 50)),
                maybe(() -> text(UPPER, 1, 1)));
    }

    private ServiceLine line(int place) {
        LocalDate date = maybe(this::date);
        TreatmentMinutes by = maybe(() -> new TreatmentMinutes(minutes(), minutes(), minutes()));
        return new ServiceLine(
                place * 7,
                maybe(() -> text(PRINTABLE, 1, 50)),
                text("0123456789", 4, 4),
                maybe(() -> random.nextBoolean() ? "HC" : "HP"),
                maybe(() -> text(UPPER, 5, 5)),
                list(() -> text(UPPER, 2, 2)),
                date,
                date == null ? null : maybe(() -> date.plusDays(random.nextInt(3))),
                maybe(() -> units()),
                maybe(this::amount),
                maybe(this::amount),
                maybe(this::amount),
                by == null ? maybe(this::minutes) : Integer.valueOf(by.total()),
                by);
    }

    private ClaimContext context() {
        ClaimContext.Builder context = ClaimContext.builder()
                .underHomeHealthPlan(maybe(random::nextBoolean))
                .homebound(maybe(random::nextBoolean))
                .homeHealthPeriods(list(() -> new HomeHealthPeriod(openSpan(), maybe(this::npi), billed())))
                .therapyAmountBefore(
                        random.nextBoolean()
                                ? Map.of()
                                : Map.of(AmountBucket.PT_SLP, amount(), AmountBucket.OT, amount()))
                .dischargedOn(dates())
                .oneTimeVisits(dates())
                .secondPlanEvaluations(dates())
                .noticeOfAdmissionReceived(maybe(this::date))
                .inpatientStays(list(this::openSpan))
                .hospicePeriods(list(this::openSpan))
                .medicareAdvantagePeriods(list(() -> new PlanEnrolment(
                        openSpan(),
                        maybe(() -> "H" + text("0123456789", 4, 4)),
                        maybe(() -> PlanEnrolment.ClaimsBy.values()[random.nextInt(2)]))))
                .certifications(list(() -> new Certification(
                        Discipline.values()[random.nextInt(3)],
                        maybe(this::date),
                        maybe(this::date),
                        maybe(this::date),
                        maybe(this::date))))
                .partA(list(this::openSpan))
                .partB(list(this::openSpan))
                .diedOn(maybe(this::date))
                .payersBefore(list(() -> new PayerBefore(text(UPPER, 2, 2), openSpan())));
        list(() -> ContextFact.values()[2 + random.nextInt(5)]).forEach(context::speakingOf);
        list(() -> ContextFact.DIED_ON).forEach(context::speakingOf);
        list(() -> ContextFact.PART_A).forEach(part -> context.answeredOn(part, date()));
        return context.build();
    }

    private HomeHealthPeriod.Billed billed() {
        return random.nextBoolean()
                ? HomeHealthPeriod.Billed.UNTOLD
                : new HomeHealthPeriod.Billed(true, maybe(this::date));
    }

    private Map<Discipline, LocalDate> dates() {
        Map<Discipline, LocalDate> dates = new EnumMap<>(Discipline.class);
        for (Discipline discipline : Discipline.values()) {
            if (random.nextBoolean()) {
                dates.put(discipline, date());
            }
        }
        return dates;
    }

    private Practitioner practitioner() {
        return new Practitioner(maybe(this::npi), maybe(() -> "x" + text(ANY, 0, 20)), maybe(() -> "\u00c9"));
    }

    private DateSpan span() {
        LocalDate from = date();
        return new DateSpan(from, from.plusDays(random.nextInt(60)));
    }

    private DateSpan openSpan() {
        return random.nextBoolean() ? span() : new DateSpan(date(), null);
    }

    private LocalDate date() {
        return LocalDate.of(1990, 1, 1).plusDays(random.nextInt(40_000));
    }

    private BigDecimal amount() {
        return BigDecimal.valueOf(random.nextInt(2_000_000), random.nextInt(3));
    }

    private BigDecimal units() {
        BigDecimal units =
                BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(4)).stripTrailingZeros();
        return units.scale() < 0 ? units.setScale(0) : units;
    }

    private int minutes() {
        return random.nextInt(481);
    }

    private String npi() {
        return text("0123456789", 10, 10);
    }

    private String text(String alphabet, int least, int most) {
        StringBuilder text = new StringBuilder();
        int length = least + random.nextInt(most - least + 1);
        while (text.length() < length) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private <T> List<T> list(Supplier<T> item) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(index -> item.get())
                .toList();
    }

    private <T> T maybe(Supplier<T> value) {
        return random.nextInt(3) == 0 ? null : value.get();
    }
}
