package org.hearth.history;

import java.io.IOException;
import java.util.List;
import org.hearth.claim.Claim;

/** The claims that were marked as sent and are kept. Safe for use by several threads. */
public interface SentClaims {

    /** Nothing is kept. */
    SentClaims NONE = new SentClaims() {
        @Override
        public List<List<Earlier>> of(List<Claim> claims) {
            return claims.stream().map(claim -> List.<Earlier>of()).toList();
        }

        @Override
        public Seal seal() {
            return Seal.NONE;
        }
    };

    /**
     * What is kept of the same agency and beneficiary as each of some claims, in the order in which it was sent; all that
     * is kept, of later days too. Nothing of a claim without a member id or a billing provider.
     *
     * @throws IOException if what is kept cannot be read
     */
    List<List<Earlier>> of(List<Claim> claims) throws IOException;

    /** How the identifiers of the kept claims were sealed. */
    Seal seal();
}
