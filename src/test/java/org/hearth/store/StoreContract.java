package org.hearth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hearth.store.Objects.Stored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store does. */
abstract class StoreContract {

    private final List<Store> opened = new ArrayList<>();

    /** The same store each time in a test, as another process opens it. */
    abstract Store another() throws Exception;

    Store open() throws Exception {
        Store store = another();
        opened.add(store);
        return store;
    }

    @AfterEach
    void close() {
        opened.forEach(Store::close);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static List<String> texts(List<byte[]> entries) {
        return entries.stream()
                .map(entry -> new String(entry, StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    void anObjectIsExchangedByWhoeverKnowsWhatStands() throws Exception {
        Objects objects = open().objects();
        assertThat(objects.get("drafts/a1")).isEmpty();

        long first = objects.put("drafts/a1", 0, bytes("one"));
        long second = open().objects().put("drafts/a1", first, bytes("two"));

        Stored stands = objects.get("drafts/a1").orElseThrow();
        assertThat(stands.bytes()).asString().isEqualTo("two");
        assertThat(stands.revision()).isEqualTo(second).isNotEqualTo(first);
        assertThatThrownBy(() -> objects.put("drafts/a1", first, bytes("three")))
                .isInstanceOf(StaleException.class)
                .hasMessage("`drafts/a1` was changed by another meanwhile");
        assertThatThrownBy(() -> objects.put("drafts/a1", 0, bytes("three"))).isInstanceOf(StaleException.class);
        assertThatThrownBy(() -> objects.put("drafts/b2", first, bytes("three")))
                .isInstanceOf(StaleException.class);
        assertThat(objects.get("drafts/a1").orElseThrow().bytes()).asString().isEqualTo("two");
        assertThat(objects.get("drafts/b2")).isEmpty();
    }

    @Test
    void whatIsDeletedIsGone() throws Exception {
        Objects objects = open().objects();
        objects.put("drafts/a1", 0, bytes("one"));

        assertThat(objects.delete("drafts/a1")).isTrue();
        assertThat(objects.delete("drafts/a1")).isFalse();
        assertThat(objects.get("drafts/a1")).isEmpty();
        assertThat(objects.put("drafts/a1", 0, bytes(""))).isPositive();
        assertThat(objects.get("drafts/a1").orElseThrow().bytes()).isEmpty();
    }

    @Test
    void whoDeletesWhatHeKnowsDeletesNothingElse() throws Exception {
        Objects objects = open().objects();
        long first = objects.put("drafts/a1", 0, bytes("one"));
        long second = open().objects().put("drafts/a1", first, bytes("two"));

        assertThatThrownBy(() -> objects.delete("drafts/a1", first)).isInstanceOf(StaleException.class);
        assertThat(objects.get("drafts/a1").orElseThrow().bytes()).asString().isEqualTo("two");
        objects.delete("drafts/a1", second);
        assertThat(objects.get("drafts/a1")).isEmpty();
        assertThatThrownBy(() -> objects.delete("drafts/a1", second)).isInstanceOf(StaleException.class);
        assertThatThrownBy(() -> objects.delete("..", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesAreFoundByHowTheyBegin() throws Exception {
        Objects objects = open().objects();
        for (String name :
                List.of("drafts/b2/state", "drafts/a1/state", "drafts/a1/9", "rulesets/2026-01-01+0a", "top")) {
            objects.put(name, 0, bytes(name));
        }

        assertThat(objects.keys("drafts/")).containsExactly("drafts/a1/9", "drafts/a1/state", "drafts/b2/state");
        assertThat(objects.keys("drafts/a1/s")).containsExactly("drafts/a1/state");
        assertThat(objects.keys("r")).containsExactly("rulesets/2026-01-01+0a");
        assertThat(objects.keys("")).hasSize(5).contains("top");
        assertThat(objects.keys("draft/")).isEmpty();
        assertThat(objects.keys("%")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "a/../b", "/a", "a//b", "a/", ".hidden", "a b", "a\0b", "a\\b", "1/2/3/4/5/6/7"})
    void whatIsNoNameIsNeverAPath(String name) throws Exception {
        Objects objects = open().objects();

        assertThatThrownBy(() -> objects.get(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> objects.put(name, 0, bytes("x"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> objects.delete(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofManyWhoExchangeAnObjectAtOnceOneDoes() throws Exception {
        Objects objects = open().objects();
        long first = objects.put("chosen", 0, bytes("one"));

        assertThat(succeeded(8, number -> open().objects().put("chosen", first, bytes("by " + number))))
                .hasSize(1);
    }

    @Test
    void entriesAreAddedInTheirOrder() throws Exception {
        Log log = open().log("releases");
        assertThat(log.length()).isZero();
        assertThat(log.read(1)).isEmpty();

        assertThat(log.append(0, bytes("one"))).isEqualTo(1);
        assertThat(open().log("releases").append(1, bytes("zwei \u00e4"))).isEqualTo(2);
        assertThat(open().log("other").append(0, bytes("elsewhere"))).isEqualTo(1);

        assertThat(log.length()).isEqualTo(2);
        assertThat(texts(log.read(1))).containsExactly("one", "zwei \u00e4");
        assertThat(texts(log.read(2))).containsExactly("zwei \u00e4");
        assertThat(log.read(3)).isEmpty();
    }

    @Test
    void whoKnowsAnotherLengthAddsNothing() throws Exception {
        Log log = open().log("releases");
        log.append(0, bytes("one"));

        assertThatThrownBy(() -> log.append(0, bytes("two"))).isInstanceOf(StaleException.class);
        assertThatThrownBy(() -> log.append(2, bytes("two"))).isInstanceOf(StaleException.class);
        assertThatThrownBy(() -> log.append(1, bytes("two\nlines"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(texts(log.read(1))).containsExactly("one");
    }

    @Test
    void ofManyWhoAddTheSameEntryOneDoes() throws Exception {
        Log log = open().log("releases");
        log.append(0, bytes("one"));

        assertThat(succeeded(8, number -> open().log("releases").append(1, bytes("by " + number))))
                .containsExactly(2L);
        assertThat(log.length()).isEqualTo(2);
    }

    /** What is done by one of many. */
    interface Attempt {
        long by(int number) throws Exception;
    }

    private static List<Long> succeeded(int many, Attempt attempt) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Callable<Long>> all = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                int number = i;
                all.add(() -> {
                    try {
                        return attempt.by(number);
                    } catch (StaleException e) {
                        return 0L;
                    }
                });
            }
            List<Long> succeeded = new ArrayList<>();
            for (Future<Long> one : threads.invokeAll(all)) {
                if (one.get() != 0) {
                    succeeded.add(one.get());
                }
            }
            return succeeded;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatIsLargerThanAnyEntryIsRefused() throws Exception {
        Log log = open().log("releases");

        assertThatThrownBy(() -> log.append(0, new byte[Log.MOST_BYTES + 1]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(log.length()).isZero();
    }
}
