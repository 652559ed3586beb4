/** What every command has: the terminal, exit statuses, where an answer goes. */
package org.hearth.cli.console;
