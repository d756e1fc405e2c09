package io.bailiwick;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Starts the server. Two modules may each have a part of the same name. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class BailiwickApplication {
    /** Starts the server; settings come from the environment ({@code BAILIWICK_…}). */
    public static void main(String[] args) {
        SpringApplication.run(BailiwickApplication.class, args);
    }
}
