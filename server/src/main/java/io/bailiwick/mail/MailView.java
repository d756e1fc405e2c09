package io.bailiwick.mail;

import io.bailiwick.kernel.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What the list of mails shows, as its address holds it; empty values narrow nothing. */
public record MailView(String q, String state, String kind) {
    private static final List<String> KINDS = List.of(
            "invitation",
            "verification",
            "email-changed",
            "password-changed",
            "password-reset",
            "ticket-reply",
            "issue-comment",
            "balance-alert");

    /** The kinds that have a name of their own on the screens. */
    public List<String> kinds() {
        return words();
    }

    /** The words of all kinds that are sent. */
    static List<String> words() {
        return KINDS;
    }

    /**
     * A kind to narrow by, or nothing.
     *
     * @throws Refusal.Invalid when no mail is of that kind
     */
    static String known(String kind) {
        if (!kind.isEmpty() && !KINDS.contains(kind)) {
            throw new Refusal.Invalid(
                    "kind", "`" + kind + "` is no kind: choose one of `" + String.join("`, `", KINDS) + "`.");
        }
        return kind;
    }

    /** The message key of a kind's name. */
    public static String label(String kind) {
        return KINDS.contains(kind) ? "mail.kind." + kind : "mail.kind.other";
    }

    /** Whether anything narrows the list. */
    public boolean isNarrowed() {
        return !(q + state + kind).isBlank();
    }

    /** The page that a cursor leads to; null without one. */
    @Nullable
    String address(@Nullable String after) {
        if (after == null) {
            return null;
        }
        var values = new LinkedHashMap<String, String>(Map.of("q", q, "state", state, "kind", kind, "after", after));
        values.values().removeIf(String::isBlank);
        var address = UriComponentsBuilder.fromPath("/mail");
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }
}
