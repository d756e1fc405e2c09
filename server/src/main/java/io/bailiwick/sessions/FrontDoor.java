package io.bailiwick.sessions;

import io.bailiwick.http.Encryption;
import io.bailiwick.http.Refusals;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Gate;
import io.bailiwick.model.PathFault;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Before everything else: the security headers, and no path but a canonical one. Whatever is thrown further in and caught
 * by nobody is answered here.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FrontDoor extends OncePerRequestFilter {
    private final Refusals refusals;
    private final Doors doors;
    private final Transport transport;
    private final SeenRevision revision;

    FrontDoor(Refusals refusals, Doors doors, Transport transport, SeenRevision revision) {
        this.refusals = refusals;
        this.doors = doors;
        this.transport = transport;
        this.revision = revision;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        var encrypted = transport.isEncrypted(request);
        Encryption.tell(request, encrypted);
        SecurityHeaders.set(response, encrypted);
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            tell(request, response);
            return;
        }
        revision.tell(request, response);
        var fault = fault(request);
        if (fault.isPresent()) {
            refuse(fault.get(), request, response);
        } else if (request.getMethod().equals(HttpMethod.TRACE.name())) {
            refuseTrace(request, response);
        } else {
            doors.pass(request, response, chain);
        }
    }

    /** The container has an error to tell, for which none of our code may have been asked. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var told = HttpStatus.resolve(response.getStatus());
        var status = told == null || !told.isError() ? HttpStatus.INTERNAL_SERVER_ERROR : told;
        var original = new AsAsked(request);
        if (Doors.isProxys(original)) {
            doors.refuse("The question cannot be decided now", original, response);
        } else if (status == HttpStatus.NOT_FOUND) {
            refusals.answer(new Refusal.NotFound("page"), original, response);
        } else {
            var detail = status.is5xxServerError() ? "Something went wrong here." : "The request cannot be read.";
            refusals.answer(status, detail, original, response);
        }
    }

    /** The request under the path that was asked for. */
    private static final class AsAsked extends HttpServletRequestWrapper {
        AsAsked(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getRequestURI() {
            return getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                    ? path
                    : super.getRequestURI();
        }
    }

    private void refuseTrace(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var detail = "`TRACE` is not served";
        if (Doors.isProxys(request)) {
            doors.refuse(detail, request, response);
        } else {
            refusals.answer(HttpStatus.METHOD_NOT_ALLOWED, detail + ".", request, response);
        }
    }

    private void refuse(PathFault fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Doors.isProxys(request)) {
            doors.refuse(fault.reason(), request, response);
        } else {
            refusals.answer(new Refusal.Denied(Gate.PATH, fault.reason() + ".", null), request, response);
        }
    }

    private static Optional<PathFault> fault(HttpServletRequest request) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && request.getAttribute(MalformedPaths.FAULT) instanceof PathFault fault) {
            return Optional.of(fault);
        }
        return MalformedPaths.fault(request.getRequestURI());
    }
}
