package io.bailiwick.users.web;

import io.bailiwick.kernel.Actor;
import io.bailiwick.ui.Phrases;
import io.bailiwick.users.Deed;
import io.bailiwick.users.Ties;
import io.bailiwick.users.User;
import io.bailiwick.users.UserForm.DataAccessForm;
import io.bailiwick.users.web.BulkQuestion.Gift;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says what exactly many users are given, so that whoever confirms it reads it once more. */
@Component
class BulkGifts {
    private final Ties ties;
    private final Phrases phrases;

    BulkGifts(Ties ties, Phrases phrases) {
        this.ties = ties;
        this.phrases = phrases;
    }

    /** What the deed gives, or takes away. */
    List<Gift> of(Actor actor, Deed deed) {
        return switch (deed) {
            case Deed.Join join -> groups(actor, join.groups());
            case Deed.Leave leave -> groups(actor, leave.groups());
            case Deed.Change change -> access(actor, change);
            case Deed.Delete delete -> List.of();
            case Deed.Disable disable -> List.of();
            case Deed.Enable enable -> List.of();
        };
    }

    private List<Gift> groups(Actor actor, List<String> groups) {
        var names = ties.groups(actor, groups).stream().map(User.Group::name).collect(Collectors.joining(", "));
        return List.of(new Gift(phrases.text("users.field.groups"), names));
    }

    private List<Gift> access(Actor actor, Deed.Change change) {
        var gifts = new ArrayList<Gift>();
        if (change.role() != null && !change.role().isBlank()) {
            gifts.add(new Gift(phrases.text("users.field.role"), phrases.text("users.role." + change.role())));
        }
        if (change.dataAccess() != null && change.dataAccess().mode() != null) {
            gifts.add(new Gift(phrases.text("users.data"), data(actor, change.dataAccess())));
        }
        if (change.permissions() != null) {
            gifts.add(new Gift(phrases.text("users.permissions"), permissions(change.permissions())));
        }
        return gifts;
    }

    private String data(Actor actor, DataAccessForm data) {
        return data.partners() == null
                ? phrases.text("users.data.mode." + data.mode())
                : ties.partners(actor, data.partners()).stream()
                        .map(User.Partner::name)
                        .collect(Collectors.joining(", "));
    }

    private String permissions(List<String> words) {
        return words.isEmpty()
                ? phrases.text("users.bulk.gives.none")
                : words.stream()
                        .map(word -> phrases.text("users.permission." + word))
                        .collect(Collectors.joining(", "));
    }
}
