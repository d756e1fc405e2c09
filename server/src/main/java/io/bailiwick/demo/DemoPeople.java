package io.bailiwick.demo;

import io.bailiwick.accounts.Account;
import io.bailiwick.groups.DefaultReseller;
import io.bailiwick.groups.GroupForm;
import io.bailiwick.groups.GroupForm.RuleForm;
import io.bailiwick.groups.Groups;
import io.bailiwick.invitations.Addresses;
import io.bailiwick.invitations.Invitations;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Role;
import io.bailiwick.users.UserForm;
import io.bailiwick.users.UserForm.DataAccessForm;
import io.bailiwick.users.Users;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people: six whom one signs in as, their colleagues, and those who were invited. */
@Component
class DemoPeople {
    /** Of all six; it is no secret. */
    static final String PASSWORD = "quiet otter maps the harbour";

    private static final String ZONE = "Europe/Berlin";
    private static final List<String> CRUD = List.of("create", "read", "update", "delete");
    private static final List<String> READ = List.of("read");
    private static final DataAccessForm ALL = new DataAccessForm("all", List.of());
    private static final DataAccessForm NONE = new DataAccessForm("none", List.of());
    private static final String[] COLLEAGUES = {
        "Amal Haddad",
        "Birgit Olsen",
        "Carlos Mendes",
        "Dorota Nowak",
        "Emeka Obi",
        "Fiona Walsh",
        "Goran Petrov",
        "Hana Sato",
        "Ivan Horvat",
        "Jana Kovac",
        "Kofi Mensah",
        "Lucia Romano"
    };
    private static final String[] INVITED = {
        "marta.silva", "noor.aziz", "oskar.lind", "priya.nair", "quentin.roy", "rosa.vidal", "stefan.koch", "tara.quinn"
    };

    private final Users users;
    private final Groups groups;
    private final DefaultReseller resellerGroups;
    private final Invitations invitations;

    DemoPeople(Users users, Groups groups, DefaultReseller resellerGroups, Invitations invitations) {
        this.users = users;
        this.groups = groups;
        this.resellerGroups = resellerGroups;
        this.invitations = invitations;
    }

    /** Somebody whom one signs in as. */
    record Person(Account account, UserId id, String email, String name, Role role, String what) {
        Actor actor(String address) {
            return new Actor(account.id(), id, email, name, role, ZoneId.of(ZONE), address, false);
        }

        Actor actor() {
            return actor("127.0.0.1");
        }
    }

    /** The six. */
    record Cast(Person ada, Person rita, Person nils, Person bea, Person sami, Person paula, List<UserId> colleagues) {
        List<Person> all() {
            return List.of(ada, rita, nils, bea, sami, paula);
        }
    }

    private record Has(
            @Nullable DataAccessForm data,
            List<String> groups,
            List<String> permissions,
            @Nullable String reseller) {}

