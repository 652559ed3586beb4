package org.hearth.cli.tables;

import org.hearth.cli.console.Console;
import org.hearth.release.Examples;

/** Says on a terminal how many examples have been run. */
final class ExampleProgress implements Examples.Progress {

    private static final int STEP = 25;
    private static final int WIDTH = 40;

    private final Console console;

    ExampleProgress(Console console) {
        this.console = console;
    }

    @Override
    public void ran(int examples, int all) {
        if (console.errIsTerminal() && (examples % STEP == 0 || examples == all)) {
            String text = examples == all ? "" : "examples: " + examples + " of " + all;
            console.err().print("\r" + text + " ".repeat(Math.max(0, WIDTH - text.length())) + "\r");
            console.err().flush();
        }
    }
}
