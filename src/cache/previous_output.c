#include "previous.h"

#include "rapor/base/arena.h"
#include "rapor/base/digest.h"
#include "rapor/base/disk.h"
#include "rapor/base/failure.h"
#include "rapor/cache/unchanged_mark.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FIRST_LINE "rapor-build 3"

/* Every line after the first is FILE, ENTRY or nothing, SIZE, DIGEST and KEY, with tabs
 * between. */
enum record_field { FIELD_FILE, FIELD_ENTRY, FIELD_SIZE, FIELD_DIGEST, FIELD_KEY, FIELD_COUNT };

/* Cuts a line into its fields, and returns the next line, or NULL. */
static char *read_line(char *line, char *fields[FIELD_COUNT])
{
    char *next = strchr(line, '\n');
    if (next)
        *next++ = '\0';
    for (size_t i = 0; i < FIELD_COUNT; i++)
        fields[i] = strsep(&line, "\t");
    return next;
}

static void add_line(struct previous_output *previous, char *const fields[FIELD_COUNT],
                     struct record *record)
{
    const bool inside = *fields[FIELD_ENTRY] != '\0';
    *record = (struct record){
        .file = fields[FIELD_FILE],
        .entry = inside ? fields[FIELD_ENTRY] : NULL,
        .size = g_ascii_strtoull(fields[FIELD_SIZE], NULL, 10),
        .digest = fields[FIELD_DIGEST],
        .key = fields[FIELD_KEY],
    };
    g_hash_table_add(previous->records, record);
    const size_t count = previous_output_count(previous, record->file);
    g_hash_table_insert(previous->counts, fields[FIELD_FILE], GSIZE_TO_POINTER(count + inside));
}

static size_t line_count(const char *text)
{
    size_t count = 1;
    for (const char *end = strchr(text, '\n'); end; end = strchr(end + 1, '\n'))
        count++;
    return count;
}

static void read_lines(struct previous_output *previous)
{
    char *fields[FIELD_COUNT], *line = strchr(previous->text, '\n') + 1;
    previous->all = g_new(struct record, line_count(line));
    while (line) {
        line = read_line(line, fields);
        if (fields[FIELD_COUNT - 1])
            add_line(previous, fields, &previous->all[previous->all_count++]);
    }
}

struct previous_output *previous_output_create(const char *folder)
{
    struct previous_output *previous = g_new0(struct previous_output, 1);
    previous->folder = g_strdup(folder);
    previous->records = g_hash_table_new(record_hash, record_equal);
    previous->counts = g_hash_table_new(g_str_hash, g_str_equal);
    previous->read = g_hash_table_new(NULL, NULL);
    return previous;
}

struct previous_output *previous_output_listed(const char *folder)
{
    static const char unknown[] = "---------------------------------"; /* no key is this */
    struct arena *arena = arena_create();
    g_autoptr(GPtrArray) files = g_ptr_array_new();
    if (!manifest_read_files(folder, files, arena, NULL)) {
        arena_destroy(arena);
        return NULL;
    }
    struct previous_output *previous = previous_output_create(folder);
    previous->arena = arena;
    for (guint i = 0; i < files->len; i++) {
        struct record *record = files->pdata[i];
        record->key = unknown;
        g_hash_table_add(previous->records, record);
    }
    return previous;
}

struct previous_output *previous_output_open(const char *folder)
{
    g_autofree char *path = g_build_filename(folder, NOTES_FILE, NULL);
    g_autofree char *text = disk_read(path, FAILURE_INPUT, NULL, NULL);
    if (!text || !g_str_has_prefix(text, FIRST_LINE "\n"))
        return NULL;
    struct stat notes;
    struct previous_output *previous = previous_output_create(folder);
    if (stat(path, &notes) == 0)
        previous->made = notes.st_ctim;
    previous->text = g_steal_pointer(&text);
    read_lines(previous);
    return previous;
}

void previous_output_close(struct previous_output *previous)
{
    if (!previous)
        return;
    for (size_t i = 0; previous->parts && previous->parts[i]; i++)
        previous_output_close(previous->parts[i]);
    g_free(previous->parts);
    g_hash_table_destroy(previous->read);
    g_hash_table_destroy(previous->counts);
    g_hash_table_destroy(previous->records);
    g_free(previous->all);
    arena_destroy(previous->arena);
    g_free(previous->text);
    g_free(previous->folder);
    g_free(previous);
}

