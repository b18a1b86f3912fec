/* Codes and names: zeros that programs dropped, names that are there twice, codes that
 * are not those of Kemendagri. */
#include "judge.h"

#include "plain.h"
#include "rapor/import/regions.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"
#include "rapor/read/evaluation.h"

#include <string.h>

static bool is_institution(const struct import_item *item)
{
    return strcmp(item->element, "institution") == 0;
}

/* A code in a cell. */
struct coded {
    const char *code;
    struct import_origin origin;
};

static void add_code(GArray *codes, const struct import_item *item, const char *name)
{
    const struct field *field = item_field(item, name);
    if (field) {
        const struct coded coded = {field->value, field->origin};
        g_array_append_val(codes, coded);
    }
}

static GArray *codes_of(const struct desk *desk)
{
    GArray *codes = g_array_new(FALSE, FALSE, sizeof(struct coded));
    for (size_t i = 0; i < desk->root->child_count; i++) {
        const struct import_item *child = desk->root->children[i];
        if (!is_institution(child))
            continue;
        add_code(codes, child, "code");
        add_code(codes, child, "parent");
        add_code(codes, child, "region");
    }
    return codes;
}

/* Returns how many digits stand behind the last point; 0 where other things do. */
static size_t last_digits(const char *code)
{
    const char *point = strrchr(code, '.');
    size_t digits = point ? strspn(point + 1, "0123456789") : 0;
    return point && point[1 + digits] == '\0' ? digits : 0;
}

/* The part before the last point, which sisters share. */
static const char *stem_of(const char *code, struct arena *arena)
{
    return arena_strndup(arena, code, (size_t)(strrchr(code, '.') - code));
}

/* Returns the codes that have two digits or more behind the last point, by what stands
 * before it. */
static GHashTable *long_sisters(const GArray *codes, struct arena *arena)
{
    GHashTable *stems = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < codes->len; i++) {
        const char *code = g_array_index(codes, struct coded, i).code;
        if (last_digits(code) > 1)
            g_hash_table_insert(stems, (void *)stem_of(code, arena), (void *)code);
    }
    return stems;
}

static enum cell_kind kind_at(struct import_origin origin)
{
    return grid_cell(origin.grid, origin.row, origin.column).kind;
}

/* 13.1 among 13.01 and 13.11 was 13.10 before a program took it for a number.  Returns those. */
static GHashTable *judge_zeros(struct desk *desk)
{
    GHashTable *lost = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GArray) codes = codes_of(desk);
    g_autoptr(GHashTable) stems = long_sisters(codes, desk->arena);
    for (guint i = 0; i < codes->len; i++) {
        const struct coded *coded = &g_array_index(codes, struct coded, i);
        const char *sister = last_digits(coded->code) == 1
                                 ? g_hash_table_lookup(stems, stem_of(coded->code, desk->arena))
                                 : NULL;
        bool number = coded->origin.grid && kind_at(coded->origin) == CELL_NUMBER;
        if (sister) {
            g_hash_table_add(lost, (void *)coded->code);
            desk_note(
                desk,
                (struct import_finding){
                    .severity = SEVERITY_ERROR,
                    .id = "zero-lost",
                    .origin = coded->origin,
                    .hint = arena_printf(desk->arena,
                                         _("if it was %s0, format the column as text and type "
                                           "the code again"),
                                         coded->code)},
                N_("code %s has lost a zero: others are like %s"), coded->code, sister);
        } else if (number && strchr(coded->code, '.'))
            desk_note(desk,
                      (struct import_finding){
                          .severity = SEVERITY_WARNING,
                          .id = "code-number",
                          .origin = coded->origin,
                          .hint = N_("format the column as text: numbers lose zeros at "
                                     "their end")},
                      N_("code %s is kept as a number"), coded->code);
    }
    return lost;
}

/* One name of two institutions, unless they belong to different parents. */
static void judge_names(struct desk *desk)
{
    g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < desk->root->child_count; i++) {
        struct import_item *child = desk->root->children[i];
        const struct field *name = is_institution(child) ? item_field(child, "name") : NULL;
        if (!name)
            continue;
        const char *parent = item_value(child, "parent");
        const char *key = arena_printf(desk->arena, "%s|%s", plain_key(name->value, desk->arena),
                                       parent ? parent : "");
        const struct import_item *first = g_hash_table_lookup(names, key);
        if (first)
            desk_note(desk,
                      (struct import_finding){
                          .severity = SEVERITY_ERROR,
                          .id = "one-name",
                          .origin = name->origin,
                          .hint = N_("one of the two has the name or the code of another")},
                      N_("%s and %s have the same name, %s"), item_value(first, "code"),
                      item_value(child, "code"), name->value);
        else
            g_hash_table_insert(names, (void *)key, child);
    }
}

/* Says what is wrong with a region whose code and name are not of the same one. */
static void tell_region(struct desk *desk, const struct field *code, const struct field *name,
                        const struct known_region *named, const struct known_region *coded)
{
    struct import_finding finding = {
        .severity = SEVERITY_ERROR, .id = "region-code", .origin = code->origin};
    const struct known_region *bps = regions_bps(desk->regions, code->value);
    if (named && bps && bps == named) {
        finding.id = "bps-code";
        finding.hint = arena_printf(desk->arena, _("the code of Kemendagri is %s"), named->code);
        desk_note(desk, finding, N_("%s is the code that BPS has for %s"), code->value,
                  name->value);
    } else if (named) {
        finding.hint = arena_printf(desk->arena, _("%s has the code %s"), named->name, named->code);
        desk_note(desk, finding, N_("%s is the code of %s, not of %s"), code->value,
                  coded ? coded->name : "no region", name->value);
    } else {
        finding.severity = SEVERITY_WARNING;
        finding.id = "region-name";
        finding.origin = name->origin;
        finding.hint = N_("the list is layouts/common/wilayah.csv; look up which name is right");
        desk_note(desk, finding, N_("the list of regions calls %s %s, not %s"), code->value,
                  coded->name, name->value);
    }
}

/* A code and a name that the list of regions knows must be of the same one. */
static void judge_region(struct desk *desk, const struct import_item *item)
{
    const struct field *code = item_field(item, "code"), *name = item_field(item, "name");
    if (!code || !name || !code->origin.grid || item_value(item, "parent"))
        return;
    const struct known_region *coded = regions_coded(desk->regions, code->value);
    const struct known_region *named = regions_named(desk->regions, name->value, desk->arena);
    bool same = coded && named == coded;
    if (!same && (coded || named))
        tell_region(desk, code, name, named, coded);
}

void judge_codes(struct desk *desk)
{
    g_autoptr(GHashTable) lost = judge_zeros(desk);
    judge_names(desk);
    for (size_t i = 0; i < desk->root->child_count; i++) {
        const struct import_item *child = desk->root->children[i];
        const char *code = item_value(child, "code");
        if ((is_institution(child) || strcmp(child->element, "region") == 0) &&
            !(code && g_hash_table_contains(lost, code)))
            judge_region(desk, child);
    }
}
