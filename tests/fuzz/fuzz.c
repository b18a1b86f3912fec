/* The reader that FUZZ_READER names, for libFuzzer (make fuzz). */
#include "readers.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct fuzz_reader *reader = fuzz_readers;

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    const char *wanted = getenv("FUZZ_READER");
    (void)argc;
    (void)argv;
    while (reader->name && (!wanted || strcmp(reader->name, wanted) != 0))
        reader++;
    if (reader->name)
        return 0;
    for (reader = fuzz_readers; reader->name; reader++) {
        printf("%s", reader->name);
        for (const char *const *seed = reader->seeds; *seed; seed++)
            printf(" %s", *seed);
        printf("\n");
    }
    fflush(stdout);
    exit(0);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    reader->read(bytes, size);
    return 0;
}
