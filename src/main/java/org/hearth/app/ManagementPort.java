package org.hearth.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.function.IntPredicate;
import org.eclipse.microprofile.config.Config;

/**
 * The port of health and metrics. Where nobody names one it follows the service's own, so that two services on one machine need two
 * ports and not four; and where another program has taken that, any free port will do, since nobody can be waiting at it.
 */
final class ManagementPort {

    private static final String KEY = "quarkus.management.port";
    private static final String HOST = "quarkus.management.host";
    private static final String MAIN = "quarkus.http.port";
    private static final String LOOPBACK = "127.0.0.1";
    private static final int MAIN_BY_DEFAULT = 8080;
    private static final int DISTANCE = 1_000;
    private static final int LAST = 65_535;

    private ManagementPort() {}

    /** Names the port to the server that is about to start, unless the configuration does. */
    static void choose(Config config) {
        if (config.getOptionalValue(KEY, Integer.class).isEmpty()) {
            int main = config.getOptionalValue(MAIN, Integer.class).orElse(MAIN_BY_DEFAULT);
            String host = config.getOptionalValue(HOST, String.class).orElse(LOOPBACK);
            System.setProperty(KEY, String.valueOf(beside(main, port -> isFree(host, port))));
        }
    }

    /**
     * The port beside a service's own: a thousand above it, or below it where there is none above.
     *
     * @param main the service's own, 0 for any that is free
     * @param free whether a port can be taken
     * @return 0 for any that is free
     */
    static int beside(int main, IntPredicate free) {
        int beside = main + DISTANCE > LAST ? main - DISTANCE : main + DISTANCE;
        return main != 0 && free.test(beside) ? beside : 0;
    }

    private static boolean isFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
