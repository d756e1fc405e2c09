package io.bailiwick.users;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.DataAccess;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of users, one by one. */
@Component
class UserStore {
    private final JdbcClient jdbc;

    UserStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The user, if whoever is limited to the reseller sees him. */
    Optional<User> find(AccountId account, UserId user, @Nullable UUID sight) {
        return jdbc.sql("""
                select * from users_shown
                where account = :account and id = :user and (:sight::uuid is null or reseller = :sight)
                """)
                .param("account", account.value())
                .param("user", user.value())
                .param("sight", sight)
                .query(new UserRows(sight))
                .optional();
    }

    /** The user with that address. */
    Optional<User> find(AccountId account, String email) {
        return jdbc.sql("""
                select * from users_shown
                where account = :account and email_key = lower(:email collate pg_c_utf8)
                """)
                .param("account", account.value())
                .param("email", email)
                .query(new UserRows(null))
                .optional();
    }

    /** The users who can be keys once they are active. */
    List<User> keys(AccountId account) {
        return jdbc.sql("""
                select * from users_shown
                where account = :account and role = 'administrator' and status in ('active', 'disabled')
                    and reseller is null and group_ids is null and password is not null
                order by name_key, id
                limit 100
                """)
                .param("account", account.value())
                .query(new UserRows(null))
                .list();
    }

    /** Whoever of them has the address, compared without case. */
    Optional<User> key(AccountId account, String email) {
        return jdbc.sql("""
                select * from users_shown
                where account = :account and email_key = lower(:email collate pg_c_utf8)
                    and role = 'administrator' and status in ('active', 'disabled')
                    and reseller is null and group_ids is null and password is not null
                """)
                .param("account", account.value())
                .param("email", email)
                .query(new UserRows(null))
                .optional();
    }

    /** Those of the users who belong to the reseller. */
    Set<UserId> of(AccountId account, UUID reseller, Collection<UserId> users) {
        return Set.copyOf(jdbc.sql("""
                select id from users where account = :account and id = any(:users) and reseller = :reseller
                """)
                .param("account", account.value())
                .param("users", users.stream().map(UserId::value).toArray(UUID[]::new))
                .param("reseller", reseller)
                .query((row, number) -> new UserId(row.getObject("id", UUID.class)))
                .list());
    }

    /** Who created the user; empty when that was the server itself. */
    Optional<Creator> creator(AccountId account, UserId user) {
        return jdbc.sql("""
                select u.created_by_name, c.name, c.email
                from users u
                left join users c on c.account = u.account and c.id = u.created_by and c.status = 'active'
                where u.account = :account and u.id = :user and u.created_by is not null
                """)
                .param("account", account.value())
                .param("user", user.value())
                .query((row, number) -> row.getString("email") == null
                        ? new Creator(row.getString("created_by_name"), null)
                        : new Creator(row.getString("name"), row.getString("email")))
                .optional();
    }

    /** How many users the account has, or those of one reseller; exact. */
    long total(AccountId account, @Nullable UUID sight) {
        return jdbc.sql("""
                select coalesce(sum(total), 0) from user_totals
                where account = :account and (:sight::uuid is null or reseller = :sight)
                """)
                .param("account", account.value())
                .param("sight", sight)
                .query(Long.class)
                .single();
    }

    /** Whether another user than this one has the address. */
    boolean isTaken(AccountId account, String email, @Nullable UserId by) {
        return jdbc.sql("""
                select exists (
                    select 1 from users
                    where account = :account and email_key = lower(:email collate pg_c_utf8)
                        and (:user::uuid is null or id <> :user)
                )
                """)
                .param("account", account.value())
                .param("email", email)
                .param("user", by == null ? null : by.value())
                .query(Boolean.class)
                .single();
    }

    void insert(Actor actor, UserId user, Draft draft, String password) {
        var creator = actor.user();
        jdbc.sql("""
                insert into users (account, id, email, name, role, permissions, data_access, reseller, time_zone, network,
                    shared_tickets, status, password, password_change_due, created_by, created_by_name)
                values (:account, :id, :email, :name, :role, :permissions, :dataAccess, :reseller, :zone, :network,
                    :sharedTickets, :status, :password, :changeDue, :creator, :creatorName)
                """)
                .param("account", actor.account().value())
                .param("id", user.value())
                .param("email", draft.email())
                .param("name", draft.name())
                .param("role", draft.role().word())
                .param("permissions", Words.of(draft.permissions()).toArray(String[]::new))
                .param("dataAccess", draft.dataAccess().mode())
                .param("reseller", draft.reseller())
                .param("zone", draft.zone().getId())
                .param("network", draft.network().texts().toArray(String[]::new))
                .param("sharedTickets", draft.sharedTickets())
                .param("status", draft.status().word())
                .param("password", password)
                .param("changeDue", draft.passwordChangeDue())
                .param("creator", creator == null ? null : creator.value())
                .param("creatorName", actor.name())
                .update();
        tie(actor.account(), user, draft);
    }

