#include "register.h"

#include "../commands.h"
#include "../guard/guard.h"
#include "../json.h"
#include "../suggest.h"

#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/read/register.h"
#include "rapor/register/registry.h"

#include <string.h>

static const struct option options[] = {
    {"register", 0, OPTION_TEXT, offsetof(struct options, registry), "FILE",
     N_("the register (register.xml)")},
    {"kind", 0, OPTION_TEXT, offsetof(struct options, kind), "KIND", N_("of document")},
    {"institution", 0, OPTION_TEXT, offsetof(struct options, institution), "CODE",
     N_("of whom a paper is")},
    {"year", 0, OPTION_TEXT, offsetof(struct options, year), "YEAR", N_("that was assessed")},
    {"state", 0, OPTION_TEXT, offsetof(struct options, state), "reserved|issued|replaced|withdrawn",
     N_("list: only papers in this state")},
    {"format", 'f', OPTION_TEXT, offsetof(struct options, format), "TABLE-FORMAT",
     N_("list: how it is written")},
    {"output", 'o', OPTION_TEXT, offsetof(struct options, output), "FILE",
     N_("list: write to FILE")},
    {"from", 0, OPTION_NUMBER, offsetof(struct options, from), "N",
     N_("reserve: the first number")},
    {"to", 0, OPTION_NUMBER, offsetof(struct options, to), "N", N_("reserve: the last number")},
    {"pattern", 0, OPTION_TEXT, offsetof(struct options, pattern), "TEXT",
     N_("reserve: the number with {n} in it; also {security}, {code}, {year}")},
    {"open", 0, OPTION_FLAG, offsetof(struct options, open), NULL,
     N_("reserve: numbers and dates come at signing")},
    {"reason", 0, OPTION_TEXT, offsetof(struct options, reason), "TEXT", N_("withdraw: why")},
    {"by", 0, OPTION_TEXT, offsetof(struct options, by), "TEXT", N_("withdraw: by what act")},
    {"date", 0, OPTION_TEXT, offsetof(struct options, date), "DATE",
     N_("when it was; today, if not given")},
    {0},
};

static const struct register_action *const actions[] = {
    &register_reserve_action,  &register_list_action,  &register_show_action,
    &register_withdraw_action, &register_check_action, &register_delivered_action,
    &register_note_action,
};

const char *register_path(const struct call *call)
{
    return call->options.registry ? call->options.registry : REGISTER_DEFAULT;
}

const char *register_date(const struct call *call, GError **error)
{
    const char *given = call->options.date;
    g_autoptr(GDateTime) now = g_date_time_new_now_local();
    if (!given) {
        g_autofree char *today = g_date_time_format(now, "%Y-%m-%d");
        return arena_strdup(call->arena, today);
    }
    g_autofree char *noon = g_strdup_printf("%sT12:00:00Z", given);
    g_autoptr(GDateTime) date =
        strlen(given) == 10 ? g_date_time_new_from_iso8601(noon, NULL) : NULL;
    if (date)
        return given;
    fail(error, FAILURE_USAGE, "--date %s is not a date\nhint: write it as 2022-01-10", given);
    return NULL;
}

/* An evaluation, which others may have written, names a file in its own folder alone; the
 * sandbox leaves it no other (guard/guard.c).  PATH is NULL where none is named. */
static bool named_register(const struct call *call, const struct session *session,
                           const char **path, GError **error)
{
    const char *href = session->evaluation->registry;
    *path = call->options.registry;
    if (*path || !href)
        return true;
    g_autofree char *folder = g_path_get_dirname(call->options.inputs[0]);
    g_autofree char *whole = g_build_filename(folder, href, NULL);
    g_autofree char *name = g_path_get_basename(href);
    *path = arena_strdup(call->arena, whole);
    return strcmp(name, href) == 0 ||
           fail(error, FAILURE_DATA,
                "%s: the register that it names, %s, is not in its folder\nhint: say --register %s",
                call->options.inputs[0], href, href);
}

