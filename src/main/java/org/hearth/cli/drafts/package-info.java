/** The commands over drafts, here or in a service somewhere. */
package org.hearth.cli.drafts;
