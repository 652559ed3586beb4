package org.hearth.sent;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hearth.claim.Claim;
import org.hearth.database.Database;
import org.hearth.history.Earlier;
import org.hearth.history.Seal;
import org.hearth.history.SentClaims;

/**
 * The claims that were marked as sent, in a database. What it said it kept is on the disk and stays there; keeping a claim
 * again keeps nothing new, whoever else keeps it meanwhile. Safe for use by several threads.
 */
public final class SentStore implements SentClaims, AutoCloseable {

    /** What became of a claim that was to be kept. */
    public enum Outcome {
        /** It is kept. */
        KEPT,
        /** It had been kept before; its first day as sent stands. */
        KEPT_BEFORE,
        /** It has no member id or no billing provider, so that no later claim could find it. */
        NOBODYS
    }

    /**
     * What is kept.
     *
     * @param claims how many claims
     * @param firstSent the first day on which one was marked as sent; {@code null} if there is none
     * @param lastSent the last such day
     * @param byKey how many claims each key sealed, by what names the key
     */
    public record Summary(long claims, LocalDate firstSent, LocalDate lastSent, Map<String, Long> byKey) {
        public Summary {
            byKey = Collections.unmodifiableMap(new LinkedHashMap<>(byKey));
        }
    }

    /** A kept claim as its row has it. */
    record Row(byte[] member, byte[] agency, String keyId, LocalDate sentOn, byte[] content) {}

    /** A claim to be kept: its place among those given, what tells it from others by each key, and its row. */
    private record Candidate(int place, byte[] digest, List<byte[]> formerDigests, Row row) {}

    private static final String COLUMNS = "member, agency, key_id, sent_on, content";
    private static final int MOST_PARAMETERS = 256;
    private static final int ROWS_AT_A_TIME = 500;

    private final Database database;
    private final Keys keys;
    private final String place;

    SentStore(Database database, Keys keys, String place) {
        this.database = database;
        this.keys = keys;
        this.place = place;
    }

    /** Where it is, without a password. */
    public String place() {
        return place;
    }

    @Override
    public Seal seal() {
        return keys.current();
    }

    /**
     * Keeps claims as sent: all of them or, if it fails, none.
     *
     * @param sentOn the day on which they were sent
     * @return what became of each, in their order
     * @throws UnusableHistoryException if they cannot be kept
     */
    public List<Outcome> keep(List<Claim> claims, LocalDate sentOn) throws UnusableHistoryException {
        List<Outcome> outcomes = new ArrayList<>(Collections.nCopies(claims.size(), Outcome.NOBODYS));
        List<Candidate> candidates = new ArrayList<>(claims.size());
        for (int i = 0; i < outcomes.size(); i++) {
            if (hasOwner(claims.get(i))) {
                candidates.add(candidate(i, claims.get(i), sentOn));
            }
        }
        boolean[] kept = keep(candidates);
        for (int i = 0; i < kept.length; i++) {
            outcomes.set(candidates.get(i).place(), kept[i] ? Outcome.KEPT : Outcome.KEPT_BEFORE);
        }
        return List.copyOf(outcomes);
    }

    private static boolean hasOwner(Claim claim) {
        return claim.beneficiaryId() != null && claim.billingProviderNpi() != null;
    }

    private Candidate candidate(int place, Claim claim, LocalDate sentOn) {
        Key current = keys.current();
        byte[] member = current.member(claim.beneficiaryId());
        byte[] agency = current.agency(claim.billingProviderNpi());
        Claim kept = KeptForm.of(claim, current);
        List<byte[]> formerDigests = keys.former().stream()
                .map(key -> digest(
                        key,
                        key.member(claim.beneficiaryId()),
                        key.agency(claim.billingProviderNpi()),
                        KeptForm.of(claim, key)))
                .toList();
        return new Candidate(
                place,
                digest(current, member, agency, kept),
                formerDigests,
                new Row(member, agency, current.id(), sentOn, ClaimCodec.encode(kept)));
    }

    /** The same claim is one whichever day the payer has received it: a file that is made again has another day. */
    private static byte[] digest(Key key, byte[] member, byte[] agency, Claim kept) {
        Claim undated = kept.toBuilder().receivedDate(null).build();
        return key.digest(member, agency, ClaimCodec.encode(undated));
    }

