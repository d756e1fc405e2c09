package io.bailiwick.areas;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.previews.Outlook;
import io.bailiwick.ui.Confirmation.Field;
import io.bailiwick.ui.Flash;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Deleting an application. */
@Controller
class ApplicationsActions {
    private final Applications applications;
    private final ApplicationPage page;
    private final Asking asking;

    ApplicationsActions(Applications applications, ApplicationPage page, Asking asking) {
        this.applications = applications;
        this.page = page;
        this.asking = asking;
    }

    @GetMapping("/applications/{application}/delete")
    @Guarded(area = PanelArea.AREAS, action = Action.DELETE)
    String askToDelete(Actor actor, Model model, @PathVariable String application) {
        var found = page.get(actor, application);
        var outlook = Outlook.of(() -> applications.previewDeletion(actor, found.id(), null, PageRequest.first()));
        var question = outlook.obstacles().isEmpty()
                ? applications.deletionQuestion(actor, found.id())
                : Optional.<Refusal.Unconfirmed>empty();
        return asking.delete(
                model, "applications", found.name(), here(found), found.version(), found.areas(), outlook, question);
    }

    @PostMapping("/applications/{application}/delete")
    @Guarded(area = PanelArea.AREAS, action = Action.DELETE)
    String delete(
            Actor actor,
            Model model,
            Flash flash,
            @PathVariable String application,
            @RequestParam long version,
            @RequestParam(required = false) @Nullable String confirm) {
        var found = page.get(actor, application);
        try {
            applications.delete(actor, found.id(), version, confirm);
        } catch (Refusal.Unconfirmed unconfirmed) {
            return asking.anew(
                    model,
                    unconfirmed,
                    "applications",
                    "delete",
                    found.name(),
                    here(found),
                    here(found) + "/delete",
                    List.of(new Field("version", Long.toString(version))));
        }
        flash.done("applications.deleted", found.name());
        return "redirect:/applications";
    }

    private static String here(Application application) {
        return "/applications/" + application.id();
    }
}
