#include "rapor/sign/returned.h"

#include "rapor/base/digest.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/sign/signature.h"
#include "rapor/verify/likeness.h"
#include "rapor/verify/signatures.h"

#include <string.h>

/* One that came back. */
struct arrival {
    char *name;
    GByteArray *bytes;
    bool taken;
    char *reason;              /* why it is not; NULL: it is none of ours */
    char *serial;              /* of the certificate ... */
    bool seals;                /* ... which is an organisation's */
    const GByteArray *of;      /* which paper it seems to be ... */
    bool waited;               /* ... and that was waiting for this signature */
    bool here;                 /* it lies in the folder already */
    bool known;                /* it begins with one of ours; or does not, and LIKENESS is read */
    struct likeness *likeness; /* what it holds; NULL: it cannot be compared */
    unsigned nearest;          /* how near the nearest of ours came, in thousandths */
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
    likeness_free(arrival->likeness);
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
    bool read = verify_can_judge_chains(roots, error);
    for (; read && *paths; paths++)
        read = documents_each(*paths, add_arrival, returned, error);
    if (!read)
        g_clear_pointer(&returned, returned_free);
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

/* Of several signatures that counts which was waited for; of a broken one nobody is the signer. */
static void note_signer(void *to, const struct signature_verdict *verdict)
{
    struct arrival *arrival = to;
    if (arrival->waited || !verdict->signer)
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

/* Whether it is signed by whom PAPER waits for, and nothing else has changed behind its first BASE
 * bytes, which are those of PAPER; 0: it was written anew. */
static bool may_be_taken(struct returned *returned, struct arrival *arrival,
                         const GByteArray *paper, size_t base)
{
    const struct signature_judging judging = {
        .roots = returned->roots, .tell = note_signer, .to = arrival};
    arrival->of = paper;
    arrival->waited = false;
    struct conformance *conformance = conformance_create();
    g_autoptr(GError) error = NULL;
    size_t count;
    const struct returned_document document = {arrival->name, arrival->bytes->data,
                                               arrival->bytes->len, base};
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

/* Whether one of its revisions is, to the byte, what has one of these digests. */
static bool begins_as_one(const struct arrival *arrival, GHashTable *digests)
{
    static const char end[] = "%%EOF\n";
    const char *bytes = (const char *)arrival->bytes->data, *at = bytes;
    const size_t size = arrival->bytes->len;
    while ((at = memmem(at, size - (size_t)(at - bytes), end, strlen(end)))) {
        at += strlen(end);
        g_autofree char *digest = digest_bytes(bytes, (size_t)(at - bytes));
        if (g_hash_table_contains(digests, digest))
            return true;
    }
    return false;
}

void returned_expect(struct returned *returned, GHashTable *digests)
{
    for (guint i = 0; i < returned->arrivals->len; i++) {
        struct arrival *arrival = returned->arrivals->pdata[i];
        g_autofree char *digest = digest_bytes(arrival->bytes->data, arrival->bytes->len);
        arrival->here = g_hash_table_contains(digests, digest);
        arrival->known = arrival->here || begins_as_one(arrival, digests);
    }
}

static bool is_equal(const GByteArray *a, const GByteArray *b)
{
    return a->len == b->len && memcmp(a->data, b->data, a->len) == 0;
}

static bool begins_with(const struct arrival *arrival, const GByteArray *paper)
{
    return arrival->bytes->len > paper->len &&
           memcmp(arrival->bytes->data, paper->data, paper->len) == 0;
}

static void refuse_unsigned(struct returned *returned, const GByteArray *paper)
{
    for (guint i = 0; i < returned->arrivals->len; i++) {
        struct arrival *arrival = returned->arrivals->pdata[i];
        if (is_equal(arrival->bytes, paper))
            refuse(arrival, _("it is not signed by whom it waits for"));
    }
}

static const struct returned_paper *find_appended(struct returned *returned,
                                                  const GByteArray *paper)
{
    for (guint i = 0; i < returned->arrivals->len; i++) {
        struct arrival *arrival = returned->arrivals->pdata[i];
        if (arrival->taken || !begins_with(arrival, paper))
            continue;
        arrival->taken = may_be_taken(returned, arrival, paper, paper->len);
        if (arrival->taken)
            return &arrival->paper;
    }
    return NULL;
}

/* Half of its parts are those of OURS, at least: what makes it another is its reason then. */
static void note_nearest(struct arrival *arrival, unsigned near, char *why)
{
    if (near > 500 && near > arrival->nearest) {
        g_autofree char *reason = g_strdup_printf(_("it is not the paper that was sent: %s"), why);
        arrival->nearest = near;
        refuse(arrival, reason);
    }
    g_free(why);
}

static bool is_like(struct arrival *arrival, const struct likeness *ours)
{
    char *why;
    if (!ours || !arrival->likeness)
        return false;
    const unsigned near = likeness_compare(ours, arrival->likeness, &why);
    if (near == 1000)
        return true;
    note_nearest(arrival, near, why);
    return false;
}

static void read_likeness(struct arrival *arrival)
{
    if (arrival->known)
        return;
    arrival->known = true;
    arrival->likeness = likeness_read(arrival->bytes->data, arrival->bytes->len);
    if (!arrival->likeness)
        refuse(arrival, _("it cannot be compared with what was sent: it is damaged or encrypted"));
}

/* A paper that waits, and what it holds: as it was sent, and as it lies here. */
struct waiting_paper {
    const GByteArray *bytes;
    struct likeness *sent, *here;
    bool read;
};

static void read_waiting(struct waiting_paper *paper)
{
    if (paper->read)
        return;
    paper->read = true;
    g_autoptr(GByteArray) sent = signature_prepare(paper->bytes->data, paper->bytes->len, NULL);
    paper->sent = sent ? likeness_read(sent->data, sent->len) : NULL;
    paper->here = likeness_read(paper->bytes->data, paper->bytes->len);
}

static bool holds_the_same(struct arrival *arrival, struct waiting_paper *paper)
{
    read_likeness(arrival);
    if (!arrival->likeness)
        return false;
    read_waiting(paper);
    if (!is_like(arrival, paper->sent) && !is_like(arrival, paper->here))
        return false;
    arrival->nearest = 1000;
    return true;
}

/* Of those that begin with none of ours. */
static const struct returned_paper *find_rewritten(struct returned *returned,
                                                   const GByteArray *bytes)
{
    struct waiting_paper paper = {.bytes = bytes};
    const struct returned_paper *found = NULL;
    for (guint i = 0; i < returned->arrivals->len && !found; i++) {
        struct arrival *arrival = returned->arrivals->pdata[i];
        if (arrival->taken || !holds_the_same(arrival, &paper))
            continue;
        arrival->taken = may_be_taken(returned, arrival, bytes, 0);
        found = arrival->taken ? &arrival->paper : NULL;
    }
    likeness_free(paper.sent);
    likeness_free(paper.here);
    return found;
}

const struct returned_paper *returned_find(struct returned *returned, const GByteArray *paper)
{
    refuse_unsigned(returned, paper);
    const struct returned_paper *found = find_appended(returned, paper);
    return found ? found : find_rewritten(returned, paper);
}

static char *shortcoming_of(const struct arrival *arrival)
{
    struct conformance *conformance = conformance_create();
    size_t count;
    char *line = NULL;
    if (!verify_pdf(arrival->name, arrival->bytes->data, arrival->bytes->len, conformance)) {
        const struct diagnostic *found = conformance_kept(conformance, &count);
        while (count > 1 && found->severity != SEVERITY_ERROR)
            found++, count--;
        line = g_strdup_printf("%s: %s", arrival->name, found->text);
    }
    conformance_destroy(conformance);
    return line;
}

GPtrArray *returned_shortcomings(const struct returned *returned)
{
    GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < returned->arrivals->len; i++) {
        const struct arrival *arrival = returned->arrivals->pdata[i];
        char *line = arrival->taken ? shortcoming_of(arrival) : NULL;
        if (line)
            g_ptr_array_add(lines, line);
    }
    return lines;
}

/* Whoever hands all of them in again has done nothing wrong. */
static bool was_taken(const struct returned *returned, const struct arrival *arrival)
{
    if (arrival->taken || arrival->here)
        return arrival->taken || !arrival->reason;
    for (guint i = 0; i < returned->arrivals->len; i++) {
        const struct arrival *other = returned->arrivals->pdata[i];
        if (other->taken && is_equal(arrival->bytes, other->bytes))
            return true;
    }
    return false;
}

void returned_each_refused(const struct returned *returned, returned_tell *tell, void *to)
{
    for (guint i = 0; i < returned->arrivals->len; i++) {
        const struct arrival *arrival = returned->arrivals->pdata[i];
        if (!was_taken(returned, arrival))
            tell(to, arrival->name,
                 arrival->reason ? arrival->reason : _("not one of the papers that wait"));
    }
}
