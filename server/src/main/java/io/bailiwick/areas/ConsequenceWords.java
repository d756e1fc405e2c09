package io.bailiwick.areas;

import io.bailiwick.ui.Phrases;
import org.springframework.stereotype.Component;

/** Says in words what a change of areas opens, moves or closes. */
@Component
class ConsequenceWords {
    private final Phrases phrases;

    ConsequenceWords(Phrases phrases) {
        this.phrases = phrases;
    }

    /** One consequence in a sentence. */
    String of(Consequence consequence) {
        var key = "areas.consequence." + consequence.kind();
        if (consequence.kind().equals(Consequence.REACH)) {
            key += consequence.before() == null ? ".more" : ".less";
        }
        return phrases.text(
                key,
                consequence.area(),
                consequence.path() == null ? "" : consequence.path(),
                consequence.before() == null ? "" : consequence.before(),
                consequence.after() == null ? "" : consequence.after());
    }
}
