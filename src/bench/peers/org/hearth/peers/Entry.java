package org.hearth.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.hearth.codes.CodeIndex;
import org.hearth.facts.line.Settled;
import org.hearth.ruleset.WorkloadRules;
import org.hearth.tables.content.CodeList;
import org.hearth.tables.content.DecisionTable;
import org.hearth.tables.workbook.Workbook;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import peers.Claim;
import peers.Finding;
import peers.Harness;
import peers.Line;
import peers.Model;

/**
 * Hearth's engine on the workload of its peers: the code row of each line is looked up as facts are made, rows of workbooks and
 * one rule judge, in a session of its own for each claim. None of the product's own rules, lists or wordings has a part in it.
 */
public final class Entry {

    private final KieBase base;
    private final CodeIndex<ListedCode> codes;

    private Entry(Path tables, Path rule) throws IOException {
        codes = WorkloadRules.codes(CodeList.read(workbook(tables, WorkloadTables.CODES)), ListedCode.class);
        Map<String, String> drl = new HashMap<>();
        drl.put("rules/" + rule.getFileName(), Files.readString(rule));
        for (String name : WorkloadTables.DECISION_TABLES) {
            DecisionTable table = DecisionTable.read(workbook(tables, name));
            drl.put("tables/" + table.name() + ".drl", table.toDrl());
        }
        base = WorkloadRules.base(drl);
    }

    private static Workbook workbook(Path tables, String name) throws IOException {
        return Workbook.readOnce(name, Files.readAllBytes(tables.resolve(name)));
    }

    /** Judges a claim, in the steps in which {@code Evaluator} does. */
    private List<Finding> judge(Claim claim) {
        BilledClaim billed = new BilledClaim(claim);
        List<Object> facts = new ArrayList<>(1 + claim.getLines().size());
        facts.add(billed);
        for (Line line : claim.getLines()) {
            facts.add(new BilledLine(billed, line, codes));
        }
        Reported reported = new Reported();
        KieSession session = base.newKieSession();
        try {
            session.setGlobal("findings", reported);
            for (Object fact : facts) {
                session.insert(fact);
            }
            session.fireAllRules();
            session.insert(new Settled());
            session.fireAllRules();
            return reported.findings();
        } finally {
            session.dispose();
        }
    }

    /**
     * Runs the workload and prints its result.
     *
     * @param arguments the version of the product, the folder of the workbooks, the file of the rule
     */
    public static void main(String[] arguments) throws Exception {
        // as the program itself sets it
        Logger.getLogger("").setLevel(Level.OFF);
        long start = System.nanoTime();
        Entry entry = new Entry(Path.of(arguments[1]), Path.of(arguments[2]));
        double load = (System.nanoTime() - start) / 1e6;
        Harness.run("hearth", arguments[0], load, Model.claims(), entry::judge);
    }
}
