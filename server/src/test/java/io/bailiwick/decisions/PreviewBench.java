package io.bailiwick.decisions;

import io.bailiwick.BailiwickApplication;
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
import io.bailiwick.guard.GroupRights;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Access;
import io.bailiwick.model.AreaGate;
import io.bailiwick.model.Effect;
import io.bailiwick.model.GroupMode;
import io.bailiwick.model.MethodOverrides;
import io.bailiwick.model.PathPattern;
import io.bailiwick.partners.PartnerForm;
import io.bailiwick.partners.Partners;
import io.bailiwick.previews.Previews;
import io.bailiwick.previews.Proposal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says how long a preview takes in an account of many users, groups and areas, on a server with its own PostgreSQL. */
@SuppressWarnings("SystemOut") // its figures are what it is for
public final class PreviewBench {
    private static final int AREAS = 500;
    private static final int GROUPS = 40;
    private static final int RULES = 50;
    private static final int WARM = 10;
    private static final int TURNS = 30;

    private final ApplicationContext context;
    private final Account account;
    private final Actor server;
    private final JdbcClient jdbc;
    private final List<UUID> areas = new ArrayList<>();
    private final List<GroupId> groups = new ArrayList<>();

    private PreviewBench(ApplicationContext context) {
        this.context = context;
        this.account = context.getBean(Accounts.class).create("Bench");
        this.server = Actor.server(account.id());
        this.jdbc = context.getBean(JdbcClient.class);
    }

    /** @param arguments how many users; ten thousand when it is left out */
    public static void main(String[] arguments) {
        var number = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0].replace("_", ""));
        try (var context = new SpringApplicationBuilder(BailiwickApplication.class)
                .properties("logging.level.root=warn", "bailiwick.port=0", "bailiwick.management-port=0")
                .run()) {
            new PreviewBench(context).run(number);
        }
    }

    private void run(int number) {
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
        var acme = context.getBean(Partners.class).create(server, new PartnerForm("Acme", "acme", null, true));
        people(number);
        System.out.printf(
                Locale.ROOT,
                "%,d users at %,d standings, %d in the first group, %d areas%n",
                number,
                count("select count(*) from standings where account = :account"),
                count("select count(*) from memberships where account = :account and group_id = '" + groups.getFirst()
                        + "'"),
                AREAS);
        System.out.printf("%-44s %10s %10s %12s%n", "milliseconds at the server", "median", "p95", "changes");
        var proposals = new LinkedHashMap<String, Proposal>();
        proposals.put("a group of everybody closes all", closes(groups.getFirst()));
        proposals.put("a group of some opens all", opens(groups.getLast()));
        proposals.put(
                "a group of everybody goes",
                new Proposal.GroupGoes(groups.getFirst().value(), null));
        proposals.put(
                "an area's gate closes",
                new Proposal.AreaBecomes(
                        areas.getFirst(),
                        application(),
                        "Area 0",
                        AreaGate.ADMINISTRATION,
                        List.of(new Proposal.AreaBecomes.Path(PathPattern.parse("/part0"), MethodOverrides.NONE))));
        proposals.put("a partner is switched off", new Proposal.PartnerBecomes(acme.value(), null, false));
        proposals.forEach(this::time);
    }

    private void time(String what, Proposal proposal) {
        var previews = context.getBean(Previews.class);
        var times = new ArrayList<Double>();
        long changes = 0;
        for (int turn = 0; turn < WARM + TURNS; turn++) {
            var begun = System.nanoTime();
            var page = previews.of(server, proposal).changes();
            if (turn >= WARM) {
                times.add((System.nanoTime() - begun) / 1e6);
            }
            changes = page == null ? 0 : page.total();
        }
        times.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%-44s %10.1f %10.1f %,12d%n",
                what,
                times.get(TURNS / 2),
                times.get(TURNS * 95 / 100),
                changes);
    }

    /** Everybody is in the first group, and half as many in each of the others as in the one before. */
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
                    where account = :account and hashtextextended(id::text, :seed) % :share = 0
                    """)
                    .param("account", account.id().value())
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

    private static Proposal closes(GroupId group) {
        return new Proposal.GroupBecomes(group.value(), new GroupRights(GroupMode.EXCEPTIONS, Access.NONE, List.of()));
    }

    private Proposal opens(GroupId group) {
        var rules = areas.stream()
                .map(area -> new GroupRights.Rule(area, Access.ALL, Effect.ALLOW))
                .toList();
        return new Proposal.GroupBecomes(group.value(), new GroupRights(GroupMode.EXCEPTIONS, Access.ALL, rules));
    }

    private UUID application() {
        return context.getBean(Areas.class).all(account.id()).stream()
                .filter(area -> area.applicationKey().equals("shop"))
                .findFirst()
                .orElseThrow()
                .application()
                .value();
    }

    private long count(String sql) {
        return jdbc.sql(sql)
                .param("account", account.id().value())
                .query(Long.class)
                .single();
    }
}