    Cast settle(Account account) {
        var server = Actor.server(account.id());
        var first = users.createFirst(account, "Ada Okafor", "ada@northgate.example", PASSWORD);
        var ada = new Person(
                account, first.id(), first.email(), first.name(), Role.ADMINISTRATOR, "unrestricted Administrator");
        var engineers = group(
                server,
                "Network engineers",
                List.of(
                        rule("cockpit/Routing", CRUD),
                        rule("cockpit/Contacts", READ),
                        rule("cockpit/Dashboard", READ),
                        rule("cockpit/Messages", READ),
                        rule("cockpit/Jobs", READ),
                        rule("cockpit/Endpoints", CRUD),
                        rule("cockpit/Access points", CRUD),
                        rule("cockpit/Data flows", CRUD),
                        rule("cockpit/Integration engine", CRUD),
                        rule("cockpit/Tickets", List.of("create", "read", "update")),
                        rule(DemoCarrier.PORTAL + "/Numbers", CRUD),
                        rule(DemoCarrier.PORTAL + "/Porting", CRUD)));
        var billing = group(
                server,
                "Billing",
                List.of(
                        rule("cockpit/Billing", READ),
                        rule("cockpit/Billing management", List.of("create", "read", "update")),
                        rule("cockpit/Contacts", READ),
                        rule("cockpit/Tickets", List.of("create", "read", "update")),
                        rule(DemoCarrier.PORTAL + "/Reports", READ)));
        var desk = group(
                server,
                "Support desk",
                List.of(
                        rule("cockpit/Dashboard", READ), rule("cockpit/Messages", READ),
                        rule("cockpit/Issues and their comments", CRUD), rule("cockpit/Contacts", CRUD),
                        rule("cockpit/Tickets", CRUD), rule(DemoCarrier.PORTAL + "/Orders", CRUD)));
        var blueline = resellerGroups.create(server, "Blueline team").value().toString();
        var meridian = resellerGroups.create(server, "Meridian team").value().toString();
        var rita = person(
                account,
                "Rita Lindqvist",
                "rita@blueline.example",
                Role.ADMINISTRATOR,
                "Administrator of the reseller Blueline, limited by its group",
                new Has(null, List.of(blueline), List.of(), DemoCarrier.BLUELINE));
        var nils = person(
                account,
                "Nils Berger",
                "nils@northgate.example",
                Role.NORMAL,
                "network engineer: routing and integration, no billing",
                new Has(ALL, List.of(engineers), List.of("jobs", "integration-configuration"), null));
        var bea = person(
                account,
                "Bea Laurent",
                "bea@northgate.example",
                Role.NORMAL,
                "billing clerk: balances and entries, no routing",
                new Has(ALL, List.of(billing), List.of(), null));
        var sami = person(
                account,
                "Sami Aalto",
                "sami@northgate.example",
                Role.NORMAL,
                "Normal user with jobs, comments and reprocessing, of four partners",
                new Has(
                        new DataAccessForm("selected", List.of("acme-voice", "brightcall", "copperline", "globalink")),
                        List.of(),
                        List.of("jobs", "issue-comments", "reprocess-messages"),
                        null));
        var paula = person(
                account,
                "Paula Reyes",
                "paula@brightcall.example",
                Role.PARTNER,
                "Partner user of Brightcall",
                new Has(
                        new DataAccessForm("selected", List.of("brightcall")),
                        List.of(),
                        List.of("issue-comments"),
                        null));
        var cast = new Cast(
                ada, rita, nils, bea, sami, paula, colleagues(account, List.of(engineers, billing, desk), meridian));
        cast.all().forEach(each -> users.verified(account.id(), each.id(), each.email()));
        invite(cast, desk, blueline);
        return cast;
    }

    private List<UserId> colleagues(Account account, List<String> teams, String meridian) {
        var made = new ArrayList<UserId>();
        for (int at = 0; at < COLLEAGUES.length; at++) {
            var ofMeridian = at % 4 == 3;
            var name = COLLEAGUES[at];
            var email = name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT)
                    + (ofMeridian ? "@meridian.example" : "@northgate.example");
            var has = ofMeridian
                    ? new Has(ALL, List.of(meridian), List.of(), DemoCarrier.MERIDIAN)
                    : new Has(ALL, List.of(teams.get(at % teams.size())), List.of("issue-comments"), null);
            made.add(person(account, name, email, Role.NORMAL, "colleague", has).id());
        }
        users.update(Actor.server(account.id()), made.getLast(), form -> form.withStatus("disabled"), null, null);
        return made;
    }

    private void invite(Cast cast, String desk, String blueline) {
        var emails = Stream.of(INVITED).map(name -> name + "@northgate.example").toList();
        invitations.send(
                cast.ada().actor(),
                Addresses.listed(List.copyOf(emails)),
                form("", "", Role.NORMAL, new Has(ALL, List.of(desk), List.of("issue-comments"), null)),
                "Welcome to the desk. Your first shift is on Monday.");
        invitations.send(
                cast.rita().actor(),
                Addresses.listed(List.of("ulla@blueline.example", "viktor@blueline.example")),
                form("", "", Role.NORMAL, new Has(NONE, List.of(blueline), List.of(), DemoCarrier.BLUELINE)),
                null);
    }

    private Person person(Account account, String name, String email, Role role, String what, Has has) {
        var user = users.create(Actor.server(account.id()), form(name, email, role, has), PASSWORD);
        return new Person(account, user.id(), email, name, role, what);
    }

    private static UserForm form(String name, String email, Role role, Has has) {
        return new UserForm(
                email,
                name,
                role.word(),
                has.groups(),
                has.permissions(),
                has.data(),
                has.reseller(),
                ZONE,
                List.of(),
                role == Role.PARTNER,
                false,
                null);
    }

    private String group(Actor server, String name, List<RuleForm> rules) {
        return groups.create(server, new GroupForm(name, "only-listed", List.of(), List.copyOf(rules)))
                .value()
                .toString();
    }

    private static RuleForm rule(String area, List<String> access) {
        return new RuleForm(area, List.copyOf(access), "allow");
    }
}
