/** The command line. */
package org.hearth.cli;
