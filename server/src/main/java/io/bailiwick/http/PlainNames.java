package io.bailiwick.http;

import io.bailiwick.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses fields with an index in their name, which would be bound into the middle of lists; no form of ours has one. */
final class PlainNames implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        for (var name : request.getParameterMap().keySet()) {
            if (name.indexOf('[') >= 0 || name.indexOf(']') >= 0) {
                throw new Refusal.Malformed(
                        "A field's name holds no brackets. Send a field several times for several values.");
            }
        }
        return true;
    }
}
