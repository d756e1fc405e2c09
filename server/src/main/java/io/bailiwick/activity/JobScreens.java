package io.bailiwick.activity;

import io.bailiwick.guard.Guard;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.model.Action;
import io.bailiwick.partners.PartnerChoice;
import io.bailiwick.ui.ListLinks;
import io.bailiwick.ui.Offered;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of jobs, and one job. */
@Controller
class JobScreens {
    private static final PageRequest ONE = new PageRequest(List.of(), 1, null);

    private final Jobs jobs;
    private final PartnerChoice partners;
    private final Guard guard;

    JobScreens(Jobs jobs, PartnerChoice partners, Guard guard) {
        this.jobs = jobs;
        this.partners = partners;
        this.guard = guard;
    }

    @GetMapping("/jobs")
    @Guarded(area = PanelArea.JOBS, action = Action.READ)
    String list(
            Actor actor,
            Model model,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String partner,
            @RequestParam(defaultValue = "") String state,
            PageRequest request) {
        var page = jobs.list(actor, q.strip(), partner, state.isEmpty() ? null : JobState.of(state), request);
        var filters = Map.of("q", q, "partner", partner, "state", state);
        var filtered = !(q + partner + state).isBlank();
        model.addAttribute("page", page);
        model.addAttribute("all", filtered ? jobs.list(actor, "", "", null, ONE) : page);
        model.addAttribute("q", q);
        model.addAttribute("partner", partner);
        model.addAttribute("state", state);
        model.addAttribute("filtered", filtered);
        model.addAttribute("next", new ListLinks("/jobs", filters, "").next(page.next()));
        model.addAttribute("partners", partners.offered(actor, partner));
        return "activity/jobs";
    }

    @GetMapping("/jobs/partners")
    @Guarded(area = PanelArea.JOBS, action = Action.READ)
    String partners(Actor actor, Model model, @RequestParam(defaultValue = "") String q) {
        model.addAttribute("offered", partners.matching(actor, q));
        return Offered.VIEW;
    }

    @GetMapping("/jobs/{job}")
    @Guarded(area = PanelArea.JOBS, action = Action.READ)
    String show(Actor actor, Model model, @PathVariable String job) {
        model.addAttribute("job", jobs.get(actor, job));
        model.addAttribute("attempts", jobs.attempts(actor, job));
        model.addAttribute("seesMessages", guard.may(actor, PanelArea.MESSAGES, Action.READ));
        return "activity/job";
    }
}
