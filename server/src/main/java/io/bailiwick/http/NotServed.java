package io.bailiwick.http;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Says in the panel's own words what a path takes and gives, to whoever asked it for something else. */
@Component
class NotServed {
    private final MessageSource messages;

    NotServed(MessageSource messages) {
        this.messages = messages;
    }

    /** What is served instead and what to do; empty for what says so itself. */
    Optional<String> words(ErrorResponse fault) {
        return switch (fault) {
            case HttpRequestMethodNotSupportedException method -> Optional.of(method(method));
            case HttpMediaTypeNotSupportedException type -> Optional.of(type(type));
            case HttpMediaTypeNotAcceptableException accept ->
                Optional.of(listed("http.accept", null, names(accept.getSupportedMediaTypes())));
            case MissingServletRequestParameterException missing ->
                Optional.of(text("http.missing", missing.getParameterName()));
            case MissingServletRequestPartException missing ->
                Optional.of(text("http.missing", missing.getRequestPartName()));
            default -> Optional.empty();
        };
    }

    private String method(HttpRequestMethodNotSupportedException fault) {
        var methods = fault.getSupportedMethods();
        return listed("http.method", fault.getMethod(), methods == null ? Set.of() : List.of(methods));
    }

    private String type(HttpMediaTypeNotSupportedException fault) {
        var types = names(fault.getSupportedMediaTypes());
        var sent = fault.getContentType();
        return sent == null && !types.isEmpty()
                ? text("http.type.unsaid", joined(types))
                : listed("http.type", sent == null ? "" : sent.toString(), types);
    }

    /** @param asked what stands before what there is, or null */
    private String listed(String key, @Nullable String asked, Collection<String> served) {
        if (served.isEmpty()) {
            return asked == null ? text(key + ".none") : text(key + ".none", asked);
        }
        return asked == null ? text(key, joined(served)) : text(key, asked, joined(served));
    }

    private static List<String> names(List<MediaType> types) {
        return types.stream().map(MediaType::toString).toList();
    }

    private String joined(Collection<String> served) {
        var quoted = served.stream()
                .distinct()
                .sorted()
                .map(each -> "`" + each + "`")
                .toList();
        var last = quoted.size() - 1;
        return last == 0
                ? quoted.getFirst()
                : text("http.or", String.join(", ", quoted.subList(0, last)), quoted.get(last));
    }

    private String text(String key, String... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
