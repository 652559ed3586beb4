package org.hearth.sent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hearth.claim.Claim;
import org.hearth.history.Seal;
import org.hearth.json.RandomClaim;
import org.junit.jupiter.api.Test;

class ClaimCodecTest {

    private static final String NPI = "1234567893";

    @Property(tries = 500)
    void whatIsWrittenIsReadAsItWas(@ForAll("claims") Claim claim) throws IOException {
        Claim kept = KeptForm.of(claim, Seal.NONE);
        byte[] bytes = ClaimCodec.encode(kept);

        assertThat(ClaimCodec.decode(bytes, NPI))
                .isEqualTo(kept.toBuilder().billingProviderNpi(NPI).build());
        assertThat(ClaimCodec.encode(ClaimCodec.decode(bytes, null))).isEqualTo(bytes);
    }

    @Property(tries = 100)
    void whatIsCutOffIsTold(@ForAll("claims") Claim claim) {
        byte[] bytes = ClaimCodec.encode(KeptForm.of(claim, Seal.NONE));

        for (int length = 0; length < bytes.length; length++) {
            byte[] torn = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> ClaimCodec.decode(torn, NPI)).isInstanceOf(IOException.class);
        }
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        assertThatThrownBy(() -> ClaimCodec.decode(longer, NPI)).isInstanceOf(IOException.class);
    }

    @Property(tries = 500)
    void damageIsAnErrorOfTheInputAlone(@ForAll("claims") Claim claim, @ForAll long seed) {
        Random random = new Random(seed);
        byte[] bytes = ClaimCodec.encode(KeptForm.of(claim, Seal.NONE));
        for (int changes = 0; changes < 3; changes++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        try {
            ClaimCodec.decode(bytes, NPI);
        } catch (IOException told) {
            assertThat(told).hasMessageStartingWith("a kept claim is ");
        }
    }

    /** The bytes of version 1 stay readable, whatever comes after it. */
    @Test
    void readsWhatVersionOneWrote() throws IOException {
        Claim kept = KeptForm.of(SentClaim.monthly(1), Seal.NONE);

        assertThat(ClaimCodec.decode(HexFormat.of().parseHex(SentClaim.MONTHLY_1_IN_VERSION_1), NPI))
                .isEqualTo(kept.toBuilder().billingProviderNpi(NPI).build());
    }

    @Test
    void refusesALaterVersion() {
        byte[] bytes = ClaimCodec.encode(KeptForm.of(SentClaim.monthly(1), Seal.NONE));
        bytes[0] += 2;

        assertThatThrownBy(() -> ClaimCodec.decode(bytes, NPI))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 2");
    }

    @Provide
    Arbitrary<Claim> claims() {
        return Arbitraries.randomValue(random -> new RandomClaim(random).claim());
    }
}
