/* The pages of a queue. */
#include "join.h"
#include "print.h"

#include "rapor/assess/standing.h"
#include "rapor/base/arena.h"
#include "rapor/base/failure.h"
#include "rapor/paint/paint.h"
#include "rapor/session/attach.h"

#include <string.h>

#define SINGLE_FOLDER "satuan/"

/* A queue in the making. */
struct press_run {
    struct print_run *run;
    size_t document;
    struct arena *arena;
    struct doc doc;
    struct pages all;
    const char *file;
};

static bool is_signed(const GByteArray *paper)
{
    static const char mark[] = "/ByteRange";
    return memmem(paper->data, paper->len, mark, strlen(mark)) != NULL;
}

static const char *name_of(const struct record *record)
{
    const char *path = record->entry ? record->entry : record->file;
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static void note_line(struct press_run *press, const struct queued *paper, const char *file,
                      size_t pages)
{
    const struct print_line line = {file, pages > 0 ? press->all.count + 1 : 0, pages, *paper};
    g_array_append_val(press->run->lines, line);
    press->run->count->papers++;
}

/* What was signed elsewhere cannot be set anew: it is there as it is, to be printed by itself. */
static bool add_single(struct press_run *press, const struct queued *paper, const GByteArray *bytes,
                       GError **error)
{
    const char *name = name_of(paper->record);
    if (!is_signed(bytes))
        return fail(error, FAILURE_DATA,
                    "%s: what is in the folder shows something else than what would be printed\n"
                    "hint: name the layouts, fonts and register that it was built with, or build "
                    "it again",
                    name);
    const char *file = arena_printf(press->run->session->arena, SINGLE_FOLDER "%s", name);
    note_line(press, paper, file, 0);
    press->run->count->single++;
    return print_add(press->run, file, bytes, error);
}

static const char *title_of(const struct queued *paper, struct arena *arena)
{
    const char *number = paper->record->number;
    return arena_printf(arena, "%s%s%s%s%s", paper->code, *paper->code ? " " : "", paper->name,
                        number ? " – " : "", number ? number : "");
}

static bool shows_the_same(const struct queued *paper, const struct pages *pages)
{
    g_autofree char *content = attach_content(pages);
    return !paper->record->content || strcmp(content, paper->record->content) == 0;
}

static bool join_paper(struct press_run *press, const struct queued *paper, struct pages *pages,
                       GError **error)
{
    struct print_run *run = press->run;
    const bool same = shows_the_same(paper, pages);
    g_autoptr(GByteArray) bytes =
        same && pages->signing_count == 0 ? NULL : opened_paper(&run->opened, paper->record, error);
    if (!bytes && (!same || pages->signing_count > 0))
        return false;
    if (!same)
        return add_single(press, paper, bytes, error);
    const struct joint joint = {.title = title_of(paper, press->arena),
                                .level = paper->heap ? 2 : 1,
                                .is_signed = bytes && is_signed(bytes),
                                .even = run->terms->duplex};
    run->count->waiting += bytes && !joint.is_signed;
    note_line(press, paper, press->file, pages->count);
    join_add(&press->all, pages, &joint);
    return true;
}

static bool add_paper(struct press_run *press, const struct queued *paper, GError **error)
{
    struct pages *pages =
        session_pages(press->run->session, press->document, paper->subject, press->arena, error);
    return pages && join_paper(press, paper, pages, error);
}

/* The separator lies on a sheet of its own, also where both sides are printed. */
static bool add_separator(struct press_run *press, const struct queued *first, size_t count,
                          GError **error)
{
    struct print_run *run = press->run;
    const char *file = run->session->evaluation->instrument->documents[press->document].file;
    const struct heap heap = {.title = first->heap,
                              .of = arena_strndup(press->arena, file, strcspn(file, ".")),
                              .first = title_of(first, press->arena),
                              .last = title_of(&first[count - 1], press->arena),
                              .count = count};
    run->session->heap = &heap;
    struct pages *pages = session_pages(run->session, run->separator, NONE, press->arena, error);
    run->session->heap = NULL;
    if (!pages)
        return false;
    join_add(&press->all, pages, &(struct joint){.even = run->terms->duplex});
    return true;
}

static bool add_heap(struct press_run *press, const struct queued *first, size_t count,
                     GError **error)
{
    if (first->heap)
        join_bookmark(&press->all, first->heap, 1);
    if (press->run->terms->separators && press->run->separator != NONE &&
        !add_separator(press, first, count, error))
        return false;
    for (size_t i = 0; i < count; i++)
        if (!add_paper(press, &first[i], error))
            return false;
    return true;
}

static bool paint_queue(struct press_run *press, GError **error)
{
    struct print_run *run = press->run;
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    for (size_t i = 0; run->terms->bleed >= 0 && i < press->all.count; i++)
        join_cut(&press->all.items[i], run->terms->bleed);
    if (!painter_archival.paint(&press->all, run->session->press, (struct excerpt){0, 1}, bytes,
                                error))
        return false;
    run->count->queues++;
    run->count->pages += press->all.count;
    return print_add(run, press->file, bytes, error);
}

static struct press_run begin(struct print_run *run, size_t document, struct arena *arena)
{
    const struct evaluation *evaluation = run->session->evaluation;
    const char *file = evaluation->instrument->documents[document].file;
    const int stem = (int)strcspn(file, ".");
    const char *date = evaluation->letter.date ? evaluation->letter.date : evaluation->decree.date;
    return (struct press_run){
        .run = run,
        .document = document,
        .arena = arena,
        .doc = {.arena = arena,
                .name = file,
                .title = arena_printf(arena, "Cetak: %.*s, tahun %s", stem, file, evaluation->year),
                .author = evaluation->issuer.name,
                .language = "id",
                .date = date},
        .file = arena_printf(run->session->arena, "cetak-%.*s.pdf", stem, file),
    };
}

bool print_queue(struct print_run *run, size_t document, const GArray *queue, GError **error)
{
    struct press_run press = begin(run, document, arena_create());
    const struct queued *papers = (const struct queued *)(const void *)queue->data;
    bool added = true;
    join_begin(&press.all, &press.doc);
    for (size_t i = 0, count; added && i < queue->len; i += count) {
        count = queue_heap(queue, i);
        added = add_heap(&press, &papers[i], count, error);
    }
    added = added && (press.all.count == 0 || paint_queue(&press, error));
    arena_destroy(press.arena);
    return added;
}
