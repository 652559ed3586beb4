package org.hearth.web.guard;

/** Which names of a host mean the machine itself. */
public final class Loopback {

    private Loopback() {}

    /** Whether a host, without its port, is the machine itself, whatever a name server says. */
    public static boolean is(String host) {
        return host.equals("localhost")
                || host.equals("::1")
                || host.equals("[::1]")
                || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }
}
