package org.hearth.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hearth.data.DataFolder;
import org.hearth.draft.Draft.State;
import org.hearth.evaluate.Impact;
import org.hearth.store.Objects;
import org.hearth.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drafts are kept with what they were before, and nobody overwrites what somebody else has done. */
class DraftsTest {

    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    private static final Draft.Head HEAD = new Draft.Head("Brackets", "J. Doe", "CR 1", "Pub. 100-04");
    private static final String BASE = "2026-11-29+0123456789ab";

    @TempDir
    Path folder;

    private Store store;
    private Drafts drafts;

    @BeforeEach
    void open() {
        store = new Store(null, new DataFolder(folder));
        drafts = new Drafts(store.objects(), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String text(Draft draft, String file) throws IOException {
        return draft.workbooks().containsKey(file)
                ? new String(drafts.bytes(draft, draft.workbooks().get(file)), StandardCharsets.UTF_8)
                : null;
    }

    private long kept() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().contains("draft-books") && Files.isRegularFile(file))
                    .count();
        }
    }

    @Test
    void aDraftIsReadAsItWasKept() throws Exception {
        Draft begun = drafts.begin(HEAD, BASE, Map.of());
        Draft edited = drafts.edit(begun.id(), 1, "one", Map.of("a.xlsx", bytes("1")));
        Draft proposed = drafts.change(
                begun.id(),
                2,
                draft -> draft.in(
                        State.PROPOSED, new Draft.Proposal("J. Doe", NOW, "look", draft.revision(), null), null, null));

        assertThat(begun.revision()).isEqualTo(1);
        assertThat(edited.revision()).isEqualTo(2);
        assertThat(proposed.revision()).isEqualTo(3);
        assertThat(drafts.get(begun.id())).isEqualTo(proposed);
        assertThat(drafts.all().drafts()).containsExactly(proposed);
        assertThat(drafts.all().unreadable()).isEmpty();
        assertThat(proposed.head()).isEqualTo(HEAD);
        assertThat(proposed.base()).isEqualTo(BASE);
        assertThat(proposed.createdAt()).isEqualTo(NOW);
        assertThat(proposed.proposal().revision()).isEqualTo(2);
        assertThat(begun.id()).matches(Drafts.ID);
    }

    @Test
    void editsAreUndoneAndDoneAgain() throws Exception {
        String id = drafts.begin(HEAD, BASE, Map.of()).id();
        drafts.edit(id, 1, "one", Map.of("a.xlsx", bytes("1")));
        drafts.edit(id, 2, "two", Map.of("a.xlsx", bytes("2"), "b.xlsx", bytes("x")));

        Draft once = drafts.undo(id, 3);
        assertThat(text(once, "a.xlsx")).isEqualTo("1");
        assertThat(text(once, "b.xlsx")).isNull();
        assertThat(once.undone()).extracting(Draft.Step::what).containsExactly("two");
        Draft twice = drafts.undo(id, 4);
        assertThat(twice.workbooks()).isEmpty();
        assertThatThrownBy(() -> drafts.undo(id, 5)).isInstanceOf(DraftException.Refused.class);

        drafts.redo(id, 5);
        Draft again = drafts.redo(id, 6);
        assertThat(text(again, "a.xlsx")).isEqualTo("2");
        assertThat(text(again, "b.xlsx")).isEqualTo("x");
        assertThat(again.done()).extracting(Draft.Step::what).containsExactly("one", "two");
        assertThatThrownBy(() -> drafts.redo(id, 7)).isInstanceOf(DraftException.Refused.class);
    }

    @Test
    void anEditAfterAnUndoLeavesNothingToDoAgain() throws Exception {
        String id = drafts.begin(HEAD, BASE, Map.of()).id();
        drafts.edit(id, 1, "one", Map.of("a.xlsx", bytes("1")));
        drafts.undo(id, 2);

        Draft other = drafts.edit(id, 3, "other", Map.of("a.xlsx", bytes("3")));

        assertThat(other.undone()).isEmpty();
        assertThat(other.done()).extracting(Draft.Step::what).containsExactly("other");
    }

    @Test
    void whoeverWasSlowerChangesNothing() throws Exception {
        String id = drafts.begin(HEAD, BASE, Map.of()).id();
        Draft first = drafts.edit(id, 1, "one", Map.of("a.xlsx", bytes("1")));

        assertThatThrownBy(() -> drafts.edit(id, 1, "late", Map.of("a.xlsx", bytes("2"))))
                .isInstanceOfSatisfying(DraftException.Stale.class, stale -> assertThat(stale.now())
                        .isEqualTo(first));
        assertThatThrownBy(() -> drafts.delete(id, 1)).isInstanceOf(DraftException.Stale.class);
        assertThat(drafts.get(id)).isEqualTo(first);
    }

    @Test
    void twoPeopleEditDifferentWorkbooksOfOneDraft() throws Exception {
        String id = drafts.begin(HEAD, BASE, Map.of()).id();
        drafts.edit(id, 1, "hers", Map.of("a.xlsx", bytes("1")));

        Draft both = drafts.edit(id, 1, "his", Map.of("b.xlsx", bytes("2")));

        assertThat(both.revision()).isEqualTo(3);
        assertThat(text(both, "a.xlsx")).isEqualTo("1");
        assertThat(text(both, "b.xlsx")).isEqualTo("2");
        assertThat(both.done()).extracting(Draft.Step::what).containsExactly("hers", "his");
        assertThatThrownBy(() -> drafts.edit(id, 1, "late", Map.of("a.xlsx", bytes("3"))))
                .isInstanceOf(DraftException.Stale.class);
        assertThatThrownBy(() -> drafts.edit(id, 2, "late", Map.of("b.xlsx", bytes("3"), "c.xlsx", bytes("3"))))
                .isInstanceOf(DraftException.Stale.class);
        // what is taken back is the last edit, whoever made it
        assertThatThrownBy(() -> drafts.undo(id, 2)).isInstanceOf(DraftException.Stale.class);
        assertThat(drafts.get(id)).isEqualTo(both);
    }

    @Test
    void anEditIsLateWhereTheDraftIsProposedMeanwhile() throws Exception {
        String id = drafts.begin(HEAD, BASE, Map.of()).id();
        drafts.edit(id, 1, "hers", Map.of("a.xlsx", bytes("1")));
        drafts.change(id, 2, draft -> draft.in(State.PROPOSED, null, null, null));

        assertThatThrownBy(() -> drafts.edit(id, 1, "late", Map.of("b.xlsx", bytes("2"))))
                .isInstanceOf(DraftException.Stale.class);

        drafts.change(id, 3, draft -> draft.in(State.OPEN, null, null, null));
        assertThat(drafts.edit(id, 1, "again open", Map.of("b.xlsx", bytes("2")))
                        .workbooks())
                .containsOnlyKeys("a.xlsx", "b.xlsx");
    }

    /** What it was so long ago is forgotten, and nobody can tell any more whether the workbook is the same. */
    @Test
    void anEditOfWhatNobodyRemembersIsLate() throws Exception {
        String id = drafts.begin(HEAD, BASE, Map.of()).id();
        for (int edit = 1; edit <= Drafts.MOST_MARKS + 1; edit++) {
            drafts.edit(id, edit, "edit " + edit, Map.of("a.xlsx", bytes("v" + edit)));
        }

        assertThatThrownBy(() -> drafts.edit(id, 1, "late", Map.of("b.xlsx", bytes("2"))))
                .isInstanceOf(DraftException.Stale.class);
        assertThat(drafts.edit(id, 2, "not yet late", Map.of("b.xlsx", bytes("2")))
                        .workbooks())
                .containsOnlyKeys("a.xlsx", "b.xlsx");
    }

    /** What was too large to be remembered is forgotten as well as what is too long ago. */
    @Test
    void anEditOfWhatWasTooLargeToBeRememberedIsLate() throws Exception {
        String id = drafts.begin(HEAD, BASE, Map.of()).id();
        drafts.edit(id, 1, "one", Map.of("a.xlsx", large('1')));
        drafts.edit(id, 2, "two", Map.of("a.xlsx", large('2')));
        Draft kept = drafts.get(id);
        assertThat(kept.trail()).isEmpty();

        for (long known : new long[] {1, 2}) {
            assertThatThrownBy(() -> drafts.edit(id, known, "late", Map.of("a.xlsx", bytes("late"))))
                    .isInstanceOf(DraftException.Stale.class);
            assertThat(kept.isAsAt(known)).isFalse();
        }
        assertThat(drafts.get(id)).isEqualTo(kept);
        drafts.edit(id, 3, "in time", Map.of("a.xlsx", bytes("3")));
        assertThatThrownBy(() -> drafts.edit(id, 2, "late", Map.of("a.xlsx", bytes("late"))))
                .isInstanceOf(DraftException.Stale.class);
    }

    /** More than half of what a draft may have. */
    private static byte[] large(char letter) {
        return bytes(String.valueOf(letter).repeat(Drafts.MOST_BYTES / 2 + 1));
    }

    @Test
    void aDraftThatDoesNotSayWhatIsForgottenRemembersOnlyWhatItHas() throws Exception {
        String id = drafts.begin(HEAD, BASE, Map.of()).id();
        drafts.edit(id, 1, "one", Map.of("a.xlsx", bytes("1")));
        Objects.Stored stored = store.objects().get(Drafts.key(id)).orElseThrow();
        String text = new String(stored.bytes(), StandardCharsets.UTF_8);
        assertThat(text).contains("\"forgotten\":0,");
        store.objects().put(Drafts.key(id), stored.revision(), bytes(text.replace("\"forgotten\":0,", "")));

        assertThat(drafts.get(id).forgotten()).isZero();
        assertThat(drafts.edit(id, 1, "other", Map.of("b.xlsx", bytes("2"))).workbooks())
                .containsOnlyKeys("a.xlsx", "b.xlsx");
    }

    @Test
    void aDraftWithoutWhatADraftHasIsToldAsUnreadable() throws Exception {
        String id = drafts.begin(HEAD, BASE, Map.of()).id();
        Objects.Stored stored = store.objects().get(Drafts.key(id)).orElseThrow();
        String text = new String(stored.bytes(), StandardCharsets.UTF_8);
        store.objects().put(Drafts.key(id), stored.revision(), bytes(text.replace("\"base\":", "\"upon\":")));

        assertThat(drafts.all().drafts()).isEmpty();
        assertThat(drafts.all().unreadable()).containsOnlyKeys(id);
    }

    /** What an edit says may rest on all workbooks: then somebody else's edit of any other makes it late, also in a race. */
    @Test
    void anEditThatRestsOnAllWorkbooksIsLateAfterAnyOther() throws Exception {
        String id = drafts.begin(HEAD, BASE, Map.of()).id();
        drafts.edit(id, 1, "hers", Map.of("a.xlsx", bytes("1")));

        assertThatThrownBy(() -> drafts.editUnchanged(id, 1, "mine", Map.of("b.xlsx", bytes("2"))))
                .isInstanceOf(DraftException.Stale.class);

        Drafts others = new Drafts(new Store(null, new DataFolder(folder)).objects(), Clock.systemUTC());
        boolean[] theirs = new boolean[1];
        Objects raced = (Objects) Proxy.newProxyInstance(
                Objects.class.getClassLoader(), new Class<?>[] {Objects.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("put") && arguments[0].equals("drafts/" + id) && !theirs[0]) {
                        theirs[0] = true;
                        others.edit(id, 2, "theirs", Map.of("a.xlsx", bytes("theirs")));
                    }
                    try {
                        return method.invoke(store.objects(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        assertThatThrownBy(() ->
                        new Drafts(raced, Clock.systemUTC()).editUnchanged(id, 2, "mine", Map.of("b.xlsx", bytes("2"))))
                .isInstanceOf(DraftException.Stale.class);
        assertThat(theirs[0]).isTrue();
        assertThat(drafts.get(id).workbooks()).containsOnlyKeys("a.xlsx");
    }

    @Test
    void whatALaterRevisionWasSeenToDoStays() throws Exception {
        String id = drafts.begin(HEAD, BASE, Map.of()).id();
        Draft first = drafts.get(id);
        Draft second = drafts.edit(id, 1, "one", Map.of("a.xlsx", bytes("1")));
        DraftImpacts impacts = drafts.impacts();
        assertThat(impacts.keep(first, new Impact(BASE, "first")).after()).isEqualTo("first");
        assertThat(impacts.keep(second, new Impact(BASE, "second")).after()).isEqualTo("second");

        assertThat(impacts.keep(first, new Impact(BASE, "slow")).after()).isEqualTo("second");

        assertThat(impacts.of(second).orElseThrow().revision()).isEqualTo(2);
        assertThat(impacts.keep(second, new Impact(BASE, "again")).after()).isEqualTo("again");
    }

    @Test
    void whatADeletedDraftWasSeenToDoIsNotKept() throws Exception {
        Draft draft = drafts.begin(HEAD, BASE, Map.of());
        drafts.delete(draft.id(), 1);

        drafts.impacts().keep(draft, new Impact(BASE, "after"));

        assertThat(store.objects().keys("draft-impacts/")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"revision\": 7, \"at\": 0, \"before\": \"b\"}",
                "{\"revision\": 7, \"at\": 0, \"after\": \"a\"}",
                "{\"revision\": 7, \"before\": \"b\", \"after\": \"a\"}",
                "null",
                "{"
            })
    void whatALaterEditionSawIsNothing(String kept) throws Exception {
        Draft draft = drafts.begin(HEAD, BASE, Map.of());
        store.objects().put("draft-impacts/" + draft.id(), 0, bytes(kept));

        assertThat(drafts.impacts().of(draft)).isEmpty();
        assertThat(drafts.impacts().keep(draft, new Impact(BASE, "after"))).isNotNull();
        assertThat(drafts.impacts().of(draft)).isPresent();
    }

    /** Another process edits another workbook between the reading and the writing of this one. */
    @Test
    void aRaceForDifferentWorkbooksIsLostByNobody() throws Exception {
        String id = drafts.begin(HEAD, BASE, Map.of()).id();
        Drafts others = new Drafts(new Store(null, new DataFolder(folder)).objects(), Clock.systemUTC());
        boolean[] theirs = new boolean[1];
        Objects raced = (Objects) Proxy.newProxyInstance(
                Objects.class.getClassLoader(), new Class<?>[] {Objects.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("put") && arguments[0].equals("drafts/" + id) && !theirs[0]) {
                        theirs[0] = true;
                        others.edit(id, 1, "theirs", Map.of("a.xlsx", bytes("theirs")));
                    }
                    try {
                        return method.invoke(store.objects(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });

        Draft mine = new Drafts(raced, Clock.systemUTC()).edit(id, 1, "mine", Map.of("b.xlsx", bytes("mine")));

        assertThat(theirs[0]).isTrue();
        assertThat(text(mine, "a.xlsx")).isEqualTo("theirs");
        assertThat(text(mine, "b.xlsx")).isEqualTo("mine");
        assertThat(drafts.get(id)).isEqualTo(mine);
    }

    /** Another process writes between the reading and the writing of this one. */
    @Test
    void aRaceIsLostWhole() throws Exception {
        String id = drafts.begin(HEAD, BASE, Map.of()).id();
        Drafts others = new Drafts(new Store(null, new DataFolder(folder)).objects(), Clock.systemUTC());

        assertThatThrownBy(() -> drafts.change(id, 1, draft -> {
                    try {
                        others.edit(id, 1, "theirs", Map.of("a.xlsx", bytes("theirs")));
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                    return draft.with(new Draft.Head("mine", "", "", ""));
                }))
                .isInstanceOf(DraftException.Stale.class);
        assertThat(drafts.get(id).head()).isEqualTo(HEAD);
        assertThat(text(drafts.get(id), "a.xlsx")).isEqualTo("theirs");
    }

    /** Another process approves for a day between the reading and the deleting of this one. */
    @Test
    void whatSomebodyElseChangedIsNotDeleted() throws Exception {
        String id = drafts.begin(HEAD, BASE, Map.of()).id();
        Objects raced = (Objects) Proxy.newProxyInstance(
                Objects.class.getClassLoader(), new Class<?>[] {Objects.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("delete")) {
                        drafts.change(id, 1, draft -> draft.in(State.SCHEDULED, null, null, null));
                    }
                    try {
                        return method.invoke(store.objects(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });

        assertThatThrownBy(() -> new Drafts(raced, Clock.systemUTC()).delete(id, 1))
                .isInstanceOf(DraftException.Stale.class);
        assertThat(drafts.get(id).state()).isEqualTo(State.SCHEDULED);
    }

    @Test
    void onlyAnOpenDraftIsEdited() throws Exception {
        String id = drafts.begin(HEAD, BASE, Map.of()).id();
        drafts.change(id, 1, draft -> draft.in(State.PROPOSED, null, null, null));

        assertThatThrownBy(() -> drafts.edit(id, 2, "one", Map.of("a.xlsx", bytes("1"))))
                .isInstanceOf(DraftException.Refused.class)
                .hasMessageContaining("take the proposal back first");
        assertThatThrownBy(() -> drafts.undo(id, 2)).isInstanceOf(DraftException.Refused.class);
        assertThatThrownBy(() -> drafts.describe(id, 2, HEAD)).isInstanceOf(DraftException.Refused.class);
        drafts.change(id, 2, draft -> draft.in(State.SCHEDULED, null, null, null));
        assertThatThrownBy(() -> drafts.delete(id, 3)).isInstanceOf(DraftException.Refused.class);
    }

    @Test
    void thePastIsBoundedAndWhatNobodyNeedsIsForgotten() throws Exception {
        String id = drafts.begin(HEAD, BASE, Map.of()).id();
        for (int edit = 1; edit <= 130; edit++) {
            drafts.edit(id, edit, "edit " + edit, Map.of("a.xlsx", bytes("v" + edit)));
        }

        Draft draft = drafts.get(id);
        assertThat(draft.done()).hasSize(100);
        assertThat(draft.trail()).hasSize(20);
        assertThat(draft.trail().get(19).revision()).isEqualTo(130);
        // the one that it has, and those that an edit can be taken back to
        assertThat(kept()).isEqualTo(101);
        for (long revision = 131; revision < 231; revision++) {
            draft = drafts.undo(id, revision);
        }
        assertThat(text(draft, "a.xlsx")).isEqualTo("v30");
        drafts.delete(id, 231);
        assertThat(kept()).isZero();
        assertThatThrownBy(() -> drafts.get(id)).isInstanceOf(DraftException.Unknown.class);
    }

    @Test
    void largeWorkbooksShortenThePast() throws Exception {
        String id = drafts.begin(HEAD, BASE, Map.of()).id();
        for (int edit = 1; edit <= 5; edit++) {
            byte[] large = new byte[6 << 20];
            large[0] = (byte) edit;
            drafts.edit(id, edit, "edit " + edit, Map.of("a.xlsx", large));
        }

        assertThat(drafts.get(id).done()).extracting(Draft.Step::what).containsExactly("edit 4", "edit 5");
        Map<String, byte[]> tooMuch = new HashMap<>();
        List.of("b", "c", "d").forEach(name -> tooMuch.put(name, new byte[7 << 20]));
        assertThatThrownBy(() -> drafts.edit(id, 6, "much", tooMuch)).isInstanceOf(DraftException.Full.class);
        assertThat(drafts.get(id).revision()).isEqualTo(6);
    }

    @Test
    void thereAreOnlySoMany() throws Exception {
        for (int draft = 0; draft < Drafts.MOST; draft++) {
            drafts.begin(HEAD, BASE, Map.of());
        }

        assertThatThrownBy(() -> drafts.begin(HEAD, BASE, Map.of())).isInstanceOf(DraftException.Full.class);
        assertThat(drafts.all().drafts()).hasSize(Drafts.MOST);
    }

    @Test
    void anIdFromOutsideNamesNoFile() {
        for (String id : List.of("../../etc/passwd", "", "ABCDEF012345", "0123456789ab/x")) {
            assertThatThrownBy(() -> drafts.get(id)).isInstanceOf(DraftException.Unknown.class);
        }
    }
}
