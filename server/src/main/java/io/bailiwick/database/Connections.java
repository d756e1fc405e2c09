package io.bailiwick.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** The usual connections, and a few that are kept for what is asked {@link Aside}. */
final class Connections extends HikariDataSource {
    private final HikariDataSource aside;

    Connections(HikariConfig usual, HikariConfig aside) {
        super(usual);
        this.aside = new HikariDataSource(aside);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return Aside.isAsking() ? aside.getConnection() : super.getConnection();
    }

    @Override
    public void close() {
        try (aside) {
            super.close();
        }
    }
}
