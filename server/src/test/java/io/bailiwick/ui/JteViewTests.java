package io.bailiwick.ui;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@SpringBootTest(
        classes = UiTestServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "bailiwick.development=true")
class JteViewTests {
    @Autowired
    private JteViewResolver views;

    @Test
    void aPageNamesWhatItsModelLacks() {
        assertThatThrownBy(() -> views.page(ErrorPage.VIEW)
                        .render(Map.of(), new MockHttpServletRequest(), new MockHttpServletResponse()))
                .hasRootCauseMessage("template `ui/error.jte`: the model lacks `error`");
    }

    @Test
    void aPageNamesWhatInItsModelIsOfAnotherType() {
        assertThatThrownBy(() -> views.page(ErrorPage.VIEW)
                        .render(Map.of("error", "404"), new MockHttpServletRequest(), new MockHttpServletResponse()))
                .hasMessageContaining("`error` is a java.lang.String, not a io.bailiwick.ui.ErrorPage");
    }
}
