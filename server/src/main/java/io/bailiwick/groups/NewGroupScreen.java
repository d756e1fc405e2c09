package io.bailiwick.groups;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a group is made. */
@Controller
class NewGroupScreen {
    private final Groups groups;
    private final GroupPages pages;

    NewGroupScreen(Groups groups, GroupPages pages) {
        this.groups = groups;
        this.pages = pages;
    }

    @GetMapping("/groups/new")
    @Guarded(area = PanelArea.GROUPS, action = Action.CREATE)
    String fresh(Actor actor, Model model) {
        var all = List.of("create", "read", "update", "delete");
        return pages.fresh(actor, model, new GroupDraft("", "only-listed", all, List.of(), List.of()), Errors.none());
    }

    @PostMapping("/groups")
    @Guarded(area = PanelArea.GROUPS, action = Action.CREATE)
    String create(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @RequestParam(name = "do", defaultValue = GroupDraft.SAVE) String verb,
            @RequestParam MultiValueMap<String, String> posted) {
        var draft = GroupDraft.read(posted);
        if (!verb.equals(GroupDraft.SAVE)) {
            return pages.fresh(actor, model, draft.after(verb), Errors.none());
        }
        try {
            var id = groups.create(actor, draft.tidy().form());
            flash.done("groups.created", draft.name().strip());
            return "redirect:/groups/" + id;
        } catch (Refusal.Invalid | Refusal.Conflict | Refusal.Beyond refused) {
            return pages.fresh(actor, model, draft.tidy(), Errors.refused(response, refused, "name"));
        }
    }
}
