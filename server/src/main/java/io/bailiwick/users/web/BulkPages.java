package io.bailiwick.users.web;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.ui.Confirmation.Field;
import io.bailiwick.ui.Flash;
import io.bailiwick.users.Carried;
import io.bailiwick.users.Deed;
import io.bailiwick.users.Foresight;
import io.bailiwick.users.Selection;
import io.bailiwick.users.Selections;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Asks before many users are changed, does it, and asks anew when something stands against it. */
@Component
class BulkPages {
    private final Selections selections;
    private final BulkGifts gifts;

    BulkPages(Selections selections, BulkGifts gifts) {
        this.selections = selections;
        this.gifts = gifts;
    }

    /** One request on the way. */
    record Way(Actor actor, Picked picked, Flash flash, HttpServletResponse response, Model model) {
        String back() {
            return new Query(picked.search(), picked.order(), "").here();
        }
    }

    /** What is wanted: where it is posted, how the texts call it, and what is posted along. */
    record Wish(String kind, String words, Deed deed, List<Field> fields) {
        Wish(String kind, Deed deed) {
            this(kind, kind, deed, List.of());
        }
    }

    /**
     * The next page.
     *
     * @throws Refusal.Invalid when the deed itself cannot be
     */
    String next(Way way, Wish wish) {
        if (way.picked().isEmpty()) {
            return nobody(way);
        }
        return way.picked().goes() ? done(way, wish) : asked(way, wish, null, null);
    }

    /** Back to the list, since nobody was picked. */
    String nobody(Way way) {
        way.flash().failed("users.bulk.nobody");
        return "redirect:" + way.back();
    }

    private String done(Way way, Wish wish) {
        var picked = way.picked();
        try {
            var done = selections.carryOut(
                    way.actor(), picked.selection(), wish.deed(), picked.goesOn(), picked.confirm());
            tell(way, wish, done);
            if (!done.refused().isEmpty()) {
                way.flash().warning("users.bulk.left-out", done.refused().size());
            }
            return "redirect:" + way.back();
        } catch (Refusal.Unconfirmed unconfirmed) {
            way.response().setStatus(HttpStatus.CONFLICT.value());
            return asked(way, wish, unconfirmed.detail(), unconfirmed.token());
        } catch (Refusal.Conflict conflict) {
            way.response().setStatus(HttpStatus.CONFLICT.value());
            return asked(way, wish, conflict.detail(), null);
        }
    }

    /** What was done: whoever never came has no session that could end, and whoever was so already was not changed. */
    private static void tell(Way way, Wish wish, Carried done) {
        if (done.changed() == 0) {
            way.flash().warning("users.bulk.done.nothing", done.settled().size());
        } else if (wish.words().equals("disable")) {
            way.flash().done("users.bulk.done.disable", done.changed() - done.invited(), done.invited());
        } else {
            way.flash().done("users.bulk.done." + wish.words(), done.changed());
        }
    }

    private String asked(Way way, Wish wish, @Nullable String problem, @Nullable String confirm) {
        try {
            return question(
                    way,
                    wish,
                    selections.foresee(way.actor(), way.picked().selection(), wish.deed()),
                    problem,
                    confirm);
        } catch (Refusal.Conflict changed) {
            var now = new Selection.Matching(way.picked().search(), null);
            way.response().setStatus(HttpStatus.CONFLICT.value());
            return question(way, wish, selections.foresee(way.actor(), now, wish.deed()), changed.detail(), null);
        }
    }

    private String question(
            Way way, Wish wish, Foresight foresight, @Nullable String problem, @Nullable String confirm) {
        var fields = new ArrayList<>(way.picked().as(foresight.version()).fields());
        fields.addAll(wish.fields());
        fields.add(new Field("go", "true"));
        if (!foresight.refused().isEmpty()) {
            fields.add(new Field("withoutRefused", "true"));
        }
        var token =
                confirm == null && foresight.asked() != null ? foresight.asked().token() : confirm;
        if (token != null) {
            fields.add(new Field("confirm", token));
        }
        way.model()
                .addAttribute(
                        "question",
                        new BulkQuestion(
                                wish.kind(),
                                wish.words(),
                                foresight,
                                gifts.of(way.actor(), wish.deed()),
                                fields,
                                problem,
                                way.back()));
        return "users/bulk";
    }
}
