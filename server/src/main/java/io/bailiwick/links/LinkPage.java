package io.bailiwick.links;

import io.bailiwick.kernel.Refusal;
import io.bailiwick.tokens.Secret;
import io.bailiwick.ui.Errors;
import io.bailiwick.users.Credentials;
import io.bailiwick.users.PasswordRule.Verdict;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;

/**
 * The page of a one-time link on which a new password is chosen: looking shows a form, and only posting it uses the link.
 *
 * @param view the page with the form
 * @param spent the page of a link that is not good, or not any more
 * @param find the link with that secret, while it is good
 * @param rules the rules before anything is typed
 * @param judge how what is typed stands up to them
 */
public record LinkPage(
        String view,
        String spent,
        Function<String, Optional<Link>> find,
        Supplier<List<Verdict>> rules,
        BiFunction<Link, @Nullable String, List<Verdict>> judge) {

    /** The short id of the account that a link is for, by which its user signs in there; empty when it is none. */
    public static String account(String token) {
        return Secret.read(token).map(Secret::account).orElse("");
    }

    /** Looks at the page. */
    public String show(String token, HttpServletResponse response, Model model) {
        return find.apply(token)
                .map(link -> page(link, token, Errors.none(), model))
                .orElseGet(() -> spent(token, response, model));
    }

    /** How a password stands up to the rules, while it is typed. */
    public String judge(String token, @Nullable String password, HttpServletResponse response, Model model) {
        return find.apply(token)
                .map(link -> {
                    model.addAttribute("rules", judge.apply(link, password));
                    return "users/_rules";
                })
                .orElseGet(() -> spent(token, response, model));
    }

    /**
     * Posts the form.
     *
     * @param use uses the link, and says where that leads
     */
    public String post(
            String token,
            @Nullable String password,
            @Nullable String again,
            Supplier<String> use,
            HttpServletResponse response,
            Model model) {
        var link = find.apply(token);
        if (link.isEmpty()) {
            return spent(token, response, model);
        }
        try {
            Credentials.requireSame(password, again);
            return use.get();
        } catch (Refusal.Invalid invalid) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(link.get(), token, Errors.of(invalid), model);
        } catch (Refusal.Gone meanwhile) {
            return spent(token, response, model);
        }
    }

    private String page(Link link, String token, Errors errors, Model model) {
        model.addAttribute("email", link.email());
        model.addAttribute("token", token);
        model.addAttribute("rules", rules.get());
        model.addAttribute("errors", errors);
        return view;
    }

    private String spent(String token, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.GONE.value());
        model.addAttribute("account", account(token));
        return spent;
    }
}
