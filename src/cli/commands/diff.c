#include "../command.h"
#include "../guard/guard.h"
#include "../output.h"
#include "../subject.h"

#include "rapor/assess/changes.h"
#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/pack/manifest.h"
#include "rapor/pack/table_format.h"
#include "rapor/paint/paint.h"
#include "rapor/register/paper_changes.h"

#include <stdio.h>
#include <string.h>

#define NOTE_FORM "pdf"
#define NOTE_KIND "changes"

static const struct option options[] = {
    {"format", 'f', OPTION_TEXT, offsetof(struct options, format), "text|csv|csv-id|json|xlsx|pdf",
     N_("how it is written")},
    {"output", 'o', OPTION_TEXT, offsetof(struct options, output), "FILE",
     N_("write to FILE (-: standard output)")},
    {"json", 0, OPTION_FLAG, offsetof(struct options, json), NULL, N_("the same as -f json")},
    {0},
};

static const char *form_name(const struct options *given)
{
    const char *dot = given->output ? strrchr(given->output, '.') : NULL;
    return given->json ? "json" : given->format ? given->format : dot ? dot + 1 : "text";
}

static const struct table_format *form_of(const struct options *given)
{
    const struct table_format *form = table_format_find(form_name(given));
    return form ? form : &table_text;
}

/* The note on changes, which is set. */
static bool is_note(const struct options *given)
{
    return strcmp(form_name(given), NOTE_FORM) == 0;
}

static bool print(const struct call *call, const struct ranking *table, GError **error)
{
    const struct table_format *form = form_of(&call->options);
    if (form == &table_xlsx && output_is_terminal(call->options.output))
        return fail(error, FAILURE_USAGE,
                    "a workbook is nothing for a terminal\nhint: add -o FILE");
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    return form->write(table, 0, bytes, error) &&
           output_write(call->options.output, bytes->data, bytes->len, error);
}

/* Of two built folders. */
static const struct ranking *compare_folders(const struct call *call, char **folders,
                                             GError **error)
{
    g_autoptr(GPtrArray) old = g_ptr_array_new(), new = g_ptr_array_new();
    if (!manifest_read_files(folders[0], old, call->arena, error) ||
        !manifest_read_files(folders[1], new, call->arena, error))
        return NULL;
    struct paper_changes changes = paper_changes_of(old, new, call->arena);
    g_autofree char *text = paper_changes_text(&changes);
    g_ptr_array_unref(changes.resend);
    fprintf(stderr, "%s: %s\n", folders[1], text ? text : _("nothing differs"));
    return changes.table;
}

static bool diff_folders(struct call *call, GError **error)
{
    const struct ranking *table = compare_folders(call, call->options.inputs, error);
    return table && print(call, table, error);
}

static bool paint_note(const struct call *call, struct session *session, size_t document,
                       GError **error)
{
    struct arena *arena = arena_create();
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    struct pages *pages = session_pages(session, document, NONE, arena, error);
    const bool painted = pages && painter_archival.paint(pages, session->press,
                                                         (struct excerpt){0, 1}, bytes, error);
    arena_destroy(arena);
    return painted && output_write(call->options.output, bytes->data, bytes->len, error);
}

static bool write_note(const struct call *call, const struct session *old, struct session *session,
                       const struct ranking *institutions, GError **error)
{
    static const char *const kinds[] = {NOTE_KIND, NULL};
    char **folders = call->options.inputs + 2;
    struct changes_note comparison = {.before = old->evaluation->digest,
                                      .institutions = institutions};
    if (output_is_terminal(call->options.output))
        return fail(error, FAILURE_USAGE, "a PDF is nothing for a terminal\nhint: add -o FILE");
    if (*folders && !(comparison.papers = compare_folders(call, folders, error)))
        return false;
    const size_t document = find_document(session->evaluation->instrument, NOTE_KIND, error);
    session->standings->comparison = &comparison;
    const bool written = document != NONE && session_open_layouts(session, kinds, error) &&
                         paint_note(call, session, document, error);
    session->standings->comparison = NULL;
    return written;
}

