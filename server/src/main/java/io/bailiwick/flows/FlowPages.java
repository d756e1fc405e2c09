package io.bailiwick.flows;

import io.bailiwick.accounts.Changes;
import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.http.PublicUrl;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Confirmation;
import io.bailiwick.ui.Crumb;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.ListLinks;
import io.bailiwick.ui.Newer;
import io.bailiwick.ui.Option;
import io.bailiwick.ui.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills what the pages of this module have in common. */
@Component
class FlowPages {
    static final PageRequest ONE = new PageRequest(List.of(), 1, null);

    private final Engines engines;
    private final Guard guard;
    private final Changes changes;
    private final Phrases phrases;
    private final PublicUrl publicUrl;
    private final Setup setup;
    private final Folders folders;

    FlowPages(
            Engines engines,
            Guard guard,
            Changes changes,
            Phrases phrases,
            PublicUrl publicUrl,
            Setup setup,
            Folders folders) {
        this.engines = engines;
        this.guard = guard;
        this.changes = changes;
        this.phrases = phrases;
        this.publicUrl = publicUrl;
        this.setup = setup;
        this.folders = folders;
    }

    /** Which list is shown, and what narrows it. */
    record Listed(String path, String q, String partner) {}

    void list(Actor actor, Model model, PanelArea area, Listed listed, Page<?> page) {
        var filters = Map.of("q", listed.q(), "partner", listed.partner());
        model.addAttribute("page", page);
        model.addAttribute("q", listed.q());
        model.addAttribute("filtered", !(listed.q() + listed.partner()).isEmpty());
        model.addAttribute("next", new ListLinks(listed.path(), filters, "").next(page.next()));
        model.addAttribute("seesEverything", setup.seesEverything(actor));
        model.addAttribute("mayCreate", setup.seesEverything(actor) && guard.may(actor, area, Action.CREATE));
        pending(actor, model);
    }

    void form(Actor actor, Model model, Object fields, Errors errors) {
        model.addAttribute("fields", fields);
        model.addAttribute("errors", errors);
    }

    void rights(Actor actor, Model model, PanelArea area) {
        model.addAttribute("mayEdit", guard.may(actor, area, Action.UPDATE));
        model.addAttribute("mayDelete", guard.may(actor, area, Action.DELETE));
        pending(actor, model);
    }

    /** How many changes wait for a restart, for whoever may restart. */
    private void pending(Actor actor, Model model) {
        var may = setup.seesEverything(actor) && guard.may(actor, PanelArea.ENGINE, Action.READ);
        model.addAttribute("pending", may ? engines.state(actor).pending() : 0L);
    }

    void newer(Actor actor, Model model, UUID id, Newer.Comparison comparison) {
        model.addAttribute("newer", changes.newer(actor, id, comparison));
    }

    Phrases phrases() {
        return phrases;
    }

    /** The whole address at which an access point takes messages, or the path of its folder. */
    String address(Actor actor, AccessPoint point) {
        return point.folder() == null
                ? publicUrl.to(point.path())
                : folders.shown(actor.account(), Folders.Side.IN, point.folder());
    }

    /** The path of an endpoint's folder; null when it is an address. */
    @Nullable
    String path(Actor actor, Endpoint endpoint) {
        return endpoint.folder() == null ? null : folders.shown(actor.account(), Folders.Side.OUT, endpoint.folder());
    }

    /** What can be chosen between. */
    void folders(Model model) {
        var choices = new ArrayList<Option>();
        for (var transport : Transport.values()) {
            var option = Option.of(
                    transport.word(), phrases.text(transport.label()), phrases.text(transport.label() + ".hint"));
            choices.add(
                    transport == Transport.FOLDER && !folders.isOffered()
                            ? option.lockedBecause(phrases.text("flows.kind.folder.not-offered"))
                            : option);
        }
        model.addAttribute("kinds", choices);
    }

    String askToDelete(Model model, String texts, String path, UUID id, String name, long version) {
        var here = path + "/" + id;
        return new Confirmation(
                        phrases.text("flows.delete.title", name),
                        phrases.text("flows." + texts + ".delete.consequence"),
                        List.of(),
                        here + "/delete",
                        List.of(new Confirmation.Field("version", Long.toString(version))),
                        phrases.text("flows.delete.button", name),
                        here,
                        true)
                .in(
                        model,
                        Crumb.of(phrases.text("ui.nav.integration")),
                        Crumb.of(phrases.text("flows." + texts + ".title"), path),
                        Crumb.of(name, here));
    }
}
