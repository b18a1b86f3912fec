#include "tree.h"

#include "../plain.h"

#include "rapor/base/arena.h"

#include <glib.h>
#include <string.h>

/* The text while it is gone through. */
struct tree_scan {
    const char *text;
    size_t size, at;
    struct arena *arena;
};

static bool looks_at(const struct tree_scan *scan, const char *what)
{
    size_t length = strlen(what);
    return scan->size - scan->at >= length && memcmp(scan->text + scan->at, what, length) == 0;
}

static void skip_behind(struct tree_scan *scan, const char *what)
{
    const char *found = memmem(scan->text + scan->at, scan->size - scan->at, what, strlen(what));
    scan->at = found ? (size_t)(found - scan->text) + strlen(what) : scan->size;
}

static void skip_spaces(struct tree_scan *scan)
{
    while (scan->at < scan->size && g_ascii_isspace(scan->text[scan->at]))
        scan->at++;
}

static const char *take_name(struct tree_scan *scan)
{
    size_t begin = scan->at;
    while (scan->at < scan->size && !g_ascii_isspace(scan->text[scan->at]) &&
           !strchr("=/>", scan->text[scan->at]))
        scan->at++;
    return arena_strndup(scan->arena, scan->text + begin, scan->at - begin);
}

/* Returns the text with its entities replaced. */
static const char *decoded(struct tree_scan *scan, size_t begin, size_t end)
{
    static const char *const names[][2] = {
        {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}};
    const char *raw = arena_strndup(scan->arena, scan->text + begin, end - begin);
    if (!strchr(raw, '&'))
        return raw;
    g_autoptr(GString) plain = g_string_new(NULL);
    while (*raw) {
        char *stop = NULL;
        size_t known = 0;
        while (known < G_N_ELEMENTS(names) && !g_str_has_prefix(raw, names[known][0]))
            known++;
        if (known < G_N_ELEMENTS(names)) {
            g_string_append(plain, names[known][1]);
            raw += strlen(names[known][0]);
        } else if (g_str_has_prefix(raw, "&#")) {
            bool hex = raw[2] == 'x';
            guint64 c = g_ascii_strtoull(raw + 2 + hex, &stop, hex ? 16 : 10);
            g_string_append_unichar(plain, (gunichar)c);
            raw = stop + (*stop == ';');
        } else {
            g_string_append_c(plain, *raw++);
        }
    }
    return arena_strdup(scan->arena, plain->str);
}

static void take_attribute(struct tree_scan *scan, struct import_node *node, size_t begin)
{
    struct node_attribute attribute = {.begin = begin, .name = take_name(scan)};
    skip_spaces(scan);
    scan->at++; /* = */
    skip_spaces(scan);
    char quote[] = {scan->text[scan->at++], '\0'};
    attribute.value_begin = scan->at;
    skip_behind(scan, quote);
    attribute.value_end = scan->at - 1;
    attribute.end = scan->at;
    attribute.value = decoded(scan, attribute.value_begin, attribute.value_end);
    node->attributes = arena_grow(scan->arena, node->attributes, node->attribute_count,
                                  &node->attribute_room, sizeof *node->attributes);
    node->attributes[node->attribute_count++] = attribute;
}

/* Takes a start tag; the text stands behind its "<". */
static struct import_node *take_tag(struct tree_scan *scan, struct import_node *parent)
{
    struct import_node *node = ARENA_NEW(scan->arena, struct import_node);
    *node = (struct import_node){.parent = parent, .begin = scan->at - 1, .text = ""};
    node->name = take_name(scan);
    for (;;) {
        size_t before = scan->at;
        skip_spaces(scan);
        if (scan->at >= scan->size || strchr("/>", scan->text[scan->at]))
            break;
        take_attribute(scan, node, before);
    }
    node->empty = scan->at < scan->size && scan->text[scan->at] == '/';
    node->end_tag = scan->at;
    skip_behind(scan, ">");
    node->tag_end = node->end = scan->at;
    if (!parent)
        return node;
    parent->children = arena_grow(scan->arena, parent->children, parent->child_count,
                                  &parent->child_room, sizeof(struct import_node *));
    parent->children[parent->child_count++] = node;
    return node;
}

/* Closes the open element; what stood in it, if it is text alone, is its text. */
static struct import_node *close_node(struct tree_scan *scan, struct import_node *open)
{
    open->end_tag = scan->at - 1;
    if (open->child_count == 0)
        open->text = plain_text(decoded(scan, open->tag_end, open->end_tag), NULL, scan->arena);
    skip_behind(scan, ">");
    open->end = scan->at;
    return (struct import_node *)open->parent;
}

/* Passes over what is no tag; false: one stands there. */
static bool skip_other(struct tree_scan *scan)
{
    static const struct {
        const char *begin, *end;
    } others[] = {{"!--", "-->"}, {"![CDATA[", "]]>"}, {"?", "?>"}};
    for (size_t i = 0; i < G_N_ELEMENTS(others); i++)
        if (looks_at(scan, others[i].begin)) {
            skip_behind(scan, others[i].end);
            return true;
        }
    return false;
}

struct import_node *spans_read(const char *text, size_t size, struct arena *arena)
{
    struct tree_scan scan = {text, size, 0, arena};
    struct import_node *root = NULL, *open = NULL;
    for (skip_behind(&scan, "<"); scan.at < size; skip_behind(&scan, "<")) {
        if (skip_other(&scan))
            continue;
        if (looks_at(&scan, "/")) {
            open = open ? close_node(&scan, open) : NULL;
        } else {
            struct import_node *node = take_tag(&scan, open);
            root = root ? root : node;
            open = node->empty ? open : node;
        }
    }
    return root;
}

const struct node_attribute *node_attribute(const struct import_node *node, const char *name)
{
    for (size_t i = 0; i < node->attribute_count; i++)
        if (strcmp(node->attributes[i].name, name) == 0)
            return &node->attributes[i];
    return NULL;
}

const char *node_value(const struct import_node *node, const char *name)
{
    const struct node_attribute *attribute = node_attribute(node, name);
    return attribute ? attribute->value : NULL;
}

const struct import_node *node_child(const struct import_node *node, const char *name,
                                     size_t number)
{
    for (size_t i = 0; i < node->child_count; i++)
        if (strcmp(node->children[i]->name, name) == 0 && --number == 0)
            return node->children[i];
    return NULL;
}
