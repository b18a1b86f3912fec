/* Runs become shaped text: found where equal ones were set before. */
#include "shaped_text.h"

#include "references.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <math.h>
#include <string.h>

static uint64_t mixed(uint64_t hash, uint64_t more)
{
    hash = (hash ^ more) * 0x9e3779b97f4a7c15U;
    return hash ^ (hash >> 29);
}

static void add_item(struct text_key *key, uint64_t item, uint64_t *hash)
{
    key->items[key->count++] = item;
    *hash = mixed(*hash, item);
}

/* What a run says is known when it is set: the number of its page, a label elsewhere. */
static const char *words_said(struct typesetter *typesetter, const struct run *run)
{
    unsigned number = run->kind == RUN_PAGE ? typesetter->page : typesetter->page_count;
    switch (run->kind) {
    case RUN_TEXT:
        return run->text;
    case RUN_BREAK:
        return "";
    case RUN_PAGE:
    case RUN_PAGES:
        if (number == 0)
            typesetter_fail(typesetter, &run->origin,
                            "a page number can stand only in a page's <head>");
        return arena_printf(typesetter->arena, "%u", number);
    case RUN_CHAPTER:
    case RUN_LABEL_OF:
    case RUN_PAGE_OF:
    case RUN_PAGES_OF:
        break;
    }
    return reference_words(typesetter, run);
}

/* Small capitals are drawn by whoever made the font, or not at all. */
static const struct look *look_of_run(struct typesetter *typesetter, const struct run *run)
{
    const struct style *style = run->style;
    const struct look *look = look_of(typesetter, style);
    if (look->lacks_capitals)
        typesetter_fail(typesetter, &run->origin,
                        "%s has no small capitals: give the style \"%s\" another family, or "
                        "capitals=\"yes\" and a smaller size",
                        style->family, style->name);
    return look;
}

/* Ink of its own begins where style or target change. */
static bool goes_on(const struct run *run, size_t index)
{
    return index > 0 && run->style == run[-1].style && run->target == run[-1].target;
}

/* Text is noted in whole items, zeros behind it. */
static void add_text(struct text_key *key, const char *text, size_t length, uint64_t *hash)
{
    size_t count = (length + sizeof *key->items - 1) / sizeof *key->items;
    uint64_t *items = key->items + key->count;
    if (count > 0)
        items[count - 1] = 0;
    memcpy(items, text, length);
    for (size_t i = 0; i < count; i++)
        *hash = mixed(*hash, items[i]);
    key->count += count;
}

static void reserve(struct typesetter *typesetter, struct text_key *key, size_t more)
{
    if (key->count + more <= key->room)
        return;
    uint64_t *old = key->items;
    key->room = MAX(2 * key->room, key->count + more + 64);
    key->items = fonts_keep(typesetter->fonts, key->room, sizeof *key->items);
    if (key->count)
        memcpy(key->items, old, key->count * sizeof *old);
}

/* Writes what RUNS say into the kept key; returns its hash. */
static uint64_t write_key(struct typesetter *typesetter, const struct runs *runs)
{
    struct text_key *key = &typesetter->kept->key;
    uint64_t hash = 0;
    key->count = 0;
    reserve(typesetter, key, 1);
    add_item(key, (uint64_t)typesetter->manner << 32 | runs->count, &hash);
    for (size_t i = 0; i < runs->count; i++) {
        const struct run *run = &runs->items[i];
        const struct look *look = look_of_run(typesetter, run);
        const char *text = words_said(typesetter, run);
        size_t length = strlen(text);
        reserve(typesetter, key, length / sizeof *key->items + 3);
        add_item(key, (uint64_t)look->number << 8 | run->kind << 1 | goes_on(run, i), &hash);
        add_item(key, length, &hash);
        add_text(key, text, length, &hash);
    }
    return hash;
}

static void measure_words(struct shaped_text *shaped_text)
{
    for (size_t i = 0; i < shaped_text->words.count; i++) {
        const struct word *word = &shaped_text->words.items[i];
        shaped_text->broken |= word->kind == WORD_BREAK;
        if (word->kind == WORD_TEXT)
            shaped_text->widest = fmax(shaped_text->widest, word->width);
        if (word->shaped && word->shaped->missing && !shaped_text->missing) {
            shaped_text->missing = word->shaped->missing;
            shaped_text->missing_in = word->run;
        }
    }
    shaped_text->width = words_width(&shaped_text->words, 0, shaped_text->words.count);
}

