package io.bailiwick.demo;

import io.bailiwick.accounts.Account;
import io.bailiwick.groups.DefaultReseller;
import io.bailiwick.groups.GroupForm;
import io.bailiwick.groups.GroupForm.RuleForm;
import io.bailiwick.groups.Groups;
import io.bailiwick.invitations.Addresses;
import io.bailiwick.invitations.Invitations;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Role;
import io.bailiwick.users.User;
import io.bailiwick.users.UserForm;
import io.bailiwick.users.UserForm.DataAccessForm;
import io.bailiwick.users.Users;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The people: six whom one signs in as, some two hundred others, and those who were invited. */
@Component
class DemoPeople {
    /** Of everybody; it is no secret. */
    static final String PASSWORD = "quiet otter maps the harbour";

    static final String ZONE = "Europe/Berlin";
    private static final List<String> CRUD = List.of("create", "read", "update", "delete");
    private static final List<String> READ = List.of("read");
    static final DataAccessForm ALL = new DataAccessForm("all", List.of());
    private static final DataAccessForm NONE = new DataAccessForm("none", List.of());
    /** One of so many has left. */
    private static final int AMONG = 30;

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

    /**
     * The six, and the others.
     *
     * @param colleagues who is there every day
     * @param guests of partners and resellers, who come now and then
     */
    record Cast(
            Person ada,
            Person rita,
            Person nils,
            Person bea,
            Person sami,
            Person paula,
            List<UserId> colleagues,
            List<UserId> guests) {
        List<Person> all() {
            return List.of(ada, rita, nils, bea, sami, paula);
        }

        List<UserId> everybody() {
            return Stream.of(all().stream().map(Person::id).toList(), colleagues, guests)
                    .flatMap(List::stream)
                    .toList();
        }
    }

    /** What somebody has besides a role. */
    record Has(
            @Nullable DataAccessForm data,
            List<String> groups,
            List<String> permissions,
            @Nullable String reseller) {}

    Cast settle(Account account) {
        var server = Actor.server(account.id());
        var first = users.createFirst(account, "Ada Okafor", "ada@northgate.example", PASSWORD);
        var ada = new Person(
                account, first.id(), first.email(), first.name(), Role.ADMINISTRATOR, "unrestricted Administrator");
        var teams = teams(server);
        var crowd = new DemoCrowd(
                List.of(teams.engineers(), teams.billing(), teams.desk()), teams.blueline(), teams.meridian());
        var forms = new ArrayList<>(five(teams));
        var those = forms.size();
        forms.addAll(crowd.colleagues());
        var staff = forms.size();
        forms.addAll(crowd.guests());
        var made = users.createAll(server, List.copyOf(forms), PASSWORD);
        var cast = new Cast(
                ada,
                person(account, made.get(0), "Administrator of the reseller Blueline, limited by its group"),
                person(account, made.get(1), "network engineer: routing and integration, no billing"),
                person(account, made.get(2), "billing clerk: balances and entries, no routing"),
                person(account, made.get(3), "Normal user with jobs, comments and reprocessing, of four partners"),
                person(account, made.get(4), "Partner user of Brightcall"),
                ids(made.subList(those, staff)),
                ids(made.subList(staff, made.size())));
        disable(account.id(), made.subList(those, made.size()));
        cast.all().forEach(each -> users.verified(account.id(), each.id(), each.email()));
        invite(cast, teams.desk(), teams.blueline());
        return cast;
    }

    /** Groups, by their ids. */
    private record Teams(String engineers, String billing, String desk, String blueline, String meridian) {}

    private Teams teams(Actor server) {
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
        return new Teams(
                engineers,
                billing,
                desk,
                resellerGroups.create(server, "Blueline team").value().toString(),
                resellerGroups.create(server, "Meridian team").value().toString());
    }

    /** All of the six but the first. */
    private static List<UserForm> five(Teams teams) {
        return List.of(
                form(
                        "Rita Lindqvist",
                        "rita@blueline.example",
                        Role.ADMINISTRATOR,
                        new Has(null, List.of(teams.blueline()), List.of(), DemoCarrier.BLUELINE)),
                form(
                        "Nils Berger",
                        "nils@northgate.example",
                        Role.NORMAL,
                        new Has(ALL, List.of(teams.engineers()), List.of("jobs", "integration-configuration"), null)),
                form(
                        "Bea Laurent",
                        "bea@northgate.example",
                        Role.NORMAL,
                        new Has(ALL, List.of(teams.billing()), List.of(), null)),
                form(
                        "Sami Aalto",
                        "sami@northgate.example",
                        Role.NORMAL,
                        new Has(
                                selected("acme-voice", "brightcall", "copperline", "globalink"),
                                List.of(),
                                List.of("jobs", "issue-comments", "reprocess-messages"),
                                null)),
                form(
                        "Paula Reyes",
                        "paula@brightcall.example",
                        Role.PARTNER,
                        new Has(selected("brightcall"), List.of(), List.of("issue-comments"), null)));
    }

    private static List<UserId> ids(List<User> people) {
        return people.stream().map(User::id).toList();
    }

    static DataAccessForm selected(String... partners) {
        return new DataAccessForm("selected", List.of(partners));
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
        var mistaken = invitations.send(
                cast.rita().actor(),
                Addresses.listed(List.of("ulla@bluelime.example")),
                form("", "", Role.NORMAL, new Has(NONE, List.of(blueline), List.of(), DemoCarrier.BLUELINE)),
                null);
        mistaken.users().forEach(user -> invitations.withdraw(cast.rita().actor(), user.id(), null));
    }

    /** Some have left. */
    private void disable(AccountId account, List<User> people) {
        for (int at = AMONG - 1; at < people.size(); at += AMONG) {
            users.update(Actor.server(account), people.get(at).id(), form -> form.withStatus("disabled"), null, null);
        }
    }

    private static Person person(Account account, User user, String what) {
        return new Person(account, user.id(), user.email(), user.name(), user.role(), what);
    }

    static UserForm form(String name, String email, Role role, Has has) {
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
