package io.bailiwick.partners;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.model.Action;
import io.bailiwick.ui.ListLinks;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of resellers. */
@Controller
class ResellersScreens {
    private static final PageRequest ONE = new PageRequest(List.of(), 1, null);

    private final Resellers resellers;

    ResellersScreens(Resellers resellers) {
        this.resellers = resellers;
    }

    @GetMapping("/resellers")
    @Guarded(area = PanelArea.RESELLERS, action = Action.READ)
    String list(Actor actor, Model model, @RequestParam(defaultValue = "") String q, PageRequest request) {
        var page = resellers.list(actor, q, request);
        var sort = request.sort().isEmpty() ? "name" : request.sort().getFirst();
        var links = new ListLinks("/resellers", Map.of("q", q), sort);
        var ids = page.items().stream().map(Reseller::id).toList();
        model.addAttribute("page", page);
        model.addAttribute("all", q.isEmpty() ? page : resellers.list(actor, "", ONE));
        model.addAttribute("partners", resellers.partners(actor, ids));
        model.addAttribute("q", q);
        model.addAttribute("sort", sort);
        model.addAttribute("sorts", links.sorts("name", "key"));
        model.addAttribute("next", links.next(page.next()));
        model.addAttribute("mayChange", resellers.mayChange(actor));
        return "resellers/list";
    }
}
