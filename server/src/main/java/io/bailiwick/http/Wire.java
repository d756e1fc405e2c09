package io.bailiwick.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What goes over the wire and cannot be read from a handler's signature: for whoever describes the API. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Wire {
    /** The statuses of success, where one declares them in code. */
    int[] statuses() default {};

    /** The media type of a body that the handler reads by itself. */
    String takes() default "";

    /** The media types of what the handler writes by itself. */
    String[] gives() default {};
}
