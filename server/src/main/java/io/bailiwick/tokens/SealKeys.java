package io.bailiwick.tokens;

import java.security.SecureRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The installation's key, in the one table that belongs to no account. */
@Component
class SealKeys {
    private final JdbcClient jdbc;

    SealKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** 32 random bytes, the same for every node on this database. */
    byte[] key() {
        var fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        jdbc.sql("""
                insert into installation_keys (name, key) values ('seal', :key)
                on conflict (name) do nothing
                """).param("key", fresh).update();
        return jdbc.sql("""
                select key from installation_keys where name = 'seal'
                """).query(byte[].class).single();
    }
}
