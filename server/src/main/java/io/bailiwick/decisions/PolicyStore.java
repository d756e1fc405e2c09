package io.bailiwick.decisions;

import io.bailiwick.engine.ApplicationDefinition;
import io.bailiwick.engine.AreaDefinition;
import io.bailiwick.engine.GroupDefinition;
import io.bailiwick.engine.PartnerDefinition;
import io.bailiwick.engine.PatternDefinition;
import io.bailiwick.engine.RuleDefinition;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Revision;
import io.bailiwick.model.Access;
import io.bailiwick.model.Action;
import io.bailiwick.model.AreaGate;
import io.bailiwick.model.Effect;
import io.bailiwick.model.GroupMode;
import io.bailiwick.model.MethodOverrides;
import io.bailiwick.model.PathPattern;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads an account's whole policy as the views of the lower modules publish it. */
@Component
class PolicyStore {
    private static final TypeReference<List<Pattern>> PATTERNS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PolicyStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Everything that decisions are made of but the users, all of one revision. */
    record Rows(
            Revision revision,
            List<ApplicationDefinition> applications,
            List<AreaDefinition> areas,
            List<GroupDefinition> groups,
            List<PartnerDefinition> partners,
            Map<UUID, String> resellers,
            Map<UUID, Known> known) {}

    /**
     * What else is known of an application.
     *
     * @param name what people call it
     * @param origins where browsers reach it
     */
    record Known(String name, List<String> origins) {
        Known {
            origins = List.copyOf(origins);
        }
    }

    private record Pattern(String pattern, Map<String, String> actions) {}

    /**
     * Reads it, apart from any transaction under way: what is read is shared, so it must be committed, and the revision
     * and the rows must be of the same moment.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW, isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public Rows load(AccountId account) {
        return new Rows(
                revision(account),
                applications(account),
                areas(account),
                groups(account),
                partners(account),
                resellers(account),
                known(account));
    }

    private Revision revision(AccountId account) {
        return new Revision(jdbc.sql("""
                select revision from accounts_for_decisions where account = :account
                """)
                .param("account", account.value())
                .query(Long.class)
                .single());
    }

    private List<ApplicationDefinition> applications(AccountId account) {
        return jdbc.sql("""
                select id, key from applications_for_decisions where account = :account
                """)
                .param("account", account.value())
                .query((row, number) ->
                        new ApplicationDefinition(row.getObject("id", UUID.class), row.getString("key")))
                .list();
    }

    private List<AreaDefinition> areas(AccountId account) {
        return jdbc.sql("""
                select id, application, name, gate, patterns from areas_for_decisions where account = :account
                """).param("account", account.value()).query(this::area).list();
    }

    private AreaDefinition area(ResultSet row, int number) throws SQLException {
        var patterns = json.readValue(row.getString("patterns"), PATTERNS).stream()
                .map(PolicyStore::pattern)
                .toList();
        return new AreaDefinition(
                row.getObject("id", UUID.class),
                row.getObject("application", UUID.class),
                row.getString("name"),
                AreaGate.of(row.getString("gate")).orElseThrow(),
                patterns);
    }

    private static PatternDefinition pattern(Pattern pattern) {
        var actions = pattern.actions().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> Action.of(entry.getValue()).orElseThrow()));
        return new PatternDefinition(PathPattern.parse(pattern.pattern()), MethodOverrides.of(actions));
    }

    private List<GroupDefinition> groups(AccountId account) {
        var rules = new HashMap<UUID, List<RuleDefinition>>();
        jdbc.sql("""
                select group_id, area, effect, access from rules_for_decisions where account = :account
                """).param("account", account.value()).query(row -> {
            rules.computeIfAbsent(row.getObject("group_id", UUID.class), key -> new ArrayList<>())
                    .add(new RuleDefinition(
                            row.getObject("area", UUID.class),
                            Access.ofMask(row.getInt("access")),
                            Effect.of(row.getString("effect")).orElseThrow()));
        });
        return jdbc.sql("""
                select id, name, mode, default_access from groups_for_decisions where account = :account
                """)
                .param("account", account.value())
                .query((row, number) -> group(row, rules))
                .list();
    }

    private static GroupDefinition group(ResultSet row, Map<UUID, List<RuleDefinition>> rules) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new GroupDefinition(
                id,
                row.getString("name"),
                GroupMode.of(row.getString("mode")).orElseThrow(),
                Access.ofMask(row.getInt("default_access")),
                rules.getOrDefault(id, List.of()));
    }

    private List<PartnerDefinition> partners(AccountId account) {
        return jdbc.sql("""
                select id, key, reseller, active from partners_for_decisions where account = :account
                """)
                .param("account", account.value())
                .query((row, number) -> new PartnerDefinition(
                        row.getObject("id", UUID.class),
                        row.getString("key"),
                        row.getObject("reseller", UUID.class),
                        row.getBoolean("active")))
                .list();
    }

    private Map<UUID, String> resellers(AccountId account) {
        var keys = new HashMap<UUID, String>();
        jdbc.sql("""
                select id, key from resellers_for_decisions where account = :account
                """).param("account", account.value()).query(row -> {
            keys.put(row.getObject("id", UUID.class), row.getString("key"));
        });
        return Map.copyOf(keys);
    }

    private Map<UUID, Known> known(AccountId account) {
        var known = new HashMap<UUID, Known>();
        jdbc.sql("""
                select id, name, origins from applications_for_decisions where account = :account
                """).param("account", account.value()).query(row -> {
            var origins = List.of((String[]) row.getArray("origins").getArray());
            known.put(row.getObject("id", UUID.class), new Known(row.getString("name"), origins));
        });
        return Map.copyOf(known);
    }
}
