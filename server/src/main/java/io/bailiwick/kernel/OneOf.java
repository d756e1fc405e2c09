package io.bailiwick.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a text on the wire which words it is one of; of a list or a map, each text in it. The text stays a text, so that
 * a wrong word is refused beside its field: this is for whoever describes the API.
 */
@Documented
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface OneOf {
    /** Who has the words: an enum whose constants have a {@code word()}, or a class with a static {@code words()}. */
    Class<?> value();
}
