package org.hearth.codes;

import java.util.List;
import org.hearth.claim.AmountBucket;

/** Rows of code lists as tests of facts need them. */
public final class CodeRows {

    private CodeRows() {}

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
}
