package io.bailiwick.users;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.DataAccess;
import io.bailiwick.model.UserStatus;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of users who are invited: many at a time. */
@Component
class InviteeStore {
    private final JdbcClient jdbc;

    InviteeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who has these addresses, by the address in small letters; id and status are left out when he is out of sight. */
    Map<String, Invitees.Known> known(AccountId account, Collection<String> emails, @Nullable UUID sight) {
        var known = new HashMap<String, Invitees.Known>();
        jdbc.sql("""
                select email_key, id, status, :sight::uuid is null or reseller is not distinct from :sight as seen
                from users
                where account = :account
                    and email_key = any(array(select lower(email collate pg_c_utf8) from unnest(:emails::text[]) as email))
                """)
                .param("account", account.value())
                .param("emails", emails.toArray(String[]::new))
                .param("sight", sight)
                .query(row -> {
                    var seen = row.getBoolean("seen");
                    var id = seen ? new UserId(row.getObject("id", UUID.class)) : null;
                    var status = seen ? UserStatus.of(row.getString("status")).orElseThrow() : null;
                    known.put(row.getString("email_key"), new Invitees.Known(id, status));
                });
        return known;
    }

    /** Adds people who all have what the draft says. */
    void insert(Actor actor, List<UserId> ids, List<Invitees.Person> people, Draft draft) {
        var users = ids.stream().map(UserId::value).toArray(UUID[]::new);
        insertUsers(actor, users, people, draft);
        var partners = draft.dataAccess() instanceof DataAccess.Selected some ? some.partners() : Set.<UUID>of();
        insertMemberships(actor.account(), users, draft.groups());
        insertPartners(actor.account(), users, partners);
    }

    private void insertUsers(Actor actor, UUID[] users, List<Invitees.Person> people, Draft draft) {
        var creator = actor.user();
        jdbc.sql("""
                insert into users (account, id, email, name, role, permissions, data_access, reseller, time_zone, network,
                    shared_tickets, status, created_by, created_by_name)
                select :account, person.id, person.email, person.name, :role, :permissions, :dataAccess, :reseller::uuid,
                    :zone, :network, :sharedTickets, 'invited', :creator::uuid, :creatorName
                from unnest(:ids::uuid[], :emails::text[], :names::text[]) as person (id, email, name)
                """)
                .param("account", actor.account().value())
                .param("ids", users)
                .param("emails", people.stream().map(Invitees.Person::email).toArray(String[]::new))
                .param("names", people.stream().map(Invitees.Person::name).toArray(String[]::new))
                .param("role", draft.role().word())
                .param("permissions", Words.of(draft.permissions()).toArray(String[]::new))
                .param("dataAccess", draft.dataAccess().mode())
                .param("reseller", draft.reseller())
                .param("zone", draft.zone().getId())
                .param("network", draft.network().texts().toArray(String[]::new))
                .param("sharedTickets", draft.sharedTickets())
                .param("creator", creator == null ? null : creator.value())
                .param("creatorName", actor.name())
                .update();
    }

    private void insertMemberships(AccountId account, UUID[] users, Set<UUID> groups) {
        jdbc.sql("""
                insert into memberships (account, user_id, group_id)
                select :account, added.id, wanted.id
                from unnest(:users::uuid[]) as added (id) cross join unnest(:groups::uuid[]) as wanted (id)
                """)
                .param("account", account.value())
                .param("users", users)
                .param("groups", groups.toArray(UUID[]::new))
                .update();
    }

    private void insertPartners(AccountId account, UUID[] users, Set<UUID> partners) {
        jdbc.sql("""
                insert into user_partners (account, user_id, partner)
                select :account, added.id, wanted.id
                from unnest(:users::uuid[]) as added (id) cross join unnest(:partners::uuid[]) as wanted (id)
                """)
                .param("account", account.value())
                .param("users", users)
                .param("partners", partners.toArray(UUID[]::new))
                .update();
    }

    /** These users, in that order. */
    List<User> all(AccountId account, List<UserId> ids) {
        var found = jdbc
                .sql("select * from users_shown where account = :account and id = any(:ids)")
                .param("account", account.value())
                .param("ids", ids.stream().map(UserId::value).toArray(UUID[]::new))
                .query(new UserRows(null))
                .list()
                .stream()
                .collect(Collectors.toMap(User::id, Function.identity()));
        return ids.stream().map(found::get).toList();
    }

    /** The user is active from now on; only whoever holds the account's lock may ask for it. */
    void accept(AccountId account, UserId user, Invitees.Accepted accepted) {
        jdbc.sql("""
                update users
                set name = :name, time_zone = :zone, password = :password, password_change_due = false,
                    status = 'active', email_verified = true, version = version + 1
                where account = :account and id = :id and status = 'invited'
                """)
                .param("account", account.value())
                .param("id", user.value())
                .param("name", accepted.name())
                .param("zone", accepted.zone().getId())
                .param("password", accepted.password())
                .update();
    }
}
