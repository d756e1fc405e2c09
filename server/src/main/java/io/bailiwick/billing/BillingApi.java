package io.bailiwick.billing;

import io.bailiwick.guard.Guarded;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.http.IfMatch;
import io.bailiwick.http.Wire;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.OneOf;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Amounts are decimals in texts, for a number of JSON is read as floating by many. */
@RestController
class BillingApi {
    private final Billings billings;

    BillingApi(Billings billings) {
        this.billings = billings;
    }

    /** A partner as answered; what is null is not set. `partner` is its key. */
    record Answer(
            String partner,
            String name,
            @OneOf(Standing.class) String standing,
            @Nullable String currency,
            @Nullable String balance,
            @Nullable String creditLimit,
            @Nullable String lowBalanceThreshold,
            long version) {
        static Answer of(Billing billing) {
            var terms = billing.terms();
            return new Answer(
                    billing.partner().key(),
                    billing.partner().name(),
                    billing.standing().word(),
                    terms == null ? null : terms.currency().getCurrencyCode(),
                    plain(terms, terms == null ? null : terms.balance()),
                    plain(terms, terms == null ? null : terms.creditLimit()),
                    plain(terms, terms == null ? null : terms.lowBalance()),
                    terms == null ? 0 : terms.version());
        }

        private static @Nullable String plain(@Nullable Terms terms, @Nullable BigDecimal amount) {
            return terms == null || amount == null ? null : terms.money(amount).plain();
        }
    }

    /** The same with a page of its entries. */
    record Statement(
            String partner,
            String name,
            @OneOf(Standing.class) String standing,
            @Nullable String currency,
            @Nullable String balance,
            @Nullable String creditLimit,
            @Nullable String lowBalanceThreshold,
            long version,
            Page<EntryAnswer> entries) {
        static Statement of(Answer answer, Page<EntryAnswer> entries) {
            return new Statement(
                    answer.partner(),
                    answer.name(),
                    answer.standing(),
                    answer.currency(),
                    answer.balance(),
                    answer.creditLimit(),
                    answer.lowBalanceThreshold(),
                    answer.version(),
                    entries);
        }
    }

    /** An entry as answered. */
    record EntryAnswer(
            long number,
            String key,
            String amount,
            String balance,
            String text,
            Instant createdAt,
            @Nullable String createdBy) {
        static EntryAnswer of(Entry entry) {
            return new EntryAnswer(
                    entry.number(),
                    entry.key(),
                    entry.amount().plain(),
                    entry.balance().plain(),
                    entry.text(),
                    entry.createdAt(),
                    entry.createdBy().nameOrNull());
        }
    }

    @GetMapping("/api/v1/billing")
    @Guarded(area = PanelArea.BILLING, action = Action.READ)
    Page<Answer> list(
            Actor actor,
            @RequestParam(defaultValue = "") String q,
            @OneOf(Standing.class) @RequestParam(defaultValue = "") String standing,
            PageRequest page) {
        return billings.list(actor, q, standing.isEmpty() ? null : standing(standing), page)
                .map(Answer::of);
    }

    @GetMapping("/api/v1/billing/{partner}")
    @Guarded(area = PanelArea.BILLING, action = Action.READ)
    ResponseEntity<Statement> show(Actor actor, @PathVariable String partner, PageRequest page) {
        var billing = billings.get(actor, partner);
        var answer = Answer.of(billing);
        return ResponseEntity.ok()
                .eTag(Long.toString(answer.version()))
                .body(Statement.of(
                        answer, billings.entries(actor, billing, page).map(EntryAnswer::of)));
    }

    @PutMapping("/api/v1/billing/{partner}/terms")
    @Guarded(area = PanelArea.BILLING_MANAGEMENT, action = Action.UPDATE)
    ResponseEntity<Answer> set(Actor actor, @PathVariable String partner, IfMatch match, @RequestBody TermsForm form) {
        billings.set(actor, partner, match.version(), form);
        var answer = Answer.of(billings.get(actor, partner));
        return ResponseEntity.ok().eTag(Long.toString(answer.version())).body(answer);
    }

    @PostMapping("/api/v1/billing/{partner}/entries")
    @Wire(statuses = {201, 200})
    @Guarded(area = PanelArea.BILLING_MANAGEMENT, action = Action.CREATE)
    ResponseEntity<EntryAnswer> book(Actor actor, @PathVariable String partner, @RequestBody EntryForm form) {
        var booked = billings.book(actor, partner, form);
        return ResponseEntity.status(booked.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(EntryAnswer.of(booked.entry()));
    }

    private static Standing standing(String word) {
        return Standing.of(word)
                .orElseThrow(() -> new Refusal.Invalid("standing", "Ask for `fine`, `low`, `over` or `unset`."));
    }
}
