package io.bailiwick.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.PanelTest;
import io.bailiwick.areas.Applications;
import io.bailiwick.areas.AreaForm;
import io.bailiwick.areas.AreaId;
import io.bailiwick.areas.Areas;
import io.bailiwick.groups.GroupId;
import io.bailiwick.groups.Groups;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.partners.PartnerForm;
import io.bailiwick.partners.PartnerId;
import io.bailiwick.partners.Partners;
import io.bailiwick.partners.ResellerForm;
import io.bailiwick.partners.Resellers;
import io.bailiwick.previews.Effect;
import io.bailiwick.previews.Previews;
import io.bailiwick.previews.Proposal;
import io.bailiwick.users.Deed;
import io.bailiwick.users.Rehearsals;
import io.bailiwick.users.Selection;
import io.bailiwick.users.Selections;
import io.bailiwick.users.UserForm;
import io.bailiwick.users.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What a preview tells is what the engine decides then: every user, area and action, before and after the save. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreviewTests {
    private static final int EDITS = 100;

    private final ApplicationContext context;

    @Autowired
    PreviewTests(ApplicationContext context) {
        this.context = context;
    }

    @Test
    void aPreviewIsTheDecisionsBeforeAndAfter() {
        var village = new Village(context, "Previews", 20, 4711);
        var changes = 0;
        for (int edit = 0; edit < EDITS; edit++) {
            for (var step : next(village, edit)) {
                changes += foretold(village, step, edit);
            }
        }
        assertThat(changes).as("the edits do something").isGreaterThan(500);
        assertThat(foretold(village, applicationGoes(village), EDITS))
                .as("so does deleting the application")
                .isGreaterThan(50);
    }

    private static int foretold(Village village, Step step, int edit) {
        var before = village.decisions();
        var foreseen = pages(step.preview());
        confirmed(step.save());

        assertThat(foreseen).as("edit " + edit + ": " + step.what()).isEqualTo(difference(before, village.decisions()));
        return foreseen.size();
    }

    /** Something that is looked at before it is saved. */
    private record Step(String what, Function<PageRequest, Effect> preview, Consumer<@Nullable String> save) {}

    private List<Step> next(Village village, int number) {
        return switch (number % 10) {
            case 0 -> List.of(group(village));
            case 1 -> List.of(user(village, village.any(village.people()), "active"));
            case 2 -> disabledAndBack(village);
            case 3 -> List.of(area(village));
            case 4 -> List.of(partner(village));
            case 5 -> List.of(reseller(village));
            case 6 -> List.of(userGoes(village));
            case 7 -> List.of(partnerGoes(village));
            case 8 -> many(village);
            default -> List.of(number % 20 == 9 ? groupGoes(village) : areaGoes(village));
        };
    }

    /** What somebody who stays disabled gains and loses are rights, not decisions: he comes back with the next step. */
    private List<Step> disabledAndBack(Village village) {
        var user = village.any(village.people());
        return List.of(user(village, user, "disabled"), user(village, user, "active"));
    }

    private Step group(Village village) {
        var groups = context.getBean(Groups.class);
        var id = new GroupId(village.any(village.groups()));
        var name = groups.get(village.server(), id).name();
        var form = village.group(name);
        return new Step(
                "group " + form,
                page -> groups.preview(village.server(), id, null, form, page),
                confirm -> groups.edit(village.server(), id, null, saved -> form, confirm));
    }

    private Step user(Village village, UserId id, String status) {
        var users = context.getBean(Users.class);
        var made = village.user("Changed");
        Function<UserForm, UserForm> change = form -> new UserForm(
                form.email(),
                form.name(),
                made.role(),
                made.groups(),
                made.permissions(),
                made.dataAccess(),
                made.reseller(),
                form.timeZone(),
                form.network(),
                form.sharedTickets(),
                form.mustChangePassword(),
                status);
        return new Step(
                "user " + made + " " + status,
                page -> context.getBean(Rehearsals.class).preview(village.server(), id, change::apply, null, page),
                confirm -> users.update(village.server(), id, change::apply, null, confirm));
    }

    /** Disabled and enabled, put into groups and taken out, given other access, deleted. */
    private List<Step> many(Village village) {
        var some = village.people().stream()
                .filter(user -> village.oneIn(2))
                .limit(6)
                .toList();
        if (some.isEmpty()) {
            return List.of();
        }
        var groups = List.of(village.any(village.groups()).toString());
        var role = village.any(List.of("administrator", "normal"));
        var data = village.any(List.of(
                new UserForm.DataAccessForm("all", null),
                new UserForm.DataAccessForm("selected", List.of("acme", "hooli"))));
        var steps = new ArrayList<>(List.of(
                many(village, some, new Deed.Disable()),
                many(village, some, new Deed.Enable()),
                many(village, some, new Deed.Join(groups)),
                many(village, some, new Deed.Change(role, role.equals("normal") ? data : null, List.of("jobs"))),
                many(village, some, new Deed.Leave(groups))));
        if (village.people().size() > 12) {
            var going = some.subList(0, Math.min(2, some.size()));
            going.forEach(village::goes);
            steps.add(many(village, going, new Deed.Delete()));
        }
        return steps;
    }

    private Step many(Village village, List<UserId> users, Deed deed) {
        var selections = context.getBean(Selections.class);
        var these = new Selection.These(users);
        return new Step(
                deed + " of " + users.size(),
                page -> selections.foresee(village.server(), these, deed, page).effect(),
                confirm -> selections.carryOut(village.server(), these, deed, true, confirm));
    }

    private Step area(Village village) {
        var areas = context.getBean(Areas.class);
        var id = new AreaId(village.any(village.areas()));
        var area = areas.find(village.server().account(), id).orElseThrow();
        var form = new AreaForm(
                null,
                area.name(),
                village.paths(area.paths().getFirst().pattern().text()),
                village.gate(),
                null);
        return new Step(
                "area " + form,
                page -> areas.preview(village.server(), id, null, form, page),
                confirm -> areas.update(village.server(), id, null, saved -> form, confirm));
    }

    private Step partner(Village village) {
        var partners = context.getBean(Partners.class);
        var id = new PartnerId(village.any(village.partners()));
        var partner = partners.get(village.server(), id);
        var form = new PartnerForm(partner.name(), partner.key(), village.reseller(), !village.oneIn(3));
        return new Step(
                "partner " + form,
                page -> partners.preview(village.server(), id, null, form, page),
                confirm -> partners.edit(village.server(), id, null, saved -> form));
    }

    private Step reseller(Village village) {
        var resellers = context.getBean(Resellers.class);
        var reseller = resellers.get(village.server(), village.any(Village.RESELLERS));
        var form = new ResellerForm(reseller.name(), reseller.key(), !reseller.active());
        return new Step(
                "reseller " + form,
                page -> resellers.preview(village.server(), reseller.id(), null, form, page),
                confirm -> resellers.edit(village.server(), reseller.id(), null, saved -> form));
    }

    private Step userGoes(Village village) {
        var id = village.any(village.people());
        village.goes(id);
        return new Step(
                "user goes",
                page -> context.getBean(Rehearsals.class).previewDeletion(village.server(), id, null, page),
                confirm -> context.getBean(Users.class).delete(village.server(), id, null));
    }

    private Step partnerGoes(Village village) {
        var partners = context.getBean(Partners.class);
        var id = village.unusedPartner();
        return new Step(
                "partner goes",
                page -> partners.previewDeletion(village.server(), id, null, page),
                confirm -> partners.delete(village.server(), id, null));
    }

    private Step groupGoes(Village village) {
        var id = village.any(village.groups());
        village.groups().remove(id);
        var to = village.any(village.groups());
        var proposal = new Proposal.GroupGoes(id, to);
        return new Step(
                "group goes",
                page -> context.getBean(Previews.class).of(village.server(), proposal, page),
                confirm -> context.getBean(Groups.class)
                        .delete(village.server(), new GroupId(id), null, to.toString(), confirm));
    }

    private Step areaGoes(Village village) {
        var id = village.any(village.areas());
        village.areas().remove(id);
        return new Step(
                "area goes",
                page -> context.getBean(Previews.class).of(village.server(), new Proposal.AreaGoes(id), page),
                confirm -> context.getBean(Areas.class).delete(village.server(), new AreaId(id), null, confirm));
    }

    private Step applicationGoes(Village village) {
        var applications = context.getBean(Applications.class);
        var id = applications
                .find(village.server().account(), "shop")
                .orElseThrow()
                .id();
        return new Step(
                "application goes",
                page -> applications.previewDeletion(village.server(), id, null, page),
                confirm -> applications.delete(village.server(), id, null, confirm));
    }

    /** Page by page; each user, area and action once, and the totals are those of the list. */
    private static Set<String> pages(Function<PageRequest, Effect> preview) {
        var all = new TreeSet<String>();
        String after = null;
        var listed = 0;
        while (true) {
            var effect = preview.apply(new PageRequest(List.of(), 7, after));
            var page = Objects.requireNonNull(effect.changes());
            for (var single : page.items()) {
                all.add(row(single));
                listed++;
            }
            after = page.next();
            if (after == null) {
                totals(effect, all);
                assertThat(page.total()).isEqualTo(listed).isEqualTo(all.size());
                return all;
            }
        }
    }

    private static void totals(Effect effect, Set<String> all) {
        assertThat(effect.people()).isEqualTo(users(all, ""));
        assertThat(effect.gaining()).isEqualTo(users(all, " gains"));
        assertThat(effect.losing()).isEqualTo(users(all, " loses"));
        effect.areas().forEach(in -> {
            var cell = " " + in.area() + " " + in.action().word();
            assertThat(in.gaining()).isEqualTo(users(all, cell + " gains"));
            assertThat(in.losing()).isEqualTo(users(all, cell + " loses"));
        });
        effect.partners().forEach(of -> {
            assertThat(of.gaining()).isEqualTo(users(all, " " + of.partner() + " data gains"));
            assertThat(of.losing()).isEqualTo(users(all, " " + of.partner() + " data loses"));
        });
    }

    private static long users(Set<String> rows, String ending) {
        return rows.stream()
                .filter(row -> row.endsWith(ending))
                .map(row -> row.substring(0, row.indexOf(' ')))
                .distinct()
                .count();
    }

    private static String row(Effect.Single single) {
        var what = switch (single.in()) {
            case Effect.InArea in -> in.area() + " " + in.action().word();
            case Effect.OfPartner of -> of.partner() + " data";
        };
        return single.user() + " " + what + (single.after() ? " gains" : " loses");
    }

    private static Set<String> difference(Map<String, Boolean> before, Map<String, Boolean> after) {
        var difference = new TreeSet<String>();
        before.keySet().stream()
                .filter(key -> is(before, key) && !is(after, key))
                .forEach(key -> difference.add(key + " loses"));
        after.keySet().stream()
                .filter(key -> is(after, key) && !is(before, key))
                .forEach(key -> difference.add(key + " gains"));
        return difference;
    }

    private static boolean is(Map<String, Boolean> decisions, String key) {
        return decisions.getOrDefault(key, false);
    }

    private static void confirmed(Consumer<@Nullable String> save) {
        try {
            save.accept(null);
        } catch (Refusal.Unconfirmed asked) {
            save.accept(asked.token());
        }
    }
}
