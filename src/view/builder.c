#include "builder.h"

#include "writer.h"

#include "rapor/base/arena.h"

/* A rule with its names looked up. */
struct prepared {
    const struct view_rule *rule;
    GQuark name;
    const GQuark *names;                 /* of the fields */
    const struct prepared **children;    /* of the rule's */
    const struct view_ready **constants; /* of each part; NULL: not yet made */
};

static const struct prepared *prepare(const struct view_rule *rule, const struct builder *builder,
                                      GHashTable *known)
{
    struct prepared *prepared = g_hash_table_lookup(known, rule);
    if (prepared)
        return prepared;
    struct arena *arena = builder->arena;
    const struct instrument *instrument = builder->facts->standings->evaluation->instrument;
    GQuark *names = ARENA_ARRAY(arena, rule->field_count, GQuark);
    const struct prepared **children =
        ARENA_ARRAY(arena, rule->child_count, const struct prepared *);
    for (size_t i = 0; i < rule->field_count; i++)
        names[i] = g_quark_from_static_string(rule->fields[i].name);
    for (size_t i = 0; i < rule->child_count; i++)
        children[i] = prepare(rule->children[i].rule, builder, known);
    prepared = ARENA_NEW(arena, struct prepared);
    *prepared =
        (struct prepared){rule, g_quark_from_static_string(rule->name), names, children, NULL};
    if (rule->constant > 0)
        prepared->constants = ARENA_ARRAY(
            arena, *(const size_t *)(const void *)((const char *)instrument + rule->parts),
            const struct view_ready *);
    g_hash_table_insert(known, (void *)(uintptr_t)rule, prepared);
    return prepared;
}

struct builder *builder_create(struct facts *facts, struct arena *arena)
{
    g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);
    struct builder *builder = ARENA_NEW(arena, struct builder);
    *builder = (struct builder){.facts = facts, .arena = arena};
    builder->results = prepare(&results_rule, builder, known);
    return builder;
}

/* Writes the fields from FIRST to END to ROOM; returns how many have a value. */
static size_t fill(const struct prepared *prepared, const struct view_source *source, size_t first,
                   size_t end, struct view_attribute *room)
{
    size_t count = 0;
    for (size_t i = first; i < end; i++) {
        const struct view_field *field = &prepared->rule->fields[i];
        if (source->brief && field->flags & VIEW_WHOLE_ONLY)
            continue;
        room[count] = source_field(source, field);
        room[count].name = prepared->names[i];
        room[count].personal = field->flags & VIEW_LAYOUTS;
        count += room[count].text != NULL;
    }
    return count;
}

/* Fields that are the same for all are looked at closely, once. */
static const struct view_ready *make_ready(const struct builder *builder,
                                           const struct prepared *prepared,
                                           const struct view_source *source)
{
    struct view_source lasting = *source;
    lasting.arena = builder->arena;
    struct view_ready *ready = arena_alloc(
        builder->arena, 1, sizeof *ready + prepared->rule->constant * sizeof *ready->attributes);
    ready->count =
        (uint32_t)fill(prepared, &lasting, 0, prepared->rule->constant, ready->attributes);
    g_autoptr(GString) bytes = g_string_new(NULL);
    write_attributes(bytes, ready->attributes, ready->count);
    ready->length = bytes->len;
    ready->bytes = arena_strndup(builder->arena, bytes->str, bytes->len);
    return ready;
}

static const struct view_ready *constants_of(const struct builder *builder,
                                             const struct prepared *prepared,
                                             const struct view_source *source)
{
    if (!prepared->constants)
        return NULL;
    const struct view_ready **ready = &prepared->constants[source->number];
    if (!*ready)
        *ready = make_ready(builder, prepared, source);
    return *ready;
}

static void set_text(const struct prepared *prepared, const struct view_source *source,
                     struct view_element *element)
{
    const struct view_field *field = prepared->rule->text;
    const struct view_attribute text = source_field(source, field);
    element->text = text.text;
    element->text_length = text.length;
}

static void build_children(const struct builder *builder, const struct prepared *prepared,
                           const struct view_source *source, struct view_piece *piece,
                           struct view_element *element);

/* An element of which nothing is known is left out: NULL then. */
static struct view_element *build(const struct builder *builder, const struct prepared *prepared,
                                  const struct view_source *source, struct view_piece *piece,
                                  struct view_element *parent)
{
    const struct view_rule *rule = prepared->rule;
    const struct view_ready *ready = constants_of(builder, prepared, source);
    struct view_attribute *room = view_piece_room(piece, rule->field_count);
    size_t count = 0;
    for (; ready && count < ready->count; count++)
        room[count] = ready->attributes[count];
    count += fill(prepared, source, rule->constant, rule->field_count, room + count);
    if (count == 0 && !rule->text && rule->child_count == 0)
        return NULL;
    struct view_element *element = view_piece_element(piece, parent, prepared->name);
    element->ready = ready;
    view_piece_attributes(piece, element, count);
    if (rule->text)
        set_text(prepared, source, element);
    if (rule->child_count > 0)
        build_children(builder, prepared, source, piece, element);
    return element;
}

