package io.bailiwick.decisions;

import io.bailiwick.engine.UserDefinition;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.AllowList;
import io.bailiwick.model.DataAccess;
import io.bailiwick.model.Permission;
import io.bailiwick.model.Role;
import io.bailiwick.model.UserStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads one user's entitlements as the view of `users` publishes them. */
@Component
class SubjectStore {
    private final JdbcClient jdbc;

    SubjectStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The user as committed, apart from any transaction under way, since it is shared; empty when there is none. */
    @Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
    public Optional<UserDefinition> load(AccountId account, UserId user) {
        return read(account, user);
    }

    /** The user as the transaction under way sees him. */
    Optional<UserDefinition> read(AccountId account, UserId user) {
        return jdbc.sql("""
                select id, status, password_change_due, role, permissions, groups, reseller, data_access, partners, network
                from users_for_decisions where account = :account and id = :user
                """)
                .param("account", account.value())
                .param("user", user.value())
                .query(SubjectStore::user)
                .optional();
    }

    /** Those of the users who are there, and whom whoever is limited to the reseller sees. */
    List<UserDefinition> read(AccountId account, Collection<UUID> users, @Nullable UUID sight) {
        return jdbc.sql("""
                select id, status, password_change_due, role, permissions, groups, reseller, data_access, partners, network
                from users_for_decisions
                where account = :account and id = any(:users) and (:sight::uuid is null or reseller = :sight)
                """)
                .param("account", account.value())
                .param("users", users.toArray(UUID[]::new))
                .param("sight", sight)
                .query(SubjectStore::user)
                .list();
    }

    /** The id behind an e-mail address, compared without case. */
    Optional<UserId> find(AccountId account, String email) {
        if (email.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return jdbc.sql("""
                select id from users_for_decisions where account = :account and email_key = lower(:email collate pg_c_utf8)
                """)
                .param("account", account.value())
                .param("email", email)
                .query(UUID.class)
                .optional()
                .map(UserId::new);
    }

    private static UserDefinition user(ResultSet row, int number) throws SQLException {
        return new UserDefinition(
                row.getObject("id", UUID.class),
                UserStatus.of(row.getString("status")).orElseThrow(),
                row.getBoolean("password_change_due"),
                Role.of(row.getString("role")).orElseThrow(),
                permissions(row),
                Set.copyOf(uuids(row, "groups")),
                row.getObject("reseller", UUID.class),
                data(row),
                AllowList.parse(texts(row, "network")));
    }

    static Set<Permission> permissions(ResultSet row) throws SQLException {
        return texts(row, "permissions").stream()
                .map(word -> Permission.of(word).orElseThrow())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static DataAccess data(ResultSet row) throws SQLException {
        return switch (row.getString("data_access")) {
            case "all" -> DataAccess.ALL;
            case "selected" -> DataAccess.of(Set.copyOf(uuids(row, "partners")));
            default -> DataAccess.NONE;
        };
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    static List<UUID> uuids(ResultSet row, String column) throws SQLException {
        return Arrays.asList((UUID[]) row.getArray(column).getArray());
    }
}
