package org.hearth.web.rest;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;

/** Reads a body and answers with it, in the ways in which claims are read and answered; src/bench/load.sh puts it into a copy of the program. */
@Path("/v1/echo")
public final class Echo {

    /** A small body, whole. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response whole(InputStream in) throws IOException {
        return Response.ok(in.readAllBytes()).build();
    }

    /** A large one, as it arrives. */
    @POST
    @Consumes("application/x-ndjson")
    @Produces("application/x-ndjson")
    public StreamingOutput asItArrives(InputStream in) {
        return in::transferTo;
    }
}
