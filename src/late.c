/* Functions of libraries that are opened when one of them is called: .ci/late writes
 * the stand-ins that ask here.  What four libraries that few runs need would cost at
 * each start is more than half of it. */
#include "rapor/failure.h"

#include <dlfcn.h>
#include <stdlib.h>

struct late_call {
    const char *library, *name;
};

extern const struct late_call late_calls[];
extern void *late_slots[];
void *late_find(size_t call);

/* As it would end before its first line, if the linker were to miss it. */
static void *give_up(void)
{
    g_printerr("rapor: error: %s\n", dlerror());
    exit(FAILURE_UNAVAILABLE);
}

void *late_find(size_t call)
{
    const struct late_call *what = &late_calls[call];
    void *library = dlopen(what->library, RTLD_LAZY | RTLD_LOCAL);
    void *function = library ? dlsym(library, what->name) : NULL;
    if (!function)
        return give_up();
    late_slots[call] = function;
    return function;
}
