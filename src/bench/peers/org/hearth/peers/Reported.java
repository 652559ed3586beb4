package org.hearth.peers;

import java.util.ArrayList;
import java.util.List;
import org.hearth.finding.Findings;
import org.hearth.finding.Subject;
import peers.Finding;

/** Takes what rows and the rule report, as the pairs of finding and line that the workload asks for. */
final class Reported implements Findings {

    private final List<Finding> findings = new ArrayList<>();

    @Override
    public void report(String id, Subject subject, Object... about) {
        Integer line = subject.lineNumber();
        findings.add(new Finding(id, line == null ? 0 : line));
    }

    @Override
    public void notChecked(String topic, Subject subject, String needs) {
        throw new IllegalStateException("the workload can be judged whole");
    }

    List<Finding> findings() {
        return findings;
    }
}
