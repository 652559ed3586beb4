package org.hearth.web.request;

import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.hearth.decision.CallKind;
import org.hearth.decision.Judging;
import org.hearth.decision.Watch;
import org.hearth.evaluate.Evaluator;
import org.hearth.ruleset.Ruleset;
import org.hearth.web.identity.Caller;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/** Judges the claims of the request at hand, for whom it says who calls, so that what was answered can be accounted for. */
@Singleton
public final class ClaimsJudge {

    /** The header of an answer that names its call in the decision log, where there is one. */
    public static final String CALL = "Hearth-Call";

    private final Watch watch;

    ClaimsJudge(Watch watch) {
        this.watch = watch;
    }

    /** The judging of the request's claims, all by one ruleset. */
    public Judging by(Ruleset ruleset, CallKind kind) {
        return by(ruleset, kind, false);
    }

    /** @param explain whether findings tell which facts met their rules */
    public Judging by(Ruleset ruleset, CallKind kind, boolean explain) {
        Evaluator evaluator = new Evaluator(() -> ruleset);
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        Judging judging = watch.judging(kind, who(request), explain ? evaluator::explain : evaluator::evaluate);
        if (request != null && watch.logs()) {
            request.serverResponse().setResponseHeader(CALL, judging.id());
        }
        return judging;
    }

    /** Who calls, where the service knows it; else from where, as far as that tells of nobody: an address may be a person's. */
    private static String who(ResteasyReactiveRequestContext request) {
        if (Caller.now().identified()) {
            return Caller.now().subject();
        }
        SocketAddress from = request == null
                ? null
                : request.unwrap(RoutingContext.class).request().remoteAddress();
        if (from == null || from.hostAddress() == null) {
            return "unknown";
        }
        try {
            // a literal address, of which no name server is asked
            InetAddress address = InetAddress.getByName(from.hostAddress());
            return address.isLoopbackAddress()
                    ? "this machine"
                    : address.isSiteLocalAddress() || address.isLinkLocalAddress() ? "private network" : "elsewhere";
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
