package io.bailiwick.http;

import io.bailiwick.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses fields whose name has an index where none belongs, which would be bound into the middle of lists. Forms have one
 * only for the parts of a row, as in {@code rules[12].area}.
 */
final class PlainNames implements HandlerInterceptor {
    private static final Pattern OF_ROW = Pattern.compile("[a-z]+\\[[0-9]{1,3}]\\.[a-zA-Z.]+");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        for (var name : request.getParameterMap().keySet()) {
            if ((name.indexOf('[') >= 0 || name.indexOf(']') >= 0)
                    && !OF_ROW.matcher(name).matches()) {
                throw new Refusal.Malformed(
                        "A field's name holds no brackets. Send a field several times for several values.");
            }
        }
        return true;
    }
}
