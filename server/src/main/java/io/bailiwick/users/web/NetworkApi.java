package io.bailiwick.users.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import io.bailiwick.model.IpRange;
import io.bailiwick.network.AllowListText;
import io.bailiwick.users.NetworkCheck;
import io.bailiwick.users.NetworkChecks;
import io.bailiwick.users.ShutOut;
import io.bailiwick.users.SignInsOutside;
import java.math.BigInteger;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What an allow-list means before it is saved, for scripts. */
@RestController
class NetworkApi {
    private final NetworkChecks checks;

    NetworkApi(NetworkChecks checks) {
        this.checks = checks;
    }

    /**
     * What is asked.
     *
     * @param user whose list it is to be: then the answer tells which sessions it would shut out
     * @param address an address to test
     */
    record Question(
            @Nullable List<@Nullable String> network,
            @Nullable UUID user,
            @Nullable String address) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            String entry,
            @Nullable String network,
            @Nullable String first,
            @Nullable String last,
            @Nullable BigInteger addresses,
            @Nullable String error) {
        static Entry of(AllowListText.Line line) {
            return line.read()
                    .map(range -> of(line, range))
                    .orElseGet(() -> new Entry(line.text(), null, null, null, null, line.problem()));
        }

        private static Entry of(AllowListText.Line line, IpRange range) {
            return new Entry(
                    line.text(),
                    range.text(),
                    range.first().text(),
                    range.last().text(),
                    range.size(),
                    null);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Passage(
            String address, boolean admitted, @Nullable String by) {
        static Passage of(NetworkCheck.Passage passage) {
            var line = passage.by();
            return new Passage(passage.address(), passage.admitted(), line == null ? null : line.text());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Meaning(
            List<Entry> entries,
            Passage own,
            @Nullable Passage tested,
            @Nullable ShutOut shutOut,
            @Nullable SignInsOutside signIns) {}

    @Guarded(area = PanelArea.USERS, action = Action.READ)
    @PostMapping("/api/v1/users/network")
    Meaning check(Actor actor, @RequestBody Question question) {
        var user = question.user() == null ? null : new UserId(question.user());
        var check = checks.of(actor, user, text(question), question.address());
        var tested = check.tested();
        if (tested != null && !tested.readable()) {
            throw new Refusal.Invalid("address", "`" + tested.address() + "` is no IP address.");
        }
        return new Meaning(
                check.text().lines().stream().map(Entry::of).toList(),
                Passage.of(check.own()),
                tested == null ? null : Passage.of(tested),
                check.shutOut(),
                check.signIns());
    }

    private static AllowListText text(Question question) {
        var listed = question.network() == null ? List.<@Nullable String>of() : question.network();
        var text = AllowListText.of(
                listed.stream().map(line -> line == null ? "" : line).toList());
        if (text.isTooLong()) {
            throw new Refusal.Invalid("network", "List at most " + AllowListText.MOST + " addresses and networks.");
        }
        return text;
    }
}
