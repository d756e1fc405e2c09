package io.bailiwick.users;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Passwords are hashed at little cost where the test is not about hashing: the cast signs in hundreds of times. */
@TestConfiguration(proxyBeanMethods = false)
public class QuickHashes {
    @Bean
    HashCost hashCost() {
        return new HashCost(64, 1);
    }
}
