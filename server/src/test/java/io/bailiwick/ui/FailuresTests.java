package io.bailiwick.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import io.bailiwick.http.ErrorPages;
import io.bailiwick.kernel.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What a page says when a part of it could not be had: the words of the answer, not a guess. */
@SpringBootTest(
        classes = UiTestServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "bailiwick.development=true")
class FailuresTests {
    @LocalServerPort
    private int port;

    @Autowired
    private ErrorPages pages;

    /** An answer, and what is to be read above the page. */
    private record Failure(int status, String body, String told) {}

    @Test
    void everyStatusIsToldInTheWordsOfItsAnswer() throws IOException {
        try (var window = Browser.window("http://localhost:" + port, Look.LIGHT_WIDE)) {
            var page = window.open("/styleguide");
            for (var failure : ours()) {
                tells(page, failure);
            }
            window.assertNoViolations();
            assertThat(page.locator("#results tbody tr")).not().hasCount(0);
            tells(
                    page,
                    new Failure(502, "<html><body><h1>Bad Gateway</h1></body></html>", "The answer was error 502."));
            tells(
                    page,
                    new Failure(400, "{\"detail\":\"The request cannot be read.\"}", "The request cannot be read."));
            tells(page, new Failure(0, "", "The server cannot be reached. Check the connection and try again"));
            page.locator("#flash .failed button[aria-label^=Dismiss]").click();
            assertThat(page.locator("#flash .failed")).hasCount(0);
        }
    }

    @Test
    void whoIsSignedOutIsLedBackToAPathOfThePanelWhateverTheBrowserSays() throws IOException {
        var problem = problem(401, "Sign in first.");
        assertThat(answer(problem, "http://panel.example/users?q=a%20b"))
                .contains("/sign-in?next=%2Fusers%3Fq%3Da%2520b");
        for (var odd : List.of("http://evil.example//evil.example/", "javascript:alert(1)", "not an address", "")) {
            assertThat(answer(problem, odd))
                    .as(odd)
                    .contains("href=\"/sign-in\"")
                    .doesNotContain("evil");
        }
        assertThat(answer(problem(409, "Changed."), "http://evil.example//evil.example/"))
                .doesNotContain("evil");
    }

    private List<Failure> ours() throws IOException {
        var denied = problem(403, "Your groups do not allow it.");
        denied.setProperty("gate", "groups");
        denied.setProperty("reason", "Network engineers denies update on Rate cards.");
        var fault = problem(500, "Something went wrong on our side.");
        fault.setProperty("errorId", "0193c1f2");
        var invalid = problem(422, "2 fields need another look.");
        invalid.setProperty(
                "errors",
                List.of(
                        new Refusal.Invalid.Fault("name", "A name is needed."),
                        new Refusal.Invalid.Fault("email", "An address has one `@`.")));
        return List.of(
                ours(problem(401, "Sign in first."), "Your session has ended, so nothing was done. Sign in to go on"),
                ours(denied, "You may not do this. Network engineers denies update on Rate cards."),
                ours(
                        problem(404, "There is no such group."),
                        "There is no such group. It was deleted, or taken out of"),
                ours(problem(409, "The name is taken."), "Something changed in the meantime. The name is taken."),
                ours(problem(410, "It was accepted."), "This link has been used or has run out. It was accepted."),
                ours(problem(412, "Version 3."), "Somebody saved this in between. Look at it as it is now"),
                ours(problem(413, "Send at most 20 MB."), "This is too large. Send at most 20 MB."),
                ours(invalid, "Something is not as it should be. A name is needed. An address has one @."),
                ours(problem(429, "Wait 4 seconds."), "Too many tries. Wait 4 seconds."),
                ours(fault, "Something went wrong on our side. Look whether what you wanted is done"),
                ours(
                        problem(503, "The database does not answer."),
                        "Not available at the moment. The database does not"));
    }

    private Failure ours(ProblemDetail problem, String told) throws IOException {
        return new Failure(problem.getStatus(), answer(problem, "http://localhost/styleguide"), told);
    }

    private String answer(ProblemDetail problem, String shown) throws IOException {
        var request = new MockHttpServletRequest("POST", "/styleguide");
        request.addHeader("HX-Request", "true");
        request.addHeader("HX-Current-URL", shown);
        var response = new MockHttpServletResponse();
        pages.show(problem, request, response);
        return response.getContentAsString();
    }

    private static ProblemDetail problem(int status, @Nullable String detail) {
        return ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), detail);
    }

    private static void tells(Page page, Failure failure) {
        var searches = Pattern.compile("/styleguide\\?q=");
        page.route(searches, route -> answer(route, failure));
        page.locator("#q").fill("status " + failure.status());
        assertThat(page.locator("#flash .failed > div")).containsText(failure.told());
        page.unroute(searches);
    }

    private static void answer(Route route, Failure failure) {
        if (failure.status() == 0) {
            route.abort();
        } else {
            route.fulfill(new Route.FulfillOptions().setStatus(failure.status()).setBody(failure.body()));
        }
    }
}
