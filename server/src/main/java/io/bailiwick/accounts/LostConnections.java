package io.bailiwick.accounts;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import io.bailiwick.kernel.Refusal;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionSystemException;

/**
 * Keeps out of the log what a lost connection throws at each request and each job that was using one: when the database goes
 * away, everybody would tell of it at once, with the whole trace. It is said once by whoever follows the changes, who asks
 * here how often it happened. Whatever else fails is logged as ever.
 */
@Component
public class LostConnections extends Filter<ILoggingEvent> {
    private final DatabaseContact database;
    private final AtomicLong untold = new AtomicLong();
    private volatile boolean stopped;

    LostConnections(DatabaseContact database) {
        this.database = database;
    }

    @PostConstruct
    void listen() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
            logs.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders().forEachRemaining(log -> log.addFilter(this));
        }
    }

    @PreDestroy
    void cease() {
        stopped = true;
    }

    /** How many faults were kept out of the log since this was asked last. */
    public long taken() {
        return untold.getAndSet(0);
    }

    @Override
    public FilterReply decide(ILoggingEvent event) {
        if (stopped || !(event.getThrowableProxy() instanceof ThrowableProxy proxy) || !isLoss(proxy.getThrowable())) {
            return FilterReply.NEUTRAL;
        }
        untold.incrementAndGet();
        return FilterReply.DENY;
    }

    /**
     * SQLSTATE class 08 (connection), or 57P01 to 57P03 (the server stops, crashed, or is only starting); that nothing can be
     * decided for such a reason; and a rollback that failed because of it. What has no SQLSTATE was said by the pool, and is
     * such a reason only while the database is away.
     */
    private boolean isLoss(@Nullable Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal.Unavailable
                    || cause instanceof SQLException sql && isLoss(sql.getSQLState())
                    || cause instanceof TransactionSystemException failed && isLoss(failed.getApplicationException())) {
                return true;
            }
        }
        return false;
    }

    private boolean isLoss(@Nullable String state) {
        return state == null ? database.isLost() : state.startsWith("08") || state.matches("57P0[123]");
    }
}
