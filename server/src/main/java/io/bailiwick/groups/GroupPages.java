package io.bailiwick.groups;

import io.bailiwick.areas.Area;
import io.bailiwick.areas.Areas;
import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Confirmation;
import io.bailiwick.ui.Confirmation.Field;
import io.bailiwick.ui.Crumb;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Option;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** Fills the models of the groups' pages. */
@Component
class GroupPages {
    private static final int MEMBERS = 8;
    private static final int EFFECTS = 12;
    private static final Set<String> NOT_POSTED_AGAIN = Set.of("_csrf", "confirm", "do");

    private final Groups groups;
    private final Areas areas;
    private final Guard guard;
    private final MessageSource messages;

    GroupPages(Groups groups, Areas areas, Guard guard, MessageSource messages) {
        this.groups = groups;
        this.areas = areas;
        this.guard = guard;
        this.messages = messages;
    }

    String list(Actor actor, Model model, String q, PageRequest request) {
        var page = groups.list(actor, q, request);
        var sort = request.sort().isEmpty() ? "name" : request.sort().getFirst();
        model.addAttribute("page", page);
        model.addAttribute(
                "members",
                groups.members(actor, page.items().stream().map(Group::id).toList()));
        model.addAttribute("q", q);
        model.addAttribute("sort", sort);
        model.addAttribute("turned", link(q, sort.equals("name") ? "-name" : "name", null));
        model.addAttribute("next", page.next() == null ? null : link(q, sort, page.next()));
        model.addAttribute("locked", locked(actor, Action.CREATE));
        return "groups/list";
    }

    String fresh(Actor actor, Model model, GroupDraft draft, Errors errors) {
        shared(actor, model, draft, errors);
        model.addAttribute("locked", locked(actor, Action.CREATE));
        return "groups/new";
    }

    String group(Actor actor, Model model, Group group, GroupDraft draft, String filter, Errors errors) {
        shared(actor, model, draft, errors);
        model.addAttribute("group", group);
        model.addAttribute("filter", filter);
        model.addAttribute("count", count(actor, group));
        model.addAttribute("members", groups.firstMembers(actor, group.id(), MEMBERS));
        model.addAttribute("locked", locked(actor, Action.UPDATE));
        model.addAttribute("mayDelete", locked(actor, Action.DELETE) == null);
        return "groups/group";
    }

    String delete(Actor actor, Model model, Group group, String to, Errors errors) {
        var others = groups.list(actor, "", new PageRequest(List.of(), Page.MOST, null)).items().stream()
                .filter(other -> !other.id().equals(group.id()))
                .map(other -> Option.of(other.id().toString(), other.name()))
                .collect(Collectors.toCollection(ArrayList::new));
        others.add(Option.of(Groups.NOWHERE, text("groups.delete.nowhere")));
        model.addAttribute("group", group);
        model.addAttribute("count", count(actor, group));
        model.addAttribute("targets", List.copyOf(others));
        model.addAttribute("to", to);
        model.addAttribute("errors", errors);
        return "groups/delete";
    }

    String confirmEdit(
            Model model,
            HttpServletResponse response,
            Group group,
            MultiValueMap<String, String> posted,
            Refusal.Unconfirmed unconfirmed) {
        var effects = unconfirmed.difference() instanceof Groups.Difference difference
                ? effects(difference.opens())
                : List.<String>of();
        return confirm(model, response, group, posted, unconfirmed, effects, "edit", "");
    }

    String confirmDelete(
            Model model,
            HttpServletResponse response,
            Group group,
            MultiValueMap<String, String> posted,
            Refusal.Unconfirmed unconfirmed) {
        var effects = unconfirmed.difference() instanceof Groups.Deletion deletion
                ? effects(deletion.opens())
                : List.<String>of();
        return confirm(model, response, group, posted, unconfirmed, effects, "delete", "/delete");
    }

    /** Each area's reference by its id. */
    Map<String, String> references(Actor actor) {
        return areas.all(actor.account()).stream()
                .collect(Collectors.toMap(area -> area.id().toString(), Area::reference));
    }

    /** What is shown of a refusal; the status says which kind it was. */
    Errors errors(HttpServletResponse response, Refusal refused) {
        var beyond = refused instanceof Refusal.Beyond;
        response.setStatus((beyond ? HttpStatus.FORBIDDEN : HttpStatus.UNPROCESSABLE_CONTENT).value());
        if (refused instanceof Refusal.Invalid invalid) {
            return Errors.of(invalid);
        }
        return Errors.none().and(beyond ? "" : "name", refused.detail());
    }

    private void shared(Actor actor, Model model, GroupDraft draft, Errors errors) {
        model.addAttribute("draft", draft);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "areas",
                areas.all(actor.account()).stream()
                        .filter(Area::mayBeRuled)
                        .map(Area::reference)
                        .sorted(Comparator.comparing(name -> name.toLowerCase(Locale.ROOT)))
                        .toList());
    }

    private @Nullable String locked(Actor actor, Action action) {
        if (guard.reseller(actor) != null) {
            return text("groups.locked.reseller");
        }
        return guard.may(actor, PanelArea.GROUPS, action) ? null : text("groups.locked");
    }

    private long count(Actor actor, Group group) {
        return groups.members(actor, List.of(group.id())).getOrDefault(group.id(), 0L);
    }

    private String confirm(
            Model model,
            HttpServletResponse response,
            Group group,
            MultiValueMap<String, String> posted,
            Refusal.Unconfirmed unconfirmed,
            List<String> effects,
            String texts,
            String verb) {
        response.setStatus(HttpStatus.CONFLICT.value());
        var back = "/groups/" + group.id();
        var fields = new ArrayList<Field>();
        posted.forEach((name, values) -> values.stream()
                .filter(value -> !NOT_POSTED_AGAIN.contains(name))
                .forEach(value -> fields.add(new Field(name, value))));
        fields.add(new Field("confirm", unconfirmed.token()));
        model.addAttribute(
                "confirmation",
                new Confirmation(
                        text("groups." + texts + ".confirm.title", group.name()),
                        unconfirmed.detail(),
                        effects,
                        back + verb,
                        List.copyOf(fields),
                        text("groups." + texts + ".confirm.button", group.name()),
                        back,
                        true));
        model.addAttribute(
                "crumbs",
                List.of(
                        Crumb.of(text("ui.nav.directory")),
                        Crumb.of(text("groups.title"), "/groups"),
                        Crumb.of(group.name(), back)));
        return Confirmation.VIEW;
    }

    private List<String> effects(List<Consequences.Opening> openings) {
        var effects = new ArrayList<String>();
        openings.stream()
                .limit(EFFECTS)
                .forEach(opening -> effects.add(text(
                        "groups.opens." + opening.because(),
                        opening.area(),
                        opening.access().stream()
                                .map(word -> text("ui.access." + word))
                                .collect(Collectors.joining(", ")))));
        if (openings.size() > EFFECTS) {
            effects.add(text("groups.opens.more", openings.size() - EFFECTS));
        }
        return List.copyOf(effects);
    }

    private static String link(String q, String sort, @Nullable String after) {
        var address =
                UriComponentsBuilder.fromPath("/groups").queryParam("q", "{q}").queryParam("sort", "{sort}");
        return after == null
                ? address.encode().buildAndExpand(q, sort).toUriString()
                : address.queryParam("after", "{after}")
                        .encode()
                        .buildAndExpand(q, sort, after)
                        .toUriString();
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
