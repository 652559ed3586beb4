package org.hearth.sent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.hearth.claim.Claim;
import org.hearth.claim.TypeOfBill;
import org.hearth.history.Earlier;
import org.hearth.json.RandomClaim;
import org.hearth.sent.SentStore.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every store does, whichever database it is in. */
abstract class SentStoreContract {

    static final String KEY = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";
    static final String OTHER_KEY = "ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100";
    private static final LocalDate FIRST = LocalDate.of(2024, 3, 1);
    private static final LocalDate SECOND = LocalDate.of(2024, 4, 2);

    private final List<SentStore> opened = new ArrayList<>();

    /** Settings of a place where nothing is kept yet; the same again in one test. */
    abstract HistorySettings settings() throws Exception;

    /** Settings of another such place. */
    abstract HistorySettings elsewhere() throws Exception;

    /** How a test looks into the database itself. */
    abstract String jdbcUrl() throws Exception;

    @AfterEach
    void close() {
        opened.forEach(SentStore::close);
    }

    final SentStore store() throws Exception {
        return open(settings());
    }

    final SentStore open(HistorySettings settings) throws IOException {
        SentStore store = SentHistory.open(settings, SentHistory.Purpose.WRITE).orElseThrow();
        opened.add(store);
        return store;
    }

    static HistorySettings keyed(HistorySettings settings, String key, String... former) {
        return new HistorySettings(settings.mode(), settings.folder(), settings.url(), key, List.of(former));
    }

    private static Claim next() {
        return SentClaim.monthly(12);
    }

    private static Claim changed(Claim claim, UnaryOperator<Claim.Builder> change) {
        return change.apply(claim.toBuilder()).build();
    }

    private static List<Claim> claims(List<Earlier> earlier) {
        return earlier.stream().map(Earlier::claim).toList();
    }

    private static Claim asFound(Claim claim, SentStore store) {
        return changed(KeptForm.of(claim, store.seal()), kept -> kept.billingProviderNpi(claim.billingProviderNpi()));
    }

    @Test
    void aLaterClaimFindsWhatWasSentInTheOrderInWhichItWas() throws Exception {
        SentStore store = store();
        assertThat(store.keep(SentClaim.monthly(2, 3), SECOND)).containsExactly(Outcome.KEPT, Outcome.KEPT);
        assertThat(store.keep(SentClaim.monthly(1, 1), FIRST)).containsExactly(Outcome.KEPT);

        List<Earlier> found = store.of(List.of(next())).get(0);

        assertThat(found)
                .containsExactly(
                        new Earlier(asFound(SentClaim.monthly(1), store), Earlier.Source.STORE, FIRST),
                        new Earlier(asFound(SentClaim.monthly(2), store), Earlier.Source.STORE, SECOND),
                        new Earlier(asFound(SentClaim.monthly(3), store), Earlier.Source.STORE, SECOND));
        Claim first = found.get(0).claim();
        assertThat(first.claimId()).isEqualTo(store.seal().of("PCN-1")).isNotEqualTo("PCN-1");
        assertThat(first.beneficiaryId()).isNull();
        assertThat(first.referring()).isNotNull();
        assertThat(first.referring().npi()).isNull();
        assertThat(first.remarks()).isNull();
        assertThat(first.principalDiagnosis()).isNull();
        assertThat(first.lines()).allSatisfy(line -> assertThat(line.minutes()).isNull());
    }

