package io.bailiwick.guard;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Revision;
import io.bailiwick.model.Action;
import io.bailiwick.model.Scope;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Judges what an actor may do, see and give. It answers by the account's newest policy; unknown is denied. */
public interface Guard {
    /**
     * Requires that the actor may do this in that area.
     *
     * @throws Refusal.Denied with the gate that closed
     */
    void require(Actor actor, PanelArea area, Action action);

    /** As {@link #require}, but a due change of password closes nothing: for the handlers that carry it out. */
    void requireEvenWhenPasswordIsDue(Actor actor, PanelArea area, Action action);

    /**
     * Makes sure that what follows is judged by that revision of the account's policy or a newer one.
     *
     * @throws Refusal.Malformed when there is no such revision yet
     */
    void atLeast(Actor actor, Revision revision);

    /** Whether {@link #require} would pass: for showing or hiding, never instead of requiring. */
    boolean may(Actor actor, PanelArea area, Action action);

    /**
     * Whether {@link #may} would say yes wherever the user were and had no password to change: for judging somebody who is
     * not there, such as the one who wrote an invitation.
     */
    boolean mayFromAnywhere(Actor actor, PanelArea area, Action action);

    /** The data that the actor sees: lists, counts and look-ups are narrowed to it. */
    Scope visible(Actor actor);

    /**
     * The areas, by id, that the actor may be told of by name although he did not name them himself: all when he may list
     * areas, otherwise those in which something is open to him.
     */
    Predicate<UUID> areas(Actor actor);

    /** The reseller to whose users and partners the actor is limited, or null. */
    @Nullable
    UUID reseller(Actor actor);

    /** Whether the actor is an unrestricted Administrator (or the server itself): he alone changes structure. */
    boolean isUnrestricted(Actor actor);

    /**
     * Requires that the actor may take a user from one entitlement to the other: neither what the user has nor what he
     * would have may reach beyond the actor's own effective access and data.
     *
     * @param before what the user has, or null for a new one
     * @param after what he would have, or null when he is only touched (disabled, deleted, given a new password)
     * @throws Refusal.Beyond saying where it reaches beyond
     */
    void mayGive(Actor actor, @Nullable Entitlement before, @Nullable Entitlement after);

    /** What {@link #mayGive(Actor, Entitlement, Entitlement)} requires, of one user after the other by the policy of this moment. */
    Giving giving(Actor actor);

    /** Judges many users for one actor. */
    @FunctionalInterface
    interface Giving {
        /** @throws Refusal.Beyond saying where it reaches beyond */
        void mayGive(@Nullable Entitlement before, @Nullable Entitlement after);
    }

    /**
     * Requires that whatever the change newly opens at the groups gate is open to the actor.
     *
     * @param before the group as it is, or null for a new one
     * @param after the group as it would be
     * @throws Refusal.Beyond saying what it would open
     */
    void mayGive(Actor actor, @Nullable GroupRights before, GroupRights after);

    /** The revision that answers are given by. */
    Revision revision(Actor actor);
}
