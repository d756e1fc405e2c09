package io.bailiwick.decisions;

import io.bailiwick.accounts.Accounts;
import io.bailiwick.areas.ApplicationForm;
import io.bailiwick.areas.Applications;
import io.bailiwick.areas.AreaForm;
import io.bailiwick.areas.Areas;
import io.bailiwick.groups.GroupForm;
import io.bailiwick.groups.GroupForm.RuleForm;
import io.bailiwick.groups.Groups;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.partners.PartnerForm;
import io.bailiwick.partners.Partners;
import io.bailiwick.partners.ResellerForm;
import io.bailiwick.partners.Resellers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An account of its own in the real database with an application, areas one below another, groups, partners and resellers,
 * and users of every kind, all at random. The users are rows alone, without a password that anybody knows.
 */
final class RandomAccount {
    private static final List<String> WORDS = List.of("create", "read", "update", "delete");
    private static final List<String> GATES =
            List.of("open", "open", "staff", "administration", "jobs", "issue-comments");
    private static final List<String> PERMISSIONS =
            List.of("jobs", "integration-configuration", "issue-comments", "reprocess-messages");
    private static final List<String> PATHS = List.of(
            "/orders",
            "/orders/{id}",
            "/orders/{id}/lines",
            "/invoices",
            "/invoices/{id}",
            "/stock",
            "/stock/{id}.csv");
    private static final List<String> NAMES = List.of("ada", "Bea", "张伟", "Çem", "öz", "Zoë", "🦊 Fox", "bea");

    final AccountId account;
    final Actor server;
    final List<UUID> users = new ArrayList<>();
    final List<UUID> partners = new ArrayList<>();
    final List<UUID> resellers = new ArrayList<>();
    final List<UUID> groups = new ArrayList<>();

    private final Random random;
    private final JdbcClient jdbc;

    RandomAccount(BeanFactory beans, long seed, int people) {
        random = new Random(seed);
        jdbc = beans.getBean(JdbcClient.class);
        account = beans.getBean(Accounts.class).create("Random " + seed).id();
        server = Actor.server(account);
        areas(beans.getBean(Applications.class), beans.getBean(Areas.class));
        groups(beans.getBean(Groups.class));
        partners(beans.getBean(Resellers.class), beans.getBean(Partners.class));
        for (int number = 0; number < people; number++) {
            users.add(user(number));
        }
    }

    /** The user as one who acts, from a place that every allow-list of his admits. */
    Actor acting(UUID user) {
        return new Actor(
                account,
                new io.bailiwick.kernel.UserId(user),
                user + "@random.example",
                "Somebody",
                io.bailiwick.model.Role.ADMINISTRATOR,
                java.time.ZoneOffset.UTC,
                "127.0.0.1",
                false);
    }

    private void areas(Applications applications, Areas areas) {
        applications.create(server, new ApplicationForm("Shop", "shop", List.of()));
        for (var path : PATHS) {
            areas.create(
                    server, new AreaForm("shop", "Area " + path, List.of(AreaForm.Path.of(path)), one(GATES), null));
        }
    }

    private void groups(Groups made) {
        var named =
                new ArrayList<>(PATHS.stream().map(path -> "shop/Area " + path).toList());
        named.addAll(List.of("cockpit/Users", "cockpit/Groups", "cockpit/Explain", "cockpit/Resellers"));
        for (int number = 0; number < 8; number++) {
            var rules = new LinkedHashMap<String, RuleForm>();
            for (int count = random.nextInt(5); count > 0; count--) {
                var effect = random.nextInt(3) == 0 ? "deny" : "allow";
                var area = one(named);
                rules.put(area + effect, new RuleForm(area, List.copyOf(some(WORDS)), effect));
            }
            var form = new GroupForm(
                    "Group " + number,
                    random.nextBoolean() ? "only-listed" : "exceptions",
                    List.copyOf(some(WORDS)),
                    List.copyOf(rules.values()));
            groups.add(made.create(server, form).value());
        }
    }

    private void partners(Resellers ofPartners, Partners made) {
        resellers.add(ofPartners
                .create(server, new ResellerForm("North", "north", true))
                .value());
        resellers.add(ofPartners
                .create(server, new ResellerForm("South", "south", false))
                .value());
        for (var key : List.of("acme", "globex", "initech", "hooli", "umbrella", "wonka")) {
            var reseller = switch (key) {
                case "initech", "wonka" -> "north";
                case "hooli" -> "south";
                default -> null;
            };
            var form = new PartnerForm(key, key, reseller, !key.equals("umbrella"));
            partners.add(made.create(server, form).value());
        }
    }

    private UUID user(int number) {
        var id = Ids.next();
        var role = one(List.of("administrator", "normal", "normal", "normal", "partner"));
        var data = role.equals("administrator") ? "all" : role.equals("partner") ? "selected" : one(DATA);
        var reseller = random.nextInt(4) == 0 ? one(resellers) : null;
        insert(id, number, role, data, reseller);
        for (var group : reseller == null && random.nextInt(4) == 0 ? Set.<UUID>of() : some(groups)) {
            tie("insert into memberships (account, user_id, group_id) values (:account, :user, :other)", id, group);
        }
        var chosen = role.equals("partner") ? Set.of(one(partners)) : some(partners);
        for (var partner : data.equals("selected") ? chosen : Set.<UUID>of()) {
            tie("insert into user_partners (account, user_id, partner) values (:account, :user, :other)", id, partner);
        }
        return id;
    }

    private static final List<String> DATA = List.of("all", "none", "selected", "selected");

    private void insert(UUID id, int number, String role, String data, @Nullable UUID reseller) {
        var permissions = role.equals("partner") ? List.of("issue-comments") : List.copyOf(some(PERMISSIONS));
        var status = random.nextInt(6) == 0 ? one(List.of("invited", "disabled")) : "active";
        jdbc.sql("""
                insert into users (account, id, name, email, role, permissions, data_access, reseller, status, password,
                    password_change_due)
                values (:account, :id, :name, :email, :role, :permissions, :data, :reseller, :status, 'x', :due)
                """)
                .param("account", account.value())
                .param("id", id)
                .param("name", one(NAMES) + " " + number % 7)
                .param("email", id + "@random.example")
                .param("role", role)
                .param("permissions", permissions.toArray(String[]::new))
                .param("data", data)
                .param("reseller", reseller)
                .param("status", status)
                .param("due", random.nextInt(12) == 0)
                .update();
    }

    private void tie(String insert, UUID user, UUID other) {
        jdbc.sql(insert)
                .param("account", account.value())
                .param("user", user)
                .param("other", other)
                .update();
    }

    /** One of them. */
    <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** At least one of them, mostly few. */
    private <T extends Comparable<T>> Set<T> some(List<T> all) {
        var some = new TreeSet<T>();
        some.add(one(all));
        all.stream().filter(each -> random.nextInt(4) == 0).forEach(some::add);
        return some;
    }
}
