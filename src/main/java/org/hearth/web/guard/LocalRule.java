package org.hearth.web.guard;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.Config;
import org.hearth.json.Problems;

/**
 * Who is the operator where nobody is identified: whoever knows {@code hearth.admin.token}; where none is set, whoever is on the
 * machine of a service that listens to this machine alone, but no web page in a browser there, and nothing that comes through a
 * proxy.
 */
@Singleton
public final class LocalRule {

    private static final String BEARER = "Bearer ";

    /** What a browser says of a request that a page of another site makes. */
    private static final String OF_ANOTHER_SITE = "cross-site";

    private static final List<String> SIGNS_OF_A_PROXY =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

    private final Optional<String> token;
    private final boolean here;

    LocalRule(Config config) {
        token = config.getOptionalValue("hearth.admin.token", String.class);
        here = Loopback.is(config.getValue("quarkus.http.host", String.class));
    }

    /** Why a request is not the operator's; empty if it is. */
    Optional<Problems> refusal(HttpServerRequest request) {
        return refusal(token, here, authority(request), request::getHeader);
    }

    /** The host and port that a request was sent to, as it says itself; {@code null} if it does not. */
    static String authority(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return authority == null
                ? null
                : authority.port() < 0 ? authority.host() : authority.host() + ":" + authority.port();
    }

    /**
     * Why a request is refused, if it is.
     *
     * @param token what the operator knows, if anything was set
     * @param here whether the service listens to this machine alone
     * @param authority the host and port that the request was sent to, as it says itself
     * @param header the value of a header of the request, or {@code null}
     */
    static Optional<Problems> refusal(
            Optional<String> token, boolean here, String authority, UnaryOperator<String> header) {
        if (OF_ANOTHER_SITE.equals(header.apply("Sec-Fetch-Site"))) {
            return Optional.of(Problems.of(
                    403,
                    "not from here",
                    "this call is for whoever runs the service, and for no page of another site"));
        }
        if (token.isPresent()) {
            return knows(header.apply("Authorization"), token.get())
                    ? Optional.empty()
                    : Optional.of(Problems.of(
                            401,
                            "token required",
                            "this call is for whoever runs the service; send `Authorization: Bearer` with the token of"
                                    + " `HEARTH_ADMIN_TOKEN`"));
        }
        return here && fromHere(authority, header)
                ? Optional.empty()
                : Optional.of(Problems.of(
                        403,
                        "not from here",
                        "this call is for whoever runs the service, and is taken from this machine alone, from no web"
                                + " page and through no proxy; to allow it to others, start the service with"
                                + " `HEARTH_ADMIN_TOKEN`, or with `HEARTH_OIDC_URL`"));
    }

    private static boolean knows(String header, String token) {
        return header != null
                && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && MessageDigest.isEqual(
                        header.substring(BEARER.length()).strip().getBytes(StandardCharsets.UTF_8),
                        token.getBytes(StandardCharsets.UTF_8));
    }

    /** A page of another site can make a browser on this machine post whatever it likes, and can give itself our address. */
    private static boolean fromHere(String authority, UnaryOperator<String> header) {
        String origin = header.apply("Origin");
        return authority != null
                && Loopback.is(authority.replaceFirst(":\\d+$", ""))
                && (origin == null || origin.equals("http://" + authority) || origin.equals("https://" + authority))
                && SIGNS_OF_A_PROXY.stream().allMatch(sign -> header.apply(sign) == null);
    }
}
