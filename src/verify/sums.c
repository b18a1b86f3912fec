/* A pack against the sums in it; another file against those of the folder that it lies in. */
#include "archive.h"
#include "conformance.h"
#include "walk.h"

#include "rapor/base/digest.h"
#include "rapor/base/disk.h"
#include "rapor/base/failure.h"
#include "rapor/base/language.h"
#include "rapor/pack/manifest.h"

#include <string.h>
#include <sys/stat.h>

#define DIGEST_LENGTH 64 /* of SHA-256, in hexadecimal */

/* Sums, as `sha256sum` writes them, and what is held against them. */
struct sums_check {
    GHashTable *digests; /* name -> digest; what was met is taken out */
    struct conformance *conformance;
    const char *archive;
};

static void read_sums(struct sums_check *sums, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++)
        if (strlen(*line) > DIGEST_LENGTH + 2)
            g_hash_table_insert(sums->digests, g_strdup(*line + DIGEST_LENGTH + 2),
                                g_strndup(*line, DIGEST_LENGTH));
}

static bool find_sums(void *data, const struct archive_entry *entry, GError **error)
{
    struct sums_check *sums = data;
    if (strcmp(entry->name, SUMS_FILE) != 0)
        return true;
    g_autoptr(GBytes) bytes = entry_read(entry, error);
    if (!bytes)
        return false;
    g_autofree char *text = g_strndup(g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes));
    read_sums(sums, text);
    return true;
}

/* NAME is of a file within what is judged; DIGEST NULL: it is no file that can be read. */
static void compare(struct sums_check *sums, const char *name, const char *digest)
{
    const char *listed = g_hash_table_lookup(sums->digests, name);
    g_autofree char *whole = g_strdup_printf("%s/%s", sums->archive, name);
    conformance_listed(sums->conformance, whole,
                       !listed ? _("SHA256SUMS does not know it")
                       : g_strcmp0(listed, digest) != 0
                           ? _("its content is not what SHA256SUMS says")
                           : NULL);
    g_hash_table_remove(sums->digests, name);
}

static bool compare_entry(void *data, const struct archive_entry *entry, GError **error)
{
    struct sums_check *sums = data;
    if (strcmp(entry->name, SUMS_FILE) == 0)
        return true;
    g_autofree char *digest = entry_digest(entry, error);
    if (digest)
        compare(sums, entry->name, digest);
    return digest != NULL;
}

static void tell_missing(const struct sums_check *sums)
{
    g_autoptr(GList) names =
        g_list_sort(g_hash_table_get_keys(sums->digests), (GCompareFunc)strcmp);
    for (const GList *at = names; at; at = at->next) {
        g_autofree char *name = g_strdup_printf("%s/%s", sums->archive, (const char *)at->data);
        conformance_listed(sums->conformance, name, _("it is in SHA256SUMS, and missing"));
    }
}

/* A pack that was unpacked. */
static bool compare_folder(struct sums_check *sums, GError **error)
{
    g_autofree char *list = g_build_filename(sums->archive, SUMS_FILE, NULL);
    g_autofree char *text = disk_read(list, FAILURE_INPUT, NULL, error);
    if (!text)
        return false;
    read_sums(sums, text);
    struct folder_walk *walk = walk_begin(sums->archive, error);
    if (!walk)
        return false;
    for (const struct walk_item *item = walk_next(walk); item; item = walk_next(walk)) {
        if (strcmp(item->name, SUMS_FILE) == 0)
            continue;
        g_autofree char *path = g_build_filename(sums->archive, item->name, NULL);
        g_autofree char *digest = item->kind == WALK_FILE ? digest_file(path, NULL, NULL) : NULL;
        compare(sums, item->name, digest);
    }
    walk_end(walk);
    return true;
}

/* A pipe might never answer. */
static bool is_regular(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISREG(about.st_mode);
}

/* Looks for sums that list the file, in its folder and in those above. */
static bool compare_file(struct sums_check *sums, const char *path, GError **error)
{
    g_autofree char *whole = g_canonicalize_filename(path, NULL);
    for (char *slash = strrchr(whole, '/'); slash && slash > whole; slash = strrchr(whole, '/')) {
        *slash = '\0';
        g_autofree char *list = g_build_filename(whole, SUMS_FILE, NULL);
        g_autofree char *text =
            is_regular(list) ? disk_read(list, FAILURE_INPUT, NULL, NULL) : NULL;
        g_hash_table_remove_all(sums->digests);
        if (text)
            read_sums(sums, text);
        g_autofree char *full = g_canonicalize_filename(path, NULL);
        const char *listed = g_hash_table_lookup(sums->digests, full + strlen(whole) + 1);
        if (!listed)
            continue;
        if (!is_regular(path))
            return fail(error, FAILURE_INPUT, "%s: it is no file", path);
        g_autofree char *digest = digest_file(path, NULL, error);
        if (digest)
            conformance_listed(
                sums->conformance, path,
                strcmp(listed, digest) == 0 ? NULL : _("its content is not what SHA256SUMS says"));
        return digest != NULL;
    }
    return fail(error, FAILURE_INPUT,
                "%s: nothing says what it was\nhint: name the folder that it came in; \"--pdfa\" "
                "judges documents and archives by themselves",
                path);
}

bool verify_sums(const char *path, struct conformance *conformance, GError **error)
{
    g_autoptr(GHashTable) digests = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    struct sums_check sums = {digests, conformance, path};
    if (g_file_test(path, G_FILE_TEST_IS_DIR)) {
        const bool compared = compare_folder(&sums, error);
        if (compared)
            tell_missing(&sums);
        return compared;
    }
    if (!g_str_has_suffix(path, ".zip"))
        return compare_file(&sums, path, error);
    if (!archive_each(path, find_sums, &sums, error))
        return false;
    if (g_hash_table_size(digests) == 0)
        return compare_file(&sums, path, error);
    if (!archive_each(path, compare_entry, &sums, error))
        return false;
    tell_missing(&sums);
    return true;
}
