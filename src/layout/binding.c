/* Words that stay on one line with their neighbours. */
#include "contents.h"
#include "reader.h"

#include "rapor/base/arena.h"
#include "rapor/layout/attributes.h"

#include <string.h>

/* Marks the bytes that what matches PATTERN can begin with. */
static void add_begins(struct word_list *list, const char *pattern)
{
    switch (*pattern) {
    case '#':
        memset(list->begins + '0', true, 10);
        break;
    case '?':
    case '*':
        memset(list->begins, true, sizeof list->begins);
        break;
    default:
        list->begins[(unsigned char)g_ascii_tolower(*pattern)] = true;
        list->begins[(unsigned char)g_ascii_toupper(*pattern)] = true;
        break;
    }
}

static struct word_list list_of(const struct names *names)
{
    struct word_list list = {.items = names->items, .count = names->count};
    for (size_t i = 0; i < names->count; i++)
        add_begins(&list, names->items[i]);
    return list;
}

void binding_read(struct layout_reader *reader, const struct layout_file *file, xmlNode *xml,
                  const struct element_rule *rule)
{
    struct layout *layout = reader->layout;
    struct node node;
    struct layout_scope scope = scope_anywhere(reader, CONTENT_LAYOUT);
    const struct layout_spot spot = {file, xml, NULL};
    read_element(reader, &spot, rule, &scope, &node);
    layout->bindings = arena_grow(layout->arena, layout->bindings, layout->binding_count,
                                  &layout->binding_room, sizeof *layout->bindings);
    layout->bindings[layout->binding_count++] = (struct binding){
        .left = list_of(&node.values[BIND_LEFT].names),
        .right = list_of(&node.values[BIND_RIGHT].names),
    };
}
