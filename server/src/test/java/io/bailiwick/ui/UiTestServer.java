package io.bailiwick.ui;

import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The kit alone behind a real Tomcat, with the headers of the product. No `@Configuration`: the product's scan would find it. */
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
@Import({UiConfiguration.class, StyleguideController.class, ThemeController.class})
class UiTestServer {
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            + "font-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    Filter headers() {
        return (request, response, chain) -> {
            ((HttpServletResponse) response).setHeader("Content-Security-Policy", POLICY);
            chain.doFilter(request, response);
        };
    }

    @Bean
    Guard guard() {
        return (Guard) java.lang.reflect.Proxy.newProxyInstance(
                Guard.class.getClassLoader(), new Class<?>[] {Guard.class}, (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    @Bean
    AccountNames accountNames() {
        return account -> "Northgate Telecom";
    }

    @Bean
    NavItem users() {
        return new NavItem(NavItem.Section.DIRECTORY, 1, "ui.search", "users", "/styleguide", PanelArea.USERS);
    }

    @Bean
    NavItem people() {
        return new NavItem(NavItem.Section.DIRECTORY, 2, "ui.role.normal", "user", "/users", PanelArea.USERS);
    }

    @Bean
    NavItem explain() {
        return new NavItem(NavItem.Section.GOVERN, 1, "ui.any", "user-question", "/explain", PanelArea.EXPLAIN);
    }
}
