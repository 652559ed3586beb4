package org.hearth.x12;

import java.math.BigDecimal;
import java.util.Random;

/** A way in which a synthetic claim can be wrong, and the one finding that it must get for it. */
public enum SyntheticDefect {
    NO_DISCIPLINE_MODIFIER("HHT-301", false) {
        @Override
        int mar(ClaimDraft claim, Random random) {
            int index = random.nextInt(claim.lines.size());
            claim.lines.get(index).modifiers.clear();
            return index + 1;
        }
    },
    MODIFIER_OF_ANOTHER_DISCIPLINE("HHT-303", false) {
        @Override
        int mar(ClaimDraft claim, Random random) {
            int index = random.nextInt(claim.lines.size());
            claim.lines.get(index).modifiers.set(0, claim.modifier.equals("GN") ? "GO" : "GN");
            return index + 1;
        }
    },
    MODIFIER_TWICE("HHT-325", false) {
        @Override
        int mar(ClaimDraft claim, Random random) {
            int index = random.nextInt(claim.lines.size());
            claim.lines.get(index).modifiers.add(0, "KX");
            claim.lines.get(index).modifiers.add("KX");
            return index + 1;
        }
    },
    NO_HCPCS_CODE("HHT-308", false) {
        @Override
        int mar(ClaimDraft claim, Random random) {
            int index = random.nextInt(claim.lines.size());
            claim.lines.get(index).hcpcs = null;
            return index + 1;
        }
    },
    FRACTION_OF_A_UNIT("HHT-406", false) {
        @Override
        int mar(ClaimDraft claim, Random random) {
            int index = random.nextInt(claim.lines.size());
            claim.lines.get(index).units = "1.5";
            return index + 1;
        }
    },
    NO_PLAN_OF_CARE_DATE("HHT-340", false) {
        @Override
        int mar(ClaimDraft claim, Random random) {
            claim.occurrences.remove(claim.planDate);
            return 0;
        }
    },
    NO_START_OF_TREATMENT_DATE("HHT-342", false) {
        @Override
        int mar(ClaimDraft claim, Random random) {
            claim.occurrences.remove(claim.startDate);
            return 0;
        }
    },
    NO_ATTENDING_PRACTITIONER("HHT-360", false) {
        @Override
        int mar(ClaimDraft claim, Random random) {
            claim.attending = false;
            return 0;
        }
    },
    NO_PRIORITY("HHT-181", false) {
        @Override
        int mar(ClaimDraft claim, Random random) {
            claim.priority = "";
            return 0;
        }
    },
    NO_COUNTY("HHT-219", true) {
        @Override
        int mar(ClaimDraft claim, Random random) {
            claim.values.remove("85");
            return 0;
        }
    },
    NO_SITE_OF_SERVICE("HHT-811", true) {
        @Override
        int mar(ClaimDraft claim, Random random) {
            claim.lines.removeIf(line -> line.hcpcs.equals("Q5001"));
            return 0;
        }
    },
    OUTPATIENT_CODE_ON_A_VISIT("HHT-805", true) {
        @Override
        int mar(ClaimDraft claim, Random random) {
            // a day on which no therapist comes
            claim.add("0421", "97110", 25).units = "1";
            return claim.lines.size();
        }
    },
    MODIFIER_ON_A_VISIT("HHT-808", true) {
        @Override
        int mar(ClaimDraft claim, Random random) {
            claim.lines.get(1).modifiers.add("GP");
            return 2;
        }
    },
    TOTAL_OF_OTHER_LINES("HHT-114", true) {
        @Override
        int mar(ClaimDraft claim, Random random) {
            claim.excess = BigDecimal.ONE;
            return 0;
        }
    },
    NO_DATE("unread", false) {
        @Override
        int mar(ClaimDraft claim, Random random) {
            claim.lines.get(random.nextInt(claim.lines.size())).date = "20261350";
            return 0;
        }
    };

    private final String finding;
    private final boolean homeHealth;

    SyntheticDefect(String finding, boolean homeHealth) {
        this.finding = finding;
        this.homeHealth = homeHealth;
    }

    /** The id of the finding; {@code unread} where the claim cannot be read at all. */
    public String finding() {
        return finding;
    }

    /** Whether it is a defect of 32X claims; else of 34X claims. */
    public boolean homeHealth() {
        return homeHealth;
    }

    /** Gives a sound claim this defect; the number of the line that shows it, or 0 for the claim itself. */
    abstract int mar(ClaimDraft claim, Random random);
}
