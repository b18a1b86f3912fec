#include "rapor/view/view.h"

#include "builder.h"
#include "insight.h"
#include "text.h"
#include "verification.h"
#include "writer.h"

#include "rapor/base/arena.h"
#include "rapor/base/digest.h"

#include <string.h>

/* An institution is built before it is known what will stand before it. */
static const uint32_t order_of_one = UINT32_MAX / 2;
enum { MOST_OF_ONE = 64 * 1024 }; /* bytes that hold the text of most institutions */

struct view {
    struct arena *arena;
    struct facts *facts;
    struct builder *builder;
    struct view_piece *fixed;                    /* what is there whatever the view is turned to */
    struct view_element *document, *root, *last; /* of that */
    struct view_element *paper;                  /* in it, with attributes of its own: */
    struct view_piece *told;
    const char *code;          /* of all; NULL: not asked for yet */
    struct view_piece *around; /* what else is shown but one institution */
    struct coverage coverage;  /* of that */
    struct view_element *around_last;
    enum per per;
    size_t subject;
    uint64_t wanted[PER_INSTITUTION + 1]; /* see view_want(); 0: nothing is told */
    uint64_t shown;                       /* of them, while it is turned */
    struct view_element *element;         /* of that; NULL: it is turned to nothing */
    struct view_element **lines;          /* of all institutions, while the view is turned to all */
    struct one {
        struct view_piece *piece; /* NULL: there is none */
        size_t institution;
        bool whole; /* false: some of them, as they are among all */
        struct view_element *element;
    } one, next; /* the one institution that is shown, and the one that is perhaps shown next */
    struct text_head *head;
    GString *personal;    /* what papers may say and no text does, such as personal numbers */
    const char **digests; /* of each institution; NULL: not asked for yet */
};

/* What is there whatever the view is turned to. */
static void build_fixed(struct view *view)
{
    const struct instrument *instrument = view->facts->standings->evaluation->instrument;
    view->fixed = view_piece_create(0);
    view->document = view_piece_document(view->fixed);
    view->root = build_results(view->builder, false, view->fixed, view->document);
    build_always(view->builder, view->fixed, view->root);
    if (instrument->tree && xmlDocGetRootElement(instrument->tree))
        view_piece_copy(view->fixed, view->root, xmlDocGetRootElement(instrument->tree));
    view->paper =
        view_piece_element(view->fixed, view->root, g_quark_from_static_string(rule_paper.name));
    view->last = view->root->last;
}

/* What is always there says it, or nothing does. */
static void note_personal(struct view *view)
{
    view->personal = g_string_new(NULL);
    for (const struct view_element *at = view->root->children; at; at = at->next)
        for (uint32_t i = 0; i < at->attribute_count; i++)
            if (at->attributes[i].personal)
                g_string_append_printf(view->personal, "%s\n", at->attributes[i].text);
}

struct view *view_create(const struct standings *standings)
{
    struct arena *arena = arena_create();
    struct view *view = ARENA_NEW(arena, struct view);
    view->arena = arena;
    view->facts = facts_of(standings, arena);
    view->builder = builder_create(view->facts, arena);
    view->lines =
        ARENA_ARRAY(arena, standings->evaluation->institution_count, struct view_element *);
    view->digests = ARENA_ARRAY(arena, standings->evaluation->institution_count, const char *);
    view->head = text_head_create();
    build_fixed(view);
    note_personal(view);
    return view;
}

void view_destroy(struct view *view)
{
    if (!view)
        return;
    view_piece_destroy(view->one.piece);
    view_piece_destroy(view->next.piece);
    view_piece_destroy(view->around);
    view_piece_destroy(view->fixed);
    view_piece_destroy(view->told);
    text_head_destroy(view->head);
    g_string_free(view->personal, TRUE);
    facts_close(view->facts);
    arena_destroy(view->arena);
}

void view_tell_paper(struct view *view, const struct view_paper *paper)
{
    view_piece_destroy(view->told);
    view->told = view_piece_create(0);
    build_paper(view->builder, paper, view->told, view->paper);
}

