package org.hearth.x12.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hearth.claim.Claim;
import org.hearth.rules.Rulesets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the reader takes for a claim, the rules judge without an exception. */
@Timeout(240)
class HostileClaimsTest {

    @Test
    void everyClaimOfAMutatedFileIsJudged() {
        int claims = 0;
        int input = 0;
        for (byte[] mutated : HostileInputTest.mutated(2_000)) {
            claims += judged(mutated, "mutated file " + ++input);
        }
        // the mutations must leave claims to judge
        assertThat(claims).isGreaterThan(2_000);
    }

    @Test
    void everyClaimOfABrokenFileIsJudged() throws IOException {
        int claims = 0;
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/x12"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                claims += judged(Files.readAllBytes(file), file.getFileName().toString());
            }
        }
        assertThat(claims).isGreaterThan(60);
    }

    private static int judged(byte[] bytes, String file) {
        List<Claim> claims =
                Reading.of(new ByteArrayInputStream(bytes), "test.edi").claims();
        for (Claim claim : claims) {
            assertThatCode(() -> Rulesets.evaluator().evaluate(claim))
                    .as("%s, claim %s", file, claim.claimId())
                    .doesNotThrowAnyException();
        }
        return claims.size();
    }
}
