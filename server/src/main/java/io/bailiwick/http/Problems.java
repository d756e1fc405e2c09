package io.bailiwick.http;

import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Gate;
import java.net.URI;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.core.JacksonException;

/** The one place that maps what went wrong to a problem detail (RFC 9457). */
@Component
class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final NotServed notServed;

    Problems(NotServed notServed) {
        this.notServed = notServed;
    }

    /** The name of a kind of problem that its status says all of. */
    static String kind(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "malformed";
            case UNAUTHORIZED -> "signed-out";
            case FORBIDDEN -> "denied";
            case CONTENT_TOO_LARGE -> "too-large";
            case UNPROCESSABLE_CONTENT -> "invalid";
            case TOO_MANY_REQUESTS -> "too-often";
            case INTERNAL_SERVER_ERROR -> "fault";
            case SERVICE_UNAVAILABLE -> "unavailable";
            default -> status.getReasonPhrase().toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        };
    }

    static URI type(String kind) {
        return URI.create("urn:bailiwick:problem:" + kind);
    }

    /** The problem that a client sees; a fault of ours is logged and tells nothing of itself. */
    ProblemDetail of(Throwable fault) {
        return switch (fault) {
            case Refusal refusal -> of(refusal);
            case HttpMessageNotReadableException unreadable ->
                problem(HttpStatus.BAD_REQUEST, "malformed", UnreadJson.reason(unreadable));
            case JacksonException unreadable ->
                problem(HttpStatus.BAD_REQUEST, "malformed", UnreadJson.reason(unreadable));
            case MethodArgumentTypeMismatchException mismatch ->
                problem(HttpStatus.BAD_REQUEST, "malformed", "`" + mismatch.getName() + "` cannot be read.");
            case MaxUploadSizeExceededException large ->
                problem(HttpStatus.CONTENT_TOO_LARGE, "too-large", "Send at most 20 MB.");
            case InvalidPropertyException unbindable ->
                problem(
                        HttpStatus.BAD_REQUEST,
                        "malformed",
                        "`" + unbindable.getPropertyName() + "` is no field here.");
            case MultipartException broken ->
                problem(HttpStatus.BAD_REQUEST, "malformed", "The upload cannot be read: it is not whole.");
            case ErrorResponse framework -> framework(framework);
            case DataAccessException data -> isAway(data) ? away() : unexpected(data);
            case TransactionException unbegun -> isAway(unbegun) ? away() : unexpected(unbegun);
            default -> unexpected(fault);
        };
    }

    /** A problem without an exception behind it. */
    ProblemDetail problem(HttpStatus status, String type, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setType(type(type));
        return problem;
    }

    private ProblemDetail of(Refusal refusal) {
        var detail = refusal.detail();
        return switch (refusal) {
            case Refusal.Malformed malformed -> problem(HttpStatus.BAD_REQUEST, "malformed", detail);
            case Refusal.SignedOut signedOut -> problem(HttpStatus.UNAUTHORIZED, "signed-out", detail);
            case Refusal.Denied denied -> denied(denied);
            case Refusal.Beyond beyond ->
                with(
                        problem(HttpStatus.FORBIDDEN, "beyond-your-rights", detail),
                        Map.of("reason", detail, "decisionId", beyond.decision()));
            case Refusal.NotFound notFound -> problem(HttpStatus.NOT_FOUND, "not-found", detail);
            case Refusal.Conflict conflict -> conflict(conflict);
            case Refusal.Unconfirmed unconfirmed -> unconfirmed(unconfirmed);
            case Refusal.Gone gone -> problem(HttpStatus.GONE, "gone", detail);
            case Refusal.Stale stale ->
                with(
                        problem(HttpStatus.PRECONDITION_FAILED, "stale", detail),
                        Map.of("version", Long.toString(stale.current())));
            case Refusal.TooLarge tooLarge -> problem(HttpStatus.CONTENT_TOO_LARGE, "too-large", detail);
            case Refusal.Invalid invalid ->
                with(problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid", detail), Map.of("errors", invalid.faults()));
            case Refusal.TooOften tooOften -> problem(HttpStatus.TOO_MANY_REQUESTS, "too-often", detail);
            case Refusal.Unavailable unavailable -> problem(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", detail);
        };
    }

    private ProblemDetail denied(Refusal.Denied denied) {
        if (denied.gate() == Gate.AREA || denied.gate() == Gate.DATA) {
            return problem(HttpStatus.NOT_FOUND, "not-found", "There is nothing here, or not in your sight.");
        }
        var problem = with(
                problem(
                        denied.gate() == Gate.PATH ? HttpStatus.BAD_REQUEST : HttpStatus.FORBIDDEN,
                        "denied",
                        denied.detail()),
                Map.of("gate", denied.gate().word(), "reason", denied.detail()));
        return decided(problem, denied);
    }

    private ProblemDetail conflict(Refusal.Conflict conflict) {
        var problem = problem(HttpStatus.CONFLICT, "conflict", conflict.detail());
        return decided(
                conflict.reasons().isEmpty() ? problem : with(problem, Map.of("errors", conflict.reasons())), conflict);
    }

    /** With the id under which the refusal is recorded, if it is. */
    private static ProblemDetail decided(ProblemDetail problem, Refusal refusal) {
        var decision = refusal.decision();
        return decision == null ? problem : with(problem, Map.of("decisionId", decision));
    }

    private ProblemDetail unconfirmed(Refusal.Unconfirmed unconfirmed) {
        return with(
                problem(HttpStatus.CONFLICT, "unconfirmed", unconfirmed.detail()),
                Map.of("difference", unconfirmed.difference(), "confirm", unconfirmed.token()));
    }

    private ProblemDetail framework(ErrorResponse fault) {
        var status = HttpStatus.valueOf(fault.getStatusCode().value());
        var detail = status == HttpStatus.NOT_FOUND
                ? "There is nothing here, or not in your sight."
                : notServed.words(fault).orElse(fault.getBody().getDetail());
        return problem(status, kind(status), detail == null ? status.getReasonPhrase() : detail);
    }

    private ProblemDetail away() {
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable",
                "The database does not answer. Try again shortly; if this was a change, look first whether it was made.");
    }

    /** SQLSTATE class 08 (connection) or 57P (the server is stopping); what has no SQLSTATE was said by the pool. */
    private static boolean isAway(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && (sql.getSQLState() == null
                            || sql.getSQLState().startsWith("08")
                            || sql.getSQLState().startsWith("57P"))) {
                return true;
            }
        }
        return false;
    }

    private ProblemDetail unexpected(Throwable fault) {
        var id = Ids.next();
        LOG.error("A request failed unexpectedly: {}", id, fault);
        return with(
                problem(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "fault",
                        "Something went wrong on our side. The log says more under the id `" + id + "`."),
                Map.of("errorId", id));
    }

    private static ProblemDetail with(ProblemDetail problem, Map<String, ?> properties) {
        properties.forEach(problem::setProperty);
        return problem;
    }
}
