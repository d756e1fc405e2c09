package io.bailiwick.ui;

import io.bailiwick.http.OwnPath;
import org.jspecify.annotations.Nullable;

/**
 * What an error page says; rendered by the view {@code ui/error} under the name {@code error}.
 *
 * @param status the HTTP status, 400 to 599
 * @param title the headline, null for the usual one of the status
 * @param detail what happened and what to do about it, null for the usual sentence of the status
 * @param gate the gate that closed, null when none did
 * @param reason why it closed, in a sentence
 * @param decisionId the decision or the fault, to quote to an administrator
 * @param from the page from which was asked, a path of the panel with its query; null when it is not known
 */
public record ErrorPage(
        int status,
        @Nullable String title,
        @Nullable String detail,
        @Nullable String gate,
        @Nullable String reason,
        @Nullable String decisionId,
        @Nullable String from) {
    /** The view that draws it. */
    public static final String VIEW = "ui/error";

    /** The usual page of a status. */
    public static ErrorPage of(int status) {
        return new ErrorPage(status, null, null, null, null, null, null);
    }

    /** The usual headline of the status, with a sentence of one's own. */
    public static ErrorPage of(int status, String detail) {
        return new ErrorPage(status, null, detail, null, null, null, null);
    }

    /** The icon that goes with the status. */
    public String icon() {
        return switch (status) {
            case 401, 403 -> "lock";
            case 404, 410 -> "search";
            case 429, 503 -> "clock";
            default -> "alert-triangle";
        };
    }

    /** Where to sign in, and to be led back from. */
    public String signIn() {
        return OwnPath.signIn(from == null ? "/" : from);
    }

    /** The status whose usual texts fit: itself, or 400 or 500 when it has none of its own. */
    int textStatus() {
        return switch (status) {
            case 400, 401, 403, 404, 405, 409, 410, 412, 413, 415, 422, 429, 500, 503 -> status;
            default -> status < 500 ? 400 : 500;
        };
    }
}
