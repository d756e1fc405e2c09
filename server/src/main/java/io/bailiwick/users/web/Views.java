package io.bailiwick.users.web;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.ui.Tab;
import io.bailiwick.users.SavedView;
import io.bailiwick.users.SavedViews;
import io.bailiwick.users.Users;
import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The views of the list: searches that are made often and those that somebody keeps for himself, each a tab. How many each
 * finds is counted once the page is there, since a page does not wait for that.
 */
@Component
class Views {
    private static final String INVITED = "invited";
    private static final String LOCKED = "locked";

    /** The built-in ones: what they search for, by the word of their text. */
    private static final Map<String, String> SEARCHES = searches();

    private final Users users;
    private final SavedViews saved;
    private final MessageSource messages;

    Views(Users users, SavedViews saved, MessageSource messages) {
        this.users = users;
        this.saved = saved;
        this.messages = messages;
    }

    /** The tabs, the built-in ones first. */
    List<Tab> tabs(Actor actor, Query query, long everyone) {
        var now = query.q().strip();
        var all = Tab.of(
                text("users.view.everyone"),
                query.searching(""),
                number(OptionalLong.of(everyone), true),
                now.isEmpty());
        var ours = SEARCHES.entrySet().stream()
                .map(view -> Tab.counted(
                        text("users.view." + view.getKey()),
                        query.searching(view.getValue()),
                        place(view.getKey()),
                        view.getValue().equals(now)));
        var theirs = saved.of(actor).stream()
                .map(view -> Tab.counted(
                        view.name(), Query.of(view).here(), place(view.id().toString()), isShown(view, query)));
        return Stream.of(Stream.of(all), ours, theirs).flatMap(each -> each).toList();
    }

    /** What is to be written in which place of the page. */
    Map<String, String> counts(Actor actor) {
        var counts = new LinkedHashMap<String, String>();
        var ours = new LinkedHashMap<String, OptionalLong>();
        SEARCHES.forEach((word, q) -> ours.put(word, count(actor, q)));
        ours.forEach((word, count) -> counts.put(place(word), number(count, false)));
        saved.of(actor).forEach(view -> counts.put(place(view.id().toString()), number(count(actor, view.q()), false)));
        counts.put("open", open(found(ours, INVITED), found(ours, LOCKED)));
        return counts;
    }

    private static long found(Map<String, OptionalLong> counts, String word) {
        return counts.getOrDefault(word, OptionalLong.empty()).orElse(0);
    }

    private String open(long invited, long locked) {
        return invited + locked == 0
                ? ""
                : messages.getMessage("users.lead.open", new Object[] {invited, locked}, Locale.ENGLISH);
    }

    /** Empty when something in the search has come to mean nothing, such as a group that was deleted. */
    private OptionalLong count(Actor actor, String q) {
        try {
            return OptionalLong.of(users.count(actor, q, Page.COUNTED + 1));
        } catch (Refusal.Invalid meansNothing) {
            return OptionalLong.empty();
        }
    }

    private static boolean isShown(SavedView view, Query query) {
        var its = Query.of(view);
        return its.q().equals(query.q().strip()) && its.sort().equals(query.sort());
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }

    private static String place(String view) {
        return "count-" + view;
    }

    private static String number(OptionalLong count, boolean exact) {
        var format = NumberFormat.getIntegerInstance(Locale.ENGLISH);
        return count.isEmpty()
                ? "–"
                : exact || count.getAsLong() <= Page.COUNTED
                        ? format.format(count.getAsLong())
                        : format.format(Page.COUNTED) + "+";
    }

    private static Map<String, String> searches() {
        var searches = new LinkedHashMap<String, String>();
        searches.put("administrators", "role:administrator");
        searches.put(INVITED, "status:invited");
        searches.put(LOCKED, "status:locked");
        searches.put("disabled", "status:disabled");
        searches.put("idle", "last:>90d");
        return searches;
    }
}
