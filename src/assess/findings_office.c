#include "rapor/assess/findings_office.h"

#include "office_name.h"
#include "rapor/assess/sites.h"
#include "rapor/assess/standing.h"
#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"
#include "rapor/base/language.h"

#include <glib.h>
#include <string.h>

/* Bytes of a link whose code has modules of a third of a millimetre where it is 22 mm wide:
 * version 10 of ISO/IEC 18004 at level M, with its margin. */
#define LINK_MOST 213

/* One look through an evaluation. */
struct office_look {
    const struct evaluation *evaluation;
    const struct sites *sites; /* or NULL */
    struct diagnostics *diagnostics;
    struct arena *arena;
};

/* Warns about an institution where it stands in the file, or (NONE) about the whole. */
static void warn(const struct office_look *look, size_t institution, const char *id,
                 const char *text, const char *hint)
{
    struct diagnostic diagnostic = {
        .severity = SEVERITY_WARNING,
        .id = id,
        .file = look->sites ? look->sites->source.name : NULL,
        .text = text,
        .hint = hint,
    };
    const bool kept = diagnostics_count(look->diagnostics, SEVERITY_WARNING) < DIAGNOSTICS_KEPT;
    if (look->sites && institution != NONE && kept)
        diagnostic = sites_placed(look->sites, institution, &diagnostic, look->arena);
    diagnostics_add(look->diagnostics, &diagnostic);
}

/* The names of those of COUNT things that were not given, with commas; NULL where all were. */
static const char *missing_of(const struct office_look *look, const char *const *names,
                              const char *const *values, size_t count)
{
    g_autoptr(GString) list = g_string_new(NULL);
    for (size_t i = 0; i < count; i++)
        if (!values[i])
            g_string_append_printf(list, "%s%s", list->len > 0 ? ", " : "", names[i]);
    return list->len > 0 ? arena_strdup(look->arena, list->str) : NULL;
}

static bool makes(const struct office_look *look, const char *kind)
{
    const struct instrument *instrument = look->evaluation->instrument;
    for (size_t i = 0; i < instrument->document_count; i++)
        if (strcmp(instrument->documents[i].kind, kind) == 0)
            return true;
    return false;
}

static const struct signatory *signer_of(const struct office_look *look, const char *kind)
{
    for (size_t i = 0; i < look->evaluation->signatory_count; i++)
        if (strcmp(look->evaluation->signatories[i].document, kind) == 0)
            return &look->evaluation->signatories[i];
    return NULL;
}

static void look_at_signers(const struct office_look *look)
{
    static const char *const kinds[] = {"decree", "certificate", "letter", "report"};
    const char *signers[G_N_ELEMENTS(kinds)];
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++)
        signers[i] = !makes(look, kinds[i]) || signer_of(look, kinds[i]) ? "" : NULL;
    const char *missing = missing_of(look, kinds, signers, G_N_ELEMENTS(kinds));
    if (missing)
        warn(look, NONE, "signatory-missing",
             arena_printf(look->arena, _("nobody signs: %s"), missing),
             _("add <signatory document=\"...\" name=\"...\" office=\"...\"/> for each"));
}

static void look_at_head(const struct office_look *look)
{
    static const char *const names[] = {"number", "date", "place"};
    const struct decree *decree = &look->evaluation->decree;
    const struct letter *letter = &look->evaluation->letter;
    const char *const decreed[] = {decree->number, decree->date, decree->place};
    const char *const written[] = {letter->number, letter->date};
    const char *of_decree = missing_of(look, names, decreed, G_N_ELEMENTS(decreed));
    const char *of_letter = missing_of(look, names, written, G_N_ELEMENTS(written));
    if (!look->evaluation->issuer.name)
        warn(look, NONE, "issuer-missing",
             _("nobody issues the papers: they have no letterhead and no name"),
             _("add <issuer name=\"...\" office=\"...\"/>"));
    if (of_decree && makes(look, "decree") && g_strcmp0(decree->status, "draft") != 0)
        warn(look, NONE, "decree-incomplete",
             arena_printf(look->arena, _("the decree has no %s"), of_decree),
             _("add what is missing to <decree>, or status=\"draft\""));
    if (of_letter && makes(look, "letter") && g_strcmp0(decree->status, "draft") != 0)
        warn(look, NONE, "letter-incomplete",
             arena_printf(look->arena, _("letters have no %s"), of_letter),
             _("add what is missing to <letter>"));
    look_at_signers(look);
}

