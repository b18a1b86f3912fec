/* Reads maps: tiles and outlines of areas, as layouts/common/provinces.xml has them. */
#include "contents.h"
#include "diagnose.h"
#include "reader.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"
#include "rapor/base/markup.h"
#include "rapor/base/own.h"
#include "rapor/layout/parse.h"

#include <math.h>
#include <string.h>

#define MAP_NAMESPACE "urn:rapor:map:1"
#define POINTS_MOST   20000

static const char *property(const xmlNode *node, const char *name, struct arena *arena)
{
    g_auto(XmlText) given = xmlGetNoNsProp(node, BAD_CAST name);
    return given ? arena_strdup(arena, chars(given)) : NULL;
}

static double number(const xmlNode *node, const char *name, struct arena *arena)
{
    const char *text = property(node, name, arena);
    double value = 0;
    return text && parse_number(text, &value) && value >= 0 && value < 10000 ? value : 0;
}

static void bound(struct area *area, size_t points)
{
    for (size_t i = 0; i < points; i++) {
        double x = area->path[2 * i], y = area->path[2 * i + 1];
        area->left = i ? fmin(area->left, x) : x;
        area->right = i ? fmax(area->right, x) : x;
        area->top = i ? fmin(area->top, y) : y;
        area->bottom = i ? fmax(area->bottom, y) : y;
    }
}

/* "x,y x,y ...; x,y ...": rings are ended by semicolons. */
static void read_path(struct area *area, const char *text, struct arena *arena)
{
    size_t room = MIN(strlen(text), 2 * (size_t)POINTS_MOST), count = 0, start = 0;
    double *path = ARENA_ARRAY(arena, room + 2, double);
    size_t *rings = ARENA_ARRAY(arena, room + 1, size_t);
    while (*text && count < room) {
        char *end;
        double value = g_ascii_strtod(text, &end);
        if (end > text)
            path[count++] = value;
        if (*end == ';' || !*end) {
            rings[area->ring_count++] = (count - start) / 2;
            start = count;
        }
        text = *end ? end + 1 : end;
    }
    area->path = path;
    area->rings = rings;
    bound(area, count / 2);
}

static void read_area(struct map *map, const xmlNode *node, struct arena *arena)
{
    map->areas = arena_grow(arena, map->areas, map->area_count, &map->room, sizeof *map->areas);
    struct area *area = &map->areas[map->area_count++];
    *area = (struct area){
        .key = property(node, "key", arena),
        .name = property(node, "name", arena),
        .parent = property(node, "parent", arena),
        .column = (size_t)number(node, "column", arena),
        .row = (size_t)number(node, "row", arena),
    };
    const char *path = property(node, "path", arena);
    if (path)
        read_path(area, path, arena);
}

static bool is_map(const xmlNode *root)
{
    return root && root->ns && strcmp(chars(root->ns->href), MAP_NAMESPACE) == 0 &&
           strcmp(chars(root->name), "map") == 0;
}

const struct map *read_map(struct layout_reader *reader, const struct layout_spot *spot,
                           const char *path)
{
    struct map *map = ARENA_NEW(reader->arena, struct map);
    g_autoptr(GError) cause = NULL;
    g_autoptr(xmlDoc) tree = markup_open(path, &cause);
    const xmlNode *root = tree ? xmlDocGetRootElement(tree) : NULL;
    bool good = is_map(root);
    for (const xmlNode *child = good ? root->children : NULL; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE)
            read_area(map, child, reader->arena);
    if (good) {
        map->width = number(root, "width", reader->arena);
        map->height = number(root, "height", reader->arena);
    }
    for (size_t i = 0; i < map->area_count; i++)
        good = good && map->areas[i].key && map->areas[i].name && map->areas[i].ring_count > 0;
    if (!good || map->width <= 0 || map->height <= 0)
        diagnose_layout(reader, spot,
                        &(struct diagnostic){
                            .id = "map",
                            .text = cause ? arena_strdup(reader->arena, cause->message)
                                          : arena_printf(reader->arena, _("%s is no map"), path)});
    return map;
}
