package io.bailiwick.guard;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.model.AreaGate;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Judges every request by its handler's declaration before the handler sees it. */
@Component
class GuardInterceptor implements HandlerInterceptor {
    /** Static files, the only thing served that is no handler method. */
    private static final String ASSETS = "/assets/";

    private final Guard guard;
    private final Served served;
    private final ApplicationContext panel;

    GuardInterceptor(Guard guard, Served served, ApplicationContext panel) {
        this.guard = guard;
        this.served = served;
        this.panel = panel;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            return true;
        }
        if (RequestContextUtils.findWebApplicationContext(request) != panel) {
            // The port of health and metrics has nothing else, and no sign-in to lead to.
            throw new Refusal.NotFound("page");
        }
        if (handler instanceof HandlerMethod method) {
            judge(request, response, method);
        } else if (!(handler instanceof ResourceHttpRequestHandler)
                || !request.getRequestURI().startsWith(ASSETS)) {
            tellRevision(response, signedIn(request));
            throw new Refusal.NotFound("page");
        }
        return true;
    }

    private void judge(HttpServletRequest request, HttpServletResponse response, HandlerMethod method) {
        var guarded = method.getMethodAnnotation(Guarded.class);
        if (guarded == null) {
            judgeUndeclared(request, response);
        } else if (guarded.area().gate() != AreaGate.PUBLIC) {
            judge(request, response, signedIn(request), guarded);
        }
    }

    /** Spring's own answer to OPTIONS names the methods of a path: for whoever may read in the areas that it belongs to. */
    private void judgeUndeclared(HttpServletRequest request, HttpServletResponse response) {
        var areas = request.getMethod().equals("OPTIONS")
                ? served.at(request).map(Guarded::area).collect(Collectors.toSet())
                : Set.<PanelArea>of();
        if (areas.isEmpty()) {
            throw new Refusal.NotFound("page");
        }
        areas.remove(PanelArea.PUBLIC);
        for (var area : areas) {
            var actor = signedIn(request);
            tellRevision(response, actor);
            guard.require(actor, area, Action.READ);
        }
    }

    private void judge(HttpServletRequest request, HttpServletResponse response, Actor actor, Guarded guarded) {
        AtLeast.of(request).ifPresent(revision -> guard.atLeast(actor, revision));
        tellRevision(response, actor);
        var judged = new Judged(actor, guarded);
        judged.require(guard);
        judged.tell(request);
    }

    /** Before judging: a refusal carries it too. */
    private void tellRevision(HttpServletResponse response, Actor actor) {
        response.setHeader(RevisionHeader.NAME, guard.revision(actor).toString());
    }

    private static Actor signedIn(HttpServletRequest request) {
        var actor = actor(request.getUserPrincipal());
        if (actor == null) {
            throw new Refusal.SignedOut();
        }
        return actor;
    }

    static @Nullable Actor actor(@Nullable Principal principal) {
        return principal instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof Actor actor
                ? actor
                : null;
    }
}
