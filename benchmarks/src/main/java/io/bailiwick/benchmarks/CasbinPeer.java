package io.bailiwick.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.casbin.jcasbin.main.CachedEnforcer;
import org.casbin.jcasbin.main.CoreEnforcer;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;

/** jCasbin: one policy line for each group, area and action, one grouping line for each user and group. */
final class CasbinPeer implements Peer {

    /** What the matcher asks first: it evaluates its conditions from the left and stops at the first that fails. */
    enum Order {
        /** Action, path, membership. */
        ACTION_FIRST("r.act == p.act && keyMatch(r.obj, p.obj) && g(r.sub, p.sub)"),
        /** Path, action, membership. */
        PATH_FIRST("keyMatch(r.obj, p.obj) && r.act == p.act && g(r.sub, p.sub)"),
        /** Membership, path, action: as jCasbin's own examples have it. */
        MEMBERSHIP_FIRST("g(r.sub, p.sub) && keyMatch(r.obj, p.obj) && r.act == p.act");

        private final String matcher;

        Order(String matcher) {
            this.matcher = matcher;
        }
    }

    private static final String MODEL = """
            [request_definition]
            r = sub, obj, act

            [policy_definition]
            p = sub, obj, act

            [role_definition]
            g = _, _

            [policy_effect]
            e = some(where (p.eft == allow))

            [matchers]
            m = %s
            """;

    private final Enforcer enforcer;
    private final List<String> names = new ArrayList<>();

    private CasbinPeer(BenchmarkWorld world, Enforcer enforcer) {
        this.enforcer = enforcer;
        var policies = new ArrayList<List<String>>();
        for (int group = 0; group < world.groups().size(); group++) {
            for (int area = 0; area < world.areas().size(); area++) {
                for (var action :
                        world.access(group, world.areas().get(area).id()).words()) {
                    policies.add(List.of("group" + group, BenchmarkWorld.path(area) + "*", action));
                }
            }
        }
        enforcer.addPolicies(policies);
        var memberships = new ArrayList<List<String>>();
        for (int user = 0; user < world.users().size(); user++) {
            names.add("user" + user);
            for (int group : world.groupsOf(user)) {
                memberships.add(List.of(names.get(user), "group" + group));
            }
        }
        enforcer.addGroupingPolicies(memberships);
    }

    static CasbinPeer plain(BenchmarkWorld world, Order order) {
        return new CasbinPeer(world, new Enforcer(model(order)));
    }

    static CasbinPeer cached(BenchmarkWorld world) {
        return new CasbinPeer(world, new CachedEnforcer(model(Order.ACTION_FIRST)));
    }

    private static Model model(Order order) {
        return CoreEnforcer.newModel(MODEL.formatted(order.matcher));
    }

    @Override
    public boolean allows(Question question) {
        return enforcer.enforce(
                names.get(question.user()), question.path(), question.action().word());
    }
}
