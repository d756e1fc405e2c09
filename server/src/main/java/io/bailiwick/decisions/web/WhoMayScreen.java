package io.bailiwick.decisions.web;

import io.bailiwick.decisions.MayQuestion;
import io.bailiwick.decisions.WhoMay;
import io.bailiwick.guard.Guard;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.ListLinks;
import io.bailiwick.ui.Option;
import io.bailiwick.ui.Phrases;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The page that says who may do something in an area. Its address holds the whole question. */
@Controller
class WhoMayScreen {
    private final WhoMay whoMay;
    private final Guard guard;
    private final Phrases phrases;

    WhoMayScreen(WhoMay whoMay, Guard guard, Phrases phrases) {
        this.whoMay = whoMay;
        this.guard = guard;
        this.phrases = phrases;
    }

    @Guarded(area = PanelArea.EXPLAIN, action = Action.READ)
    @GetMapping("/areas/{area}/users")
    String show(
            Actor actor,
            @PathVariable String area,
            @RequestParam(defaultValue = "read") String action,
            @RequestParam(defaultValue = "") String partner,
            PageRequest request,
            Model model) {
        guard.require(actor, PanelArea.USERS, Action.READ);
        var known = Action.of(action).map(Action::word).orElse("read");
        var here = whoMay.asked(actor, new MayQuestion(area, known, ""));
        model.addAttribute("partner", partner);
        model.addAttribute("errors", Errors.none());
        model.addAttribute("actions", actions());
        try {
            var question = new MayQuestion(area, known, partner);
            var asked = whoMay.asked(actor, question);
            var page = whoMay.page(actor, question, request);
            model.addAttribute("asked", asked);
            model.addAttribute("page", page);
            model.addAttribute("next", links(area, known, partner).next(page.next()));
            model.addAttribute("first", request.after() == null);
        } catch (Refusal.NotFound unseen) {
            model.addAttribute("asked", here);
            model.addAttribute("errors", Errors.none().and("partner", phrases.text("may.partner.missing", partner)));
        }
        model.addAttribute("export", address(area, known, partner));
        return "decisions/who-may";
    }

    private List<Option> actions() {
        return Stream.of(Action.values())
                .map(action -> Option.of(action.word(), phrases.text("ui.access." + action.word())))
                .toList();
    }

    private static ListLinks links(String area, String action, String partner) {
        return new ListLinks("/areas/" + area + "/users", Map.of("action", action, "partner", partner), "");
    }

    private static String address(String area, String action, String partner) {
        return UriComponentsBuilder.fromPath("/areas/{area}/users/export")
                .queryParam("action", "{action}")
                .queryParam("partner", "{partner}")
                .encode()
                .buildAndExpand(area, action, partner)
                .toUriString();
    }
}
