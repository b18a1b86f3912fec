#include "argument.h"

#include "rapor/pack/table_format.h"
#include "rapor/paint/paint.h"
#include "rapor/press/output_format.h"

#include <string.h>

static void add_formats(GPtrArray *words)
{
    for (size_t i = 0; painters[i]; i++)
        if (painter_find(painters[i]->format, NULL) == painters[i])
            g_ptr_array_add(words, (void *)painters[i]->format);
}

static void add_painters(GPtrArray *words)
{
    for (size_t i = 0; painters[i]; i++)
        if (strcmp(painters[i]->format, "pdf") == 0)
            g_ptr_array_add(words, (void *)painters[i]->name);
}

static void add_chart_formats(GPtrArray *words)
{
    for (size_t i = 0; output_formats[i].ending; i++)
        g_ptr_array_add(words, (void *)output_formats[i].ending);
}

static void add_table_formats(GPtrArray *words)
{
    for (size_t i = 0; table_formats[i]; i++)
        g_ptr_array_add(words, (void *)table_formats[i]->name);
}

static const struct {
    const char *argument;
    void (*add)(GPtrArray *words);
} tables[] = {
    {"FORMAT", add_formats},             /* of a document */
    {"PAINTER", add_painters},           /* of PDFs */
    {"CHART-FORMAT", add_chart_formats}, /* of a chart */
    {"TABLE-FORMAT", add_table_formats}, /* of a ranking */
};

char *argument_words(const char *argument)
{
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++)
        if (strcmp(tables[i].argument, argument) == 0) {
            g_autoptr(GPtrArray) words = g_ptr_array_new();
            tables[i].add(words);
            g_ptr_array_add(words, NULL);
            return g_strjoinv("|", (char **)words->pdata);
        }
    return NULL;
}
