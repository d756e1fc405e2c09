package io.bailiwick.areas;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.previews.Outlook;
import io.bailiwick.previews.Review;
import io.bailiwick.ui.Crumb;
import io.bailiwick.ui.Phrases;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a change of an area would do, while it is made and before it is saved; nothing is saved here. */
@Controller
class AreaReviewScreen {
    private final Areas areas;
    private final AreaPage page;
    private final Asking asking;
    private final Phrases phrases;

    AreaReviewScreen(Areas areas, AreaPage page, Asking asking, Phrases phrases) {
        this.areas = areas;
        this.page = page;
        this.asking = asking;
        this.phrases = phrases;
    }

    @PostMapping("/areas/{area}/outlook")
    @Guarded(area = PanelArea.AREAS, action = Action.UPDATE)
    String outlook(
            Actor actor,
            Model model,
            @PathVariable String area,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String gate,
            @RequestParam(defaultValue = "") String paths) {
        var found = page.get(actor, area);
        var form = new AreaFields(found.applicationKey(), name, gate, paths).form();
        model.addAttribute(
                "outlook", Outlook.of(() -> areas.preview(actor, found.id(), null, form, PageRequest.first())));
        return Outlook.VIEW;
    }

    @PostMapping("/areas/{area}/review")
    @Guarded(area = PanelArea.AREAS, action = Action.UPDATE)
    String review(
            Actor actor,
            Model model,
            HttpServletResponse response,
            @PathVariable String area,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String gate,
            @RequestParam(defaultValue = "") String paths) {
        var found = page.get(actor, area);
        var fields = new AreaFields(found.applicationKey(), name, gate, paths);
        try {
            var effect = areas.preview(actor, found.id(), version, fields.form(), PageRequest.first());
            var asked = areas.question(actor, found.id(), fields.form());
            return new Review(
                            phrases.text("previews.review.title", found.name()),
                            Review.Deed.SAVING,
                            Outlook.told(effect),
                            asked.map(Refusal::detail).orElse(null),
                            asked.map(asking::effects).orElse(List.of()),
                            "/areas/" + found.id(),
                            fields.hidden(version, asked.map(Refusal.Unconfirmed::token)),
                            "/areas/" + found.id())
                    .in(model, crumbs(found));
        } catch (Refusal.Stale stale) {
            return page.stale(actor, model, response, page.get(actor, area), fields);
        } catch (Refusal.Invalid | Refusal.Conflict refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page.show(actor, model, found, fields, fields.errors(refused));
        }
    }

    private List<Crumb> crumbs(Area area) {
        return List.of(
                Crumb.of(phrases.text("ui.nav.govern")),
                Crumb.of(phrases.text("areas.title"), "/areas"),
                Crumb.of(area.name(), "/areas/" + area.id()));
    }
}
