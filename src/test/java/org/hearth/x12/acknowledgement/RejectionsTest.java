package org.hearth.x12.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.Origin;
import org.hearth.x12.reading.Reading;
import org.hearth.x12.reading.X12Item;
import org.hearth.x12.reading.X12Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the payer's answers reject. The file and its answers are synthetic. */
class RejectionsTest {

    private static final String RECEIVED = Reading.resource("/x12/acknowledged/received.edi");
    private static final String CLAIMS = Reading.resource("/x12/acknowledged/277ca.edi");
    private static final String SYNTAX = Reading.resource("/x12/acknowledged/999.edi");

    private static Rejections of(String... acknowledgements) throws IOException {
        Rejections rejections = new Rejections();
        for (String acknowledgement : acknowledgements) {
            rejections.read(new ByteArrayInputStream(acknowledgement.getBytes(StandardCharsets.UTF_8)));
        }
        return rejections;
    }

    private static List<Claim> claims(String file) {
        X12Reader reader =
                new X12Reader(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "received.edi");
        List<Claim> claims = new ArrayList<>();
        X12Item item = reader.next();
        while (!(item instanceof X12Item.End)) {
            if (item instanceof X12Item.LocatedClaim read) {
                claims.add(read.claim());
            }
            item = reader.next();
        }
        return claims;
    }

    private static List<String> rejected(Rejections rejections, String file) {
        return claims(file).stream()
                .filter(rejections::reject)
                .map(Claim::claimId)
                .toList();
    }

    @Test
    void withoutAnAnswerNothingIsRejected() throws IOException {
        assertThat(claims(RECEIVED))
                .extracting(Claim::claimId)
                .containsExactly("C-1", "C-2", "C-3", "C-5", "C-6", "C-7");
        assertThat(rejected(of(), RECEIVED)).isEmpty();
    }

    @Test
    void a277caRejectsSingleClaims() throws IOException {
        Rejections rejections = of(CLAIMS);

        assertThat(rejected(rejections, RECEIVED)).containsExactly("C-2", "C-3");
        // C-4 cannot be read, so nobody asked for it
        assertThat(rejections.unmet()).isEqualTo(1);
    }

    @Test
    void a999RejectsATransactionSet() throws IOException {
        Rejections rejections = of(SYNTAX);

        assertThat(rejected(rejections, RECEIVED)).containsExactly("C-6");
        assertThat(rejections.unmet()).isZero();
        assertThat(rejected(of(CLAIMS, SYNTAX), RECEIVED)).containsExactly("C-2", "C-3", "C-6");
    }

    @Test
    void a999RejectsAGroup() throws IOException {
        assertThat(rejected(of(SYNTAX.replace("AK9*P", "AK9*R")), RECEIVED))
                .containsExactly("C-1", "C-2", "C-3", "C-5", "C-6", "C-7");
        assertThat(rejected(of(SYNTAX.replace("AK9*P", "AK9*R").replace("AK1*HC*7", "AK1*HC*8")), RECEIVED))
                .isEmpty();
    }

    @Test
    void errorsThatAreAcceptedRejectNothing() throws IOException {
        assertThat(rejected(of(SYNTAX.replace("IK5*R*4", "IK5*E*5").replace("AK9*P", "AK9*E")), RECEIVED))
                .isEmpty();
        for (String rejecting : List.of("M", "W", "X")) {
            assertThat(rejected(of(SYNTAX.replace("IK5*R*4", "IK5*" + rejecting)), RECEIVED))
                    .containsExactly("C-6");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"A0", "A1", "A2", "A4", "A5"})
    void otherStatusesRejectNothing(String category) throws IOException {
        String accepted = CLAIMS.replaceAll("A[3678]:", category + ":");

        assertThat(rejected(of(accepted), RECEIVED)).isEmpty();
    }

