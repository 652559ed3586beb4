package org.hearth.cli.drafts;

import picocli.CommandLine.Command;

/** {@code hearth codes ...}: published code files. */
@Command(name = "codes", description = "Import code files as they are published.", mixinStandardHelpOptions = true)
public final class CodesCommand {}
