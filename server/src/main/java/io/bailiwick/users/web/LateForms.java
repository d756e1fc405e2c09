package io.bailiwick.users.web;

import io.bailiwick.accounts.Changes;
import io.bailiwick.kernel.Actor;
import io.bailiwick.ui.Newer;
import io.bailiwick.users.Ties;
import io.bailiwick.users.User;
import io.bailiwick.users.UserForm;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells a form about a user that came too late where it differs from what somebody else saved meanwhile. */
@Component
class LateForms {
    private final Ties ties;
    private final Changes changes;
    private final MessageSource messages;

    LateForms(Ties ties, Changes changes, MessageSource messages) {
        this.ties = ties;
        this.changes = changes;
        this.messages = messages;
    }

    /**
     * The note above the form.
     *
     * @param typed the user as the form would make it
     */
    Newer of(Actor actor, User saved, UserForm typed) {
        var there = words(actor, UserForm.of(saved));
        var wanted = words(actor, typed);
        var comparison = new Newer.Comparison();
        there.forEach((field, value) -> comparison.field(
                messages.getMessage("user.history.field." + field, null, Locale.ENGLISH),
                value,
                wanted.getOrDefault(field, "")));
        return changes.newer(actor, saved.id().value(), comparison);
    }

    private Map<String, String> words(Actor actor, UserForm form) {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("email", form.email());
        values.put("name", form.name());
        values.put("role", form.role());
        values.put("permissions", form.permissions());
        values.put(
                "groups",
                ties.groups(actor, listed(form.groups())).stream()
                        .map(User.Group::name)
                        .toList());
        values.put("dataAccess", data(form));
        values.put("reseller", form.reseller());
        values.put("sharedTickets", Boolean.TRUE.equals(form.sharedTickets()));
        values.put("timeZone", form.timeZone());
        values.put("network", form.network());
        values.put("mustChangePassword", Boolean.TRUE.equals(form.mustChangePassword()));
        var words = new FieldWords(messages, names(actor, form), false);
        var told = new LinkedHashMap<String, String>();
        values.forEach((field, value) -> told.put(field, words.of(field, value)));
        return told;
    }

    private Map<String, String> names(Actor actor, UserForm form) {
        var names = new HashMap<String, String>();
        ties.partners(actor, partners(form)).forEach(partner -> names.put("partner " + partner.key(), partner.name()));
        ties.reseller(actor, form.reseller())
                .ifPresent(reseller -> names.put("reseller " + reseller.key(), reseller.name()));
        return names;
    }

    /** The data of all partners comes with the role of an Administrator. */
    private static Map<String, Object> data(UserForm form) {
        var data = form.dataAccess();
        var mode = data == null ? "all" : data.mode() == null ? "none" : data.mode();
        return Map.of("mode", mode, "partners", partners(form).stream().sorted().toList());
    }

    private static List<String> partners(UserForm form) {
        return form.dataAccess() == null ? List.of() : listed(form.dataAccess().partners());
    }

    private static List<String> listed(@Nullable List<String> values) {
        return values == null ? List.of() : values;
    }
}
