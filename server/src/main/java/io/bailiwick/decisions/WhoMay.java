package io.bailiwick.decisions;

import io.bailiwick.decisions.StandingStore.Place;
import io.bailiwick.decisions.StandingStore.Placed;
import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import io.bailiwick.tokens.Cursors;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Answers who may do something: exactly those whom a decision would allow it, asked one by one without an address. Each
 * standing is judged once, by the engine; its users are read page by page.
 */
@Service
public class WhoMay {
    /** So many users of one partner are as good as all: how many more there are changes no way of reading them. */
    private static final int MANY = 50_000;

    private final Policies policies;
    private final StandingStore standings;
    private final WhoMayStore store;
    private final Explanations explanations;
    private final Cursors cursors;
    private final Guard guard;
    private final TransactionOperations transactions;

    WhoMay(
            Policies policies,
            StandingStore standings,
            WhoMayStore store,
            Explanations explanations,
            Cursors cursors,
            Guard guard,
            TransactionOperations transactions) {
        this.policies = policies;
        this.standings = standings;
        this.store = store;
        this.explanations = explanations;
        this.cursors = cursors;
        this.guard = guard;
        this.transactions = transactions;
    }

    /**
     * What a question is about.
     *
     * @throws Refusal.NotFound when area or partner is not there or not in the actor's sight
     * @throws Refusal.Invalid when it names no action
     */
    public MayAsked asked(Actor actor, MayQuestion question) {
        return asked(actor, panel(actor), question);
    }

    /**
     * A page of those who may, by name, as far as the actor sees them.
     *
     * @param request sorted by `name` alone
     * @throws Refusal.NotFound when area or partner is not there or not in the actor's sight
     * @throws Refusal.Invalid when it names no action
     * @throws Refusal.Denied when the actor may not read users
     */
    public Page<MayUser> page(Actor actor, MayQuestion question, PageRequest request) {
        guard.require(actor, PanelArea.USERS, Action.READ);
        var panel = panel(actor);
        var asked = asked(actor, panel, question);
        if (!request.sort().isEmpty() && !request.sort().equals(List.of("name"))) {
            throw new Refusal.Invalid("sort", "Who may is sorted by `name`.");
        }
        var sight = guard.reseller(actor);
        var all = EngineGuard.known(() -> standings.all(actor.account(), sight));
        var judged = Judgement.of(panel, asked, partner(actor, panel, question), all);
        return Objects.requireNonNull(
                transactions.execute(status -> page(actor, panel, asked, judged, sight, request)));
    }

    private Page<MayUser> page(
            Actor actor, Panel panel, MayAsked asked, Judgement judged, @Nullable UUID sight, PageRequest request) {
        var list = "who may " + asked.area() + " " + asked.action() + " " + asked.partner();
        var found = found(actor, judged, sight, place(actor, list, request.after()), request.limit() + 1);
        var more = found.size() > request.limit();
        var shown = more ? found.subList(0, request.limit()) : found;
        var total = total(actor, judged, sight);
        return new Page<>(
                shown.stream().map(each -> judged.user(panel, each)).toList(),
                more ? cursor(actor, list, shown.getLast()) : null,
                Math.min(total, Page.COUNTED),
                total > Page.COUNTED);
    }

    private List<Placed> found(Actor actor, Judgement judged, @Nullable UUID sight, @Nullable Place after, int limit) {
        if (judged.everybody()) {
            return standings.users(actor.account(), StandingStore.Wanted.all(judged.ids()), after, limit);
        }
        var meant = judged.meant(actor.account(), sight);
        var partner = meant.partner();
        var chosen =
                partner == null || meant.choosing().isEmpty() ? 0 : store.selecting(actor.account(), partner, MANY);
        return judged.isQuickerByWalking(chosen, limit)
                ? store.walk(meant, after, limit)
                : store.gather(meant, after, limit);
    }

    private long total(Actor actor, Judgement judged, @Nullable UUID sight) {
        return judged.everybody()
                ? judged.users()
                : store.count(judged.meant(actor.account(), sight), Page.COUNTED + 1);
    }

    private Panel panel(Actor actor) {
        return EngineGuard.known(() -> policies.current(actor.account())).panel();
    }

    private MayAsked asked(Actor actor, Panel panel, MayQuestion question) {
        var area = panel.area(question.area()).orElseThrow(() -> new Refusal.NotFound("area"));
        var action = Action.of(question.action().strip())
                .orElseThrow(
                        () -> new Refusal.Invalid("action", "Name an action: `create`, `read`, `update` or `delete`."));
        var partner = partner(actor, panel, question);
        var off = partner != null
                && panel.policy().partner(partner).filter(each -> !each.on()).isPresent();
        return new MayAsked(
                area.id(),
                panel.applicationOf(area),
                panel.name(area.application()),
                area.name(),
                area.gate().word(),
                action,
                partner == null ? null : panel.partner(partner),
                off);
    }

    private @Nullable UUID partner(Actor actor, Panel panel, MayQuestion question) {
        var partner = explanations.partner(actor, panel, question.partner().strip());
        if (Panel.NOWHERE.equals(partner)) {
            throw new Refusal.NotFound("partner");
        }
        return partner;
    }

    private @Nullable Place place(Actor actor, String list, @Nullable String after) {
        if (after == null) {
            return null;
        }
        var keys = cursors.read(actor, list, after);
        return new Place(Objects.requireNonNull(keys.get(0)), UUID.fromString(Objects.requireNonNull(keys.get(1))));
    }

    private String cursor(Actor actor, String list, Placed last) {
        return cursors.make(actor, list, List.of(last.nameKey(), last.id().toString()));
    }
}
