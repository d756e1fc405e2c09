package io.bailiwick.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdTableTests {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 100, 4_096, 20_000})
    void everyIdIsFoundAndNoOther(int size) {
        var random = new Random(size);
        var ids = new ArrayList<UUID>();
        for (int index = 0; index < size; index++) {
            ids.add(new UUID(random.nextLong(), random.nextLong()));
        }
        assertFinds(ids);
        var table = table(ids);
        for (int index = 0; index < 1_000; index++) {
            assertThat(table.get(new UUID(random.nextLong(), random.nextLong())))
                    .isNull();
        }
    }

    @Test
    void idsInSequenceAreFound() {
        var ids = new ArrayList<UUID>();
        for (int index = 0; index < 5_000; index++) {
            ids.add(new UUID(0x0192_0000_0000_7000L + ((long) index << 16), 0x8000_0000_0000_0000L));
        }
        assertFinds(ids);
    }

    /** The sum of both products is the same for all of them, so that no seed parts them. */
    @Test
    void idsOfOneHashAreFoundAllTheSame() {
        var ids = new ArrayList<UUID>();
        for (long index = 0; index < 50; index++) {
            ids.add(ofOneHash(index));
        }
        assertFinds(ids);
        assertThat(table(ids).get(ofOneHash(50))).isNull();
    }

    private static UUID ofOneHash(long index) {
        return new UUID(index * 0xD1B54A32D192ED03L, 7 - index * 0x9E3779B97F4A7C15L);
    }

    @Test
    void ofTwoWithOneIdTheFirstStays() {
        var id = new UUID(1, 2);
        var table = IdTable.of(List.of("one", "other"), text -> id, text -> text);

        assertThat(table.get(id)).isEqualTo("one");
        assertThat(table.map(String::length).get(id)).isEqualTo(3);
    }

    private static void assertFinds(List<UUID> ids) {
        var table = table(ids);
        assertThat(ids).allSatisfy(id -> assertThat(table.get(id)).isEqualTo(id.toString()));
    }

    private static IdTable<String> table(List<UUID> ids) {
        return IdTable.of(ids, id -> id, UUID::toString);
    }
}
