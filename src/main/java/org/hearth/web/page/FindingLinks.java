package org.hearth.web.page;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/**
 * Leads from a finding's page, served at {@code /findings/HHT-301}, to the pages of the findings that it names: a link to
 * the file of a page goes to the address that the page is served at, and an id in the text becomes a link.
 */
final class FindingLinks extends AbstractVisitor {

    private static final Pattern FILE = Pattern.compile("(?:\\.\\./[a-z0-9-]+/)?(HHT-[0-9]{3})-[a-z0-9-]+\\.md");
    private static final Pattern ID = Pattern.compile("HHT-[0-9]{3}");

    private final Set<String> known;

    /** @param known the ids of the findings that have a page */
    FindingLinks(Set<String> known) {
        this.known = known;
    }

    @Override
    public void visit(Link link) {
        Matcher file = FILE.matcher(link.getDestination());
        if (file.matches()) {
            link.setDestination(file.group(1));
        }
    }

    @Override
    public void visit(Text text) {
        String literal = text.getLiteral();
        Node after = text;
        int told = 0;
        for (Matcher id = ID.matcher(literal); id.find(); ) {
            if (known.contains(id.group())) {
                Link link = new Link(id.group(), null);
                link.appendChild(new Text(id.group()));
                after = next(after, new Text(literal.substring(told, id.start())));
                after = next(after, link);
                told = id.end();
            }
        }
        if (told > 0) {
            next(after, new Text(literal.substring(told)));
            text.unlink();
        }
    }

    private static Node next(Node before, Node inserted) {
        before.insertAfter(inserted);
        return inserted;
    }
}