const char *view_seal(struct view *view, enum per per, size_t subject)
{
    if (per == PER_INSTITUTION)
        return insight_code(view->facts->insight, subject);
    if (per != PER_NATION)
        return NULL;
    if (!view->code)
        view->code = verification_of_all(view->facts->standings, view->arena);
    return view->code;
}

/* Cuts off the one institution, which may be shown again. */
static void hide_one(struct view *view)
{
    if (!view->one.piece)
        return;
    view_cut(view->root, view->around_last);
    if (view->one.whole) {
        view_piece_destroy(view->next.piece);
        view->next = view->one;
    } else {
        view_piece_destroy(view->one.piece);
    }
    view->one = (struct one){0};
}

/* Shows what stands around institutions, and nothing else. */
static void show_around(struct view *view, const struct coverage *coverage)
{
    hide_one(view);
    view_cut(view->root, view->last);
    view_piece_destroy(view->around);
    view->coverage = *coverage;
    view->around = view_piece_create(view_piece_order(view->fixed));
    build_around(view->builder, &view->coverage, view->around, view->root);
    view->around_last = view->root->last;
}

/* Adds those institutions that are covered; of all no more than a line. */
static void show_institutions(struct view *view)
{
    const struct standings *standings = view->facts->standings;
    const struct much much = {view->coverage.per != PER_NATION, view->shown};
    for (size_t i = 0; i < standings->evaluation->institution_count; i++)
        if (coverage_has(&view->coverage, standings, i))
            view->lines[i] = build_institution(view->builder, i, much, view->around, view->root);
}

/* The child of results with this name and this code. */
static struct view_element *find(const struct view *view, const char *name, const char *code)
{
    const GQuark called = g_quark_from_string(name), key = g_quark_from_string("code");
    for (struct view_element *at = view->root->children; at; at = at->next)
        if (at->name == called && strcmp(view_attribute(at, key)->text, code) == 0)
            return at;
    return NULL;
}

static struct view_element *show_many(struct view *view, enum per per, size_t subject)
{
    const struct evaluation *evaluation = view->facts->standings->evaluation;
    const struct coverage coverage = coverage_of(view->facts->standings, per, subject);
    show_around(view, &coverage);
    show_institutions(view);
    if (per == PER_REGION)
        return find(view, "region", evaluation->regions[subject].code);
    if (per == PER_PARENT)
        return find(view, "parent", evaluation->institutions[subject].code);
    return view->root;
}

static struct one make_one(const struct view *view, size_t institution)
{
    struct view_element nowhere = {0};
    struct one one = {view_piece_create(order_of_one), institution, true, NULL};
    const struct much much = {true, PARTS_ALL};
    one.element = build_institution(view->builder, institution, much, one.piece, &nowhere);
    one.element->parent = NULL;
    return one;
}

static bool is_of(const struct one *one, size_t institution)
{
    return one->piece && one->whole && one->institution == institution;
}

/* The whole of an institution, as it is shown or could be. */
static const struct view_element *whole_of(struct view *view, size_t institution)
{
    if (is_of(&view->one, institution))
        return view->one.element;
    if (!is_of(&view->next, institution)) {
        view_piece_destroy(view->next.piece);
        view->next = make_one(view, institution);
    }
    return view->next.element;
}

/* Shows what stands around single institutions, and none of them yet. */
static void show_none(struct view *view, const struct coverage *around)
{
    if (!view->one.piece || !coverage_same(&view->coverage, around))
        show_around(view, around);
    hide_one(view);
}

static struct view_element *show_one(struct view *view, const struct coverage *around,
                                     size_t institution)
{
    show_none(view, around);
    if (is_of(&view->next, institution)) {
        view->one = view->next;
        view->next = (struct one){0};
    } else {
        view->one = make_one(view, institution);
    }
    view_append(view->root, view->one.element);
    return view->one.element;
}

void view_want(struct view *view, enum per per, uint64_t parts)
{
    view->wanted[per] |= parts | UINT64_C(1) << 63; /* no part: something is told */
}

