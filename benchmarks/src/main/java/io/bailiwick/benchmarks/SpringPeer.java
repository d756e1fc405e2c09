package io.bailiwick.benchmarks;

import io.bailiwick.model.Action;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.SingleResultAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.access.intercept.RequestMatcherDelegatingAuthorizationManager;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Spring Security: one request matcher for each area and method, in their order, each asking for any of the groups that
 * have the access as authorities. Requests and authentications are made and their paths parsed beforehand.
 */
final class SpringPeer implements Peer {

    private static final Map<HttpMethod, Action> METHODS = Map.of(
            HttpMethod.GET, Action.READ,
            HttpMethod.POST, Action.CREATE,
            HttpMethod.PUT, Action.UPDATE,
            HttpMethod.DELETE, Action.DELETE);

    private final RequestMatcherDelegatingAuthorizationManager manager;
    private final Map<Question, HttpServletRequest> requests = new HashMap<>();
    private final List<Authentication> authentications = new ArrayList<>();

    SpringPeer(BenchmarkWorld world, List<Question> questions) {
        var builder = RequestMatcherDelegatingAuthorizationManager.builder();
        for (int area = 0; area < world.areas().size(); area++) {
            var path = BenchmarkWorld.path(area) + "/**";
            for (var method : METHODS.entrySet()) {
                builder.add(
                        PathPatternRequestMatcher.pathPattern(method.getKey(), path),
                        anyGroupWith(world, area, method.getValue()));
            }
        }
        manager = builder.build();
        for (int user = 0; user < world.users().size(); user++) {
            var groups =
                    world.groupsOf(user).stream().map(group -> "group" + group).toArray(String[]::new);
            authentications.add(UsernamePasswordAuthenticationToken.authenticated(
                    user, "", AuthorityUtils.createAuthorityList(groups)));
        }
        for (var question : questions) {
            var request = new MockHttpServletRequest(question.method(), question.path());
            ServletRequestPathUtils.parseAndCache(request);
            requests.put(question, request);
        }
    }

    private static AuthorizationManager<RequestAuthorizationContext> anyGroupWith(
            BenchmarkWorld world, int area, Action action) {
        var groups = new ArrayList<String>();
        for (int group = 0; group < world.groups().size(); group++) {
            if (world.access(group, world.areas().get(area).id()).contains(action)) {
                groups.add("group" + group);
            }
        }
        return groups.isEmpty()
                ? SingleResultAuthorizationManager.denyAll()
                : AuthorityAuthorizationManager.hasAnyAuthority(groups.toArray(String[]::new));
    }

    @Override
    public boolean allows(Question question) {
        var request = requests.get(question);
        if (request == null) {
            throw new IllegalArgumentException("the question was not announced");
        }
        var result = manager.authorize(() -> authentications.get(question.user()), request);
        return result != null && result.isGranted();
    }
}
