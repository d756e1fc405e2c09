package io.bailiwick.groups;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of groups: the list, a new one, one group. */
@Controller
class GroupsScreens {
    private static final String REMOVE = "remove-";

    private final Groups groups;
    private final GroupPages pages;

    GroupsScreens(Groups groups, GroupPages pages) {
        this.groups = groups;
        this.pages = pages;
    }

    @GetMapping("/groups")
    @Guarded(area = PanelArea.GROUPS, action = Action.READ)
    String list(Actor actor, Model model, @RequestParam(defaultValue = "") String q, PageRequest request) {
        return pages.list(actor, model, q, request);
    }

    @GetMapping("/groups/new")
    @Guarded(area = PanelArea.GROUPS, action = Action.CREATE)
    String fresh(Actor actor, Model model) {
        var draft =
                new GroupDraft("", "only-listed", List.of("create", "read", "update", "delete"), List.of(), List.of());
        return pages.fresh(actor, model, draft, Errors.none());
    }

    @PostMapping("/groups")
    @Guarded(area = PanelArea.GROUPS, action = Action.CREATE)
    String create(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @RequestParam(name = "do", defaultValue = "save") String verb,
            @RequestParam MultiValueMap<String, String> posted) {
        var draft = GroupDraft.read(posted);
        if (!verb.equals("save")) {
            return pages.fresh(actor, model, redrafted(draft, verb), Errors.none());
        }
        try {
            var id = groups.create(actor, draft.tidy().form());
            flash.done("groups.created", draft.name().strip());
            return "redirect:/groups/" + id;
        } catch (Refusal.Invalid | Refusal.Conflict | Refusal.Beyond refused) {
            return pages.fresh(actor, model, draft.tidy(), pages.errors(response, refused));
        }
    }

    @GetMapping("/groups/{group}")
    @Guarded(area = PanelArea.GROUPS, action = Action.READ)
    String show(Actor actor, Model model, @PathVariable String group, @RequestParam(defaultValue = "") String area) {
        var found = groups.get(actor, GroupsApi.id(group));
        var filter = area.strip();
        var draft = GroupDraft.of(found, pages.references(actor), filter.toLowerCase(Locale.ROOT));
        return pages.group(actor, model, found, draft, filter, Errors.none());
    }

    @PostMapping("/groups/{group}")
    @Guarded(area = PanelArea.GROUPS, action = Action.UPDATE)
    String edit(
            Actor actor,
            Model model,
            Flash flash,
            HttpServletResponse response,
            @PathVariable String group,
            @RequestParam long version,
            @RequestParam(name = "do", defaultValue = "save") String verb,
            @RequestParam(required = false) @Nullable String confirm,
            @RequestParam(defaultValue = "") String filter,
            @RequestParam MultiValueMap<String, String> posted) {
        var found = groups.get(actor, GroupsApi.id(group));
        var draft = GroupDraft.read(posted);
        if (!verb.equals("save")) {
            return pages.group(actor, model, found, redrafted(draft, verb), filter, Errors.none());
        }
        var tidy = draft.tidy();
        try {
            groups.edit(actor, found.id(), version, tidy.form(found), confirm);
            flash.done("groups.saved", draft.name().strip());
            return "redirect:/groups/" + found.id();
        } catch (Refusal.Invalid | Refusal.Conflict | Refusal.Beyond refused) {
            return pages.group(actor, model, found, tidy, filter, pages.errors(response, refused));
        } catch (Refusal.Unconfirmed unconfirmed) {
            return pages.confirmEdit(model, response, found, posted, unconfirmed);
        }
    }

    private static GroupDraft redrafted(GroupDraft draft, String verb) {
        if (verb.startsWith(REMOVE)) {
            return draft.without(number(verb.substring(REMOVE.length())));
        }
        return draft.withRow();
    }

    private static int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException none) {
            return -1;
        }
    }
}
