#include "signing.h"

#include "pin.h"

#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/base/texts.h"
#include "rapor/sign/proofs.h"

#include <string.h>

const struct option options_signing[] = {
    {"key", 0, OPTION_TEXT, offsetof(struct options, key), "KEY",
     N_("pkcs12:FILE, or the pkcs11: URI of a key on a token")},
    {"pin-file", 0, OPTION_TEXT, offsetof(struct options, pin_file), "FILE",
     N_("its PIN or passphrase: the first line of a file of yours alone")},
    {"pin-fd", 0, OPTION_NUMBER, offsetof(struct options, pin_fd), "N",
     N_("the same, from an open descriptor")},
    {"chain", 0, OPTION_TEXT, offsetof(struct options, chain), "FILE",
     N_("certificates above that of the key (PEM)")},
    {"level", 0, OPTION_TEXT, offsetof(struct options, level), "b-b|b-t|b-lt",
     N_("of PAdES; b-t: with a time stamp; b-lt: and proofs of validity")},
    {"tsa", 0, OPTION_TEXT, offsetof(struct options, tsa), "AUTHORITY",
     N_("who gives time stamps (RFC 3161): http://..., or a command")},
    {"crl", 0, OPTION_TEXTS, offsetof(struct options, crls), "FILE",
     N_("a list of revoked certificates, for b-lt; may be repeated")},
    {"ocsp", 0, OPTION_TEXTS, offsetof(struct options, answers), "FILE",
     N_("an answer of an OCSP responder, for b-lt; may be repeated")},
    {"certify", 0, OPTION_NUMBER, offsetof(struct options, certify), "1|2",
     N_("what may change later: 1 nothing, 2 signatures and proofs")},
    {"seal", 0, OPTION_FLAG, offsetof(struct options, seal), NULL,
     N_("the certificate is an organisation's: seal what waits for its seal")},
    {0},
};

/* What signatures say of the time: now, or what SOURCE_DATE_EPOCH says. */
static time_t clock_of_run(void)
{
    const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
    return epoch && *epoch ? (time_t)g_ascii_strtoll(epoch, NULL, 10) : time(NULL);
}

static const char *const levels[] = {"b-b", "b-t", "b-lt"};

/* Returns the place of the level in the table; without one, as the other options say. */
static int level_of(const struct options *given)
{
    if (!given->level)
        return given->tsa ? 1 : 0;
    for (int i = 0; i < (int)G_N_ELEMENTS(levels); i++)
        if (strcmp(given->level, levels[i]) == 0)
            return i;
    return -1;
}

static bool check_level(const struct options *given, GError **error)
{
    const int level = level_of(given);
    const bool proofs = given->crls || given->answers;
    if (level < 0)
        return fail(error, FAILURE_USAGE, "--level is b-b, b-t or b-lt, not \"%s\"", given->level);
    if (level > 0 && !given->tsa)
        return fail(error, FAILURE_USAGE, "--level %s needs --tsa", levels[level]);
    if (level == 0 && given->tsa)
        return fail(error, FAILURE_USAGE, "--level b-b takes no time stamp");
    if (level == 2 && !proofs)
        return fail(error, FAILURE_USAGE, "--level b-lt needs --crl or --ocsp");
    return level == 2 || !proofs ||
           fail(error, FAILURE_USAGE, "--crl and --ocsp need --level b-lt");
}

static bool check(const struct options *given, GError **error)
{
    if (!given->key)
        return fail(error, FAILURE_USAGE, "--key is missing\nhint: --key pkcs12:kunci.p12");
    if (given->pin_file && given->pin_fd > 0)
        return fail(error, FAILURE_USAGE, "--pin-file and --pin-fd exclude one another");
    if (given->certify < 0 || given->certify > 2)
        return fail(error, FAILURE_USAGE, "--certify is 1 or 2");
    return check_level(given, error);
}

bool signing_read(const struct options *given, struct signing_terms *terms, GError **error)
{
    struct proofs *proofs = NULL;
    if (!check(given, error))
        return false;
    if (level_of(given) == 2 && !(proofs = proofs_read(given->crls, given->answers, error)))
        return false;
    *terms = (struct signing_terms){.time = clock_of_run(),
                                    .certify = given->certify > 0 ? (unsigned)given->certify
                                               : given->seal      ? 1
                                                                  : 0,
                                    .seal = given->seal,
                                    .stamps = given->tsa,
                                    .proofs = proofs};
    return true;
}

void signing_clear(struct signing_terms *terms)
{
    proofs_free((struct proofs *)terms->proofs);
}

struct signer *signing_open(const struct options *given, const struct signing_terms *terms,
                            GError **error)
{
    char *pin = pin_read(given->pin_file, given->pin_fd > 0 ? given->pin_fd : -1, error);
    struct signer *signer = pin ? signer_open(given->key, pin, given->chain, terms, error) : NULL;
    pin_forget(pin);
    return signer;
}

char *signing_names(GHashTable *names)
{
    g_autoptr(GPtrArray) sorted = g_ptr_array_new();
    GHashTableIter iter;
    gpointer name;
    g_hash_table_iter_init(&iter, names);
    while (g_hash_table_iter_next(&iter, &name, NULL))
        g_ptr_array_add(sorted, name);
    texts_sort(sorted);
    g_ptr_array_add(sorted, NULL);
    return g_strjoinv(", ", (char **)sorted->pdata);
}
