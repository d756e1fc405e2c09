package io.bailiwick.signin;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one-time links to the set-up page: before there is any account. */
@Component
class SetupStore {
    private final JdbcClient jdbc;

    SetupStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(byte[] hash) {
        jdbc.sql("insert into setup_links (token_hash) values (:hash)")
                .param("hash", hash)
                .update();
    }

    boolean holds(byte[] hash) {
        return jdbc.sql("select exists (select from setup_links where token_hash = :hash)")
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    /** Whoever sets up waits here for whoever else does, until the transaction ends. */
    void lock() {
        jdbc.sql("lock table setup_links in exclusive mode").update();
    }

    void deleteAll() {
        jdbc.sql("delete from setup_links").update();
    }
}
