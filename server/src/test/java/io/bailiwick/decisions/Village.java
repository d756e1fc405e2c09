package io.bailiwick.decisions;

import io.bailiwick.accounts.Account;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.areas.ApplicationForm;
import io.bailiwick.areas.Applications;
import io.bailiwick.areas.AreaForm;
import io.bailiwick.areas.Areas;
import io.bailiwick.engine.AreaDefinition;
import io.bailiwick.groups.GroupForm;
import io.bailiwick.groups.GroupForm.RuleForm;
import io.bailiwick.groups.Groups;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import io.bailiwick.model.AreaGate;
import io.bailiwick.partners.PartnerForm;
import io.bailiwick.partners.PartnerId;
import io.bailiwick.partners.Partners;
import io.bailiwick.partners.ResellerForm;
import io.bailiwick.partners.Resellers;
import io.bailiwick.users.UserForm;
import io.bailiwick.users.UserForm.DataAccessForm;
import io.bailiwick.users.Users;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An account made at random, always the same by the same seed, with everything that decides. */
final class Village {
    private static final String PASSWORD = "gravel orchid lantern 17 tuba";
    private static final List<String> WORDS =
            Stream.of(Action.values()).map(Action::word).toList();
    private static final List<String> PATHS =
            List.of("/a", "/a/b", "/a/b/c", "/a/{x}", "/d", "/d/{y}", "/d/{y}/e", "/f");
    static final List<String> RESELLERS = List.of("north", "south");

    private final ApplicationContext context;
    private final Random random;
    private final Account account;
    private final List<UserId> users = new ArrayList<>();
    private final List<UUID> groups = new ArrayList<>();
    private final List<UUID> areas = new ArrayList<>();
    private final List<UUID> partners = new ArrayList<>();
    private final List<UUID> unused = new ArrayList<>();
    private final Set<UserId> going = new HashSet<>();
    private int made;

    Village(ApplicationContext context, String name, int people, long seed) {
        this.context = context;
        this.random = new Random(seed);
        this.account = context.getBean(Accounts.class).create(name);
        users.add(context.getBean(Users.class)
                .createFirst(account, "Zed", "zed@village.example", PASSWORD)
                .id());
        context.getBean(Applications.class).create(server(), new ApplicationForm("Shop", "shop", List.of()));
        for (var path : PATHS) {
            areas.add(context.getBean(Areas.class)
                    .create(
                            server(),
                            new AreaForm("shop", "Area " + path, List.of(AreaForm.Path.of(path)), gate(), null))
                    .id()
                    .value());
        }
        RESELLERS.forEach(key ->
                context.getBean(Resellers.class).create(server(), new ResellerForm(key, key, key.equals("north"))));
        for (var key : List.of("acme", "globex", "initech", "hooli")) {
            partners.add(context.getBean(Partners.class)
                    .create(server(), new PartnerForm(key, key, reseller(), !oneIn(4)))
                    .value());
        }
        for (int number = 0; number < 14; number++) {
            groups.add(context.getBean(Groups.class)
                    .create(server(), group("Group " + number))
                    .value());
        }
        for (int number = 0; number < people; number++) {
            users.add(context.getBean(Users.class)
                    .create(server(), user(number % 3 == 0 ? "\uD83D\uDE00 Same" : "Same"), PASSWORD)
                    .id());
        }
    }

    Actor server() {
        return Actor.server(account.id());
    }

    /** Everybody who is there but the first, who has to stay as he is. */
    List<UserId> people() {
        return users.stream().skip(1).filter(user -> !going.contains(user)).toList();
    }

    /** The user is about to be deleted: nothing else is done to him. */
    void goes(UserId user) {
        going.add(user);
    }

    /** A new partner that nothing refers to. */
    PartnerId unusedPartner() {
        var key = "unused" + made++;
        var id = context.getBean(Partners.class).create(server(), new PartnerForm(key, key, reseller(), true));
        unused.add(id.value());
        return id;
    }

    List<UUID> groups() {
        return groups;
    }

    List<UUID> areas() {
        return areas;
    }

    List<UUID> partners() {
        return partners;
    }

    <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    boolean oneIn(int number) {
        return random.nextInt(number) == 0;
    }

    String gate() {
        return any(List.of("open", "open", "open", "staff", "administration", "jobs", "integration-configuration"));
    }

    @Nullable
    String reseller() {
        return random.nextBoolean() ? null : any(RESELLERS);
    }

    /** The first path stays, so that nothing collides; others may be below it. */
    List<AreaForm.Path> paths(String first) {
        return random.nextBoolean()
                ? List.of(AreaForm.Path.of(first))
                : List.of(AreaForm.Path.of(first), AreaForm.Path.of("/z" + made++ + first));
    }

