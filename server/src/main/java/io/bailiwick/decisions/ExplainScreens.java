package io.bailiwick.decisions;

import io.bailiwick.engine.ApplicationDefinition;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.NavItem;
import io.bailiwick.ui.Option;
import io.bailiwick.ui.Phrases;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which an administrator asks why. Its address holds the whole question. */
@Controller
class ExplainScreens {
    private static final List<Option> METHODS =
            List.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE").stream()
                    .map(method -> Option.of(method, method))
                    .toList();

    private final Explanations explanations;
    private final GateSteps steps;
    private final Phrases phrases;

    ExplainScreens(Explanations explanations, GateSteps steps, Phrases phrases) {
        this.explanations = explanations;
        this.steps = steps;
        this.phrases = phrases;
    }

    /** Led to by the id that a refused person names. */
    @GetMapping(path = "/explain", params = "decision")
    @Guarded(area = PanelArea.EXPLAIN, action = Action.READ)
    String decision(Model model, Actor actor, @RequestParam String decision) {
        try {
            return "redirect:/decisions/" + UUID.fromString(decision.strip());
        } catch (IllegalArgumentException notAnId) {
            form(actor, model, new Question("", "GET", "", "", "", ApplicationDefinition.BUILT_IN_KEY));
            model.addAttribute("errors", Errors.none().and("decision", phrases.text("explain.decision.unreadable")));
            model.addAttribute("decision", decision);
            return "explain/explain";
        }
    }

    @GetMapping(path = "/explain", params = "!decision")
    @Guarded(area = PanelArea.EXPLAIN, action = Action.READ)
    String explain(
            Actor actor,
            Model model,
            @RequestParam(required = false) String user,
            @RequestParam(defaultValue = "GET") String method,
            @RequestParam(defaultValue = "") String path,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String partner,
            @RequestParam(defaultValue = ApplicationDefinition.BUILT_IN_KEY) String application) {
        var question = new Question(user == null ? "" : user, method, path, address, partner, application);
        form(actor, model, question);
        if (user != null) {
            answer(actor, model, question);
        }
        return "explain/explain";
    }

    private void form(Actor actor, Model model, Question question) {
        model.addAttribute("question", question);
        model.addAttribute("methods", METHODS);
        model.addAttribute("applications", applications(actor));
        model.addAttribute("errors", Errors.none());
    }

    private void answer(Actor actor, Model model, Question question) {
        try {
            var answer = explanations.explain(actor, question);
            var person = explanations.user(actor, question.user()).toString();
            model.addAttribute("answer", answer);
            model.addAttribute(
                    "steps",
                    steps.of(
                            answer,
                            person,
                            question.application(),
                            question.partner().strip()));
            model.addAttribute("person", person);
        } catch (Refusal.Invalid invalid) {
            model.addAttribute("errors", Errors.of(invalid));
        } catch (Refusal.NotFound missing) {
            model.addAttribute("errors", Errors.none().and("user", missing.detail()));
        }
    }

    private List<Option> applications(Actor actor) {
        return explanations.applications(actor).stream()
                .map(application -> Option.of(
                        application.key(),
                        application.isBuiltIn()
                                ? phrases.text("explain.application.panel")
                                : explanations.applicationName(actor, application.key())))
                .toList();
    }

    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavItem explainItem() {
            return new NavItem(
                    NavItem.Section.GOVERN, 10, "explain.nav", "user-question", "/explain", PanelArea.EXPLAIN);
        }
    }
}
