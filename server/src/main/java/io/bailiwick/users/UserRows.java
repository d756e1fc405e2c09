package io.bailiwick.users;

import io.bailiwick.kernel.UserId;
import io.bailiwick.model.AllowList;
import io.bailiwick.model.DataAccess;
import io.bailiwick.model.Permission;
import io.bailiwick.model.Role;
import io.bailiwick.model.UserStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * Reads rows of {@code users_shown}.
 *
 * @param sight the reseller whose partners and authors alone are shown, or null for all
 */
record UserRows(@Nullable UUID sight) implements RowMapper<User> {
    @Override
    public User mapRow(ResultSet row, int number) throws SQLException {
        return new User(
                new UserId(row.getObject("id", UUID.class)),
                row.getString("email"),
                row.getBoolean("email_verified"),
                row.getString("name"),
                Role.of(row.getString("role")).orElseThrow(),
                UserStatus.of(row.getString("status")).orElseThrow(),
                permissions(row),
                groups(row),
                dataAccess(row),
                partners(row),
                reseller(row),
                ZoneId.of(row.getString("time_zone")),
                AllowList.parse(texts(row, "network")),
                row.getBoolean("shared_tickets"),
                row.getBoolean("password_change_due"),
                row.getString("password") != null,
                instant(row, "last_sign_in_at"),
                instant(row, "locked_until"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                isAuthorSeen(row) ? row.getString("created_by_name") : "",
                row.getLong("version"));
    }

    private boolean isAuthorSeen(ResultSet row) throws SQLException {
        return sight == null || sight.equals(row.getObject("created_by_reseller", UUID.class));
    }

    private static Set<Permission> permissions(ResultSet row) throws SQLException {
        return texts(row, "permissions").stream()
                .map(word -> Permission.of(word).orElseThrow())
                .collect(Collectors.toSet());
    }

    private static List<User.Group> groups(ResultSet row) throws SQLException {
        var ids = ids(row, "group_ids");
        var names = texts(row, "group_names");
        var groups = new ArrayList<User.Group>();
        for (int each = 0; each < ids.size(); each++) {
            groups.add(new User.Group(ids.get(each), names.get(each)));
        }
        return groups;
    }

    private static DataAccess dataAccess(ResultSet row) throws SQLException {
        return switch (row.getString("data_access")) {
            case "all" -> DataAccess.ALL;
            case "selected" -> DataAccess.of(Set.copyOf(ids(row, "partner_ids")));
            default -> DataAccess.NONE;
        };
    }

    private List<User.Partner> partners(ResultSet row) throws SQLException {
        var ids = ids(row, "partner_ids");
        var keys = texts(row, "partner_keys");
        var names = texts(row, "partner_names");
        var resellers = ids(row, "partner_resellers");
        var partners = new ArrayList<User.Partner>();
        for (int each = 0; each < ids.size(); each++) {
            if (sight == null || sight.equals(resellers.get(each))) {
                partners.add(new User.Partner(ids.get(each), keys.get(each), names.get(each)));
            }
        }
        return partners;
    }

    private static User.@Nullable Reseller reseller(ResultSet row) throws SQLException {
        var id = row.getObject("reseller", UUID.class);
        return id == null ? null : new User.Reseller(id, row.getString("reseller_key"), row.getString("reseller_name"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    private static List<UUID> ids(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((UUID[]) array.getArray());
    }
}