static bool is_shown(const struct view_child *child, const struct view_source *source)
{
    return !(child->flags & VIEW_WHOLE_ONLY && source->brief) &&
           !(child->flags & VIEW_DETAILS && !source->much.whole);
}

/* Others than an institution have all their children. */
static bool is_unwanted(const struct view_rule *rule, size_t child,
                        const struct view_source *source)
{
    return rule == &rule_institution && !(source->much.parts >> child & 1);
}

/* A kind of child, and what makes its elements. */
struct branch {
    const struct view_child *child;
    const struct prepared *prepared;
};

static void build_all(const struct builder *builder, struct branch branch,
                      const struct view_source *source, struct view_piece *piece,
                      struct view_element *parent)
{
    struct view_source about = *source;
    for (size_t i = 0;; i++) {
        switch (branch.child->next(&about, i)) {
        case VIEW_HERE:
            build(builder, branch.prepared, &about, piece, parent);
            break;
        case VIEW_SKIP:
            break;
        case VIEW_END:
            return;
        }
    }
}

static void build_children(const struct builder *builder, const struct prepared *prepared,
                           const struct view_source *source, struct view_piece *piece,
                           struct view_element *element)
{
    for (size_t i = 0; i < prepared->rule->child_count; i++) {
        const struct view_child *child = &prepared->rule->children[i];
        if (is_shown(child, source) && !is_unwanted(prepared->rule, i, source))
            build_all(builder, (struct branch){child, prepared->children[i]}, source, piece,
                      element);
    }
}

static struct view_source source_of(const struct builder *builder, const struct coverage *coverage,
                                    struct view_piece *piece)
{
    const struct standings *standings = builder->facts->standings;
    return (struct view_source){
        .facts = builder->facts,
        .arena = view_piece_arena(piece),
        .coverage = coverage,
        .standings = standings,
        .evaluation = standings->evaluation,
        .instrument = standings->evaluation->instrument,
    };
}

struct view_element *build_results(const struct builder *builder, bool in_file,
                                   struct view_piece *piece, struct view_element *parent)
{
    const struct view_rule *rule = &results_rule;
    const struct view_source source = source_of(builder, NULL, piece);
    struct view_attribute *room = view_piece_room(piece, rule->field_count);
    size_t count = 0;
    for (size_t i = 0; i < rule->field_count; i++)
        if (in_file || !(rule->fields[i].flags & VIEW_FILE_ONLY))
            count += fill(builder->results, &source, i, i + 1, room + count);
    struct view_element *element = view_piece_element(piece, parent, builder->results->name);
    view_piece_attributes(piece, element, count);
    return element;
}

static const struct prepared *child_prepared(const struct builder *builder,
                                             const struct view_rule *rule)
{
    size_t i = 0;
    while (results_rule.children[i].rule != rule)
        i++;
    return builder->results->children[i];
}

void build_paper(const struct builder *builder, const struct view_paper *paper,
                 struct view_piece *piece, struct view_element *element)
{
    struct view_source source = source_of(builder, NULL, piece);
    source.paper = paper;
    struct view_attribute *room = view_piece_room(piece, rule_paper.field_count);
    const size_t count =
        fill(child_prepared(builder, &rule_paper), &source, 0, rule_paper.field_count, room);
    for (size_t i = 0; i < count; i++)
        room[i].text = arena_strndup(source.arena, room[i].text, room[i].length);
    view_piece_attributes(piece, element, count);
}

static struct branch branch_of(const struct builder *builder, size_t child)
{
    return (struct branch){&results_rule.children[child], builder->results->children[child]};
}

void build_always(const struct builder *builder, struct view_piece *piece,
                  struct view_element *results)
{
    const struct view_source source = source_of(builder, NULL, piece);
    for (size_t i = 0; i < results_rule.child_count; i++)
        if (results_rule.children[i].flags & VIEW_ALWAYS)
            build_all(builder, branch_of(builder, i), &source, piece, results);
}

void build_around(const struct builder *builder, const struct coverage *coverage,
                  struct view_piece *piece, struct view_element *results)
{
    const struct view_source source = source_of(builder, coverage, piece);
    for (size_t i = 0; i < results_rule.child_count; i++) {
        const struct view_child *child = &results_rule.children[i];
        if (!(child->flags & VIEW_ALWAYS) && child->next)
            build_all(builder, branch_of(builder, i), &source, piece, results);
    }
}

struct view_element *build_institution(const struct builder *builder, size_t institution,
                                       struct much much, struct view_piece *piece,
                                       struct view_element *results)
{
    struct view_source source = source_of(builder, NULL, piece);
    source.much = much;
    source_institution(&source, institution);
    return build(builder, child_prepared(builder, &rule_institution), &source, piece, results);
}
