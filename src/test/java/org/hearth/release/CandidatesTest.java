package org.hearth.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hearth.data.DataFolder;
import org.hearth.rules.Rulesets;
import org.hearth.ruleset.PackedRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What has to be known of a candidate is noted before it is kept. */
class CandidatesTest {

    private static final Map<String, byte[]> CHANGED = Map.of(EditedTables.WORKBOOK, EditedTables.workbookWith("GO"));

    @TempDir
    private Path folder;

    private Candidates.Proposal propose(RulesetStore store, Candidates.Before before) throws IOException {
        return new Candidates(store, new RulesetShelf(new ActiveRuleset(), store))
                .propose(Rulesets.files(), CHANGED, "posted", false, before, (ran, all) -> {});
    }

    @Test
    void whatCannotBeNotedIsNotKept() throws IOException {
        RulesetStore store = new RulesetStore(new DataFolder(folder));

        assertThatThrownBy(() -> propose(store, version -> {
                    throw new IOException("no room");
                }))
                .hasMessage("no room");
        assertThat(store.versions()).containsExactly(PackedRules.version());

        List<String> noted = new ArrayList<>();
        KeptRuleset kept = propose(store, version -> {
                    assertThat(store.versions()).containsExactly(PackedRules.version());
                    noted.add(version);
                })
                .kept()
                .orElseThrow();
        assertThat(noted).containsExactly(kept.version());
        assertThat(store.versions()).containsExactlyInAnyOrder(PackedRules.version(), kept.version());
    }
}
