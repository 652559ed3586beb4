package org.hearth.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.release.Example;

/** Mixes of synthetic claims of 20 lines, the same in every run, that say what a claim costs. */
public enum ClaimMix {
    /** Outpatient claims without any finding; nothing is said of minutes. */
    OUTPATIENT("clean 34X"),
    /** Home health claims without any finding; nothing is said of minutes. */
    HOME_HEALTH("clean 32X"),
    /** Both in turn without any finding, with the minutes of every line and three earlier claims or the period before. */
    MINUTES_AND_HISTORY("clean, minutes and history"),
    /** Both in turn, without minutes; one in five has a defect. */
    DEFECTIVE("one in five defective");

    private static final int LINES = 20;
    /** A 32X has a HIPPS line and a line of its place of care besides. */
    private static final int VISITS = LINES - 2;

    private static final int LINES_OF_A_DAY = 4;

    private static final String[] SERVICES = {
        "0420 97110 GP 2u", "0420 97140 GP 1u", "0430 97535 GO 2u", "0440 92507 GN 1u",
        "0420 97112 GP 1u", "0420 97530 GP 2u", "0430 97110 GO 2u", "0440 92526 GN 1u",
    };
    private static final String[] MINUTES_OF_SERVICES = {"30m", "15m", "30m", "45m", "15m", "30m", "30m", "45m"};

    private static final String[] VISITS_OF_A_DAY = {
        "0421 G0151 3u", "0431 G0152 3u", "0551 G0299 3u", "0571 G0156 4u",
        "0441 G0153 3u", "0421 G0157 3u", "0551 G0300 3u", "0561 G0155 3u",
    };
    private static final String[] MINUTES_OF_VISITS = {"45m", "45m", "45m", "60m", "45m", "45m", "45m", "45m"};

    /** Occurrence codes of the plans of care and of the starts of care, of each discipline. */
    private static final List<String> PLANS = List.of("29", "17", "30");

    private static final List<String> STARTS = List.of("35", "44", "45");

    /** What a line of an outpatient claim and one of a home health claim begin with, and what stands there instead. */
    private static final String[][] DEFECTS_OUTPATIENT = {
        {"0420 97110 GP", "0420 97110"}, {"0420 97140 GP", "0420 97140 GO"}, {"0430 97535 GO 2u", "0430 97535 GO 99u"},
    };

    private static final String[][] DEFECTS_HOME_HEALTH = {
        {"0421 G0151", "0421 97110"}, {"0431 G0152", "0421 G0152"}, {"0551 G0299 3u", "0551 G0299 ?u"},
    };

    private final String label;

    ClaimMix(String label) {
        this.label = label;
    }

    /** Some claims of the mix. */
    public List<Claim> claims(int count) {
        List<Claim> claims = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            claims.add(new Example("benchmark", "claim " + index, yaml(index), "none").toClaim());
        }
        return claims;
    }

    private String yaml(int index) {
        LocalDate from = LocalDate.of(2025, 4 + index % 6, 1 + index % 3);
        boolean outpatient = this == OUTPATIENT || this != HOME_HEALTH && index % 2 == 0;
        String yaml = outpatient ? outpatient(from, index) : homeHealth(from, index);
        if (this == DEFECTIVE && index % 5 == 4) {
            String[][] defects = outpatient ? DEFECTS_OUTPATIENT : DEFECTS_HOME_HEALTH;
            String[] defect = defects[index / 5 % defects.length];
            return yaml.replaceFirst(defect[0], defect[1].replace("?", "\\?"));
        }
        return yaml;
    }

    private String outpatient(LocalDate from, int index) {
        StringBuilder yaml = new StringBuilder("bill: 34X\n");
        LocalDate start = this == MINUTES_AND_HISTORY ? from.minusMonths(3) : from;
        yaml.append("occurrenceCodes: {");
        // the plans are new, the care may be older
        PLANS.forEach(code ->
                yaml.append('"').append(code).append("\": ").append(from).append(", "));
        STARTS.forEach(code ->
                yaml.append('"').append(code).append("\": ").append(start).append(", "));
        yaml.append("}\nlines:\n");
        lines(yaml, "", from, LINES, SERVICES, MINUTES_OF_SERVICES, index);
        if (this == MINUTES_AND_HISTORY) {
            yaml.append("context: {underHomeHealthPlan: false}\nhistory:\n");
            for (int months = 3; months > 0; months--) {
                yaml.append("- lines:\n");
                lines(yaml, "  ", from.minusMonths(months), LINES, SERVICES, MINUTES_OF_SERVICES, index);
            }
        }
        return yaml.toString();
    }

    private String homeHealth(LocalDate from, int index) {
        StringBuilder yaml = new StringBuilder("bill: 32X\nlines:\n");
        lines(yaml, "", from, VISITS, VISITS_OF_A_DAY, MINUTES_OF_VISITS, index);
        if (this == MINUTES_AND_HISTORY) {
            LocalDate admission = from.minusDays(30);
            yaml.append("admissionDate: ").append(admission).append("\nhistory:\n- lines:\n");
            lines(yaml, "  ", admission, VISITS, VISITS_OF_A_DAY, MINUTES_OF_VISITS, index);
            yaml.append("  admissionDate: ").append(admission).append('\n');
        }
        return yaml.toString();
    }

    /** Four lines every other day, each code once a day. */
    private void lines(
            StringBuilder yaml,
            String indent,
            LocalDate from,
            int count,
            String[] services,
            String[] minutes,
            int index) {
        for (int line = 0; line < count; line++) {
            int service = (line % LINES_OF_A_DAY) + (line / LINES_OF_A_DAY + index) % 2 * LINES_OF_A_DAY;
            LocalDate day = from.plusDays(line / LINES_OF_A_DAY * 2L);
            yaml.append(indent).append("- ").append(day).append(' ').append(services[service]);
            yaml.append(this == MINUTES_AND_HISTORY ? " " + minutes[service] : "")
                    .append('\n');
        }
    }

    /** What it is called in the tables of figures. */
    @Override
    public String toString() {
        return label;
    }
}
