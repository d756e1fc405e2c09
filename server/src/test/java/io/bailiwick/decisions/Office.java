package io.bailiwick.decisions;

import io.bailiwick.Cast.Person;
import io.bailiwick.accounts.Account;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.areas.ApplicationForm;
import io.bailiwick.areas.Applications;
import io.bailiwick.areas.AreaForm;
import io.bailiwick.areas.Areas;
import io.bailiwick.groups.GroupForm;
import io.bailiwick.groups.GroupForm.RuleForm;
import io.bailiwick.groups.GroupId;
import io.bailiwick.groups.Groups;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Role;
import io.bailiwick.partners.PartnerForm;
import io.bailiwick.partners.Partners;
import io.bailiwick.partners.ResellerForm;
import io.bailiwick.partners.Resellers;
import io.bailiwick.users.UserForm;
import io.bailiwick.users.UserForm.DataAccessForm;
import io.bailiwick.users.Users;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** An account of its own, of one area, one partner and a few people, for tests of what would come of a change. */
final class Office {
    private static final String PASSWORD = "gravel orchid lantern 88 tuba";

    final Account account;
    /** Only the area Orders, to be read. */
    final GroupId clerks;

    final String orders;
    /** Unrestricted Administrator. */
    final Person ada;
    /** May change groups and not read users. */
    final Person eve;
    /** Administrator of the reseller North. */
    final Person rita;
    /** Clerk without data. */
    final Person fay;
    /** Clerk of the reseller North, with all of its data. */
    final Person gus;

    private final Users users;
    private final Groups groups;

    Office(ApplicationContext context, String name) {
        account = context.getBean(Accounts.class).create(name);
        users = context.getBean(Users.class);
        groups = context.getBean(Groups.class);
        var first = users.createFirst(account, "Ada First", "ada@office.example", PASSWORD);
        ada = new Person(first.id(), account, "ada@office.example", "Ada First", Role.ADMINISTRATOR, PASSWORD);
        context.getBean(Applications.class).create(server(), new ApplicationForm("Shop", "shop", List.of()));
        orders = context.getBean(Areas.class)
                .create(server(), new AreaForm("shop", "Orders", List.of(AreaForm.Path.of("/orders")), "open", null))
                .id()
                .toString();
        context.getBean(Resellers.class).create(server(), new ResellerForm("North", "north", true));
        context.getBean(Partners.class).create(server(), new PartnerForm("Acme", "acme", null, true));
        clerks = group("Clerks", new RuleForm("shop/Orders", List.of("read"), "allow"));
        var groupers = group(
                "Groupers",
                new RuleForm("cockpit/Groups", List.of("read", "update"), "allow"),
                new RuleForm("shop/Orders", List.of("read", "update"), "allow"));
        var desk = group(
                "Desk",
                new RuleForm("cockpit/Users", List.of("create", "read", "update"), "allow"),
                new RuleForm("shop/Orders", List.of("read"), "allow"));
        eve = add("Eve", Role.ADMINISTRATOR, groupers, null, null);
        rita = add("Rita", Role.ADMINISTRATOR, desk, "north", null);
        fay = add("Fay", Role.NORMAL, clerks, null, "none");
        gus = add("Gus", Role.NORMAL, clerks, "north", "all");
    }

    Actor server() {
        return Actor.server(account.id());
    }

    private GroupId group(String name, RuleForm... rules) {
        return groups.create(server(), new GroupForm(name, "only-listed", List.of(), List.of(rules)));
    }

    private Person add(String name, Role role, GroupId group, @Nullable String reseller, @Nullable String data) {
        var email = name.toLowerCase(Locale.ROOT) + "@office.example";
        var form = new UserForm(
                email,
                name,
                role.word(),
                List.of(group.toString()),
                List.of(),
                data == null ? null : new DataAccessForm(data, null),
                reseller,
                "UTC",
                List.of(),
                false,
                false,
                null);
        var user = users.create(server(), form, PASSWORD);
        return new Person(user.id(), account, email, name, role, PASSWORD);
    }
}
