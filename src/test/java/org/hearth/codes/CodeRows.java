package org.hearth.codes;

import java.util.List;
import org.hearth.claim.AmountBucket;

/** Rows of code lists as tests of facts need them. */
public final class CodeRows {

    private CodeRows() {}

    /** A code of the therapy list: always therapy, paid, of no time, without a maximum and without an end, unless said. */
    public static Therapy therapy(String code) {
        return new Therapy(code);
    }

    /** PT, OT and SLP with the occurrence codes and the yearly amounts that they have. */
    public static CodeIndex<DisciplineCodes> disciplines() {
        return new CodeIndex<>(List.of(
                discipline("PT", "29", "35", AmountBucket.PT_SLP),
                discipline("OT", "17", "44", AmountBucket.OT),
                discipline("SLP", "30", "45", AmountBucket.PT_SLP)));
    }

    private static DisciplineCodes discipline(
            String code, String planDateCode, String startDateCode, AmountBucket therapyAmount) {
        return new DisciplineCodes(
                "disciplines/" + code, code, planDateCode, startDateCode, therapyAmount, Day.FIRST, Day.LAST);
    }

    /** A row of the therapy list in the making. */
    public static final class Therapy {
        private final String code;
        private ServiceUnit unit = ServiceUnit.UNTIMED;
        private Integer unitMinutes;
        private int maxPerDay = Integer.MAX_VALUE;
        private String baseCode = "none";
        private boolean evaluative;
        private boolean payable = true;
        private boolean assistantExempt;
        private int from = Day.FIRST;
        private int through = Day.LAST;

        private Therapy(String code) {
            this.code = code;
        }

        public Therapy timed(int minutes) {
            return unit(ServiceUnit.TIMED, minutes);
        }

        public Therapy ownTime(int minutes) {
            return unit(ServiceUnit.OWN_TIME, minutes);
        }

        public Therapy unit(ServiceUnit what, Integer minutes) {
            unit = what;
            unitMinutes = minutes;
            return this;
        }

        public Therapy maxPerDay(int units) {
            maxPerDay = units;
            return this;
        }

        public Therapy addedTo(String base) {
            baseCode = base;
            return this;
        }

        public Therapy evaluative(boolean yes) {
            evaluative = yes;
            return this;
        }

        public Therapy payable(boolean yes) {
            payable = yes;
            return this;
        }

        public Therapy assistantExempt() {
            assistantExempt = true;
            return this;
        }

        public Therapy days(int first, int last) {
            from = first;
            through = last;
            return this;
        }

        public TherapyCode row() {
            return new TherapyCode(
                    "therapy-codes/" + code,
                    code,
                    "synthetic",
                    unit,
                    unitMinutes,
                    maxPerDay,
                    baseCode,
                    "none",
                    TherapyCode.Over.NONE,
                    "always",
                    List.of("PT", "OT"),
                    evaluative,
                    "any",
                    payable,
                    true,
                    assistantExempt,
                    true,
                    from,
                    through);
        }
    }
}
