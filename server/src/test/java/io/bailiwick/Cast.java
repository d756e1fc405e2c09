package io.bailiwick;

import io.bailiwick.accounts.Account;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.groups.GroupForm;
import io.bailiwick.groups.GroupForm.RuleForm;
import io.bailiwick.groups.GroupId;
import io.bailiwick.groups.Groups;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Permission;
import io.bailiwick.model.Role;
import io.bailiwick.partners.PartnerForm;
import io.bailiwick.partners.Partners;
import io.bailiwick.partners.ResellerForm;
import io.bailiwick.partners.Resellers;
import io.bailiwick.users.UserForm;
import io.bailiwick.users.UserForm.DataAccessForm;
import io.bailiwick.users.Users;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;

/**
 * The people and partners of all tests over HTTP, made through the façades. Northgate is the account that signs in when
 * none is named; Shadow is another one, and nobody of Northgate may ever see anything of it. Lazy, because the listeners
 * to what the façades do are in place only when the server is up.
 */
@Lazy
@TestComponent
public class Cast {
    public static final String ACME = "acme";
    public static final String GLOBEX = "globex";
    /** Belongs to the reseller Northwind. */
    public static final String INITECH = "initech";
    /** Switched off. */
    public static final String UMBRELLA = "umbrella";

    public static final String NORTHWIND = "northwind";

    public final Account northgate;
    public final Account shadow;

    /** Unrestricted Administrator, the first of the account, with Integration configuration. */
    public final Person ada;
    /** Unrestricted Administrator too, without any optional permission. */
    public final Person grace;
    /** Normal, sees all partners' data, has every optional permission. */
    public final Person kevin;
    /** Normal, sees the data of Acme and Globex. */
    public final Person sami;
    /** Normal, sees no data. */
    public final Person nora;
    /** Partner user of Acme. */
    public final Person pia;
    /** Partner user of Globex. */
    public final Person paul;
    /** Administrator, limited by the group Desk: users without deleting, reading groups. */
    public final Person kim;
    /** Administrator of the reseller Northwind, limited by the group Desk. */
    public final Person rita;
    /** Normal, of the reseller Northwind and in the group Desk, sees all of its partners' data. */
    public final Person rolf;
    /** Normal, disabled. */
    public final Person dora;
    /** Unrestricted Administrator of Shadow. */
    public final Person sven;
    /** Partner user of Shadow's own partner Acme. */
    public final Person sofia;

    /** Only listed areas: users may be created, read and updated, groups read; nothing else. */
    public final GroupId desk;

    private final Users users;

    /** Somebody who can sign in; of another account than Northgate by its short id. */
    public record Person(UserId id, Account account, String email, String name, Role role, String password) {
        /** The person, as a façade takes it. */
        public Actor actor() {
            return new Actor(account.id(), id, email, name, role, ZoneOffset.UTC, "127.0.0.1", false);
        }
    }

    Cast(Accounts accounts, Users users, Partners partners, Resellers resellers, Groups groups) {
        this.users = users;
        northgate = accounts.create("Northgate Telecom");
        shadow = accounts.create("Shadow");
        ada = first(northgate, "Ada Lovelace", "ada@northgate.example");
        sven = first(shadow, "Sven Shade", "sven@shadow.example");
        var server = Actor.server(northgate.id());
        resellers.create(server, new ResellerForm("Northwind", NORTHWIND, true));
        partners.create(server, new PartnerForm("Acme Logistics", ACME, null, true));
        partners.create(server, new PartnerForm("Globex", GLOBEX, null, true));
        partners.create(server, new PartnerForm("Initech", INITECH, NORTHWIND, true));
        partners.create(server, new PartnerForm("Umbrella", UMBRELLA, null, false));
        partners.create(Actor.server(shadow.id()), new PartnerForm("Acme of the shadows", ACME, null, true));
        desk = groups.create(server, deskForm());
        grace = add(northgate, "Grace Hopper", Role.ADMINISTRATOR, Extras.NONE);
        kevin = add(northgate, "Kevin Kline", Role.NORMAL, Extras.of("all").withEveryPermission());
        sami = add(northgate, "Sami Aalto", Role.NORMAL, Extras.of("selected", ACME, GLOBEX));
        nora = add(northgate, "Nora Quist", Role.NORMAL, Extras.of("none"));
        pia = add(northgate, "Pia Acme", Role.PARTNER, Extras.of("selected", ACME));
        paul = add(northgate, "Paul Globex", Role.PARTNER, Extras.of("selected", GLOBEX));
        kim = add(northgate, "Kim Deskin", Role.ADMINISTRATOR, Extras.NONE.in(desk, null));
        rita = add(northgate, "Rita Reseller", Role.ADMINISTRATOR, Extras.NONE.in(desk, NORTHWIND));
        rolf = add(northgate, "Rolf Reseller", Role.NORMAL, Extras.of("all").in(desk, NORTHWIND));
        dora = add(northgate, "Dora Gone", Role.NORMAL, Extras.of("none"));
        users.update(server, dora.id(), form -> form.withStatus("disabled"), null, null);
        sofia = add(shadow, "Sofia Shade", Role.PARTNER, Extras.of("selected", ACME));
    }

    /** Somebody new of Northgate, for a test that changes or deletes whom it uses: Normal, without data. */
    public Person extra(String name) {
        return add(northgate, name, Role.NORMAL, Extras.of("none"));
    }

    /** What a person has besides a role. */
    private record Extras(
            @Nullable DataAccessForm data,
            List<String> permissions,
            List<String> groups,
            @Nullable String reseller) {
        static final Extras NONE = new Extras(null, List.of(), List.of(), null);

        static Extras of(String mode, String... partners) {
            return new Extras(new DataAccessForm(mode, List.of(partners)), List.of(), List.of(), null);
        }

        Extras withEveryPermission() {
            var every = Stream.of(Permission.values()).map(Permission::word).toList();
            return new Extras(data, every, groups, reseller);
        }

        Extras in(GroupId group, @Nullable String ofReseller) {
            return new Extras(data, permissions, List.of(group.value().toString()), ofReseller);
        }
    }

    private Person first(Account account, String name, String email) {
        var user = users.createFirst(account, name, email, password(email));
        return new Person(user.id(), account, email, name, Role.ADMINISTRATOR, password(email));
    }

    private Person add(Account account, String name, Role role, Extras extras) {
        var email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@people.example";
        var form = new UserForm(
                email,
                name,
                role.word(),
                extras.groups(),
                extras.permissions(),
                extras.data(),
                extras.reseller(),
                "UTC",
                List.of(),
                false,
                false,
                null);
        var user = users.create(Actor.server(account.id()), form, password(email));
        return new Person(user.id(), account, email, name, role, password(email));
    }

    private static GroupForm deskForm() {
        var rules = List.of(
                new RuleForm("cockpit/Users", List.of("create", "read", "update"), "allow"),
                new RuleForm("cockpit/Groups", List.of("read"), "allow"));
        return new GroupForm("Desk", "only-listed", List.of(), rules);
    }

    private static String password(String email) {
        return "gravel orchid lantern " + Integer.toHexString(email.hashCode());
    }
}
