package org.hearth.web.guard;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.providers.serialisers.StreamingOutputMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Writes answers as the framework does, but ends one to a batch that nobody reads. */
@Provider
public final class LeavingAnswers extends StreamingOutputMessageBodyWriter {

    @Override
    public void writeResponse(StreamingOutput answer, Type type, ServerRequestContext call) throws IOException {
        RoutingContext context = ((ResteasyReactiveRequestContext) call).unwrap(RoutingContext.class);
        AdmittedBody body = AdmittedBody.in(context);
        super.writeResponse(
                body == null || body.whole()
                        ? answer
                        : out -> {
                            LeavingAnswer leaving = new LeavingAnswer(body.place(), out, () -> cut(context.request()));
                            answer.write(leaving);
                            // here, since the last piece may be what waits; what broke off must not look whole
                            leaving.close();
                        },
                type,
                call);
    }

    /** A connection that carries one answer at a time would, in order, end once that was read. */
    private static void cut(HttpServerRequest request) {
        if (request.version() != HttpVersion.HTTP_2) {
            ((ConnectionBase) request.connection()).channel().close();
        }
    }
}
