package io.bailiwick.decisions;

import io.bailiwick.accounts.AccountLocked;
import io.bailiwick.guard.Guard;
import io.bailiwick.guard.Judged;
import io.bailiwick.sessions.RequestSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Type;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Judges a write once more when its body has arrived, and again behind the account's lock: a body may take long to come,
 * and whatever was taken away meanwhile (the session, a right, an address) holds for the request that is on its way too.
 */
@Component
class JudgedAnew {
    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED_VALUE;
    private static final String PARTS = "multipart/";

    private final Guard guard;
    private final RequestSessions sessions;

    JudgedAnew(Guard guard, RequestSessions sessions) {
        this.guard = guard;
        this.sessions = sessions;
    }

    /** After the policy is brought up to date. */
    @EventListener
    @Order(ChangeFeed.UP_TO_DATE + 1)
    void on(AccountLocked locked) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
            Judged.of(current.getRequest())
                    .filter(judged -> judged.actor().account().equals(locked.account()))
                    .ifPresent(judged -> judge(judged, current.getRequest()));
        }
    }

    private void judge(HttpServletRequest request) {
        Judged.of(request).ifPresent(judged -> judge(judged, request));
    }

    private void judge(Judged judged, HttpServletRequest request) {
        sessions.requireOpen(request);
        judged.require(guard);
    }

    /** Bodies that a handler reads. */
    @ControllerAdvice
    static class Bodies extends RequestBodyAdviceAdapter {
        private final JudgedAnew anew;

        Bodies(JudgedAnew anew) {
            this.anew = anew;
        }

        @Override
        public boolean supports(
                MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
            return true;
        }

        @Override
        public Object afterBodyRead(
                Object body,
                HttpInputMessage message,
                MethodParameter parameter,
                Type type,
                Class<? extends HttpMessageConverter<?>> converter) {
            if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
                anew.judge(current.getRequest());
            }
            return body;
        }
    }

    /** Forms, which were read to find their token, after the session had been found. */
    @Configuration(proxyBeanMethods = false)
    static class Forms implements WebMvcConfigurer, HandlerInterceptor {
        private final JudgedAnew anew;

        Forms(JudgedAnew anew) {
            this.anew = anew;
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(this);
        }

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            if (isForm(request)) {
                anew.judge(request);
            }
            return true;
        }

        private static boolean isForm(HttpServletRequest request) {
            var type = request.getContentType();
            return type != null
                    && (type.regionMatches(true, 0, FORM, 0, FORM.length())
                            || type.regionMatches(true, 0, PARTS, 0, PARTS.length()));
        }
    }
}
