package io.bailiwick.activity;

import io.bailiwick.guard.Guard;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.partners.PartnerChoice;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import io.bailiwick.ui.ListLinks;
import io.bailiwick.ui.Offered;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of issues, and one issue with what is said about it. */
@Controller
class IssueScreens {
    private static final int MOST = 500;

    private final Issues issues;
    private final PartnerChoice partners;
    private final Guard guard;

    IssueScreens(Issues issues, PartnerChoice partners, Guard guard) {
        this.issues = issues;
        this.partners = partners;
        this.guard = guard;
    }

    @GetMapping("/issues")
    @Guarded(area = PanelArea.ISSUES, action = Action.READ)
    String list(
            Actor actor,
            Model model,
            @RequestParam(defaultValue = "") String partner,
            @RequestParam(defaultValue = "open") String state,
            PageRequest request) {
        var page = issues.list(actor, "", partner, state.equals("any") ? "" : state, request);
        model.addAttribute("page", page);
        model.addAttribute("partner", partner);
        model.addAttribute("state", state);
        model.addAttribute(
                "next", new ListLinks("/issues", Map.of("partner", partner, "state", state), "").next(page.next()));
        model.addAttribute("partners", partners.offered(actor, partner));
        return "activity/issues";
    }

    @GetMapping("/issues/partners")
    @Guarded(area = PanelArea.ISSUES, action = Action.READ)
    String partners(Actor actor, Model model, @RequestParam(defaultValue = "") String q) {
        model.addAttribute("offered", partners.matching(actor, q));
        return Offered.VIEW;
    }

    @GetMapping("/issues/{issue}")
    @Guarded(area = PanelArea.ISSUES, action = Action.READ)
    String show(Actor actor, Model model, @PathVariable String issue) {
        return show(actor, model, issue, "", Errors.none());
    }

    @PostMapping("/issues/{issue}/comments")
    @Guarded(area = PanelArea.ISSUES, action = Action.CREATE)
    String comment(
            Actor actor,
            Model model,
            HttpServletResponse response,
            @PathVariable String issue,
            @RequestParam(defaultValue = "") String text) {
        try {
            issues.comment(actor, issue, text);
            return "redirect:/issues/" + issue + "#comments";
        } catch (Refusal.Invalid refused) {
            return show(actor, model, issue, text, Errors.refused(response, refused, "text"));
        }
    }

    @PostMapping("/issues/{issue}/close")
    @Guarded(area = PanelArea.ISSUES, action = Action.UPDATE)
    String close(Actor actor, Flash flash, @PathVariable String issue) {
        try {
            issues.close(actor, issue, null);
            flash.done("activity.issues.closed");
        } catch (Refusal.Conflict already) {
            flash.warning("activity.issues.closed.already");
        }
        return "redirect:/issues/" + issue;
    }

    private String show(Actor actor, Model model, String id, String text, Errors errors) {
        model.addAttribute("issue", issues.get(actor, id));
        model.addAttribute("comments", issues.comments(actor, id, null, MOST));
        model.addAttribute("text", text);
        model.addAttribute("errors", errors);
        model.addAttribute("mayComment", guard.may(actor, PanelArea.ISSUES, Action.CREATE));
        model.addAttribute("mayClose", guard.may(actor, PanelArea.ISSUES, Action.UPDATE));
        model.addAttribute("seesMessages", guard.may(actor, PanelArea.MESSAGES, Action.READ));
        model.addAttribute("mayReprocess", guard.may(actor, PanelArea.REPROCESS, Action.CREATE));
        return "activity/issue";
    }
}
