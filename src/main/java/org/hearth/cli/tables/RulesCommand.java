package org.hearth.cli.tables;

import picocli.CommandLine.Command;

/** {@code hearth rules ...}: what engineers do with their rules. */
@Command(name = "rules", description = "Test rules by the examples of their pages.", mixinStandardHelpOptions = true)
public final class RulesCommand {}
