package org.hearth.web.request;

import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/** Whether the request at hand is the operator's, as the guard found; only the operator is told where things are kept. */
public final class Operator {

    private static final String MARK = "hearth.operator";

    private Operator() {}

    /** Says that the operator made the request at hand. */
    public static void asks() {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        if (request != null) {
            request.setProperty(MARK, Boolean.TRUE);
        }
    }

    /** Whether the operator made the request at hand; of a call that anybody may make nobody knows, and it is not so. */
    static boolean asked() {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        return request != null && Boolean.TRUE.equals(request.getProperty(MARK));
    }
}
