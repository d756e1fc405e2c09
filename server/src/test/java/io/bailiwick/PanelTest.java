package io.bailiwick;

import io.bailiwick.security.Statements;
import io.bailiwick.security.StatementsAreWatched;
import io.bailiwick.security.Town;
import io.bailiwick.users.QuickHashes;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test over HTTP against the whole server, with the {@link Cast} in a fresh database. All such tests share one server:
 * add no other annotation that would make Spring start another one, and leave the cast as it was. Take {@link Panel},
 * {@link Cast} and {@link Mailbox} as arguments or `@Autowired` fields.
 * Every statement that the server sends meanwhile is watched: one that forgets its account fails the class.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "management.server.port=0",
            "bailiwick.trusted-proxies=127.0.0.1",
            "bailiwick.flows.private-networks=127.0.0.0/8",
            "bailiwick.flows.retry=20ms",
            "bailiwick.flows.folders=target/folders",
            "bailiwick.flows.folder-quiet=100ms"
        })
@ContextConfiguration(initializers = {TestDatabase.Initializer.class, Mailbox.Initializer.class})
@Import({Cast.class, Panel.class, Mailbox.class, Outbox.class, QuickHashes.class, Statements.class, Town.class})
@ExtendWith(StatementsAreWatched.class)
public @interface PanelTest {}
