package io.bailiwick.security;

import io.bailiwick.conformance.Deed;
import io.bailiwick.conformance.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The calls of the REST API by which a change is made to the world as it is. */
record HttpCalls(World world, HttpNames names) {
    private static final String OTHER_PASSWORD = "vellum quorum 9 tadpole";

    /**
     * One call.
     *
     * @param kind what stands before the id of the thing that the call makes
     * @param name its name in the world; empty when it makes none
     */
    record Call(String method, String path, @Nullable Object body, String kind, String name) {
        static Call of(String method, String path, @Nullable Object body) {
            return new Call(method, path, body, "", "");
        }
    }

    /** In the order in which they are sent, as long as each is answered well. */
    List<Call> of(Deed deed) {
        return switch (deed) {
            case Deed.Save save -> save(save.thing());
            case Deed.Import document ->
                List.of(Call.of(
                        "POST",
                        "/api/v1/applications/" + names.application(document.application()) + "/openapi?place=all",
                        HttpForms.document(document.areas())));
            case Deed.Delete delete -> List.of(Call.of("DELETE", delete(delete), null));
            case Deed.Touch touch -> List.of(touch(touch));
        };
    }

    private List<Call> save(World thing) {
        var forms = new HttpForms(names);
        var calls = new ArrayList<Call>();
        for (var area : thing.areas()) {
            if (HttpWorlds.applications(world).noneMatch(area.application()::equals)) {
                calls.add(make("applications", area.application(), forms.application(area.application())));
            }
            calls.add(save("areas", area.id(), forms.area(area), forms.area(area)));
        }
        thing.groups()
                .forEach(group -> calls.add(save("groups", group.name(), forms.group(group), forms.group(group))));
        thing.resellers().forEach(key -> calls.add(save("resellers", key, forms.reseller(key), forms.reseller(key))));
        thing.partners()
                .forEach(partner ->
                        calls.add(save("partners", partner.key(), forms.partner(partner), forms.partner(partner))));
        thing.users().forEach(user -> calls.add(save("users", user.name(), forms.newUser(user), forms.user(user))));
        return calls;
    }

    private Call save(String kind, String name, Object made, Object changed) {
        return names.has(kind, name)
                ? Call.of("PATCH", "/api/v1/" + kind + "/" + names.id(kind, name), changed)
                : make(kind, name, made);
    }

    private static Call make(String kind, String name, Object form) {
        return new Call("POST", "/api/v1/" + kind, form, kind, name);
    }

    private String delete(Deed.Delete delete) {
        var kind = kind(delete);
        var path = "/api/v1/" + kind + "/" + names.id(kind, delete.name());
        var to = delete.moveMembersTo();
        if (to == null) {
            return path;
        }
        return path + "?moveMembersTo=" + (to.equals(Deed.Delete.NOWHERE) ? "none" : names.id(kind, to));
    }

    /** What stands before the id of the thing that is deleted. */
    static String kind(Deed.Delete delete) {
        return HttpForms.word(delete.kind()) + "s";
    }

    private Call touch(Deed.Touch touch) {
        var path = "/api/v1/users/" + names.id("users", touch.user());
        return switch (touch.way()) {
            case SET_PASSWORD ->
                Call.of("PUT", path + "/password", Map.of("password", OTHER_PASSWORD, "mustChange", false));
            case CHANGE_PASSWORD ->
                Call.of(
                        "PUT",
                        "/api/v1/me/password",
                        Map.of("current", HttpWorlds.PASSWORD, "password", OTHER_PASSWORD));
            case SET_EMAIL -> Call.of("PATCH", path, Map.of("email", "other-" + names.email(touch.user())));
            case END_SESSIONS -> Call.of("DELETE", path + "/sessions", null);
            case INVITE_AGAIN -> Call.of("POST", path + "/invitation", null);
        };
    }
}
