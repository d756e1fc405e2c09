package io.bailiwick.flows;

import io.bailiwick.flows.Inbox.Claimed;
import io.bailiwick.kernel.Ids;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Claims a file before it is processed; processing it puts it away by itself. */
class Claims implements GenericFileProcessStrategy<File> {
    private static final String CLAIMED = Claimed.class.getName();
    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);

    private final Inbox inbox;
    private final Stillness stillness;
    private final BooleanSupplier open;
    private final AtomicBoolean complained = new AtomicBoolean();

    /** @param open whether files are taken at all */
    Claims(Inbox inbox, Stillness stillness, BooleanSupplier open) {
        this.inbox = inbox;
        this.stillness = stillness;
        this.open = open;
    }

    /** The file that was claimed for an exchange. */
    static Optional<Claimed> of(Exchange exchange) {
        return Optional.ofNullable(exchange.getProperty(CLAIMED, Claimed.class));
    }

    @Override
    public boolean begin(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file) {
        try {
            if (!open.getAsBoolean()) {
                return false;
            }
            inbox.make();
            var claimed = inbox.claim(Ids.next(), file.getFileNameOnly());
            stillness.forget(file.getFileNameOnly());
            claimed.ifPresent(one -> exchange.setProperty(CLAIMED, one));
            complained.set(false);
            return claimed.isPresent();
        } catch (IOException | DataAccessException | TransactionException fault) {
            if (!complained.getAndSet(true)) {
                LOG.warn("Files in {} cannot be taken: {}", inbox.folder().path(), fault.toString());
            }
            return false;
        }
    }

    @Override
    public void prepareOnStartup(GenericFileOperations<File> operations, GenericFileEndpoint<File> endpoint) {
        // the folder was made when the engine started
    }

    @Override
    public void abort(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file) {
        // it is where it was
    }

    @Override
    public void commit(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file) {
        // it was put away
    }

    @Override
    public void rollback(
            GenericFileOperations<File> operations,
            GenericFileEndpoint<File> endpoint,
            Exchange exchange,
            GenericFile<File> file) {
        // it is found in `.work` again
    }

    /** Takes what was claimed by somebody who did not come to the end of it. */
    static final class Again extends Claims {
        private final Stillness stillness;

        Again(Inbox inbox, Stillness stillness) {
            super(inbox, stillness, () -> true);
            this.stillness = stillness;
        }

        @Override
        public boolean begin(
                GenericFileOperations<File> operations,
                GenericFileEndpoint<File> endpoint,
                Exchange exchange,
                GenericFile<File> file) {
            stillness.forget(file.getFileNameOnly());
            var claimed = Claimed.read(file.getFileNameOnly());
            claimed.ifPresent(one -> exchange.setProperty(CLAIMED, one));
            return claimed.isPresent();
        }
    }
}
