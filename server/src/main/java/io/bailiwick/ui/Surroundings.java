package io.bailiwick.ui;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/** What the kit reads from one request. */
record Surroundings(
        String method,
        String path,
        @Nullable String query,
        boolean part,
        @Nullable String theme,
        @Nullable CsrfToken csrf,
        Optional<Viewer> viewer,
        List<FlashMessage> flashes,
        List<Notice> notices) {}
