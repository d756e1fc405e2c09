package io.bailiwick.groups;

import io.bailiwick.accounts.Changes;
import io.bailiwick.areas.Area;
import io.bailiwick.areas.AreaId;
import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.previews.Outlook;
import io.bailiwick.ui.AccessLetters;
import io.bailiwick.ui.Errors;
import io.bailiwick.ui.Option;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** Fills the model of the tab "Permissions" of a group. */
@Component
class MatrixPages {
    private static final String PRESET = "preset:";
    private static final String CLEAR = "clear:";
    private static final String KEEP = "keep:";

    /** The areas whose result in the browser is another than what is saved. */
    private static final String ALTERED = "altered";

    /** Members, or areas, to choose from; among more one is named. */
    private static final int OFFERED = 100;

    /** The bar counts people, and names none. */
    private static final PageRequest FEW = new PageRequest(List.of(), 1, null);

    private final Covers covers;
    private final GroupHeads heads;
    private final OtherGroups others;
    private final Guard guard;
    private final Changes changes;
    private final GroupWords words;
    private final Groups groups;

    MatrixPages(
            Covers covers,
            GroupHeads heads,
            OtherGroups others,
            Guard guard,
            Changes changes,
            GroupWords words,
            Groups groups) {
        this.covers = covers;
        this.heads = heads;
        this.others = others;
        this.guard = guard;
        this.changes = changes;
        this.words = words;
        this.groups = groups;
    }

    /** What is drawn: the group as saved, what was chosen, and which part of it. */
    record Wanted(Actor actor, Group group, MatrixDraft draft, MatrixView view) {}

    /** What a form posted; a preset fills it anew. */
    Wanted wanted(Actor actor, Group group, MultiValueMap<String, String> posted, String verb, Coverage coverage) {
        var draft = verb.startsWith(PRESET)
                ? Presets.of(verb.substring(PRESET.length()))
                        .map(preset -> MatrixDraft.between(group, preset.filled(group, coverage)))
                        .orElse(MatrixDraft.NONE)
                : cleared(new MatrixPosted(posted).draft(), verb).over(group, coverage);
        return new Wanted(actor, group, draft, MatrixView.read(posted));
    }

    /** With the rules of one area that list no action going, or staying after all. */
    private static MatrixDraft cleared(MatrixDraft draft, String verb) {
        var clears = verb.startsWith(CLEAR);
        return clears || verb.startsWith(KEEP)
                ? MatrixPosted.area(verb.substring(verb.indexOf(':') + 1))
                        .map(area -> draft.clearing(area, clears))
                        .orElse(draft)
                : draft;
    }

    Coverage coverage(Actor actor) {
        return covers.of(actor.account());
    }

    String page(Wanted wanted, Coverage coverage, Errors errors, Model model) {
        part(wanted, coverage, model);
        var actor = wanted.actor();
        var isLimited = !guard.isUnrestricted(actor);
        model.addAttribute("head", heads.of(actor, wanted.group(), ""));
        model.addAttribute("outlook", outlook(wanted));
        model.addAttribute("errors", errors);
        model.addAttribute("limited", isLimited);
        model.addAttribute("presets", Presets.words(isLimited));
        model.addAttribute("others", others.of(actor, wanted.group()));
        model.addAttribute("members", members(wanted));
        model.addAttribute("asked", asked(coverage));
        return "groups/group";
    }

    /** Whom a question may be about; none when they are too many to choose from. */
    private List<Option> members(Wanted wanted) {
        var first = groups.firstMembers(wanted.actor(), wanted.group().id(), OFFERED + 1);
        return first.size() > OFFERED
                ? List.of()
                : first.stream()
                        .map(member -> Option.of(member.id().toString(), member.name()))
                        .toList();
    }

    /** What a question may be about; none when it is too much to choose from. */
    private static List<Option> asked(Coverage coverage) {
        return coverage.areas().size() > OFFERED
                ? List.of()
                : coverage.areas().stream()
                        .map(area -> Option.of(area.id().toString(), area.reference()))
                        .sorted(Comparator.comparing(Option::label, String.CASE_INSENSITIVE_ORDER))
                        .toList();
    }

    /** The same over what somebody else saved meanwhile. */
    String stale(Wanted wanted, Coverage coverage, Refusal.Stale stale, HttpServletResponse response, Model model) {
        var saved = wanted.group();
        var typed = wanted.draft().applied(saved);
        var comparison =
                words.compared(saved, typed, words.references(wanted.actor().account()));
        model.addAttribute("newer", changes.newer(wanted.actor(), saved.id().value(), comparison));
        return page(wanted, coverage, Errors.refused(response, stale, ""), model);
    }

    /** The bar, and whatever else on the page has changed with the choices; what they mean to people is asked after. */
    String judged(Wanted wanted, Coverage coverage, MatrixPosted posted, Model model) {
        var drawing = part(wanted, coverage, model);
        var renewed = new LinkedHashMap<String, AccessLetters>();
        Stream.concat(posted.ids(ALTERED).stream(), drawing.altered().stream())
                .filter(posted.shown()::contains)
                .forEach(area -> renewed.put(area.toString(), drawing.letters(area)));
        model.addAttribute("renewed", renewed);
        model.addAttribute("here", "/groups/" + wanted.group().id());
        return "groups/judged";
    }

    /** What the choices mean to people. */
    String told(Wanted wanted, Coverage coverage, Model model) {
        var group = wanted.group();
        part(wanted, coverage, model);
        model.addAttribute("outlook", outlook(wanted));
        model.addAttribute(
                "members", groups.members(wanted.actor(), List.of(group.id())).getOrDefault(group.id(), 0L));
        return "groups/told";
    }

    private MatrixDrawing part(Wanted wanted, Coverage coverage, Model model) {
        var drawing = new MatrixDrawing(coverage, wanted.group(), wanted.draft());
        model.addAttribute("matrix", drawing.of(wanted.view()));
        model.addAttribute(
                ALTERED, drawing.altered().stream().map(AreaId::toString).collect(Collectors.joining(" ")));
        model.addAttribute("closing", closing(drawing, wanted));
        return drawing;
    }

    /** Who would gain and who would lose what, or what stands against it. */
    private Outlook outlook(Wanted wanted) {
        var group = wanted.group();
        return wanted.draft().isEmpty()
                ? Outlook.none()
                : Outlook.of(() -> groups.preview(
                        wanted.actor(), group.id(), null, wanted.draft().form(group), FEW));
    }

    /** The areas that close when the first rule in "only listed areas" switches the default access off. */
    private static List<String> closing(MatrixDrawing drawing, Wanted wanted) {
        var after = wanted.draft().applied(wanted.group());
        return wanted.group().defaultsCount() && !after.defaultsCount()
                ? drawing.closing().stream().map(Area::name).toList()
                : List.of();
    }
}
