/* Whatever the bytes, the reader ends with an evaluation or with a complaint.
 *
 *     clang -fsanitize=fuzzer,address,undefined ... tests/fuzz/evaluation_fuzz.c
 *     evaluation_fuzz CORPUS samples/bad tests/unit/data                       */
#include "../../src/read/evaluation/reader.h"

#include "rapor/base/arena.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct arena *arena = arena_create();
    struct diagnostics *diagnostics = diagnostics_create();
    struct instrument_source from = {.layouts = "tests/unit/data/layouts"};
    struct input *input = input_of_bytes("fuzz", (const char *)bytes, size);
    const struct evaluation *evaluation =
        evaluation_read_input(input, &from, diagnostics, arena, NULL);
    if ((evaluation != NULL) != (diagnostics_count(diagnostics, SEVERITY_ERROR) == 0))
        abort();
    input_close(input);
    instrument_close(from.instrument);
    diagnostics_destroy(diagnostics);
    arena_destroy(arena);
    return 0;
}
