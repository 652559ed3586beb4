package org.hearth.x12.guide;

import java.util.List;
import org.hearth.x12.segment.Segment;

/** The hierarchical levels of a transaction set: their numbers run from 1, and each names the one that it stands under. */
final class Levels {

    private static final int NUMBER = 1;
    private static final int PARENT = 2;
    private static final int CODE = 3;

    private int last;
    private int provider;
    private int subscriber;

    /** What another had counted. */
    void resume(GuideState.Numbers numbers) {
        last = numbers.last();
        provider = numbers.provider();
        subscriber = numbers.subscriber();
    }

    GuideState.Numbers state() {
        return new GuideState.Numbers(last, provider, subscriber);
    }

    /** A transaction set begins. */
    void clear() {
        last = 0;
        provider = 0;
        subscriber = 0;
    }

    /** Adds what is wrong with the numbers of an HL segment to its faults. */
    void check(Segment hl, List<ElementFault> faults) {
        last++;
        int number = hl.whole(NUMBER);
        if (number != last && !hl.isEmpty(NUMBER, 1)) {
            faults.add(new ElementFault(NUMBER, 0, "628", "7", hl.text(NUMBER)));
        }
        boolean ofSubscriber = hl.is(CODE, "22");
        int parent = ofSubscriber ? provider : subscriber;
        if ((ofSubscriber || hl.is(CODE, "23")) && !hl.isEmpty(PARENT, 1) && hl.whole(PARENT) != parent) {
            faults.add(new ElementFault(PARENT, 0, "734", "7", hl.text(PARENT)));
        }
        // whoever follows names the number as it was sent
        if (hl.is(CODE, "20")) {
            provider = number;
        } else if (ofSubscriber) {
            subscriber = number;
        }
    }
}
