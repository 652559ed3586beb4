package org.hearth.x12.acknowledgement;

import org.hearth.x12.segment.Segment;
import org.hearth.x12.segment.SegmentListener;

/** The sender and receiver of the interchange and the group being read, who change places in an answer. */
final class ReceivedFile implements SegmentListener {

    private String senderQualifier;
    private String sender;
    private String receiverQualifier;
    private String receiver;
    private String usage;
    private String groupKind;
    private String groupSender;
    private String groupReceiver;
    private String groupControl;
    private String groupVersion;

    @Override
    public void read(Segment segment) {
        if (segment.tag().equals("ISA")) {
            senderQualifier = segment.text(5);
            sender = segment.text(6);
            receiverQualifier = segment.text(7);
            receiver = segment.text(8);
            usage = segment.text(15);
        } else if (segment.tag().equals("GS")) {
            groupKind = segment.text(1);
            groupSender = segment.text(2);
            groupReceiver = segment.text(3);
            groupControl = segment.text(6);
            groupVersion = segment.text(8);
        }
    }

    String senderQualifier() {
        return senderQualifier;
    }

    String sender() {
        return sender;
    }

    String receiverQualifier() {
        return receiverQualifier;
    }

    String receiver() {
        return receiver;
    }

    /** {@code P} or {@code T} (ISA15). */
    String usage() {
        return usage;
    }

    /** {@code HC} for claims (GS01). */
    String groupKind() {
        return groupKind;
    }

    String groupSender() {
        return groupSender;
    }

    String groupReceiver() {
        return groupReceiver;
    }

    String groupControl() {
        return groupControl;
    }

    String groupVersion() {
        return groupVersion;
    }
}
