package org.hearth.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hearth.claim.Location;
import org.hearth.finding.Condition;
import org.hearth.finding.Finding;
import org.hearth.finding.PatchOperation;
import org.hearth.finding.Reason;
import org.hearth.finding.ResponseCodes;
import org.hearth.finding.RowReference;

/** Writes a finding. */
final class FindingWriter {

    private final JsonGenerator json;
    private final Members members;

    FindingWriter(JsonGenerator json) {
        this.json = json;
        this.members = new Members(json);
    }

    void fields(Finding finding) throws IOException {
        members.text("id", finding.id());
        members.text("title", finding.title());
        members.name("effect", finding.effect());
        members.text("severity", finding.effect().severity().label());
        members.number("line", finding.line());
        members.text("formLocator", finding.formLocator());
        members.text("field", finding.field());
        members.object("at", finding.at(), this::location);
        members.text("message", finding.message());
        members.text("fix", finding.fix());
        members.text("citation", finding.citation());
        members.object("row", finding.row(), this::row);
        members.text("rule", finding.rule());
        members.object("codes", finding.codes(), this::codes);
        if (!finding.patch().isEmpty()) {
            members.objects("patch", finding.patch(), this::operation);
            members.text("mend", finding.mend().word());
        }
        if (!finding.because().isEmpty()) {
            members.objects("because", finding.because(), this::reason);
        }
    }

    private void reason(Reason reason) throws IOException {
        members.text("fact", reason.fact());
        members.number("line", reason.line());
        members.text("rule", reason.rule());
        members.object("row", reason.row(), this::row);
        if (!reason.conditions().isEmpty()) {
            members.objects("conditions", reason.conditions(), this::condition);
        }
        if (!reason.values().isEmpty()) {
            json.writeObjectFieldStart("values");
            for (var value : reason.values().entrySet()) {
                members.text(value.getKey(), value.getValue());
            }
            json.writeEndObject();
        }
        if (!reason.rows().isEmpty()) {
            members.objects("rows", reason.rows(), this::row);
        }
        if (!reason.because().isEmpty()) {
            members.objects("because", reason.because(), this::reason);
        }
    }

    private void condition(Condition condition) throws IOException {
        members.text("condition", condition.asks());
        members.text("cell", condition.cell());
        members.text("wants", condition.wants());
        members.text("has", condition.has());
    }

    private void location(Location at) throws IOException {
        members.text("file", at.file());
        members.number("interchange", at.interchange());
        members.text("transaction", at.transaction());
        members.text("segment", at.segment());
        members.number("position", at.position());
        members.number("element", at.element());
    }

    private void row(RowReference row) throws IOException {
        members.text("table", row.table());
        members.text("row", row.row());
        members.text("workbook", row.workbook());
        members.text("sheet", row.sheet());
        members.text("cell", row.cell());
    }

    private void codes(ResponseCodes codes) throws IOException {
        json.writeStringField("fiss", codes.fiss());
        json.writeStringField("carc", codes.carc());
        json.writeStringField("rarc", codes.rarc());
        json.writeStringField("claimStatus", codes.claimStatus());
    }

    private void operation(PatchOperation operation) throws IOException {
        members.text("op", operation.op());
        members.text("path", operation.path());
        if (operation.value() != null) {
            json.writeFieldName("value");
            value(operation.value());
        }
    }

    private void value(Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            // By name, as an immutable map has another order in every process.
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((name, member) -> sorted.put(name.toString(), member));
            json.writeStartObject();
            for (var member : sorted.entrySet()) {
                json.writeFieldName(member.getKey());
                value(member.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object item : list) {
                value(item);
            }
            json.writeEndArray();
        } else if (value instanceof BigDecimal number) {
            json.writeNumber(number);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof String || value instanceof LocalDate) {
            json.writeString(value.toString());
        } else {
            throw new IllegalArgumentException(
                    "a patch cannot hold a " + value.getClass().getName());
        }
    }
}
