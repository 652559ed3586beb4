package org.hearth.web.identity;

import io.vertx.ext.web.RoutingContext;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.hearth.ledger.Person;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * Who makes a request.
 *
 * @param subject what the provider of identities names them by; {@code null} where the service does not know who calls
 * @param name for people; {@code null} with the subject
 * @param roles what they are in Hearth
 */
public record Caller(String subject, String name, Set<Role> roles) {

    /** Of whom nothing is known. */
    public static final Caller NOBODY = new Caller(null, null, Set.of());

    private static final String KEY = Caller.class.getName();

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Who makes the request at hand, as the guard found. */
    public static Caller now() {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        return request == null ? NOBODY : of(request.unwrap(RoutingContext.class));
    }

    /** Who makes a request, as the guard found. */
    public static Caller of(RoutingContext request) {
        Caller known = request == null ? null : request.get(KEY);
        return known == null ? NOBODY : known;
    }

    /** Says who makes a request. */
    public void makes(RoutingContext request) {
        request.put(KEY, this);
    }

    /** Whether the service knows who it is. */
    public boolean identified() {
        return subject != null;
    }

    /** Whether their roles are enough; of somebody who is not identified, whether anybody's are. */
    public boolean may(Right right) {
        return identified() ? right.isOpen() || right.roles().stream().anyMatch(roles::contains) : right.isAnybodys();
    }

    /** Who is recorded; of somebody whom the service knows alone. */
    public Person person() {
        return new Person(name, subject);
    }

    /** Their roles as words, such as {@code analyst approver}; empty if they have none. */
    public String rolesInWords() {
        return roles.isEmpty()
                ? ""
                : EnumSet.copyOf(roles).stream().map(Role::toString).collect(Collectors.joining(" "));
    }
}
