package io.bailiwick.decisions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bailiwick.engine.Explanation;
import io.bailiwick.engine.GateFinding;
import io.bailiwick.engine.GroupFinding;
import io.bailiwick.kernel.OneOf;
import io.bailiwick.model.Action;
import io.bailiwick.model.Gate;
import io.bailiwick.model.Scope;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A decision laid open, in the names that people and scripts know things by. What is not known is null.
 *
 * @param allowed whether every gate is open
 * @param gate the first closed gate
 * @param reason why, for a person
 * @param area the name of the area that was judged
 * @param areaId its id
 * @param pattern its pattern that covers the path
 * @param action what the method does there
 * @param scope whose data the user sees
 * @param gates every gate in order
 * @param groups what each of the user's groups says
 * @param remedies what would have to change
 */
public record Explained(
        boolean allowed,
        @OneOf(Gate.class) @Nullable String gate,
        String reason,
        @Nullable String area,
        @Nullable UUID areaId,
        @Nullable String pattern,
        @OneOf(Action.class) @Nullable String action,
        Sight scope,
        List<GateLine> gates,
        List<GroupLine> groups,
        List<String> remedies) {

    static Explained of(Panel panel, Explanation explanation) {
        var gate = explanation.decision().gate();
        var place = explanation.location();
        var pattern = place == null ? null : place.pattern();
        var action = place == null ? null : place.action();
        return new Explained(
                explanation.decision().allowed(),
                gate == null ? null : gate.word(),
                explanation.decision().reason(),
                place == null ? null : place.area().name(),
                place == null ? null : place.area().id(),
                pattern == null ? null : pattern.pattern().text(),
                action == null ? null : action.word(),
                Sight.of(panel, explanation.scope()),
                explanation.gates().stream().map(GateLine::of).toList(),
                explanation.groups().stream().map(GroupLine::of).toList(),
                explanation.remedies());
    }

    /** Why, told to somebody else than the person who was judged; without a name as it stands. */
    public String reasonOf(@Nullable String name) {
        return name == null
                ? reason
                : reason.replaceFirst("^The (groups|role) ", "The $1 of " + Matcher.quoteReplacement(name) + " ");
    }

    /** One gate; {@code open} is null when it was not judged. */
    public record GateLine(
            @OneOf(Gate.class) String gate,
            @Nullable Boolean open,
            String detail,
            @Nullable String remedy) {
        static GateLine of(GateFinding finding) {
            return new GateLine(
                    finding.gate().word(),
                    switch (finding.state()) {
                        case OPEN -> true;
                        case CLOSED -> false;
                        case NOT_JUDGED -> null;
                    },
                    finding.detail(),
                    finding.remedy());
        }
    }

    /** What one of the user's groups says. */
    public record GroupLine(
            UUID id, String name, boolean allowedByDefault, List<RuleLine> allowing, List<RuleLine> denying) {
        static GroupLine of(GroupFinding finding) {
            return new GroupLine(
                    finding.group().id(),
                    finding.group().name(),
                    finding.allowedByDefault(),
                    finding.allowing().stream().map(RuleLine::of).toList(),
                    finding.denying().stream().map(RuleLine::of).toList());
        }
    }

    /** A rule that says something about the area, named for its own area. */
    public record RuleLine(
            UUID area, String name, @OneOf(Action.class) List<String> access) {
        static RuleLine of(GroupFinding.RuleFinding finding) {
            return new RuleLine(
                    finding.area().id(),
                    finding.area().name(),
                    finding.rule().access().words());
        }
    }

    /** Whose data is seen, with keys. */
    public record Sight(
            @OneOf(Scope.Mode.class) String mode,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<String> partners,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reseller) {
        static Sight of(Panel panel, Scope scope) {
            return new Sight(
                    scope.mode().word(),
                    scope.mode() == Scope.Mode.SELECTED
                            ? scope.partners().stream()
                                    .map(panel::partner)
                                    .sorted()
                                    .toList()
                            : null,
                    panel.reseller(scope.reseller()));
        }
    }
}
