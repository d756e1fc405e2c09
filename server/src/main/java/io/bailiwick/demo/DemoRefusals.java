package io.bailiwick.demo;

import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import io.bailiwick.users.Users;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * A month of refusals: by the hours of the day and the days of the week, of people who tried what they may not. Each kind
 * is refused for real once, explained and on the record as any other; the others of its kind are copies of it.
 */
@Component
class DemoRefusals {
    private static final int DAYS = 30;
    private static final ZoneId ZONE = ZoneId.of(DemoPeople.ZONE);

    /** Of the others, one of so many tried something. */
    private static final int AMONG = 16;

    private static final PanelArea[] TRIED = {
        PanelArea.USERS, PanelArea.ROUTING, PanelArea.GROUPS, PanelArea.BILLING, PanelArea.ENDPOINTS
    };

    private final Guard guard;
    private final Users users;
    private final DemoRefusalStore store;

    DemoRefusals(Guard guard, Users users, DemoRefusalStore store) {
        this.guard = guard;
        this.users = users;
        this.store = store;
    }

    void settle(Actor server, DemoPeople.Cast cast, Random random) {
        var number = refused(cast.bea().actor(), PanelArea.ROUTING)
                + refused(cast.nils().actor(), PanelArea.BILLING)
                + refused(cast.sami().actor(), PanelArea.USERS)
                + refused(cast.sami().actor(), PanelArea.ENDPOINTS)
                + refused(cast.paula().actor(), PanelArea.CONTACTS)
                + refused(cast.rita().actor(), PanelArea.AREAS);
        var others = cast.everybody();
        for (int at = AMONG; at < others.size(); at += AMONG) {
            number += refused(actor(server, others.get(at)), TRIED[at / AMONG % TRIED.length]);
        }
        var made = store.await(server.account(), number);
        store.spread(server.account(), moments(made, random));
    }

    private Actor actor(Actor server, UserId id) {
        var user = users.get(server, id);
        return new Actor(server.account(), id, user.email(), user.name(), user.role(), user.zone(), "127.0.0.1", false);
    }

    private int refused(Actor person, PanelArea area) {
        try {
            guard.require(person, area, Action.READ);
            return 0;
        } catch (Refusal.Denied expected) {
            return 1;
        }
    }

    /** Each once within a day, and some of them on every day of the month. */
    private static List<DemoRefusalStore.Moment> moments(List<UUID> made, Random random) {
        var moments = new ArrayList<DemoRefusalStore.Moment>();
        var now = Instant.now();
        for (var one : made) {
            moments.add(moment(one, now.minus(Duration.ofHours(23)), now, random));
        }
        var today = now.atZone(ZONE).toLocalDate();
        for (int back = 1; back < DAYS && !made.isEmpty(); back++) {
            var day = today.minusDays(back);
            var often = day.getDayOfWeek().getValue() > 5 ? random.nextInt(2) : 2 + random.nextInt(5);
            var from = day.atStartOfDay(ZONE).toInstant();
            for (int time = 0; time < often; time++) {
                var one = made.get(random.nextInt(made.size()));
                moments.add(moment(one, from, from.plus(Duration.ofDays(1)), random));
            }
        }
        return moments;
    }

    /** Between these, when people are awake. */
    private static DemoRefusalStore.Moment moment(UUID of, Instant from, Instant until, Random random) {
        var seconds = (int) Duration.between(from, until).toSeconds();
        var at = from.plusSeconds(random.nextInt(seconds));
        while (at.atZone(ZONE).getHour() < 6 || at.atZone(ZONE).getHour() > 20) {
            at = from.plusSeconds(random.nextInt(seconds));
        }
        return new DemoRefusalStore.Moment(DemoPast.id(at, random), of, at.toString());
    }
}
