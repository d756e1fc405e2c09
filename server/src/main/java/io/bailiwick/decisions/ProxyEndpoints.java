package io.bailiwick.decisions;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.model.Action;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/**
 * Where proxies ask whether a request may go on to the back end. Anyone may ask; only a trusted proxy is answered, and
 * only 200 ever means yes. Every method is answered alike, since some proxies ask with the method they are asked with.
 */
@Controller
class ProxyEndpoints {
    private final ProxyMetadata metadata;
    private final ProxyAnswers answers;

    ProxyEndpoints(ProxyMetadata metadata, ProxyAnswers answers) {
        this.metadata = metadata;
        this.answers = answers;
    }

    /** For nginx's {@code auth_request}, which turns everything but 2xx, 401 and 403 into 500. */
    @RequestMapping("/authz/{application}/auth-request")
    @Guarded(area = PanelArea.PUBLIC, action = Action.READ)
    void authRequest(@PathVariable String application, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answers.answer(application, request, response, metadata.ofAuthRequest(request), false);
    }

    /** For Traefik's ForwardAuth and Caddy's {@code forward_auth}, which pass a redirect on to the browser. */
    @RequestMapping("/authz/{application}/forward-auth")
    @Guarded(area = PanelArea.PUBLIC, action = Action.READ)
    void forwardAuth(@PathVariable String application, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answers.answer(application, request, response, metadata.ofForwardAuth(request), true);
    }

    /** For Envoy's HTTP {@code ext_authz} and the Gateway API's ExternalAuth: the path itself comes behind the prefix. */
    @RequestMapping("/authz/{application}/ext-authz/**")
    @Guarded(area = PanelArea.PUBLIC, action = Action.READ)
    void extAuthz(@PathVariable String application, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answers.answer(application, request, response, metadata.ofExtAuthz(application, request), false);
    }

    /** Spring leaves OPTIONS out unless it is named. */
    @RequestMapping(path = "/authz/{application}/auth-request", method = RequestMethod.OPTIONS)
    @Guarded(area = PanelArea.PUBLIC, action = Action.READ)
    void authRequestOptions(@PathVariable String application, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        authRequest(application, request, response);
    }

    @RequestMapping(path = "/authz/{application}/forward-auth", method = RequestMethod.OPTIONS)
    @Guarded(area = PanelArea.PUBLIC, action = Action.READ)
    void forwardAuthOptions(@PathVariable String application, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        forwardAuth(application, request, response);
    }

    @RequestMapping(path = "/authz/{application}/ext-authz/**", method = RequestMethod.OPTIONS)
    @Guarded(area = PanelArea.PUBLIC, action = Action.READ)
    void extAuthzOptions(@PathVariable String application, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        extAuthz(application, request, response);
    }
}
