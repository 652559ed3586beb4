package org.hearth.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.hearth.data.DataFolder;
import org.hearth.fleet.Standing.Share;
import org.hearth.store.Objects;
import org.hearth.store.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who judges by which ruleset, as each of several instances sees it. */
class FleetTest {

    private static final String OLD = "2026-11-29+0123456789ab";
    private static final String NEW = "2026-11-30+ba9876543210";
    private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

    @TempDir
    private Path folder;

    private Objects objects;
    private Duration now = Duration.ZERO;
    private boolean down;

    @BeforeEach
    void open() {
        objects = new Store(null, new DataFolder(folder)).objects();
    }

    private Fleet instance(String name) {
        Objects failing = (Objects) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Objects.class}, (proxy, method, given) -> {
                    if (down) {
                        throw new IOException("the store is gone");
                    }
                    try {
                        return method.invoke(objects, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return new Fleet(failing, name, Clock.fixed(NOON, ZoneOffset.UTC), () -> now.toNanos());
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    private static List<Share> rulesets(Fleet fleet) {
        return fleet.standing().orElseThrow().rulesets();
    }

    @Test
    void whoSaidNothingYetIsNotThere() throws IOException {
        Fleet a = instance("a");
        Fleet b = instance("b");

        assertThat(a.standing()).isEmpty();
        a.announce(OLD, 2);

        Standing standing = a.standing().orElseThrow();
        assertThat(standing).isEqualTo(new Standing(List.of(new Share(OLD, 2, 1)), NOON));
        assertThat(standing.agrees()).isTrue();
        assertThat(b.standing()).isEmpty();
    }

    @Test
    void theyAgreeOnceEachHasSeenThatTheOthersFollow() throws IOException {
        Fleet a = instance("a");
        Fleet b = instance("b");
        Fleet c = instance("c");
        for (Fleet fleet : List.of(a, b, c, a)) {
            fleet.announce(OLD, 2);
        }
        assertThat(rulesets(a)).containsExactly(new Share(OLD, 2, 3));

        a.announce(NEW, 2);
        assertThat(rulesets(a)).containsExactly(new Share(OLD, 2, 2), new Share(NEW, 2, 1));
        assertThat(a.standing().orElseThrow().agrees()).isFalse();
        assertThat(a.standing().orElseThrow().instances()).isEqualTo(3);

        b.announce(NEW, 2);
        c.announce(NEW, 2);
        assertThat(c.standing().orElseThrow().agrees()).isTrue();
        a.announce(NEW, 2);
        assertThat(rulesets(a)).containsExactly(new Share(NEW, 2, 3));
    }

    @Test
    void twoEditionsOfTheProgramDoNotJudgeAlike() throws IOException {
        Fleet a = instance("a");
        instance("b").announce(OLD, 3);
        a.announce(OLD, 2);

        assertThat(rulesets(a)).containsExactly(new Share(OLD, 2, 1), new Share(OLD, 3, 1));
        assertThat(a.standing().orElseThrow().agrees()).isFalse();
    }

    @Test
    void whoFallsSilentIsNotCountedAndThenForgotten() throws IOException {
        Fleet a = instance("a");
        instance("killed").announce(NEW, 2);
        a.announce(OLD, 2);
        assertThat(a.standing().orElseThrow().instances()).isEqualTo(2);

        pass(Fleet.SILENCE);
        a.announce(OLD, 2);
        assertThat(rulesets(a)).containsExactly(new Share(OLD, 2, 1));
        assertThat(objects.keys("fleet/")).containsExactly("fleet/a", "fleet/killed");

        pass(Fleet.FORGOTTEN);
        a.announce(OLD, 2);
        assertThat(objects.keys("fleet/")).containsExactly("fleet/a");
    }

    @Test
    void whoWasForgottenIsThereAgainWithItsNextWord() throws IOException {
        Fleet a = instance("a");
        Fleet paused = instance("paused");
        paused.announce(OLD, 2);
        a.announce(OLD, 2);
        pass(Fleet.FORGOTTEN);
        a.announce(OLD, 2);
        assertThat(objects.keys("fleet/")).containsExactly("fleet/a");

        paused.announce(OLD, 2);
        a.announce(OLD, 2);
        assertThat(rulesets(a)).containsExactly(new Share(OLD, 2, 2));
    }

    @Test
    void whoLeavesIsGoneAtOnce() throws IOException {
        Fleet a = instance("a");
        Fleet b = instance("b");
        b.announce(OLD, 2);
        b.leave();
        b.leave();
        a.announce(NEW, 2);

        assertThat(rulesets(a)).containsExactly(new Share(NEW, 2, 1));
        assertThat(objects.keys("fleet/")).containsExactly("fleet/a");
    }

    @Test
    void whatCannotBeSeenIsNotSaid() throws IOException {
        Fleet a = instance("a");
        a.announce(OLD, 2);
        down = true;
        pass(Fleet.BEAT);
        assertThatThrownBy(() -> a.announce(OLD, 2)).isInstanceOf(IOException.class);
        assertThat(rulesets(a)).containsExactly(new Share(OLD, 2, 1));

        pass(Fleet.SILENCE);
        assertThat(a.standing()).isEmpty();

        down = false;
        a.announce(OLD, 2);
        assertThat(rulesets(a)).containsExactly(new Share(OLD, 2, 1));
    }

    @Test
    void whatElseStandsThereIsPassedOverAndCleanedAway() throws IOException {
        Fleet a = instance("a");
        objects.put("fleet/later", 0, "{\"version\": 3}".getBytes(StandardCharsets.UTF_8));
        objects.put("fleet/large", 0, new byte[100_000]);
        a.announce(OLD, 2);
        assertThat(rulesets(a)).containsExactly(new Share(OLD, 2, 1));

        pass(Fleet.FORGOTTEN);
        a.announce(OLD, 2);
        assertThat(objects.keys("fleet/")).containsExactly("fleet/a");
    }

    @Test
    void noMoreAreLookedAtThanThereMayBe() throws IOException {
        for (int i = 0; i < Fleet.MOST + 20; i++) {
            objects.put("fleet/m" + (1000 + i), 0, (NEW + " 2 1").getBytes(StandardCharsets.US_ASCII));
        }
        Fleet z = instance("z");
        z.announce(OLD, 2);

        assertThat(rulesets(z)).containsExactly(new Share(NEW, 2, Fleet.MOST), new Share(OLD, 2, 1));
    }
}
