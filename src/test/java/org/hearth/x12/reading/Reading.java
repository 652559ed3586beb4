package org.hearth.x12.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.Origin;

/** All that was read of a small file. */
public record Reading(List<Claim> claims, List<X12Item.Refused> refused, X12Item.End end) {

    public static Reading of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Reading of(byte[] bytes) {
        return of(new ByteArrayInputStream(bytes), "test.edi");
    }

    public static Reading of(InputStream in, String file) {
        X12Reader reader = new X12Reader(in, file);
        List<Claim> claims = new ArrayList<>();
        List<X12Item.Refused> refused = new ArrayList<>();
        X12Item item = reader.next();
        while (!(item instanceof X12Item.End end)) {
            if (item instanceof X12Item.LocatedClaim read) {
                claims.add(read.claim());
            } else if (item instanceof X12Item.Refused refusal) {
                refused.add(refusal);
            }
            item = reader.next();
        }
        return new Reading(claims, refused, end);
    }

    /** The claim of a file that holds one and nothing wrong. */
    static Claim onlyClaimOf(String text) {
        Reading reading = of(text);
        if (!reading.end.whole() || !reading.refused.isEmpty() || reading.claims.size() != 1) {
            throw new AssertionError(reading.refused + " " + reading.end);
        }
        return reading.claims.get(0);
    }

    /** The claims without their places, so that they can be compared. */
    List<Claim> bareClaims() {
        return claims.stream().map(Reading::bare).toList();
    }

    static Claim bare(Claim claim) {
        return claim.toBuilder().origin(Origin.NONE).build();
    }

    List<String> claimIds() {
        return claims.stream().map(Claim::claimId).toList();
    }

    /** A resource, read under its own name. */
    public static Reading ofResource(String path) {
        try (InputStream in = Reading.class.getResourceAsStream(path)) {
            return of(in, path.substring(path.lastIndexOf('/') + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sample(String name) {
        return resource("/samples/" + name);
    }

    public static String resource(String path) {
        try (InputStream in = Reading.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
