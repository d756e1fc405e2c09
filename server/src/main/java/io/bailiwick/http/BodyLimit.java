package io.bailiwick.http;

import io.bailiwick.kernel.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bodies end at 1 MB, imports and tickets with their files at 20 MB, counted as they are read, whatever `Content-Length`
 * says, and come within 30 seconds and 5 minutes. The container reads forms by itself, up to what an import may hold: elsewhere a form has to say its length first,
 * as every browser does. A request without a body is no form whatever its type: proxies ask about one so, and nobody may
 * look for its parts. All this comes before whoever looks for a token among a form's fields and so reads it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BodyLimit extends OncePerRequestFilter {
    private static final long USUAL = 1_000_000;
    private static final long IMPORT = 20_000_000;
    private static final Pattern LARGE = Pattern.compile(".*/openapi|(/api/v1)?/tickets(/[^/]+/replies)?");

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var most = LARGE.matcher(request.getRequestURI()).matches() ? IMPORT : USUAL;
        if (request.getContentLengthLong() > most) {
            throw new Refusal.TooLarge(most);
        } else if (isForm(request) && isEmpty(request)) {
            chain.doFilter(new Typeless(request), response);
        } else if (most < IMPORT && isForm(request) && request.getContentLengthLong() < 0) {
            var detail = "Send the form with a `Content-Length`.";
            throw new ErrorResponseException(
                    HttpStatus.LENGTH_REQUIRED,
                    ProblemDetail.forStatusAndDetail(HttpStatus.LENGTH_REQUIRED, detail),
                    null);
        } else {
            chain.doFilter(
                    new Limited(request, most, System.nanoTime() + slowest(most).toNanos()), response);
        }
    }

    private static Duration slowest(long most) {
        return most == USUAL ? Duration.ofSeconds(30) : Duration.ofMinutes(5);
    }

    private static boolean isForm(HttpServletRequest request) {
        var type =
                request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
        return type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE) || type.startsWith("multipart/");
    }

    /** Without a length a body comes in chunks, or there is none (RFC 9112, 6.3). */
    private static boolean isEmpty(HttpServletRequest request) {
        return request.getContentLengthLong() <= 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }

    private static final class Typeless extends HttpServletRequestWrapper {
        Typeless(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private final long most;
        private final long end;

        Limited(HttpServletRequest request, long most, long end) {
            super(request);
            this.most = most;
            this.end = end;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), most, end);
        }
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream body;
        private final long most;
        private final long end;
        private long read;

        Counted(ServletInputStream body, long most, long end) {
            this.body = body;
            this.most = most;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            var next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            var count = body.read(into, from, length);
            count(Math.max(0, count));
            return count;
        }

        private void count(int bytes) throws SocketTimeoutException {
            read += bytes;
            if (System.nanoTime() - end > 0) {
                throw new SocketTimeoutException("the body came too slowly");
            }
            if (read > most) {
                throw new Refusal.TooLarge(most);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
