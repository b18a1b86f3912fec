/* Turns what attributes say into values, and reports where it is not allowed. */
#include "contents.h"
#include "definition.h"
#include "diagnose.h"
#include "meaning.h"
#include "places.h"
#include "reading.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"
#include "rapor/base/search_path.h"
#include "rapor/layout/parse.h"

#include <libxml/tree.h>
#include <string.h>
#include <unistd.h>

static struct names names_of(const char *const *words, struct arena *arena)
{
    struct names names = {0};
    for (; *words; words++)
        names_add(&names, *words, arena);
    return names;
}

/* The index of TEXT among WORDS; 0 and a diagnostic where it is not there. */
static struct value read_choice(const struct attribute_reading *reading, const char *text,
                                const char *const *words, const char *what)
{
    struct layout_reader *reader = reading->reader;
    for (size_t i = 0; words[i]; i++)
        if (strcmp(words[i], text) == 0)
            return (struct value){.count = i};
    struct names names = names_of(words, reader->arena);
    const char *close = closest_word(text, names.items, names.count);
    const char *hint = close ? did_you_mean(reader, text, &names)
                             : arena_printf(reader->arena, _("write one of: %s"),
                                            names_listed(&names, reader->arena));
    refuse(reading, text, what, hint);
    return (struct value){0};
}

static struct value read_word(const struct attribute_reading *reading, const char *text,
                              const char *const *words, const char *what)
{
    return (struct value){.name = words[read_choice(reading, text, words, what).count]};
}

static struct color read_color(const struct attribute_reading *reading, const char *text)
{
    struct color color = {0};
    if (parse_hex(text, &color))
        return color;
    if (*text == '#') {
        refuse(reading, text, _("color"), _("write # and six of 0-9 and A-F, such as #B8870A"));
        return color;
    }
    const struct definition *definition =
        definition_needed(reading->reader, reading->spot, NODE_COLOR, text);
    return definition ? definition->meaning->color : color;
}

static const struct style *read_style(const struct attribute_reading *reading, const char *name)
{
    const struct definition *definition =
        definition_needed(reading->reader, reading->spot, NODE_STYLE, name);
    return definition ? &definition->meaning->style : NULL;
}

static const char *read_name(const struct attribute_reading *reading, const char *text)
{
    if (xmlValidateNCName(BAD_CAST text, 0) != 0)
        refuse(reading, text, _("name"), _("write letters, digits, - and _, a letter first"));
    return arena_strdup(reading->reader->arena, text);
}

static struct names read_names(const struct attribute_reading *reading, const char *text)
{
    struct names names = {0};
    g_auto(GStrv) words = g_strsplit_set(text, " ", -1);
    for (char **word = words; *word; word++)
        if (**word)
            names_add(&names, read_name(reading, *word), reading->reader->arena);
    return names;
}

static struct names read_words(const struct attribute_reading *reading, const char *text)
{
    struct names names = {0};
    struct arena *arena = reading->reader->arena;
    g_auto(GStrv) words = g_strsplit_set(text, " \n", -1);
    for (char **word = words; *word; word++)
        if (**word)
            names_add(&names, arena_strdup(arena, *word), arena);
    if (names.count == 0)
        refuse(reading, text, _("list of words"), _("write words with spaces between them"));
    return names;
}

/* NULL for no language. */
static const char *read_language(const struct attribute_reading *reading, const char *text)
{
    static const char *const none[] = {NULL};
    const char *const *languages = reading->reader->setting->languages;
    if (strcmp(text, "no") == 0)
        return NULL;
    return read_word(reading, text, languages ? languages : none, _("language of the list")).name;
}

static struct styles read_styles(const struct attribute_reading *reading, const char *text)
{
    struct names names = read_names(reading, text);
    struct styles styles = {ARENA_ARRAY(reading->reader->arena, names.count, const struct style *),
                            names.count};
    for (size_t i = 0; i < names.count; i++)
        styles.items[i] = read_style(reading, names.items[i]);
    return styles;
}

/* The file that counts where folders of layouts are laid over one another. */
static const char *file_laid_over(const struct layout_reader *reader, const char *path)
{
    if (!reader->setting->layouts)
        return path;
    g_autofree char *winner = search_path_winner(reader->setting->layouts, path);
    return arena_strdup(reader->arena, winner);
}

static bool is_among_layouts(const struct layout_reader *reader, const char *path)
{
    return reader->setting->layouts && search_path_holds(reader->setting->layouts, path);
}

/* Of a layout that lies in no folder of layouts: below the folder that its own stands in, where
 * "../common" is. */
static bool is_near(const char *from, const char *path)
{
    g_autofree char *folder = g_path_get_dirname(from);
    g_autofree char *above = g_build_filename(folder, "..", NULL);
    const char *const roots[] = {above, NULL};
    return search_path_lies_in(roots, path);
}

/* The word emblem alone is the ministry's own, or ours where none is set. */
static const char *read_file(const struct attribute_reading *reading, const char *text)
{
    struct layout_reader *reader = reading->reader;
    bool emblem = strcmp(text, "emblem") == 0;
    if (emblem && reader->setting->emblem)
        return arena_strdup(reader->arena, reader->setting->emblem);
    const char *href = emblem ? "emblem.svg" : text;
    const char *written = file_beside(reading->spot->file->path, href, reader->arena);
    const char *known = store_place(reader->store, written);
    const char *path = known ? known : file_laid_over(reader, written);
    note_file(reader, path);
    if (known)
        return known;
    if (*text == '\0' || access(path, R_OK) != 0)
        diagnose_layout(reader, reading->spot,
                        &(struct diagnostic){
                            .id = "missing-file",
                            .text = arena_printf(reader->arena, _("%s cannot be read"), path),
                            .hint = _("files are looked for beside the file that names them"),
                        });
    else if (is_among_layouts(reader, path))
        store_note_place(reader->store, written, path);
    else if (!is_near(reading->spot->file->path, path))
        diagnose_layout(
            reader, reading->spot,
            &(struct diagnostic){
                .id = "far-file",
                .text = arena_printf(reader->arena, _("%s is in no folder of layouts"), path),
                .hint = _("copy it beside the file that names it"),
            });
    return path;
}

