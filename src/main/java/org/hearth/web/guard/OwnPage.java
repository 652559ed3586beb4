package org.hearth.web.guard;

import java.util.function.UnaryOperator;

/**
 * Whether a request that a browser's session vouches for was made by a page of this service. A browser sends the session with
 * whatever a page of another site makes it send.
 */
final class OwnPage {

    private OwnPage() {}

    /**
     * Whether a page of this service made it, or the person at the browser.
     *
     * @param authority the host and port that the request was sent to, as it says itself
     * @param header the value of a header of the request, or {@code null}
     */
    static boolean asks(String authority, UnaryOperator<String> header) {
        String site = header.apply("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin") || site.equals("none");
        }
        String origin = header.apply("Origin");
        return origin != null
                && authority != null
                && (origin.equals("https://" + authority) || origin.equals("http://" + authority));
    }
}
