package io.bailiwick.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, as the class path brings them for this operating system and processor. */
record Archive(URL source) {
    private static final Logger log = LoggerFactory.getLogger(Archive.class);
    private static final int EXECUTABLE = 0100;

    /**
     * Finds the archive for this machine.
     *
     * @throws DatabaseFailure if this build of Bailiwick has none
     */
    static Archive ofThisMachine() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        var processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        var name = "/postgres-%s-%s.txz".formatted(system, processor);
        var source = Archive.class.getResource(name);
        if (source == null) {
            throw new DatabaseFailure(
                    "This build of Bailiwick brings no PostgreSQL for `%s`; build it on this machine, or name a server with BAILIWICK_DATABASE_URL."
                            .formatted(system + "-" + processor));
        }
        return new Archive(source);
    }

    /** Unpacks the programs below {@code folder}, unless that was done before; where they are. */
    Path unpack(Path folder) throws IOException {
        var home = folder.resolve(fingerprint());
        if (!Files.isDirectory(home)) {
            log.info("Unpacking PostgreSQL (once)");
            Folders.delete(folder);
            Folders.create(folder);
            var draft = Folders.draft(home);
            unpackInto(draft);
            Folders.publish(draft, home);
        }
        return home;
    }

    private String fingerprint() throws IOException {
        return source.openConnection() instanceof JarURLConnection jar
                ? HexFormat.of().toHexDigits((int) jar.getJarEntry().getCrc())
                : "unpacked";
    }

    private void unpackInto(Path home) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(source.openStream())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (!onlyForBuilding(entry.getName())) {
                    write(entry, tar, home.resolve(entry.getName()));
                }
            }
        }
    }

    private static boolean onlyForBuilding(String name) {
        return name.endsWith(".a") || name.contains("/pgxs/") || name.contains("/pkgconfig/");
    }

    private static void write(TarArchiveEntry entry, TarArchiveInputStream tar, Path target) throws IOException {
        if (entry.isDirectory()) {
            Folders.create(target);
            return;
        }
        Folders.create(target.resolveSibling("."));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, target);
        var executable = (entry.getMode() & EXECUTABLE) != 0;
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }
}
