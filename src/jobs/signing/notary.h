/* notary.h - papers are signed as soon as they are made: the parent has the key, and workers ask.
 *
 * The key is opened when the workers are there already, so that none of them, which read what
 * comes from outside, has a copy.  What they get is the card of the signer, and for the digest
 * of each paper a signature. */
#ifndef JOBS_SIGNING_NOTARY_H
#define JOBS_SIGNING_NOTARY_H

#include "../worker.h"

#include "rapor/sign/signer.h"

/* Between a worker and its parent: a pipe for what it tells, and where the run signs a socket for
 * what it is answered, which a worker that died does not break the parent by. */
struct ends {
    int tell[2], answer[2]; /* to read, and to write; -1: there is none */
};

bool ends_open(struct ends *ends, bool answered, GError **error);
void ends_close(const struct ends *ends);

/* Closes what the process is not to use: the parent writes answers, the worker tells. */
void ends_of_parent(const struct ends *ends);
void ends_of_worker(const struct ends *ends);

/* Of the parent. */
struct notary {
    const struct build_run *run;
    struct signer *signer; /* NULL: the run does not sign */
};

/* Opens the key.  False where it does not open, or no paper waits for whom it is. */
bool notary_open(struct notary *notary, const struct build_run *run, GError **error);
void notary_close(struct notary *notary);

/* Gives a worker that listens at PIPE the card, and what it asks for. */
bool notary_greet(const struct notary *notary, int pipe, GError **error);
bool notary_answer(const struct notary *notary, const struct message *message, int pipe,
                   GError **error);

/* Notes that a paper was signed, or waits for somebody else. */
void notary_note(const struct notary *notary, const struct message *message);

/* Of a worker: reads the card, to be freed.  NULL where nobody speaks any more. */
struct signer_card *notary_card(int pipe);

/* Asks for a signature; NULL where nobody speaks any more. */
GBytes *notary_ask(const struct reporter *reporter, const unsigned char digest[32]);

#endif