static struct shaped_text *make(const struct script *script, uint64_t hash)
{
    struct typesetter *typesetter = script->typesetter;
    const struct text_key *key = &typesetter->kept->key;
    struct shaped_text *shaped_text = fonts_keep(typesetter->fonts, 1, sizeof *shaped_text);
    shaped_text->hash = hash;
    shaped_text->key.count = shaped_text->key.room = key->count;
    shaped_text->key.items = fonts_keep(typesetter->fonts, key->count, sizeof *key->items);
    memcpy(shaped_text->key.items, key->items, key->count * sizeof *key->items);
    const struct words words = words_of(script, &shaped_text->key, 0);
    shaped_text->words = (struct words){.count = words.count, .room = words.count};
    shaped_text->words.items = fonts_keep(typesetter->fonts, words.count, sizeof *words.items);
    if (words.count)
        memcpy(shaped_text->words.items, words.items, words.count * sizeof *words.items);
    measure_words(shaped_text);
    return shaped_text;
}

static void report_missing(struct typesetter *typesetter, const struct run *run, uint32_t missing)
{
    char character[7] = "";
    if (!typesetter->error && !fonts_can_be_read(typesetter->fonts, &typesetter->error))
        return;
    g_unichar_to_utf8(missing, character);
    typesetter_fail(typesetter, &run->origin,
                    "no listed font has the character U+%04X \"%s\" of %s%s%s", missing, character,
                    run->origin.field ? "{" : _("the text"),
                    run->origin.field ? run->origin.field : "", run->origin.field ? "}" : "");
    typesetter_blame(typesetter, character, -1);
}

struct shaped_text *shaped_text_of(struct typesetter *typesetter, const struct runs *runs)
{
    const struct script script = {typesetter, runs};
    uint64_t hash = write_key(typesetter, runs);
    struct shaped_text **slot = kept_slot(typesetter, hash), *shaped_text = *slot;
    if (!shaped_text || fonts_are_forgetful(typesetter->fonts)) {
        bool added = !shaped_text;
        *slot = shaped_text = make(&script, hash);
        if (added)
            kept_added(typesetter);
    }
    if (shaped_text->missing)
        report_missing(typesetter, &runs->items[shaped_text->missing_in], shaped_text->missing);
    return shaped_text;
}

const struct text_line *shaped_text_line(const struct script *script,
                                         struct shaped_text *shaped_text)
{
    if (shaped_text->text_line)
        return shaped_text->text_line;
    struct text_line *text_line = fonts_keep(script->typesetter->fonts, 1, sizeof *text_line);
    const struct line whole = {0, line_end(&shaped_text->words, 0, shaped_text->words.count), true};
    const struct words words = {shaped_text->words.items, whole.end, whole.end};
    text_line_fill(script, text_line, &words, 0);
    text_line->opening = words_opening(script, &shaped_text->words, &whole);
    text_line->alone = true;
    shaped_text->text_line = text_line;
    return text_line;
}

/* Where the number in TEXT ends before its comma; 0 where there is none. */
static size_t number_end(const char *text)
{
    const char *at = text;
    while (*at && !g_ascii_isdigit(*at))
        at++;
    while (g_ascii_isdigit(*at) || (*at == '.' && g_ascii_isdigit(at[1])))
        at++;
    return at > text && g_ascii_isdigit(at[-1]) ? (size_t)(at - text) : 0;
}

static double first_comma(const struct script *script)
{
    double before = 0;
    for (size_t i = 0; i < script->runs->count; i++) {
        const struct run *run = &script->runs->items[i];
        if (run->kind != RUN_TEXT)
            continue;
        size_t end = number_end(run->text);
        size_t length = end > 0 ? end : strlen(run->text);
        before += fonts_shape(script->typesetter->fonts, run->style, run->text, length)->width;
        if (end > 0)
            return before;
    }
    return NAN;
}

/* How far in the comma of the first number stands, or the end of a number without one.
 * NAN where there is no number. */
static double shaped_text_comma(const struct script *script, struct shaped_text *shaped_text)
{
    if (!shaped_text->sought)
        shaped_text->comma = first_comma(script);
    shaped_text->sought = true;
    return shaped_text->comma;
}

double natural_width(struct typesetter *typesetter, const struct blocks *blocks)
{
    double widest = 0;
    for (size_t i = 0; i < blocks->count; i++) {
        const struct paragraph *p = &blocks->items[i].paragraph;
        if (blocks->items[i].kind == BLOCK_PARAGRAPH)
            widest = fmax(widest, shaped_text_of(typesetter, &p->runs)->width + p->left);
    }
    return widest;
}

bool find_comma(struct typesetter *typesetter, const struct runs *runs, double *before)
{
    const struct script script = {typesetter, runs};
    *before = shaped_text_comma(&script, shaped_text_of(typesetter, runs));
    return !isnan(*before);
}
