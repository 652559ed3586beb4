package org.hearth.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hearth.claim.Claim;
import org.hearth.claim.Origin;
import org.hearth.evaluate.Evaluator;
import org.hearth.finding.Finding;
import org.hearth.finding.PatchOperation;
import org.hearth.json.ClaimReader;
import org.hearth.json.ClaimWriter;
import org.hearth.release.Example;
import org.hearth.release.Examples;
import org.junit.jupiter.api.Test;

/** A patch mends what its finding says: applied to the claim of an example, it leaves the finding out and adds no other. */
class PatchesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyPatchMendsItsFinding() {
        Set<String> mending = Rulesets.ruleset().catalog().all().stream()
                .filter(type -> type.patch() != null)
                .map(type -> type.id())
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> offences = new ArrayList<>();
        Set<String> mended = new TreeSet<>();
        for (Example example : Examples.all(Rulesets.files(), Rulesets.ruleset())) {
            if (Collections.disjoint(example.expectedIds(), mending)) {
                continue;
            }
            Claim claim = example.toClaim();
            Evaluator evaluator = example.on(Rulesets.evaluator());
            List<Finding> findings = evaluator.evaluate(claim).findings();
            for (Finding finding : findings) {
                if (!finding.patch().isEmpty()) {
                    mended.add(finding.id());
                    offence(evaluator, claim, finding, findings).ifPresent(what -> offences.add(example + ": " + what));
                }
            }
        }
        assertThat(offences).isEmpty();
        assertThat(mended).isEqualTo(mending);
    }

    private static Optional<String> offence(Evaluator evaluator, Claim claim, Finding finding, List<Finding> before) {
        List<Finding> after =
                evaluator.evaluate(patched(claim, finding.patch())).findings();
        if (after.stream()
                .anyMatch(still -> still.id().equals(finding.id())
                        && still.field().equals(finding.field())
                        && still.message().equals(finding.message()))) {
            return Optional.of(finding.id() + " is still there");
        }
        List<String> known = before.stream().map(PatchesTest::said).toList();
        List<String> added = after.stream()
                .map(PatchesTest::said)
                .filter(said -> !known.contains(said))
                .toList();
        return added.isEmpty() ? Optional.empty() : Optional.of(finding.id() + "'s patch brings " + added);
    }

    private static String said(Finding finding) {
        return finding.id() + " " + finding.field();
    }

    private static Claim patched(Claim claim, List<PatchOperation> patch) {
        try {
            JsonNode json = JSON.readTree(ClaimWriter.line(claim));
            for (PatchOperation operation : patch) {
                int slash = operation.path().lastIndexOf('/');
                JsonNode parent = json.at(operation.path().substring(0, slash));
                String last = operation.path().substring(slash + 1);
                JsonNode value = JSON.valueToTree(operation.value());
                if (parent instanceof ArrayNode list) {
                    apply(list, last, operation.op(), value);
                } else if (parent instanceof ObjectNode object) {
                    apply(object, last, operation.op(), value);
                } else {
                    throw new AssertionError("there is nothing at " + operation.path());
                }
            }
            return ClaimReader.read(json, Origin.NONE);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static void apply(ArrayNode list, String last, String op, JsonNode value) {
        if (op.equals("add")) {
            list.insert(last.equals("-") ? list.size() : Integer.parseInt(last), value);
        } else {
            assertThat(list.has(Integer.parseInt(last))).isTrue();
            if (op.equals("remove")) {
                list.remove(Integer.parseInt(last));
            } else {
                list.set(Integer.parseInt(last), value);
            }
        }
    }

    private static void apply(ObjectNode object, String last, String op, JsonNode value) {
        if (op.equals("add")) {
            object.set(last, value);
        } else {
            assertThat(object.has(last)).isTrue();
            if (op.equals("remove")) {
                object.remove(last);
            } else {
                object.set(last, value);
            }
        }
    }
}