/* A decree has the number of the year in which it is signed. */
static void look_at_year(const struct office_look *look)
{
    const struct decree *decree = &look->evaluation->decree;
    if (decree->year && decree->date && strncmp(decree->date, decree->year, 4) != 0)
        warn(look, NONE, "decree-year",
             arena_printf(look->arena, _("the decree has a number of %s, but the date %s"),
                          decree->year, decree->date),
             _("correct the year or the date of <decree>"));
}

static void look_at_letters(const struct office_look *look)
{
    const struct evaluation *evaluation = look->evaluation;
    const struct letter *letter = &evaluation->letter;
    if (letter->date && evaluation->decree.date &&
        strcmp(letter->date, evaluation->decree.date) < 0)
        warn(look, NONE, "letter-date",
             arena_printf(look->arena,
                          _("letters of %s are older than the decree of %s that they bring"),
                          letter->date, evaluation->decree.date),
             _("correct the date of <letter> or <decree>"));
    if (letter->number && evaluation->institution_count > 1 && !strstr(letter->number, "{n}") &&
        !strstr(letter->number, "{code}"))
        warn(look, NONE, "letter-one-number",
             arena_printf(look->arena, _("all letters have the number %s"), letter->number),
             _("write {n} where the running number goes"));
}

static bool has_word(const char *words, const char *word, size_t length)
{
    g_auto(GStrv) all = g_strsplit(words, " ", -1);
    for (size_t i = 0; all[i]; i++)
        if (strlen(all[i]) == length && strncmp(all[i], word, length) == 0)
            return true;
    return false;
}

/* Who writes to GROUP: whoever signs for it, or else for all. */
static const struct signatory *writer_to(const struct office_look *look, const struct group *group)
{
    const struct signatory *any = NULL;
    for (size_t i = 0; i < look->evaluation->signatory_count; i++) {
        const struct signatory *one = &look->evaluation->signatories[i];
        if (strcmp(one->document, "letter") != 0)
            continue;
        if (one->groups && has_word(one->groups, group->id, strlen(group->id)))
            return one;
        if (!one->groups)
            any = one;
    }
    return any;
}

/* How many letters go to a group; the first of them in FIRST. */
static size_t letters_to(const struct office_look *look, size_t group, size_t *first)
{
    const struct evaluation *evaluation = look->evaluation;
    size_t count = 0;
    for (size_t i = 0; i < evaluation->institution_count; i++) {
        const struct institution *one = &evaluation->institutions[i];
        if (one->group != group || g_strcmp0(evaluation->issuer.institution, one->code) == 0)
            continue;
        if (count++ == 0)
            *first = i;
    }
    return count;
}

static void look_at_writers(const struct office_look *look)
{
    const struct instrument *instrument = look->evaluation->instrument;
    for (size_t g = 0; g < instrument->group_count; g++) {
        const struct group *group = &instrument->groups[g];
        const struct signatory *writer = writer_to(look, group);
        size_t first = NONE, count = letters_to(look, g, &first);
        if (!group->signers || !writer || !writer->office || count == 0 ||
            has_word(group->signers, writer->office, strcspn(writer->office, " ")))
            continue;
        warn(look, first, "letter-signer",
             arena_printf(look->arena, _("%zu letter%s to %s: signed by %s, where %s writes"),
                          count, count == 1 ? "" : "s", group->name, writer->office,
                          group->signers),
             _("add <signatory document=\"letter\" groups=\"...\"/> for them"));
    }
}

static void look_at_link(const struct office_look *look)
{
    const char *url = look->evaluation->issuer.url;
    const size_t rest = strlen("/v/2021/") + 8 + strlen("//SEAL5678/");
    if (url && strlen(url) + rest > LINK_MOST)
        warn(look, NONE, "link-dense",
             arena_printf(look->arena,
                          _("QR codes with %zu letters are too dense to be read from paper"),
                          strlen(url) + rest),
             _("give a shorter url to <issuer>"));
}