    @Test
    void oneNumberOnSeveralClaimsIsToldApartByBillAndDays() throws IOException {
        String sameNumbers = RECEIVED.replace("CLM*C-1*", "CLM*C-2*").replace("CLM*C-3*", "CLM*C-2*");
        String answer = CLAIMS.replace("TRN*2*C-1~", "TRN*2*C-2~").replace("TRN*2*C-3~", "TRN*2*NONE~");

        List<Claim> claims = claims(sameNumbers);
        Rejections rejections = of(answer);
        assertThat(claims.stream().map(rejections::reject)).containsExactly(false, true, true, false, false, false);

        Claim otherDays = claims.get(1).toBuilder()
                .statementFrom(claims.get(1).statementFrom().plusMonths(1))
                .statementThrough(claims.get(1).statementThrough().plusMonths(1))
                .build();
        assertThat(rejections.reject(otherDays)).isFalse();
    }

    @Test
    void theAnswerToItsOwnBatchDecidesOfAClaimThatWasSentAgain() throws IOException {
        String accepted = CLAIMS.replace("TRN*2*BATCH0001", "TRN*2*BATCH0009").replaceAll("A[3678]:", "A2:");
        String sentAgain = RECEIVED.replace("BATCH0001", "BATCH0009");

        assertThat(rejected(of(CLAIMS, accepted), RECEIVED)).containsExactly("C-2", "C-3");
        assertThat(rejected(of(CLAIMS, accepted), sentAgain)).isEmpty();
        // a clearinghouse may have made another batch of it
        assertThat(rejected(of(CLAIMS), RECEIVED.replace("BATCH0001", "OTHER"))).containsExactly("C-2", "C-3");
    }

    @Test
    void aBatchOrAProviderIsRejectedAsAWhole() throws IOException {
        String batch = CLAIMS.replace("TRN*2*BATCH0003~\nSTC*A1:19", "TRN*2*BATCH0003~\nSTC*A3:0");
        assertThat(rejected(of(batch), RECEIVED)).containsExactly("C-2", "C-3", "C-7");

        String provider = CLAIMS.replace("XX*1993999998~\nTRN*1*0~\nSTC*A1:19", "XX*1993999998~\nTRN*1*0~\nSTC*A8:496");
        assertThat(rejected(of(provider), RECEIVED)).containsExactly("C-2", "C-3", "C-5");
        assertThat(rejected(of(provider), RECEIVED.replace("BATCH0001", "OTHER")))
                .doesNotContain("C-5");
    }

    @Test
    void aRejectedLineOfAnAcceptedClaimRejectsNothing() throws IOException {
        String onLinesAlone = CLAIMS.replace(
                "STC*A6:461*20250406*U*150******A7:453*A7:507~\nSTC*A7:187*20250406*U*150~",
                "STC*A2:20*20250406*WQ*150~");

        assertThat(onLinesAlone).isNotEqualTo(CLAIMS);
        assertThat(rejected(of(onLinesAlone), RECEIVED)).containsExactly("C-3");
    }

    @Test
    void aClaimOfNoFileIsFoundByItsNumber() throws IOException {
        Claim claim = claims(RECEIVED).get(1).toBuilder().origin(Origin.NONE).build();

        assertThat(of(CLAIMS).reject(claim)).isTrue();
        assertThat(of(SYNTAX.replace("AK9*P", "AK9*R")).reject(claim)).isFalse();
    }

    @Test
    void whatIsNoAcknowledgementOrTornIsRefused() {
        assertThatThrownBy(() -> of(CLAIMS.substring(0, CLAIMS.length() - 30)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("breaks off");
        assertThatThrownBy(() -> of(RECEIVED))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("`837`")
                .hasMessageContaining("999 or a 277CA");
        for (String other : List.of("", "{}", "ISA", SYNTAX.replaceAll("(?s)GS.*GE[^\n]*\n", ""))) {
            assertThatThrownBy(() -> of(other)).isInstanceOf(IOException.class);
        }
    }
}
