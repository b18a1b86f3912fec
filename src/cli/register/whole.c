#include "whole.h"

#include "rapor/base/diagnostic.h"
#include "rapor/base/failure.h"
#include "rapor/verify/verify.h"

bool whole_folder(const char *folder, GError **error)
{
    struct conformance *conformance = conformance_create();
    size_t count = 0;
    const bool read = verify_folder(folder, conformance, error);
    const struct diagnostic *kept = conformance_kept(conformance, &count);
    if (read && count > 0)
        fail(error, FAILURE_DATA, "%s: %s\nhint: rapor verify %s tells of all", kept[0].file,
             kept[0].text, folder);
    conformance_destroy(conformance);
    return read && count == 0;
}
