package io.bailiwick;

import io.bailiwick.recovery.CommandLine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Starts the server, or does what the command line asks for. Two modules may each have a part of the same name. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class BailiwickApplication {
    /**
     * Starts the server; settings come from the environment ({@code BAILIWICK_…}). With the name of a command, carries that
     * out instead and exits.
     */
    public static void main(String[] args) {
        if (CommandLine.isMeant(args)) {
            System.exit(CommandLine.run(args));
        }
        SpringApplication.run(BailiwickApplication.class, args);
    }
}
