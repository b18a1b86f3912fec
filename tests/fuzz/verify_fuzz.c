/* Whatever the bytes, the judge of documents comes to an end. */
#include "rapor/verify/verify.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    struct findings *findings = findings_create();
    verify_pdf("fuzz.pdf", bytes, size, findings);
    findings_destroy(findings);
    return 0;
}
