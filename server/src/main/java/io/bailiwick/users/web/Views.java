package io.bailiwick.users.web;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Page;
import io.bailiwick.ui.Tab;
import io.bailiwick.users.Users;
import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The saved views of the list: searches that are made often, each with how many it finds. */
@Component
class Views {
    static final String INVITED = "status:invited";
    static final String LOCKED = "status:locked";

    private static final Map<String, String> SEARCHES = searches();

    private final Users users;
    private final MessageSource messages;

    Views(Users users, MessageSource messages) {
        this.users = users;
        this.messages = messages;
    }

    /**
     * How many each view finds, counted no further than {@link Page#COUNTED} and one.
     *
     * @param everyone how many there are
     */
    Map<String, Long> counts(Actor actor, long everyone) {
        var counts = users.counts(
                actor, SEARCHES.keySet().stream().filter(q -> !q.isEmpty()).toList(), Page.COUNTED + 1);
        counts.put("", everyone);
        return counts;
    }

    /** The tabs. */
    List<Tab> tabs(Query query, Map<String, Long> counts) {
        var now = query.q().strip();
        return SEARCHES.entrySet().stream()
                .map(view -> new Tab(
                        messages.getMessage(view.getValue(), null, Locale.ENGLISH),
                        query.searching(view.getKey()),
                        number(
                                counts.getOrDefault(view.getKey(), 0L),
                                view.getKey().isEmpty()),
                        view.getKey().equals(now)))
                .toList();
    }

    private static String number(long count, boolean exact) {
        var format = NumberFormat.getIntegerInstance(Locale.ENGLISH);
        return exact || count <= Page.COUNTED ? format.format(count) : format.format(Page.COUNTED) + "+";
    }

    private static Map<String, String> searches() {
        var searches = new LinkedHashMap<String, String>();
        searches.put("", "users.view.everyone");
        searches.put("role:administrator", "users.view.administrators");
        searches.put(INVITED, "users.view.invited");
        searches.put(LOCKED, "users.view.locked");
        searches.put("status:disabled", "users.view.disabled");
        searches.put("last:>90d", "users.view.idle");
        return searches;
    }
}
