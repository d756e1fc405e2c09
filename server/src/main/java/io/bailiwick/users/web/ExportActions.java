package io.bailiwick.users.web;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.model.Action;
import io.bailiwick.users.UserExport;
import io.bailiwick.users.UserFilter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The list of users as a file: what the search finds, all of it, as far as one sees. */
@Controller
class ExportActions {
    /** Spreadsheets take a file without it for one of the local code page. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final UserExport export;

    ExportActions(UserExport export) {
        this.export = export;
    }

    /** For people: opens in a spreadsheet. */
    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @GetMapping("/users/export")
    void download(Actor actor, @ModelAttribute UserFilter filter, PageRequest request, HttpServletResponse response)
            throws IOException {
        send(actor, filter, request, response, BYTE_ORDER_MARK);
    }

    /** For scripts. */
    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @GetMapping("/api/v1/users/export")
    void export(Actor actor, @ModelAttribute UserFilter filter, PageRequest request, HttpServletResponse response)
            throws IOException {
        send(actor, filter, request, response, "");
    }

    private void send(Actor actor, UserFilter filter, PageRequest request, HttpServletResponse response, String start)
            throws IOException {
        var pieces = export.of(actor, filter, request.sort());
        response.setContentType("text/csv;charset=UTF-8");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("users.csv").build().toString());
        var out = response.getWriter();
        out.write(start);
        UserCsv.write(pieces, out);
    }
}
