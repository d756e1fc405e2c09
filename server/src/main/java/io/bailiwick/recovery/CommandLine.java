package io.bailiwick.recovery;

import java.util.Set;
import org.springframework.core.NestedExceptionUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The commands of the server's own program. */
public final class CommandLine {
    private static final Set<String> NAMES = Set.of("admin", "help", "--help", "-h");

    private CommandLine() {}

    @Command(
            name = "bailiwick",
            mixinStandardHelpOptions = true,
            description = "Commands for whoever operates a Bailiwick server, on its own machine.",
            synopsisSubcommandLabel = "COMMAND",
            subcommands = {Admin.class, HelpCommand.class})
    static final class Root {}

    @Command(
            name = "admin",
            mixinStandardHelpOptions = true,
            description = "Commands about Administrators.",
            synopsisSubcommandLabel = "COMMAND",
            subcommands = {RecoverCommand.class, HelpCommand.class})
    static final class Admin {}

    /** Whether the arguments name a command, rather than settings of the server. */
    public static boolean isMeant(String[] arguments) {
        return arguments.length > 0 && NAMES.contains(arguments[0]);
    }

    /**
     * Carries the command out; what it says goes to the standard output, why it cannot to the standard error.
     *
     * @return the exit code: 0 done, 1 refused, 2 not understood
     */
    public static int run(String[] arguments) {
        return new picocli.CommandLine(new Root())
                .setExecutionExceptionHandler((fault, command, parsed) -> {
                    command.getErr().println("The command failed: " + NestedExceptionUtils.getMostSpecificCause(fault));
                    return 1;
                })
                .execute(arguments);
    }
}
