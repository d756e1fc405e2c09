package io.bailiwick.contacts;

import io.bailiwick.kernel.OneLine;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Refusal.Invalid.Fault;
import io.bailiwick.partners.SeenPartner;
import io.bailiwick.users.Selves;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A form that was read and can be saved. */
record ContactDraft(SeenPartner partner, String name, String role, String email, String phone, String notes) {
    private static final int LONGEST_LINE = 100;
    private static final int LONGEST_NOTES = 2_000;
    private static final Pattern PHONE =
            Pattern.compile("\\+?[0-9][0-9 ()./-]{2,39}( ?(x|ext\\.?) ?[0-9]{1,6})?", Pattern.CASE_INSENSITIVE);

    /**
     * Reads a form.
     *
     * @param partners finds a partner whose data the actor sees
     * @throws Refusal.Invalid with every fault
     */
    static ContactDraft read(ContactForm form, Function<String, Optional<SeenPartner>> partners) {
        var faults = new ArrayList<Fault>();
        var partner = partner(form.partner(), partners, faults);
        var name = OneLine.read("name", form.name(), LONGEST_LINE, faults);
        var role = isBlank(form.role()) ? "" : OneLine.read("role", form.role(), LONGEST_LINE, faults);
        var email = email(form.email(), faults);
        var phone = phone(form.phone(), faults);
        var notes = notes(form.notes(), faults);
        if (partner.isEmpty() || !faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
        return new ContactDraft(partner.get(), name, role, email, phone, notes);
    }

    /** Whether saving it would change the contact. */
    boolean isAlready(Contact contact) {
        return equals(new ContactDraft(
                contact.partner(), contact.name(), contact.role(), contact.email(), contact.phone(), contact.notes()));
    }

    private static Optional<SeenPartner> partner(
            @Nullable String typed, Function<String, Optional<SeenPartner>> partners, List<Fault> faults) {
        if (typed == null || typed.isBlank()) {
            faults.add(new Fault("partner", "Choose the partner that the person belongs to."));
            return Optional.empty();
        }
        var found = partners.apply(typed.strip());
        if (found.isEmpty()) {
            faults.add(new Fault("partner", "There is no partner `" + typed.strip() + "`."));
        }
        return found;
    }

    private static String email(@Nullable String typed, List<Fault> faults) {
        var email = typed == null ? "" : typed.strip();
        if (!email.isEmpty() && !Selves.isAddress(email)) {
            faults.add(new Fault("email", "Write an address such as `kim@acme.example`, or nothing."));
        }
        return email;
    }

    private static String phone(@Nullable String typed, List<Fault> faults) {
        var phone = typed == null ? "" : typed.strip();
        if (!phone.isEmpty() && !PHONE.matcher(phone).matches()) {
            faults.add(new Fault("phone", "Write a number such as `+44 20 7946 0018` or `020 7946 0018 ext. 12`."));
        }
        return phone;
    }

    private static String notes(@Nullable String typed, List<Fault> faults) {
        var notes = typed == null ? "" : typed.replace("\r\n", "\n").strip();
        if (notes.codePointCount(0, notes.length()) > LONGEST_NOTES) {
            faults.add(new Fault("notes", "Write at most 2,000 characters."));
        } else if (!notes.lines().allMatch(line -> OneLine.isClean(line.replace("\t", " ")))) {
            faults.add(
                    new Fault("notes", "Write it without control characters and marks that turn the writing around."));
        }
        return notes;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
