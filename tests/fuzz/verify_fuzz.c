/* Whatever the bytes, the judge of documents comes to an end. */
#include "rapor/verify/verify.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct conformance *conformance = conformance_create();
    verify_pdf("fuzz.pdf", bytes, size, conformance);
    conformance_destroy(conformance);
    return 0;
}
