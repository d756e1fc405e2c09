package io.bailiwick.security;

import io.bailiwick.guard.Guarded;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.model.AreaGate;
import java.lang.reflect.Type;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * A call of the running server, with what its handler takes: a new one is in here on the day that it is made.
 *
 * @param body the type of the body, or null; for a patch that of what is patched, where that can be told
 * @param values the names of what may follow in the query
 */
record AnyCall(String method, String pattern, @Nullable Type body, List<String> values) {
    private static final Pattern VARIABLE = Pattern.compile("([a-z-]+)/\\{[a-zA-Z]+}");

    /** Every call of ours that asks who one is, but for signing out. */
    static List<AnyCall> all(RequestMappingHandlerMapping mapping) {
        var all = mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> isAsked(entry.getValue()))
                .flatMap(entry -> entry.getKey().getMethodsCondition().getMethods().stream()
                        .flatMap(method -> entry.getKey().getPatternValues().stream()
                                .map(pattern -> of(method.name(), pattern, entry.getValue()))))
                .filter(call -> !call.pattern().equals("/api/v1/session")
                        && !call.pattern().equals("/sign-out"))
                .sorted(Comparator.comparing(AnyCall::toString))
                .toList();
        return all.stream().map(call -> call.patching(all)).toList();
    }

    boolean isApi() {
        return pattern.startsWith("/api/");
    }

    /** The address of a made-up request. */
    String address(Guesses guesses, Random random) {
        var path = VARIABLE.matcher(pattern)
                .replaceAll(found -> found.group(1) + "/" + encoded(guesses.thing(found.group(1))));
        var query = new ArrayList<String>();
        for (var name : values) {
            if (random.nextInt(3) > 0) {
                query.add(name + "=" + encoded(guesses.text(name)));
            }
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private static boolean isAsked(HandlerMethod handler) {
        var guarded = handler.getMethodAnnotation(Guarded.class);
        return guarded != null && guarded.area().gate() != AreaGate.PUBLIC;
    }

    private static AnyCall of(String method, String pattern, HandlerMethod handler) {
        Type body = null;
        var values = new ArrayList<String>();
        for (var parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                body = parameter.getGenericParameterType();
            } else {
                names(parameter).forEach(values::add);
            }
        }
        return new AnyCall(method, pattern, body, values);
    }

    private static Stream<String> names(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
        var asked = parameter.getParameterAnnotation(RequestParam.class);
        if (asked != null) {
            var name = asked.name().isEmpty() ? asked.value() : asked.name();
            return Stream.of(name.isEmpty() ? Objects.requireNonNull(parameter.getParameterName()) : name);
        }
        if (parameter.getParameterType() == PageRequest.class) {
            return Stream.of("limit", "sort");
        }
        return parameter.hasParameterAnnotation(ModelAttribute.class)
                        && parameter.getParameterType().isRecord()
                ? Stream.of(parameter.getParameterType().getRecordComponents()).map(each -> each.getName())
                : Stream.of();
    }

    /** A patch says nothing of its fields: they are those of what is made by a post. */
    private AnyCall patching(List<AnyCall> all) {
        var made = pattern.replaceAll("/\\{[a-zA-Z]+}$", "");
        return body != JsonNode.class
                ? this
                : all.stream()
                        .filter(call ->
                                call.method().equals("POST") && call.pattern().equals(made))
                        .map(call -> new AnyCall(method, pattern, call.body(), values))
                        .findFirst()
                        .orElse(this);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
