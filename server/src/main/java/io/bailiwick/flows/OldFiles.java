package io.bailiwick.flows;

import io.bailiwick.flows.Folders.Side;
import io.bailiwick.flows.Inbox.Claimed;
import io.bailiwick.kernel.AccountId;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Removes files from where they were put away after they were taken, or could not be. Their age goes by the moment that
 * stands in the name that they were given then, for a rename leaves the time of a file as it was. Whatever else lies there
 * is not ours and stays.
 */
@Component
public class OldFiles {
    private static final Logger LOG = LoggerFactory.getLogger(OldFiles.class);

    private final Folders folders;

    OldFiles(Folders folders) {
        this.folders = folders;
    }

    /** Removes what was taken before that moment from all folders of an account, watched still or not; returns how many. */
    public int removeBefore(AccountId account, Instant moment) {
        var removed = 0;
        for (var folder : folders.all(account, Side.IN)) {
            for (var where : List.of(Inbox.DONE, Inbox.FAILED)) {
                removed += remove(folder.child(where), moment);
            }
        }
        return removed;
    }

    private static int remove(Folder folder, Instant moment) {
        try {
            return folder.open(open -> remove(open, moment));
        } catch (NoSuchFileException nothing) {
            return 0;
        } catch (IOException fault) {
            LOG.warn("Old files in {} cannot be removed: {}", folder.path(), fault.toString());
            return 0;
        }
    }

    private static int remove(SecureDirectoryStream<Path> open, Instant moment) {
        var old = new ArrayList<Path>();
        for (var file : open) {
            var name = file.getFileName();
            if (Claimed.moment(name.toString()).filter(moment::isAfter).isPresent()) {
                old.add(name);
            }
        }
        var removed = 0;
        for (var name : old) {
            try {
                open.deleteFile(name);
                removed++;
            } catch (NoSuchFileException gone) {
                // another node was quicker
            } catch (IOException fault) {
                LOG.warn("The old file `{}` cannot be removed: {}", name, fault.toString());
            }
        }
        return removed;
    }
}
