package io.bailiwick.areas;

import io.bailiwick.areas.ImportReport.OperationLine;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Flash;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Importing an OpenAPI document: send it, look at what it would change, let it take effect. */
@Controller
class ImportScreens {
    private final OpenApiImports imports;
    private final ApplicationPage page;
    private final ConsequenceWords words;

    ImportScreens(OpenApiImports imports, ApplicationPage page, ConsequenceWords words) {
        this.imports = imports;
        this.page = page;
        this.words = words;
    }

    @PostMapping(path = "/applications/{application}/openapi", consumes = "multipart/form-data")
    @Guarded(area = PanelArea.AREAS, action = Action.UPDATE)
    String send(
            Actor actor,
            Model model,
            HttpServletResponse response,
            @PathVariable String application,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String document)
            throws IOException {
        var found = page.get(actor, application);
        var bytes = file == null || file.isEmpty() ? document.getBytes(StandardCharsets.UTF_8) : file.getBytes();
        try {
            return "redirect:/applications/" + found.id() + "/openapi/" + imports.draft(actor, found.id(), bytes);
        } catch (Refusal.Invalid invalid) {
            return refused(actor, model, response, found, document, invalid);
        }
    }

    @GetMapping("/applications/{application}/openapi/{draft}")
    @Guarded(area = PanelArea.AREAS, action = Action.UPDATE)
    String preview(
            Actor actor,
            Model model,
            HttpServletResponse response,
            @PathVariable String application,
            @PathVariable UUID draft,
            @RequestParam(defaultValue = "") String place) {
        var found = page.get(actor, application);
        var all = place.equals("all");
        try {
            return show(model, found, draft, all, imports.preview(actor, found.id(), draft, all));
        } catch (Refusal.Invalid invalid) {
            return refused(actor, model, response, found, "", invalid);
        }
    }

    @PostMapping("/applications/{application}/openapi/{draft}")
    @Guarded(area = PanelArea.AREAS, action = Action.UPDATE)
    String apply(
            Actor actor,
            Model model,
            Flash flash,
            @PathVariable String application,
            @PathVariable UUID draft,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(required = false) @Nullable String confirm) {
        var found = page.get(actor, application);
        var all = place.equals("all");
        try {
            var report = imports.apply(actor, found.id(), draft, all, confirm);
            flash.done("applications.imported", report.paths(), report.count(ImportReport.NEW));
            if (!report.waiting().isEmpty()) {
                flash.warning("applications.imported.waiting", report.waiting().size());
            }
            return "redirect:/applications/" + found.id();
        } catch (Refusal.Unconfirmed changedMeanwhile) {
            flash.warning("applications.import.changed");
            return "redirect:/applications/" + found.id() + "/openapi/" + draft + (all ? "?place=all" : "");
        }
    }

    private String show(Model model, Application application, UUID draft, boolean all, OpenApiImports.Preview preview) {
        var report = preview.report();
        var byPath = report.operations().stream()
                .collect(Collectors.groupingBy(OperationLine::path, LinkedHashMap::new, Collectors.toList()));
        model.addAttribute("application", application);
        model.addAttribute("draft", draft.toString());
        model.addAttribute("report", report);
        model.addAttribute("all", all);
        model.addAttribute("operations", byPath);
        model.addAttribute(
                "consequences", report.consequences().stream().map(words::of).toList());
        model.addAttribute("warning", report.needsConfirmation() ? report.warning() : "");
        model.addAttribute("confirm", preview.confirm() == null ? "" : preview.confirm());
        return "applications/import";
    }

    private String refused(
            Actor actor,
            Model model,
            HttpServletResponse response,
            Application application,
            String document,
            Refusal.Invalid invalid) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var fields = ApplicationFields.of(application);
        return page.show(actor, model, application, fields, Errors.none(), document, FormText.ofDocument(invalid));
    }
}
