package org.hearth.batch;

import static org.assertj.core.api.Assertions.assertThat;

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
