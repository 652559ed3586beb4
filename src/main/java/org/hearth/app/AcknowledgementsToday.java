package org.hearth.app;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.hearth.x12.acknowledgement.Acknowledgements;

/** One source of control numbers for the whole service, so that no two answers have the same. */
@Singleton
final class AcknowledgementsToday {

    private final Acknowledgements acknowledgements = Acknowledgements.today();

    @Produces
    @Singleton
    Acknowledgements acknowledgements() {
        return acknowledgements;
    }
}
