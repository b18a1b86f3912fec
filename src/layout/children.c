/* Reads what stands between the tags of an element. */
#include "contents.h"
#include "diagnose.h"
#include "element.h"

#include "rapor/base/arena.h"
#include "rapor/base/language.h"
#include "rapor/layout/attributes.h"

#include <limits.h>
#include <string.h>

/* The children of an element as they are read. */
struct brood {
    struct layout_reader *reader;
    const struct layout_file *file;
    struct layout_scope scope; /* grows with every let and column */
    GArray *nodes;             /* struct node */
    int order;                 /* of the last one */
};

static size_t leading_space(const char *text)
{
    return strspn(text, " \t\r\n");
}

static bool is_definition(enum node_kind kind)
{
    return kind == NODE_IMPORT || kind == NODE_COLOR || kind == NODE_STYLE || kind == NODE_PAGE ||
           kind == NODE_PART || kind == NODE_THEME || kind == NODE_BIND;
}

static void add_node(struct brood *brood, const struct node *node)
{
    g_array_append_vals(brood->nodes, node, 1);
}

static void read_words(struct brood *brood, const xmlNode *xml)
{
    struct layout_reader *reader = brood->reader;
    const struct layout_spot spot = {brood->file, xml, NULL};
    const char *text = chars(xml->content);
    bool blank = text[leading_space(text)] == '\0';
    bool running =
        brood->scope.content == CONTENT_INLINE || brood->scope.content == CONTENT_PARAGRAPH;
    if (!running && !blank)
        diagnose_inside(
            reader, &spot, leading_space(text),
            &(struct diagnostic){.id = "misplaced-text",
                                 .text = arena_printf(reader->arena, _("no text may stand %s"),
                                                      content_name(brood->scope.content)),
                                 .hint = brood->scope.content == CONTENT_BLOCKS
                                             ? _("put it between <p> and </p>")
                                             : NULL});
    /* What sets the first of them off from the tag is no word; a space that parts sentences is. */
    bool indent = blank && (brood->scope.content == CONTENT_PARAGRAPH || strchr(text, '\n'));
    if (!running || (indent && brood->order < 0)) /* nothing is there yet but labels */
        return;
    brood->order = MAX(brood->order, 0);
    struct node node = {
        .kind = NODE_TEXT,
        .file = brood->file->path,
        .line = file_line(brood->file, file_offset(brood->file, xml, 0)),
        .text = read_text(reader, &spot, text, &brood->scope),
    };
    add_node(brood, &node);
}

static struct names names_allowed(const struct brood *brood)
{
    struct names names = {0};
    size_t count;
    g_autofree const char **allowed = rule_names(brood->scope.content, &count);
    for (size_t i = 0; i < count; i++)
        names_add(&names, allowed[i], brood->reader->arena);
    return names;
}

static void refuse_element(const struct brood *brood, const xmlNode *xml)
{
    struct layout_reader *reader = brood->reader;
    const struct layout_spot spot = {brood->file, xml, NULL};
    const char *name = chars(xml->name);
    const struct names names = names_allowed(brood);
    const bool known = rule_named(name) != NULL;
    const bool close = !known && closest_word(name, names.items, names.count);
    const char *hint = NULL;
    if (close)
        hint = did_you_mean(reader, name, &names);
    else if (names.count > 0)
        hint = arena_printf(reader->arena, _("here may stand: %s"),
                            names_listed(&names, reader->arena));
    const char *where = content_name(brood->scope.content);
    diagnose_layout(
        reader, &spot,
        &(struct diagnostic){
            .id = known ? "misplaced-element" : "unknown-element",
            .text = known ? arena_printf(reader->arena, _("%s may not stand %s"), name, where)
                          : arena_printf(reader->arena, _("there is no element %s"), name),
            .hint = hint,
        });
}