const struct record *previous_output_find(const struct previous_output *previous, const char *file,
                                          const char *entry)
{
    return g_hash_table_lookup(previous->records, &(struct record){.file = file, .entry = entry});
}

size_t previous_output_count(const struct previous_output *previous, const char *file)
{
    return GPOINTER_TO_SIZE(g_hash_table_lookup(previous->counts, file));
}

/* Also whoever puts the time of a file back changes its state, which has a time of its own:
 * when all was made the notes were the last. */
static bool is_marked(const struct previous_output *previous, const char *path, const char *digest)
{
    struct stat found;
    if (lstat(path, &found) != 0 || !unchanged_mark_holds(path, digest))
        return false;
    const struct timespec made = previous->made, changed = found.st_ctim;
    return changed.tv_sec < made.tv_sec ||
           (changed.tv_sec == made.tv_sec && changed.tv_nsec <= made.tv_nsec);
}

/* A mark spares reading the file, and so does having read it before.  A link is none of ours. */
static bool is_as_left(const struct previous_output *previous, const struct record *record,
                       const char *path)
{
    if (g_hash_table_contains(previous->read, record) || is_marked(previous, path, record->digest))
        return true;
    if (!g_file_test(path, G_FILE_TEST_IS_REGULAR) || g_file_test(path, G_FILE_TEST_IS_SYMLINK))
        return false;
    g_autofree char *digest = digest_file(path, NULL, NULL);
    const bool same = digest && strcmp(digest, record->digest) == 0;
    if (same)
        g_hash_table_add(previous->read, (void *)record);
    return same;
}

char *previous_output_path(const struct previous_output *previous, const struct record *record)
{
    previous = previous_output_of(previous, record);
    g_autofree char *path = g_build_filename(previous->folder, record->file, NULL);
    return is_as_left(previous, record, path) ? g_steal_pointer(&path) : NULL;
}

static int by_place(const void *left, const void *right)
{
    const struct record *a = *(const struct record *const *)left;
    const struct record *b = *(const struct record *const *)right;
    int order = strcmp(a->file, b->file);
    return order ? order : g_strcmp0(a->entry, b->entry);
}

/* The notes are the youngest file of the folder: what is older than they has stayed as it
 * is since. */
static void mark_files(const GPtrArray *records, const char *folder, const char *notes)
{
    struct stat youngest;
    if (stat(notes, &youngest) != 0)
        return;
    for (guint i = 0; i < records->len; i++) {
        const struct record *record = records->pdata[i];
        g_autofree char *path = record->entry ? NULL : g_build_filename(folder, record->file, NULL);
        if (path)
            unchanged_mark_put(path, record->digest, youngest.st_mtim);
    }
}

/* They are as long as all else that the first process holds, and so never a text of their own. */
static void write_lines(FILE *file, const GPtrArray *sorted)
{
    fputs(FIRST_LINE "\n", file);
    for (guint i = 0; i < sorted->len; i++) {
        const struct record *record = sorted->pdata[i];
        fprintf(file, "%s\t%s\t%" PRIu64 "\t%s\t%s\n", record->file,
                record->entry ? record->entry : "", record->size, record->digest,
                record->key ? record->key : "");
    }
}

static bool write_notes(const char *path, const GPtrArray *sorted, GError **error)
{
    FILE *file = fopen(path, "wbe");
    if (!file)
        return fail(error, FAILURE_IO, "%s: %s", path, g_strerror(errno));
    write_lines(file, sorted);
    bool written = !ferror(file);
    written = fclose(file) == 0 && written;
    return written || fail(error, FAILURE_IO, "%s: %s", path, g_strerror(errno));
}

bool previous_output_write(const GPtrArray *records, const char *folder, GError **error)
{
    g_autoptr(GPtrArray) sorted = g_ptr_array_copy((GPtrArray *)records, NULL, NULL);
    g_ptr_array_sort(sorted, by_place);
    g_autofree char *path = g_build_filename(folder, NOTES_FILE, NULL);
    if (!write_notes(path, sorted, error))
        return false;
    mark_files(records, folder, path);
    return utimensat(AT_FDCWD, path, NULL, 0) == 0 || /* it stays the last */
           fail(error, FAILURE_IO, "%s: %s", path, g_strerror(errno));
}
