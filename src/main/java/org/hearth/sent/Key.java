package org.hearth.sent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hearth.claim.CodeForm;
import org.hearth.data.DataFolder;
import org.hearth.history.Seal;

/**
 * The secret by which identifiers are sealed (HMAC-SHA-256, the first 16 bytes). Each kind of identifier is sealed apart,
 * so that a member id and a claim number that happen to be alike do not look alike. Safe for use by several threads.
 */
public final class Key implements Seal {

    /** How many bytes a key has at least. */
    static final int LEAST_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";
    static final int SEALED_BYTES = 16;
    private static final int ID_DIGITS = 16;

    private final SecretKeySpec secret;
    private final String id;

    private Key(byte[] bytes) {
        secret = new SecretKeySpec(bytes, ALGORITHM);
        id = HexFormat.of().formatHex(hash("id", new byte[0])).substring(0, ID_DIGITS);
    }

    /**
     * Reads a key.
     *
     * @param written at least {@link #LEAST_BYTES} bytes, in hexadecimal digits or Base64
     * @param where where it is written, for the complaint
     * @throws IllegalArgumentException saying what to write instead; never what was written
     */
    public static Key of(String written, String where) {
        String text = written.strip();
        byte[] bytes;
        try {
            bytes = text.matches("([0-9A-Fa-f]{2})+")
                    ? HexFormat.of().parseHex(text.toLowerCase(Locale.ROOT))
                    : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    where + " is neither hexadecimal digits nor Base64; write what `openssl rand -hex 32` prints");
        }
        if (bytes.length < LEAST_BYTES) {
            throw new IllegalArgumentException(where + " has " + bytes.length + " bytes; a key has at least "
                    + LEAST_BYTES + ": write what `openssl rand -hex 32` prints");
        }
        return new Key(bytes);
    }

    /**
     * The key in a file of its own, which is made, for its owner alone, where it is not there.
     *
     * @throws IOException if it can be neither read nor made
     * @throws IllegalArgumentException if what stands there is no key
     */
    public static Key in(Path file) throws IOException {
        if (!Files.exists(file)) {
            byte[] secret = new byte[LEAST_BYTES];
            new SecureRandom().nextBytes(secret);
            String written = HexFormat.of().formatHex(secret);
            new DataFolder(file.getParent()).writeSecret(file, (written + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        return of(Files.readString(file), "`" + file + "`");
    }

    /** What names the key without telling it: a check value, which another key does not have. */
    public String id() {
        return id;
    }

    /** A claim's number, the payer's number or an authorization, sealed. */
    @Override
    public String of(String identifier) {
        return identifier == null
                ? null
                : Base64.getUrlEncoder().withoutPadding().encodeToString(hash("number", identifier));
    }

    /** A member id, sealed; blanks around it and small letters do not matter. */
    byte[] member(String memberId) {
        return hash("member", CodeForm.code(memberId));
    }

    /** An agency's NPI, sealed. */
    byte[] agency(String npi) {
        return hash("agency", CodeForm.code(npi));
    }

    /** What tells a kept claim from every other. */
    byte[] digest(byte[] member, byte[] agency, byte[] content) {
        byte[] all = Arrays.copyOf(member, member.length + agency.length + content.length);
        System.arraycopy(agency, 0, all, member.length, agency.length);
        System.arraycopy(content, 0, all, member.length + agency.length, content.length);
        return hash("claim", all);
    }

    private byte[] hash(String kind, String value) {
        return hash(kind, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Seals something of a kind that is written bit by bit. */
    public Sealing sealing(String kind) {
        return new Sealing(mac(kind));
    }

    private byte[] hash(String kind, byte[] value) {
        return Arrays.copyOf(mac(kind).doFinal(value), SEALED_BYTES);
    }

    private Mac mac(String kind) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update(kind.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return "Key[" + id + "]";
    }
}
