package org.hearth.web.guard;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.function.Supplier;

/**
 * A body that was let in, on its way to the thread that answers it.
 *
 * @param place its place
 * @param begun what was read of it already; {@code null} if nothing was
 * @param whole whether that is all of it
 */
record AdmittedBody(Places.Place place, Buffer begun, boolean whole) {

    private static final String KEY = "hearth.body";

    static AdmittedBody of(Places.Place place, Buffer begun, boolean whole) {
        return new AdmittedBody(place, begun, whole);
    }

    /** What a request brings; {@code null} if it has no body. */
    static AdmittedBody in(RoutingContext context) {
        return context.get(KEY);
    }

    void passOn(RoutingContext context) {
        context.put(KEY, this);
        context.next();
    }

    /**
     * Has a request read what was read of it already, and then what follows.
     *
     * @param rest what follows, asked for when it is read
     */
    void readBy(ContainerRequestContext request, Supplier<InputStream> rest) {
        InputStream first = new ByteArrayInputStream(begun == null ? new byte[0] : begun.getBytes());
        request.setEntityStream(whole ? first : new ArrivingBody(place, first, rest));
    }
}
