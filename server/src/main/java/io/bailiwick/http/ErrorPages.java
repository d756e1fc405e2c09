package io.bailiwick.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ProblemDetail;

/** Shows a problem to a person; `ui` does it in the look of the panel. */
public interface ErrorPages {
    /** Writes the whole page, the status being set already. */
    void show(ProblemDetail problem, HttpServletRequest request, HttpServletResponse response) throws IOException;
}
