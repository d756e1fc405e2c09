package io.bailiwick.sessions;

import io.bailiwick.tokens.Seal;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;

/**
 * CSRF tokens that nobody stores: the seal of the session's id, which stays through a renewal of the secret. Before
 * sign-in a random cookie takes the session's place. What goes out is masked anew each time, so that compression tells
 * nothing about it.
 */
@Component
class CsrfTokens implements CsrfTokenRepository {
    private static final String HEADER = "X-CSRF-Token";
    private static final String FIELD = "_csrf";
    private static final String MADE = CsrfTokens.class.getName();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Seal seal;
    private final RequestSessions sessions;
    private final Transport transport;
    private final XorCsrfTokenRequestAttributeHandler masks = new XorCsrfTokenRequestAttributeHandler();

    CsrfTokens(Seal seal, RequestSessions sessions, Transport transport) {
        this.seal = seal;
        this.sessions = sessions;
        this.transport = transport;
    }

    /** The masked token of what the request has become. */
    String renew(HttpServletRequest request, HttpServletResponse response) {
        masks.handle(request, response, () -> {
            var token = loadToken(request);
            return token == null ? generateToken(request) : token;
        });
        return ((CsrfToken) request.getAttribute(CsrfToken.class.getName())).getToken();
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        var session = sessions.of(request);
        if (session.isPresent()) {
            return token("csrf of session", session.get().id().toString());
        }
        var visitors = visitors(request);
        return visitors.size() == 1 && FORM.matcher(visitors.getFirst()).matches()
                ? token("csrf of visitor", visitors.getFirst())
                : null;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        var visitor = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        request.setAttribute(MADE, visitor);
        return token("csrf of visitor", visitor);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token != null && request.getAttribute(MADE) instanceof String visitor) {
            var encrypted = transport.isEncrypted(request);
            var cookie = ResponseCookie.from(cookieName(encrypted), visitor)
                    .path("/")
                    .httpOnly(true)
                    .secure(encrypted)
                    .sameSite("Lax")
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        }
    }

    private CsrfToken token(String purpose, String holder) {
        return new DefaultCsrfToken(HEADER, FIELD, seal.of(purpose, holder));
    }

    private List<String> visitors(HttpServletRequest request) {
        var name = cookieName(transport.isEncrypted(request));
        var cookies = request.getCookies();
        return cookies == null
                ? List.of()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .toList();
    }

    private static String cookieName(boolean encrypted) {
        return SessionCookies.name(encrypted) + "-visitor";
    }
}
