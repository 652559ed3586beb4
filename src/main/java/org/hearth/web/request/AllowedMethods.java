package org.hearth.web.request;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;

/** The methods that a path takes, which an answer with status 405 must name and the framework leaves out. */
final class AllowedMethods {

    private AllowedMethods() {}

    /** The methods of the path of the request at hand, in the order of the alphabet. */
    static SortedSet<String> here() {
        SortedSet<String> methods = new TreeSet<>();
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        var resources = new RequestMapper<>(request.getDeployment().getClassMappers());
        var match = resources.map(request.getPathWithoutPrefix());
        if (match == null) {
            return methods;
        }
        for (ServerRestHandler handler : match.value.handlers) {
            if (handler instanceof ClassRoutingHandler routes) {
                for (Map.Entry<String, RequestMapper<RuntimeResource>> method :
                        routes.getMappers().entrySet()) {
                    String rest = match.remaining.isEmpty() ? "/" : match.remaining;
                    if (method.getKey() != null && method.getValue().map(rest) != null) {
                        methods.add(method.getKey());
                    }
                }
            }
        }
        return methods;
    }
}
