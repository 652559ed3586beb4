package org.hearth.web.guard;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.hearth.web.request.Answers;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/** Gives a call the body that was let in for it, and notes that a thread works for it. */
@Provider
public final class AdmittedFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        ResteasyReactiveRequestContext call = CurrentRequestManager.get();
        AdmittedBody body = AdmittedBody.in(call.unwrap(RoutingContext.class));
        if (body != null) {
            if (!body.place().begin()) {
                // its sender hung up before there was a thread for it, and others have its place
                request.abortWith(Answers.of(Answers.BUSY));
                return;
            }
            call.registerCompletionCallback(ended -> body.place().end());
            body.readBy(request, () -> call.serverRequest().createInputStream());
        }
    }
}
