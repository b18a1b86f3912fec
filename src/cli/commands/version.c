#include "../command.h"

#include "rapor/base/failure.h"
#include "rapor/base/language.h"

#include <stdio.h>

static int run(struct call *call, GError **error)
{
    (void)call;
    (void)error;
    puts("rapor " RAPOR_VERSION);
    return FAILURE_NONE;
}

const struct command command_version = {
    .name = "version",
    .operands = "",
    .summary = N_("print the version"),
    .examples = "rapor version\n"
                "rapor --version\n",
    .options = (const struct option *const[]){options_all, NULL},
    .run = run,
};
