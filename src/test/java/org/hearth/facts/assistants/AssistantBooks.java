package org.hearth.facts.assistants;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hearth.claim.Claim;
import org.hearth.claim.ClaimContext;
import org.hearth.claim.ServiceLine;
import org.hearth.claim.TreatmentMinutes;
import org.hearth.claim.TypeOfBill;
import org.hearth.codes.BillTypes;
import org.hearth.codes.CodeIndex;
import org.hearth.codes.CodeRows;
import org.hearth.codes.Codes;
import org.hearth.codes.Day;
import org.hearth.codes.FunctionalCode;
import org.hearth.codes.FunctionalRole;
import org.hearth.codes.ModifierCode;
import org.hearth.codes.ModifierKind;
import org.hearth.codes.Parameter;
import org.hearth.codes.RevenueCode;
import org.hearth.codes.Service;
import org.hearth.codes.ServiceUnit;
import org.hearth.codes.TherapyAmount;
import org.hearth.facts.line.Bill;
import org.hearth.facts.line.Derivation;
import org.hearth.facts.line.FactSink;
import org.hearth.facts.line.Line;
import org.hearth.facts.line.NotChecked;
import org.hearth.history.History;
import org.hearth.history.Past;

/** A few rows of the code lists and synthetic lines, for tests of assistants and of the yearly amount. */
public final class AssistantBooks {

    public static final int TWENTY = 2020_01_01;
    public static final int TWENTY_TWO = 2022_01_01;

