package io.bailiwick.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.kernel.Refusal.Invalid.Fault;
import java.util.ArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00A0",
                "\u200B",
                "\uFEFF",
                "\u00AD",
                "\u2060\u200D",
                "\u3164",
                "\u115F\u1160",
                "\uFFA0",
                "\u2800",
                "\uFE0F",
                "\u034F",
                "\u180B",
                "\uDB40\uDC20",
                "\u3000 \u200B"
            })
    void whatCannotBeSeenIsNoText(String text) {
        var faults = new ArrayList<Fault>();
        OneLine.read("name", text, 100, faults);

        assertThat(OneLine.isBlank(text)).isTrue();
        assertThat(faults).extracting(Fault::field).containsExactly("name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "\u200Ba",
                "می\u200Cخواهم",
                "क\u094D\u200Dष",
                "👩\u200D🚀",
                "❤\uFE0F",
                "ㅤ김",
                "العربية",
                "한글",
                "\uD834\uDD1E",
                "."
            })
    void whatCanBeSeenIsOne(String text) {
        var faults = new ArrayList<Fault>();

        assertThat(OneLine.read("name", text, 100, faults)).isEqualTo(text);
        assertThat(faults).isEmpty();
    }
}
