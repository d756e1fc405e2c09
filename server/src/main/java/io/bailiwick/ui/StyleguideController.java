package io.bailiwick.ui;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.model.Action;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows every component in every state; only in development. */
@Controller
@ConditionalOnProperty("bailiwick.development")
class StyleguideController {
    private final Uis uis;
    private final Clock clock;

    StyleguideController(Uis uis, ObjectProvider<Clock> clock) {
        this.uis = uis;
        this.clock = clock.getIfAvailable(Clock::systemUTC);
    }

    @Guarded(area = PanelArea.PUBLIC, action = Action.READ)
    @GetMapping("/styleguide")
    String components(
            @RequestParam(defaultValue = "lists") String show,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var sheet = show.matches("lists|forms|answers|frame") ? show : "lists";
        model.addAttribute("ui", uis.of(request, response, Optional.of(new Sample())));
        model.addAttribute("show", sheet);
        model.addAttribute("now", Instant.now(clock));
        model.addAttribute("tabs", tabs(sheet));
        return "ui/styleguide/" + sheet;
    }

    @Guarded(area = PanelArea.PUBLIC, action = Action.READ)
    @GetMapping("/styleguide/options")
    String options(@RequestParam(defaultValue = "") String q, Model model) {
        var all = IntStream.range(1, 2_000)
                .mapToObj(number -> Option.of("p" + number, "Partner " + number, "key-" + number))
                .filter(option -> option.label().contains(q))
                .toList();
        model.addAttribute(
                "offered", new Offered(all.stream().limit(Offered.MOST).toList(), all.size()));
        return Offered.VIEW;
    }

    @Guarded(area = PanelArea.PUBLIC, action = Action.READ)
    @GetMapping("/styleguide/error")
    String error(
            @RequestParam(defaultValue = "403") int status,
            @RequestParam(defaultValue = "false") boolean signedIn,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<Viewer> viewer = signedIn ? Optional.of(new Sample()) : Optional.empty();
        var denied = new ErrorPage(
                403,
                null,
                null,
                "groups",
                "Network engineers denies update on Rate cards.",
                "0193c1f2-7a40-7cc3",
                null);
        model.addAttribute("ui", uis.of(request, response, viewer));
        model.addAttribute("error", status == 403 ? denied : ErrorPage.of(status));
        return ErrorPage.VIEW;
    }

    @Guarded(area = PanelArea.PUBLIC, action = Action.READ)
    @GetMapping("/styleguide/confirm")
    String confirm(HttpServletRequest request, HttpServletResponse response, Model model) {
        model.addAttribute("ui", uis.of(request, response, Optional.of(new Sample())));
        model.addAttribute("crumbs", List.of(Crumb.of("Directory"), Crumb.of("Groups", "/groups")));
        model.addAttribute(
                "confirmation",
                new Confirmation(
                        "Delete Network engineers?",
                        "14 members lose this group. 3 of them have no other and will be able to open every area of their role.",
                        List.of("Dana Reyes gains Billing", "Omar Said gains Billing and Contacts"),
                        "/styleguide",
                        List.of(new Confirmation.Field("confirm", "token")),
                        "Delete the group",
                        "/styleguide",
                        true));
        return Confirmation.VIEW;
    }

    private static List<Tab> tabs(String show) {
        return List.of(
                Tab.of("Lists", "/styleguide?show=lists", "1,284", show.equals("lists")),
                Tab.of("Forms", "/styleguide?show=forms", "9", show.equals("forms")),
                Tab.of("Answers", "/styleguide?show=answers", show.equals("answers")),
                Tab.of("Frame", "/styleguide?show=frame", show.equals("frame")));
    }

    /** Nobody real. */
    private record Sample() implements Viewer {
        @Override
        public String name() {
            return "Mara Okafor";
        }

        @Override
        public String email() {
            return "mara.okafor@northgate.example";
        }

        @Override
        public String role() {
            return "ui.role.administrator";
        }

        @Override
        public String account() {
            return "Northgate Telecom";
        }

        @Override
        public ZoneId zone() {
            return ZoneId.of("Europe/Berlin");
        }

        @Override
        public boolean mayOpen(NavItem item) {
            return true;
        }
    }
}
