package io.bailiwick.flows;

import io.bailiwick.flows.Configuration.Point;
import io.bailiwick.flows.FileNames.Said;
import io.bailiwick.flows.Inbox.Claimed;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Refusal;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Makes messages of files that were claimed. */
@Component
class FileReceiving {
    private static final int MOST = 1_000_000;
    private static final Logger LOG = LoggerFactory.getLogger(FileReceiving.class);

    private final AccessPointStore points;
    private final Intake intake;
    private final ApplicationEventPublisher events;

    FileReceiving(AccessPointStore points, Intake intake, ApplicationEventPublisher events) {
        this.points = points;
        this.intake = intake;
        this.events = events;
    }

    /** Whether files are taken for the access point still: one that is deleted takes none any more at once. */
    boolean isOpen(AccountId account, Point point) {
        return points.exists(account, point.id());
    }

    /** Makes a message of it and puts it away; what cannot be done now is left where it is, and done later. */
    void take(AccountId account, Configuration configuration, Point point, Inbox inbox, Claimed claimed) {
        try {
            try {
                var body = inbox.read(claimed, MOST).orElse(null);
                if (body != null) {
                    intake.accept(account, message(account, configuration, point, claimed, body));
                    events.publishEvent(new DeliveryDue());
                    inbox.done(claimed);
                }
            } catch (Refusal refused) {
                inbox.failed(claimed, refused.detail());
            } catch (Inbox.Unreadable unreadable) {
                inbox.failed(claimed, String.valueOf(unreadable.getMessage()));
            } catch (AccessDeniedException denied) {
                inbox.failed(claimed, "The server is not allowed to read it.");
            }
        } catch (IOException | DataAccessException | TransactionException later) {
            LOG.warn("The file `{}` is taken later: {}", claimed.file(), later.getMessage());
        }
    }

    private Incoming message(
            AccountId account, Configuration configuration, Point point, Claimed claimed, byte[] body) {
        if (claimed.name() == null) {
            throw new Refusal.Invalid("name", "Its name is too long: at most 200 bytes.");
        }
        var said = Said.by(claimed.name());
        var flow = Receiving.flow(
                configuration.from(point.id()), said.type(), "at the beginning of the name, before `--`");
        return new Incoming(
                claimed.id(),
                FlowIds.moment(claimed.id()),
                flow,
                point.name(),
                point.id(),
                said.contentType(),
                Receiving.reference(said.reference()),
                body);
    }
}
