package io.bailiwick.demo;

import io.bailiwick.billing.Billings;
import io.bailiwick.billing.EntryForm;
import io.bailiwick.billing.TermsForm;
import io.bailiwick.contacts.ContactForm;
import io.bailiwick.contacts.Contacts;
import io.bailiwick.demo.DemoPeople.Cast;
import io.bailiwick.demo.DemoPeople.Person;
import io.bailiwick.kernel.Actor;
import io.bailiwick.partners.PartnerForm;
import io.bailiwick.partners.Partners;
import io.bailiwick.routing.RouteForm;
import io.bailiwick.routing.Routing;
import io.bailiwick.tickets.TicketForm;
import io.bailiwick.tickets.TicketId;
import io.bailiwick.tickets.Tickets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.springframework.stereotype.Component;

/** The carrier's day: contacts, routes, balances, tickets, who came and who was refused. */
@Component
class DemoOffice {
    private static final String[] FIRST = {
        "Anna", "Bruno", "Chiara", "David", "Elif", "Femi", "Greta", "Hugo", "Ines", "Jonas", "Kerstin", "Lars", "Maya"
    };
    private static final String[] LAST = {
        "Weber", "Costa", "Ricci", "Cohen", "Demir", "Adeyemi", "Holm", "Blanc", "Vos", "Marek", "Lund", "Pires", "Kaya"
    };
    private static final String[] ROLES = {"Operations", "Accounts payable", "Number management"};
    private static final String[] PREFIXES = {
        "49", "4930", "4989", "31", "3120", "44", "4420", "33", "331", "39", "34", "46", "47", "351"
    };

    /** Its balance falls below what it is to be told of. */
    private static final String LOW = "copperline";

    private final Contacts contacts;
    private final Routing routing;
    private final Billings billings;
    private final Tickets tickets;
    private final Partners partners;
    private final DemoRefusals refusals;
    private final DemoPresenceStore presence;
    private final DemoLedgerStore ledger;

    DemoOffice(
            Contacts contacts,
            Routing routing,
            Billings billings,
            Tickets tickets,
            Partners partners,
            DemoRefusals refusals,
            DemoPresenceStore presence,
            DemoLedgerStore ledger) {
        this.contacts = contacts;
        this.routing = routing;
        this.billings = billings;
        this.tickets = tickets;
        this.partners = partners;
        this.refusals = refusals;
        this.presence = presence;
        this.ledger = ledger;
    }

    void settle(Actor server, Cast cast, Random random) {
        presence.settled(server.account(), cast);
        for (var partner : DemoCarrier.PARTNERS) {
            contacts(server, partner, random);
            balance(cast, partner, random);
        }
        routes(cast, random);
        tickets(cast);
        refusals.settle(server, cast, random);
        presence.signIns(server.account(), cast, random);
        presence.expireInvitation(server.account(), "viktor@blueline.example");
        presence.expireInvitation(server.account(), "tara.quinn@northgate.example");
        var gone = partners.get(server, DemoCarrier.GONE).id();
        partners.edit(server, gone, null, form -> new PartnerForm(form.name(), form.key(), form.reseller(), false));
    }

    private void contacts(Actor server, DemoCarrier.Given partner, Random random) {
        var people = 2 + random.nextInt(2);
        for (int number = 0; number < people; number++) {
            var place = DemoCarrier.PARTNERS.indexOf(partner) * 3 + number;
            var name = FIRST[place % FIRST.length] + " " + LAST[(place * 5 + place / LAST.length) % LAST.length];
            var email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@" + partner.key() + ".example";
            var phone = String.format(Locale.ROOT, "+49 30 %07d", random.nextInt(10_000_000));
            contacts.create(
                    server, new ContactForm(partner.key(), name, ROLES[number % ROLES.length], email, phone, null));
        }
    }

    private void balance(Cast cast, DemoCarrier.Given partner, Random random) {
        var clerk = cast.bea().actor();
        var isLow = partner.key().equals(LOW);
        billings.set(clerk, partner.key(), null, new TermsForm("EUR", "5000", "1500"));
        book(cast, partner, 0, isLow ? "9000" : String.valueOf(12_000 + 500 * random.nextInt(20)), "Payment received");
        for (int week = 1; week <= 4; week++) {
            // Of the low one no more than 7,400 by now, so that it is the last entry that takes it below.
            var charge = isLow ? 1_700 + random.nextInt(150) : 300 + random.nextInt(1_500);
            book(cast, partner, week, "-" + charge + ".50", "Calls and numbers");
        }
        var last = "demo-" + partner.key() + "-5";
        if (isLow) {
            billings.book(clerk, partner.key(), new EntryForm(last, "-980", "Number block 4930 55, set-up"));
        } else {
            var ago = Duration.ofHours(20).plusMinutes(random.nextInt(5 * 24 * 60));
            ledger.book(cast.bea(), partner.key(), ago, new EntryForm(last, "2500", "Payment received"));
        }
    }

    /** What was booked by the end of a week, the first of which was five weeks ago. */
    private void book(Cast cast, DemoCarrier.Given partner, int week, String amount, String text) {
        var key = "demo-" + partner.key() + "-" + week;
        ledger.book(cast.bea(), partner.key(), Duration.ofDays(7L * (5 - week)), new EntryForm(key, amount, text));
    }

    private void routes(Cast cast, Random random) {
        var engineer = cast.nils().actor();
        var now = Instant.now().truncatedTo(ChronoUnit.HOURS);
        for (var prefix : PREFIXES) {
            var first = random.nextInt(DemoCarrier.PARTNERS.size());
            for (int priority = 1; priority <= 2; priority++) {
                var partner = DemoCarrier.PARTNERS.get((first + priority * 5) % DemoCarrier.PARTNERS.size());
                var since = now.minus(Duration.ofDays(priority == 1 ? 210 : 65));
                routing.create(engineer, new RouteForm(prefix, partner.key(), priority, since.toString()));
            }
        }
        var next = DemoCarrier.PARTNERS.getFirst().key();
        routing.create(
                engineer,
                new RouteForm("4930", next, 1, now.plus(Duration.ofDays(7)).toString()));
    }

    private void tickets(Cast cast) {
        var porting = open(
                cast.paula(),
                "Portings of Monday are not confirmed",
                "We sent eleven orders on Monday and see eight confirmations.\nCould you look at the other three?");
        reply(cast.ada(), porting, "The clearing house was down in the afternoon. They are delivered again now.");
        reply(cast.paula(), porting, "All eleven are there. Thank you.");
        tickets.setOpen(cast.ada().actor(), porting, false, null);
        ledger.age(cast.ada().account().id(), porting, Duration.ofHours(52));
        var number = open(cast.sami(), "Which partner has 4930 55?", "A caller asks, and the block is new to me.");
        reply(cast.ada(), number, "Copperline, since last week. Routing knows it; ask Nils to show you the lookup.");
        ledger.age(cast.ada().account().id(), number, Duration.ofHours(27));
        var second = open(
                cast.rita(),
                "A second administrator for Blueline",
                "Ulla starts next week and is to look after our people. What does she need?");
        ledger.age(cast.ada().account().id(), second, Duration.ofHours(5));
        open(cast.bea(), "Export of entries by month", "Our auditors want the entries of October in one file.");
    }

    private TicketId open(Person author, String subject, String text) {
        return tickets.open(author.actor(), new TicketForm(subject, text, List.of()));
    }

    private void reply(Person author, TicketId ticket, String text) {
        tickets.reply(author.actor(), ticket, new TicketForm(null, text, List.of()));
    }
}