static const struct text *read_number(const struct attribute_reading *reading, const char *text)
{
    const struct text *number = read_text(reading->reader, reading->spot, text, reading->scope);
    double value;
    if (!strchr(text, '{') && (*text == '\0' || !parse_number(text, &value)))
        refuse(reading, text, _("number"), _("write a number with a point, such as 2.6, or {...}"));
    return number;
}

/* Whether places have their names once, and are there, is seen when all is read. */
static const struct text *read_place(const struct attribute_reading *reading, const char *text)
{
    if (!strchr(text, '{'))
        read_name(reading, text);
    const struct text *name = read_text(reading->reader, reading->spot, text, reading->scope);
    note_place(reading->reader, reading->spot, name, reading->rule->kind == VALUE_ID);
    reading->reader->changing++; /* each document has its own places */
    return name;
}

static const struct expression *read_path(const struct attribute_reading *reading, const char *text)
{
    struct layout_reader *reader = reading->reader;
    const struct expression *expression =
        read_expression(reader, reading->spot, 0, text, reading->scope);
    if (expression && reading->rule->kind == VALUE_EXPRESSION && !reading->rule->outside)
        take_text(reader, expression);
    if (expression && reading->rule->kind == VALUE_NODES && type_is_atom(&expression->type))
        diagnose_inside(
            reader, reading->spot, 0,
            &(struct diagnostic){.id = "expression-type",
                                 .text = arena_printf(reader->arena, _("%s must give elements"),
                                                      reading->rule->name)});
    return expression;
}

static struct value read_defined(const struct attribute_reading *reading, const char *text)
{
    const enum node_kind kind = reading->rule->kind == VALUE_PAGE ? NODE_PAGE : NODE_PART;
    struct value value = {0};
    const struct definition *definition =
        definition_needed(reading->reader, reading->spot, kind, text);
    if (kind == NODE_PAGE)
        value.page = definition ? &definition->meaning->node : NULL;
    else
        value.part = definition ? &definition->meaning->part : NULL;
    return value;
}

/* One of those that the program has. */
static struct value read_listed(const struct attribute_reading *reading, const char *text)
{
    const struct layout_setting *setting = reading->reader->setting;
    if (reading->rule->kind == VALUE_FAMILY)
        return read_word(reading, text, setting->families, _("font family of the list"));
    if (reading->rule->kind == VALUE_CHART)
        return read_word(reading, text, setting->chart_kinds, _("kind of chart"));
    return (struct value){.name = read_language(reading, text)};
}

static const struct text *read_plain(const struct attribute_reading *reading, const char *text)
{
    return read_text(reading->reader, reading->spot, text, reading->scope);
}

static struct value read_beside(const struct attribute_reading *reading, const char *text)
{
    const char *file = read_file(reading, text);
    if (reading->rule->kind == VALUE_MAP)
        return (struct value){.map = read_map(reading->reader, reading->spot, file)};
    return (struct value){.name = file};
}

static struct value read_kind(const struct attribute_reading *reading, const char *text)
{
    switch (reading->rule->kind) {
    case VALUE_TEXT:
        return (struct value){.text = read_plain(reading, text)};
    case VALUE_ID:
    case VALUE_REFERENCE:
        return (struct value){.text = read_place(reading, text)};
    case VALUE_NUMBER:
        return (struct value){.text = read_number(reading, text)};
    case VALUE_NAME:
    case VALUE_BASE:
        return (struct value){.name = read_name(reading, text)};
    case VALUE_NAMES:
        return (struct value){.names = read_names(reading, text)};
    case VALUE_WORDS:
        return (struct value){.names = read_words(reading, text)};
    case VALUE_LENGTH:
    case VALUE_OFFSET:
        return (struct value){.length = read_length(reading, text)};
    case VALUE_PAIR:
        return read_pair(reading, text);
    case VALUE_PAPER:
        return read_paper(reading, text);
    case VALUE_WIDTH:
        return read_width(reading, text);
    case VALUE_COUNT:
        return (struct value){.count = read_count(reading, text)};
    case VALUE_CHOICE:
        return read_choice(reading, text, reading->rule->words, _("value it can have"));
    case VALUE_COLOR:
        return (struct value){.color = read_color(reading, text)};
    case VALUE_STYLE:
        return (struct value){.style = read_style(reading, text)};
    case VALUE_STYLES:
        return (struct value){.styles = read_styles(reading, text)};
    case VALUE_PAGE:
    case VALUE_PART:
        return read_defined(reading, text);
    case VALUE_FAMILY:
    case VALUE_LANGUAGE:
    case VALUE_CHART:
        return read_listed(reading, text);
    case VALUE_FILE:
    case VALUE_MAP:
        return read_beside(reading, text);
    case VALUE_EXPRESSION:
    case VALUE_NODES:
        return (struct value){.expression = read_path(reading, text)};
    }
    return (struct value){0};
}

struct value read_value(struct layout_reader *reader, const struct layout_spot *spot,
                        const struct attribute_rule *rule, const char *text,
                        const struct layout_scope *scope)
{
    const struct attribute_reading reading = {reader, spot, rule, scope};
    return read_kind(&reading, text);
}