static bool diff_evaluations(struct call *call, GError **error)
{
    const struct options *given = &call->options;
    const struct places places = {given->layouts, given->fonts, given->emblem, false};
    struct session *old = session_open(given->inputs[0], places, call->diagnostics, error);
    struct session *new =
        old ? session_open(given->inputs[1], places, call->diagnostics, error) : NULL;
    bool done = new != NULL;
    if (new) {
        const struct ranking *table = changes_of(old->standings, new->standings, call->arena);
        fprintf(stderr,
                table->row_count == 1 ? _("%s: %zu institution differs\n")
                                      : _("%s: %zu institutions differ\n"),
                given->inputs[1], table->row_count);
        done =
            is_note(given) ? write_note(call, old, new, table, error) : print(call, table, error);
    }
    session_close(new);
    session_close(old);
    return done;
}

/* Two of a kind; of evaluations the note may tell of the folders made of them as well. */
static bool check_inputs(const struct options *given, GError **error)
{
    char **inputs = given->inputs;
    const size_t count = g_strv_length(inputs);
    const bool folders = g_file_test(inputs[0], G_FILE_TEST_IS_DIR);
    if (folders != g_file_test(inputs[1], G_FILE_TEST_IS_DIR))
        return fail(error, FAILURE_USAGE,
                    "a folder and a file cannot be compared\nhint: name two "
                    "evaluations, or two built folders");
    if (is_note(given) && folders)
        return fail(error, FAILURE_USAGE,
                    "a note on changes is made of evaluations\n"
                    "hint: rapor diff OLD NEW %s %s -o FILE.pdf, where OLD and NEW are what the "
                    "folders were made of",
                    inputs[0], inputs[1]);
    if (count == 2)
        return true;
    if (!is_note(given))
        return fail(error, FAILURE_USAGE,
                    "folders beside evaluations are for the note on changes\n"
                    "hint: add -o FILE.pdf, or name the two folders alone");
    return count == 4 || fail(error, FAILURE_USAGE, "the second folder is missing");
}

static int run(struct call *call, GError **error)
{
    if (!guard_enter(call, error))
        return FAILURE_UNAVAILABLE;
    if (!check_inputs(&call->options, error))
        return FAILURE_USAGE;
    const bool folders = g_file_test(call->options.inputs[0], G_FILE_TEST_IS_DIR);
    folders ? diff_folders(call, error) : diff_evaluations(call, error);
    return FAILURE_NONE;
}

const struct command command_diff = {
    .name = "diff",
    .operands = "OLD NEW [OLDDIR NEWDIR]",
    .summary = N_("tell what has changed, for whom"),
    .examples =
        N_("rapor diff nilai.xml koreksi.xml              # indices, grades, ranks, levels\n"
           "rapor diff nilai.xml koreksi.xml -o perubahan.xlsx\n"
           "rapor diff hasil-lama hasil                   # papers, and what to send again\n"
           "rapor diff nilai.xml koreksi.xml hasil-lama hasil -o catatan-perubahan.pdf\n"),
    .about =
        N_("OLD and NEW are two evaluations, or two folders that build made.  Of evaluations,\n"
           "each institution whose index, grade, place or levels differ; of folders, each\n"
           "paper that shows something else (changed), was signed (signed) or differs\n"
           "otherwise, as in attached data (data), and each archive that is to be sent again.\n"
           "As a PDF, it is a note for the file on what two evaluations changed, and on what\n"
           "differs in the folders made of them where these are named as well.\n"),
    .options = (const struct option *const[]){options, options_reading, options_typesetting,
                                              options_guarded, options_all, NULL},
    .inputs_min = 2,
    .inputs_max = 4,
    .inputs = N_("OLD or NEW"),
    .run = run,
};
