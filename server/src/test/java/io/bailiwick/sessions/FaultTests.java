package io.bailiwick.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.model.Action;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Faults of our own: whoever is signed in stays so, and learns an id under which the log says more. */
@PanelTest
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultTests {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Autowired
    private Panel panel;

    @Autowired
    private Cast cast;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    /** Handlers that fail where no real one should. */
    static final class Faulty {
        /** A template without what it shows. */
        @Guarded(area = PanelArea.ONESELF, action = Action.READ)
        public String page() {
            return "ui/confirm";
        }

        @Guarded(area = PanelArea.ONESELF, action = Action.READ)
        public String call() {
            throw new IllegalStateException("a secret of the code");
        }
    }

    private static final RequestMappingInfo PAGE = info("/faulty");
    private static final RequestMappingInfo CALL = info("/api/v1/faulty");

    private static RequestMappingInfo info(String path) {
        var options = new RequestMappingInfo.BuilderConfiguration();
        options.setPatternParser(new PathPatternParser());
        return RequestMappingInfo.paths(path)
                .methods(RequestMethod.GET)
                .options(options)
                .build();
    }

    @BeforeAll
    void faultyHandlers() throws NoSuchMethodException {
        var faulty = new Faulty();
        mappings.registerMapping(PAGE, faulty, Faulty.class.getMethod("page"));
        mappings.registerMapping(CALL, faulty, Faulty.class.getMethod("call"));
    }

    @AfterAll
    void asBefore() {
        List.of(PAGE, CALL).forEach(mappings::unregisterMapping);
    }

    @Test
    void aFaultWhileAPageIsDrawnIsShownToWhoeverIsSignedIn(CapturedOutput output) {
        var answer = panel.as(cast.kevin).get("/faulty");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("Content-Type")).startsWith("text/html");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src");
        assertThat(answer.body())
                .contains("Something went wrong on our side", cast.kevin.name())
                .doesNotContain("Exception", "IllegalState", "Go to sign-in");
        assertLogged(answer.body(), output);
        assertThat(panel.as(cast.kevin).get("/me").status()).isEqualTo(200);
    }

    @Test
    void aFaultOfACallIsAProblemWithItsId(CapturedOutput output) {
        var answer = panel.as(cast.kevin).get("/api/v1/faulty");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("errorId").asString()).matches(ID);
        assertThat(answer.body()).doesNotContain("secret");
        assertLogged(answer.json().path("errorId").asString(), output);
    }

    private static void assertLogged(String answer, CapturedOutput output) {
        assertThat(ID.matcher(answer).results().map(found -> found.group()))
                .anyMatch(id -> output.getOut().contains("A request failed unexpectedly: " + id));
    }
}
