package org.hearth.episode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hearth.batch.EpisodeRun;
import org.hearth.batch.Intakes;
import org.hearth.claim.Claim;
import org.hearth.claim.Origin;
import org.hearth.claim.ServiceLine;
import org.hearth.claim.TypeOfBill;
import org.hearth.json.ClaimReader;
import org.hearth.rules.Rulesets;

/** Synthetic claims, and the episodes that the shipped ruleset makes of them. */
public final class EpisodeClaims {

    /** Three 34X of May to July 2018; the tenth treatment day is the first of the second. */
    public static final Path SAMPLE = Path.of("src/docs/samples/episode-2018.ndjson");

    private EpisodeClaims() {}

    /** The claims of the sample, in order. */
    public static List<Claim> sample() {
        try {
            List<Claim> claims = new ArrayList<>();
            for (String line : Files.readAllLines(SAMPLE)) {
                claims.add(ClaimReader.read(line.getBytes(StandardCharsets.UTF_8), Origin.NONE));
            }
            return claims;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is answered to claims as JSON. */
    public static EpisodeAnswer answer(String json) {
        EpisodeRun run = new EpisodeRun(new Episodes(Rulesets.ruleset()), defect -> {
            throw defect;
        });
        try {
            run.run(Intakes.open(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return run.answer();
    }

    /** The episode of claims of one beneficiary. */
    public static Episode episode(List<Claim> claims) {
        return new Episodes(Rulesets.ruleset()).of(claims, 1);
    }

    /** A 32X of one period with an admission, and visits as {@code 2025-03-01 G0151}. */
    static Claim homeHealth(String id, String from, String through, String status, String... visits) {
        Claim.Builder claim = Claim.builder()
                .claimId(id)
                .typeOfBill(TypeOfBill.of("0329"))
                .statementFrom(LocalDate.parse(from))
                .statementThrough(LocalDate.parse(through))
                .admissionDate(LocalDate.parse("2025-03-01"))
                .patientStatus(status)
                .beneficiaryId("1EG4TE5MK73")
                .billingProviderNpi("1234567893");
        int number = 0;
        for (String visit : visits) {
            String[] words = visit.split(" ");
            claim.add(line(
                    ++number,
                    words[1].equals("G0152") || words[1].equals("G0158") ? "0431" : "0421",
                    words[1],
                    words[0]));
        }
        return claim.build();
    }

    private static ServiceLine line(int number, String revenueCode, String hcpcs, String date) {
        return new ServiceLine(
                number,
                null,
                revenueCode,
                "HC",
                hcpcs,
                List.of(),
                LocalDate.parse(date),
                null,
                new BigDecimal("3"),
                new BigDecimal("200.00"),
                null,
                null,
                null,
                null);
    }
}
