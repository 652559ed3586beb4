package org.hearth.web.identity;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a call does, as far as it matters who makes it: the roles of which one is needed, and who may where nobody is identified. */
public enum Right {
    /** To see what shows nothing of claims, tables or people: the parts of the pages, the description of the calls. */
    LOOK(true),
    /** To read what claims are judged by. */
    READ(true, Role.BILLER, Role.ANALYST, Role.APPROVER, Role.OPERATOR),
    /** To have claims judged, corrected and drawn. */
    JUDGE(true, Role.BILLER),
    /** To say what was sent, and to see it again. */
    SENT(false, Role.BILLER),
    /** To see what a ruleset does to claims. */
    COMPARE(true, Role.ANALYST, Role.APPROVER, Role.OPERATOR),
    /** To see drafts and releases, and to try them. */
    REVIEW(false, Role.ANALYST, Role.APPROVER, Role.OPERATOR),
    /** To make drafts, change and propose them. */
    DRAFT(false, Role.ANALYST),
    /** To send a proposed draft back, or take an approval back whose day has not come. */
    SEND_BACK(false, Role.ANALYST, Role.APPROVER),
    /** To approve what another has proposed. */
    APPROVE(false, Role.APPROVER),
    /** To have workbooks checked that are kept nowhere. */
    CHECK(false, Role.ANALYST, Role.OPERATOR),
    /** To keep rulesets, make another one active, and go back. */
    RELEASE(false, Role.OPERATOR),
    /** To see how the service runs. */
    OPERATE(false, Role.OPERATOR);

    private final boolean anybody;
    private final Set<Role> roles = EnumSet.noneOf(Role.class);

    Right(boolean anybody, Role... roles) {
        this.anybody = anybody;
        this.roles.addAll(Set.of(roles));
    }

    /** Whether anybody has it where nobody is identified; otherwise it is the operator's there. */
    public boolean isAnybodys() {
        return anybody;
    }

    /** Whether nobody needs to be identified for it, wherever people are. */
    public boolean isOpen() {
        return roles.isEmpty();
    }

    /** The roles of which one is needed; empty if none is. */
    public Set<Role> roles() {
        return Collections.unmodifiableSet(roles);
    }

    /** The roles in words, such as {@code analyst or approver}; empty if none is needed. */
    public String inWords() {
        return roles.stream().map(Role::toString).collect(Collectors.joining(" or "));
    }
}
