/** Where the program starts and is wired together. Nothing depends on it. */
package org.hearth.app;
