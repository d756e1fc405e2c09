package io.bailiwick.flows;

import io.bailiwick.accounts.Accounts;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Refusal.Invalid.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where folders lie: below the base directory that whoever runs the server has set, each account's in one of its own, those
 * that are watched apart from those that are written into. A folder is a plain name, so that nobody leaves that directory.
 */
@Component
class Folders {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");
    private static final String NOT_OFFERED =
            "Folders are not offered: whoever runs this server has not set `BAILIWICK_FLOWS_FOLDERS`.";

    private final FlowSettings settings;
    private final Accounts accounts;

    Folders(FlowSettings settings, Accounts accounts) {
        this.settings = settings;
        this.accounts = accounts;
    }

    /** Which way files go through a folder. */
    enum Side {
        IN,
        OUT;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether there can be any. */
    boolean isOffered() {
        return settings.base().isPresent();
    }

    /** The folder of that name; empty when none are offered. */
    Optional<Folder> find(AccountId account, Side side, String name) {
        return settings.base().map(base -> new Folder(base, below(account, side, name)));
    }

    /** All that there are on the disk, whether an access point or endpoint has them still or not. */
    List<Folder> all(AccountId account, Side side) {
        return settings.base()
                .map(base -> new Folder(base, above(account, side)))
                .map(Folders::within)
                .orElse(List.of());
    }

    private static List<Folder> within(Folder parent) {
        try {
            return parent.open(open -> {
                var found = new ArrayList<Folder>();
                for (var entry : open) {
                    var name = entry.getFileName().toString();
                    if (NAME.matcher(name).matches()) {
                        found.add(parent.child(name));
                    }
                }
                return found;
            });
        } catch (IOException none) {
            return List.of();
        }
    }

    /** Its path as people are told it: below the base directory, which is nobody's business but the operator's. */
    String shown(AccountId account, Side side, String name) {
        return String.join("/", below(account, side, name));
    }

    private List<String> below(AccountId account, Side side, String name) {
        var names = new ArrayList<>(above(account, side));
        names.add(name);
        return names;
    }

    private List<String> above(AccountId account, Side side) {
        return List.of(accounts.find(account).orElseThrow().shortId(), side.word());
    }

    /**
     * The name of a folder as it is written; null for the kind that has none.
     *
     * @param before what it was: that stays possible when folders are offered no more
     * @param faults what is wrong with kind and folder is added here
     */
    @Nullable
    String checked(@Nullable String kind, @Nullable String folder, @Nullable String before, List<Fault> faults) {
        var transport = kind == null || kind.isEmpty() ? Optional.of(Transport.HTTP) : Transport.of(kind);
        var name = Objects.requireNonNullElse(folder, "").strip();
        if (transport.isEmpty()) {
            faults.add(new Fault("kind", "Choose `http` or `folder`."));
            return null;
        }
        if (transport.get() == Transport.HTTP) {
            if (!name.isEmpty()) {
                faults.add(new Fault("folder", "Only the kind `folder` has one: leave it out."));
            }
            return null;
        }
        if (!isOffered() && !name.equals(before)) {
            faults.add(new Fault("kind", NOT_OFFERED));
        }
        if (!NAME.matcher(name).matches()) {
            faults.add(
                    new Fault(
                            "folder",
                            "Write 1 to 40 lower-case letters, digits, dots, hyphens and underscores, a letter or digit first."));
        }
        return name;
    }
}
