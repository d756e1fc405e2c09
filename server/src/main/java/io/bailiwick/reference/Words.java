package io.bailiwick.reference;

import io.bailiwick.kernel.OneOf;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;
import tools.jackson.databind.node.ObjectNode;

/** The words that a text is one of, read from whatever {@link OneOf} names. */
final class Words {
    private Words() {}

    /** Says them in the schema of a text, or of what holds texts. */
    static ObjectNode say(ObjectNode schema, Class<?> holder) {
        if (schema.get("items") instanceof ObjectNode items) {
            say(items, holder);
        } else if (schema.get("additionalProperties") instanceof ObjectNode values) {
            say(values, holder);
        } else if (schema.path("type").asString("").equals("string") && !schema.has("format")) {
            var words = schema.putArray("enum");
            of(holder).forEach(words::add);
        } else {
            throw new IllegalStateException("What is one of " + holder.getName() + " is no text: " + schema);
        }
        return schema;
    }

    private static List<String> of(Class<?> holder) {
        var words = holder.isEnum()
                ? Stream.of(holder.getEnumConstants())
                        .map(constant -> call(holder, "word", constant))
                        .toList()
                : (Collection<?>) call(holder, "words", null);
        return words.stream().map(String::valueOf).toList();
    }

    private static Object call(Class<?> holder, String name, @Nullable Object on) {
        var method = ReflectionUtils.findMethod(holder, name);
        var answer = method == null ? null : answer(method, on);
        if (answer == null) {
            throw new IllegalStateException(holder.getName() + " has no `" + name + "()`.");
        }
        return answer;
    }

    private static @Nullable Object answer(Method method, @Nullable Object on) {
        ReflectionUtils.makeAccessible(method);
        return ReflectionUtils.invokeMethod(method, on);
    }
}
