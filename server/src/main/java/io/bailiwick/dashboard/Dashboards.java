package io.bailiwick.dashboard;

import io.bailiwick.activity.Traffic;
import io.bailiwick.dashboard.Dashboard.Count;
import io.bailiwick.dashboard.Dashboard.Flow;
import io.bailiwick.dashboard.Dashboard.Jobs;
import io.bailiwick.dashboard.Dashboard.OfPartner;
import io.bailiwick.dashboard.Dashboard.Refusals;
import io.bailiwick.dashboard.Dashboard.SignInStep;
import io.bailiwick.dashboard.Dashboard.SignIns;
import io.bailiwick.dashboard.Dashboard.SlowEndpoint;
import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Page;
import io.bailiwick.model.Action;
import io.bailiwick.model.Role;
import io.bailiwick.users.Users;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the dashboard together: a part is there for whoever may read its area, and holds what he sees of it. */
@Service
public class Dashboards {
    /** So many partners and endpoints are shown. */
    static final int MOST = 8;

    private final Traffic traffic;
    private final Users users;
    private final PeopleStore people;
    private final Guard guard;

    Dashboards(Traffic traffic, Users users, PeopleStore people, Guard guard) {
        this.traffic = traffic;
        this.users = users;
        this.people = people;
        this.guard = guard;
    }

    /** What the actor sees of the period up to now, in steps by his clock; all of it read in one transaction. */
    @Transactional(readOnly = true)
    public Dashboard of(Actor actor, Period period) {
        var now = Instant.now();
        var steps = period.steps(now, actor.zone());
        var from = steps.getFirst().from();
        return new Dashboard(
                period,
                from,
                now,
                part(actor, PanelArea.MESSAGES, () -> messages(actor, steps)),
                part(actor, PanelArea.MESSAGES, () -> endpoints(actor, from)),
                part(actor, PanelArea.ISSUES, () -> Count.upTo(Page.COUNTED, traffic.openIssues(actor))),
                part(actor, PanelArea.JOBS, () -> jobs(actor, from)),
                ofPeople(actor, PanelArea.USERS, () -> signIns(actor, steps)),
                ofPeople(actor, PanelArea.EXPLAIN, () -> refusals(actor, from)),
                ofPeople(actor, PanelArea.USERS, () -> invitations(actor)));
    }

    private <T> @Nullable T part(Actor actor, PanelArea area, Supplier<T> part) {
        return guard.may(actor, area, Action.READ) ? part.get() : null;
    }

    private <T> @Nullable T ofPeople(Actor actor, PanelArea area, Supplier<T> part) {
        return actor.role() == Role.ADMINISTRATOR ? part(actor, area, part) : null;
    }

    private Flow messages(Actor actor, List<Period.Step> steps) {
        var found = traffic.messages(actor, steps.getFirst().from(), MOST);
        var sums = new Traffic.Messages[steps.size()];
        for (int step = 0; step < sums.length; step++) {
            sums[step] = Traffic.Messages.NONE;
        }
        found.hours().forEach(hour -> {
            var at = place(steps, hour.from());
            sums[at] = sums[at].and(hour.messages());
        });
        var all = Traffic.Messages.NONE;
        var shown = new Dashboard.Step[sums.length];
        for (int step = 0; step < sums.length; step++) {
            var sum = sums[step];
            all = all.and(sum);
            shown[step] = new Dashboard.Step(
                    steps.get(step).from(), steps.get(step).to(), sum.open(), sum.delivered(), sum.failed());
        }
        return new Flow(
                all.total(),
                all.open(),
                all.delivered(),
                all.failed(),
                Dashboard.rate(all.delivered(), all.failed()),
                List.of(shown),
                found.partners().stream().map(OfPartner::of).toList(),
                found.ofAllPartners(),
                all.total() > 0 || traffic.isAny(actor));
    }

    private List<SlowEndpoint> endpoints(Actor actor, Instant from) {
        return traffic.slowest(actor, from, MOST).stream().map(SlowEndpoint::of).toList();
    }

    private Jobs jobs(Actor actor, Instant from) {
        var found = traffic.jobs(actor, from);
        return new Jobs(
                Count.upTo(Page.COUNTED, found.waiting()), Count.upTo(Page.COUNTED, found.active()), found.failed());
    }

    private SignIns signIns(Actor actor, List<Period.Step> steps) {
        var opened = new long[steps.size()];
        var refused = new long[steps.size()];
        people.signIns(actor.account(), guard.reseller(actor), steps.getFirst().from())
                .forEach(hour -> {
                    var at = place(steps, hour.from());
                    opened[at] += hour.opened();
                    refused[at] += hour.refused();
                });
        var shown = new SignInStep[steps.size()];
        var all = new long[2];
        for (int step = 0; step < shown.length; step++) {
            all[0] += opened[step];
            all[1] += refused[step];
            shown[step] = new SignInStep(steps.get(step).from(), steps.get(step).to(), opened[step], refused[step]);
        }
        return new SignIns(all[0], all[1], List.of(shown));
    }

    private List<Refusals> refusals(Actor actor, Instant from) {
        return people.refusals(actor.account(), guard.reseller(actor), from);
    }

    private Count invitations(Actor actor) {
        return Count.upTo(Page.COUNTED, users.count(actor, "status:invited", Page.COUNTED + 1));
    }

    /** The step that an hour belongs to: the last one that does not begin after it. */
    private static int place(List<Period.Step> steps, Instant hour) {
        var at = steps.size() - 1;
        while (at > 0 && steps.get(at).from().isAfter(hour)) {
            at--;
        }
        return at;
    }
}
