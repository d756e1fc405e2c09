package io.bailiwick.partners;

import io.bailiwick.previews.Outlook;
import io.bailiwick.previews.Review;
import io.bailiwick.ui.Confirmation.Field;
import io.bailiwick.ui.Crumb;
import io.bailiwick.ui.Phrases;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page that asks before a partner or a reseller is switched off or deleted. */
@Component
class Asking {
    private final Phrases phrases;

    Asking(Phrases phrases) {
        this.phrases = phrases;
    }

    /**
     * What is asked about.
     *
     * @param module `partners` or `resellers`: its texts, and where it lives
     */
    record Subject(String module, Object id, String name, long version) {
        static Subject of(Partner partner) {
            return new Subject("partners", partner.id(), partner.name(), partner.version());
        }

        static Subject of(Reseller reseller) {
            return new Subject("resellers", reseller.id(), reseller.name(), reseller.version());
        }

        String address() {
            return "/" + module + "/" + id;
        }
    }

    /**
     * @param outlook who would see no more of what
     * @param more what the consequence is told with, such as how many users it concerns
     */
    String switchOff(Model model, Subject subject, Outlook outlook, String consequence, Object... more) {
        return ask(model, subject, "off", "switch-off", phrases.text(consequence, more), outlook);
    }

    String delete(Model model, Subject subject, Outlook outlook) {
        return ask(model, subject, "delete", "delete", phrases.text(subject.module() + ".delete.consequence"), outlook);
    }

    private String ask(Model model, Subject subject, String texts, String verb, String consequence, Outlook outlook) {
        var module = subject.module();
        var deed = Review.Deed.destroying(phrases.text(module + "." + texts + ".button", subject.name()), consequence);
        return new Review(
                        phrases.text(module + "." + texts + ".title", subject.name()),
                        deed,
                        outlook,
                        null,
                        List.of(),
                        subject.address() + "/" + verb,
                        List.of(new Field("version", Long.toString(subject.version()))),
                        subject.address())
                .in(
                        model,
                        List.of(
                                Crumb.of(phrases.text("ui.nav.directory")),
                                Crumb.of(phrases.text(module + ".title"), "/" + module),
                                Crumb.of(subject.name(), subject.address())));
    }
}
