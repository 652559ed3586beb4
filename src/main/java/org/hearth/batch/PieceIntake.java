package org.hearth.batch;

/** Yields the claims of an {@link InputPiece}. Its {@link Intake.End} says that the piece ends, and nothing of the input. */
public interface PieceIntake extends Intake {

    /** What the piece says of the end of its input; called once the piece has ended. */
    PieceEnd end();
}
