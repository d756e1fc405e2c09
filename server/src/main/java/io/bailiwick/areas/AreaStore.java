package io.bailiwick.areas;

import io.bailiwick.areas.AreaPath.Documented;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Page;
import io.bailiwick.model.Action;
import io.bailiwick.model.AreaGate;
import io.bailiwick.model.MethodOverrides;
import io.bailiwick.model.PathPattern;
import io.bailiwick.tokens.Keyset;
import io.bailiwick.tokens.Keyset.Row;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
class AreaStore {
    private static final TypeReference<List<PathRow>> PATHS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    AreaStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A path as it is kept. */
    private record PathRow(
            String pattern,
            Map<String, String> actions,
            @Nullable String tag,
            @Nullable Map<String, String> document) {}

    Optional<Area> find(AccountId account, AreaId id) {
        return find(account, List.of(id)).stream().findFirst();
    }

    List<Area> find(AccountId account, Collection<AreaId> ids) {
        return jdbc.sql("""
                select * from areas_with_paths where account = :account and id = any(:ids) order by name_key, id
                """)
                .param("account", account.value())
                .param("ids", ids.stream().map(AreaId::value).toArray(UUID[]::new))
                .query(this::area)
                .list();
    }

    Optional<Area> find(AccountId account, String applicationKey, String name) {
        return jdbc.sql("""
                select * from areas_with_paths
                where account = :account and application_key = :application and name = :name
                """)
                .param("account", account.value())
                .param("application", applicationKey)
                .param("name", name)
                .query(this::area)
                .optional();
    }

    List<Area> all(AccountId account) {
        return jdbc.sql("""
                select * from areas_with_paths where account = :account
                order by application_builtin, application_key, name_key, id
                """).param("account", account.value()).query(this::area).list();
    }

    List<Area> of(AccountId account, ApplicationId application) {
        return jdbc.sql("""
                select * from areas_with_paths where account = :account and application = :application
                order by name_key, id
                """)
                .param("account", account.value())
                .param("application", application.value())
                .query(this::area)
                .list();
    }

    /** One row more than the page's limit when there are more. */
    List<Row<Area>> list(AccountId account, String text, @Nullable ApplicationId application, Keyset keyset) {
        return jdbc.sql(keyset.stretch("""
                select *
                from areas_with_paths
                where account = :account
                    and (:application::uuid is null or application = :application)
                    and (strpos(name_key, lower(:text)) > 0 or exists (
                        select from area_paths
                        where area_paths.account = :account and area_paths.area = areas_with_paths.id
                            and strpos(lower(pattern), lower(:text)) > 0))
                """))
                .param("account", account.value())
                .param("text", text)
                .param("application", application == null ? null : application.value())
                .params(keyset.parameters())
                .query((row, number) -> Row.of(area(row, number), row))
                .list();
    }

    long count(AccountId account, String text, @Nullable ApplicationId application) {
        return jdbc.sql("""
                select count(*) from (
                    select 1 from areas
                    where account = :account
                        and (:application::uuid is null or application = :application)
                        and (strpos(name_key, lower(:text)) > 0 or exists (
                            select from area_paths
                            where area_paths.account = :account and area_paths.area = areas.id
                                and strpos(lower(pattern), lower(:text)) > 0))
                    limit :most
                ) as counted
                """)
                .param("account", account.value())
                .param("text", text)
                .param("application", application == null ? null : application.value())
                .param("most", Page.COUNTED + 1)
                .query(Long.class)
                .single();
    }

    void insert(AccountId account, Area area) {
        jdbc.sql("""
                insert into areas (account, id, application, name, gate, builtin, tag)
                values (:account, :id, :application, :name, :gate, :builtin, :tag)
                """)
                .param("account", account.value())
                .param("id", area.id().value())
                .param("application", area.application().value())
                .param("name", area.name())
                .param("gate", area.gate().word())
                .param("builtin", area.builtin())
                .param("tag", area.tag())
                .update();
        insertPaths(account, area);
    }

    void update(AccountId account, Area area) {
        jdbc.sql("""
                update areas set name = :name, gate = :gate, tag = :tag, version = version + 1
                where account = :account and id = :id
                """)
                .param("account", account.value())
                .param("id", area.id().value())
                .param("name", area.name())
                .param("gate", area.gate().word())
                .param("tag", area.tag())
                .update();
        jdbc.sql("""
                delete from area_paths where account = :account and area = :id
                """)
                .param("account", account.value())
                .param("id", area.id().value())
                .update();
        insertPaths(account, area);
    }

    void delete(AccountId account, AreaId id) {
        jdbc.sql("""
                delete from areas where account = :account and id = :id
                """).param("account", account.value()).param("id", id.value()).update();
    }

    private void insertPaths(AccountId account, Area area) {
        jdbc.sql("""
                insert into area_paths (account, area, pattern, actions, tag, document)
                select :account, :area, pattern, actions, tag, document
                from jsonb_to_recordset(:paths::jsonb) as path (pattern text, actions jsonb, tag text, document jsonb)
                """)
                .param("account", account.value())
                .param("area", area.id().value())
                .param(
                        "paths",
                        json.writeValueAsString(
                                area.paths().stream().map(AreaStore::row).toList()))
                .update();
    }

    private static PathRow row(AreaPath path) {
        var documented = path.documented();
        return new PathRow(
                path.pattern().text(),
                words(path.actions()),
                documented == null ? null : documented.tag(),
                documented == null ? null : words(documented.actions()));
    }

    static Map<String, String> words(MethodOverrides overrides) {
        var words = new TreeMap<String, String>();
        overrides.actions().forEach((method, action) -> words.put(method, action.word()));
        return words;
    }

    private Area area(ResultSet row, int number) throws SQLException {
        return new Area(
                new AreaId(row.getObject("id", UUID.class)),
                new ApplicationId(row.getObject("application", UUID.class)),
                row.getString("application_key"),
                row.getString("application_name"),
                row.getString("name"),
                AreaGate.of(row.getString("gate")).orElseThrow(),
                row.getBoolean("builtin"),
                row.getString("tag"),
                json.readValue(row.getString("paths"), PATHS).stream()
                        .map(AreaStore::path)
                        .toList(),
                row.getLong("version"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static AreaPath path(PathRow row) {
        var documented = row.tag() == null || row.document() == null
                ? null
                : new Documented(row.tag(), overrides(row.document()));
        return new AreaPath(PathPattern.parse(row.pattern()), overrides(row.actions()), documented);
    }

    private static MethodOverrides overrides(Map<String, String> words) {
        var actions = new TreeMap<String, Action>();
        words.forEach((method, word) -> actions.put(method, Action.of(word).orElseThrow()));
        return MethodOverrides.of(actions);
    }
}
