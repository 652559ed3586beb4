package org.hearth.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.hearth.claim.Claim;
import org.hearth.release.Example;

/** A fixed mix of synthetic claims, the same in every run: both bill types, four in five clean. */
final class ClaimMix {

    private static final String[][] OUTPATIENT = {
        {"0420", "97110 GP 2u"}, {"0420", "97140 GP 1u"}, {"0420", "97112 GP 1u"}, {"0420", "97530 GP 1u"},
        {"0430", "97535 GO 2u"}, {"0430", "97530 GO 1u"}, {"0440", "92507 GN 1u"}, {"0440", "92526 GN 1u"},
    };

    private static final String[][] HOME_HEALTH = {
        {"0421", "G0151 3u"}, {"0421", "G0157 3u"}, {"0431", "G0152 3u"}, {"0441", "G0153 3u"},
        {"0551", "G0299 3u"}, {"0571", "G0156 4u"}, {"0561", "G0155 3u"}, {"0431", "G0158 2u"},
    };

    private ClaimMix() {}

    /** Claims of 5 to 40 lines. */
    static List<Claim> mixed(int count) {
        Random random = new Random(20261123);
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            claims.add(claim(random, i, 5 + random.nextInt(36)));
        }
        return claims;
    }

    /** Claims of 20 lines each. */
    static List<Claim> ofTwentyLines(int count) {
        Random random = new Random(20261124);
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            claims.add(claim(random, i, 20));
        }
        return claims;
    }

    private static Claim claim(Random random, int index, int lines) {
        boolean homeHealth = index % 2 == 0;
        boolean clean = index % 5 != 4;
        String[][] codes = homeHealth ? HOME_HEALTH : OUTPATIENT;
        // a 32X has two default lines of its own
        int own = homeHealth ? lines - 2 : lines;
        int broken = clean ? -1 : random.nextInt(own);
        LocalDate from = LocalDate.of(2025, 1 + index % 11, 1);
        StringBuilder yaml =
                new StringBuilder("bill: ").append(homeHealth ? "32X" : "34X").append("\nlines:\n");
        for (int i = 0; i < own; i++) {
            // each code once a day, the first of each discipline by a therapist
            int code = i == 0 ? 0 : i % codes.length;
            LocalDate on = from.plusDays(Math.min(27, i / codes.length * 4L));
            String what = codes[code][1];
            yaml.append("- ").append(on).append(' ').append(codes[code][0]).append(' ');
            yaml.append(i == broken ? what.replaceAll(" G[PON]", "").replace("G0", "97110 G0").replaceAll("97110 G0\\d{3}", "97110") : what);
            yaml.append('\n');
        }
        return new Example("bench", "claim " + index, yaml.toString(), "none").toClaim();
    }
}