    /** Whether each was kept now. */
    private boolean[] keep(List<Candidate> candidates) throws UnusableHistoryException {
        boolean[] kept = new boolean[candidates.size()];
        if (candidates.isEmpty()) {
            return kept;
        }
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            try {
                waitForOtherWriters(connection);
                boolean[] before = keptUnderFormerKeys(connection, candidates);
                try (PreparedStatement insert = connection.prepareStatement("insert into sent_claim (digest, " + COLUMNS
                        + ") values (?, ?, ?, ?, ?, ?) on conflict do nothing")) {
                    List<Integer> inserted = new ArrayList<>(kept.length);
                    for (int i = 0; i < kept.length; i++) {
                        if (!before[i]) {
                            inserted.add(i);
                            insert.setBytes(1, candidates.get(i).digest());
                            set(insert, 2, candidates.get(i).row());
                            insert.addBatch();
                        }
                    }
                    int[] counts = insert.executeBatch();
                    for (int at = 0; at < counts.length; at++) {
                        kept[inserted.get(at)] = counts[at] > 0;
                    }
                }
                connection.commit();
                database.settle(connection);
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw failed("the claims could not be kept", e);
        }
        return kept;
    }

    /**
     * Writers that share a key go one after another: rows have the order in which claims were given, and no two wait for
     * each other's. Another writer may have dropped the key as one that sealed nothing.
     */
    private void waitForOtherWriters(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select id from sent_key where id = ? for update")) {
            lock.setString(1, keys.current().id());
            try (ResultSet found = lock.executeQuery()) {
                if (!found.next()) {
                    SentHistory.note(connection, keys.current());
                }
            }
        }
    }

    private static void set(PreparedStatement statement, int first, Row row) throws SQLException {
        statement.setBytes(first, row.member());
        statement.setBytes(first + 1, row.agency());
        statement.setString(first + 2, row.keyId());
        statement.setObject(first + 3, row.sentOn());
        statement.setBytes(first + 4, row.content());
    }

    private boolean[] keptUnderFormerKeys(Connection connection, List<Candidate> candidates) throws SQLException {
        boolean[] before = new boolean[candidates.size()];
        if (keys.former().isEmpty()) {
            return before;
        }
        try (PreparedStatement ask = connection.prepareStatement("select 1 from sent_claim where digest = ?")) {
            for (int i = 0; i < before.length; i++) {
                for (byte[] digest : candidates.get(i).formerDigests()) {
                    ask.setBytes(1, digest);
                    try (ResultSet found = ask.executeQuery()) {
                        before[i] |= found.next();
                    }
                }
            }
        }
        return before;
    }

    @Override
    public List<List<Earlier>> of(List<Claim> claims) throws UnusableHistoryException {
        Map<String, byte[]> members = new HashMap<>();
        for (Claim claim : claims) {
            if (hasOwner(claim)) {
                for (Key key : keys.all()) {
                    byte[] member = key.member(claim.beneficiaryId());
                    members.put(hex(member), member);
                }
            }
        }
        Map<String, List<Row>> rows = new HashMap<>();
        for (Row row : rows(members.values())) {
            rows.computeIfAbsent(hex(row.member()) + hex(row.agency()), owner -> new ArrayList<>())
                    .add(row);
        }
        List<List<Earlier>> all = new ArrayList<>(claims.size());
        for (Claim claim : claims) {
            all.add(hasOwner(claim) ? of(claim, rows) : List.of());
        }
        return all;
    }

    /** What is kept of a beneficiary and an agency, in the order in which it was sent. */
    public List<Earlier> of(String memberId, String npi) throws UnusableHistoryException {
        return of(List.of(Claim.builder()
                        .beneficiaryId(memberId)
                        .billingProviderNpi(npi)
                        .build()))
                .get(0);
    }

    private List<Earlier> of(Claim claim, Map<String, List<Row>> rows) throws UnusableHistoryException {
        List<Earlier> earlier = new ArrayList<>();
        // the former keys first: what they sealed was kept before
        List<Key> oldest = new ArrayList<>(keys.all());
        Collections.reverse(oldest);
        for (Key key : oldest) {
            String owner = hex(key.member(claim.beneficiaryId())) + hex(key.agency(claim.billingProviderNpi()));
            List<Row> own = rows.getOrDefault(owner, List.of());
            for (Row row : own.subList(Math.max(0, own.size() - InputPast.MOST), own.size())) {
                Claim kept = decoded(row, claim.billingProviderNpi());
                earlier.add(new Earlier(
                        key == keys.current() ? kept : sealedAgain(kept, key, claim),
                        Earlier.Source.STORE,
                        row.sentOn()));
            }
        }
        earlier.sort(Comparator.comparing(Earlier::sentOn));
        return List.copyOf(earlier);
    }

    /**
     * A claim that a former key sealed, sealed by the current one as far as it can be: where the claim that asks has the
     * same number.
     */
    private Claim sealedAgain(Claim kept, Key former, Claim asking) {
        Map<String, String> again = new HashMap<>();
        for (String number :
                Arrays.asList(asking.claimId(), asking.originalClaimNumber(), asking.treatmentAuthorization())) {
            if (number != null) {
                again.put(former.of(number), keys.current().of(number));
            }
        }
        return kept.toBuilder()
                .claimId(again.getOrDefault(kept.claimId(), kept.claimId()))
                .originalClaimNumber(again.getOrDefault(kept.originalClaimNumber(), kept.originalClaimNumber()))
                .treatmentAuthorization(
                        again.getOrDefault(kept.treatmentAuthorization(), kept.treatmentAuthorization()))
                .build();
    }

    /** What is kept of a beneficiary, by whichever agency, in the order in which it was sent. */
    public List<Earlier> ofMember(String memberId) throws UnusableHistoryException {
        List<Earlier> earlier = new ArrayList<>();
        for (Row row : rows(sealed(memberId))) {
            earlier.add(new Earlier(decoded(row, null), Earlier.Source.STORE, row.sentOn()));
        }
        return List.copyOf(earlier);
    }

    private List<byte[]> sealed(String memberId) {
        return keys.all().stream().map(key -> key.member(memberId)).toList();
    }

    private Claim decoded(Row row, String npi) throws UnusableHistoryException {
        try {
            return ClaimCodec.decode(row.content(), npi);
        } catch (IOException e) {
            throw new UnusableHistoryException("the history in `" + place + "` cannot be read: " + e.getMessage(), e);
        }
    }

    private List<Row> rows(Collection<byte[]> members) throws UnusableHistoryException {
        List<Row> rows = new ArrayList<>();
        List<byte[]> all = new ArrayList<>(members);
        if (all.isEmpty()) {
            return rows;
        }
        try (Connection connection = database.connection()) {
            for (int first = 0; first < all.size(); first += MOST_PARAMETERS) {
                List<byte[]> some = all.subList(first, Math.min(all.size(), first + MOST_PARAMETERS));
                try (PreparedStatement ask = connection.prepareStatement("select " + COLUMNS
                        + " from sent_claim where member in " + marks(some.size()) + " order by sent_on, id")) {
                    // a statement of few lengths is planned once; a member asked for twice is found once
                    int marks = marked(some.size());
                    for (int i = 0; i < marks; i++) {
                        ask.setBytes(i + 1, some.get(Math.min(i, some.size() - 1)));
                    }
                    try (ResultSet found = ask.executeQuery()) {
                        while (found.next()) {
                            rows.add(row(found));
                        }
                    }
                }
            }
        } catch (SQLException e) {
            throw failed("the history cannot be read", e);
        }
        return rows;
    }

    private static int marked(int values) {
        return values == 1 ? 1 : Integer.highestOneBit(values - 1) << 1;
    }

    private static String marks(int values) {
        return "(?" + ", ?".repeat(marked(values) - 1) + ")";
    }

    private static Row row(ResultSet found) throws SQLException {
        return new Row(
                found.getBytes(1),
                found.getBytes(2),
                found.getString(3),
                found.getObject(4, LocalDate.class),
                found.getBytes(5));
    }

    /**
     * Forgets what is kept of a beneficiary, by whichever agency.
     *
     * @return how many claims there were
     */
    public int forget(String memberId) throws UnusableHistoryException {
        List<byte[]> sealed = sealed(memberId);
        return forget("member in " + marks(sealed.size()), statement -> {
            for (int i = 0; i < marked(sealed.size()); i++) {
                statement.setBytes(i + 1, sealed.get(Math.min(i, sealed.size() - 1)));
            }
        });
    }

    /**
     * Forgets what was marked as sent before a day.
     *
     * @return how many claims there were
     */
    public int forgetBefore(LocalDate day) throws UnusableHistoryException {
        return forget("sent_on < ?", statement -> statement.setObject(1, day));
    }

    private interface Values {
        void set(PreparedStatement statement) throws SQLException;
    }

    private int forget(String which, Values values) throws UnusableHistoryException {
        try (Connection connection = database.connection()) {
            int claims;
            try (PreparedStatement delete = connection.prepareStatement("delete from sent_claim where " + which)) {
                values.set(delete);
                claims = delete.executeUpdate();
            }
            try (PreparedStatement unused = connection.prepareStatement("delete from sent_key where id <> ? and not"
                    + " exists (select 1 from sent_claim where key_id = sent_key.id)")) {
                unused.setString(1, keys.current().id());
                unused.executeUpdate();
            }
            database.settle(connection);
            return claims;
        } catch (SQLException e) {
            throw failed("nothing could be forgotten", e);
        }
    }

    /** What is kept, in numbers. */
    public Summary summary() throws UnusableHistoryException {
        long claims = 0;
        LocalDate first = null;
        LocalDate last = null;
        Map<String, Long> byKey = new TreeMap<>();
        try (Connection connection = database.connection();
                Statement ask = connection.createStatement();
                ResultSet found = ask.executeQuery(
                        "select key_id, count(*), min(sent_on), max(sent_on) from sent_claim" + " group by key_id")) {
            while (found.next()) {
                claims += found.getLong(2);
                byKey.put(found.getString(1), found.getLong(2));
                LocalDate from = found.getObject(3, LocalDate.class);
                LocalDate through = found.getObject(4, LocalDate.class);
                first = first == null || from.isBefore(first) ? from : first;
                last = last == null || through.isAfter(last) ? through : last;
            }
        } catch (SQLException e) {
            throw failed("the history cannot be read", e);
        }
        return new Summary(claims, first, last, byKey);
    }

    /**
     * Writes what is kept, a claim a line, as src/docs/history.md has it.
     *
     * @return how many claims there were
     * @throws UnusableHistoryException if it cannot be read
     * @throws IOException if it cannot be written
     */
    public long export(Writer out) throws IOException {
        ExportFile.Output file = new ExportFile.Output(out);
        try (Connection connection = database.connection()) {
            connection.setAutoCommit(false);
            try (Statement ask = connection.createStatement()) {
                ask.setFetchSize(ROWS_AT_A_TIME);
                try (ResultSet found =
                        ask.executeQuery("select " + COLUMNS + " from sent_claim order by sent_on, id")) {
                    while (found.next()) {
                        file.write(row(found));
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw failed("the history cannot be read", e);
        }
        return file.end();
    }

    /** What an import came to: claims kept now and kept before; {@code torn} says why it ended early, or is {@code null}. */
    public record Imported(long kept, long before, String torn) {}

    /**
     * Keeps what was exported, from here or from another store with the same key. What is whole of a torn file is kept.
     *
     * @throws UnusableHistoryException if it is no export, was sealed by a key that is not configured, or cannot be kept
     * @throws IOException if it cannot be read
     */
    public Imported importFrom(InputStream in) throws IOException {
        ExportFile.Input file = new ExportFile.Input(in);
        long kept = 0;
        long before = 0;
        List<Candidate> some = new ArrayList<>();
        boolean more = true;
        while (more) {
            Row row = file.next();
            more = row != null;
            if (more) {
                some.add(new Candidate(some.size(), digest(row), List.of(), row));
            }
            if (some.size() == ROWS_AT_A_TIME || !more) {
                for (boolean now : keep(some)) {
                    if (now) {
                        kept++;
                    } else {
                        before++;
                    }
                }
                some.clear();
            }
        }
        return new Imported(kept, before, file.torn());
    }

    private byte[] digest(Row row) throws UnusableHistoryException {
        Key key = keys.of(row.keyId())
                .orElseThrow(() -> new UnusableHistoryException("the claims were sealed by another key, `"
                        + row.keyId() + "`; nothing more is taken. Write that key into `HEARTH_HISTORY_KEY`, or into"
                        + " `HEARTH_HISTORY_FORMER_KEYS` if another has taken its place"));
        return digest(key, row.member(), row.agency(), decoded(row, null));
    }

    private UnusableHistoryException failed(String what, SQLException why) {
        return new UnusableHistoryException(
                what + ": the database in `" + place + "` says: " + Database.words(why, place), why);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        database.close();
    }
}
