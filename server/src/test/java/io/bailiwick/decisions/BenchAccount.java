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
import io.bailiwick.users.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An account of five hundred areas, forty groups and as many users as are wanted, for what is timed. */
final class BenchAccount {
    static final int AREAS = 500;

    private static final int GROUPS = 40;
    private static final int RULES = 50;
    private static final String EMAIL = "ada@bench.example";
    private static final String PASSWORD = "gravel orchid lantern 93 tuba";

    final Account account;
    final Actor server;
    final Person ada;
    final List<UUID> areas = new ArrayList<>();
    final List<GroupId> groups = new ArrayList<>();

    private final JdbcClient jdbc;

    BenchAccount(ApplicationContext context, int users) {
        account = context.getBean(Accounts.class).create("Bench");
        server = Actor.server(account.id());
        jdbc = context.getBean(JdbcClient.class);
        var first = context.getBean(Users.class).createFirst(account, "Ada", EMAIL, PASSWORD);
        ada = new Person(first.id(), account, EMAIL, "Ada", Role.ADMINISTRATOR, PASSWORD);
        context.getBean(Applications.class).create(server, new ApplicationForm("Shop", "shop", List.of()));
        for (int area = 0; area < AREAS; area++) {
            var path = "/part" + area / 10 + (area % 10 == 0 ? "" : "/piece" + area % 10);
            areas.add(context.getBean(Areas.class)
                    .create(server, new AreaForm("shop", "Area " + area, List.of(AreaForm.Path.of(path)), "open", null))
                    .id()
                    .value());
        }
        for (int group = 0; group < GROUPS; group++) {
            groups.add(context.getBean(Groups.class).create(server, group(group)));
        }
        people(users);
    }

    /** A number that the database tells of this account. */
    long count(String sql) {
        return jdbc.sql(sql)
                .param("account", account.id().value())
                .query(Long.class)
                .single();
    }

    /** How many members the group has. */
    long members(GroupId group) {
        return count("select count(*) from memberships where account = :account and group_id = '" + group + "'");
    }

    /** Everybody but Ada, whom a group would limit, is in the first group, and half as many in each of the others as before. */
    private void people(int number) {
        jdbc.sql("""
                insert into users (account, id, name, email, role, data_access, status, password)
                select :account, gen_random_uuid(), 'Person ' || n, 'p' || n || '@bench.example',
                    case when n % 50 = 0 then 'administrator' else 'normal' end,
                    case when n % 50 = 0 or n % 3 = 0 then 'all' else 'none' end, 'active', 'x'
                from generate_series(1, :number) as n
                """)
                .param("account", account.id().value())
                .param("number", number)
                .update();
        for (int group = 0; group < GROUPS; group++) {
            jdbc.sql("""
                    insert into memberships (account, user_id, group_id)
                    select account, id, :group from users
                    where account = :account and id <> :ada and hashtextextended(id::text, :seed) % :share = 0
                    """)
                    .param("account", account.id().value())
                    .param("ada", ada.id().value())
                    .param("group", groups.get(group).value())
                    .param("seed", group)
                    .param("share", 1L << Math.min(group, 5))
                    .update();
        }
        jdbc.sql("analyze").update();
    }

    private GroupForm group(int number) {
        var rules = new ArrayList<RuleForm>();
        for (int rule = 0; rule < RULES; rule++) {
            var area = areas.get((number * 31 + rule * 7) % AREAS);
            rules.add(new RuleForm(area.toString(), List.of("read", "update"), rule % 10 == 0 ? "deny" : "allow"));
        }
        return new GroupForm("Group " + number, "exceptions", List.of("create", "read"), rules);
    }
}
