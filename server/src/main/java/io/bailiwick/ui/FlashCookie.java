package io.bailiwick.ui;

import io.bailiwick.http.Encryption;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** The cookie that carries flash messages: lines of {@code kind key argument…}, tab-separated, in Base64. */
final class FlashCookie {
    static final String NAME = "bailiwick-flash";
    private static final int MESSAGES = 3;
    private static final int ARGUMENTS = 5;
    private static final int LENGTH = 120;
    /** A refusal says why and what to do: cut off it says neither. The longest still fits into a cookie. */
    private static final int REASON = 600;
    /** Numbers are marked so that the message groups them and chooses its plural. */
    private static final String NUMBER = "#";

    private FlashCookie() {}

    static String argument(FlashMessage.Kind kind, Object argument) {
        var text = argument instanceof Number number ? NUMBER + number.longValue() : "=" + argument;
        var clean = text.replaceAll("[\\p{Cc}]", " ");
        var most = kind == FlashMessage.Kind.FAILED ? REASON : LENGTH;
        return clean.length() <= most
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, clean.codePointCount(0, most))) + "…";
    }

    static Object[] values(FlashMessage message) {
        return message.arguments().stream().map(FlashCookie::value).toArray();
    }

    private static Object value(String argument) {
        var body = argument.isEmpty() ? "" : argument.substring(1);
        return argument.startsWith(NUMBER) && body.matches("-?\\d{1,18}") ? (Object) Long.valueOf(body) : body;
    }

    static void write(HttpServletRequest request, HttpServletResponse response, List<FlashMessage> messages) {
        var lines = new ArrayList<String>();
        for (var message : messages.subList(Math.max(0, messages.size() - MESSAGES), messages.size())) {
            var words = message.arguments().stream().limit(ARGUMENTS);
            lines.add(String.join(
                    "\t",
                    Stream.concat(Stream.of(message.kind().name(), message.key()), words)
                            .toList()));
        }
        var bytes = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        send(request, response, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), Duration.ofMinutes(1));
    }

    static List<FlashMessage> take(HttpServletRequest request, HttpServletResponse response) {
        var cookie = WebUtils.getCookie(request, NAME);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return List.of();
        }
        send(request, response, "", Duration.ZERO);
        return read(cookie);
    }

    private static List<FlashMessage> read(Cookie cookie) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
            return text.lines().limit(MESSAGES).map(FlashCookie::message).toList();
        } catch (IllegalArgumentException garbage) {
            return List.of();
        }
    }

    private static FlashMessage message(String line) {
        var words = Arrays.asList(line.split("\t", -1));
        if (words.size() < 2 || words.size() > ARGUMENTS + 2) {
            throw new IllegalArgumentException("not a flash message");
        }
        return new FlashMessage(FlashMessage.Kind.valueOf(words.get(0)), words.get(1), words.subList(2, words.size()));
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        var cookie = ResponseCookie.from(NAME, value)
                .path("/")
                .httpOnly(true)
                .secure(Encryption.of(request))
                .sameSite("Lax")
                .maxAge(age)
                .build();
        var others = response.getHeaders(HttpHeaders.SET_COOKIE).stream()
                .filter(header -> !header.startsWith(NAME + "="))
                .toList();
        response.setHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        others.forEach(header -> response.addHeader(HttpHeaders.SET_COOKIE, header));
    }
}
