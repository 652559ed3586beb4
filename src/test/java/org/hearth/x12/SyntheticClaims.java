package org.hearth.x12;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.hearth.codes.Codes;

/**
 * Writes 837I files of synthetic claims of which a chosen share has a defect, and tells what each claim must get. The
 * same seed and code lists give the same bytes.
 */
public final class SyntheticClaims {

    private final Codes codes;
    private final double defective;
    private final Map<String, String> expected = new LinkedHashMap<>();

    private SyntheticClaims(Codes codes, double defective) {
        this.codes = codes;
        this.defective = defective;
    }

    /**
     * Writes a file of so many claims, half of them 34X and half 32X.
     *
     * @param codes where the 34X codes come from
     * @param defective the share of claims with a defect, 0 to 1, each kind as often as any other of its bill type
     * @return by claim id what is found: nothing, {@code HHT-340}, {@code HHT-301 line 3} or {@code unread}
     */
    public static Map<String, String> write(OutputStream out, int count, long seed, Codes codes, double defective)
            throws IOException {
        SyntheticClaims claims = new SyntheticClaims(codes, defective);
        SyntheticFiles.write(out, count, seed, claims::segments);
        return claims.expected;
    }

    private String segments(int number, Random random) {
        boolean homeHealth = number % 2 == 0;
        ClaimDraft claim =
                homeHealth ? ClaimDraft.homeHealth(number, random) : ClaimDraft.outpatient(number, random, codes);
        expected.put(claim.claimId, random.nextDouble() < defective ? marred(claim, random) : "");
        return claim.segments(number);
    }

    private static String marred(ClaimDraft claim, Random random) {
        SyntheticDefect[] kinds = java.util.Arrays.stream(SyntheticDefect.values())
                .filter(kind -> kind.homeHealth() == claim.homeHealth)
                .toArray(SyntheticDefect[]::new);
        SyntheticDefect defect = kinds[random.nextInt(kinds.length)];
        int line = defect.mar(claim, random);
        return line == 0 ? defect.finding() : defect.finding() + " line " + line;
    }
}
