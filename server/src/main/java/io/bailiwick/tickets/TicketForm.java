package io.bailiwick.tickets;

import io.bailiwick.kernel.OneLine;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Refusal.Invalid.Fault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody writes in a ticket.
 *
 * @param subject what it is about, one line; null for a reply
 * @param text several lines
 * @param files what comes with it
 */
public record TicketForm(@Nullable String subject, @Nullable String text, List<Upload> files) {
    /** How long a text may be. */
    static final int LONGEST = 10_000;

    /** How large a file may be, in bytes. */
    static final int LARGEST = 10_000_000;

    private static final int LONGEST_SUBJECT = 150;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_FILES = 10;

    public TicketForm {
        files = List.copyOf(files);
    }

    /** A file by its name, without folders. */
    @SuppressWarnings("ArrayRecordComponent") // It is read once and compared by nobody.
    public record Upload(String name, byte[] content) {}

    /**
     * The same as it is kept.
     *
     * @throws Refusal.Invalid with every fault
     */
    TicketForm checked(boolean isNew) {
        var faults = new ArrayList<Fault>();
        var line = isNew ? OneLine.read("subject", subject, LONGEST_SUBJECT, faults) : null;
        var words = text == null
                ? ""
                : text.replace("\r\n", "\n").replace('\r', '\n').strip();
        if (OneLine.isBlank(words) || words.codePointCount(0, words.length()) > LONGEST) {
            faults.add(new Fault("text", "Write 1 to 10,000 characters."));
        } else if (!words.lines().allMatch(each -> OneLine.isClean(each.replace('\t', ' ')))) {
            faults.add(
                    new Fault("text", "Write it without control characters and marks that turn the writing around."));
        }
        if (files.size() > MOST_FILES) {
            faults.add(new Fault("files", "Attach at most " + MOST_FILES + " files at once."));
        }
        files.forEach(file -> check(file, faults));
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
        return new TicketForm(line, words, files);
    }

    private static void check(Upload file, List<Fault> faults) {
        if (OneLine.isBlank(file.name()) || file.name().length() > LONGEST_NAME || !OneLine.isClean(file.name())) {
            faults.add(new Fault(
                    "files",
                    "Give each file a name of 1 to " + LONGEST_NAME + " characters without control characters."));
        } else if (file.content().length == 0) {
            faults.add(new Fault("files", "The file " + file.name() + " is empty."));
        } else if (file.content().length > LARGEST) {
            faults.add(new Fault("files", "The file " + file.name() + " is larger than 10 MB."));
        }
    }
}
