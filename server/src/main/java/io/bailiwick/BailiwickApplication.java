package io.bailiwick;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the server. */
@SpringBootApplication
public class BailiwickApplication {
    /** Starts the server; settings come from the environment (`BAILIWICK_…`). */
    public static void main(String[] args) {
        SpringApplication.run(BailiwickApplication.class, args);
    }
}