struct view_element *view_turn(struct view *view, enum per per, size_t subject)
{
    const uint64_t wanted = view->wanted[per] ? view->wanted[per] : PARTS_ALL;
    if (view->element && view->per == per && view->subject == subject && view->shown == wanted)
        return view->element;
    const struct coverage around = coverage_of(view->facts->standings, per, subject);
    view->shown = wanted;
    view->per = per;
    view->subject = subject;
    view->element =
        per == PER_INSTITUTION ? show_one(view, &around, subject) : show_many(view, per, subject);
    return view->element;
}

struct view_element *view_among_all(struct view *view, size_t institution)
{
    view_turn(view, PER_NATION, NONE);
    return view->lines[institution];
}

struct view_element *view_some(struct view *view, const size_t *institutions, size_t count)
{
    const struct coverage all = coverage_of(view->facts->standings, PER_NATION, NONE);
    view->element = NULL;
    show_none(view, &all);
    view->one = (struct one){.piece = view_piece_create(order_of_one), .institution = NONE};
    const struct much much = {false, PARTS_ALL};
    for (size_t i = 0; i < count; i++)
        build_institution(view->builder, institutions[i], much, view->one.piece, view->root);
    return view->root;
}

struct view_element *view_alone(struct view *view, size_t institution)
{
    return view_some(view, &institution, 1)->last;
}

GString *view_text(struct view *view, enum per per, size_t subject)
{
    GString *text = g_string_sized_new(MOST_OF_ONE - 1);
    const struct coverage coverage = coverage_of(view->facts->standings, per, subject);
    if (per == PER_INSTITUTION)
        text_one(view->builder, &coverage, whole_of(view, subject), view->head, text);
    else
        text_many(view->builder, &coverage, true, text, NULL);
    return text;
}

GString *view_text_own(struct view *view, size_t institution)
{
    GString *text = g_string_new(NULL);
    text_own(view->builder, whole_of(view, institution), view->head, text);
    return text;
}

static bool add_to_digest(void *digest, const char *bytes, size_t length)
{
    digest_add(digest, bytes, length);
    return true;
}

/* The digest of all that is shown of one institution, which is shown among others as well; found
 * once. */
static const char *digest_of_one(struct view *view, size_t institution, GString *scratch)
{
    if (view->digests[institution])
        return view->digests[institution];
    g_string_truncate(scratch, 0);
    write_element(scratch, whole_of(view, institution), 1);
    g_autofree char *digest = digest_bytes(scratch->str, scratch->len);
    view->digests[institution] = arena_strdup(view->arena, digest);
    return view->digests[institution];
}

static void add_text(struct digest *digest, const char *text)
{
    digest_add(digest, text, strlen(text));
}

/* What is covered, and ONE, or NONE. */
static void add_some(struct view *view, const struct coverage *coverage, size_t one,
                     struct digest *digest)
{
    const struct standings *standings = view->facts->standings;
    g_autoptr(GString) text = g_string_sized_new(MOST_OF_ONE - 1);
    text_around(view->builder, coverage, view->head, text);
    digest_add(digest, text->str, text->len);
    for (size_t i = 0; i < standings->evaluation->institution_count; i++)
        if (i == one || coverage_has(coverage, standings, i))
            add_text(digest, digest_of_one(view, i, text));
}

static void add_all(const struct view *view, const struct coverage *coverage, struct digest *digest)
{
    const struct sink sink = {.take = add_to_digest, .to = digest};
    g_autoptr(GString) text = g_string_new(NULL);
    text_many(view->builder, coverage, false, text, &sink);
}

char *view_digest(struct view *view, enum per per, size_t subject)
{
    struct digest *digest = digest_create();
    const struct coverage coverage = coverage_of(view->facts->standings, per, subject);
    if (per == PER_NATION)
        add_all(view, &coverage, digest);
    else
        add_some(view, &coverage, per == PER_INSTITUTION ? subject : NONE, digest);
    add_text(digest, view->personal->str);
    char *sum = digest_end(digest);
    digest_destroy(digest);
    return sum;
}