static void look_at_name(const struct office_look *look, GHashTable *names, size_t number)
{
    const struct institution *one = &look->evaluation->institutions[number];
    const char *odd = office_name_fault(one->name);
    g_autofree char *alike = office_name_folded(one->name);
    g_autofree char *key = g_strdup_printf("%s|%s", one->parent ? one->parent : "", alike);
    const size_t before = GPOINTER_TO_SIZE(g_hash_table_lookup(names, key));
    if (odd)
        warn(look, number, "name-odd", arena_printf(look->arena, "\"%s\" %s", one->name, odd),
             _("type the name anew"));
    if (before > 0)
        warn(look, number, "name-twice",
             arena_printf(look->arena, _("%s is the name of %s and of %s"), one->name,
                          look->evaluation->institutions[before - 1].code, one->code),
             _("give each institution its own name"));
    else
        g_hash_table_insert(names, g_steal_pointer(&key), GSIZE_TO_POINTER(number + 1));
}

/* A code such as 13.01 belongs to region 13, where there is one. */
static void look_at_region(const struct office_look *look, size_t number)
{
    const struct evaluation *evaluation = look->evaluation;
    const struct institution *one = &evaluation->institutions[number];
    const size_t length = strcspn(one->code, ".");
    for (size_t r = 0; r < evaluation->region_count && one->region != NONE; r++) {
        const struct region *region = &evaluation->regions[r];
        if (r == one->region || strlen(region->code) != length ||
            strncmp(region->code, one->code, length) != 0)
            continue;
        warn(look, number, "region-other",
             arena_printf(look->arena, _("%s has the code of %s, but stands under %s"), one->name,
                          region->name, evaluation->regions[one->region].name),
             _("correct its code or its region"));
    }
}

static void look_at_sessions(const struct office_look *look, size_t number)
{
    const struct institution *one = &look->evaluation->institutions[number];
    bool led = !one->records || one->records->meeting_count == 0;
    for (size_t m = 0; !led && m < one->records->meeting_count; m++) {
        const struct meeting *meeting = &one->records->meetings[m];
        for (size_t i = 0; i < meeting->assessor_count; i++)
            led |= g_strcmp0(meeting->assessors[i].role, "lead") == 0;
    }
    if (!led)
        warn(look, number, "session-lead",
             arena_printf(look->arena, _("%s: no session has an assessor who leads and signs"),
                          one->name),
             _("write role=\"lead\" for one of them"));
}

/* What was granted shows in the final level. */
static void look_at_claims(const struct office_look *look, size_t number)
{
    const struct institution *one = &look->evaluation->institutions[number];
    const struct objection *objection = one->records ? one->records->objection : NULL;
    for (size_t i = 0; objection && one->levels && i < objection->claim_count; i++) {
        const struct claim *claim = &objection->claims[i];
        if (claim->outcome == OUTCOME_ACCEPTED && one->levels[claim->indicator] < claim->level)
            warn(look, number, "claim-level",
                 arena_printf(
                     look->arena,
                     _("%s: the objection to indicator %s was accepted, but its level is less"),
                     one->name, look->evaluation->instrument->indicators[claim->indicator].no),
                 _("correct the level, or the outcome of the claim"));
    }
}

void findings_add_office(const struct standings *standings, const struct sites *sites,
                         struct diagnostics *diagnostics)
{
    const struct office_look look = {standings->evaluation, sites, diagnostics, arena_create()};
    g_autoptr(GHashTable) names = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    look_at_head(&look);
    look_at_year(&look);
    look_at_letters(&look);
    look_at_writers(&look);
    look_at_link(&look);
    for (size_t i = 0; i < look.evaluation->institution_count; i++) {
        look_at_name(&look, names, i);
        look_at_region(&look, i);
        look_at_sessions(&look, i);
        look_at_claims(&look, i);
    }
    arena_destroy(look.arena);
}
