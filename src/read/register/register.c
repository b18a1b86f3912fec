#include "../input.h"
#include "../stream.h"
#include "../xml.h"
#include "parts.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"
#include "rapor/read/register.h"

#include <string.h>

#define DIGEST_LENGTH 64

/* More than any office issues in a hundred years. */
static const size_t most_bytes = (size_t)1 << 30;

struct register_reader {
    struct paper_register *papers;
    struct unplaced *unplaced;
    struct grammar grammar;
    GHashTable *words; /* texts that many papers share */
};

static guint paper_hash(const void *key)
{
    const struct paper *paper = key;
    return g_str_hash(paper->kind) ^ (paper->code ? g_str_hash(paper->code) * 31 : 0) ^
           g_str_hash(paper->year);
}

static gboolean paper_same(const void *left, const void *right)
{
    const struct paper *a = left, *b = right;
    return g_strcmp0(a->code, b->code) == 0 && strcmp(a->kind, b->kind) == 0 &&
           strcmp(a->year, b->year) == 0;
}

struct paper_register *register_empty(struct arena *arena)
{
    struct paper_register *papers = ARENA_NEW(arena, struct paper_register);
    papers->arena = arena;
    papers->latest = g_hash_table_new(paper_hash, paper_same);
    return papers;
}

void register_close(struct paper_register *papers)
{
    if (papers)
        g_hash_table_destroy(papers->latest);
}

struct paper *register_latest(const struct paper_register *papers, const char *year,
                              const char *kind, const char *code)
{
    const struct paper wanted = {.kind = kind, .code = code, .year = year};
    return g_hash_table_lookup(papers->latest, &wanted);
}

struct paper *register_edition(const struct paper_register *papers, const struct paper *like,
                               unsigned edition)
{
    struct paper *paper = g_hash_table_lookup(papers->latest, like);
    while (paper && paper->edition != edition)
        paper = paper->before;
    return paper;
}

void register_add(struct paper_register *papers, struct paper *paper)
{
    papers->papers = arena_grow(papers->arena, papers->papers, papers->paper_count,
                                &papers->paper_room, sizeof(struct paper *));
    papers->papers[papers->paper_count++] = paper;
    paper->before = g_hash_table_lookup(papers->latest, paper);
    g_hash_table_replace(papers->latest, paper, paper);
}

void register_add_reserve(struct paper_register *papers, const struct reserve *reserve)
{
    papers->reserves = arena_grow(papers->arena, papers->reserves, papers->reserve_count,
                                  &papers->reserve_room, sizeof(struct reserve));
    papers->reserves[papers->reserve_count++] = *reserve;
}

const char *register_word(enum paper_state state)
{
    return register_words[state];
}

/* Kinds, years, dates and signers are the same in thousands of papers. */
static const char *shared(struct register_reader *reader, const char *text)
{
    if (!text)
        return NULL;
    char *kept = g_hash_table_lookup(reader->words, text);
    if (!kept) {
        kept = arena_strdup(reader->papers->arena, text);
        g_hash_table_add(reader->words, kept);
    }
    return kept;
}

static const char *own(struct register_reader *reader, const char *text)
{
    return text ? arena_strdup(reader->papers->arena, text) : NULL;
}

static uint32_t whole(struct register_reader *reader, const struct tag *tag, const char *name)
{
    const char *text = tag_text(tag, name);
    const guint64 number = text ? g_ascii_strtoull(text, NULL, 10) : 0;
    if (number <= UINT32_MAX)
        return (uint32_t)number;
    diagnose(reader->unplaced, grammar_spot(&reader->grammar, name), "register-number", NULL,
             "%s %s is too large", name, text);
    return 0;
}

/* Returns the digest that an attribute holds; OTHER, if it is the same. */
static const char *digest(struct register_reader *reader, const struct tag *tag, const char *name,
                          const char *other)
{
    const char *text = tag_text(tag, name);
    if (!text || (other && strcmp(text, other) == 0))
        return text ? other : NULL;
    if (strlen(text) == DIGEST_LENGTH && strspn(text, "0123456789abcdef") == DIGEST_LENGTH)
        return own(reader, text);
    diagnose(reader->unplaced, grammar_spot(&reader->grammar, name), "register-digest",
             N_("it is 64 digits and letters from a to f"), "%s is no SHA-256", name);
    return NULL;
}

static enum paper_state state_of(const char *word)
{
    size_t state = 0;
    while (word && register_words[state] && strcmp(register_words[state], word) != 0)
        state++;
    return word && register_words[state] ? (enum paper_state)state : PAPER_RESERVED;
}

