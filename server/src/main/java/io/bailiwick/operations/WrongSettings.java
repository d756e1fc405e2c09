package io.bailiwick.operations;

import java.util.List;

/** The server does not start, because settings are wrong; the message has a line for each. */
final class WrongSettings extends RuntimeException {
    WrongSettings(List<String> sentences) {
        super(String.join("\n", sentences));
    }
}
