package io.bailiwick.resets;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.resets.Requests.Request;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Nobody keeps others from asking for a new password. */
class WaitingTests {
    private final AccountId account = new AccountId(UUID.randomUUID());
    private final Waiting waiting = new Waiting(3);

    @Test
    void anAddressWaitsOnce() {
        var asked = request("ada@northgate.example", "192.0.2.1");

        assertThat(waiting.note(asked)).isTrue();
        assertThat(waiting.note(request("ada@northgate.example", "192.0.2.2"))).isFalse();
        waiting.forget(asked);
        assertThat(waiting.note(request("ada@northgate.example", "192.0.2.2"))).isTrue();
    }

    @Test
    void aClientHasNoMoreThanAFewWaiting() {
        var first = request("0@people.example", "192.0.2.1");
        assertThat(waiting.note(first)).isTrue();
        assertThat(waiting.note(request("1@people.example", "192.0.2.1"))).isTrue();
        assertThat(waiting.note(request("2@people.example", "192.0.2.1"))).isTrue();

        assertThat(waiting.note(request("3@people.example", "192.0.2.1"))).isFalse();
        assertThat(waiting.note(request("3@people.example", "192.0.2.2"))).isTrue();
        waiting.forget(first);
        assertThat(waiting.note(request("4@people.example", "192.0.2.1"))).isTrue();
    }

    private Request request(String email, String client) {
        return new Request(account, email, client);
    }
}
