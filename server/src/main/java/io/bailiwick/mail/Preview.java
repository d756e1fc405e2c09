package io.bailiwick.mail;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Action;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * A mail's HTML by itself, for the frame on its page: it may show its one style sheet and do nothing else, be it opened
 * in that frame or by its address. Link and code are never in it: where they may be seen, the page shows them.
 */
@Controller
class Preview {
    private static final String POLICY = "Content-Security-Policy";

    private final Mails mails;
    private final String policy;

    Preview(Mails mails, Drawing drawing) {
        this.mails = mails;
        this.policy = "default-src 'none'; style-src " + drawing.styleSource()
                + "; sandbox; form-action 'none'; base-uri 'none'; frame-ancestors 'self'";
    }

    @GetMapping(path = "/mail/{mail}/html", produces = MediaType.TEXT_HTML_VALUE)
    @Guarded(area = PanelArea.OUTGOING_MAIL, action = Action.READ)
    @ResponseBody
    String html(Actor actor, HttpServletResponse response, @PathVariable String mail) {
        var letter = mails.veiled(actor, MailId.read(mail));
        response.setHeader(POLICY, policy);
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setCharacterEncoding("UTF-8");
        return mails.draw(actor.account(), letter).html();
    }

    /** The page around it may have a frame of our own; its policy is the usual one otherwise. */
    static void allowFrame(HttpServletResponse response) {
        response.setHeader(POLICY, response.getHeader(POLICY) + "; frame-src 'self'");
    }
}
