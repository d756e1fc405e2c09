package io.bailiwick.users.web;

import io.bailiwick.accounts.Past;
import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.users.Ties;
import io.bailiwick.users.User;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells a user's history in words, as far as the reader sees what it names. */
@Component
class Telling {
    private static final List<String> ORDER = List.of(
            "status",
            "email",
            "emailVerified",
            "name",
            "role",
            "permissions",
            "groups",
            "dataAccess",
            "reseller",
            "sharedTickets",
            "timeZone",
            "network",
            "mustChangePassword");

    private final MessageSource messages;
    private final Ties ties;
    private final Guard guard;

    Telling(MessageSource messages, Ties ties, Guard guard) {
        this.messages = messages;
        this.ties = ties;
        this.guard = guard;
    }

    /** The lines, in the order given. Addresses of others are kept from those who do not see all of the account. */
    List<Told> of(Actor actor, List<Past> past) {
        var isLimited = guard.reseller(actor) != null;
        var values = new FieldWords(messages, names(actor, past), isLimited);
        return past.stream()
                .map(each -> new Told(
                        each.at(),
                        text("user.history.kind." + each.kind(), text("user.history.kind.other", each.kind())),
                        each.actorName(),
                        isLimited ? "" : each.address(),
                        differences(values, each)))
                .toList();
    }

    private List<Told.Difference> differences(FieldWords words, Past past) {
        var differences = new ArrayList<Told.Difference>();
        for (var field : fields(past)) {
            var before = words.of(field, past.before().get(field));
            var after = words.of(field, past.after().get(field));
            var startsAsNo =
                    past.before().isEmpty() && Boolean.FALSE.equals(past.after().get(field));
            if (!before.equals(after) && !startsAsNo) {
                differences.add(new Told.Difference(text("user.history.field." + field, field), before, after));
            }
        }
        return differences;
    }

    private static Set<String> fields(Past past) {
        var there = new TreeSet<>(past.before().keySet());
        there.addAll(past.after().keySet());
        var fields = new LinkedHashSet<>(ORDER);
        fields.retainAll(there);
        fields.addAll(there);
        return fields;
    }

    /** What the keys in these lines stand for, as far as the actor sees it. */
    private Map<String, String> names(Actor actor, List<Past> past) {
        var partners = new TreeSet<String>();
        var resellers = new TreeSet<String>();
        past.stream().flatMap(each -> Stream.of(each.before(), each.after())).forEach(fields -> {
            partners.addAll(FieldWords.partners(fields.get("dataAccess")));
            if (fields.get("reseller") instanceof String key) {
                resellers.add(key);
            }
        });
        var names = ties.partners(actor, partners).stream()
                .collect(Collectors.toMap(partner -> "partner " + partner.key(), User.Partner::name));
        resellers.forEach(key -> ties.reseller(actor, key)
                .ifPresent(reseller -> names.put("reseller " + reseller.key(), reseller.name())));
        return names;
    }

    private String text(String key, String otherwise) {
        var text = messages.getMessage(key, null, otherwise, Locale.ENGLISH);
        return text == null ? otherwise : text;
    }
}
