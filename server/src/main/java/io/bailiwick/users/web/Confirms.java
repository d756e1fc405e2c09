package io.bailiwick.users.web;

import io.bailiwick.kernel.Refusal;
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

/** The questions that are asked before something is taken away. */
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

    Confirmation disabled(User user) {
        return new Confirmation(
                text("users.disable.title", user.name()),
                text(
                        "users.disable.consequence",
                        user.groups().size(),
                        user.partners().size()),
                List.of(),
                address(user, "/disable"),
                List.of(new Confirmation.Field("version", Long.toString(user.version()))),
                text("users.disable"),
                address(user, ""),
                true);
    }

    Confirmation deleted(User user) {
        return new Confirmation(
                text("users.delete.title", user.name()),
                text(
                        "users.delete.consequence",
                        user.groups().size(),
                        user.partners().size()),
                List.of(),
                address(user, "/delete"),
                List.of(new Confirmation.Field("version", Long.toString(user.version()))),
                text("users.delete"),
                address(user, ""),
                true);
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
