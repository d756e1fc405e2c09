package io.bailiwick.demo;

import io.bailiwick.demo.DemoPeople.Has;
import io.bailiwick.model.Role;
import io.bailiwick.users.UserForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Who works at the carrier, and who comes from its partners and resellers. */
final class DemoCrowd {
    private static final String[] FIRST = {
        "Amal", "Birgit", "Carlos", "Dorota", "Emeka", "Fiona", "Goran", "Hana", "Ivan", "Jana", "Kofi", "Lucia",
        "Mateo", "Nadia", "Olaf", "Petra", "Ravi", "Selma", "Tomas", "Yuki"
    };
    private static final String[] LAST = {
        "Haddad", "Olsen", "Mendes", "Nowak", "Obi", "Walsh", "Petrov", "Sato", "Horvat", "Kovac", "Mensah", "Romano",
        "Bauer", "Castro", "Dahl", "Fischer", "Gruber", "Ivanova", "Jensen", "Moreau"
    };
    private static final int COLLEAGUES = 30;
    private static final int OF_EACH_PARTNER = 11;
    private static final int OF_BLUELINE = 12;
    private static final int OF_MERIDIAN = 10;

    private final List<String> teams;
    private final String blueline;
    private final String meridian;
    private int number;

    /** @param teams groups of the carrier */
    DemoCrowd(List<String> teams, String blueline, String meridian) {
        this.teams = List.copyOf(teams);
        this.blueline = blueline;
        this.meridian = meridian;
    }

    /** The carrier's own people: a second Administrator, and three teams. */
    List<UserForm> colleagues() {
        var forms = new ArrayList<UserForm>();
        forms.add(next("northgate", Role.ADMINISTRATOR, new Has(null, List.of(), List.of(), null)));
        while (forms.size() < COLLEAGUES) {
            var permissions = forms.size() % 2 == 0 ? List.of("issue-comments", "jobs") : List.of("issue-comments");
            var team = List.of(teams.get(forms.size() % teams.size()));
            forms.add(next("northgate", Role.NORMAL, new Has(DemoPeople.ALL, team, permissions, null)));
        }
        return forms;
    }

    /** Partner users of every partner, and the resellers' people. */
    List<UserForm> guests() {
        var forms = new ArrayList<UserForm>();
        for (var partner : DemoCarrier.PARTNERS) {
            for (int one = 0; one < OF_EACH_PARTNER; one++) {
                var permissions = one % 3 == 0 ? List.of("issue-comments") : List.<String>of();
                var has = new Has(DemoPeople.selected(partner.key()), List.of(), permissions, null);
                forms.add(next(partner.key(), Role.PARTNER, has));
            }
        }
        reseller(forms, OF_BLUELINE, DemoCarrier.BLUELINE, blueline);
        reseller(forms, OF_MERIDIAN, DemoCarrier.MERIDIAN, meridian);
        return forms;
    }

    private void reseller(List<UserForm> forms, int people, String reseller, String group) {
        for (int one = 0; one < people; one++) {
            forms.add(next(reseller, Role.NORMAL, new Has(DemoPeople.ALL, List.of(group), List.of(), reseller)));
        }
    }

    private UserForm next(String house, Role role, Has has) {
        var name = FIRST[number % FIRST.length] + " " + LAST[(number * 7 + number / FIRST.length) % LAST.length];
        number++;
        var email = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@" + house + ".example";
        return DemoPeople.form(name, email, role, has);
    }
}
