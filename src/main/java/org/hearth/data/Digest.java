package org.hearth.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** A hash of several texts and files, each with its length, so that none can run into the next. */
public final class Digest {

    private final MessageDigest digest;

    /** A hash of nothing yet. */
    public Digest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds a text. */
    public Digest add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds bytes. */
    public Digest add(byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
        return this;
    }

    /**
     * Adds a file: its name, ended by a zero byte, then its bytes.
     *
     * @param name without a zero character
     */
    public Digest add(String name, byte[] bytes) {
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        return add(bytes);
    }

    /** The SHA-256 hash of a text alone, in Base64, as a Content-Security-Policy names it. */
    public static String base64(String text) {
        Digest alone = new Digest();
        return Base64.getEncoder().encodeToString(alone.digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The SHA-256 hash of bytes alone, in hexadecimal digits, as other programs tell it of a file. */
    public static String ofFile(byte[] bytes) {
        return HexFormat.of().formatHex(new Digest().digest.digest(bytes));
    }

    /** The 32 bytes of the hash; ends it. */
    public byte[] bytes() {
        return digest.digest();
    }

    /** The first hexadecimal digits of the hash; ends it. */
    public String hex(int digits) {
        return HexFormat.of().formatHex(bytes()).substring(0, digits);
    }
}
