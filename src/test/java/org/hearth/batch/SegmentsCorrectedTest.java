package org.hearth.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Patches made on a claim of an 837I with a segment of nearly every kind: which segments differ, and no other byte. */
class SegmentsCorrectedTest {

    private static final Path FILE = Path.of("src/test/resources/x12/guide/clean-with-everything.edi");

    private static byte[] file() throws IOException {
        return Files.readAllBytes(FILE);
    }

    private static String patch(String operations) {
        return "{\"claims\":[{\"claim\":1,\"claimId\":\"A-1\",\"patch\":[" + operations.replace('\'', '"') + "]}]}";
    }

    private static List<String> differences(String operations) throws IOException {
        return Corrected.difference(
                file(), Corrected.by(patch(operations), file()).bytes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "claimId | A-2 | -CLM*A-1*150***34:A:1**A*Y*Y~ | +CLM*A-2*150***34:A:1**A*Y*Y~",
                "typeOfBill | 0327 | -CLM*A-1*150***34:A:1**A*Y*Y~ | +CLM*A-1*150***32:A:7**A*Y*Y~",
                "typeOfBill | 329 | -CLM*A-1*150***34:A:1**A*Y*Y~ | +CLM*A-1*150***32:A:9**A*Y*Y~",
                "statementFrom | 2025-02-27 | -DTP*434*RD8*20250301-20250330~ | +DTP*434*RD8*20250227-20250330~",
                "statementThrough | 2025-03-31 | -DTP*434*RD8*20250301-20250330~ | +DTP*434*RD8*20250301-20250331~",
                "admissionDate | 2025-02-28 | -DTP*435*DT*202503010900~ | +DTP*435*DT*202502280900~",
                "priority | 3 | -CL1*9*1*01~ | +CL1*3*1*01~",
                "pointOfOrigin | 2 | -CL1*9*1*01~ | +CL1*9*2*01~",
                "patientStatus | 30 | -CL1*9*1*01~ | +CL1*9*1*30~",
                "treatmentAuthorization | UTN2 | -REF*G1*UTN1~ | +REF*G1*UTN2~",
                "originalClaimNumber | 12345 | -REF*F8*2~ | +REF*F8*12345~",
                "remarks | SEE THE CHART | -NTE*ADD*REMARK~ | +NTE*ADD*SEE THE CHART~",
                "beneficiaryId | 1EG4TE5MK74 | -NM1*IL*1*SAMPLE*PATIENT****MI*1EG4TE5MK73~"
                        + " | +NM1*IL*1*SAMPLE*PATIENT****MI*1EG4TE5MK74~",
                "payer/filingIndicator | MB | -SBR*P*18*******MA~ | +SBR*P*18*******MB~",
                "payer/responsibility | S | -SBR*P*18*******MA~ | +SBR*S*18*******MA~",
                "payer/name | MAC | -NM1*PR*2*MEDICARE*****PI*14011~ | +NM1*PR*2*MAC*****PI*14011~",
                "payer/id | 14012 | -NM1*PR*2*MEDICARE*****PI*14011~ | +NM1*PR*2*MEDICARE*****PI*14012~",
                "attending/npi | 1234567802 | -NM1*71*1*EXAMPLE*ALEX****XX*1234567893~"
                        + " | +NM1*71*1*EXAMPLE*ALEX****XX*1234567802~",
                "referring/lastName | OTHER | -NM1*DN*1*EXAMPLE*SAM****XX*1234567893~"
                        + " | +NM1*DN*1*OTHER*SAM****XX*1234567893~",
                "principalDiagnosis | Z472 | -HI*ABK:Z471~ | +HI*ABK:Z472~",
                "otherDiagnoses/1 | M1712 | -HI*ABF:M1711*ABF:Z96651~ | +HI*ABF:M1711*ABF:M1712~",
                "conditionCodes/0 | 20 | -HI*BG:C3~ | +HI*BG:20~",
                "occurrenceCodes/0/code | 35 | -HI*BH:29:D8:20250301~ | +HI*BH:35:D8:20250301~",
                "occurrenceCodes/0/date | 2025-03-02 | -HI*BH:29:D8:20250301~ | +HI*BH:29:D8:20250302~",
                "occurrenceSpans/0/code | 77 | -HI*BI:74:RD8:20250301-20250302~ | +HI*BI:77:RD8:20250301-20250302~",
                "occurrenceSpans/0/through | 2025-03-05 | -HI*BI:74:RD8:20250301-20250302~"
                        + " | +HI*BI:74:RD8:20250301-20250305~",
                "valueCodes/1/amount | 42045.00 | -HI*BE:61:::25420*BE:85:::42043.00~ | +HI*BE:61:::25420*BE:85:::42045.00~",
                "otherPayers/0/filingIndicator | 12 | -SBR*S*18*******CI~ | +SBR*S*18*******12~",
                "lines/0/revenueCode | 0421 | -SV2*0420*HC:97110:GP*100*UN*2~ | +SV2*0421*HC:97110:GP*100*UN*2~",
                "lines/1/hcpcs | 97140 | -SV2*0420*HC:97112:GP*50*UN*1~ | +SV2*0420*HC:97140:GP*50*UN*1~",
                "lines/0/procedureQualifier | HP | -SV2*0420*HC:97110:GP*100*UN*2~ | +SV2*0420*HP:97110:GP*100*UN*2~",
                "lines/1/modifiers/0 | GO | -SV2*0420*HC:97112:GP*50*UN*1~ | +SV2*0420*HC:97112:GO*50*UN*1~",
                "lines/0/serviceDate | 2025-03-02 | -DTP*472*D8*20250301~ | +DTP*472*D8*20250302~",
                "lines/0/lineControl | L-9 | -REF*6R*L-1~ | +REF*6R*L-9~"
            })
    void oneTextChangesOneElement(String field, String value, String before, String after) throws IOException {
        assertThat(differences("{'op':'replace','path':'/" + field + "','value':'" + value + "'}"))
                .containsExactly(before, after);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "totalCharge | 150.5 | -CLM*A-1*150***34:A:1**A*Y*Y~ | +CLM*A-1*150.5***34:A:1**A*Y*Y~",
                "otherPayers/0/paid | 7.25 | -AMT*D*5~ | +AMT*D*7.25~",
                "lines/0/charge | 100.00 | -SV2*0420*HC:97110:GP*100*UN*2~ | +SV2*0420*HC:97110:GP*100.00*UN*2~",
                "lines/0/units | 3 | -SV2*0420*HC:97110:GP*100*UN*2~ | +SV2*0420*HC:97110:GP*100*UN*3~"
            })
    void oneNumberChangesOneElement(String field, String value, String before, String after) throws IOException {
        assertThat(differences("{'op':'replace','path':'/" + field + "','value':" + value + "}"))
                .containsExactly(before, after);
    }

    @Test
    void aNewCodeStandsBehindThoseOfItsKind() throws IOException {
        assertThat(differences("{'op':'add','path':'/conditionCodes/-','value':'20'},"
                        + "{'op':'add','path':'/conditionCodes/0','value':'21'},"
                        + "{'op':'add','path':'/occurrenceCodes/-','value':{'code':'11','date':'2025-03-01'}},"
                        + "{'op':'add','path':'/occurrenceSpans/-','value':{'code':'77','from':'2025-03-03','through':'2025-03-04'}},"
                        + "{'op':'add','path':'/valueCodes/1','value':{'code':'50','amount':'3'}},"
                        + "{'op':'add','path':'/otherDiagnoses/0','value':'I10'}"))
                .containsExactly(
                        "-HI*ABF:M1711*ABF:Z96651~",
                        "-HI*BH:29:D8:20250301~",
                        "-HI*BI:74:RD8:20250301-20250302~",
                        "-HI*BE:61:::25420*BE:85:::42043.00~",
                        "-HI*BG:C3~",
                        "+HI*ABF:I10*ABF:M1711*ABF:Z96651~",
                        "+HI*BH:29:D8:20250301*BH:11:D8:20250301~",
                        "+HI*BI:74:RD8:20250301-20250302*BI:77:RD8:20250303-20250304~",
                        "+HI*BE:61:::25420*BE:50:::3*BE:85:::42043.00~",
                        "+HI*BG:21*BG:C3*BG:20~");
    }

    /** A count keeps the zeros before it as far as it has room for them. */
    @ParameterizedTest
    @CsvSource({"97, 96", "0097, 0096", "0000100, 0000099", "099, 098"})
    void theCountOfSegmentsKeepsItsLeadingZeros(String sent, String written) throws IOException {
        byte[] file = new String(file(), StandardCharsets.ISO_8859_1)
                .replace("SE*97*", "SE*" + sent + "*")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] corrected = Corrected.by(patch("{'op':'remove','path':'/conditionCodes/0'}"), file)
                .bytes();
        assertThat(Corrected.difference(file, corrected))
                .containsExactly("-HI*BG:C3~", "-SE*" + sent + "*0001~", "+SE*" + written + "*0001~");
    }

    @Test
    void aKindOfCodeGoesWithItsLastAndComesWithItsFirst() throws IOException {
        assertThat(differences("{'op':'remove','path':'/conditionCodes/0'},{'op':'remove','path':'/valueCodes/0'}"))
                .containsExactly(
                        "-HI*BE:61:::25420*BE:85:::42043.00~",
                        "-HI*BG:C3~",
                        "+HI*BE:85:::42043.00~",
                        "-SE*97*0001~",
                        "+SE*96*0001~");
        assertThat(
                        differences(
                                "{'op':'remove','path':'/occurrenceSpans/0'},"
                                        + "{'op':'add','path':'/occurrenceSpans/-','value':{'code':'77','from':'2025-03-03','through':'2025-03-04'}}"))
                .containsExactlyInAnyOrder("-HI*BI:74:RD8:20250301-20250302~", "+HI*BI:77:RD8:20250303-20250304~");
        assertThat(differences("{'op':'add','path':'/delayReason','value':'11'}"))
                .containsExactly("-CLM*A-1*150***34:A:1**A*Y*Y~", "+CLM*A-1*150***34:A:1**A*Y*Y***********11~");
    }

    @Test
    void whatStandsBesideADiagnosisStaysWithIt() throws IOException {
        byte[] admitted = new String(file(), StandardCharsets.ISO_8859_1)
                .replace("HI*ABF:M1711*ABF:Z96651~", "HI*ABF:M1711:::::::Y*ABF:Z96651:::::::N~")
                .getBytes(StandardCharsets.ISO_8859_1);
        String before = "-HI*ABF:M1711:::::::Y*ABF:Z96651:::::::N~";
        assertThat(Corrected.difference(
                        admitted,
                        Corrected.by(
                                        patch(
                                                "{'op':'replace','path':'/otherDiagnoses','value':['Z96651','I10','M1711']}"),
                                        admitted)
                                .bytes()))
                .containsExactly(before, "+HI*ABF:Z96651:::::::N*ABF:I10*ABF:M1711:::::::Y~");
        assertThat(Corrected.difference(
                        admitted,
                        Corrected.by(
                                        patch("{'op':'replace','path':'/otherDiagnoses','value':['M1712','Z96651']}"),
                                        admitted)
                                .bytes()))
                .containsExactly(before, "+HI*ABF:M1712:::::::Y*ABF:Z96651:::::::N~");
    }

    @Test
    void segmentsOfOneQualifierAreEditionsOfEachOther() throws IOException {
        assertThat(Corrected.by(
                                patch("{'op':'remove','path':'/treatmentAuthorization'},"
                                        + "{'op':'replace','path':'/originalClaimNumber','value':'3'}"),
                                file())
                        .made()
                        .get(0)
                        .texts()
                        .toString())
                .isEqualTo("[TextChange[before=REF*G1*UTN1, after=null], TextChange[before=REF*F8*2, after=REF*F8*3]]");
    }

    @Test
    void aSegmentHasTwelveCodesAndAKindTwoSegments() throws IOException {
        String operations = IntStream.range(10, 34)
                .mapToObj(code -> "{'op':'add','path':'/conditionCodes/-','value':'" + code + "'}")
                .limit(23)
                .collect(Collectors.joining(","));
        assertThat(differences(operations))
                .containsExactly(
                        "-HI*BG:C3~",
                        "+HI*BG:C3*" + codes(10, 21) + "~",
                        "+HI*" + codes(21, 33) + "~",
                        "-SE*97*0001~",
                        "+SE*98*0001~");
        assertThatThrownBy(() -> differences(operations + ",{'op':'add','path':'/conditionCodes/-','value':'33'}"))
                .hasMessageContaining("an 837I carries at most 24 codes of this kind");
        assertThat(differences(operations + ",{'op':'remove','path':'/conditionCodes/23'},"
                        + "{'op':'add','path':'/conditionCodes/0','value':'77'}"))
                .contains("+HI*BG:77*BG:C3*" + codes(10, 20) + "~", "+HI*BG:20*" + codes(21, 32) + "~");
    }

    private static String codes(int from, int to) {
        return IntStream.range(from, to).mapToObj(code -> "BG:" + code).collect(Collectors.joining("*"));
    }

    @Test
    void whatIsNotThereIsPutWhereTheGuideHasIt() throws IOException {
        String without = new String(file(), StandardCharsets.ISO_8859_1)
                .replaceAll(
                        "(?m)^(DTP\\*435|CL1|REF\\*G1|REF\\*F8|NTE\\*ADD|HI\\*(BH|BG|BI|BE|ABF)|NM1\\*DN|PRV\\*AT|REF\\*0B).*\\n",
                        "")
                .replaceAll("(?m)^NM1\\*71\\*1\\*EXAMPLE.*\\n", "")
                .replaceAll("(?m)^REF\\*6R.*\\n", "");
        byte[] stripped = without.getBytes(StandardCharsets.ISO_8859_1);
        byte[] after = Corrected.by(
                        patch("{'op':'add','path':'/admissionDate','value':'2025-03-01'},"
                                + "{'op':'add','path':'/patientStatus','value':'01'},"
                                + "{'op':'add','path':'/treatmentAuthorization','value':'UTN1'},"
                                + "{'op':'add','path':'/originalClaimNumber','value':'2'},"
                                + "{'op':'add','path':'/remarks','value':'REMARK'},"
                                + "{'op':'add','path':'/conditionCodes/-','value':'C3'},"
                                + "{'op':'add','path':'/valueCodes/-','value':{'code':'61','amount':'25420'}},"
                                + "{'op':'add','path':'/occurrenceCodes/-','value':{'code':'29','date':'2025-03-01'}},"
                                + "{'op':'add','path':'/otherDiagnoses/-','value':'M1711'},"
                                + "{'op':'add','path':'/referring','value':{'npi':'1234567893','lastName':'EXAMPLE'}},"
                                + "{'op':'add','path':'/attending','value':{'npi':'1234567893','lastName':'EXAMPLE','firstName':'ALEX'}},"
                                + "{'op':'add','path':'/lines/0/lineControl','value':'L-1'}"),
                        stripped)
                .bytes();
        String text = new String(after, StandardCharsets.ISO_8859_1);
        assertThat(Corrected.difference(stripped, after))
                .filteredOn(line -> line.startsWith("-"))
                .hasSize(1)
                .allMatch(line -> line.startsWith("-SE*"));
        assertThat(text)
                .contains(
                        "DTP*096*TM*1015~\nDTP*435*D8*20250301~\nCL1***01~\nPWK",
                        "REF*9F*1~\nREF*G1*UTN1~\nREF*F8*2~\nREF*D9",
                        "NTE*DCP*TEXT~\nNTE*ADD*REMARK~\nCRC",
                        "HI*ABN:W1830XA:::::::Y~\nHI*ABF:M1711~\nHI*BH:29:D8:20250301~\nHI*BE:61:::25420~\nHI*BG:C3~\nHI*TC",
                        "HI*TC:A1~\nNM1*71*1*EXAMPLE*ALEX****XX*1234567893~\nNM1*72",
                        "N4*ANYTOWN*PA*171110001~\nNM1*DN*1*EXAMPLE*****XX*1234567893~\nSBR*S",
                        "DTP*472*D8*20250301~\nREF*6R*L-1~\nAMT*GT");
    }

    @Test
    void modifiersMoveUpAndWhatFollowsThemStays() throws IOException {
        byte[] described = new String(file(), StandardCharsets.ISO_8859_1)
                .replace("HC:97110:GP*", "HC:97110:GP:KX:::AS TOLD*")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Corrected.difference(
                        described,
                        Corrected.by(patch("{'op':'remove','path':'/lines/0/modifiers/0'}"), described)
                                .bytes()))
                .containsExactly(
                        "-SV2*0420*HC:97110:GP:KX:::AS TOLD*100*UN*2~", "+SV2*0420*HC:97110:KX::::AS TOLD*100*UN*2~");
        assertThat(differences("{'op':'remove','path':'/lines/0/modifiers/0'}"))
                .containsExactly("-SV2*0420*HC:97110:GP*100*UN*2~", "+SV2*0420*HC:97110*100*UN*2~");
        assertThat(differences("{'op':'replace','path':'/lines/0/modifiers','value':['GP','CQ','KX','59']}"))
                .containsExactly("-SV2*0420*HC:97110:GP*100*UN*2~", "+SV2*0420*HC:97110:GP:CQ:KX:59*100*UN*2~");
        assertThatThrownBy(() ->
                        differences("{'op':'replace','path':'/lines/0/modifiers','value':['GP','CQ','KX','59','76']}"))
                .hasMessageContaining("a line carries at most 4 modifiers");
    }

    @Test
    void aDateBecomesARangeAndADayAgain() throws IOException {
        assertThat(differences("{'op':'add','path':'/lines/1/serviceThrough','value':'2025-03-05'}"))
                .containsExactly("-DTP*472*D8*20250303~", "+DTP*472*RD8*20250303-20250305~");
        assertThat(differences("{'op':'add','path':'/lines/1/serviceThrough','value':'2025-03-05'},"
                        + "{'op':'remove','path':'/lines/1/serviceThrough'}"))
                .isEmpty();
        assertThat(differences("{'op':'remove','path':'/lines/1/serviceDate'}"))
                .containsExactly("-DTP*472*D8*20250303~", "-SE*97*0001~", "+SE*96*0001~");
    }

    @Test
    void linesCountFromOneAfterOneIsPutInOrTakenOut() throws IOException {
        assertThat(differences("{'op':'remove','path':'/lines/0'},{'op':'replace','path':'/totalCharge','value':50}"))
                .containsExactly(
                        "-CLM*A-1*150***34:A:1**A*Y*Y~",
                        "+CLM*A-1*50***34:A:1**A*Y*Y~",
                        "-SV2*0420*HC:97110:GP*100*UN*2~",
                        "-DTP*472*D8*20250301~",
                        "-REF*6R*L-1~",
                        "-AMT*GT*1~",
                        "-NTE*TPO*TEXT~",
                        "-LIN**N4*01234567891~",
                        "-CTP****2*UN~",
                        "-NM1*72*1*EXAMPLE~",
                        "-REF*G2*1~",
                        "-SVD*11*5*HC:97110*0420*1~",
                        "-CAS*PR*1*5~",
                        "-DTP*573*D8*20250402~",
                        "-LX*2~",
                        "-SE*97*0001~",
                        "+SE*84*0001~");
    }

    @Test
    void aNewLineTakesTheNextNumber() throws IOException {
        assertThat(differences("{'op':'add','path':'/lines/-','value':{'revenueCode':'0420','hcpcs':'97140',"
                        + "'modifiers':['GP'],'serviceDate':'2025-03-04','units':1,'charge':25.50,'minutes':15}},"
                        + "{'op':'replace','path':'/totalCharge','value':175.50}"))
                .containsExactly(
                        "-CLM*A-1*150***34:A:1**A*Y*Y~",
                        "+CLM*A-1*175.50***34:A:1**A*Y*Y~",
                        "-SE*97*0001~",
                        "+LX*3~",
                        "+SV2*0420*HC:97140:GP*25.50*UN*1~",
                        "+DTP*472*D8*20250304~",
                        "+SE*100*0001~");
    }

    @Test
    void whatAnotherClaimSharesOrTheBatchSaysIsRefused() throws IOException {
        assertThatThrownBy(() -> differences("{'op':'replace','path':'/billingProviderNpi','value':'1234567802'}"))
                .hasMessageContaining("it stands above the claim, where other claims share it");
        String two = new String(file(), StandardCharsets.ISO_8859_1);
        int start = two.indexOf("CLM*");
        int end = two.indexOf("SE*97");
        byte[] shared = (two.substring(0, end)
                        + two.substring(start, end).replace("CLM*A-1", "CLM*A-2")
                        + two.substring(end))
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() ->
                        Corrected.by(patch("{'op':'replace','path':'/beneficiaryId','value':'1EG4TE5MK74'}"), shared))
                .hasMessageContaining("which other claims of the file share");
    }

    /** A line may end within the tag of the other claim, and a patient's level may follow one that says there is none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "C\nLM*A-1*",
                "CL\r\nM*A-1*",
                "\n\n CLM*A-1*",
                "HL*3*2*23*0~PAT*19~CLM*A-1*",
                "H\nL*3*2*23~CLM*A-1*"
            })
    void anotherClaimOfTheSubscriberIsSeenHoweverItBegins(String next) throws IOException {
        String text = new String(file(), StandardCharsets.ISO_8859_1);
        int start = text.indexOf("CLM*");
        int end = text.indexOf("SE*97");
        byte[] shared = (text.substring(0, end)
                        + text.substring(start, end).replace("CLM*A-1*", next)
                        + text.substring(end))
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() ->
                        Corrected.by(patch("{'op':'replace','path':'/beneficiaryId','value':'1EG4TE5MK74'}"), shared))
                .hasMessageContaining("which other claims of the file share");
    }

    @Test
    void aValueThatTheFileCannotHoldIsRefused() {
        assertThatThrownBy(() -> differences("{'op':'replace','path':'/remarks','value':'A*B'}"))
                .hasMessageContaining("`*` is a delimiter of this file");
        assertThatThrownBy(() -> differences("{'op':'replace','path':'/attending/lastName','value':'É'}"))
                .hasMessageContaining("a character that an 837I does not carry");
        assertThatThrownBy(() -> differences("{'op':'replace','path':'/remarks','value':'BLANK AT ITS END '}"))
                .hasMessageContaining("cannot be written into this file");
        assertThatThrownBy(() -> differences("{'op':'replace','path':'/lines/0/charge','value':'1'}"))
                .hasMessageContaining("it is no number");
        assertThatThrownBy(() -> differences("{'op':'replace','path':'/lines/7/charge','value':1}"))
                .hasMessageContaining("there is nothing at `/lines/7/charge`");
        assertThatThrownBy(() -> differences("{'op':'replace','path':'/colour','value':'red'}"))
                .hasMessageContaining("this is no field of a claim");
        assertThatThrownBy(() -> differences("{'op':'replace','path':'/lines/0/serviceDate','value':'2025-02-30'}"))
                .hasMessageContaining("it is no day");
    }

    @Test
    void minutesAreNotInTheFileAndThatIsSaid() throws IOException {
        Corrected corrected = Corrected.by(
                patch("{'op':'add','path':'/lines/0/minutes','value':30},"
                        + "{'op':'replace','path':'/lines/0/units','value':3}"),
                file());
        assertThat(Corrected.difference(file(), corrected.bytes()))
                .containsExactly("-SV2*0420*HC:97110:GP*100*UN*2~", "+SV2*0420*HC:97110:GP*100*UN*3~");
        assertThat(corrected.made().get(0).left()).containsExactly("/lines/0/minutes");
    }

    @Test
    void presentOnAdmissionThatStaysBesideAnotherDiagnosisIsSaid() throws IOException {
        byte[] file = new String(file(), StandardCharsets.ISO_8859_1)
                .replace("HI*ABK:Z471~", "HI*ABK:Z471:::::::Y~")
                .replace("*ABF:Z96651~", "*ABF:Z96651:::::::N~")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(kept("{'op':'replace','path':'/principalDiagnosis','value':'Z472'}", file))
                .containsExactly("/principalDiagnosis");
        assertThat(kept("{'op':'replace','path':'/otherDiagnoses/1','value':'M1712'}", file))
                .containsExactly("/otherDiagnoses/1");
        assertThat(kept("{'op':'replace','path':'/otherDiagnoses','value':['M1711','M1712']}", file))
                .containsExactly("/otherDiagnoses/1");
        // nothing is said of the first of them
        assertThat(kept("{'op':'replace','path':'/otherDiagnoses/0','value':'M1712'}", file))
                .isEmpty();
        assertThat(kept("{'op':'replace','path':'/conditionCodes/0','value':'20'}", file))
                .isEmpty();
    }

    private static List<String> kept(String operations, byte[] file) throws IOException {
        return Corrected.by(patch(operations), file).made().get(0).kept();
    }

    @Test
    void noNameOfAPatientAndNoWholeMemberIdIsTold() throws IOException {
        Corrected corrected = Corrected.by(
                patch("{'op':'replace','path':'/beneficiaryId','value':'1EG4TE5MK74'},"
                        + "{'op':'replace','path':'/remarks','value':'ABOUT SAMPLE'}"),
                file());
        assertThat(corrected.made().get(0).texts().toString())
                .isEqualTo("[TextChange[before=NM1*IL*1*...*...****MI*...MK73, after=NM1*IL*1*...*...****MI*...MK74],"
                        + " TextChange[before=NTE*ADD*..., after=NTE*ADD*...]]");
        assertThat(corrected.made().get(0).fields().toString())
                .isEqualTo("[FieldChange[pointer=/beneficiaryId, before=\"...MK73\", after=\"...MK74\"],"
                        + " FieldChange[pointer=/remarks, before=\"...\", after=\"...\"]]");
    }

    /** Some programs break a file into lines of one length, wherever that falls. */
    @Test
    void linesOfOneLengthStayAsTheyAreButForTheMend() throws IOException {
        String plain = new String(file(), StandardCharsets.ISO_8859_1).replace("~\n", "~");
        String operations = "{'op':'replace','path':'/lines/0/units','value':3},"
                + "{'op':'add','path':'/conditionCodes/-','value':'20'},"
                + "{'op':'add','path':'/occurrenceCodes/-','value':{'code':'11','date':'2025-03-01'}}";
        String expected = plain(Corrected.by(patch(operations), plain.getBytes(StandardCharsets.ISO_8859_1)));
        for (int width : new int[] {80, 17}) {
            String wrapped = plain.replaceAll("(.{" + width + "})", "$1\r\n");
            Corrected corrected = Corrected.by(patch(operations), wrapped.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(plain(corrected))
                    .as("lines of " + width)
                    .isEqualTo(expected)
                    .isNotEqualTo(plain);
            assertThat(new String(corrected.bytes(), StandardCharsets.ISO_8859_1))
                    .contains("\r\n");
        }
    }

    private static String plain(Corrected corrected) {
        return new String(corrected.bytes(), StandardCharsets.ISO_8859_1).replaceAll("[\r\n]", "");
    }
}
