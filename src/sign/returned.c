#include "rapor/sign/returned.h"

#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/sign/signature.h"
#include "rapor/verify/signatures.h"

#include <string.h>

/* One that came back. */
struct arrival {
    char *name;
    GByteArray *bytes;
    bool taken;
    char *reason;         /* why it is not; NULL: it is none of ours */
    char *serial;         /* of the certificate ... */
    bool seals;           /* ... which is an organisation's */
    const GByteArray *of; /* which paper it seems to be ... */
    bool waited;          /* ... and that was waiting for this signature */
    struct returned_paper paper;
};

struct returned {
    GPtrArray *arrivals;
    char *roots;
};

static void free_arrival(gpointer data)
{
    struct arrival *arrival = data;
    g_free(arrival->name);
    g_free(arrival->reason);
    g_free(arrival->paper.signer);
    g_free(arrival->serial);
    g_byte_array_unref(arrival->bytes);
    g_free(arrival);
}

static void add_arrival(void *data, const char *name, const void *bytes, size_t size)
{
    struct returned *returned = data;
    struct arrival *arrival = g_new0(struct arrival, 1);
    arrival->name = g_strdup(name);
    arrival->bytes = g_byte_array_sized_new((guint)size);
    g_byte_array_append(arrival->bytes, bytes, (guint)size);
    arrival->paper.bytes = arrival->bytes;
    g_ptr_array_add(returned->arrivals, arrival);
}

struct returned *returned_read(char **paths, const char *roots, GError **error)
{
    struct returned *returned = g_new0(struct returned, 1);
    returned->arrivals = g_ptr_array_new_with_free_func(free_arrival);
    returned->roots = g_strdup(roots);
    for (; *paths; paths++)
        if (!documents_each(*paths, add_arrival, returned, error)) {
            returned_free(returned);
            return NULL;
        }
    return returned;
}

void returned_free(struct returned *returned)
{
    if (!returned)
        return;
    g_ptr_array_unref(returned->arrivals);
    g_free(returned->roots);
    g_free(returned);
}

/* A certificate that names an organisation may be a person's there. */
static bool is_waited_for(const struct arrival *arrival)
{
    const struct signer_card person = {arrival->paper.signer, arrival->serial, 0, false};
    const struct signer_card seal = {arrival->paper.signer, arrival->serial, 0, true};
    return signature_is_of(arrival->of->data, arrival->of->len, &person) ||
           (arrival->seals && signature_is_of(arrival->of->data, arrival->of->len, &seal));
}

/* Of several signatures that counts which was waited for. */
static void note_signer(void *to, const struct signature_verdict *verdict)
{
    struct arrival *arrival = to;
    if (arrival->waited)
        return;
    g_free(arrival->paper.signer);
    g_free(arrival->serial);
    arrival->serial = g_strdup(verdict->serial);
    arrival->seals = verdict->seals;
    arrival->paper.signer = g_strdup(verdict->signer);
    arrival->paper.time = verdict->stamped ? verdict->stamped : verdict->claimed;
    arrival->waited = is_waited_for(arrival);
}

static bool refuse(struct arrival *arrival, const char *reason)
{
    g_free(arrival->reason);
    arrival->reason = g_strdup(reason);
    return false;
}

/* Whether it is signed by whom PAPER waits for, and nothing else has changed. */
static bool may_be_taken(struct returned *returned, struct arrival *arrival,
                         const GByteArray *paper)
{
    const struct signature_judging judging = {
        .roots = returned->roots, .tell = note_signer, .to = arrival};
    arrival->of = paper;
    arrival->waited = false;
    struct conformance *conformance = conformance_create();
    g_autoptr(GError) error = NULL;
    size_t count;
    const struct returned_document document = {arrival->name, arrival->bytes->data,
                                               arrival->bytes->len, paper->len};
    bool good = verify_signed(&document, &judging, conformance, &error);
    const struct diagnostic *found = conformance_kept(conformance, &count);
    if (error)
        good = refuse(arrival, error->message);
    else if (count > 0)
        good = refuse(arrival, found[0].text);
    else if (!arrival->paper.signer)
        good = refuse(arrival, _("nobody has signed it"));
    else if (!arrival->waited) {
        g_autofree char *reason =
            g_strdup_printf(_("signed by %s, for whom it does not wait"), arrival->paper.signer);
        good = refuse(arrival, reason);
    }
    conformance_destroy(conformance);
    return good;
}

const struct returned_paper *returned_find(struct returned *returned, const GByteArray *paper)
{
    for (guint i = 0; i < returned->arrivals->len; i++) {
        struct arrival *arrival = returned->arrivals->pdata[i];
        if (arrival->bytes->len <= paper->len ||
            memcmp(arrival->bytes->data, paper->data, paper->len) != 0)
            continue;
        arrival->taken = may_be_taken(returned, arrival, paper);
        if (arrival->taken)
            return &arrival->paper;
    }
    return NULL;
}

GPtrArray *returned_refused(const struct returned *returned)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < returned->arrivals->len; i++) {
        const struct arrival *arrival = returned->arrivals->pdata[i];
        if (!arrival->taken)
            g_ptr_array_add(lines, g_strdup_printf("%s: %s", arrival->name,
                                                   arrival->reason
                                                       ? arrival->reason
                                                       : _("not one of the papers that wait")));
    }
    return lines;
}
