package io.bailiwick.security;

import io.bailiwick.Cast.Person;
import io.bailiwick.accounts.Account;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.areas.ApplicationForm;
import io.bailiwick.areas.Applications;
import io.bailiwick.areas.AreaForm;
import io.bailiwick.areas.Areas;
import io.bailiwick.contacts.ContactForm;
import io.bailiwick.contacts.Contacts;
import io.bailiwick.groups.GroupForm;
import io.bailiwick.groups.GroupForm.RuleForm;
import io.bailiwick.groups.Groups;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.mail.Letter;
import io.bailiwick.mail.MailFilter;
import io.bailiwick.mail.Mails;
import io.bailiwick.model.Role;
import io.bailiwick.partners.PartnerForm;
import io.bailiwick.partners.Partners;
import io.bailiwick.partners.ResellerForm;
import io.bailiwick.partners.Resellers;
import io.bailiwick.routing.RouteForm;
import io.bailiwick.routing.Routing;
import io.bailiwick.tickets.TicketForm;
import io.bailiwick.tickets.TicketForm.Upload;
import io.bailiwick.tickets.Tickets;
import io.bailiwick.users.UserForm;
import io.bailiwick.users.UserForm.DataAccessForm;
import io.bailiwick.users.Users;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Makes accounts of its own for tests that do to people what the {@link io.bailiwick.Cast} must be spared. */
@Lazy
@TestComponent
public class Town {
    public static final String PASSWORD = "gravel orchid lantern 1729 tuba";

