package io.bailiwick.security;

import io.bailiwick.conformance.Deed;
import io.bailiwick.conformance.World;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What becomes of a world by what is done to it. */
final class Deeds {
    private Deeds() {}

    static World done(World world, Deed deed) {
        return switch (deed) {
            case Deed.Save save -> saved(world, save.thing());
            case Deed.Import document ->
                saved(world, new World(document.areas(), List.of(), List.of(), List.of(), List.of()));
            case Deed.Delete delete -> deleted(world, delete);
            case Deed.Touch _ -> world;
        };
    }

    /** Whether the user is one of those of whom the last stays. */
    static boolean isKey(World.User user) {
        return user.role() == World.Role.ADMINISTRATOR
                && user.status() == World.Status.ACTIVE
                && user.groups().isEmpty()
                && user.reseller() == null;
    }

    private static World saved(World world, World thing) {
        return new World(
                saved(world.areas(), thing.areas(), World.Area::id),
                saved(world.groups(), thing.groups(), World.Group::name),
                saved(world.resellers(), thing.resellers(), key -> key),
                saved(world.partners(), thing.partners(), World.Partner::key),
                saved(world.users(), thing.users(), World.User::name));
    }

    private static <T> List<T> saved(List<T> things, List<T> saved, Function<T, String> name) {
        var names = saved.stream().map(name).toList();
        return Stream.concat(things.stream().filter(thing -> !names.contains(name.apply(thing))), saved.stream())
                .toList();
    }

    /** Members of a deleted group keep its name here: what they are is the server's to say. */
    private static World deleted(World world, Deed.Delete delete) {
        return new World(
                without(
                        without(world.areas(), delete, Deed.Kind.AREA, World.Area::id),
                        delete,
                        Deed.Kind.APPLICATION,
                        World.Area::application),
                without(world.groups(), delete, Deed.Kind.GROUP, World.Group::name),
                without(world.resellers(), delete, Deed.Kind.RESELLER, key -> key),
                without(world.partners(), delete, Deed.Kind.PARTNER, World.Partner::key),
                without(world.users(), delete, Deed.Kind.USER, World.User::name));
    }

    private static <T> List<T> without(List<T> things, Deed.Delete delete, Deed.Kind kind, Function<T, String> name) {
        return things.stream()
                .filter(thing -> delete.kind() != kind || !name.apply(thing).equals(delete.name()))
                .toList();
    }
}