    public static final Codes CODES = new Codes(
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of(
                    CodeRows.therapy("97110").timed(15).row(),
                    CodeRows.therapy("97140").timed(15).row(),
                    CodeRows.therapy("97150").row(),
                    CodeRows.therapy("96125").ownTime(60).row(),
                    CodeRows.therapy("97551").ownTime(15).row(),
                    CodeRows.therapy("97010").payable(false).row(),
                    CodeRows.therapy("98976")
                            .unit(ServiceUnit.MONTH, null)
                            .assistantExempt()
                            .row())),
            new CodeIndex<>(List.of(new FunctionalCode(
                    "functional-codes/G8978",
                    "G8978",
                    "mobility",
                    FunctionalRole.CURRENT,
                    List.of(FunctionalRole.GOAL),
                    "none",
                    List.of("PT", "OT"),
                    2013_01_01,
                    2019_12_31))),
            new CodeIndex<>(List.of(
                    modifier("GP", ModifierKind.DISCIPLINE, "PT", Day.FIRST),
                    modifier("GO", ModifierKind.DISCIPLINE, "OT", Day.FIRST),
                    modifier("GN", ModifierKind.DISCIPLINE, "SLP", Day.FIRST),
                    modifier("CQ", ModifierKind.ASSISTANT, "PT", TWENTY),
                    modifier("CO", ModifierKind.ASSISTANT, "OT", TWENTY),
                    modifier("KX", ModifierKind.THRESHOLD, "any", Day.FIRST),
                    modifier("GA", ModifierKind.LIABILITY, "any", Day.FIRST),
                    modifier("GZ", ModifierKind.LIABILITY, "any", Day.FIRST))),
            new CodeIndex<>(
                    List.of(revenue("0420", Service.PT), revenue("0430", Service.OT), revenue("0440", Service.SLP))),
            CodeRows.disciplines(),
            new CodeIndex<>(List.of(
                    amount("PT_SLP", 2017, "1980", "cap", "3700"),
                    amount("OT", 2017, "1980", "cap", "3700"),
                    amount("PT_SLP", 2018, "2010", "threshold", "3000"),
                    amount("OT", 2018, "2010", "threshold", "3000"))),
            new CodeIndex<>(List.of(
                    parameter("assistant de minimis percent", 10, TWENTY),
                    parameter("assistant de minimis rounding percent", 50, TWENTY),
                    parameter("assistant last unit therapist minutes", 8, TWENTY_TWO),
                    parameter("assistant two units least minutes", 9, TWENTY_TWO),
                    parameter("assistant two units most minutes", 14, TWENTY_TWO))),
            BillTypes.SOME,
            new CodeIndex<>(List.of()),
            new CodeIndex<>(List.of()));

    private AssistantBooks() {}

    private static ModifierCode modifier(String code, ModifierKind kind, String discipline, int from) {
        return new ModifierCode("modifier-codes/" + code, code, kind, discipline, false, from, Day.LAST);
    }

    private static RevenueCode revenue(String code, Service service) {
        return new RevenueCode(
                "revenue-codes/" + code, code, service, List.of(), List.of(), "any", Day.FIRST, Day.LAST);
    }

    private static TherapyAmount amount(String bucket, int year, String amount, String regime, String review) {
        return new TherapyAmount(
                "therapy-amounts/" + bucket + " " + year,
                bucket,
                new BigDecimal(amount),
                regime,
                new BigDecimal(review),
                year * 10_000 + 101,
                year * 10_000 + 1231);
    }

    private static Parameter parameter(String name, int value, int from) {
        return new Parameter("parameters/" + name, name, BigDecimal.valueOf(value), "any", from, Day.LAST);
    }

    /** A line as a test writes it: {@code date revenue-code HCPCS modifiers}, then what is known besides. */
    public static final class LineOf {
        private final String[] words;
        private BigDecimal units = BigDecimal.ONE;
        private BigDecimal allowed;
        private BigDecimal notCovered;
        private TreatmentMinutes minutesBy;

        private LineOf(String words) {
            this.words = words.split(" ");
        }

        public static LineOf line(String words) {
            return new LineOf(words);
        }

        public LineOf units(String value) {
            units = value == null ? null : new BigDecimal(value);
            return this;
        }

        public LineOf allowed(String dollars) {
            allowed = new BigDecimal(dollars);
            return this;
        }

        public LineOf notCovered(String dollars) {
            notCovered = new BigDecimal(dollars);
            return this;
        }

        public LineOf minutes(int therapist, int assistant, int together) {
            minutesBy = new TreatmentMinutes(therapist, assistant, together);
            return this;
        }

        private ServiceLine numbered(int number) {
            List<String> modifiers = Arrays.asList(words).subList(3, words.length);
            return new ServiceLine(
                    number,
                    null,
                    words[1],
                    "HC",
                    words[2],
                    modifiers,
                    LocalDate.parse(words[0]),
                    null,
                    units,
                    new BigDecimal("60.00"),
                    notCovered,
                    allowed,
                    null,
                    minutesBy);
        }
    }

    /** What a derivation says of a claim. */
    public record Said(List<Object> facts, List<NotChecked> notChecked) {
        public <T> List<T> of(Class<T> type) {
            return facts.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }

    public static Said derive(Derivation derivation, String typeOfBill, ClaimContext context, LineOf... lines) {
        LocalDate first = Arrays.stream(lines)
                .map(line -> LocalDate.parse(line.words[0]))
                .min(LocalDate::compareTo)
                .orElseThrow();
        Claim.Builder claim = Claim.builder()
                .typeOfBill(TypeOfBill.of(typeOfBill))
                .statementFrom(first)
                .statementThrough(first.plusDays(29))
                .context(context);
        for (int index = 0; index < lines.length; index++) {
            claim.add(lines[index].numbered(index + 1));
        }
        Claim built = claim.build();
        Bill bill = new Bill(built, History.of(built, Past.toldBy(built), CODES), CODES);
        List<Line> own = new ArrayList<>();
        for (int index = 0; index < lines.length; index++) {
            own.add(new Line(bill, index, CODES));
        }
        List<Object> facts = new ArrayList<>();
        List<NotChecked> notChecked = new ArrayList<>();
        derivation.derive(bill, own, CODES, new FactSink() {
            @Override
            public void add(Object fact) {
                facts.add(fact);
            }

            @Override
            public void notChecked(String topic, List<Integer> about, String needs) {
                notChecked.add(new NotChecked(topic, List.copyOf(about), needs));
            }
        });
        return new Said(facts, notChecked);
    }
}
