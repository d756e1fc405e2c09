package io.bailiwick.database;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Scanner;

/** A Java process with an embedded PostgreSQL and one row, to be killed. */
record Server(Process process, long postgres) {
    /** Starts one; does not wait. */
    static Process launch(Path data) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Server.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Starts one and waits until its row is there. */
    static Server start(Path data) throws IOException {
        var process = launch(data);
        var output = new Scanner(process.getInputStream());
        while (!output.hasNextLong()) {
            output.nextLine();
        }
        return new Server(process, output.nextLong());
    }

    /** Runs in the child. */
    public static void main(String[] data) throws InterruptedException {
        var postgres = EmbeddedPostgres.start(Path.of(data[0]));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(postgres::close));
        DatabaseTests.rows(postgres).sql("CREATE TABLE kept AS SELECT 1 AS one").update();
        System.out.println(postgres.pid());
        Thread.sleep(Long.MAX_VALUE);
    }
}
