package io.bailiwick.recovery;

import io.bailiwick.accounts.Account;
import io.bailiwick.database.DatabaseFailure;
import io.bailiwick.http.PublicUrl;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.UserStatus;
import io.bailiwick.recovery.Recoveries.Made;
import io.bailiwick.recovery.Recoveries.Wish;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.BadSqlGrammarException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code admin recover}. */
@Command(
        name = "recover",
        mixinStandardHelpOptions = true,
        description = {
            "Prints a one-time link that lets an Administrator set a new password and signs in.",
            "Without --email, lists who can be recovered."
        },
        footer = {
            "",
            "It works on the server’s own machine, whether or not the server runs: by BAILIWICK_DATA_DIR, or by",
            "BAILIWICK_DATABASE_URL. The link leads to BAILIWICK_PUBLIC_URL. Every use is in the audit log.",
            "",
            "Exit codes: 0 done, 1 refused (the reason is on the standard error), 2 not understood."
        })
final class RecoverCommand implements Callable<Integer> {
    private static final int MOST_MINUTES = 24 * 60;
    private static final DateTimeFormatter UNTIL =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--email", paramLabel = "ADDRESS", description = "Whom to recover.")
    private @Nullable String email;

    @Option(
            names = "--account",
            paramLabel = "ID",
            description = "The account’s short id; the first account if left out.")
    private @Nullable String account;

    @Option(names = "--enable", description = "Enable the user again if disabled.")
    private boolean enable;

    @Option(names = "--any-address", description = "Empty the user’s list of allowed addresses.")
    private boolean anyAddress;

    @Option(
            names = "--minutes",
            paramLabel = "NUMBER",
            defaultValue = "30",
            description = "How long the link holds, 1 to 1440; ${DEFAULT-VALUE} if left out.")
    private int minutes;

    @Override
    public Integer call() {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new ParameterException(command(), "--minutes takes a number from 1 to " + MOST_MINUTES + ".");
        }
        try (var context = RecoveryContext.open()) {
            var recoveries = context.bean(Recoveries.class);
            var chosen = recoveries.account(account);
            if (email == null) {
                list(recoveries, chosen);
            } else {
                var wish = new Wish(email, enable, anyAddress, Duration.ofMinutes(minutes));
                tell(recoveries.make(chosen, wish), context.bean(PublicUrl.class));
            }
            return 0;
        } catch (BadSqlGrammarException unknownTables) {
            return refused("The database is not one of this version: start the server once, then try again.");
        } catch (Refusal | DatabaseFailure refusal) {
            return refused(String.valueOf(refusal.getMessage()));
        }
    }

    private void list(Recoveries recoveries, Account chosen) {
        var candidates = recoveries.candidates(chosen);
        var out = command().getOut();
        if (candidates.isEmpty()) {
            out.printf("Nobody in %s can be recovered.%n", chosen.name());
            return;
        }
        out.printf("These Administrators of %s can be recovered; choose one with --email:%n", chosen.name());
        for (var user : candidates) {
            var state = user.status() == UserStatus.DISABLED ? " (disabled: add --enable)" : "";
            out.printf("  %s  %s%s%n", user.email(), user.name(), state);
        }
    }

    private void tell(Made made, PublicUrl publicUrl) {
        var user = made.user();
        var out = command().getOut();
        out.printf(
                "One-time link for %s (%s), until %s (UTC):%n",
                user.name(), user.email(), UNTIL.format(made.link().expiresAt()));
        out.println(publicUrl.to("/recover?token=" + made.secret().text()));
        if (!user.network().isEmpty()) {
            out.printf(
                    "It works from these addresses only: %s. Add --any-address to allow every one.%n",
                    String.join(", ", user.network().texts()));
        }
    }

    private int refused(String reason) {
        PrintWriter err = command().getErr();
        err.println(reason);
        return 1;
    }

    private picocli.CommandLine command() {
        if (spec == null) {
            throw new IllegalStateException("picocli fills it in");
        }
        return spec.commandLine();
    }
}
