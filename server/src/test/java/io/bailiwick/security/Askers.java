package io.bailiwick.security;

import io.bailiwick.Panel;
import io.bailiwick.Visitor;
import io.bailiwick.groups.GroupForm;
import io.bailiwick.groups.Groups;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Role;
import io.bailiwick.security.Town.Quarter;
import io.bailiwick.security.Town.Traits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody of every role and data access, within a reseller and without one, whom no group stops. */
final class Askers {
    static final Set<String> PARTNERS = Set.of("acme", "initech", "hooli");
    private static final String[] EVERY = {"jobs", "integration-configuration", "issue-comments", "reprocess-messages"};

    private final Panel panel;
    private final Town town;
    private final Quarter here;
    private final String open;
    private final List<Asker> all = new ArrayList<>();

    /**
     * One of them.
     *
     * @param sees the partners whose data the model says that this person sees
     * @param reseller whose person it is, or null
     */
    record Asker(
            String kind,
            Visitor visitor,
            Role role,
            Set<String> sees,
            @Nullable String reseller) {
        Visitor.Answer ask(Route route, Map<String, String> ids) {
            var body = route.body();
            var headers = body == null ? Map.<String, String>of() : Map.of("Content-Type", route.contentType());
            return visitor.send(route.method(), route.path(ids), body, headers);
        }
    }

    private Askers(Panel panel, Town town, Quarter here, String open) {
        this.panel = panel;
        this.town = town;
        this.here = here;
        this.open = open;
    }

    /** Settles them in the account, whose mayor is the first of them. */
    static List<Asker> of(Panel panel, Town town, Groups groups, Quarter here) {
        var everything =
                new GroupForm("Everything", "exceptions", List.of("create", "read", "update", "delete"), List.of());
        var open = groups.create(Actor.server(here.account().id()), everything);
        return new Askers(panel, town, here, open.value().toString()).settled();
    }

    private List<Asker> settled() {
        var mayor = panel.signIn(here.mayor());
        all.add(new Asker("unrestricted Administrator", mayor, Role.ADMINISTRATOR, PARTNERS, null));
        add(
                "Administrator in a group",
                Role.ADMINISTRATOR,
                Traits.NONE.may(EVERY).in(open),
                PARTNERS);
        add("Administrator of a reseller", Role.ADMINISTRATOR, ofReseller(Traits.NONE, "north"), Set.of("initech"));
        add("Normal who sees all", Role.NORMAL, Traits.sees("all").may(EVERY), PARTNERS);
        add("Normal who sees one", Role.NORMAL, Traits.sees("selected", "acme").may(EVERY), Set.of("acme"));
        add("Normal who sees none", Role.NORMAL, Traits.sees("none").may(EVERY), Set.of());
        add("all of a reseller", Role.NORMAL, ofReseller(Traits.sees("all"), "south"), Set.of("hooli"));
        add(
                "some of a reseller",
                Role.NORMAL,
                ofReseller(Traits.sees("selected", "initech"), "north"),
                Set.of("initech"));
        add("none of a reseller", Role.NORMAL, ofReseller(Traits.sees("none"), "north"), Set.of());
        add("Partner", Role.PARTNER, Traits.sees("selected", "hooli").may("issue-comments"), Set.of("hooli"));
        add(
                "Partner of a reseller",
                Role.PARTNER,
                Traits.sees("selected", "initech")
                        .may("issue-comments")
                        .in(open)
                        .of("north"),
                Set.of("initech"));
        return all;
    }

    private Traits ofReseller(Traits traits, String reseller) {
        return traits.may(EVERY).in(open).of(reseller);
    }

    private void add(String kind, Role role, Traits traits, Set<String> sees) {
        var person = town.add(here, "Drawer " + all.size() + " Opener", role, traits);
        all.add(new Asker(kind, panel.signIn(person), role, sees, traits.reseller()));
    }
}
