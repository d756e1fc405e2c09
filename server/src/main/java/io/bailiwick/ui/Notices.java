package io.bailiwick.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** What a module has to remind the signed-in reader of on every page; any module may contribute one as a bean. */
public interface Notices {
    /** The reminder for whoever sent the request; empty when there is none. Asked for every page, so it takes no SQL. */
    Optional<Notice> of(HttpServletRequest request);
}