bool call_registry(struct call *call, struct session *session, struct registry **registry,
                   GError **error)
{
    const char *path;
    if (!named_register(call, session, &path, error))
        return false;
    if (!path)
        return true;
    const bool only_read = call->shard.count > 0 || call->command == &command_print;
    *registry = only_read ? registry_look(path, call->diagnostics, error)
                          : registry_open(path, true, call->diagnostics, error);
    if (*registry)
        session->papers = registry_papers(*registry);
    return *registry != NULL;
}

void register_json(GString *out, const struct paper *paper)
{
    const char *const texts[][2] = {
        {"kind", paper->kind},         {"code", paper->code},
        {"year", paper->year},         {"state", register_word(paper->state)},
        {"number", paper->number},     {"date", paper->date},
        {"dated", paper->dated},       {"seal", paper->seal},
        {"name", paper->name},         {"content", paper->content},
        {"plain", paper->plain},       {"file", paper->file},
        {"signer", paper->signer},     {"signed", paper->signed_at},
        {"reason", paper->reason},     {"by", paper->by},
        {"since", paper->since},       {"delivered", paper->delivered},
        {"receiver", paper->receiver},
    };
    json_begin(out, "paper");
    for (size_t i = 0; i < G_N_ELEMENTS(texts); i++)
        json_text(out, texts[i][0], texts[i][1]);
    json_number(out, "edition", paper->edition);
    json_end(out);
}

static const struct register_action *action_named(const char *name, GError **error)
{
    const char *names[G_N_ELEMENTS(actions)];
    for (size_t i = 0; i < G_N_ELEMENTS(actions); i++) {
        names[i] = actions[i]->name;
        if (strcmp(name, names[i]) == 0)
            return actions[i];
    }
    const struct choice choice = {N_("action of register"), names, G_N_ELEMENTS(names)};
    choice_has(&choice, name, error);
    return NULL;
}

static int run(struct call *call, GError **error)
{
    const struct register_action *action = action_named(call->options.inputs[0], error);
    if (!action)
        return FAILURE_USAGE;
    const size_t count = g_strv_length(call->options.inputs) - 1;
    if (count < action->inputs_min) {
        fail(error, FAILURE_USAGE, "register %s: %s is missing", action->name, _(action->inputs));
        return FAILURE_USAGE;
    }
    if (count > action->inputs_max) {
        fail(error, FAILURE_USAGE, "register %s: \"%s\" is an unexpected argument", action->name,
             call->options.inputs[1 + action->inputs_max]);
        return FAILURE_USAGE;
    }
    return guard_enter(call, error) ? action->run(call, error) : FAILURE_NONE;
}

const struct command command_register = {
    .name = "register",
    .operands = "reserve|list|show|withdraw|check|note|delivered [IN...]",
    .summary = N_("keep the register of numbers and issued papers"),
    .examples = N_(
        "rapor register reserve --kind letter --year 2021 --from 21 --to 600 \\\n"
        "    --pattern 'B/{n}/PD.02/2021'\n"
        "rapor register list --kind letter --state issued\n"
        "rapor register list -f csv-id -o register.csv\n"
        "rapor register show 13.01                    # or a number, or the code beside a QR code\n"
        "rapor register withdraw --kind letter --institution 13.01 --reason 'salah alamat'\n"
        "rapor register check nilai.xml hasil\n"
        "rapor register note nomor.csv hasil           # numbers and dates that came at signing\n"
        "rapor register delivered tanda-terima.csv\n"),
    .about =
        N_("reserve sets numbers aside: \"build --register\" gives them to new papers in the\n"
           "order of the evaluation, and they keep them for ever.  withdraw takes an issued\n"
           "paper out of force.  check compares the register with an evaluation and a built\n"
           "folder.  note takes numbers and dates that came at signing from a CSV with\n"
           "columns code, number, date, kind (a letter, if not given), and file: the paper as\n"
           "it is out, which takes the place of that in the folder.  delivered notes receipts\n"
           "from a CSV with columns code, date, receiver, and kind where not all papers of an\n"
           "institution are meant.  The register is replaced whole, under a lock, and nothing\n"
           "is ever taken out of it.\n"),
    .options =
        (const struct option *const[]){options, options_json, options_guarded, options_all, NULL},
    .inputs_min = 1,
    .inputs_max = 3,
    .inputs = N_("what to do"),
    .run = run,
};
