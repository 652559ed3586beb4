package org.hearth.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearth.data.DataFolder;
import org.hearth.ledger.Act;
import org.hearth.ledger.Kind;
import org.hearth.ledger.Ledger;
import org.hearth.ledger.Who;
import org.hearth.release.ActiveRuleset;
import org.hearth.release.Releases;
import org.hearth.release.RulesetShelf;
import org.hearth.release.RulesetStore;
import org.hearth.store.Objects;
import org.hearth.store.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A version that anybody may ask for, beside a store that other machines share. */
class CurrentRulesetTest {

    private static final String VERSION = "2026-01-01+000000000000";

    @TempDir
    private Path folder;

    private final List<Object> asked = new ArrayList<>();

    private int status(CurrentRuleset current) {
        return catchThrowableOfType(Answers.Refusal.class, () -> current.get(VERSION))
                .problem()
                .status();
    }

    @Test
    void onlyWhatIsRecordedIsAskedOfOthers() throws IOException {
        DataFolder data = new DataFolder(folder);
        Objects others = (Objects) Proxy.newProxyInstance(
                Objects.class.getClassLoader(), new Class<?>[] {Objects.class}, (proxy, method, arguments) -> {
                    asked.add(arguments[0]);
                    return Optional.empty();
                });
        RulesetStore store = new RulesetStore(data, others);
        Ledger ledger = new Ledger(new Store(null, data));
        ActiveRuleset active = new ActiveRuleset();
        CurrentRuleset current =
                new CurrentRuleset(active, new RulesetShelf(active, store), new Releases(store, ledger));

        assertThat(status(current)).as("no record was read yet").isEqualTo(503);
        ledger.records();
        assertThat(status(current)).isEqualTo(404);
        assertThat(asked).isEmpty();

        ledger.add(0, VERSION, false, null, List.of(), Act.of(Kind.PUBLISH, Who.told("J. Doe", null, null)));
        assertThat(status(current)).as("not read yet").isEqualTo(404);
        assertThat(asked).isEmpty();
        ledger.records();
        assertThat(status(current)).isEqualTo(404);
        assertThat(asked).containsExactly("rulesets/" + VERSION + ".zip");
    }
}
