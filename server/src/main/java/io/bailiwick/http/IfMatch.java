package io.bailiwick.http;

import io.bailiwick.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * The version that the client believes to be there, from `If-Match: "3"`; declared as a handler's argument.
 *
 * @param version the version, or null when the client named none
 */
public record IfMatch(@Nullable Long version) {
    static class Resolver implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == IfMatch.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            var header = request.getHeader(HttpHeaders.IF_MATCH);
            return header == null || header.strip().equals("*") ? new IfMatch(null) : read(header.strip());
        }

        private static IfMatch read(String header) {
            try {
                return new IfMatch(Long.parseLong(header.replaceFirst("^W/", "").replace("\"", "")));
            } catch (NumberFormatException notOurs) {
                throw new Refusal.Malformed("`If-Match` takes a resource's version, such as `\"3\"`.");
            }
        }
    }
}