static bool seen_before(const struct brood *brood, enum node_kind kind)
{
    for (guint i = 0; i < brood->nodes->len; i++)
        if (g_array_index(brood->nodes, struct node, i).kind == kind)
            return true;
    return false;
}

static void check_order(struct brood *brood, const xmlNode *xml, const struct element_rule *rule)
{
    const struct layout_spot spot = {brood->file, xml, NULL};
    struct arena *arena = brood->reader->arena;
    if (rule->once && seen_before(brood, rule->kind))
        diagnose_layout(
            brood->reader, &spot,
            &(struct diagnostic){
                .id = "twice", .text = arena_printf(arena, _("%s stands here twice"), rule->name)});
    else if (rule->order < brood->order)
        diagnose_layout(brood->reader, &spot,
                        &(struct diagnostic){
                            .id = "order",
                            .text = arena_printf(arena, _("%s must stand before what is above it"),
                                                 rule->name)});
    brood->order = MAX(brood->order, rule->order);
}

/* Variables and columns count for the siblings that follow. */
static void remember(struct brood *brood, const struct node *node)
{
    if (node->kind == NODE_COLUMN && brood->scope.columns != COLUMNS_OPEN)
        brood->scope.columns =
            node->values[COLUMN_TIMES].given ? COLUMNS_OPEN : brood->scope.columns + 1;
    if (node->kind != NODE_LET || !node->values[LET_NAME].name)
        return;
    const struct expression *expression = node->values[LET_SELECT].expression;
    struct variable_type *variable = ARENA_NEW(brood->reader->arena, struct variable_type);
    *variable = (struct variable_type){
        .next = brood->scope.at.variables,
        .name = node->values[LET_NAME].name,
        .type =
            expression ? expression->type : scope_anywhere(brood->reader, CONTENT_NONE).at.context,
        .through = expression ? expression->through : ON_SUBJECT,
        .lifetime = lifetime_in(&brood->scope, expression ? expression->lifetime : LIFETIME_NONE),
    };
    brood->scope.at.variables = variable;
}

static bool is_ours(const xmlNode *xml)
{
    return xml->ns && strcmp(chars(xml->ns->href), LAYOUT_NAMESPACE) == 0;
}

static void read_child(struct brood *brood, const xmlNode *xml)
{
    const struct element_rule *rule =
        is_ours(xml) ? rule_find(chars(xml->name), brood->scope.content) : NULL;
    if (!rule) {
        refuse_element(brood, xml);
        return;
    }
    check_order(brood, xml, rule);
    if (is_definition(rule->kind)) /* read where they are needed */
        return;
    struct node node;
    const struct layout_spot spot = {brood->file, xml, NULL};
    read_element(brood->reader, &spot, rule, &brood->scope, &node);
    remember(brood, &node);
    add_node(brood, &node);
}

/* They stay with the layout, in no more room than they need. */
static struct nodes nodes_of(const struct brood *brood)
{
    const size_t count = brood->nodes->len;
    return (struct nodes){
        arena_copy(brood->reader->arena, brood->nodes->data, count, sizeof(struct node)), count,
        count};
}

struct nodes read_children(struct layout_reader *reader, const struct layout_file *file,
                           const xmlNode *parent, const struct layout_scope *scope)
{
    if (scope->depth > NESTING_MOST) {
        const struct layout_spot spot = {file, parent, NULL};
        diagnose_layout(reader, &spot,
                        &(struct diagnostic){.id = "nesting", .text = _("elements nest too deep")});
        return (struct nodes){0};
    }
    g_autoptr(GArray) nodes = g_array_new(FALSE, FALSE, sizeof(struct node));
    struct brood brood = {reader, file, *scope, nodes, INT_MIN};
    for (const xmlNode *child = parent->children; child; child = child->next) {
        if (child->type == XML_TEXT_NODE)
            read_words(&brood, child);
        else if (child->type == XML_ELEMENT_NODE)
            read_child(&brood, child);
    }
    return nodes_of(&brood);
}
