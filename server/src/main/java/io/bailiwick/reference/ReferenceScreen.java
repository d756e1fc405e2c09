package io.bailiwick.reference;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The API's description for people. */
@Controller
class ReferenceScreen {
    private final Chapters chapters;

    ReferenceScreen(Chapters chapters) {
        this.chapters = chapters;
    }

    @GetMapping("/docs")
    @Guarded(area = PanelArea.ONESELF, action = Action.READ)
    String contents(Model model) {
        model.addAttribute("chapters", chapters.all());
        model.addAttribute("conventions", chapters.conventions());
        model.addAttribute("refusals", chapters.refusals());
        return "reference/contents";
    }

    @GetMapping("/docs/{chapter}")
    @Guarded(area = PanelArea.ONESELF, action = Action.READ)
    String chapter(@PathVariable String chapter, Model model) {
        model.addAttribute("chapter", chapters.of(chapter).orElseThrow(() -> new Refusal.NotFound("page")));
        return "reference/chapter";
    }
}
