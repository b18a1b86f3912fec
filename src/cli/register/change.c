/* What changes the register by hand: reserve, withdraw, delivered. */
#include "../json.h"
#include "register.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/import/receipts.h"
#include "rapor/register/registry.h"

#include <stdio.h>
#include <string.h>

static bool check_reserve(const struct options *given, GError **error)
{
    if (!given->kind || !given->year)
        return fail(error, FAILURE_USAGE, "register reserve: --%s is missing",
                    given->kind ? "year" : "kind");
    if (given->open)
        return !(given->from || given->to || given->pattern) ||
               fail(error, FAILURE_USAGE, "register reserve: --open goes without numbers");
    if (given->pattern && !strstr(given->pattern, "{n}"))
        return fail(error, FAILURE_USAGE,
                    "register reserve: \"%s\" has no {n}, so all papers would have one number",
                    given->pattern);
    return (given->from > 0 && given->to >= given->from) ||
           fail(error, FAILURE_USAGE,
                "register reserve: --from and --to say which numbers\n"
                "hint: such as --from 21 --to 600, or --open where they come at signing");
}

/* Without a pattern it is that of the evaluation, which may be any. */
static bool may_be_alike(const struct reserve *one, const struct reserve *other)
{
    return strcmp(one->kind, other->kind) == 0 && (!one->pattern || !other->pattern);
}

/* No number is reserved twice where both would be written alike. */
static bool check_overlap(const struct paper_register *papers, const struct reserve *wanted,
                          GError **error)
{
    for (size_t i = 0; i < papers->reserve_count; i++) {
        const struct reserve *had = &papers->reserves[i];
        const bool alike =
            g_strcmp0(had->pattern, wanted->pattern) == 0 || may_be_alike(had, wanted);
        if (!had->open && !wanted->open && alike && strcmp(had->year, wanted->year) == 0 &&
            wanted->from <= had->to && had->from <= wanted->to)
            return fail(error, FAILURE_DATA, "%u to %u are reserved already, for %s", had->from,
                        had->to, had->kind);
    }
    return true;
}

static int run_reserve(struct call *call, GError **error)
{
    const struct options *given = &call->options;
    const struct reserve wanted = {
        .kind = given->kind,
        .year = given->year,
        .from = (uint32_t)given->from,
        .to = (uint32_t)given->to,
        .pattern = given->pattern,
        .open = given->open,
    };
    if (!check_reserve(given, error))
        return FAILURE_USAGE;
    struct registry *registry = registry_open(register_path(call), true, call->diagnostics, error);
    if (!registry)
        return FAILURE_DATA;
    if (check_overlap(registry_papers(registry), &wanted, error)) {
        register_add_reserve(registry_papers(registry), &wanted);
        registry_save(registry, error);
    }
    registry_close(registry);
    return FAILURE_NONE;
}

/* The edition that is in force. */
static struct paper *find_issued(const struct paper_register *papers, const struct options *given)
{
    struct paper *found = NULL;
    for (size_t i = 0; i < papers->paper_count; i++) {
        struct paper *paper = papers->papers[i];
        if (paper->state == PAPER_ISSUED && strcmp(paper->kind, given->kind) == 0 &&
            g_strcmp0(paper->code, given->institution) == 0 &&
            (!given->year || strcmp(paper->year, given->year) == 0))
            found = paper;
    }
    return found;
}

static bool withdraw(struct call *call, struct registry *registry, const char *date, GError **error)
{
    const struct options *given = &call->options;
    struct paper *paper = find_issued(registry_papers(registry), given);
    if (!paper)
        return fail(error, FAILURE_DATA, "no %s of %s is in force", given->kind,
                    given->institution ? given->institution : "the nation");
    paper->state = PAPER_WITHDRAWN;
    paper->reason = given->reason;
    paper->by = given->by;
    paper->since = date;
    return registry_save(registry, error);
}

static int run_withdraw(struct call *call, GError **error)
{
    const struct options *given = &call->options;
    if (!given->kind || !given->reason) {
        fail(error, FAILURE_USAGE, "register withdraw: --%s is missing",
             given->kind ? "reason" : "kind");
        return FAILURE_USAGE;
    }
    const char *date = register_date(call, error);
    struct registry *registry =
        date ? registry_open(register_path(call), false, call->diagnostics, error) : NULL;
    if (registry)
        withdraw(call, registry, date, error);
    registry_close(registry);
    return FAILURE_NONE;
}

const struct register_action register_reserve_action = {"reserve", 0, 0, "", run_reserve};
const struct register_action register_withdraw_action = {"withdraw", 0, 0, "", run_withdraw};

/* A receipt is for what is out: of one institution, or of one kind of it. */
static size_t note_receipt(const struct paper_register *papers, const struct receipt *receipt)
{
    size_t count = 0;
    for (size_t i = 0; i < papers->paper_count; i++) {
        struct paper *paper = papers->papers[i];
        if (paper->state != PAPER_ISSUED || g_strcmp0(paper->code, receipt->code) != 0 ||
            (receipt->kind && strcmp(paper->kind, receipt->kind) != 0))
            continue;
        paper->delivered = receipt->date;
        paper->receiver = receipt->receiver;
        count++;
    }
    return count;
}

static bool note_receipts(const struct call *call, struct registry *registry,
                          const GArray *receipts, GError **error)
{
    size_t count = 0;
    for (guint i = 0; i < receipts->len; i++) {
        const struct receipt *receipt = &g_array_index(receipts, struct receipt, i);
        const size_t noted = note_receipt(registry_papers(registry), receipt);
        if (noted == 0)
            return fail(error, FAILURE_DATA, "%s: row %zu: nothing%s%s of %s is in force",
                        call->options.inputs[1], receipt->row, receipt->kind ? " of kind " : "",
                        receipt->kind ? receipt->kind : "", receipt->code);
        count += noted;
    }
    if (!registry_save(registry, error))
        return false;
    fprintf(stderr, _("%s: %zu paper%s delivered\n"), register_path(call), count,
            count == 1 ? "" : "s");
    return true;
}

static int run_delivered(struct call *call, GError **error)
{
    g_autoptr(GArray) receipts = receipts_read(call->options.inputs[1], call->arena, error);
    struct registry *registry =
        receipts ? registry_open(register_path(call), false, call->diagnostics, error) : NULL;
    if (registry)
        note_receipts(call, registry, receipts, error);
    registry_close(registry);
    return FAILURE_NONE;
}

const struct register_action register_delivered_action = {"delivered", 1, 1, "a CSV of receipts",
                                                          run_delivered};
