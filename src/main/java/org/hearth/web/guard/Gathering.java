package org.hearth.web.guard;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import org.hearth.web.request.BodyLimit;

/** A body that is taken as it arrives, without a thread that waits for it; used by the event loop of its connection alone. */
final class Gathering {

    /** How many bytes are gathered at most: a claim with a long history has some tens of thousands. */
    static final int MOST = 256 << 10;

    private static final long MILLIS_BETWEEN_LOOKS = 1_000;

    /** What becomes of a body; unless the sender hangs up, one of its ends is called once. */
    interface Ends {

        /** Whether there is room for more bytes of it. */
        boolean more(int bytes);

        /** There was none. */
        void refused();

        /** All of it has come. */
        void whole(Buffer body);

        /** More than is gathered has come, or will; what follows waits. */
        void large(Buffer begun);

        /** It comes more slowly than a body may. */
        void slow();
    }

    private final RoutingContext context;
    private final HttpServerRequest request;
    private final BodyLimit limit;
    private final long began = System.nanoTime();
    private Buffer body;
    private long looks;
    private boolean over;

    Gathering(RoutingContext context, BodyLimit limit) {
        this.context = context;
        this.request = context.request();
        this.limit = limit;
    }

    void begin(Ends ends) {
        if (request.headers().contains(HttpHeaders.EXPECT)) {
            context.response().writeContinue();
            // whoever reads on says it only once
            request.headers().remove(HttpHeaders.EXPECT);
        }
        looks = context.vertx().setPeriodic(MILLIS_BETWEEN_LOOKS, look -> {
            if (limit.drips(length(), (System.nanoTime() - began) / 1_000_000_000) && end()) {
                request.pause();
                ends.slow();
            }
        });
        request.handler(piece -> {
            if (!ends.more(piece.length())) {
                if (end()) {
                    request.pause();
                    ends.refused();
                }
                return;
            }
            body = body == null ? piece : body.appendBuffer(piece);
            if (length() > MOST && end()) {
                request.pause();
                ends.large(body);
            }
        });
        request.endHandler(all -> {
            if (end()) {
                ends.whole(body == null ? Buffer.buffer() : body);
            }
        });
        request.exceptionHandler(hungUp -> end());
        request.resume();
    }

    private int length() {
        return body == null ? 0 : body.length();
    }

    /** False if it has ended before. */
    private boolean end() {
        boolean first = !over;
        over = true;
        context.vertx().cancelTimer(looks);
        return first;
    }
}
