package org.hearth.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hearth.data.Room;
import org.hearth.json.Problem;
import org.junit.jupiter.api.Test;

/** Contexts in several files beside claims, all synthetic. */
class ContextsTest {

    private static ByteArrayInputStream csv(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A row may be shorter than what is made of it. */
    @Test
    void takesRoomForItsBytesAndForEachContext() throws IOException {
        List<Integer> taken = new ArrayList<>();
        String file = "claimId,part,value\nA1,homebound,yes\nA2,homebound,no\nA2,underHomeHealthPlan,no\n";
        new Contexts(taken::add).add("one.csv", csv(file));

        assertThat(taken.stream().mapToInt(Integer::intValue).sum()).isEqualTo(4 * file.length() + 2 * 250);
    }

    @Test
    void aFileForWhoseContextsThereIsNoRoomIsRefused() {
        Contexts contexts = new Contexts(bytes -> {
            if (bytes == 250) {
                throw new IOException("no room");
            }
        });
        assertThatThrownBy(() -> contexts.add("one.csv", csv("claimId,part,value\nA1,homebound,yes\n")))
                .hasMessage("no room");
    }

    @Test
    void saysOfEachFileWhatIsWrongWithIt() throws IOException {
        Contexts contexts = new Contexts(Room.ENOUGH);
        contexts.add("one.csv", csv("claimId,part,value\nA1,homebound,perhaps\nA2,homebound,yes\n"));
        contexts.add("two.csv", csv("claimId,part,from\nA3,partB,never\n"));

        List<Intake.End> ends = new ArrayList<>();
        for (Intake end : contexts.ends()) {
            ends.add((Intake.End) end.next());
        }
        assertThat(ends).extracting(Intake.End::file).containsExactly("one.csv", "two.csv");
        assertThat(ends.get(0).problem().errors())
                .extracting(Problem::message)
                .containsExactly("row 2, column C: this is neither yes nor no");
        assertThat(ends.get(0).warnings()).extracting(Problem::message).anySatisfy(message -> assertThat(message)
                .contains("`A2`"));
        assertThat(ends.get(1).problem().errors())
                .extracting(Problem::message)
                .containsExactly("row 2, column C: `never` is not a date");
        assertThat(ends.get(1).warnings()).isEmpty();
    }
}
