package io.bailiwick.users.web;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.http.CsvFile;
import io.bailiwick.http.Wire;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.model.Action;
import io.bailiwick.users.UserExport;
import io.bailiwick.users.UserFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The list of users as a file: what the search finds, all of it, as far as one sees. */
@Controller
class ExportActions {
    private final UserExport export;

    ExportActions(UserExport export) {
        this.export = export;
    }

    /** For people: opens in a spreadsheet. */
    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @GetMapping("/users/export")
    void download(Actor actor, @ModelAttribute UserFilter filter, PageRequest request, HttpServletResponse response)
            throws IOException {
        send(actor, filter, request, response, CsvFile.Reader.PEOPLE);
    }

    /** For scripts. */
    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @GetMapping("/api/v1/users/export")
    @Wire(gives = "text/csv")
    void export(Actor actor, @ModelAttribute UserFilter filter, PageRequest request, HttpServletResponse response)
            throws IOException {
        send(actor, filter, request, response, CsvFile.Reader.SCRIPTS);
    }

    private void send(
            Actor actor, UserFilter filter, PageRequest request, HttpServletResponse response, CsvFile.Reader reader)
            throws IOException {
        var pieces = export.of(actor, filter, request.sort());
        CsvFile.send(response, "users.csv", reader, UserCsv.COLUMNS, pieces, UserCsv::cells);
    }
}
