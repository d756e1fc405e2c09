package io.bailiwick.groups;

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

/** The list of groups. */
@Controller
class GroupsScreens {
    private static final PageRequest ONE = new PageRequest(List.of(), 1, null);

    private final Groups groups;
    private final GroupPages pages;

    GroupsScreens(Groups groups, GroupPages pages) {
        this.groups = groups;
        this.pages = pages;
    }

    @GetMapping("/groups")
    @Guarded(area = PanelArea.GROUPS, action = Action.READ)
    String list(Actor actor, Model model, @RequestParam(defaultValue = "") String q, PageRequest request) {
        var page = groups.list(actor, q, request);
        var sort = request.sort().isEmpty() ? "name" : request.sort().getFirst();
        var links = new ListLinks("/groups", Map.of("q", q), sort);
        var ids = page.items().stream().map(Group::id).toList();
        model.addAttribute("page", page);
        model.addAttribute("all", q.isEmpty() ? page : groups.list(actor, "", ONE));
        model.addAttribute("members", groups.members(actor, ids));
        model.addAttribute("q", q);
        model.addAttribute("sort", sort);
        model.addAttribute("turned", links.sort("name"));
        model.addAttribute("next", links.next(page.next()));
        model.addAttribute("locked", pages.locked(actor, Action.CREATE));
        return "groups/list";
    }
}
