package org.hearth.evaluate;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hearth.claim.Claim;
import org.hearth.release.Example;

/** Claims as large as a claim can be, each made to cost as much as its kind can. */
public final class LargeClaims {

    private static final int LINES = 999;
    private static final String[] THERAPY = {
        "97110", "97112", "97116", "97140", "97530", "97535", "97032", "97033", "97034", "97035", "97036", "97113",
        "97124", "97129", "97130", "97150", "97533", "97537", "97542", "97750", "97755", "97760", "97761", "97763",
    };
    private static final String[] FUNCTIONAL = {"G8978 CI", "G8979 CJ", "G8980 CK", "G8981 CL", "G8982 CM", "G8983 CN"};

    private LargeClaims() {}

    /** Claims by what is much in them. */
    public static Map<String, Claim> all() {
        Map<String, Claim> claims = new LinkedHashMap<>();
        claims.put("one place of care 999 times", homeHealth("Q5001 $0.01", 1, ""));
        claims.put("places of care on many days", homeHealth("Q5001 $0.01", 28, ""));
        claims.put("visits of one day", homeHealth("G0151 3u 60m", 1, ""));
        claims.put("visits by assistants", homeHealth("G0157 3u 60m", 28, history(600, 1)));
        claims.put("earlier claims of centuries", homeHealth("G0157 3u 60m", 28, history(300, 18_000)));
        claims.put("inpatient stays", homeHealth("G0151 3u", 28, stays(999)));
        claims.put("one service 999 times", outpatient(2025, 1, 1, " GP 1u 15m"));
        claims.put("services of one day", outpatient(2025, THERAPY.length, 1, " GP 1u 15m"));
        claims.put("services of many days", outpatient(2025, THERAPY.length, 28, " GP 1u 30t 15a 5j"));
        claims.put("assistants of many days", outpatient(2025, THERAPY.length, 28, " GP CQ KX 1u 30t 15a 5j al$60.00"));
        claims.put("services without units", outpatient(2025, THERAPY.length, 28, " GP ?u 38m"));
        claims.put("functional reporting", functional());
        return claims;
    }

    private static Claim homeHealth(String what, int days, String more) {
        StringBuilder yaml = new StringBuilder("bill: 32X\n").append(more).append("lines:\n");
        for (int line = 0; line < LINES - 2; line++) {
            yaml.append("- ")
                    .append(LocalDate.of(2025, 3, 1).plusDays(line % days))
                    .append(" 0421 ")
                    .append(what);
            yaml.append('\n');
        }
        return claim(yaml);
    }

    private static Claim outpatient(int year, int codes, int days, String rest) {
        StringBuilder yaml = new StringBuilder("bill: 34X\nlines:\n");
        for (int line = 0; line < LINES; line++) {
            yaml.append("- ").append(LocalDate.of(year, 3, 1).plusDays(line / codes % days));
            yaml.append(" 0420 ").append(THERAPY[line % codes]).append(rest).append('\n');
        }
        return claim(yaml);
    }

    private static Claim functional() {
        StringBuilder yaml = new StringBuilder("bill: 34X\nlines:\n");
        for (int line = 0; line < LINES; line++) {
            LocalDate day = LocalDate.of(2016, 3, 1).plusDays(line / 12);
            String code = line % 2 == 0 ? "97110 GP 1u 15m" : FUNCTIONAL[line / 2 % 6] + " GP $0.01";
            yaml.append("- ").append(day).append(" 0420 ").append(code).append('\n');
        }
        return claim(yaml);
    }

    private static String history(int claims, int days) {
        StringBuilder yaml = new StringBuilder("history:\n");
        for (int i = 0; i < claims; i++) {
            LocalDate from = LocalDate.of(2024, 1, 1).minusDays(i * 2L);
            yaml.append("- {claimId: H")
                    .append(i)
                    .append(", typeOfBill: \"0329\", statementFrom: ")
                    .append(from);
            yaml.append(", statementThrough: ").append(from.plusDays(days));
            yaml.append(
                    ", billingProviderNpi: \"1234567893\", lines: [{lineNumber: 1, revenueCode: \"0421\", hcpcs: G0157, ");
            yaml.append("serviceDate: ").append(from).append(", units: 3, charge: 100.00}]}\n");
        }
        return yaml.append("admissionDate: 2000-01-02\n").toString();
    }

    private static String stays(int stays) {
        StringBuilder yaml = new StringBuilder("context:\n  inpatientStays:\n");
        for (int i = 0; i < stays; i++) {
            LocalDate from = LocalDate.of(2010, 1, 1).plusDays(i * 3L);
            yaml.append("  - {from: ")
                    .append(from)
                    .append(", through: ")
                    .append(from.plusDays(2))
                    .append("}\n");
        }
        return yaml.toString();
    }

    private static Claim claim(StringBuilder yaml) {
        return new Example("large", "claim", yaml.toString(), "none").toClaim();
    }
}