static void check_paper(struct register_reader *reader, const struct paper *paper)
{
    const struct paper *before = g_hash_table_lookup(reader->papers->latest, paper);
    const unsigned due = before ? before->edition + 1 : 1;
    if (paper->edition != due)
        diagnose(reader->unplaced, grammar_spot(&reader->grammar, "edition"), "register-edition",
                 N_("editions of a paper follow each other; none is taken out"),
                 "edition %u of %s %s stands where edition %u is due", paper->edition, paper->kind,
                 paper->code ? paper->code : paper->year, due);
    if (paper->state != PAPER_RESERVED && !paper->file)
        diagnose(reader->unplaced, grammar_spot(&reader->grammar, "state"), "register-file",
                 N_("what was issued has the digest of its file"), "a paper that is %s has no file",
                 register_word(paper->state));
}

static void read_paper(struct register_reader *reader, const struct tag *tag)
{
    struct paper *paper = ARENA_NEW(reader->papers->arena, struct paper);
    *paper = (struct paper){
        .kind = shared(reader, tag_text(tag, "kind")),
        .code = own(reader, tag_text(tag, "code")),
        .year = shared(reader, tag_text(tag, "year")),
        .edition = whole(reader, tag, "edition"),
        .state = state_of(tag_text(tag, "state")),
        .number = own(reader, tag_text(tag, "number")),
        .n = whole(reader, tag, "n"),
        .date = shared(reader, tag_text(tag, "date")),
        .dated = shared(reader, tag_text(tag, "dated")),
        .seal = own(reader, tag_text(tag, "seal")),
        .content = digest(reader, tag, "content", NULL),
        .plain = digest(reader, tag, "plain", NULL),
        .name = own(reader, tag_text(tag, "name")),
        .signer = shared(reader, tag_text(tag, "signer")),
        .signed_at = shared(reader, tag_text(tag, "signed")),
        .reason = shared(reader, tag_text(tag, "reason")),
        .by = shared(reader, tag_text(tag, "by")),
        .since = shared(reader, tag_text(tag, "since")),
        .delivered = shared(reader, tag_text(tag, "delivered")),
        .receiver = shared(reader, tag_text(tag, "receiver")),
    };
    paper->file = digest(reader, tag, "file", paper->plain);
    if (!paper->kind || !paper->year)
        return;
    check_paper(reader, paper);
    register_add(reader->papers, paper);
}

static void read_block(struct register_reader *reader, const struct tag *tag)
{
    const struct reserve reserve = {
        .kind = shared(reader, tag_text(tag, "kind")),
        .year = shared(reader, tag_text(tag, "year")),
        .from = whole(reader, tag, "from"),
        .to = whole(reader, tag, "to"),
        .pattern = own(reader, tag_text(tag, "pattern")),
        .open = g_strcmp0(tag_text(tag, "open"), "yes") == 0,
    };
    if (!reserve.kind || !reserve.year)
        return;
    if (!reserve.open && (reserve.from == 0 || reserve.to < reserve.from))
        diagnose(reader->unplaced, grammar_spot(&reader->grammar, "from"), "register-block",
                 N_("write from=\"21\" to=\"600\", or open=\"yes\""),
                 "a block goes from a number to one that is not smaller");
    register_add_reserve(reader->papers, &reserve);
}

static bool enter(void *data, const struct tag *tag)
{
    struct register_reader *reader = data;
    const struct xml_element_rule *rule = grammar_enter(&reader->grammar, tag);
    if (rule && rule->tag == REGISTER_PAPER)
        read_paper(reader, tag);
    else if (rule && rule->tag == REGISTER_BLOCK)
        read_block(reader, tag);
    return !reader->grammar.broken;
}

static void read_text(void *data, const char *text)
{
    struct register_reader *reader = data;
    grammar_text(&reader->grammar, text);
}

static void leave(void *data)
{
    struct register_reader *reader = data;
    grammar_leave(&reader->grammar);
}

static bool read_input(struct register_reader *reader, struct input *input,
                       struct diagnostics *diagnostics, GError **error)
{
    const struct listener listener = {enter, read_text, leave, reader};
    if (xml_check_prolog(input, reader->unplaced))
        stream_read(input, reader->unplaced, &listener);
    input_report(input, reader->unplaced, diagnostics);
    const bool good = unplaced_count(reader->unplaced, SEVERITY_ERROR) == 0;
    if (good)
        reader->papers->digest = arena_strdup(reader->papers->arena, input_digest(input));
    return input_whole(input, error) && good;
}

struct paper_register *register_read(const char *path, struct diagnostics *diagnostics,
                                     struct arena *arena, GError **error)
{
    struct input *input = input_open(path, most_bytes, error);
    if (!input)
        return NULL;
    g_autoptr(GHashTable) words = g_hash_table_new(g_str_hash, g_str_equal);
    struct register_reader reader = {
        .papers = register_empty(arena), .unplaced = unplaced_create(), .words = words};
    reader.grammar = (struct grammar){
        .space = "urn:rapor:register:1", .root = &register_grammar, .unplaced = reader.unplaced};
    const bool read = read_input(&reader, input, diagnostics, error);
    unplaced_destroy(reader.unplaced);
    input_close(input);
    if (read)
        return reader.papers;
    register_close(reader.papers);
    return NULL;
}
