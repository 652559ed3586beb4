/**
 * What the implementation guide of the 837I asks of a transaction set, from {@code 837i.csv}, and where one departs from
 * it. Looks at segments as they come and knows no claim. Uses {@code x12.segment}.
 */
package org.hearth.x12.guide;
