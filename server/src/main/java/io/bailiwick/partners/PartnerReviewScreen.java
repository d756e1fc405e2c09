package io.bailiwick.partners;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.previews.Outlook;
import io.bailiwick.previews.Review;
import io.bailiwick.ui.Crumb;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Phrases;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a change of a partner would do, while it is made and before it is saved; nothing is saved here. */
@Controller
class PartnerReviewScreen {
    private final Partners partners;
    private final PartnerPages pages;
    private final Phrases phrases;

    PartnerReviewScreen(Partners partners, PartnerPages pages, Phrases phrases) {
        this.partners = partners;
        this.pages = pages;
        this.phrases = phrases;
    }

    @PostMapping("/partners/{partner}/outlook")
    @Guarded(area = PanelArea.PARTNERS, action = Action.UPDATE)
    String outlook(
            Actor actor, Model model, @PathVariable String partner, @ModelAttribute("fields") PartnerFields fields) {
        var id = partners.get(actor, partner).id();
        model.addAttribute(
                "outlook", Outlook.of(() -> partners.preview(actor, id, null, fields.form(), PageRequest.first())));
        return Outlook.VIEW;
    }

    @PostMapping("/partners/{partner}/review")
    @Guarded(area = PanelArea.PARTNERS, action = Action.UPDATE)
    String review(
            Actor actor,
            Model model,
            HttpServletResponse response,
            @PathVariable String partner,
            @RequestParam long version,
            @ModelAttribute("fields") PartnerFields fields,
            @RequestParam MultiValueMap<String, String> posted) {
        var found = partners.get(actor, partner);
        var here = "/partners/" + found.id();
        try {
            var effect = partners.preview(actor, found.id(), version, fields.form(), PageRequest.first());
            return new Review(
                            phrases.text("previews.review.title", found.name()),
                            Review.Deed.SAVING,
                            Outlook.told(effect),
                            null,
                            List.of(),
                            here,
                            Review.again(posted, null),
                            here)
                    .in(
                            model,
                            List.of(
                                    Crumb.of(phrases.text("ui.nav.directory")),
                                    Crumb.of(phrases.text("partners.title"), "/partners"),
                                    Crumb.of(found.name(), here)));
        } catch (Refusal.Stale stale) {
            return pages.stale(actor, model, response, stale, partners.get(actor, found.id()), fields);
        } catch (Refusal.Invalid | Refusal.Conflict | Refusal.Beyond refused) {
            return pages.show(actor, model, found, fields, Errors.refused(response, refused, "key"));
        }
    }
}
