package io.bailiwick.guard;

import io.bailiwick.model.Action;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Which area a handler belongs to and what it does there. A handler without it fails the build and is refused. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Guarded {
    /** The area whose gate and rules are asked. */
    PanelArea area();

    /** What the handler does there, whatever its HTTP method: a screen's form posts even to update or delete. */
    Action action();

    /** Whether a session whose password change is due reaches it: only oneself, the change itself and signing out. */
    boolean evenWhenPasswordIsDue() default false;
}
