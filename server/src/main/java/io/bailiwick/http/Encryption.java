package io.bailiwick.http;

import jakarta.servlet.http.HttpServletRequest;

/** Whether the browser speaks TLS: said once by whoever knows the trusted proxies, asked by whoever sets a cookie. */
public final class Encryption {
    private static final String KNOWN = Encryption.class.getName();

    private Encryption() {}

    /** From here on the request is known to be encrypted on its way from the browser, or not to be. */
    public static void tell(HttpServletRequest request, boolean encrypted) {
        request.setAttribute(KNOWN, encrypted);
    }

    /** Whether it is; as far as the connection itself goes when nobody has told. */
    public static boolean of(HttpServletRequest request) {
        return request.getAttribute(KNOWN) instanceof Boolean encrypted ? encrypted : request.isSecure();
    }
}
