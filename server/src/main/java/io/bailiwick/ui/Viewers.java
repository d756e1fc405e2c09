package io.bailiwick.ui;

import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Action;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.security.core.Authentication;

/** Tells who looks at a page. */
final class Viewers {
    private final Guard guard;
    private final AccountNames accounts;

    Viewers(Guard guard, AccountNames accounts) {
        this.guard = guard;
        this.accounts = accounts;
    }

    /** The signed-in person behind the request, empty when nobody is signed in. */
    Optional<Viewer> of(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof Actor actor
                ? Optional.of(new Person(actor, guard, nameOf(actor)))
                : Optional.empty();
    }

    private String nameOf(Actor actor) {
        try {
            return accounts.nameOf(actor.account());
        } catch (RuntimeException away) {
            return "";
        }
    }

    /** A page that tells of a fault must come out while the fault lasts: what cannot be decided is not shown. */
    private record Person(Actor actor, Guard guard, String account) implements Viewer {
        @Override
        public String name() {
            return actor.name();
        }

        @Override
        public String email() {
            return actor.email();
        }

        @Override
        public String role() {
            return "ui.role." + actor.role().word();
        }

        @Override
        public ZoneId zone() {
            return actor.zone();
        }

        @Override
        public boolean mayOpen(NavItem item) {
            try {
                return !actor.passwordChangeDue() && guard.may(actor, item.area(), Action.READ);
            } catch (RuntimeException undecided) {
                return false;
            }
        }
    }
}
