package io.bailiwick.decisions;

import static io.bailiwick.model.Effect.ALLOW;
import static java.time.ZoneOffset.UTC;

import io.bailiwick.BailiwickApplication;
import io.bailiwick.areas.Areas;
import io.bailiwick.groups.GroupId;
import io.bailiwick.guard.GroupRights;
import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Access;
import io.bailiwick.model.AreaGate;
import io.bailiwick.model.GroupMode;
import io.bailiwick.model.MethodOverrides;
import io.bailiwick.model.PathPattern;
import io.bailiwick.model.Role;
import io.bailiwick.partners.PartnerForm;
import io.bailiwick.partners.Partners;
import io.bailiwick.previews.Effect;
import io.bailiwick.previews.Previews;
import io.bailiwick.previews.Proposal;
import io.bailiwick.users.Deed;
import io.bailiwick.users.Selection;
import io.bailiwick.users.Selections;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;

/** Says how long a preview takes in an account of many users, groups and areas, on a server with its own PostgreSQL. */
@SuppressWarnings("SystemOut") // its figures are what it is for
public final class PreviewBench {
    private static final int WARM = 10;
    private static final int TURNS = 30;

    private final ApplicationContext context;
    private final BenchAccount bench;

    private PreviewBench(ApplicationContext context, int users) {
        this.context = context;
        this.bench = new BenchAccount(context, users);
    }

    /** @param arguments how many users; ten thousand when it is left out */
    public static void main(String[] arguments) {
        var number = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0].replace("_", ""));
        try (var context = new SpringApplicationBuilder(BailiwickApplication.class)
                .properties("logging.level.root=warn", "bailiwick.port=0", "bailiwick.management-port=0")
                .run()) {
            new PreviewBench(context, number).run();
        }
    }

    private void run() {
        var groups = bench.groups;
        var areas = bench.areas;
        var acme = context.getBean(Partners.class).create(bench.server, new PartnerForm("Acme", "acme", null, true));
        System.out.printf(
                Locale.ROOT,
                "%,d users at %,d standings, %,d in the first group, %d areas%n",
                bench.count("select count(*) from users where account = :account"),
                bench.count("select count(*) from standings where account = :account"),
                bench.members(groups.getFirst()),
                BenchAccount.AREAS);
        System.out.printf("%-44s %10s %10s %12s%n", "milliseconds at the server", "median", "p95", "changes");
        var proposals = new LinkedHashMap<String, Proposal>();
        proposals.put("a group of everybody closes all", closes(groups.getFirst()));
        proposals.put("a group of some opens all", opens(groups.getLast()));
        proposals.put(
                "a group of everybody goes",
                new Proposal.GroupGoes(groups.getFirst().value(), null));
        proposals.put(
                "an area's gate closes",
                new Proposal.AreaBecomes(
                        areas.getFirst(),
                        application(),
                        "Area 0",
                        AreaGate.ADMINISTRATION,
                        List.of(new Proposal.AreaBecomes.Path(PathPattern.parse("/part0"), MethodOverrides.NONE))));
        proposals.put("a partner is switched off", new Proposal.PartnerBecomes(acme.value(), null, false));
        var previews = context.getBean(Previews.class);
        proposals.forEach((what, proposal) -> time(what, () -> previews.of(bench.server, proposal)));
        many();
    }

    /** As an Administrator is told before something is done to everybody whom a search finds. */
    private void many() {
        var found = new Selection.Matching("Person", null);
        var ada = new Actor(
                bench.account.id(),
                bench.ada.id(),
                bench.ada.email(),
                "Ada",
                Role.ADMINISTRATOR,
                UTC,
                "127.0.0.1",
                false);
        var selections = context.getBean(Selections.class);
        if (selections.size(bench.server, found) > Selections.MOST) {
            System.out.printf(Locale.ROOT, "more than %,d users are never changed at once%n", Selections.MOST);
            return;
        }
        var deeds = new LinkedHashMap<String, Deed>();
        deeds.put("many are disabled", new Deed.Disable());
        deeds.put(
                "many join a group",
                new Deed.Join(List.of(bench.groups.getLast().toString())));
        deeds.put(
                "many leave a group",
                new Deed.Leave(List.of(bench.groups.getFirst().toString())));
        deeds.put("many become Administrators", new Deed.Change("administrator", null, null));
        deeds.put("many are deleted", new Deed.Delete());
        deeds.forEach((what, deed) ->
                time(what, () -> selections.foresee(ada, found, deed).effect()));
    }

    private static void time(String what, Supplier<Effect> preview) {
        var times = new ArrayList<Double>();
        long changes = 0;
        for (int turn = 0; turn < WARM + TURNS; turn++) {
            var begun = System.nanoTime();
            var page = preview.get().changes();
            if (turn >= WARM) {
                times.add((System.nanoTime() - begun) / 1e6);
            }
            changes = page == null ? 0 : page.total();
        }
        times.sort(null);
        System.out.printf(
                Locale.ROOT,
                "%-44s %10.1f %10.1f %,12d%n",
                what,
                times.get(TURNS / 2),
                times.get(TURNS * 95 / 100),
                changes);
    }

    private static Proposal closes(GroupId group) {
        return new Proposal.GroupBecomes(group.value(), new GroupRights(GroupMode.EXCEPTIONS, Access.NONE, List.of()));
    }

    private Proposal opens(GroupId group) {
        var rules = bench.areas.stream()
                .map(area -> new GroupRights.Rule(area, Access.ALL, ALLOW))
                .toList();
        return new Proposal.GroupBecomes(group.value(), new GroupRights(GroupMode.EXCEPTIONS, Access.ALL, rules));
    }

    private UUID application() {
        return context.getBean(Areas.class).all(bench.account.id()).stream()
                .filter(area -> area.applicationKey().equals("shop"))
                .findFirst()
                .orElseThrow()
                .application()
                .value();
    }
}
