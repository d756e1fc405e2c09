package io.bailiwick.users;

import io.bailiwick.Cast.Person;
import io.bailiwick.accounts.Account;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.groups.GroupForm;
import io.bailiwick.groups.GroupForm.RuleForm;
import io.bailiwick.groups.GroupId;
import io.bailiwick.groups.Groups;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import io.bailiwick.partners.PartnerForm;
import io.bailiwick.partners.Partners;
import io.bailiwick.partners.ResellerForm;
import io.bailiwick.partners.Resellers;
import io.bailiwick.users.UserForm.DataAccessForm;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** An account of its own for tests that change it: partners, a reseller, groups and one unrestricted Administrator. */
final class House {
    static final String PASSWORD = "gravel orchid lantern 47";

    final Users users;
    final Selections selections;
    final Credentials credentials;
    final Account account;
    final Actor server;
    final Person ada;
    /** All four actions on every area. */
    final GroupId everything;
    /** Users may be created, read, updated and deleted; nothing else. */
    final GroupId desk;

    House(ApplicationContext context, String name) {
        users = context.getBean(Users.class);
        selections = context.getBean(Selections.class);
        credentials = context.getBean(Credentials.class);
        account = context.getBean(Accounts.class).create(name);
        server = Actor.server(account.id());
        var first = users.createFirst(account, "Ada Lovelace", "ada@house.example", PASSWORD);
        ada = person(first);
        context.getBean(Resellers.class).create(server, new ResellerForm("Southgate", "southgate", true));
        context.getBean(Resellers.class).create(server, new ResellerForm("Eastgate", "eastgate", true));
        var partners = context.getBean(Partners.class);
        partners.create(server, new PartnerForm("Acme", "acme", null, true));
        partners.create(server, new PartnerForm("Globex", "globex", null, true));
        partners.create(server, new PartnerForm("Initech", "initech", "southgate", true));
        var groups = context.getBean(Groups.class);
        everything = groups.create(
                server,
                new GroupForm("Everything", "exceptions", List.of("create", "read", "update", "delete"), List.of()));
        desk = groups.create(
                server,
                new GroupForm(
                        "Desk",
                        "only-listed",
                        List.of(),
                        List.of(new RuleForm(
                                "cockpit/Users", List.of("create", "read", "update", "delete"), "allow"))));
    }

    /** Somebody new, made by the server itself. */
    Person add(UserForm form) {
        return person(users.create(server, form, PASSWORD));
    }

    /** Deletes all of these or none, and says how many. */
    int deleteAll(Actor actor, UserId... users) {
        return selections
                .carryOut(actor, new Selection.These(List.of(users)), new Deed.Delete(), false, null)
                .changed();
    }

    Person person(User user) {
        return new Person(user.id(), account, user.email(), user.name(), user.role(), PASSWORD);
    }

    User get(Person person) {
        return users.get(server, person.id());
    }

    static UserForm normal(String name) {
        return form(name, "normal", List.of(), new DataAccessForm("none", null), null);
    }

    static UserForm administrator(String name, GroupId... groups) {
        return form(name, "administrator", List.of(groups), null, null);
    }

    static UserForm form(
            String name,
            @Nullable String role,
            List<GroupId> groups,
            @Nullable DataAccessForm data,
            @Nullable String reseller) {
        return new UserForm(
                name.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@house.example",
                name,
                role,
                groups.stream().map(GroupId::toString).toList(),
                List.of(),
                data,
                reseller,
                "UTC",
                List.of(),
                false,
                false,
                null);
    }
}
