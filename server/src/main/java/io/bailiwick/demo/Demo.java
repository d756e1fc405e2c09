package io.bailiwick.demo;

import io.bailiwick.accounts.Account;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.demo.DemoPeople.Person;
import io.bailiwick.kernel.Actor;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Fills an empty database with the example account, before anything else is done on a first start. */
@Component
@EnableConfigurationProperties(DemoSettings.class)
class Demo {
    private static final String NAME = "Northgate Telecom";
    private static final long SEED = 20_041_974;
    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);

    private final DemoSettings settings;
    private final DemoStore store;
    private final Accounts accounts;
    private final DemoCarrier carrier;
    private final DemoPeople people;
    private final DemoFlows flows;
    private final DemoPast past;
    private final DemoOffice office;

    Demo(
            DemoSettings settings,
            DemoStore store,
            Accounts accounts,
            DemoCarrier carrier,
            DemoPeople people,
            DemoFlows flows,
            DemoPast past,
            DemoOffice office) {
        this.settings = settings;
        this.store = store;
        this.accounts = accounts;
        this.carrier = carrier;
        this.people = people;
        this.flows = flows;
        this.past = past;
        this.office = office;
    }

    @EventListener
    void on(ApplicationStartedEvent started) {
        begin();
    }

    /** Fills, or leaves what there is when that is the example. */
    void begin() {
        if (settings.demo()) {
            accounts.first().ifPresentOrElse(this::check, this::fill);
        }
    }

    private void check(Account account) {
        var mark = store.find(account.id())
                .orElseThrow(
                        () -> new NotEmpty("The example account is made in an empty database only, and this one holds `"
                                + account.name() + "`."));
        if (!mark.isFilled()) {
            throw new NotEmpty("The example account in this database was not filled to its end.");
        }
        LOG.info("The example account is there already: docs/demo.md says whom to sign in as");
    }

    private void fill() {
        var begun = System.nanoTime();
        var random = new Random(SEED);
        var account = accounts.create(NAME);
        store.begin(account.id());
        var server = Actor.server(account.id());
        carrier.settle(server);
        var cast = people.settle(account);
        flows.settle(server);
        past.settle(server, cast, random);
        office.settle(server, cast, random);
        store.end(account.id());
        LOG.info(
                "The example account {} is filled ({} s). Sign in with the password {} as\n{}",
                NAME,
                String.format(
                        Locale.ROOT,
                        "%.1f",
                        Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0),
                DemoPeople.PASSWORD,
                cast.all().stream().map(Demo::line).collect(Collectors.joining("\n")));
    }

    private static String line(Person person) {
        return String.format(Locale.ROOT, "  %-26s %s", person.email(), person.what());
    }
}
