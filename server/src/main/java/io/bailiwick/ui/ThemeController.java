package io.bailiwick.ui;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.http.Encryption;
import io.bailiwick.http.OwnPath;
import io.bailiwick.model.Action;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps the choice of light or dark, for browsers without script. */
@Controller
class ThemeController {
    @Guarded(area = PanelArea.PUBLIC, action = Action.UPDATE)
    @PostMapping("/theme")
    String choose(
            @RequestParam String theme,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        var cookie = ResponseCookie.from(Uis.THEME_COOKIE, theme.equals("dark") ? "dark" : "light")
                .path("/")
                .secure(Encryption.of(request))
                .sameSite("Lax")
                .maxAge(theme.equals("system") ? Duration.ZERO : Duration.ofDays(365))
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:" + (OwnPath.is(to) ? to : "/");
    }
}
