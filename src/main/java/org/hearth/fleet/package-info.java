/** Which instances of the service share a store, and by which ruleset each of them judges. Uses {@code store}. */
package org.hearth.fleet;
