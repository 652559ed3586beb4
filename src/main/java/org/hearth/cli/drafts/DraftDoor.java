package org.hearth.cli.drafts;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearth.draft.Draft;
import org.hearth.draft.DraftReleases;

/** The drafts of the data folder, or of a service somewhere, to the commands that work on them. */
interface DraftDoor extends AutoCloseable {

    /**
     * A draft as it is shown.
     *
     * @param revision counts its changes; who approves it says which was looked at
     * @param state such as {@code proposed}
     * @param base the version that it changes
     * @param files the workbooks and code sets that it changes
     * @param release the version that it was published as; {@code null} before
     * @param from the day from which it is to be active; {@code null} without one
     * @param refused why it is not published though its day has come; {@code null} if that is not so
     * @param impact what it was last seen to do to claims, in words; {@code null} if nobody has looked
     */
    record Shown(
            String id,
            long revision,
            String name,
            String author,
            String reason,
            String state,
            String base,
            List<String> files,
            String release,
            String from,
            String refused,
            String impact) {}

    /** All drafts, the one that was changed last first; those of a service without their files. */
    List<Shown> all() throws IOException;

    /** A draft. */
    Shown one(String id) throws IOException;

    /** What differs between a draft and what it changes, a line each. */
    List<String> difference(String id) throws IOException;

    /**
     * Begins a draft.
     *
     * @param workbooks by file name
     */
    Shown begin(Draft.Head head, Map<String, byte[]> workbooks) throws IOException;

    /**
     * Puts a code set into a draft.
     *
     * @param file its name without the folder
     */
    Shown take(String id, String file, byte[] codeSet) throws IOException;

    /** The files of a draft as a folder under version control has them, by path. */
    Map<String, byte[]> files(String id) throws IOException;

    /** Proposes a draft. */
    Shown propose(String id, String by, String note) throws IOException;

    /**
     * Approves a draft.
     *
     * @param revision the one that was looked at; another is refused
     */
    Shown approve(String id, long revision, DraftReleases.Wish wish) throws IOException;

    /** What to know of one that was published here: who judges by it, and when; empty where the service itself published it. */
    Optional<String> follows();

    @Override
    void close();
}
