package io.bailiwick.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Tells who looks at a page; answered by the module that knows who is signed in. */
@FunctionalInterface
public interface Viewers {
    /** The signed-in person behind the request, empty when nobody is signed in. Never throws. */
    Optional<Viewer> of(HttpServletRequest request);
}
