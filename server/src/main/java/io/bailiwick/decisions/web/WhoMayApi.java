package io.bailiwick.decisions.web;

import io.bailiwick.decisions.MayQuestion;
import io.bailiwick.decisions.MayUser;
import io.bailiwick.decisions.UserAccess;
import io.bailiwick.decisions.WhoMay;
import io.bailiwick.decisions.WhoMayExport;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.http.CsvFile;
import io.bailiwick.http.Wire;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.OneOf;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.model.Action;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Who may do something in an area: for scripts, and all of them as a file. */
@Controller
class WhoMayApi {
    private static final List<String> COLUMNS = List.of("name", "email", "role", "groups", "reseller", "id");

    private final WhoMay whoMay;
    private final WhoMayExport export;

    WhoMayApi(WhoMay whoMay, WhoMayExport export) {
        this.whoMay = whoMay;
        this.export = export;
    }

    @Guarded(area = PanelArea.EXPLAIN, action = Action.READ)
    @GetMapping("/api/v1/areas/{area}/users")
    @ResponseBody
    Page<MayUser> list(
            Actor actor,
            @PathVariable String area,
            @OneOf(Action.class) @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String partner,
            PageRequest request) {
        return whoMay.page(actor, new MayQuestion(area, action, partner), request);
    }

    /** For people: opens in a spreadsheet. */
    @Guarded(area = PanelArea.EXPLAIN, action = Action.READ)
    @GetMapping("/areas/{area}/users/export")
    void download(
            Actor actor,
            @PathVariable String area,
            @OneOf(Action.class) @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String partner,
            HttpServletResponse response)
            throws IOException {
        send(actor, new MayQuestion(area, action, partner), response, CsvFile.Reader.PEOPLE);
    }

    /** For scripts. */
    @Guarded(area = PanelArea.EXPLAIN, action = Action.READ)
    @GetMapping("/api/v1/areas/{area}/users/export")
    @Wire(gives = "text/csv")
    void export(
            Actor actor,
            @PathVariable String area,
            @OneOf(Action.class) @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String partner,
            HttpServletResponse response)
            throws IOException {
        send(actor, new MayQuestion(area, action, partner), response, CsvFile.Reader.SCRIPTS);
    }

    private void send(Actor actor, MayQuestion question, HttpServletResponse response, CsvFile.Reader reader)
            throws IOException {
        var pieces = export.of(actor, question);
        CsvFile.send(response, "who-may.csv", reader, COLUMNS, pieces, WhoMayApi::cells);
    }

    private static List<String> cells(MayUser user) {
        return List.of(
                CsvFile.safe(user.name()),
                CsvFile.safe(user.email()),
                user.role(),
                CsvFile.joined(
                        user.groups().stream().map(UserAccess.GroupName::name).toList()),
                CsvFile.safe(Objects.requireNonNullElse(user.reseller(), "")),
                user.id().toString());
    }
}
