package io.bailiwick.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Why a letter was not taken.
 *
 * @param reason in words, with what the server said in backticks
 * @param forGood whether the server said that it never will be (a reply of 500 to 599, RFC 5321)
 */
record SendingFault(String reason, boolean forGood) {
    private static final int LONGEST = 300;
    private static final int PERMANENT = 500;

    static SendingFault of(Exception fault) {
        for (@Nullable Throwable cause = fault; cause != null; cause = next(cause)) {
            var code = code(cause);
            if (code > 0) {
                return new SendingFault("The mail server answered " + said(cause), code >= PERMANENT && !isOurs(cause));
            }
        }
        return fault instanceof AuthenticationFailedException
                ? new SendingFault("The mail server does not let Bailiwick sign in: " + said(fault), false)
                : new SendingFault("There is no connection to the mail server: " + said(fault), false);
    }

    private static @Nullable Throwable next(Throwable fault) {
        return fault instanceof MessagingException messaging && messaging.getNextException() != null
                ? messaging.getNextException()
                : fault.getCause();
    }

    private static int code(Throwable fault) {
        return switch (fault) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> 0;
        };
    }

    /** A sender that the server refuses is mended in the settings: the letter is as good as before. */
    private static boolean isOurs(Throwable fault) {
        return fault instanceof SMTPSendFailedException send
                && String.valueOf(send.getCommand()).startsWith("MAIL");
    }

    private static String said(Throwable fault) {
        var message = String.valueOf(fault.getMessage()).replace('`', '’');
        return "`" + PlainText.ofHeader(message, LONGEST) + "`";
    }
}
