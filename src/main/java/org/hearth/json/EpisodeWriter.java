package org.hearth.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.hearth.claim.Claim;
import org.hearth.episode.Course;
import org.hearth.episode.Episode;
import org.hearth.episode.EpisodeAnswer;
import org.hearth.episode.JudgedClaim;
import org.hearth.facts.FactsEdition;
import org.hearth.facts.functional.ReportingDay;

/**
 * Writes episodes as JSON. Equal answers give the same text. A member without a value is left out; lists are not. Of the
 * beneficiary nothing is written.
 */
public final class EpisodeWriter {

    private final JsonGenerator json;
    private final Members members;

    private EpisodeWriter(JsonGenerator json) {
        this.json = json;
        this.members = new Members(json);
    }

    /** The answer over several lines, indented by two blanks, with a line break at its end. */
    public static String indented(EpisodeAnswer answer) {
        return Json.indented(json -> new EpisodeWriter(json).write(answer)) + "\n";
    }

    private void write(EpisodeAnswer answer) throws IOException {
        json.writeStartObject();
        members.text("ruleset", answer.ruleset());
        members.number("facts", FactsEdition.CURRENT);
        members.objects("episodes", answer.episodes(), this::episode);
        members.objects("problems", answer.unread(), unread -> {
            members.text("file", unread.file());
            members.text("claimId", unread.claimId());
            members.text("message", unread.why());
        });
        json.writeNumberField("leftOut", answer.leftOut());
        json.writeBooleanField("whole", answer.whole());
        json.writeEndObject();
    }

    private void episode(Episode episode) throws IOException {
        members.number("episode", episode.number());
        members.text("billingProviderNpi", episode.billingProviderNpi());
        members.flag("memberKnown", episode.memberKnown());
        members.date("from", episode.from());
        members.date("through", episode.through());
        members.objects("claims", episode.claims(), this::claim);
        members.objects("courses", episode.courses(), this::course);
        members.objects("periods", episode.periods(), period -> {
            members.date("from", period.from());
            members.date("through", period.through());
            members.text("place", period.place());
            members.text("whose", period.whose());
            members.text("claimId", period.claimId());
        });
        members.objects("notices", episode.notices(), notice -> {
            members.date("admission", notice.admission());
            members.date("received", notice.received());
            members.date("due", notice.due());
            members.flag("late", notice.late());
            members.flag("cancels", notice.cancels());
            members.text("claimId", notice.claimId());
        });
        members.objects("certifications", episode.certifications(), span -> {
            members.name("discipline", span.discipline());
            members.date("from", span.from());
            members.date("through", span.through());
            members.date("signed", span.signed());
            members.date("signatureDue", span.signatureDue());
        });
        members.objects("amounts", episode.amounts(), amount -> {
            members.number("year", amount.year());
            members.name("bucket", amount.bucket());
            members.number("used", amount.used());
            members.number("amount", amount.amount());
            members.text("regime", amount.regime());
            members.date("passed", amount.passed());
            members.flag("beforeKnown", amount.beforeKnown());
            members.number("unknownLines", amount.unknownLines());
        });
        members.objects("discharges", episode.discharges(), discharge -> {
            members.date("on", discharge.on());
            members.name("discipline", discharge.discipline());
            members.text("how", discharge.how());
            members.text("claimId", discharge.claimId());
        });
        members.objects("next", episode.next(), due -> {
            members.text("what", due.what());
            members.name("discipline", due.discipline());
            members.date("by", due.by());
            members.number("treatmentDays", due.treatmentDays());
        });
    }

    private void claim(JudgedClaim judged) throws IOException {
        Claim claim = judged.claim();
        members.text("claimId", claim.claimId());
        members.text("typeOfBill", claim.typeOfBill().code());
        members.text("kind", judged.kind());
        members.date("from", claim.statementFrom());
        members.date("through", claim.statementThrough());
        members.date("admissionDate", claim.admissionDate());
        members.date("receivedDate", claim.receivedDate());
        members.text("patientStatus", claim.patientStatus());
        members.flag("stands", judged.stands());
        members.objects("marks", judged.findings(), mark -> {
            members.date("on", mark.on());
            members.text("id", mark.finding().id());
            members.name("effect", mark.finding().effect());
            members.number("line", mark.finding().line());
        });
        json.writeFieldName("evaluation");
        EvaluationWriter.write(json, judged.evaluation());
    }

    private void course(Course course) throws IOException {
        members.name("discipline", course.discipline());
        members.objects("days", course.days(), day -> {
            members.date("on", day.on());
            members.text("claimId", day.claimId());
            members.number("number", day.number());
            members.flag("startKnown", day.startKnown());
            members.number("dayInPeriod", day.dayInPeriod() == 0 ? null : (Integer) day.dayInPeriod());
            members.flag("evaluation", day.evaluation());
            members.objects("reports", day.reports(), this::report);
        });
        members.objects("limitations", course.limitations(), limitation -> {
            members.text("name", limitation.name());
            members.date("opened", limitation.opened());
            members.date("ended", limitation.ended());
            members.flag("endReported", limitation.ended() == null ? null : (Boolean) limitation.reported());
        });
        members.objects("visits", course.visits(), visit -> {
            members.date("on", visit.on());
            members.text("claimId", visit.claimId());
            members.text("who", visit.who());
            members.text("hcpcs", visit.hcpcs());
        });
        members.objects("reassessments", course.reassessments(), reassessment -> {
            members.date("made", reassessment.made());
            members.date("due", reassessment.due());
            members.date("next", reassessment.next());
            members.flag("late", reassessment.late());
        });
    }

    private void report(ReportingDay report) throws IOException {
        members.text("due", report.due());
        members.texts("required", report.required());
        members.texts("reported", report.reported());
        members.texts("missing", report.missing());
    }
}
