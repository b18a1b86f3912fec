#include "notary.h"

#include "rapor/base/failure.h"
#include "rapor/read/evaluation.h"
#include "rapor/register/issuing.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { DIGEST = 32 };

static bool write_all(int pipe, const void *bytes, size_t count, GError **error)
{
    for (const char *at = bytes; count > 0;) {
        const ssize_t done = send(pipe, at, count, MSG_NOSIGNAL);
        if (done < 0 && errno != EINTR)
            return fail(error, FAILURE_IO, "a worker does not listen: %s", g_strerror(errno));
        at += MAX(done, 0);
        count -= (size_t)MAX(done, 0);
    }
    return true;
}

static bool read_all(int pipe, void *bytes, size_t count)
{
    for (char *at = bytes; count > 0;) {
        const ssize_t done = read(pipe, at, count);
        if (done == 0 || (done < 0 && errno != EINTR))
            return false;
        at += MAX(done, 0);
        count -= (size_t)MAX(done, 0);
    }
    return true;
}

/* Both ends are the same program: a length goes as it is, and what it is of behind it. */
static bool pass(int pipe, const void *bytes, size_t count, GError **error)
{
    return write_all(pipe, &count, sizeof count, error) && write_all(pipe, bytes, count, error);
}

static char *receive(int pipe, size_t *count)
{
    if (!read_all(pipe, count, sizeof *count))
        return NULL;
    g_autofree char *bytes = g_malloc(*count + 1);
    if (!read_all(pipe, bytes, *count))
        return NULL;
    bytes[*count] = '\0';
    return g_steal_pointer(&bytes);
}

/* Said before anything is made. */
static bool is_waited_for(const struct notary *notary, GError **error)
{
    const struct evaluation *evaluation = notary->run->session->evaluation;
    const struct signer_card card = signer_card(notary->signer, notary->run->build->signing->terms);
    for (size_t i = 0; i < evaluation->signatory_count; i++) {
        const struct signatory *signatory = &evaluation->signatories[i];
        const bool seals = g_strcmp0(signatory->signing, "seal") == 0;
        const char *name = seals ? evaluation->issuer.name : signatory->name;
        if ((seals || g_strcmp0(signatory->signing, "electronic") == 0) && seals == card.seal &&
            signer_card_is(&card, name, signatory->certificate))
            return true;
    }
    return fail(error, FAILURE_DATA,
                "no paper waits for %s\nhint: <signatory signing=\"...\"> says whose are signed",
                card.name);
}

bool notary_open(struct notary *notary, const struct build_run *run, GError **error)
{
    struct build_signing *signing = run->build->signing;
    *notary = (struct notary){.run = run};
    if (!signing)
        return true;
    notary->signer = signing->open(signing->data, error);
    if (!notary->signer || !is_waited_for(notary, error))
        return false;
    signing->name = g_strdup(signer_card(notary->signer, signing->terms).name);
    return true;
}

void notary_close(struct notary *notary)
{
    signer_close(notary->signer);
}

bool notary_greet(const struct notary *notary, int pipe, GError **error)
{
    if (!notary->signer)
        return true;
    const struct signer_card card = signer_card(notary->signer, notary->run->build->signing->terms);
    return pass(pipe, card.name, strlen(card.name), error) &&
           pass(pipe, card.serial, strlen(card.serial), error) &&
           pass(pipe, &card, sizeof card, error);
}

bool notary_answer(const struct notary *notary, const struct message *message, int pipe,
                   GError **error)
{
    unsigned char digest[DIGEST];
    for (size_t i = 0; i < DIGEST; i++)
        digest[i] = (unsigned char)(g_ascii_xdigit_value(message->text[2 * i]) << 4 |
                                    g_ascii_xdigit_value(message->text[2 * i + 1]));
    g_autoptr(GBytes) cms =
        signer_sign(notary->signer, notary->run->build->signing->terms, digest, error);
    gsize length;
    const void *der = cms ? g_bytes_get_data(cms, &length) : NULL;
    return der && pass(pipe, der, length, error);
}

void notary_note(const struct notary *notary, const struct message *message)
{
    struct build_signing *signing = notary->run->build->signing;
    if (message->kind == MESSAGE_WAITS) {
        signing->others++;
        g_hash_table_add(signing->whom, g_strdup(message->text));
        return;
    }
    signing->papers++;
    signing->resumed += message->code != 0;
    if (notary->run->session->papers)
        issuing_sign(notary->run->session->papers,
                     &(struct paper_signed){message->text, message->record.digest, signing->name,
                                            signing->terms->time});
}

struct signer_card *notary_card(int pipe)
{
    size_t count;
    char *name = receive(pipe, &count), *serial = name ? receive(pipe, &count) : NULL;
    struct signer_card *card = serial ? (struct signer_card *)(void *)receive(pipe, &count) : NULL;
    if (!card) {
        g_free(name);
        g_free(serial);
        return NULL;
    }
    card->name = name;
    card->serial = serial;
    return card;
}

GBytes *notary_ask(const struct reporter *reporter, const unsigned char digest[32])
{
    char text[2 * DIGEST + 1];
    for (size_t i = 0; i < DIGEST; i++)
        g_snprintf(text + 2 * i, 3, "%02x", digest[i]);
    reporter->send(reporter->data, &(struct message){.kind = MESSAGE_SIGN, .text = text});
    reporter->flush(reporter->data);
    size_t length;
    char *der = receive(reporter->answers, &length);
    return der ? g_bytes_new_take(der, length) : NULL;
}

static void close_end(int end)
{
    if (end >= 0)
        close(end);
}

bool ends_open(struct ends *ends, bool answered, GError **error)
{
    *ends = (struct ends){{-1, -1}, {-1, -1}};
    if (pipe(ends->tell) == 0 &&
        (!answered || socketpair(AF_UNIX, SOCK_STREAM, 0, ends->answer) == 0))
        return true;
    fail(error, FAILURE_IO, "no pipe to a worker: %s", g_strerror(errno));
    ends_close(ends);
    return false;
}

void ends_of_parent(const struct ends *ends)
{
    close_end(ends->tell[1]);
    close_end(ends->answer[0]);
}

void ends_of_worker(const struct ends *ends)
{
    close_end(ends->tell[0]);
    close_end(ends->answer[1]);
}

void ends_close(const struct ends *ends)
{
    ends_of_parent(ends);
    ends_of_worker(ends);
}
