#include "file.h"
#include "record.h"

#include <stdlib.h>

#define KEEP_LEAST 4096

/* A name's "/" is written as a number. */
static void put_media(struct bytes *out, const char *media)
{
    for (; *media; media++)
        if (g_ascii_isalnum(*media) || *media == '-')
            bytes_char(out, *media);
        else {
            g_autofree char *code = g_strdup_printf("#%02X", (unsigned char)*media);
            bytes_text(out, code);
        }
}

/* Returns the data compressed; what is large stays for the next paper. */
static const struct bytes *deflate_data(const struct attachment *attachment,
                                        struct kept_record *kept, struct pdf_file *file)
{
    if (kept->plain.count == attachment->length &&
        memcmp(kept->plain.data, attachment->data, attachment->length) == 0)
        return &kept->deflated;
    struct bytes *out = attachment->length > KEEP_LEAST ? &kept->deflated : &file->deflated;
    out->count = 0;
    bytes_deflate(out, DEFLATE_GOOD, attachment->data, attachment->length);
    if (out == &kept->deflated) {
        kept->plain.count = 0;
        bytes_put(&kept->plain, attachment->data, attachment->length);
    }
    return out;
}

/* What of the document the file holds, and when it was made. */
static void write_data(const struct pages *pages, const struct attachment *attachment,
                       unsigned object, const struct bytes *data, struct pdf_file *file)
{
    struct bytes dict = {0};
    bytes_text(&dict, "/Type/EmbeddedFile/Subtype/");
    put_media(&dict, attachment->media);
    bytes_text(&dict, "/Params<</Size ");
    bytes_int(&dict, (int64_t)attachment->length);
    bytes_text(&dict, "/ModDate");
    record_date(pages->doc, &dict);
    bytes_text(&dict, ">>");
    bytes_char(&dict, '\0');
    file_deflated(file, object, dict.data, data);
    bytes_free(&dict);
}

static void write_one(const struct attachment *attachment, unsigned object, struct pdf_file *file)
{
    struct bytes *out = file_object(file, object);
    bytes_text(out, "<</Type/Filespec/AFRelationship/");
    bytes_text(out, attachment->relationship);
    bytes_text(out, "/Desc");
    bytes_string(out, attachment->about, strlen(attachment->about));
    bytes_text(out, "/F");
    bytes_string(out, attachment->name, strlen(attachment->name));
    bytes_text(out, "/UF");
    bytes_string(out, attachment->name, strlen(attachment->name));
    bytes_ref(out, "/EF<</F", object + 1);
    bytes_ref(out, "/UF", object + 1);
    bytes_text(out, ">>>>");
}

static int by_key(const void *left, const void *right)
{
    const struct attachment *const *a = left, *const *b = right;
    return strcmp((*a)->key, (*b)->key);
}

void record_attachments(const struct pages *pages, struct kept_record *kept, struct pdf_file *file,
                        struct bytes *catalog)
{
    size_t count = pages->attachment_count;
    if (count == 0)
        return;
    unsigned first = file_reserve(file, 2 * (unsigned)count);
    g_autofree const struct attachment **sorted = g_new(const struct attachment *, count);
    bytes_text(catalog, "/AF[");
    for (size_t i = 0; i < count; i++) {
        sorted[i] = &pages->attachments[i];
        write_one(sorted[i], first + 2 * (unsigned)i, file);
        write_data(pages, sorted[i], first + 2 * (unsigned)i + 1,
                   deflate_data(sorted[i], kept, file), file);
        bytes_ref(catalog, "", first + 2 * (unsigned)i);
    }
    qsort(sorted, count, sizeof(void *), by_key);
    bytes_text(catalog, "]/Names<</EmbeddedFiles<</Names[");
    for (size_t i = 0; i < count; i++) {
        bytes_string(catalog, sorted[i]->key, strlen(sorted[i]->key));
        bytes_ref(catalog, "", first + 2 * (unsigned)(sorted[i] - pages->attachments));
    }
    bytes_text(catalog, "]>>>>");
}
