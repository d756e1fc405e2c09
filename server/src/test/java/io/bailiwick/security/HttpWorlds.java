package io.bailiwick.security;

import io.bailiwick.Panel;
import io.bailiwick.Visitor;
import io.bailiwick.accounts.Account;
import io.bailiwick.conformance.Candidate;
import io.bailiwick.conformance.Judge;
import io.bailiwick.conformance.World;
import io.bailiwick.conformance.WorldRefused;
import io.bailiwick.guard.PanelArea;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The server as an implementation of the access model: a world is made by calls of the REST API, asked about and changed
 * there. All worlds of a candidate live in one account, told apart by a number in every name.
 */
final class HttpWorlds implements Candidate {
    /** How every user of every world signs in. */
    static final String PASSWORD = "gravel orchid lantern 1729 tuba";

    private final Panel panel;
    private final Account account;
    private final Visitor administrator;
    private int made;

    /** Made by that unrestricted Administrator of the account. */
    HttpWorlds(Panel panel, Account account, Visitor administrator) {
        this.panel = panel;
        this.account = account;
        this.administrator = administrator;
    }

    @Override
    public Judge judge(World world) {
        return new HttpAdministration(panel, account, administrator, world, make(world));
    }

    /** Whether the areas of the panel itself that the world has are there as it has them. */
    static boolean canMake(World world) {
        return world.areas().stream()
                .filter(area -> area.application().equals(World.BUILT_IN))
                .allMatch(HttpWorlds::isThere);
    }

    private static boolean isThere(World.Area area) {
        return Stream.of(PanelArea.values())
                .anyMatch(own -> own.title().equals(area.name())
                        && own.gate().name().equals(area.gate().name()));
    }

    /** The applications that a world has. */
    static Stream<String> applications(World world) {
        return Stream.concat(
                        Stream.of(World.APPLICATION), world.areas().stream().map(World.Area::application))
                .distinct();
    }

    /** Makes the world, and tells what things are called in it. */
    HttpNames make(World world) {
        made++;
        var names = new HttpNames("-" + made);
        var forms = new HttpForms(names);
        applications(world)
                .filter(key -> !key.equals(World.BUILT_IN))
                .forEach(key -> make(names, "applications", key, forms.application(key)));
        world.areas().stream()
                .filter(area -> !area.application().equals(World.BUILT_IN))
                .forEach(area -> make(names, "areas", area.id(), forms.area(area)));
        world.groups().forEach(group -> make(names, "groups", group.name(), forms.group(group)));
        world.resellers().forEach(key -> make(names, "resellers", key, forms.reseller(key)));
        world.partners().forEach(partner -> make(names, "partners", partner.key(), forms.partner(partner)));
        world.users().forEach(user -> make(names, forms, user));
        return names;
    }

    private void make(HttpNames names, HttpForms forms, World.User user) {
        make(names, "users", user.name(), forms.newUser(user));
        if (user.status() == World.Status.DISABLED) {
            var path = "/api/v1/users/" + names.id("users", user.name());
            taken(administrator.patch(path, Map.of("status", "disabled")));
        }
    }

    private void make(HttpNames names, String kind, String name, Object form) {
        var answer = taken(administrator.post("/api/v1/" + kind, form));
        names.made(kind, name, answer.json().path("id").asString());
    }

    private static Visitor.Answer taken(Visitor.Answer answer) {
        if (answer.status() == 409 || answer.status() == 422) {
            throw new WorldRefused(answer.body());
        }
        if (answer.status() >= 300) {
            throw new IllegalStateException(answer.status() + " " + answer.body());
        }
        return answer;
    }
}
