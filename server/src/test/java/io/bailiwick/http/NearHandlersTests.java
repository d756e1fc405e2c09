package io.bailiwick.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Passing over handlers changes nothing about which one is found. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NearHandlersTests {
    private final RequestMappingHandlerMapping near = new NearHandlers();
    private final RequestMappingHandlerMapping plain = new RequestMappingHandlerMapping();

    @Controller
    static class Handlers {
        @GetMapping("/users")
        void list() {}

        @GetMapping("/users/{id}")
        void one() {}

        @DeleteMapping("/users/{id}")
        void gone() {}

        @GetMapping("/users/new")
        void form() {}

        @GetMapping({"/users/{id}/history", "/partners/{id}/history"})
        void history() {}

        @PostMapping("/receive/{point}")
        void receive() {}

        @GetMapping("/files/{*rest}")
        void files() {}

        @GetMapping("/a-{letter}/x")
        void letter() {}

        @GetMapping("/{anything}")
        void anything() {}
    }

    @BeforeAll
    void start() {
        for (var mapping : List.of(near, plain)) {
            var context = new StaticWebApplicationContext();
            context.registerSingleton("handlers", Handlers.class);
            context.refresh();
            mapping.setApplicationContext(context);
            mapping.afterPropertiesSet();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/users",
                "/users/",
                "/users/7",
                "/users/new",
                "/users/7/history",
                "/partners/7/history",
                "/%75sers/7",
                "/users/%2e",
                "/receive/door",
                "/files",
                "/files/a/b",
                "/a-b/x",
                "/a-/x",
                "/whatever",
                "/usersx/7",
                "/",
                "/nowhere/at/all"
            })
    void theSameHandlerIsFound(String path) {
        assertThat(Stream.of("GET", "POST", "DELETE").map(method -> found(near, method, path)))
                .containsExactlyElementsOf(Stream.of("GET", "POST", "DELETE")
                        .map(method -> found(plain, method, path))
                        .toList());
    }

    @Test
    void aPathWithAVariableIsFound() {
        assertThat(found(near, "POST", "/receive/door")).isEqualTo("receive");
        assertThat(found(near, "GET", "/%75sers/7")).isEqualTo("one");
    }

    private static String found(RequestMappingHandlerMapping mapping, String method, String path) {
        var request = new MockHttpServletRequest(method, path);
        ServletRequestPathUtils.parseAndCache(request);
        try {
            var chain = mapping.getHandler(request);
            return chain == null
                    ? "none"
                    : ((HandlerMethod) chain.getHandler()).getMethod().getName();
        } catch (Exception refused) {
            return refused.getClass().getSimpleName();
        }
    }
}
