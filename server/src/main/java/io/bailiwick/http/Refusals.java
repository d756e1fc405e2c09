package io.bailiwick.http;

import io.bailiwick.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import org.apache.coyote.CloseNowException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers a request that is refused or failed: a problem detail to a script, a page to a person, the sign-in page to a
 * person who is signed out. Filters and handlers answer alike through this.
 */
@Component
public class Refusals {
    /** PostgreSQL's state for characters that it does not store. */
    private static final String NO_TEXT = "22021";

    private final Problems problems;
    private final ErrorPages pages;
    private final JsonMapper json;
    private final Environment environment;

    Refusals(Problems problems, ErrorPages pages, JsonMapper json, Environment environment) {
        this.problems = problems;
        this.pages = pages;
        this.json = json;
        this.environment = environment;
    }

    /**
     * Answers with what the fault maps to.
     *
     * @throws IOException when an answer is under way already: the connection is broken off, so that the client sees that
     *     it is not whole
     */
    public void answer(Throwable fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (fault instanceof Refusal.TooOften tooOften) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER,
                    Long.toString(Math.max(1, tooOften.retryAfter().toSeconds())));
        }
        if (isLedToSignIn(fault, request, response)) {
            return;
        }
        tellWhatIsServed(fault, response);
        if (response.isCommitted() && isCutOff(fault)) {
            return;
        }
        var problem = problems.of(readable(fault));
        if (response.isCommitted() && !(fault instanceof IOException)) {
            // What is under way cannot become another answer, and must not look like a whole one.
            throw new CloseNowException("broken off: " + problem.getTitle(), fault);
        }
        answer(problem, request, response);
    }

    /** Whoever looks at a page; whoever sends a form, or fetches a part of a page, is told that he is signed out. */
    private boolean isLedToSignIn(Throwable fault, HttpServletRequest request, HttpServletResponse response) {
        if (!(fault instanceof Refusal.SignedOut)
                || !isPage(request)
                || !request.getMethod().equals("GET")) {
            return false;
        }
        if (request.getHeader("HX-Request") == null) {
            response.setStatus(HttpStatus.FOUND.value());
            response.setHeader(HttpHeaders.LOCATION, signIn(request));
            return true;
        }
        if (isSamePage(request)) {
            // A redirect would end within the page: htmx leaves it for what this names.
            response.setHeader("HX-Redirect", signIn(request));
        }
        return false;
    }

    /** Whether htmx asked for the page anew that it is on, such as with another search. */
    private static boolean isSamePage(HttpServletRequest request) {
        var from = OwnPath.from(request);
        return from != null && from.split("\\?", 2)[0].equals(request.getRequestURI());
    }

    /** The client broke its body off, or let it come too slowly; the container closes the connection. */
    private static boolean isCutOff(Throwable fault) {
        return fault instanceof HttpMessageNotReadableException
                && NestedExceptionUtils.getMostSpecificCause(fault) instanceof IOException;
    }

    /** 405 names the methods that are served, 415 the types. */
    private static void tellWhatIsServed(Throwable fault, HttpServletResponse response) {
        if (fault instanceof ErrorResponse framework) {
            framework.getHeaders().forEach((name, values) -> response.setHeader(name, String.join(", ", values)));
        }
    }

    /** What neither the container nor the database can take for text is the sender's fault. */
    private static Throwable readable(Throwable fault) {
        var isText = !(fault instanceof InvalidParameterException)
                && !(fault instanceof DataAccessException data
                        && NestedExceptionUtils.getMostSpecificCause(data) instanceof SQLException sql
                        && NO_TEXT.equals(sql.getSQLState()));
        return isText ? fault : new Refusal.Malformed("The request holds what is no text, such as the character NUL.");
    }

    /** Answers with a status, as the container and the firewall do. */
    public void answer(HttpStatus status, String detail, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(status, Problems.kind(status), detail, request, response);
    }

    /** Answers with a problem of that kind: the last part of its type. */
    public void answer(
            HttpStatus status, String kind, String detail, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answer(problems.problem(status, kind, detail), request, response);
    }

    /** The type of a problem that its status says all of, for whoever answers without this. */
    public static URI type(HttpStatus status) {
        return Problems.type(Problems.kind(status));
    }

    private void answer(ProblemDetail problem, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(problem.getStatus());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.getStatus() == HttpStatus.UNAUTHORIZED.value()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Cookie");
        }
        if (isPage(request)) {
            pages.show(problem, request, response);
        } else {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            json.writeValue(response.getOutputStream(), problem);
        }
    }

    /** Where to sign in, and to be led back from. */
    private static String signIn(HttpServletRequest request) {
        var next = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        return OwnPath.signIn(next);
    }

    /** Scripts are answered as scripts: those of the API, and whoever watches the management port. */
    private boolean isPage(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !path.startsWith("/api/")
                && !path.equals("/openapi.json")
                && !Integer.toString(request.getLocalPort()).equals(environment.getProperty("local.management.port"));
    }
}
