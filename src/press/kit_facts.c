#include "kit_facts.h"

GArray *kit_leading(const struct standings *standings)
{
    const struct evaluation *evaluation = standings->evaluation;
    GArray *leading = g_array_new(FALSE, FALSE, sizeof(size_t));
    int64_t *best = g_new0(int64_t, evaluation->instrument->group_count);
    for (size_t i = 0; i < evaluation->institution_count; i++) {
        int64_t *of_group = &best[evaluation->institutions[i].group];
        if (standings->all[i].index.whole != 0)
            *of_group = MAX(*of_group, standings->all[i].index.printed);
    }
    for (size_t i = 0; i < evaluation->institution_count; i++)
        if (standings->all[i].index.whole != 0 &&
            standings->all[i].index.printed == best[evaluation->institutions[i].group])
            g_array_append_val(leading, i);
    g_free(best);
    return leading;
}

/* A number as an attribute. */
static void set_count(xmlNode *node, const char *name, size_t count)
{
    g_autofree char *text = g_strdup_printf("%zu", count);
    xmlSetProp(node, BAD_CAST name, BAD_CAST text);
}

static size_t count_reached(const struct standings *standings)
{
    const struct evaluation *evaluation = standings->evaluation;
    size_t count = 0;
    for (size_t i = 0; i < evaluation->institution_count; i++) {
        const size_t group = evaluation->institutions[i].group;
        count += standings->all[i].index.whole != 0 &&
                 standings->all[i].index.printed >= evaluation->instrument->groups[group].target;
    }
    return count;
}

/* What others wait for: a source, and how many institutions wait for it. */
struct awaited {
    GPtrArray *sources; /* in the order in which they are met */
    GHashTable *counts; /* of a source */
    bool *indicators;   /* whether somebody waits for that of an indicator */
};

static const char *source_of(const struct instrument *instrument, const struct institution *one,
                             size_t indicator)
{
    const struct answer *answers = one->records ? one->records->answers : NULL;
    const char *own = answers ? answers[indicator].source : NULL;
    return own ? own : instrument->indicators[indicator].source;
}

static void count_source(struct awaited *awaited, GHashTable *seen, const char *source)
{
    if (!g_hash_table_add(seen, (gpointer)source))
        return;
    const size_t count = GPOINTER_TO_SIZE(g_hash_table_lookup(awaited->counts, source));
    if (count == 0)
        g_ptr_array_add(awaited->sources, (gpointer)source);
    g_hash_table_insert(awaited->counts, (gpointer)source, GSIZE_TO_POINTER(count + 1));
}

/* True where the institution waits for something. */
static bool count_waiting(struct awaited *awaited, const struct instrument *instrument,
                          const struct institution *one)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < instrument->indicator_count; i++) {
        if (!one->pending[i])
            continue;
        awaited->indicators[i] = true;
        count_source(awaited, seen, source_of(instrument, one, i));
    }
    return g_hash_table_size(seen) > 0;
}

static size_t count_all_waiting(struct awaited *awaited, const struct standings *standings)
{
    const struct evaluation *evaluation = standings->evaluation;
    size_t count = 0;
    for (size_t i = 0; i < evaluation->institution_count; i++) {
        const struct institution *one = &evaluation->institutions[i];
        if (standings->all[i].index.whole != 0 && one->pending)
            count += count_waiting(awaited, evaluation->instrument, one);
    }
    return count;
}

/* Each source with its count, and each indicator. */
static void add_awaited(xmlNode *node, const struct awaited *awaited,
                        const struct instrument *instrument)
{
    for (guint i = 0; i < awaited->sources->len; i++) {
        const char *source = awaited->sources->pdata[i];
        xmlNode *one = xmlNewChild(node, NULL, BAD_CAST "awaited", NULL);
        xmlSetProp(one, BAD_CAST "source", BAD_CAST source);
        set_count(one, "count", GPOINTER_TO_SIZE(g_hash_table_lookup(awaited->counts, source)));
    }
    for (size_t i = 0; i < instrument->indicator_count; i++)
        if (awaited->indicators[i]) {
            xmlNode *one = xmlNewChild(node, NULL, BAD_CAST "indicator", NULL);
            xmlSetProp(one, BAD_CAST "no", BAD_CAST instrument->indicators[i].no);
        }
}

xmlNode *kit_count(xmlNode *root, const struct standings *standings)
{
    const struct instrument *instrument = standings->evaluation->instrument;
    xmlNode *node = xmlNewChild(root, NULL, BAD_CAST "institutions", NULL);
    g_autoptr(GPtrArray) sources = g_ptr_array_new();
    g_autoptr(GHashTable) counts = g_hash_table_new(g_str_hash, g_str_equal);
    bool *indicators = g_new0(bool, instrument->indicator_count);
    struct awaited awaited = {sources, counts, indicators};
    set_count(node, "reached", count_reached(standings));
    set_count(node, "waiting", count_all_waiting(&awaited, standings));
    add_awaited(node, &awaited, instrument);
    g_free(indicators);
    return node;
}
