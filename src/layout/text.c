/* Text with {expressions} in it; {{ and }} are braces. */
#include "contents.h"
#include "diagnose.h"
#include "reader.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"
#include "rapor/base/letters.h"
#include "rapor/base/naming.h"

static void add(GArray *pieces, struct text_piece piece)
{
    g_array_append_val(pieces, piece);
}

static void add_words(GArray *pieces, const char *text, const struct namings *naming,
                      struct arena *arena)
{
    const char *words = naming_put(naming, text, arena);
    add(pieces, (struct text_piece){.text = words, .spaced = letters_spaced(words, arena)});
}

/* Returns the brace that closes the expression at AT, or NULL; those in
 * quotation marks are text. */
static const char *closing_brace(const char *at)
{
    char quote = 0;
    for (; *at; at++) {
        if (quote && *at == quote)
            quote = 0;
        else if (quote)
            continue;
        else if (*at == '"' || *at == '\'')
            quote = *at;
        else if (*at == '}')
            return at;
    }
    return NULL;
}

static void brace(struct layout_reader *reader, const struct layout_spot *spot, size_t decoded,
                  bool open)
{
    diagnose_inside(
        reader, spot, decoded,
        &(struct diagnostic){
            .id = "brace",
            .text = open ? _("this brace is not closed") : _("this brace closes nothing"),
            .hint = open ? _("write {{ for a brace") : _("write }} for a brace"),
        });
}

static void check_direction(struct layout_reader *reader, const struct layout_spot *spot,
                            const char *text)
{
    const char *letter = letters_backward(text);
    if (letter)
        diagnose_inside(
            reader, spot, (size_t)(letter - text),
            &(struct diagnostic){
                .id = "right-to-left",
                .text = _("this letter is written from right to left"),
                .hint = _("papers are set from left to right: write it in Latin letters"),
            });
}

/* Adds the words up to the next expression; returns where they end. */
static const char *read_words(struct layout_reader *reader, const struct layout_spot *spot,
                              const char *text, const char *at, GArray *pieces)
{
    g_autoptr(GString) words = g_string_new(NULL);
    for (; *at; at++) {
        if (*at == '{' && at[1] != '{')
            break;
        if (*at == '}' && at[1] != '}')
            brace(reader, spot, (size_t)(at - text), false);
        at += (*at == '{' || *at == '}') && at[1] == *at;
        g_string_append_c(words, *at);
    }
    if (words->len > 0)
        add_words(pieces, arena_strndup(reader->arena, words->str, words->len),
                  reader->setting->naming, reader->arena);
    return at;
}

/* What was read, in no more room than it needs. */
static const struct text *text_of(const struct layout_reader *reader,
                                  const struct layout_spot *spot, const GArray *pieces)
{
    struct text *text = ARENA_NEW(reader->arena, struct text);
    const struct text_piece *items =
        arena_copy(reader->arena, pieces->data, pieces->len, sizeof *items);
    const size_t offset = spot->attribute ? file_value(spot->file, spot->node, spot->attribute, 0)
                                          : file_offset(spot->file, spot->node, 0);
    *text = (struct text){items, pieces->len, spot->file->path, file_line(spot->file, offset)};
    return text;
}

static const struct text *read_pieces(struct layout_reader *reader, const struct layout_spot *spot,
                                      const char *text, const struct layout_scope *scope)
{
    g_autoptr(GArray) pieces = g_array_new(FALSE, FALSE, sizeof(struct text_piece));
    const char *at = text;
    check_direction(reader, spot, text);
    while (*(at = read_words(reader, spot, text, at, pieces))) {
        const char *end = closing_brace(at + 1);
        if (!end) {
            brace(reader, spot, (size_t)(at - text), true);
            break;
        }
        g_autofree char *inner = g_strndup(at + 1, (size_t)(end - at - 1));
        const struct expression *expression =
            read_expression(reader, spot, (size_t)(at + 1 - text), inner, scope);
        if (expression)
            add(pieces, (struct text_piece){.expression = expression});
        at = end + 1;
    }

    return text_of(reader, spot, pieces);
}

static const struct text *texts_taken(struct layout_reader *reader, const struct text *text)
{
    for (size_t i = 0; i < text->count; i++)
        if (text->pieces[i].expression)
            take_text(reader, text->pieces[i].expression);
    return text;
}

const struct text *read_text(struct layout_reader *reader, const struct layout_spot *spot,
                             const char *text, const struct layout_scope *scope)
{
    return texts_taken(reader, read_pieces(reader, spot, text, scope));
}

const struct text *read_argument_text(struct layout_reader *reader, const struct layout_spot *spot,
                                      const char *text, const struct layout_scope *scope)
{
    const struct text *pieces = read_pieces(reader, spot, text, scope);
    return text_is_expression(pieces) ? pieces : texts_taken(reader, pieces);
}
