/* Documents against a register: which of them are in force. */
#include "documents.h"

#include "rapor/base/digest.h"
#include "rapor/base/language.h"
#include "rapor/read/register.h"
#include "rapor/verify/signatures.h"

#include <string.h>

/* What is looked up where. */
struct lookup {
    GHashTable *by_digest; /* struct paper by the digest of its file */
    const struct registered_listener *listener;
};

static char *wrong_with(const struct paper *paper)
{
    if (!paper)
        return g_strdup(_("the register does not know it"));
    switch (paper->state) {
    case PAPER_ISSUED:
    case PAPER_RESERVED:
        return NULL;
    case PAPER_REPLACED:
        return g_strdup_printf(_("edition %s took its place%s%s"), paper->by ? paper->by : "?",
                               paper->since ? ", " : "", paper->since ? paper->since : "");
    case PAPER_WITHDRAWN:
        break;
    }
    return g_strdup_printf(_("it was withdrawn%s%s: %s"), paper->since ? ", " : "",
                           paper->since ? paper->since : "", paper->reason ? paper->reason : "");
}

static void look_up(const void *data, struct judged_document *document)
{
    const struct lookup *lookup = data;
    size_t size;
    const void *bytes = g_bytes_get_data(document->bytes, &size);
    g_autofree char *digest = digest_bytes(bytes, size);
    struct paper *paper = g_hash_table_lookup(lookup->by_digest, digest);
    g_autofree char *wrong = wrong_with(paper);
    conformance_listed(document->conformance, document->name, wrong);
    document->own = paper;
}

static void tell(const void *data, struct judged_document *document)
{
    const struct lookup *lookup = data;
    if (document->own)
        lookup->listener->tell(lookup->listener->to, document->name, document->own);
}

bool verify_registered(const char *path, const struct paper_register *papers,
                       const struct registered_listener *listener, struct conformance *conformance,
                       GError **error)
{
    g_autoptr(GHashTable) by_digest = g_hash_table_new(g_str_hash, g_str_equal);
    const struct lookup lookup = {by_digest, listener};
    const struct documents_judging judging = {look_up, tell, &lookup, conformance};
    for (size_t i = 0; i < papers->paper_count; i++)
        if (papers->papers[i]->file)
            g_hash_table_insert(by_digest, (void *)papers->papers[i]->file, papers->papers[i]);
    return documents_judge(path, &judging, error);
}
