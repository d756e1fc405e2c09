package io.bailiwick.users;

import io.bailiwick.kernel.UserId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** Tells one set of users from another. */
final class SetVersion {
    private static final int LENGTH = 16;

    private SetVersion() {}

    /** @param ids in their order */
    static String of(List<UserId> ids) {
        var bytes = ByteBuffer.allocate(ids.size() * 16);
        for (var id : ids) {
            bytes.putLong(id.value().getMostSignificantBits());
            bytes.putLong(id.value().getLeastSignificantBits());
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes.array());
            return HexFormat.of().formatHex(Arrays.copyOf(digest, LENGTH));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
