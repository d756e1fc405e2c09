package io.bailiwick.sessions;

import io.bailiwick.http.Encryption;
import io.bailiwick.http.Refusals;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Gate;
import io.bailiwick.model.PathFault;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
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
