/** The use case: a claim in, an evaluation out. The session lives here and nowhere else. */
package org.hearth.evaluate;
