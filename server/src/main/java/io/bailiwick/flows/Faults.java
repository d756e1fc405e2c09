package io.bailiwick.flows;

import java.io.FileNotFoundException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong with a delivery, in words for whoever looks after it. */
final class Faults {
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    static Outcome of(Throwable fault, Configuration.Target to, Duration took, Duration timeout) {
        if (fault instanceof HttpOperationFailedException answered) {
            var status = answered.getStatusCode();
            return new Outcome(to, took, status, "The endpoint answered " + status + ".", !isPassing(status));
        }
        if (fault instanceof Targets.Closed closed) {
            return new Outcome(to, took, null, closed.getMessage(), true);
        }
        if (fault instanceof Drop.Occupied occupied) {
            return new Outcome(to, took, null, occupied.getMessage(), true);
        }
        if (to.folder() != null) {
            LOG.warn("The folder of the endpoint {} cannot be written into", to.key(), fault);
            return new Outcome(to, took, null, "The folder cannot be written into: " + ofFile(fault) + ".", false);
        }
        return new Outcome(to, took, null, sentence(fault, timeout), false);
    }

    /** What is wrong with a file or folder, without saying where on this machine it lies. */
    static String ofFile(Throwable fault) {
        var cause = fault;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case NoSuchFileException missing -> "it is not there";
            case FileNotFoundException missing -> "it is not there, or the server is not allowed to";
            case AccessDeniedException denied -> "the server is not allowed to";
            case FileSystemException known when known.getReason() != null -> known.getReason();
            default -> "the server’s log says why";
        };
    }

    private static boolean isPassing(int status) {
        return status >= SERVER_ERROR
                || status == REQUEST_TIMEOUT
                || status == TOO_EARLY
                || status == TOO_MANY_REQUESTS;
    }

    private static String sentence(Throwable fault, Duration timeout) {
        return switch (fault) {
            case UnknownHostException unknown -> "The name of the endpoint’s host is not known.";
            case SocketTimeoutException late ->
                "The endpoint did not answer within " + timeout.toSeconds() + " seconds.";
            case InterruptedIOException late ->
                "The endpoint did not answer within " + timeout.toSeconds() + " seconds.";
            case ConnectException nobody -> "Nobody listens at the endpoint’s address.";
            case NoRouteToHostException away -> "The endpoint’s host cannot be reached.";
            case SSLException untrusted -> "No secure connection: " + Faults.words(untrusted);
            default -> "The connection broke: " + words(fault);
        };
    }

    private static String words(Throwable fault) {
        var text = fault.getMessage() == null ? fault.getClass().getSimpleName() : fault.getMessage();
        var line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return "`" + line.substring(0, Math.min(200, line.length())).replace('`', '’') + "`";
    }
}