    @Test
    void eachClaimOfABatchFindsItsOwn() throws Exception {
        SentStore store = store();
        List<Claim> sent = new ArrayList<>();
        List<Claim> asking = new ArrayList<>();
        for (int member = 0; member < 300; member++) {
            String id = "MEMBER" + member;
            for (int month = 1; month <= 1 + member % 3; month++) {
                sent.add(changed(SentClaim.monthly(month), claim -> claim.beneficiaryId(id)));
            }
            asking.add(changed(next(), claim -> claim.beneficiaryId(id)));
        }
        Collections.shuffle(sent, new Random(1));
        store.keep(sent, FIRST);
        asking.add(150, changed(next(), claim -> claim.beneficiaryId("MEMBER7").billingProviderNpi("1992739988")));
        asking.add(151, changed(next(), claim -> claim.beneficiaryId(null)));
        asking.add(152, changed(next(), claim -> claim.billingProviderNpi(null)));
        asking.add(153, changed(next(), claim -> claim.beneficiaryId("MEMBER7")));

        List<List<Earlier>> found = store.of(asking);

        assertThat(found).hasSameSizeAs(asking);
        for (int i = 0; i < asking.size(); i++) {
            String id = asking.get(i).beneficiaryId();
            boolean nobodys = i >= 150 && i <= 152;
            List<Claim> expected = nobodys
                    ? List.of()
                    : sent.stream()
                            .filter(claim -> claim.beneficiaryId().equals(id))
                            .map(claim -> asFound(claim, store))
                            .toList();
            assertThat(claims(found.get(i))).containsExactlyElementsOf(expected);
        }
        assertThat(store.of(List.of())).isEmpty();
    }

    @Test
    void aMemberIdIsTheSameInSmallLettersAndWithBlanks() throws Exception {
        SentStore store = store();
        store.keep(List.of(changed(SentClaim.monthly(1), claim -> claim.beneficiaryId(" 1eg4te5mk73 "))), FIRST);

        assertThat(store.of(List.of(next())).get(0)).hasSize(1);
    }

    @Test
    void aClaimIsKeptOnce() throws Exception {
        SentStore store = store();
        Claim claim = SentClaim.monthly(1);
        Claim inAnotherFile = changed(claim, other -> other.receivedDate(LocalDate.of(2025, 1, 1)));

        assertThat(store.keep(List.of(claim, next(), claim), FIRST))
                .containsExactlyInAnyOrder(Outcome.KEPT, Outcome.KEPT, Outcome.KEPT_BEFORE);
        Claim inAnotherForm = changed(claim, other -> other.totalCharge(new BigDecimal("240")));
        assertThat(store.keep(List.of(claim, inAnotherFile, inAnotherForm), SECOND))
                .containsExactly(Outcome.KEPT_BEFORE, Outcome.KEPT_BEFORE, Outcome.KEPT_BEFORE);
        assertThat(store.of(List.of(next())).get(0)).extracting(Earlier::sentOn).containsExactly(FIRST, FIRST);
    }

    @Test
    void whatDiffersIsAnotherClaim() throws Exception {
        SentStore store = store();
        Claim claim = SentClaim.monthly(1);
        List<Claim> others = List.of(
                claim,
                changed(claim, other -> other.claimId("PCN-1B")),
                changed(claim, other -> other.typeOfBill(new TypeOfBill("0347"))),
                changed(claim, other -> other.originalClaimNumber("22401")),
                changed(claim, other -> other.patientStatus("01")),
                changed(claim, other -> other.addConditionCode("D9")),
                changed(claim, other -> other.lines(claim.lines().subList(0, 1))),
                changed(claim, other -> other.billingProviderNpi("1992739988")),
                changed(claim, other -> other.beneficiaryId("1EG4TE5MK72")));

        assertThat(store.keep(others, FIRST)).containsOnly(Outcome.KEPT);
        assertThat(store.summary().claims()).isEqualTo(others.size());
        assertThat(store.of(List.of(next())).get(0)).hasSize(others.size() - 2);
    }

    @Test
    void aClaimWithoutMemberOrAgencyIsNobodys() throws Exception {
        SentStore store = store();

        assertThat(store.keep(
                        List.of(
                                changed(SentClaim.monthly(1), claim -> claim.beneficiaryId(null)),
                                SentClaim.monthly(2),
                                changed(SentClaim.monthly(3), claim -> claim.billingProviderNpi(null))),
                        FIRST))
                .containsExactly(Outcome.NOBODYS, Outcome.KEPT, Outcome.NOBODYS);
        assertThat(store.summary().claims()).isEqualTo(1);
    }

    @Test
    void whatWasKeptIsThereAfterwards() throws Exception {
        SentStore store = store();
        store.keep(SentClaim.monthly(1, 3), FIRST);
        List<Earlier> before = store.of(List.of(next())).get(0);
        store.close();

        assertThat(store().of(List.of(next())).get(0)).isEqualTo(before).hasSize(3);
    }

