#include "writer.h"

#include "rapor/base/arena.h"
#include "rapor/base/diagnostic.h"

#include <string.h>

/* The attributes of an institution, in the order they are written. */
static const struct {
    const char *attribute;
    enum trait trait;
} attributes[] = {{"code", TRAIT_CODE},     {"name", TRAIT_NAME},
                  {"group", TRAIT_GROUP},   {"region", TRAIT_REGION_CODE},
                  {"parent", TRAIT_PARENT}, {"addressee", TRAIT_ADDRESSEE},
                  {"seat", TRAIT_SEAT},     {"reason", TRAIT_REASON}};

enum trait trait_written_as(const char *attribute)
{
    for (size_t i = 0; i < G_N_ELEMENTS(attributes); i++)
        if (strcmp(attributes[i].attribute, attribute) == 0)
            return attributes[i].trait;
    return TRAIT_COUNT;
}

struct origin trait_origin(const struct writer *writer, size_t row, enum trait trait)
{
    size_t column = writer->head->traits[trait];
    return (struct origin){writer->head->grid, row,
                           column == NONE ? writer->head->traits[TRAIT_CODE] : column};
}

static const char *text_of(const struct writer *writer, size_t row, enum trait trait)
{
    size_t column = writer->head->traits[trait];
    return column == NONE ? NULL : grid_cell(writer->head->grid, row, column).text;
}

static bool has_levels(const struct writer *writer, size_t row)
{
    for (size_t i = 0; i < writer->instrument->indicator_count; i++)
        if (grid_cell(writer->head->grid, row, writer->head->levels[i]).text)
            return true;
    return false;
}

/* A row of which neither code nor name nor level is filled in is none. */
static bool is_row(const struct writer *writer, size_t row)
{
    return text_of(writer, row, TRAIT_CODE) || text_of(writer, row, TRAIT_NAME) ||
           has_levels(writer, row);
}

void write_regions(const struct writer *writer, GHashTable *known)
{
    for (size_t row = writer->head->row + 1; row < writer->head->grid->count; row++) {
        const char *code = text_of(writer, row, TRAIT_REGION_CODE);
        const char *name = text_of(writer, row, TRAIT_REGION);
        if (!code || !is_row(writer, row) || !g_hash_table_add(known, (void *)code))
            continue;
        struct tag tag = tag_create("region", 2);
        tag_add(&tag, trait_origin(writer, row, TRAIT_REGION_CODE), "code", code);
        tag_add(&tag, trait_origin(writer, row, TRAIT_REGION), "name", name ? name : code);
        tag_write(&tag, writer->script, true, trait_origin(writer, row, TRAIT_REGION_CODE));
    }
}

/* A group may be called by its name. */
static const char *group_id(const struct instrument *instrument, const char *text)
{
    for (size_t g = 0; text && g < instrument->group_count; g++) {
        g_autofree char *given = g_utf8_casefold(text, -1);
        g_autofree char *name = g_utf8_casefold(instrument->groups[g].name, -1);
        if (strcmp(given, name) == 0)
            return instrument->groups[g].id;
    }
    return text;
}

/* "3,34" and "3.0" become "3.34" and "3": people write decimals with a comma, and
 * spreadsheets whole numbers with decimals.  Other text stays what it is. */
static char *number_of(const char *text)
{
    char *number = g_strstrip(g_strdup(text));
    size_t whole = strspn(number, "0123456789");
    size_t rest = whole + (number[whole] != '\0');
    if (whole == 0 || !strchr(",.", number[whole]) || !number[rest] ||
        number[rest + strspn(number + rest, "0123456789")] != '\0')
        return number;
    number[whole] = '.';
    size_t length = strlen(number);
    while (number[length - 1] == '0')
        number[--length] = '\0';
    if (number[length - 1] == '.')
        number[length - 1] = '\0';
    return number;
}

static void note_number(const struct writer *writer, size_t row)
{
    size_t column = writer->head->traits[TRAIT_CODE];
    const struct cell cell = grid_cell(writer->head->grid, row, column);
    if (!cell.number || !strchr(cell.text, '.'))
        return;
    note_cell(writer, (struct origin){writer->head->grid, row, column},
              &(struct diagnostic){
                  .severity = SEVERITY_WARNING,
                  .id = "code-number",
                  .text = arena_printf(writer->grids->arena,
                                       "code %s is kept as a number: zeros at its end are lost",
                                       cell.text),
                  .hint = "format the column as text and type the code again",
              });
}

static void write_who(const struct writer *writer, size_t row, bool empty)
{
    struct tag tag = tag_create("institution", 2);
    for (size_t i = 0; i < G_N_ELEMENTS(attributes); i++) {
        const char *text = text_of(writer, row, attributes[i].trait);
        if (attributes[i].trait == TRAIT_GROUP)
            text = group_id(writer->instrument, text);
        tag_add(&tag, trait_origin(writer, row, attributes[i].trait), attributes[i].attribute,
                text);
        if (attributes[i].trait == TRAIT_REASON && text)
            tag_add(&tag, trait_origin(writer, row, TRAIT_REASON), "status", "not-assessed");
    }
    tag_write(&tag, writer->script, empty, trait_origin(writer, row, TRAIT_CODE));
}

static void write_levels(const struct writer *writer, size_t row)
{
    const struct instrument *instrument = writer->instrument;
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        const struct origin origin = {writer->head->grid, row, writer->head->levels[i]};
        const char *text = grid_cell(origin.grid, row, origin.column).text;
        if (!text)
            continue;
        g_autofree char *level = number_of(text);
        g_autofree char *line = g_markup_printf_escaped("    <indicator no=\"%s\" level=\"%s\"/>",
                                                        instrument->indicators[i].no, level);
        g_strdelimit(line, "\r\n", ' ');
        script_line(writer->script, origin, line);
    }
}

static void write_published(const struct writer *writer, size_t row)
{
    const char *index = text_of(writer, row, TRAIT_PUBLISHED_INDEX);
    const char *grade = text_of(writer, row, TRAIT_PUBLISHED_GRADE);
    if (!index && !grade)
        return;
    g_autofree char *number = index ? number_of(index) : NULL;
    struct tag tag = tag_create("published", 4);
    tag_add(&tag, trait_origin(writer, row, TRAIT_PUBLISHED_INDEX), "index", number);
    tag_add(&tag, trait_origin(writer, row, TRAIT_PUBLISHED_GRADE), "grade", grade);
    tag_write(&tag, writer->script, true, trait_origin(writer, row, TRAIT_CODE));
}

void write_institutions(const struct writer *writer)
{
    for (size_t row = writer->head->row + 1; row < writer->head->grid->count; row++) {
        if (!is_row(writer, row))
            continue;
        bool empty = !has_levels(writer, row) && !text_of(writer, row, TRAIT_PUBLISHED_INDEX) &&
                     !text_of(writer, row, TRAIT_PUBLISHED_GRADE);
        note_number(writer, row);
        write_who(writer, row, empty);
        if (empty)
            continue;
        write_levels(writer, row);
        write_published(writer, row);
        script_line(writer->script, trait_origin(writer, row, TRAIT_CODE), "  </institution>");
    }
}