    private final Accounts accounts;
    private final Users users;
    private final Groups groups;
    private final Partners partners;
    private final Resellers resellers;
    private final Applications applications;
    private final Areas areas;
    private final Mails mails;
    private final Contacts contacts;
    private final Routing routing;
    private final Tickets tickets;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    Town(
            Accounts accounts,
            Users users,
            Groups groups,
            Partners partners,
            Resellers resellers,
            Applications applications,
            Areas areas,
            Mails mails,
            Contacts contacts,
            Routing routing,
            Tickets tickets,
            JdbcClient jdbc,
            TransactionOperations transactions) {
        this.accounts = accounts;
        this.users = users;
        this.groups = groups;
        this.partners = partners;
        this.resellers = resellers;
        this.applications = applications;
        this.areas = areas;
        this.mails = mails;
        this.contacts = contacts;
        this.routing = routing;
        this.tickets = tickets;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * An account with somebody of every kind and something of every kind.
     *
     * @param ids the id of a thing by what stands before it in a path, as in `users`
     */
    public record Quarter(Account account, Person mayor, String desk, Map<String, String> ids) {}

    /** Makes one, with the mayor as its unrestricted Administrator. */
    public Quarter quarter(String name) {
        var account = accounts.create(name);
        var server = Actor.server(account.id());
        var mayor = first(account, "Mayor of " + name);
        var ids = new LinkedHashMap<String, String>();
        ids.put(
                "resellers",
                resellers
                        .create(server, new ResellerForm("North", "north", true))
                        .toString());
        resellers.create(server, new ResellerForm("South", "south", true));
        ids.put(
                "partners",
                partners.create(server, new PartnerForm("Acme", "acme", null, true))
                        .toString());
        partners.create(server, new PartnerForm("Initech", "initech", "north", true));
        partners.create(server, new PartnerForm("Hooli", "hooli", "south", true));
        var shop = applications.create(server, new ApplicationForm("Shop", "shop", List.of()));
        ids.put("applications", shop.id().toString());
        ids.put("areas", areas.create(server, orders()).id().toString());
        var desk = groups.create(server, desk()).value().toString();
        ids.put("groups", desk);
        ids.put("mail", letter(mayor));
        ids.put("contacts", contacts.create(server, contact("acme")).toString());
        contacts.create(server, contact("initech"));
        contacts.create(server, contact("hooli"));
        ids.put("routing", routing.create(server, route("acme")).toString());
        routing.create(server, route("initech"));
        routing.create(server, route("hooli"));
        ids.put("billing", String.valueOf(ids.get("partners")));
        ids.putAll(ticket(mayor));
        return new Quarter(account, mayor, desk, ids);
    }

    /** One with a file, that everybody of the account sees but those of a reseller. */
    private Map<String, String> ticket(Person mayor) {
        jdbc.sql("""
                update users set email_verified = true, shared_tickets = true where account = :account and id = :id
                """)
                .param("account", mayor.account().id().value())
                .param("id", mayor.id().value())
                .update();
        var file = new Upload("note.txt", new byte[] {1});
        var id = tickets.open(mayor.actor(), new TicketForm("Help", "Please", List.of(file)));
        var post = tickets.posts(mayor.actor(), id).getFirst();
        return Map.of(
                "tickets",
                id.toString(),
                "attachments",
                post.attachments().getFirst().id().toString());
    }

    /** Somebody new in the account. */
    public Person add(Quarter quarter, String name, Role role, Traits traits) {
        var email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@town.example";
        var form = new UserForm(
                email,
                name,
                role.word(),
                traits.groups(),
                traits.permissions(),
                traits.data(),
                traits.reseller(),
                "UTC",
                List.of(),
                false,
                traits.due(),
                null);
        var user = users.create(Actor.server(quarter.account().id()), form, PASSWORD);
        return new Person(user.id(), quarter.account(), email, name, role, PASSWORD);
    }

    /** What a person has besides a role. */
    public record Traits(
            @Nullable DataAccessForm data,
            List<String> groups,
            List<String> permissions,
            @Nullable String reseller,
            boolean due) {
        public static final Traits NONE = new Traits(null, List.of(), List.of(), null, false);

        public static Traits sees(String mode, String... partners) {
            return new Traits(new DataAccessForm(mode, List.of(partners)), List.of(), List.of(), null, false);
        }

        public Traits in(String group) {
            return new Traits(data, List.of(group), permissions, reseller, due);
        }

        public Traits of(String itsReseller) {
            return new Traits(data, groups, permissions, itsReseller, due);
        }

        public Traits withPasswordDue() {
            return new Traits(data, groups, permissions, reseller, true);
        }

        /** With these optional permissions. */
        public Traits may(String... granted) {
            return new Traits(data, groups, List.of(granted), reseller, due);
        }
    }

    /** Puts a letter to the person into the outbox, and returns its id. */
    private String letter(Person person) {
        var account = person.account().id();
        var letter = new Letter(
                "invitation",
                person.id(),
                person.name(),
                person.email(),
                "Welcome",
                List.of("Come in."),
                new Letter.Button("Come in", URI.create("https://panel.example/invitation?token=x")),
                null,
                null,
                List.of());
        transactions.executeWithoutResult(status -> mails.send(account, letter));
        var found = mails.list(Actor.server(account), MailFilter.ALL, PageRequest.first());
        return found.items().getFirst().id().toString();
    }

    private Person first(Account account, String name) {
        var email = "mayor@" + account.shortId() + ".example";
        var user = users.createFirst(account, name, email, PASSWORD);
        return new Person(user.id(), account, email, name, Role.ADMINISTRATOR, PASSWORD);
    }

    private static ContactForm contact(String partner) {
        return new ContactForm(partner, "Kim of " + partner, null, null, null, null);
    }

    private static RouteForm route(String partner) {
        return new RouteForm("49", partner, null, null);
    }

    private static AreaForm orders() {
        return new AreaForm("shop", "Orders", List.of(AreaForm.Path.of("/orders")), "open", null);
    }

    /** Only listed: users but for deleting them, reading groups. */
    private static GroupForm desk() {
        var rules = List.of(
                new RuleForm("cockpit/Users", List.of("create", "read", "update"), "allow"),
                new RuleForm("cockpit/Groups", List.of("read"), "allow"));
        return new GroupForm("Desk", "only-listed", List.of(), rules);
    }
}