    GroupForm group(String name) {
        var rules = new ArrayList<RuleForm>();
        var panel = Stream.of("Users", "Groups", "Resellers", "Outgoing mail").map(area -> "cockpit/" + area);
        var named = Stream.concat(panel, areas.stream().map(UUID::toString));
        named.forEach(area -> {
            if (oneIn(4)) {
                rules.add(new RuleForm(area, access(), oneIn(3) ? "deny" : "allow"));
            }
        });
        return new GroupForm(name, random.nextBoolean() ? "only-listed" : "exceptions", access(), rules);
    }

    UserForm user(String name) {
        var role = any(List.of("administrator", "normal", "normal", "partner"));
        var reseller = reseller();
        var in = new ArrayList<String>();
        for (var group : groups) {
            if (oneIn(6)) {
                in.add(group.toString());
            }
        }
        if (in.isEmpty() && reseller != null) {
            in.add(any(groups).toString());
        }
        var permissions = role.equals("partner") ? List.<String>of() : List.of("jobs", "integration-configuration");
        return new UserForm(
                "user" + made++ + "@village.example",
                name,
                role,
                in,
                random.nextBoolean() ? permissions : List.of(),
                data(role),
                reseller,
                "UTC",
                List.of(),
                false,
                false,
                null);
    }

    /** Puts so many new users into the group and no other, past every façade: making them one by one would take long. */
    void join(UUID group, int from, int number) {
        var jdbc = context.getBean(JdbcClient.class);
        jdbc.sql("""
                insert into users (account, id, name, email, role, data_access, status, password)
                select :account, gen_random_uuid(), 'Many ' || n, 'many' || n || '@village.example', 'normal', 'none',
                    'active', 'x'
                from generate_series(:first, :last) as n
                """)
                .param("account", account.id().value())
                .param("first", from)
                .param("last", from + number - 1)
                .update();
        jdbc.sql("""
                insert into memberships (account, user_id, group_id)
                select account, id, :group from users where account = :account and email like 'many%'
                on conflict do nothing
                """)
                .param("account", account.id().value())
                .param("group", group)
                .update();
    }

    /** Puts one in so many of those who joined into this group as well. */
    void join(UUID group, int oneIn) {
        context.getBean(JdbcClient.class)
                .sql("""
                insert into memberships (account, user_id, group_id)
                select account, id, :group from users
                where account = :account and email like 'many%' and hashtext(email) % :share = 0
                """)
                .param("account", account.id().value())
                .param("group", group)
                .param("share", oneIn)
                .update();
    }

    /** Those who joined. */
    List<UUID> crowd() {
        return context.getBean(JdbcClient.class)
                .sql("select id from users where account = :account and email like 'many%'")
                .param("account", account.id().value())
                .query(UUID.class)
                .list();
    }

    private @Nullable DataAccessForm data(String role) {
        var keys = List.of("acme", "globex", "initech", "hooli");
        return switch (role) {
            case "administrator" -> null;
            case "partner" -> new DataAccessForm("selected", List.of(any(keys)));
            default ->
                switch (random.nextInt(3)) {
                    case 0 -> new DataAccessForm("none", null);
                    case 1 -> new DataAccessForm("all", null);
                    default -> new DataAccessForm("selected", List.of("acme", any(keys.subList(1, 4))));
                };
        };
    }

    private List<String> access() {
        return WORDS.stream().filter(word -> random.nextBoolean()).toList();
    }

    /** What the engine decides for everybody: `user area action`, and `user partner data`. */
    Map<String, Boolean> decisions() {
        var policy = context.getBean(Policies.class).newest(account.id());
        var panelAreas = new HashMap<UUID, PanelArea>();
        policy.panel().areas().forEach((area, id) -> panelAreas.put(id, area));
        var oneself = policy.panel().area(PanelArea.ONESELF);
        var decisions = new HashMap<String, Boolean>();
        for (var id : users) {
            var there = policy.person(id);
            if (there.isEmpty()) {
                stranger(id, policy.policy().definition().areas(), decisions);
                continue;
            }
            var person = there.get();
            for (var area : policy.policy().definition().areas()) {
                for (var action : Action.values()) {
                    var decision = person.subject().decide(area.id(), action, "127.0.0.1", null);
                    var panelArea = panelAreas.get(area.id());
                    var allowed = panelArea == null
                            ? decision.allowed()
                            : AboveResellers.decided(panelArea, person, decision)
                                    .allowed();
                    decisions.put(id + " " + area.id() + " " + action.word(), allowed);
                }
            }
            for (var partner : Stream.concat(partners.stream(), unused.stream()).toList()) {
                decisions.put(
                        id + " " + partner + " data",
                        person.subject()
                                .decide(oneself, Action.READ, "127.0.0.1", partner)
                                .allowed());
            }
        }
        return decisions;
    }

    /** Somebody who is not there may do what anybody may. */
    private static void stranger(UserId id, List<AreaDefinition> areas, Map<String, Boolean> decisions) {
        areas.stream().filter(area -> area.gate() == AreaGate.PUBLIC).forEach(area -> {
            for (var action : Action.values()) {
                decisions.put(id + " " + area.id() + " " + action.word(), true);
            }
        });
    }
}
