package io.bailiwick.users.web;

import io.bailiwick.kernel.Refusal;
import io.bailiwick.previews.Outlook;
import io.bailiwick.previews.Review;
import io.bailiwick.ui.Confirmation;
import io.bailiwick.ui.Crumb;
import io.bailiwick.users.User;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The questions that are asked before something is taken away or given back. */
@Component
class Confirms {
    private final MessageSource messages;

    Confirms(MessageSource messages) {
        this.messages = messages;
    }

    /** Asks what a change opens or closes by the way, on a page of its own. */
    String asked(
            User user,
            String tab,
            Refusal.Unconfirmed unconfirmed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("crumbs", crumbs(user));
        model.addAttribute("confirmation", saved(user, tab, unconfirmed, request.getParameterMap()));
        return Confirmation.VIEW;
    }

    /** Everything typed is carried along. */
    private Confirmation saved(User user, String tab, Refusal.Unconfirmed unconfirmed, Map<String, String[]> typed) {
        var fields = new ArrayList<Confirmation.Field>();
        typed.forEach((name, values) -> {
            for (var value : values) {
                if (!name.equals("confirm") && !name.equals("_csrf")) {
                    fields.add(new Confirmation.Field(name, value));
                }
            }
        });
        fields.add(new Confirmation.Field("confirm", unconfirmed.token()));
        return new Confirmation(
                text("users.confirm.save.title", user.name()),
                unconfirmed.detail(),
                List.of(),
                address(user, tab),
                fields,
                text("users.confirm.save.button"),
                address(user, tab),
                false,
                true);
    }

    /** Asks before the user is disabled. */
    String disable(User user, Outlook outlook, Model model) {
        return ask(user, "disable", destroying(user, "users.disable"), outlook, model);
    }

    /** Asks before the user is enabled: it opens what was closed. */
    String enable(User user, Outlook outlook, Model model) {
        var deed = new Review.Deed(text("users.enable"), text("users.enable.text"), false);
        return ask(user, "enable", deed, outlook, model);
    }

    /** Asks before the user is deleted. */
    String delete(User user, Outlook outlook, Model model) {
        return ask(user, "delete", destroying(user, "users.delete"), outlook, model);
    }

    private Review.Deed destroying(User user, String texts) {
        var groups = user.groups().size();
        var partners = user.partners().size();
        return Review.Deed.destroying(text(texts), text(texts + ".consequence", groups, partners));
    }

    private String ask(User user, String verb, Review.Deed deed, Outlook outlook, Model model) {
        return new Review(
                        text("users." + verb + ".title", user.name()),
                        deed,
                        outlook,
                        null,
                        List.of(),
                        address(user, "/" + verb),
                        List.of(new Confirmation.Field("version", Long.toString(user.version()))),
                        address(user, ""))
                .in(model, crumbs(user));
    }

    List<Crumb> crumbs(User user) {
        return List.of(
                Crumb.of(text("ui.nav.directory")),
                Crumb.of(text("users.title"), "/users"),
                Crumb.of(user.name(), address(user, "")));
    }

    private static String address(User user, String further) {
        return "/users/" + user.id() + further;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
