package org.hearth.cli;

import picocli.CommandLine.Command;

/** {@code hearth codes ...}: published code files. */
@Command(name = "codes", description = "Import code files as they are published.", mixinStandardHelpOptions = true)
final class CodesCommand {}
