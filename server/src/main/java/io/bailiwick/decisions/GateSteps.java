package io.bailiwick.decisions;

import io.bailiwick.decisions.Explained.GateLine;
import io.bailiwick.decisions.Explained.GroupLine;
import io.bailiwick.model.Gate;
import io.bailiwick.ui.Phrases;
import io.bailiwick.ui.Step;
import io.bailiwick.ui.Step.Link;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The gates of an explanation as a page shows them, each with where it can be changed. */
@Component
class GateSteps {
    /** So many groups are led to from one gate. */
    private static final int MOST_LINKS = 5;

    private final Phrases phrases;

    GateSteps(Phrases phrases) {
        this.phrases = phrases;
    }

    /**
     * The gates in order.
     *
     * @param user the id of the user concerned; null when he is gone
     * @param application the key of the application that was asked about
     * @param partner the key of the partner that was asked about; empty for none
     */
    List<Step> of(Explained answer, @Nullable String user, String application, String partner) {
        var found = new Found(answer, user, application, partner);
        return answer.gates().stream().map(gate -> step(found, gate)).toList();
    }

    /** What the gate is called on a page. */
    String title(String gate) {
        return phrases.text("explain.gate." + gate);
    }

    private record Found(Explained answer, @Nullable String user, String application, String partner) {}

    private Step step(Found found, GateLine gate) {
        return new Step(
                outcome(gate.open()),
                title(gate.gate()),
                gate.detail(),
                gate.gate().equals(found.answer().gate()),
                gate.remedy(),
                gate.open() == null
                        ? List.of()
                        : links(found, Gate.of(gate.gate()).orElseThrow()));
    }

    private static Step.Outcome outcome(@Nullable Boolean open) {
        if (open == null) {
            return Step.Outcome.SKIPPED;
        }
        return open ? Step.Outcome.OPEN : Step.Outcome.CLOSED;
    }

    private List<Link> links(Found found, Gate gate) {
        return switch (gate) {
            case PATH -> List.of();
            case STATUS -> user(found, "", "explain.go.user");
            case NETWORK -> user(found, "/sign-in", "explain.go.network");
            case AREA -> area(found);
            case ROLE -> joined(user(found, "", "explain.go.role"), area(found));
            case GROUPS -> joined(groups(found.answer()), user(found, "", "explain.go.groups"));
            case DATA -> joined(partner(found.partner()), user(found, "", "explain.go.data"));
        };
    }

    private List<Link> user(Found found, String tab, String text) {
        return found.user() == null
                ? List.of()
                : List.of(new Link(phrases.text(text), "/users/" + found.user() + tab, "/users"));
    }

    private List<Link> area(Found found) {
        var area = found.answer().areaId();
        var name = found.answer().area();
        return area == null || name == null
                ? List.of(new Link(
                        phrases.text("explain.go.application"),
                        UriComponentsBuilder.fromPath("/applications/{key}")
                                .encode()
                                .buildAndExpand(found.application())
                                .toUriString(),
                        "/applications"))
                : List.of(new Link(phrases.text("explain.go.area", name), "/areas/" + area, "/areas"));
    }

    /** Those that decide: the ones that deny, else those that allow, else all. */
    private List<Link> groups(Explained answer) {
        var denying = answer.groups().stream()
                .filter(group -> !group.denying().isEmpty())
                .toList();
        var allowing = answer.groups().stream().filter(GateSteps::allows).toList();
        var deciding = denying.isEmpty() ? allowing.isEmpty() ? answer.groups() : allowing : denying;
        return deciding.stream()
                .limit(MOST_LINKS)
                .map(group ->
                        new Link(phrases.text("explain.go.group", group.name()), "/groups/" + group.id(), "/groups"))
                .toList();
    }

    private static boolean allows(GroupLine group) {
        return group.allowedByDefault() || !group.allowing().isEmpty();
    }

    private List<Link> partner(String key) {
        return key.isEmpty()
                ? List.of()
                : List.of(new Link(
                        phrases.text("explain.go.partner", key),
                        UriComponentsBuilder.fromPath("/partners")
                                .queryParam("q", "{key}")
                                .encode()
                                .buildAndExpand(key)
                                .toUriString(),
                        "/partners"));
    }

    private static List<Link> joined(List<Link> some, List<Link> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
