/** The commands that release workbooks and take releases back, here or in a service somewhere. */
package org.hearth.cli.releases;
