package io.bailiwick.groups;

import io.bailiwick.accounts.History;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Flash;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tab "History" of a group, and undoing one change of it. */
@Controller
class HistoryScreen {
    private final Groups groups;
    private final GroupHeads heads;
    private final History history;
    private final Reverts reverts;

    HistoryScreen(Groups groups, GroupHeads heads, History history, Reverts reverts) {
        this.groups = groups;
        this.heads = heads;
        this.history = history;
        this.reverts = reverts;
    }

    @GetMapping("/groups/{group}/history")
    @Guarded(area = PanelArea.GROUPS, action = Action.READ)
    String show(Actor actor, Model model, @PathVariable String group, PageRequest request) {
        var found = groups.get(actor, GroupId.read(group));
        var page = history.of(actor, "group", found.id().value(), request);
        model.addAttribute("head", heads.of(actor, found, GroupHeads.HISTORY));
        model.addAttribute("page", page);
        model.addAttribute("lines", reverts.told(actor, page.items()));
        model.addAttribute("first", request.after() == null);
        return "groups/history";
    }

    @GetMapping("/groups/{group}/undo")
    @Guarded(area = PanelArea.GROUPS, action = Action.UPDATE)
    String review(Actor actor, Model model, Flash flash, @PathVariable String group, @RequestParam String change) {
        return reverts.review(actor, groups.get(actor, GroupId.read(group)), change, flash, model);
    }

    @PostMapping("/groups/{group}/undo")
    @Guarded(area = PanelArea.GROUPS, action = Action.UPDATE)
    String revert(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @PathVariable String group,
            @RequestParam String change,
            @RequestParam long version,
            @RequestParam(required = false) @Nullable String confirm) {
        var found = groups.get(actor, GroupId.read(group));
        var form = GroupForm.of(reverts.undone(actor, found, change).group());
        try {
            groups.edit(actor, found.id(), version, saved -> form, confirm);
            flash.done("groups.undone", found.name());
            return "redirect:/groups/" + found.id() + GroupHeads.HISTORY;
        } catch (Refusal.Stale | Refusal.Unconfirmed changed) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return reverts.review(actor, found, change, flash, model);
        } catch (Refusal.Invalid | Refusal.Conflict | Refusal.Beyond refused) {
            return reverts.refused(found, refused, flash);
        }
    }
}
