#include "../command.h"
#include "../installed.h"
#include "../output.h"
#include "../suggest.h"

#include "rapor/base/disk.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/layout/schema.h"
#include "rapor/read/evaluation.h"
#include "rapor/view/results.h"

#include <stdio.h>
#include <string.h>

static const struct option options[] = {
    {"evaluation", 0, OPTION_FLAG, offsetof(struct options, evaluation), NULL,
     N_("the same as NAME evaluation")},
    {"layout", 0, OPTION_FLAG, offsetof(struct options, of_layout), NULL,
     N_("the same as NAME layout")},
    {"list", 0, OPTION_FLAG, offsetof(struct options, list), NULL, N_("list the schemas")},
    {"output", 'o', OPTION_TEXT, offsetof(struct options, output), "FILE",
     N_("write to FILE (-: standard output)")},
    {"layouts", 0, OPTION_TEXT, offsetof(struct options, layouts), "DIR",
     N_("folder of your own layouts, searched before the built-in ones")},
    {0},
};

/* Schemas that the program makes of the tables it checks and writes by. */
static const struct {
    const char *name;
    void (*write)(GString *out);
} tables[] = {
    {"evaluation", evaluation_schema},
    {"layout", layout_schema},
    {"results", results_schema},
};

static bool print_file(const char *layouts, const char *name, const char *output, GError **error)
{
    g_autofree char *path = installed_schema_path(layouts, name);
    size_t length;
    g_autofree char *text = disk_read(path, FAILURE_UNAVAILABLE, &length, error);
    return text && output_write(output, text, length, error);
}

static bool print_schema(const char *layouts, const char *name, const char *output, GError **error)
{
    for (size_t i = 0; i < G_N_ELEMENTS(tables); i++) {
        if (strcmp(tables[i].name, name) != 0)
            continue;
        g_autoptr(GString) text = g_string_new(NULL);
        tables[i].write(text);
        return output_write(output, text->str, text->len, error);
    }
    return print_file(layouts, name, output, error);
}

static const char *asked_for(const struct options *given)
{
    if (given->evaluation)
        return "evaluation";
    return given->of_layout ? "layout" : given->inputs[0];
}

static int run(struct call *call, GError **error)
{
    const struct options *given = &call->options;
    const char *layouts =
        places_find((struct places){.layouts = given->layouts}, call->arena).layouts;
    g_autoptr(GPtrArray) names = installed_schemas(layouts);
    if (names->len == 0) {
        fail(error, FAILURE_UNAVAILABLE,
             "%s: there are no schemas\nhint: name the folder of "
             "layouts with --layouts or RAPOR_LAYOUTS",
             layouts);
        return FAILURE_UNAVAILABLE;
    }
    if (given->list) {
        for (guint i = 0; i < names->len; i++)
            puts(g_ptr_array_index(names, i));
        return FAILURE_NONE;
    }

    const struct choice choice = {N_("schema"), (const char *const *)names->pdata, names->len};
    const char *name = asked_for(given);
    if (!name)
        fail(error, FAILURE_USAGE, "NAME is missing\nhint: \"rapor schema --list\" lists them");
    else if (choice_has(&choice, name, error))
        print_schema(layouts, name, given->output, error);
    return FAILURE_NONE;
}

const struct command command_schema = {
    .name = "schema",
    .operands = "NAME",
    .summary = N_("print the schema of a kind of file, for editors and checks"),
    .examples = "rapor schema --list\n"
                "rapor schema --layout > layout.rng\n"
                "rapor schema --evaluation > evaluation.rng\n"
                "jing evaluation.rng nilai.xml\n",
    .about =
        N_("jing and \"rapor check\" name the right line; xmllint names none beyond 65,535.\n"),
    .options = (const struct option *const[]){options, options_all, NULL},
    .inputs_max = 1,
    .inputs = "NAME",
    .run = run,
};
