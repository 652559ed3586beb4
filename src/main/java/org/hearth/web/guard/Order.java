package org.hearth.web.guard;

/** In which order what guards the service looks at a request; the server's own check of a body's length is at -2. */
final class Order {

    /** Whether the request is meant for this service. */
    static final int ADDRESS = -5;

    /** Whether its caller may make it. */
    static final int ACCESS = -4;

    /** Whether its body says that it is too large. */
    static final int BEFORE_THE_SERVER = -3;

    /** What its body may be, once the server has looked. */
    static final int AFTER_THE_SERVER = -1;

    /** Whether there is room for it, once nothing else stands against it. */
    static final int ADMISSION = 1;

    private Order() {}
}
