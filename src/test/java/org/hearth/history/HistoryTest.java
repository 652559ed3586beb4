package org.hearth.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hearth.claim.Claim;
import org.hearth.claim.Discipline;
import org.hearth.claim.ServiceLine;
import org.hearth.claim.TypeOfBill;
import org.hearth.codes.BillTypes;
import org.hearth.codes.CodeIndex;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.RevenueCode;
import org.hearth.codes.Service;
import org.hearth.codes.ServiceUnit;
import org.hearth.codes.VisitCode;
import org.hearth.codes.VisitKind;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final String OWN = "1234567893";
    private static final String OTHER = "1245319599";

    private static final Codes CODES = new Codes(
            new CodeIndex<>(List.of(new VisitCode(
                    "visit-codes/G0151",
                    "G0151",
                    "PT",
                    VisitKind.VISIT,
                    "therapist",
                    List.of("042"),
                    true,
                    ServiceUnit.TIMED,
                    15,
                    true,
                    Day.FIRST,
                    Day.LAST))),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of(new RevenueCode(
                    "revenue-codes/0420", "0420", Service.PT, List.of(), List.of(), "any", Day.FIRST, Day.LAST))),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()),
            BillTypes.SOME,
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()));

    private static LocalDate march(int day) {
        return LocalDate.of(2025, 3, 1).plusDays(day - 1L);
    }

    /** A claim of the agency, with a line on each of some days of March 2025, which may run on into April. */
    private static Claim.Builder claim(String number, String typeOfBill, int from, int through, int... days) {
        Claim.Builder claim = Claim.builder()
                .claimId(number)
                .typeOfBill(TypeOfBill.of(typeOfBill))
                .statementFrom(march(from))
                .statementThrough(march(through))
                .billingProviderNpi(OWN);
        int line = 1;
        for (int day : days) {
            claim.add(new ServiceLine(
                    line++,
                    null,
                    "0420",
                    "HC",
                    "G0151",
                    List.of(),
                    march(day),
                    null,
                    null,
                    BigDecimal.TEN,
                    null,
                    null,
                    null,
                    null));
        }
        return claim;
    }

    private static History before(Claim.Builder claim, Claim.Builder... earlier) {
        Claim built = claim.history(
                        Arrays.stream(earlier).map(Claim.Builder::build).toList())
                .build();
        return History.of(built, Past.toldBy(built), CODES);
    }

    private static List<String> numbers(List<Earlier> claims) {
        return claims.stream()
                .map(Earlier::claim)
                .map(claim -> claim.claimId() + " " + claim.typeOfBill())
                .toList();
    }

    @Test
    void isCompleteOnlyWhereSomebodySaidWhatThereIs() {
        Claim.Builder claim = claim("A", "0341", 1, 31, 3);
        assertThat(before(claim).complete()).isTrue();
        assertThat(before(claim).standing()).isEmpty();
        Claim silent = claim.history(null).build();
        assertThat(History.of(silent, Past.toldBy(silent), CODES).complete()).isFalse();
        Earlier known = new Earlier(claim("B", "0341", 1, 2, 1).build(), Earlier.Source.FILE);
        History fed = History.of(silent, Past.of(silent, List.of(known), true, List.of(), Seal.NONE), CODES);
        assertThat(fed.complete()).isFalse();
        assertThat(fed.standing()).containsExactly(known);
    }

    @Test
    void isTheBillsLikeItThatAreNotKnownToBeAnotherAgencys() {
        History history = before(
                claim("A", "0343", 1, 31, 3),
                claim("B", "0343", -30, 0, 0),
                claim("C", "0343", -30, 0, 0).billingProviderNpi(OTHER),
                claim("D", "0343", -30, 0, 0).billingProviderNpi(null),
                claim("E", "0329", -30, 0, 0));
        assertThat(numbers(history.standing())).containsExactly("B 0343", "D 0343");
    }

    @Test
    void aVoidTakesItsClaimBackAndIsNoClaimItself() {
        History history = before(
                claim("Z", "0341", 1, 31, 3),
                claim("A", "0341", 1, 10, 3),
                claim("B", "0341", 11, 20, 12),
                claim("A", "0348", 1, 10, 3));
        assertThat(numbers(history.standing())).containsExactly("B 0341");
        assertThat(history.billed(Discipline.PT, Day.of(march(11)))).isFalse();
        assertThat(history.billed(Discipline.PT, Day.of(march(13)))).isTrue();
        assertThat(history.billed(Discipline.OT, Day.of(march(13)))).isFalse();
    }

    @Test
    void aReplacementTakesThePlaceOfItsClaim() {
        History history =
                before(claim("Z", "0329", 31, 60, 33), claim("A", "0329", 1, 30, 3, 20), claim("A", "0327", 1, 30, 3));
        assertThat(numbers(history.standing())).containsExactly("A 0327");
        assertThat(history.visitDays(code -> code.who().equals("therapist"))).containsExactly(march(3));
    }

    @Test
    void aReplacementThatNamesNothingKnownMeansTheClaimOfItsDays() {
        History history = before(
                claim("Z", "0329", 61, 90, 63),
                claim("A", "0329", 1, 30, 3),
                claim("B", "0329", 31, 60, 33),
                claim("C", "0327", 31, 60, 34).originalClaimNumber("PAYERS"));
        assertThat(numbers(history.standing())).containsExactly("A 0329", "C 0327");
    }

    @Test
    void theDayOfReceiptTellsWhichEditionIsTheLater() {
        Claim.Builder again = claim("B", "0341", 1, 31, 3).receivedDate(march(50));
        History history = before(
                claim("Z", "0341", 40, 50, 41),
                claim("A", "0341", 1, 31, 3).receivedDate(march(40)),
                claim("A", "0348", 1, 31, 3).receivedDate(march(45)),
                again);
        assertThat(numbers(history.standing())).containsExactly("B 0341");
    }

    @Test
    void aCancelledNoticeIsGoneAndAClaimOfItsDayIsNot() {
        History history = before(
                claim("Z", "032A", 3, 3),
                claim("A", "032A", 3, 3),
                claim("B", "0329", 3, 3, 3),
                claim("C", "032D", 3, 3));
        assertThat(numbers(history.standing())).containsExactly("B 0329");
    }

    @Test
    void whatTheClaimBillsAgainStoodBeforeItAndDoesNotStandBesideIt() {
        History history =
                before(claim("A", "0327", 1, 30, 3), claim("A", "0329", 1, 30, 3), claim("B", "0329", 31, 60, 33));
        assertThat(numbers(history.standing())).containsExactly("A 0329", "B 0329");
        assertThat(numbers(history.beside())).containsExactly("B 0329");
    }

    @Test
    void coversDaysThatBillsBesideTheClaimTakeTogether() {
        Claim.Builder claim = claim("Z", "0329", 61, 90, 63);
        assertThat(before(claim, claim("A", "0329", 1, 30, 3), claim("B", "0329", 31, 60, 33))
                        .covers(march(1)))
                .isTrue();
        assertThat(before(claim, claim("A", "0329", 1, 30, 3), claim("B", "0329", 32, 60, 33))
                        .covers(march(1)))
                .isFalse();
        assertThat(before(claim, claim("A", "032A", 1, 60), claim("B", "0329", 1, 59, 33))
                        .covers(march(1)))
                .isFalse();
    }

    @Test
    void aCancelledNoticeIsNamedAndDoesNotStand() {
        History cancelled = before(
                claim("Z", "0329", 3, 32, 3),
                claim("A", "032A", 3, 3).admissionDate(march(3)),
                claim("B", "032D", 3, 3).admissionDate(march(3)));
        assertThat(cancelled.namesNotices()).isTrue();
        assertThat(cancelled.hasNoticeOf(march(3))).isFalse();
        History noticed =
                before(claim("Z", "0329", 3, 32, 3), claim("A", "032A", 3, 3).admissionDate(march(3)));
        assertThat(noticed.hasNoticeOf(march(3))).isTrue();
        assertThat(noticed.hasNoticeOf(march(4))).isFalse();
        assertThat(before(claim("Z", "0329", 3, 32, 3), claim("A", "0329", 3, 3).admissionDate(march(3)))
                        .namesNotices())
                .isFalse();
    }

    @Test
    void looksForBillsThatStartWithinDaysAndForTheEarliestAdmissionAmongThem() {
        History history = before(
                claim("Z", "0329", 1, 12, 3),
                claim("A", "0329", 25, 54, 25).admissionDate(march(25)),
                claim("B", "032A", 20, 20).admissionDate(march(20)),
                claim("C", "0329", 14, 19, 14).admissionDate(march(1)),
                claim("D", "0329", 13, 13, 13).admissionDate(march(13)).billingProviderNpi(OTHER));
        assertThat(history.startsWithin(march(21), march(25))).isTrue();
        assertThat(history.startsWithin(march(25), march(30))).isTrue();
        assertThat(history.startsWithin(march(21), march(24))).isFalse();
        assertThat(history.admittedAgain(march(1), march(12), march(31))).contains(march(20));
        assertThat(history.admittedAgain(march(1), march(21), march(31))).contains(march(25));
        assertThat(history.admittedAgain(march(20), march(20), march(26))).contains(march(25));
        assertThat(history.admittedAgain(march(20), march(20), march(25))).isEmpty();
    }

    /** What was kept under a seal that turns an identifier around. */
    private static Earlier sent(Claim.Builder claim, int day) {
        Claim plain = claim.build();
        return new Earlier(
                plain.toBuilder()
                        .claimId(turned(plain.claimId()))
                        .originalClaimNumber(turned(plain.originalClaimNumber()))
                        .treatmentAuthorization(turned(plain.treatmentAuthorization()))
                        .build(),
                Earlier.Source.STORE,
                march(day));
    }

    private static String turned(String identifier) {
        return identifier == null
                ? null
                : new StringBuilder(identifier).reverse().toString();
    }

    private static History after(Claim.Builder claim, Earlier... sent) {
        Claim built = claim.build();
        return History.of(built, Past.of(built, List.of(), true, List.of(sent), HistoryTest::turned), CODES);
    }

    @Test
    void whatBeginsAfterTheClaimEndsIsNoPastOfIt() {
        Claim claim = claim("A", "0341", 1, 10).build();
        List<Earlier> file = List.of(
                new Earlier(claim("SAME", "0341", 10, 12).build(), Earlier.Source.FILE),
                new Earlier(claim("NEXT", "0341", 11, 12).build(), Earlier.Source.FILE));
        Past past = Past.of(claim, file, true, List.of(), Seal.NONE);
        assertThat(numbers(past.earlier())).containsExactly("SAME 0341");
        assertThat(past.later()).isEqualTo(1);
        assertThat(past.complete()).isFalse();
    }

    @Test
    void whoTellsTheWholePastIsAskedForNothingElseButTheInputGoesOn() {
        Claim claim = claim("A", "0341", 31, 40)
                .history(List.of(claim("TOLD", "0341", 1, 10).build()))
                .build();
        Earlier file = new Earlier(claim("FILE", "0341", 11, 20).build(), Earlier.Source.FILE);
        Past past = Past.of(claim, List.of(file), true, List.of(sent(claim("SENT", "0341", 21, 30), 31)), Seal.NONE);
        assertThat(numbers(past.earlier())).containsExactly("TOLD 0341", "FILE 0341");
        assertThat(past.complete()).isTrue();
        assertThat(Past.of(claim, List.of(file), false, List.of(), Seal.NONE).complete())
                .isFalse();
    }

    @Test
    void ofWhatWasSentALaterOneOfTheSameFirstDayIsAnotherEdition() {
        History history = after(
                claim("NOW", "0329", 31, 60, 33),
                sent(claim("A", "0329", 1, 30, 3), 31),
                sent(claim("B", "0329", 1, 30, 3, 5), 35),
                sent(claim("C", "0329", 31, 60, 34), 61));
        assertThat(numbers(history.standing())).containsExactly("B 0329", "C 0329");
        assertThat(numbers(history.beside())).containsExactly("B 0329");
    }

    @Test
    void whatASenderNamesIsInNoOrderAndStandsUnlessItsReceiptSaysOtherwise() {
        assertThat(numbers(before(claim("Z", "0341", 31, 40), claim("A", "0341", 1, 10), claim("B", "0341", 1, 9))
                        .standing()))
                .containsExactly("A 0341", "B 0341");
        assertThat(numbers(before(
                                claim("Z", "0341", 31, 40),
                                claim("A", "0341", 1, 10).receivedDate(march(40)),
                                claim("B", "0341", 1, 9).receivedDate(march(20)))
                        .standing()))
                .containsExactly("A 0341");
    }

    @Test
    void ofOneInputTheLastOfAFirstDayStands() {
        Claim claim = claim("Z", "0341", 31, 40).build();
        List<Earlier> file = List.of(
                new Earlier(claim("A", "0341", 1, 10).build(), Earlier.Source.FILE),
                new Earlier(claim("B", "0341", 1, 9).build(), Earlier.Source.FILE));
        Past past = Past.of(claim, file, true, List.of(), Seal.NONE);
        assertThat(numbers(History.of(claim, past, CODES).standing())).containsExactly("B 0341");
    }

    @Test
    void aVoidFindsWhatItTakesBackByItsSealedNumber() {
        History history = after(
                claim("NOW", "0341", 61, 62, 61),
                sent(claim("AB", "0341", 1, 10, 3), 11),
                sent(claim("CD", "0341", 11, 20, 12), 21),
                sent(claim("EF", "0348", 5, 5).originalClaimNumber("AB"), 30));
        assertThat(numbers(history.standing())).containsExactly("DC 0341");
    }

    @Test
    void theClaimItselfIsComparedUnderTheSeal() {
        Claim.Builder now = claim("AB", "0327", 1, 30, 3).treatmentAuthorization("UTN");
        Earlier same = sent(claim("AB", "0329", 2, 30, 3), 31);
        Earlier other = sent(claim("XY", "0329", 31, 60, 33).treatmentAuthorization("UTN"), 61);
        History history = after(now, same, other);
        assertThat(history.beside()).isEmpty();
        assertThat(history.sameAuthorization(other)).isTrue();
        assertThat(history.sameAuthorization(same)).isFalse();
    }

    @Test
    void theBillsOfTheOtherKindAreThoseThatBillServicesAndStand() {
        History history = before(
                claim("A", "0341", 31, 40),
                claim("B", "0329", 1, 30, 3),
                claim("C", "032A", 1, 1),
                claim("D", "0329", 31, 60, 33),
                claim("D", "0328", 31, 60, 33),
                claim("E", "0329", 1, 30).billingProviderNpi(OTHER),
                claim("F", "0813", 1, 30, 3),
                claim("G", "0329", 61, 90));
        assertThat(numbers(history.ofOtherKind())).containsExactly("B 0329");
    }

    /** What a bill takes back, by a look at every other: of its number or the one that it names, else of its days, else of its start. */
    private static List<Claim> takenBackBy(Claim later, List<Claim> bills) {
        boolean replaces = later.typeOfBill().toString().endsWith("7")
                || later.typeOfBill().toString().endsWith("8");
        List<Claim> others = bills.stream().filter(bill -> bill != later).toList();
        List<Claim> again = others.stream()
                .filter(bill -> bill.claimId().equals(later.claimId())
                        || replaces && bill.claimId().equals(later.originalClaimNumber()))
                .filter(bill -> !bill.statementThrough().isBefore(later.statementFrom())
                        && !bill.statementFrom().isAfter(later.statementThrough()))
                .toList();
        if (again.isEmpty() && replaces) {
            again = others.stream()
                    .filter(bill -> bill.statementFrom().equals(later.statementFrom())
                            && bill.statementThrough().equals(later.statementThrough()))
                    .toList();
        }
        if (again.isEmpty() && replaces) {
            again = others.stream()
                    .filter(bill -> bill.statementFrom().equals(later.statementFrom()))
                    .toList();
        }
        return again;
    }

    @Test
    void whatIsTakenBackIsFoundWithoutALookAtEveryPair() {
        Random random = new Random(38200);
        int taken = 0;
        for (int round = 0; round < 300; round++) {
            List<Claim> bills = new ArrayList<>();
            for (int bill = 0; bill < 25; bill++) {
                int from = 1 + random.nextInt(12);
                bills.add(claim(
                                "N" + random.nextInt(6),
                                List.of("0341", "0347", "0348").get(random.nextInt(3)),
                                from,
                                from + random.nextInt(4))
                        .originalClaimNumber("N" + random.nextInt(9))
                        .receivedDate(march(20 + bill))
                        .build());
            }
            List<Claim> sent = bills.stream()
                    .filter(bill -> bills.stream()
                            .noneMatch(later -> later.receivedDate().isAfter(bill.receivedDate())
                                    && takenBackBy(later, bills).contains(bill)))
                    .toList();
            taken += bills.size() - sent.size();
            List<Earlier> known = bills.stream()
                    .map(bill -> new Earlier(bill, Earlier.Source.REQUEST))
                    .toList();
            assertThat(new Editions(known, CODES, Seal.NONE).sent())
                    .extracting(Earlier::claim)
                    .as("round %d", round)
                    .isEqualTo(sent);
        }
        assertThat(taken).isGreaterThan(1_000);
    }
}
