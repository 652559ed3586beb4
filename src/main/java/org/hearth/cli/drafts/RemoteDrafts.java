package org.hearth.cli.drafts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.hearth.cli.releases.RemoteService;
import org.hearth.draft.Draft;
import org.hearth.draft.DraftReleases;

/** The drafts of a service somewhere. */
final class RemoteDrafts implements DraftDoor {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DRAFTS = "/v1/drafts";

    /** A file below the folder of workbooks, and nowhere else. */
    private static final Pattern FILE = Pattern.compile("([a-z]+/){0,2}[a-z0-9][a-z0-9.-]*");

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
    public Shown take(String id, String file, byte[] codeSet) throws IOException {
        return shown(remote.put(
                path(id) + "/code-sets/" + RemoteService.escaped(file), "application/gzip", codeSet, revision(id)));
    }

    @Override
    public Map<String, byte[]> files(String id) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(remote.bytes(path(id) + "/files.zip")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!FILE.matcher(entry.getName()).matches()) {
                    throw new IOException("the service hands out a file of a name that is none of ours");
                }
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    @Override
    public Shown propose(String id, String by, String note) throws IOException {
        ObjectNode body = JSON.createObjectNode().put("by", by).put("note", note);
        return shown(remote.call("POST", path(id) + "/proposal", body, revision(id)));
    }

    @Override
    public Shown approve(String id, long revision, DraftReleases.Wish wish) throws IOException {
        ObjectNode body = JSON.createObjectNode().put("by", wish.by().name()).put("note", wish.note());
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
                text(draft, "refused"),
                draft.hasNonNull("impact") ? impact(draft.get("impact")) : null);
    }

    private static String impact(JsonNode seen) {
        return DraftOptions.impact(
                text(seen, "words"),
                seen.path("revision").asLong(),
                seen.path("holds").asBoolean());
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
