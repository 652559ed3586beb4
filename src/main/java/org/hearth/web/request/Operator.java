package org.hearth.web.request;

import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/** Whether the request at hand is the operator's, as the guard found; only the operator is told where things are kept. */
public final class Operator {

    private static final String MARK = "hearth.operator";

    private Operator() {}

    /** Says that the operator makes a request. */
    public static void asks(RoutingContext request) {
        request.put(MARK, Boolean.TRUE);
    }

    /** Whether the operator made the request at hand; of a call that anybody may make nobody knows, and it is not so. */
    static boolean asked() {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        return request != null
                && Boolean.TRUE.equals(request.unwrap(RoutingContext.class).get(MARK));
    }
}
