package io.bailiwick.decisions;

import io.bailiwick.decisions.Refused.Asked;
import io.bailiwick.engine.ApplicationDefinition;
import io.bailiwick.engine.Explanation;
import io.bailiwick.engine.Subject;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.model.Action;
import io.bailiwick.model.Gate;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The request to the panel that is under way.
 *
 * @param method its method; empty where nothing came over HTTP
 * @param path its path as on the wire, without the query
 */
record PanelRequest(String method, String path) {
    private static final PanelRequest NONE = new PanelRequest("", "");

    static PanelRequest current() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? new PanelRequest(
                        attributes.getRequest().getMethod(),
                        attributes.getRequest().getRequestURI())
                : NONE;
    }

    Asked asked(String address) {
        return new Asked(ApplicationDefinition.BUILT_IN_KEY, method, path, address, null);
    }

    /**
     * What the gates say of somebody.
     *
     * @param area the area that the handler declares, by which it was judged
     * @param gate the gate that closed
     */
    Explained explained(Panel panel, Subject subject, PanelArea area, Action action, String address, Gate gate) {
        var byPath = byPath(panel, subject, address);
        var place = byPath.location();
        var isTheSame = byPath.decision().gate() == gate
                && place != null
                && place.area().id().equals(panel.area(area))
                && place.action() == action;
        return Explained.of(
                panel,
                isTheSame
                        ? byPath
                        : AboveResellers.explained(
                                panel, subject, subject.explain(panel.area(area), action, address, null)));
    }

    /** What the gates say of somebody where no area is known but by the path. */
    Explained explained(Panel panel, Subject subject, String address) {
        return Explained.of(panel, byPath(panel, subject, address));
    }

    private Explanation byPath(Panel panel, Subject subject, String address) {
        return AboveResellers.explained(panel, subject, subject.explain(panel.builtIn(), method, path, address, null));
    }
}
