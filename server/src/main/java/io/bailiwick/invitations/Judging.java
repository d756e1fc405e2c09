package io.bailiwick.invitations;

import io.bailiwick.kernel.Actor;
import io.bailiwick.model.UserStatus;
import io.bailiwick.users.Invitees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Judges lists of addresses. */
@Component
class Judging {
    private final Invitees invitees;

    Judging(Invitees invitees) {
        this.invitees = invitees;
    }

    /** What becomes of each, as of now; the first of two alike counts. */
    Roll judge(Actor actor, Addresses addresses) {
        var faults = new HashMap<Entry, Mending.Fault>();
        var fit = new HashSet<String>();
        for (var entry : addresses.entries()) {
            Mending.fault(entry.address())
                    .ifPresentOrElse(fault -> faults.put(entry, fault), () -> fit.add(key(entry)));
        }
        var known = fit.isEmpty() ? Map.<String, Invitees.Known>of() : invitees.known(actor, fit);
        var lines = new HashMap<String, Integer>();
        var verdicts = new ArrayList<Verdict>();
        for (var entry : addresses.entries()) {
            var fault = faults.get(entry);
            verdicts.add(
                    fault == null
                            ? fit(verdicts.size(), entry, known, lines)
                            : Verdict.invalid(verdicts.size(), entry, fault));
        }
        return new Roll(verdicts);
    }

    /** The text with what was probably meant in the place of the address there, or of all of them. */
    static String mended(Addresses addresses, List<Verdict> verdicts) {
        var text = addresses.text();
        for (var verdict : verdicts.reversed()) {
            var suggestion = verdict.suggestion();
            if (suggestion != null) {
                text = addresses.entries().get(verdict.place()).replaced(text, suggestion);
            }
        }
        return text;
    }

    /** What was not invited and can be mended, one a line. */
    static String left(Roll roll) {
        return roll.of(Verdict.Finding.INVALID).stream().map(Verdict::text).collect(Collectors.joining("\n"));
    }

    private static Verdict fit(int place, Entry entry, Map<String, Invitees.Known> known, Map<String, Integer> lines) {
        var key = key(entry);
        var before = lines.putIfAbsent(key, entry.line());
        if (before != null) {
            return Verdict.duplicate(place, entry, before);
        }
        var user = known.get(key);
        return user == null
                ? Verdict.ready(
                        place,
                        entry,
                        Objects.requireNonNullElseGet(entry.name(), () -> DisplayNames.of(entry.address())))
                : Verdict.known(place, entry, user.user(), user.status() == UserStatus.INVITED);
    }

    /** Fit addresses have no letters beyond ASCII. */
    private static String key(Entry entry) {
        return entry.address().toLowerCase(Locale.ROOT);
    }
}
