package org.hearth.web.rest;

import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hearth.finding.Shown;
import org.hearth.json.Problems;
import org.hearth.tables.codeset.CodeSetFile;
import org.hearth.web.request.Answers;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** The workbooks and code sets of a request, which come from a stranger: few, small, and under the names of such files. */
final class UploadedWorkbooks {

    /** Hundreds of times what a workbook takes. */
    static final int MOST_BYTES = 8 << 20;

    private static final int MOST = 100;

    private static final Pattern NAME = Pattern.compile("(codes/)?[a-z0-9]+(-[a-z0-9]+)*(\\.drl)?\\.xlsx");

    private UploadedWorkbooks() {}

    /**
     * The workbooks by file name.
     *
     * @throws jakarta.ws.rs.WebApplicationException with status 400, 413 or 422 if they are not what was asked for
     */
    static Map<String, byte[]> read(List<FileUpload> uploads) throws IOException {
        if (uploads == null || uploads.isEmpty()) {
            throw Answers.refusal(Problems.of(
                    400, "no workbook", "send workbooks as `multipart/form-data`, each a file under its own name"));
        }
        if (uploads.size() > MOST) {
            throw Answers.refusal(Problems.of(413, "too many workbooks", "send at most " + MOST + " workbooks"));
        }
        Map<String, byte[]> workbooks = new LinkedHashMap<>();
        for (FileUpload upload : uploads) {
            String name = upload.fileName() == null ? "" : upload.fileName();
            if (!NAME.matcher(name).matches() && !CodeSetFile.mayName(name)) {
                throw Answers.refusal(Problems.of(
                        422,
                        "not a workbook's name",
                        Shown.value(name) + " is no name of a workbook; send each under the name that GET /v1/tables"
                                + " tells, such as `unit-brackets.drl.xlsx`, and a code set under that of its file"));
            }
            if (upload.size() > MOST_BYTES) {
                throw Answers.refusal(Answers.tooLarge(MOST_BYTES, "no workbook of ours is as large"));
            }
            if (workbooks.put(name, Files.readAllBytes(upload.uploadedFile())) != null) {
                throw Answers.refusal(Problems.of(422, "sent twice", "`" + name + "` was sent twice; send it once"));
            }
        }
        return workbooks;
    }
}
