package org.hearth.batch;

import java.io.Serializable;
import org.hearth.x12.reading.X12Item;

/**
 * What a piece of an input says of the end of the input, for {@link InputPieces#end}.
 *
 * @param whole the end of an input that was not cut; else {@code null}
 * @param x12 the end of a piece of an 837I file; else {@code null}
 */
public record PieceEnd(Intake.End whole, X12Item.End x12) implements Serializable {}