    void update(AccountId account, UserId user, Draft draft) {
        jdbc.sql("""
                update users
                set email = :email, email_verified = email_verified and email_key = lower(:email collate pg_c_utf8),
                    name = :name, role = :role, permissions = :permissions, data_access = :dataAccess,
                    reseller = :reseller, time_zone = :zone, network = :network, shared_tickets = :sharedTickets,
                    status = :status, password_change_due = :changeDue, version = version + 1
                where account = :account and id = :id
                """)
                .param("account", account.value())
                .param("id", user.value())
                .param("email", draft.email())
                .param("name", draft.name())
                .param("role", draft.role().word())
                .param("permissions", Words.of(draft.permissions()).toArray(String[]::new))
                .param("dataAccess", draft.dataAccess().mode())
                .param("reseller", draft.reseller())
                .param("zone", draft.zone().getId())
                .param("network", draft.network().texts().toArray(String[]::new))
                .param("sharedTickets", draft.sharedTickets())
                .param("status", draft.status().word())
                .param("changeDue", draft.passwordChangeDue())
                .update();
        tie(account, user, draft);
    }

    /** The address is proven; false when it is not the user's, or was proven before. */
    boolean verified(AccountId account, UserId user, String email) {
        return jdbc.sql("""
                update users set email_verified = true, version = version + 1
                where account = :account and id = :user and email_key = lower(:email collate pg_c_utf8)
                    and not email_verified
                """)
                        .param("account", account.value())
                        .param("user", user.value())
                        .param("email", email)
                        .update()
                > 0;
    }

    void delete(AccountId account, UserId user) {
        jdbc.sql("delete from users where account = :account and id = :id")
                .param("account", account.value())
                .param("id", user.value())
                .update();
    }

    void signedIn(AccountId account, UserId user) {
        jdbc.sql("update users set last_sign_in_at = now() where account = :account and id = :id")
                .param("account", account.value())
                .param("id", user.value())
                .update();
    }

    /** Whether an active unrestricted Administrator with a credential is left. */
    boolean hasKey(AccountId account, @Nullable UserId but) {
        return jdbc.sql("""
                select exists (
                    select 1 from users u
                    where u.account = :account and u.role = 'administrator' and u.status = 'active'
                        and u.reseller is null and u.password is not null
                        and (:but::uuid is null or u.id <> :but)
                        and not exists (select 1 from memberships m where m.account = u.account and m.user_id = u.id)
                )
                """)
                .param("account", account.value())
                .param("but", but == null ? null : but.value())
                .query(Boolean.class)
                .single();
    }

    private void tie(AccountId account, UserId user, Draft draft) {
        var partners = draft.dataAccess() instanceof DataAccess.Selected some ? some.partners() : Set.<UUID>of();
        replaceMemberships(account, user, draft.groups());
        replacePartners(account, user, partners);
    }

    private void replaceMemberships(AccountId account, UserId user, Collection<UUID> groups) {
        var wanted = groups.toArray(UUID[]::new);
        jdbc.sql("""
                delete from memberships where account = :account and user_id = :user and group_id <> all(:groups)
                """)
                .param("account", account.value())
                .param("user", user.value())
                .param("groups", wanted)
                .update();
        jdbc.sql("""
                insert into memberships (account, user_id, group_id)
                select :account, :user, wanted from unnest(:groups::uuid[]) as wanted
                on conflict do nothing
                """)
                .param("account", account.value())
                .param("user", user.value())
                .param("groups", wanted)
                .update();
    }

    private void replacePartners(AccountId account, UserId user, Collection<UUID> partners) {
        var wanted = partners.toArray(UUID[]::new);
        jdbc.sql("""
                delete from user_partners
                where account = :account and user_id = :user and partner not in (select unnest(:partners::uuid[]))
                """)
                .param("account", account.value())
                .param("user", user.value())
                .param("partners", wanted)
                .update();
        jdbc.sql("""
                insert into user_partners (account, user_id, partner)
                select :account, :user, wanted from unnest(:partners::uuid[]) as wanted
                on conflict do nothing
                """)
                .param("account", account.value())
                .param("user", user.value())
                .param("partners", wanted)
                .update();
    }
}
