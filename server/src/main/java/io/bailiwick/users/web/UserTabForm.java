package io.bailiwick.users.web;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import io.bailiwick.users.User;
import io.bailiwick.users.UserForm;
import io.bailiwick.users.Users;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The form on a tab of a user's page: drawn, drawn again with what was found, and saved, alike on each. */
@Component
class UserTabForm {
    private final Users users;
    private final Confirms confirms;
    private final LateForms late;

    UserTabForm(Users users, Confirms confirms, LateForms late) {
        this.users = users;
        this.confirms = confirms;
        this.late = late;
    }

    /** One of the tabs. */
    interface Tab {
        /** What follows the user's address. */
        String path();

        /** Writes its part of the fields into a form. */
        UserForm write(UserFields fields, UserForm form);

        /** Draws it. */
        String draw(Actor actor, User user, UserFields fields, Finds finds, Errors errors, Model model);
    }

    /**
     * What is posted along with the fields.
     *
     * @param version the version that was seen, or null
     * @param confirm the token of a confirmation, or null
     */
    record Saving(@Nullable Long version, @Nullable String confirm) {}

    String show(Actor actor, String id, Tab tab, Model model) {
        var user = users.get(actor, UserId.read(id));
        return tab.draw(actor, user, UserFields.of(user), Finds.NONE, Errors.none(), model);
    }

    /** With what was found; what was saved since the form was drawn is told as when it is saved. */
    String find(Actor actor, String id, Tab tab, UserFields fields, Finds finds, Saving saving, Model model) {
        var user = users.get(actor, UserId.read(id));
        if (saving.version() != null && saving.version() != user.version()) {
            tell(actor, user, tab, fields, model);
        }
        return tab.draw(actor, user, fields, finds, Errors.none(), model);
    }

    String save(
            Actor actor,
            String id,
            Tab tab,
            UserFields fields,
            Saving saving,
            Flash flash,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var user = users.get(actor, UserId.read(id));
        try {
            var now =
                    users.update(actor, user.id(), form -> tab.write(fields, form), saving.version(), saving.confirm());
            flash.done("users.saved", now.name());
            return "redirect:/users/" + now.id() + tab.path();
        } catch (Refusal.Stale stale) {
            response.setStatus(HttpStatus.PRECONDITION_FAILED.value());
            return late(actor, users.get(actor, user.id()), tab, fields, model);
        } catch (Refusal.Invalid | Refusal.Conflict | Refusal.Beyond refusal) {
            UserPages.refused(refusal, response);
            return tab.draw(actor, user, fields, Finds.NONE, FieldErrors.of(refusal, fields), model);
        } catch (Refusal.Unconfirmed unconfirmed) {
            return confirms.asked(user, tab.path(), unconfirmed, request, response, model);
        }
    }

    /** As typed, over what somebody else saved meanwhile. */
    private String late(Actor actor, User saved, Tab tab, UserFields fields, Model model) {
        tell(actor, saved, tab, fields, model);
        return tab.draw(actor, saved, fields, Finds.NONE, Errors.none(), model);
    }

    private void tell(Actor actor, User saved, Tab tab, UserFields fields, Model model) {
        model.addAttribute("newer", late.of(actor, saved, tab.write(fields, UserForm.of(saved))));
    }
}
