package io.bailiwick.benchmarks;

import io.bailiwick.model.Action;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authz.AuthorizationInfo;
import org.apache.shiro.authz.Permission;
import org.apache.shiro.authz.SimpleAuthorizationInfo;
import org.apache.shiro.authz.permission.WildcardPermission;
import org.apache.shiro.realm.AuthorizingRealm;
import org.apache.shiro.subject.PrincipalCollection;
import org.apache.shiro.subject.SimplePrincipalCollection;
import org.apache.shiro.util.AntPathMatcher;

/**
 * Apache Shiro: the area is found as its filter chains are, by the first Ant pattern that matches; then a realm is asked
 * whether the user has the permission {@code area:action}. Permissions are parsed beforehand.
 */
final class ShiroPeer implements Peer {

    private final AntPathMatcher matcher = new AntPathMatcher();
    private final List<String> patterns = new ArrayList<>();
    private final List<Map<Action, Permission>> permissions = new ArrayList<>();
    private final List<PrincipalCollection> principals = new ArrayList<>();
    private final Realm realm;

    ShiroPeer(BenchmarkWorld world) {
        for (int area = 0; area < world.areas().size(); area++) {
            patterns.add(BenchmarkWorld.path(area) + "/**");
            var ofArea = new HashMap<Action, Permission>();
            for (var action : Action.values()) {
                ofArea.put(action, new WildcardPermission("area" + area + ":" + action.word()));
            }
            permissions.add(ofArea);
        }
        realm = new Realm(world);
        for (int user = 0; user < world.users().size(); user++) {
            principals.add(new SimplePrincipalCollection(user, "benchmarks"));
        }
    }

    @Override
    public boolean allows(Question question) {
        for (int area = 0; area < patterns.size(); area++) {
            if (matcher.matches(patterns.get(area), question.path())) {
                return realm.isPermitted(
                        principals.get(question.user()), permissions.get(area).get(question.action()));
            }
        }
        return false;
    }

    private static final class Realm extends AuthorizingRealm {

        private final List<AuthorizationInfo> infos = new ArrayList<>();

        Realm(BenchmarkWorld world) {
            var byGroups = new HashMap<List<Integer>, AuthorizationInfo>();
            for (int user = 0; user < world.users().size(); user++) {
                infos.add(byGroups.computeIfAbsent(world.groupsOf(user), groups -> infoOf(world, groups)));
            }
        }

        private static AuthorizationInfo infoOf(BenchmarkWorld world, List<Integer> groups) {
            var granted = new HashSet<Permission>();
            for (int group : groups) {
                for (int area = 0; area < world.areas().size(); area++) {
                    var access = world.access(group, world.areas().get(area).id());
                    if (!access.isEmpty()) {
                        granted.add(new WildcardPermission("area" + area + ":" + String.join(",", access.words())));
                    }
                }
            }
            var info = new SimpleAuthorizationInfo();
            info.setObjectPermissions(granted);
            return info;
        }

        @Override
        protected AuthorizationInfo doGetAuthorizationInfo(PrincipalCollection principals) {
            return infos.get((Integer) principals.getPrimaryPrincipal());
        }

        @Override
        protected AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
            throw new UnsupportedOperationException("nobody signs in here");
        }
    }
}
