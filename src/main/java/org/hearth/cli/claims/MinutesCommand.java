package org.hearth.cli.claims;

import picocli.CommandLine.Command;

/** {@code hearth minutes ...}: treatment minutes beside claims. */
@Command(
        name = "minutes",
        description = "Treatment minutes, which an 837I cannot carry.",
        mixinStandardHelpOptions = true)
public final class MinutesCommand {}
