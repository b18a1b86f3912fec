/* Themes: definitions that replace others where they are asked for. */
#include "definition.h"
#include "diagnose.h"
#include "reader.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"

#include <string.h>

static bool is_theme(const xmlNode *xml, const char *name)
{
    if (xml->type != XML_ELEMENT_NODE || strcmp(chars(xml->name), "theme") != 0)
        return false;
    xmlChar *given = xmlGetNoNsProp(xml, BAD_CAST "name");
    bool same = given && strcmp(chars(given), name) == 0;
    xmlFree(given);
    return same;
}

/* The names of the themes in all files, some of them twice. */
static struct names names_of(struct layout_reader *reader)
{
    struct names names = {0};
    size_t room = 0;
    for (const struct imported_file *at = reader->files; at; at = at->next) {
        const xmlNode *root = at->file->tree ? xmlDocGetRootElement(at->file->tree) : NULL;
        for (const xmlNode *child = root ? root->children : NULL; child; child = child->next) {
            xmlChar *given = strcmp(chars(child->name), "theme") == 0
                                 ? xmlGetNoNsProp(child, BAD_CAST "name")
                                 : NULL;
            if (!given)
                continue;
            names.items =
                arena_grow(reader->arena, names.items, names.count, &room, sizeof *names.items);
            names.items[names.count++] = arena_strdup(reader->arena, chars(given));
            xmlFree(given);
        }
    }
    return names;
}

static void collect_theme(struct layout_reader *reader, const struct layout_file *file,
                          const xmlNode *theme)
{
    for (xmlNode *child = theme->children; child; child = child->next) {
        const struct element_rule *rule =
            child->type == XML_ELEMENT_NODE ? rule_find(chars(child->name), CONTENT_THEME) : NULL;
        if (rule && is_defined(rule->kind))
            definition_add(reader, file, child, rule->kind);
    }
}

/* Collects what a file says of the theme; true if it says anything. */
static bool collect_from(struct layout_reader *reader, const struct layout_file *file,
                         const char *name)
{
    const xmlNode *root = file->tree ? xmlDocGetRootElement(file->tree) : NULL;
    bool found = false;
    for (const xmlNode *child = root ? root->children : NULL; child; child = child->next)
        if (is_theme(child, name)) {
            collect_theme(reader, file, child);
            found = true;
        }
    return found;
}

void collect_themes(struct layout_reader *reader, const struct layout_file *layout)
{
    const struct layout_spot spot = {layout, xmlDocGetRootElement(layout->tree), NULL};
    for (const char *const *name = reader->themes; name && *name; name++) {
        bool found = false;
        for (const struct imported_file *at = reader->files; at; at = at->next)
            found |= collect_from(reader, at->file, *name);
        if (found)
            continue;
        const char *text = arena_printf(reader->arena, _("there is no theme \"%s\""), *name);
        const struct names names = names_of(reader);
        diagnose_layout(reader, &spot,
                        &(struct diagnostic){.id = "unknown-theme",
                                             .text = text,
                                             .hint = did_you_mean(reader, *name, &names)});
    }
}

static bool file_only_paints(const struct layout_file *file, const char *name)
{
    const xmlNode *root = file->tree ? xmlDocGetRootElement(file->tree) : NULL;
    for (const xmlNode *theme = root ? root->children : NULL; theme; theme = theme->next) {
        const xmlNode *child = is_theme(theme, name) ? theme->children : NULL;
        for (; child; child = child->next)
            if (child->type == XML_ELEMENT_NODE && strcmp(chars(child->name), "color") != 0)
                return false;
    }
    return true;
}

bool layout_store_only_paints(const struct layout_store *store, const char *theme)
{
    GHashTableIter files;
    gpointer file;
    g_hash_table_iter_init(&files, store->files);
    while (g_hash_table_iter_next(&files, NULL, &file))
        if (!file_only_paints(file, theme))
            return false;
    return true;
}
