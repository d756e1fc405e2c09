package io.bailiwick.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Properties;

/**
 * The passwords to the embedded database, in a file that only we can read.
 *
 * @param owner of the role {@code bailiwick}, which owns the tables and may do no more than that
 * @param superuser of the role {@code postgres}, for whoever operates the server
 */
record Passwords(String owner, String superuser) {
    private static final int BYTES = 32;

    /** Fresh ones, of hexadecimal digits. */
    static Passwords random() {
        return new Passwords(randomDigits(), randomDigits());
    }

    private static String randomDigits() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** Reads what {@link #write} wrote. */
    static Passwords read(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new Passwords(
                Objects.requireNonNull(properties.getProperty("bailiwick")),
                Objects.requireNonNull(properties.getProperty("postgres")));
    }

    /** Writes them to a new file. */
    void write(Path file) throws IOException {
        createSecret(file, "bailiwick=%s%npostgres=%s%n".formatted(owner, superuser));
    }

    /** Makes a file of mode 0600; never is it there with another mode. */
    static void createSecret(Path file, String content) throws IOException {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content, StandardOpenOption.WRITE);
    }

    @Override
    public String toString() {
        return "Passwords[…]";
    }
}
