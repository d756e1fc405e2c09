package io.bailiwick.signin;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.AllowList;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of a user decides on signing in. */
@Component
class CandidateStore {
    private final JdbcClient jdbc;

    CandidateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Somebody who may be about to sign in.
     *
     * @param version of the user's row
     */
    record Candidate(UserId user, boolean active, AllowList network, long version) {}

    Optional<Candidate> find(AccountId account, String email) {
        return jdbc.sql("""
                select id, status, network, version from users_for_sessions
                where account = :account and email_key = lower(:email collate pg_c_utf8)
                """)
                .param("account", account.value())
                .param("email", email)
                .query(CandidateStore::candidate)
                .optional();
    }

    /** As {@link #find}, and nobody changes the user until this transaction ends. */
    Optional<Candidate> lock(AccountId account, UserId user) {
        return jdbc.sql("""
                select id, status, network, version from users_for_sessions
                where account = :account and id = :user for no key update
                """)
                .param("account", account.value())
                .param("user", user.value())
                .query(CandidateStore::candidate)
                .optional();
    }

    private static Candidate candidate(ResultSet row, int number) throws SQLException {
        return new Candidate(
                new UserId(row.getObject("id", UUID.class)),
                row.getString("status").equals("active"),
                AllowList.parse(List.of((String[]) row.getArray("network").getArray())),
                row.getLong("version"));
    }
}
