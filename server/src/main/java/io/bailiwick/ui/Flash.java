package io.bailiwick.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Leaves messages for the next page, across a redirect. A controller takes it as an argument. They travel in a cookie
 * of one minute that holds keys and arguments, so the worst that a forged one can do is to show its own reader one of
 * our texts.
 */
public final class Flash {
    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final List<FlashMessage> messages = new ArrayList<>();

    Flash(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    /** It worked: shows the message with this key on the next page. Numbers and names are its arguments. */
    public void done(String key, Object... arguments) {
        add(FlashMessage.Kind.DONE, key, arguments);
    }

    /** It worked, but something needs attention. */
    public void warning(String key, Object... arguments) {
        add(FlashMessage.Kind.WARNING, key, arguments);
    }

    /** It did not work. */
    public void failed(String key, Object... arguments) {
        add(FlashMessage.Kind.FAILED, key, arguments);
    }

    private void add(FlashMessage.Kind kind, String key, Object... arguments) {
        var words = Stream.of(arguments)
                .map(argument -> FlashCookie.argument(kind, argument))
                .toList();
        messages.add(new FlashMessage(kind, key, words));
        FlashCookie.write(request, response, messages);
    }
}
