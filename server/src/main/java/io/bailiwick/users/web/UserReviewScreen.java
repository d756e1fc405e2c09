package io.bailiwick.users.web;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import io.bailiwick.previews.Outlook;
import io.bailiwick.previews.Review;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Phrases;
import io.bailiwick.users.Rehearsals;
import io.bailiwick.users.User;
import io.bailiwick.users.UserForm;
import io.bailiwick.users.Users;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a change of a user's access would do, on a page of its own before it is saved; nothing is saved here. */
@Controller
class UserReviewScreen {
    private final Users users;
    private final Rehearsals rehearsals;
    private final UserPages pages;
    private final Confirms confirms;
    private final LateForms late;
    private final Phrases phrases;

    UserReviewScreen(
            Users users, Rehearsals rehearsals, UserPages pages, Confirms confirms, LateForms late, Phrases phrases) {
        this.users = users;
        this.rehearsals = rehearsals;
        this.pages = pages;
        this.confirms = confirms;
        this.late = late;
        this.phrases = phrases;
    }

    @Guarded(area = PanelArea.USERS, action = Action.UPDATE)
    @PostMapping("/users/{id}/review")
    String review(
            Actor actor,
            @PathVariable String id,
            @ModelAttribute("fields") UserFields fields,
            @RequestParam(required = false) @Nullable Long version,
            @RequestParam MultiValueMap<String, String> posted,
            HttpServletResponse response,
            Model model) {
        var user = users.get(actor, UserId.read(id));
        try {
            var effect = rehearsals.preview(actor, user.id(), fields::access, version, PageRequest.first());
            var asked = asked(actor, user, fields);
            return new Review(
                            phrases.text("previews.review.title", user.name()),
                            Review.Deed.SAVING,
                            Outlook.told(effect),
                            asked.map(Refusal::detail).orElse(null),
                            List.of(),
                            "/users/" + user.id(),
                            Review.again(
                                    posted,
                                    asked.map(Refusal.Unconfirmed::token).orElse(null)),
                            "/users/" + user.id())
                    .in(model, confirms.crumbs(user));
        } catch (Refusal.Stale stale) {
            response.setStatus(HttpStatus.PRECONDITION_FAILED.value());
            var saved = users.get(actor, user.id());
            model.addAttribute("newer", late.of(actor, saved, fields.access(UserForm.of(saved))));
            return pages.access(actor, saved, fields, Finds.NONE, Errors.none(), model);
        } catch (Refusal.Invalid | Refusal.Conflict | Refusal.Beyond refusal) {
            UserPages.refused(refusal, response);
            return pages.access(actor, user, fields, Finds.NONE, FieldErrors.of(refusal, fields), model);
        }
    }

    private Optional<Refusal.Unconfirmed> asked(Actor actor, User user, UserFields fields) {
        return rehearsals
                .update(actor, user, fields::access)
                .filter(Refusal.Unconfirmed.class::isInstance)
                .map(Refusal.Unconfirmed.class::cast);
    }
}
