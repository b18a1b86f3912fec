#include "message.h"

#include <string.h>

/* Both ends are the same program on the same machine: numbers go as they are.  Behind them
 * come the texts, each ended by a zero; one that is not there is empty. */
struct message_head {
    size_t length; /* of the whole message */
    uint64_t size; /* of the record */
    enum message_kind kind;
    int code;
};

static void pack_text(GByteArray *out, const char *text)
{
    text = text ? text : "";
    g_byte_array_append(out, (const guint8 *)text, (guint)strlen(text) + 1);
}

void message_pack(const struct message *message, GByteArray *out)
{
    const struct record *record = &message->record;
    const guint begun = out->len;
    struct message_head head = {.size = record->size, .kind = message->kind, .code = message->code};
    g_byte_array_append(out, (const guint8 *)&head, sizeof head);
    pack_text(out, message->text);
    pack_text(out, record->file);
    pack_text(out, record->entry);
    pack_text(out, record->digest);
    pack_text(out, record->key);
    head.length = out->len - begun;
    memcpy(out->data + begun, &head, sizeof head);
}

static const char *unpack_text(const char **at)
{
    const char *text = *at;
    *at += strlen(text) + 1;
    return *text ? text : NULL;
}

size_t message_unpack(const guint8 *bytes, size_t count, struct message *message)
{
    struct message_head head;
    if (count < sizeof head)
        return 0;
    memcpy(&head, bytes, sizeof head);
    if (count < head.length)
        return 0;
    const char *at = (const char *)bytes + sizeof head;
    *message = (struct message){.kind = head.kind, .code = head.code};
    message->text = unpack_text(&at);
    message->record.size = head.size;
    message->record.file = unpack_text(&at);
    message->record.entry = unpack_text(&at);
    message->record.digest = unpack_text(&at);
    message->record.key = unpack_text(&at);
    return head.length;
}
