package io.bailiwick.http;

import io.bailiwick.kernel.OneOf;
import io.bailiwick.kernel.PageRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ParameterNameDiscoverer;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;

/**
 * What a handler reads of a query, or of the fields of a form, as its arguments say.
 *
 * @param initial what it takes when nothing is sent; null when that is not the same as something
 * @param words which words it is one of; null for any
 */
public record QueryField(
        String name,
        ResolvableType type,
        @Nullable String initial,
        @Nullable OneOf words) {
    private static final ParameterNameDiscoverer NAMES = new DefaultParameterNameDiscoverer();

    /** What it reads of the query. The fields of an uploaded form stand in its body instead. */
    public static List<QueryField> ofQuery(HandlerMethod handler) {
        return isUpload(handler) ? List.of() : of(handler);
    }

    /** What it reads of an uploaded form; nothing when it takes none. */
    public static List<QueryField> ofUpload(HandlerMethod handler) {
        return isUpload(handler) ? of(handler) : List.of();
    }

    /** Whether it takes several values, each sent by its own. */
    boolean isList() {
        var plain = type.toClass();
        return plain.isArray() || Iterable.class.isAssignableFrom(plain) || Map.class.isAssignableFrom(plain);
    }

    private static boolean isUpload(HandlerMethod handler) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), RequestMapping.class);
        return mapping != null && Arrays.asList(mapping.consumes()).contains(MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    private static List<QueryField> of(HandlerMethod handler) {
        return Stream.of(handler.getMethodParameters()).flatMap(QueryField::of).toList();
    }

    private static Stream<QueryField> of(MethodParameter argument) {
        var single = argument.getParameterAnnotation(RequestParam.class);
        if (single != null) {
            argument.initParameterNameDiscovery(NAMES);
            var name = single.name().isEmpty() ? String.valueOf(argument.getParameterName()) : single.name();
            return Stream.of(new QueryField(
                    name,
                    ResolvableType.forMethodParameter(argument),
                    initial(single),
                    argument.getParameterAnnotation(OneOf.class)));
        }
        if (argument.getParameterType() == PageRequest.class) {
            return PageRequestArgument.FIELDS.stream();
        }
        return argument.hasParameterAnnotation(ModelAttribute.class)
                ? Stream.of(argument.getParameterType().getRecordComponents())
                        .map(field -> new QueryField(
                                field.getName(),
                                ResolvableType.forType(field.getGenericType()),
                                null,
                                field.getAnnotation(OneOf.class)))
                : Stream.empty();
    }

    private static @Nullable String initial(RequestParam single) {
        var initial = single.defaultValue();
        return initial.equals(ValueConstants.DEFAULT_NONE) || initial.isEmpty() ? null : initial;
    }
}
