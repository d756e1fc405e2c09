package io.bailiwick.recovery;

import io.bailiwick.guard.Entitlement;
import io.bailiwick.guard.GroupRights;
import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Revision;
import io.bailiwick.model.Action;
import io.bailiwick.model.Scope;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whoever has the machine may do everything, and nobody else is here: any user is refused. */
final class MachineGuard implements Guard {
    @Override
    public void require(Actor actor, PanelArea area, Action action) {
        requireServer(actor);
    }

    @Override
    public void requireEvenWhenPasswordIsDue(Actor actor, PanelArea area, Action action) {
        requireServer(actor);
    }

    @Override
    public void atLeast(Actor actor, Revision revision) {
        requireServer(actor);
    }

    @Override
    public boolean may(Actor actor, PanelArea area, Action action) {
        return actor.isServer();
    }

    @Override
    public boolean mayFromAnywhere(Actor actor, PanelArea area, Action action) {
        return actor.isServer();
    }

    @Override
    public Scope visible(Actor actor) {
        requireServer(actor);
        return Scope.ALL;
    }

    @Override
    public @Nullable UUID reseller(Actor actor) {
        requireServer(actor);
        return null;
    }

    @Override
    public boolean isUnrestricted(Actor actor) {
        return actor.isServer();
    }

    @Override
    public void mayGive(Actor actor, @Nullable Entitlement before, @Nullable Entitlement after) {
        requireServer(actor);
    }

    @Override
    public void mayGive(Actor actor, @Nullable GroupRights before, GroupRights after) {
        requireServer(actor);
    }

    @Override
    public Revision revision(Actor actor) {
        throw new UnsupportedOperationException("nobody is answered here");
    }

    private static void requireServer(Actor actor) {
        if (!actor.isServer()) {
            throw new IllegalStateException("only the machine itself acts here");
        }
    }
}
