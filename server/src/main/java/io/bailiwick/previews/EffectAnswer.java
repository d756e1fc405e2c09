package io.bailiwick.previews;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bailiwick.kernel.OneOf;
import io.bailiwick.model.Action;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Effect} as it is answered to scripts.
 *
 * @param items the single changes of this page, or null when the reader may not read users
 * @param next where the next page begins; absent on the last
 * @param total how many single changes there are, always exact
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EffectAnswer(
        long revision,
        long people,
        long gaining,
        long losing,
        List<InArea> areas,
        List<OfPartner> partners,
        @Nullable List<Item> items,
        @Nullable String next,
        @Nullable Long total) {

    record InArea(
            UUID area,
            String application,
            String name,
            @OneOf(Action.class) String action,
            long gaining,
            long losing) {}

    record OfPartner(UUID partner, String key, long gaining, long losing) {}

    /** Either an area with an action, or a partner. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            UUID user,
            String email,
            String name,
            @Nullable UUID area,
            @Nullable String areaName,
            @OneOf(Action.class) @Nullable String action,
            @Nullable UUID partner,
            @Nullable String partnerKey,
            boolean before,
            boolean after) {}

    /** The effect as it is answered. */
    public static EffectAnswer of(Effect effect) {
        var page = effect.changes();
        return new EffectAnswer(
                effect.revision().number(),
                effect.people(),
                effect.gaining(),
                effect.losing(),
                effect.areas().stream().map(EffectAnswer::area).toList(),
                effect.partners().stream().map(EffectAnswer::partner).toList(),
                page == null
                        ? null
                        : page.items().stream().map(EffectAnswer::item).toList(),
                page == null ? null : page.next(),
                page == null ? null : page.total());
    }

    private static InArea area(Effect.InArea in) {
        return new InArea(in.area(), in.application(), in.name(), in.action().word(), in.gaining(), in.losing());
    }

    private static OfPartner partner(Effect.OfPartner of) {
        return new OfPartner(of.partner(), of.key(), of.gaining(), of.losing());
    }

    private static Item item(Effect.Single single) {
        var user = single.user().value();
        return switch (single.in()) {
            case Effect.InArea in ->
                new Item(
                        user,
                        single.email(),
                        single.name(),
                        in.area(),
                        in.application() + "/" + in.name(),
                        in.action().word(),
                        null,
                        null,
                        single.before(),
                        single.after());
            case Effect.OfPartner of ->
                new Item(
                        user,
                        single.email(),
                        single.name(),
                        null,
                        null,
                        null,
                        of.partner(),
                        of.key(),
                        single.before(),
                        single.after());
        };
    }
}