    @Test
    void writersAtTheSameTimeLoseAndDoubleNothing() throws Exception {
        List<Claim> all = new ArrayList<>();
        for (int member = 0; member < 20; member++) {
            String id = "MEMBER" + member;
            SentClaim.monthly(1, 10).forEach(claim -> all.add(changed(claim, other -> other.beneficiaryId(id))));
        }
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            SentStore store = store();
            List<Claim> mine = new ArrayList<>(all);
            Collections.shuffle(mine, new Random(writer));
            writers.add(() -> {
                int kept = 0;
                for (int first = 0; first < mine.size(); first += 25) {
                    kept += Collections.frequency(store.keep(mine.subList(first, first + 25), FIRST), Outcome.KEPT);
                }
                return kept;
            });
        }
        int kept = 0;
        ExecutorService threads = Executors.newFixedThreadPool(writers.size());
        try {
            for (Future<Integer> writer : threads.invokeAll(writers)) {
                kept += writer.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(kept).isEqualTo(all.size());
        assertThat(store().summary().claims()).isEqualTo(all.size());
    }

    @Test
    void forgetsABeneficiaryWhicheverAgencySent() throws Exception {
        SentStore store = store();
        store.keep(SentClaim.monthly(1, 2), FIRST);
        store.keep(List.of(changed(SentClaim.monthly(1), claim -> claim.billingProviderNpi("1992739988"))), FIRST);
        Claim others = changed(SentClaim.monthly(1), claim -> claim.beneficiaryId("1EG4TE5MK72"));
        store.keep(List.of(others), FIRST);

        assertThat(store.ofMember(SentClaim.MEMBER)).hasSize(3);
        assertThat(store.forget(SentClaim.MEMBER)).isEqualTo(3);
        assertThat(store.forget(SentClaim.MEMBER)).isZero();
        assertThat(store.ofMember(SentClaim.MEMBER)).isEmpty();
        assertThat(store.of(List.of(next())).get(0)).isEmpty();
        assertThat(store.of(List.of(others)).get(0)).hasSize(1);
    }

    @Test
    void forgetsWhatWasSentBeforeADay() throws Exception {
        SentStore store = store();
        store.keep(SentClaim.monthly(1, 2), FIRST);
        store.keep(SentClaim.monthly(3, 3), SECOND);

        assertThat(store.forgetBefore(FIRST)).isZero();
        assertThat(store.forgetBefore(SECOND)).isEqualTo(2);
        assertThat(claims(store.of(List.of(next())).get(0))).containsExactly(asFound(SentClaim.monthly(3), store));
    }

    @Test
    void saysInNumbersWhatIsKept() throws Exception {
        SentStore store = store();
        assertThat(store.summary()).isEqualTo(new SentStore.Summary(0, null, null, Map.of()));
        store.keep(SentClaim.monthly(1, 2), SECOND);
        store.keep(SentClaim.monthly(3, 3), FIRST);

        assertThat(store.summary())
                .isEqualTo(new SentStore.Summary(
                        3, FIRST, SECOND, Map.of(Key.of(KEY, "here").id(), 3L)));
    }

    @Test
    void anotherKeyIsToldAndNothingIsAnsweredInItsPlace() throws Exception {
        HistorySettings settings = settings();
        open(settings).keep(SentClaim.monthly(1, 1), FIRST);

        assertThatThrownBy(() -> open(keyed(settings, OTHER_KEY)))
                .isInstanceOf(UnusableHistoryException.class)
                .hasMessageContaining("another key")
                .hasMessageContaining(Key.of(KEY, "here").id())
                .hasMessageContaining("HEARTH_HISTORY_KEY")
                .hasMessageNotContaining(OTHER_KEY);
        assertThat(open(settings).of(List.of(next())).get(0)).hasSize(1);
    }

    @Test
    void aNewKeyTakesThePlaceOfAFormerOne() throws Exception {
        HistorySettings settings = settings();
        SentStore old = open(settings);
        old.keep(SentClaim.monthly(1, 2), FIRST);
        old.close();
        SentStore store = open(keyed(settings, OTHER_KEY, KEY));

        assertThat(store.keep(SentClaim.monthly(2, 3), SECOND)).containsExactly(Outcome.KEPT_BEFORE, Outcome.KEPT);

        Claim asking = changed(next(), claim -> claim.claimId("PCN-2").originalClaimNumber("PCN-1"));
        List<Earlier> found = store.of(List.of(asking)).get(0);
        assertThat(found).extracting(Earlier::sentOn).containsExactly(FIRST, FIRST, SECOND);
        assertThat(found)
                .extracting(earlier -> earlier.claim().claimId())
                .containsExactly(
                        store.seal().of("PCN-1"),
                        store.seal().of("PCN-2"),
                        store.seal().of("PCN-3"));
        assertThat(store.summary().byKey())
                .containsOnlyKeys(
                        Key.of(KEY, "here").id(), Key.of(OTHER_KEY, "here").id());
        assertThat(store.ofMember(SentClaim.MEMBER)).hasSize(3);

        assertThat(store.forgetBefore(SECOND)).isEqualTo(2);
        store.close();
        // what the former key sealed is gone, so it need not be named any more
        assertThat(open(keyed(settings, OTHER_KEY)).of(List.of(next())).get(0)).hasSize(1);
    }

    @Test
    void whatIsExportedIsImportedElsewhere() throws Exception {
        SentStore store = store();
        Random random = new Random(7);
        List<Claim> sent = new ArrayList<>(SentClaim.monthly(1, 5));
        for (int i = 0; i < 200; i++) {
            sent.add(changed(new RandomClaim(random).claim(), claim -> claim.beneficiaryId(SentClaim.MEMBER)
                    .billingProviderNpi(SentClaim.NPI)));
        }
        store.keep(sent, SECOND);
        StringWriter file = new StringWriter();
        assertThat(store.export(file)).isEqualTo(sent.size());
        SentStore other = open(elsewhere());

        assertThat(other.importFrom(in(file.toString()))).isEqualTo(new SentStore.Imported(sent.size(), 0, null));
        assertThat(other.of(List.of(next())).get(0))
                .containsExactlyInAnyOrderElementsOf(store.of(List.of(next())).get(0));
        assertThat(other.importFrom(in(file.toString()))).isEqualTo(new SentStore.Imported(0, sent.size(), null));
        assertThat(other.keep(sent, SECOND)).containsOnly(Outcome.KEPT_BEFORE);
    }

    @Test
    void ofATornExportIsKeptWhatIsWhole() throws Exception {
        SentStore store = store();
        store.keep(SentClaim.monthly(1, 3), FIRST);
        StringWriter file = new StringWriter();
        store.export(file);
        List<String> lines = file.toString().lines().toList();
        assertThat(lines).hasSize(5);
        SentStore other = open(elsewhere());

        assertThat(other.importFrom(in(
                        lines.get(0) + "\n" + lines.get(1) + "\n" + lines.get(2).substring(0, 40))))
                .isEqualTo(new SentStore.Imported(1, 0, "line 3 is no claim of an exported history"));
        assertThat(other.importFrom(in(String.join("\n", lines.subList(0, 3)))))
                .satisfies(result -> assertThat(result.torn()).contains("breaks off after 2 claims"))
                .extracting(SentStore.Imported::kept, SentStore.Imported::before)
                .containsExactly(1L, 1L);
        assertThat(other.importFrom(in(lines.get(0) + "\n" + lines.get(1) + "\n" + lines.get(4)))
                        .torn())
                .isEqualTo("the file says that it has 3 claims, and has 1");
        assertThat(other.importFrom(in(file.toString()))).isEqualTo(new SentStore.Imported(1, 2, null));
    }

    @Test
    void refusesWhatIsNoExportOrIsSealedByAnotherKey() throws Exception {
        SentStore store = store();
        store.keep(SentClaim.monthly(1, 1), FIRST);
        StringWriter file = new StringWriter();
        store.export(file);
        SentStore other = open(keyed(elsewhere(), OTHER_KEY));

        for (String strange : List.of("", "\n", "ISA*00*", "{}", "[1]", "{\"claimId\":\"A\"}")) {
            assertThatThrownBy(() -> other.importFrom(in(strange)))
                    .isInstanceOf(UnusableHistoryException.class)
                    .hasMessageContaining("no exported history");
        }
        assertThatThrownBy(() -> other.importFrom(in("{\"hearthHistory\":2}\n")))
                .isInstanceOf(UnusableHistoryException.class)
                .hasMessageContaining("later edition");
        assertThatThrownBy(() -> other.importFrom(in(file.toString())))
                .isInstanceOf(UnusableHistoryException.class)
                .hasMessageContaining("another key");
        assertThat(other.summary().claims()).isZero();
    }

    @Test
    void hostileTextsAreTextsLikeOthers() throws Exception {
        SentStore store = store();
        List<String> hostile = List.of(
                "'; drop table sent_claim; --", "\" or 1=1", "\u0000", "%", "\\", "é中\u202e", "x".repeat(100_000));
        List<Claim> sent = hostile.stream()
                .map(text -> changed(SentClaim.monthly(1), claim -> claim.beneficiaryId(text)
                        .billingProviderNpi(text)
                        .claimId(text)
                        .patientStatus(text)
                        .addConditionCode(text)))
                .toList();

        assertThat(store.keep(sent, FIRST)).containsOnly(Outcome.KEPT);
        List<List<Earlier>> found = store.of(sent);
        for (int i = 0; i < sent.size(); i++) {
            assertThat(claims(found.get(i))).containsExactly(asFound(sent.get(i), store));
        }
        assertThat(store.forget("' or ''='")).isZero();
        assertThat(store.summary().claims()).isEqualTo(sent.size());
    }

    @Test
    void noIdentifierStandsInTheDatabase() throws Exception {
        SentStore store = store();
        Claim claim = changed(SentClaim.monthly(1), other -> other.originalClaimNumber("ICN22401"));
        store.keep(List.of(claim), FIRST);

        String all = content();
        assertThat(all).contains("97110", "0341");
        assertThat(all)
                .doesNotContain(
                        SentClaim.MEMBER, SentClaim.NPI, "PCN-1", "ICN22401", "AUTH-77", "ROE", "JANE", "1992739988")
                .doesNotContain("M6281", "seen at home", KEY);
    }

    /** Everything in the two tables as Latin-1. */
    private String content() throws Exception {
        StringBuilder all = new StringBuilder();
        try (Connection connection = DriverManager.getConnection(jdbcUrl());
                Statement statement = connection.createStatement()) {
            for (String table : List.of("sent_claim", "sent_key")) {
                try (ResultSet rows = statement.executeQuery("select * from " + table)) {
                    while (rows.next()) {
                        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                            Object value = rows.getObject(column);
                            all.append(
                                            value instanceof byte[] bytes
                                                    ? new String(bytes, StandardCharsets.ISO_8859_1)
                                                    : value)
                                    .append('\n');
                        }
                    }
                }
            }
        }
        return all.toString();
    }

    @Test
    void aDamagedClaimIsToldAndNotLeftOut() throws Exception {
        SentStore store = store();
        store.keep(SentClaim.monthly(1, 2), FIRST);
        execute("update sent_claim set content = decode_me where id = (select min(id) from sent_claim)");

        assertThatThrownBy(() -> store.of(List.of(next())))
                .isInstanceOf(UnusableHistoryException.class)
                .hasMessageContaining("a kept claim is");
    }

    @Test
    void theTablesOfALaterEditionAreLeftAlone() throws Exception {
        store().close();
        execute("update sent_schema set \"version\" = '99' where \"version\" = '1'");

        assertThatThrownBy(this::store)
                .isInstanceOf(UnusableHistoryException.class)
                .hasMessageContaining("later edition")
                .hasMessageContaining("99");
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(jdbcUrl());
                Statement statement = connection.createStatement()) {
            statement.execute(sql.replace("decode_me", "cast('x' as bytea)"));
        }
    }

    static ByteArrayInputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
