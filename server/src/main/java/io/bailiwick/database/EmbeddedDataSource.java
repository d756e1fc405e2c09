package io.bailiwick.database;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** Connects to the embedded PostgreSQL wherever it listens at the moment. */
final class EmbeddedDataSource extends PGSimpleDataSource {
    private final transient EmbeddedPostgres postgres;

    EmbeddedDataSource(EmbeddedPostgres postgres) {
        this.postgres = postgres;
        setServerNames(new String[] {"127.0.0.1"});
        setDatabaseName("bailiwick");
        setUser("bailiwick");
        setPassword(postgres.password());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        setPortNumbers(new int[] {postgres.port()});
        return super.getConnection(user, password);
    }
}
