package org.hearth.bench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearth.claim.Claim;
import org.hearth.claim.ServiceLine;

/**
 * What a programmer would write by hand for discipline modifiers and units alone, with its codes in the code: the
 * yardstick of the benchmark, and no part of the product.
 */
final class PlainJava {

    private static final Map<String, String> MODIFIER = Map.of("042", "GP", "043", "GO", "044", "GN");
    private static final Map<String, String> PLAN_DATE = Map.of("042", "29", "043", "17", "044", "30");
    private static final Set<String> DISCIPLINES = Set.of("GP", "GO", "GN");
    private static final Set<String> TIMED =
            Set.of("97110", "97112", "97116", "97140", "97530", "97535", "97035", "97032", "97129", "97130");

    private PlainJava() {}

    static int findings(Claim claim) {
        int findings = 0;
        boolean outpatient = claim.typeOfBill().kind().equals("34X");
        Set<String> families = new HashSet<>();
        Map<String, int[]> pools = new HashMap<>();
        for (ServiceLine line : claim.lines()) {
            String family = line.revenueCode().substring(0, 3);
            String wanted = MODIFIER.get(family);
            if (outpatient && wanted != null) {
                families.add(family);
                findings += modifiers(line.modifiers(), wanted);
                if (line.minutes() != null && TIMED.contains(line.hcpcs())) {
                    int[] pool = pools.computeIfAbsent(family + line.serviceDate(), key -> new int[2]);
                    pool[0] += line.minutes();
                    pool[1] += line.units().intValue();
                }
            } else if (!outpatient && line.minutes() != null && units(line.minutes()) != line.units().intValue()) {
                findings++;
            }
        }
        for (int[] pool : pools.values()) {
            if (units(pool[0]) != pool[1]) {
                findings++;
            }
        }
        for (String family : families) {
            String code = PLAN_DATE.get(family);
            if (claim.occurrenceCodes().stream().noneMatch(occurrence -> occurrence.code().equals(code))) {
                findings++;
            }
        }
        return findings;
    }

    private static int modifiers(List<String> modifiers, String wanted) {
        int count = 0;
        boolean right = false;
        for (String modifier : modifiers) {
            if (DISCIPLINES.contains(modifier)) {
                count++;
                right |= modifier.equals(wanted);
            }
        }
        return count == 1 && right ? 0 : 1;
    }

    private static int units(int minutes) {
        return minutes < 8 ? 0 : (minutes + 7) / 15;
    }
}
