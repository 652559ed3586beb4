package org.hearth.spark;

import java.util.Locale;

/** The language of the virtual machines that the job runs in, which is not that of whoever set them up. */
final class Language {

    private Language() {}

    /** Sets it, as the command line does: in Turkish no rules compile, and in Arabic a number is no number of X12. */
    static void set() {
        Locale.setDefault(Locale.US);
    }
}
