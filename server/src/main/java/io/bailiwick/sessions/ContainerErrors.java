package io.bailiwick.sessions;

import io.bailiwick.http.Refusals;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Answers what Tomcat refuses before any of our code sees it, such as a request line that is none: with the same security
 * headers as everything else, and without a word about the server.
 */
public final class ContainerErrors extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, Throwable fault) {
        if (response.getStatus() < HttpStatus.BAD_REQUEST.value() || !response.setErrorReported()) {
            return;
        }
        // Tomcat says 404 where an escaped slash keeps it from finding any application: the request is malformed.
        var status = HttpStatus.resolve(response.getStatus());
        if (status == null || status == HttpStatus.NOT_FOUND) {
            status = HttpStatus.BAD_REQUEST;
        }
        try {
            if (request.getRequestURI() != null && Doors.isProxys(request)) {
                status = HttpStatus.FORBIDDEN;
                response.setHeader("Bailiwick-Reason", "The request cannot be read");
            }
            response.setStatus(status.value());
            SecurityHeaders.set(response, request.isSecure());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getReporter()
                    .write("""
                    {"type":"%s","title":"%s","status":%d,"detail":"The request cannot be read."}""".formatted(Refusals.type(status), status.getReasonPhrase(), status.value()));
            response.finishResponse();
        } catch (IOException gone) {
            // Nobody is there any more to be told.
        }
    }
}
