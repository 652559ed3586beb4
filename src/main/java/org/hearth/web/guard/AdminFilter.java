package org.hearth.web.guard;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.Config;
import org.hearth.json.Problems;
import org.hearth.web.request.Answers;
import org.hearth.web.request.Operator;

/**
 * Lets only the operator change what the service answers, and see what was kept: whoever knows {@code hearth.admin.token}; where none is set,
 * whoever is on the machine of a service that listens to this machine alone, but no web page in a browser there, and nothing
 * that comes through a proxy.
 */
@Provider
@Administered
public final class AdminFilter implements ContainerRequestFilter {

    private static final String BEARER = "Bearer ";

    /** What a browser says of a request that a page of another site makes. */
    private static final String OF_ANOTHER_SITE = "cross-site";

    private static final List<String> SIGNS_OF_A_PROXY =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

    private final Optional<String> token;
    private final boolean here;

    AdminFilter(Config config) {
        token = config.getOptionalValue("hearth.admin.token", String.class);
        here = Loopback.is(config.getValue("quarkus.http.host", String.class));
    }

    @Override
    public void filter(ContainerRequestContext request) {
        refusal(request.getUriInfo(), request::getHeaderString).ifPresentOrElse(request::abortWith, Operator::asks);
    }

    /**
     * What a request is answered that only the operator may make, where it depends on its body whether it is one.
     *
     * @throws WebApplicationException if somebody else made it
     */
    public void require(UriInfo address, HttpHeaders headers) {
        refusal(address, headers::getHeaderString)
                .ifPresentOrElse(
                        answer -> {
                            throw new WebApplicationException(answer);
                        },
                        Operator::asks);
    }

    private Optional<Response> refusal(UriInfo address, UnaryOperator<String> header) {
        return refusal(token, here, address.getRequestUri().getRawAuthority(), header)
                .map(problem -> {
                    Response answer = Answers.of(problem);
                    return problem.status() == 401
                            ? Response.fromResponse(answer)
                                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                                    .build()
                            : answer;
                });
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
            return knows(header.apply(HttpHeaders.AUTHORIZATION), token.get())
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
                                + " `HEARTH_ADMIN_TOKEN`"));
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
                && (origin == null || origin.equals("http://" + authority))
                && SIGNS_OF_A_PROXY.stream().allMatch(sign -> header.apply(sign) == null);
    }
}
