package org.hearth.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearth.draft.Draft;
import org.hearth.draft.DraftReleases;

/** The drafts of a service somewhere. */
final class RemoteDrafts implements DraftDoor {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DRAFTS = "/v1/drafts";

    private final RemoteService remote;

    RemoteDrafts(URI service) {
        remote = RemoteService.of(service);
    }

    @Override
    public List<Shown> all() throws IOException {
        List<Shown> shown = new ArrayList<>();
        remote.call("GET", DRAFTS, null, null).forEach(draft -> shown.add(shown(draft)));
        return shown;
    }

    @Override
    public Shown one(String id) throws IOException {
        return shown(draft(id));
    }

    private JsonNode draft(String id) throws IOException {
        return remote.call("GET", path(id), null, null);
    }

    private static String path(String id) {
        return DRAFTS + "/" + RemoteService.escaped(id);
    }

    @Override
    public List<String> difference(String id) throws IOException {
        List<String> lines = new ArrayList<>();
        remote.call("GET", path(id) + "/difference", null, null)
                .path("words")
                .forEach(line -> lines.add(line.asText()));
        return lines;
    }

    @Override
    public Shown begin(Draft.Head head, Map<String, byte[]> workbooks) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", head.name());
        fields.put("author", head.author());
        fields.put("reason", head.reason());
        fields.put("source", head.source());
        return shown(remote.form(DRAFTS, fields, workbooks));
    }

    @Override
    public Shown propose(String id, String by, String note) throws IOException {
        ObjectNode body = JSON.createObjectNode().put("by", by).put("note", note);
        return shown(remote.call("POST", path(id) + "/proposal", body, revision(id)));
    }

    @Override
    public Shown approve(String id, long revision, DraftReleases.Wish wish) throws IOException {
        ObjectNode body = JSON.createObjectNode().put("by", wish.by()).put("note", wish.note());
        body.put("from", wish.from() == null ? null : wish.from().toString());
        body.put("despiteExamples", wish.despiteExamples());
        body.put("fewerExamples", wish.fewerExamples());
        return shown(remote.call("POST", path(id) + "/approval", body, "\"" + revision + "\"")
                .path("draft"));
    }

    @Override
    public Optional<String> follows() {
        return Optional.empty();
    }

    private String revision(String id) throws IOException {
        return "\"" + draft(id).path("revision").asLong() + "\"";
    }

    private static Shown shown(JsonNode draft) {
        List<String> files = new ArrayList<>();
        draft.path("tables").forEach(table -> files.add(table.path("workbook").asText()));
        draft.path("codeSets").forEach(set -> files.add(set.asText()));
        return new Shown(
                text(draft, "id"),
                draft.path("revision").asLong(),
                text(draft, "name"),
                text(draft, "author"),
                text(draft, "reason"),
                text(draft, "state"),
                text(draft, "base"),
                files,
                text(draft, "release"),
                text(draft.path("approval"), "from"),
                text(draft, "refused"));
    }

    private static String text(JsonNode members, String name) {
        return members.hasNonNull(name) ? members.get(name).asText() : null;
    }

    @Override
    public void close() {
        // each call has a connection of its own
        return;
    }
}
