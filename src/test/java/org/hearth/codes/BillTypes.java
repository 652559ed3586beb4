package org.hearth.codes;

import java.util.stream.Stream;
import org.hearth.codes.BillType.Asks;
import org.hearth.codes.BillType.TakesBack;

/** The types of bill of 32X and 34X that the tests' claims have, so far as arithmetic needs them. */
public final class BillTypes {

    public static final CodeIndex<BillType> SOME = new CodeIndex<>(Stream.concat(
                    Stream.of(
                            type("032A", Asks.ADMISSION, TakesBack.NOTHING, false),
                            type("032D", Asks.ADMISSION, TakesBack.VOIDS, false)),
                    Stream.of("032", "034")
                            .flatMap(kind -> Stream.of(
                                    type(kind + "0", Asks.NO_PAYMENT, TakesBack.NOTHING, false),
                                    type(kind + "1", Asks.PAYMENT, TakesBack.NOTHING, true),
                                    type(kind + "2", Asks.PAYMENT, TakesBack.NOTHING, true),
                                    type(kind + "3", Asks.PAYMENT, TakesBack.NOTHING, false),
                                    type(kind + "4", Asks.PAYMENT, TakesBack.NOTHING, false),
                                    type(kind + "7", Asks.PAYMENT, TakesBack.REPLACES, false),
                                    type(kind + "8", Asks.PAYMENT, TakesBack.VOIDS, false),
                                    type(kind + "9", Asks.PAYMENT, TakesBack.NOTHING, false))))
            .toList());

    private BillTypes() {}

    private static BillType type(String code, Asks asks, TakesBack takesBack, boolean begins) {
        return new BillType(
                "bill-types/" + code, code, asks, takesBack, begins, BillType.Standing.TAKEN, "", Day.FIRST, Day.LAST);
    }
}
