/* signatures.h - who signed a PDF, and whether it is still what was signed.
 *
 * Judged are the digest and the signature over it (CMS, with the certificate bound into it:
 * ETSI EN 319 122-1); that it covers the file (ISO 32000-1, 12.8.1); what was appended
 * afterwards, and whether that is allowed (12.8.2.2); the chain to the roots given, at the
 * time that a stamp proves or the paper states. */
#ifndef RAPOR_VERIFY_SIGNATURES_H
#define RAPOR_VERIFY_SIGNATURES_H

#include "rapor/verify/verify.h"

#include <time.h>

/* What is said of one signature.  The texts last as long as the call that tells it. */
struct signature_verdict {
    const char *file, *field;
    const char *signer, *serial, *issuer; /* of the certificate */
    const char *level;       /* "B-B", "B-T", "B-LT"; "CMS" where no certificate is bound */
    time_t claimed, stamped; /* what the paper states; what a stamp proves, or 0 */
    unsigned certified;      /* what may change: 0 nothing said, 1 to 3 */
    bool whole;              /* nothing was appended */
    bool seals;              /* the certificate is an organisation's */
    bool trusted;            /* the chain leads to a root that was given */
    bool valid;              /* no error was found */
};

struct signature_judging {
    const char *roots; /* PEM; NULL: chains are not judged */
    void (*tell)(void *to, const struct signature_verdict *verdict);
    void *to;
};

/* False where no certificates can be read at ROOTS; NULL: none are wanted. */
bool verify_can_judge_chains(const char *roots, GError **error);

/* Judges one document, which began as its first BASE bytes (0: nobody knows): whatever stands
 * behind them may change no more than a signature does.  True where nothing was found. */
struct returned_document {
    const char *name;
    const void *bytes;
    size_t size, base;
};
bool verify_signed(const struct returned_document *returned,
                   const struct signature_judging *judging, struct conformance *conformance,
                   GError **error);

/* Judges the signatures of each document of PATH, as verify_documents() finds them; a document
 * without one is not judged.  False where PATH or the roots cannot be read. */
bool verify_signatures(const char *path, const struct signature_judging *judging,
                       struct conformance *conformance, GError **error);

/* Calls VISIT for each PDF of a file, an archive, or a folder and the archives in it.  False
 * where PATH cannot be read. */
typedef void document_visit(void *data, const char *name, const void *bytes, size_t size);
bool documents_each(const char *path, document_visit *visit, void *data, GError **error);

struct paper;
struct paper_register;

/* Is told of each document that the register knows. */
struct registered_listener {
    void (*tell)(void *to, const char *name, const struct paper *paper);
    void *to;
};

/* Looks each PDF of PATH, as above, up in the register by its digest: one that it does not know,
 * or that is not in force any more, is a finding. */
bool verify_registered(const char *path, const struct paper_register *papers,
                       const struct registered_listener *listener, struct conformance *conformance,
                       GError **error);

#endif
