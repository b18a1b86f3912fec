#include "rapor/fingerprint.h"

#include "rapor/failure.h"

#include <libdeflate.h>
#include <link.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

char *fingerprint_file(const char *path, GError **error)
{
    GError *cause = NULL;
    GMappedFile *file = g_mapped_file_new(path, FALSE, &cause);
    if (!file) {
        bool forbidden = g_error_matches(cause, G_FILE_ERROR, G_FILE_ERROR_ACCES);
        fail(error, forbidden ? FAILURE_PERMISSION : FAILURE_INPUT, "%s", cause->message);
        g_error_free(cause);
        return NULL;
    }
    const gsize size = g_mapped_file_get_length(file);
    const uint32_t sum = libdeflate_crc32(0, g_mapped_file_get_contents(file), size);
    g_mapped_file_unref(file);
    return g_strdup_printf("%" G_GSIZE_FORMAT "-%08x", size, sum);
}

/* Notes lie one behind the other, each padded to words of four bytes. */
static size_t padded(size_t size)
{
    return (size + 3) / 4 * 4;
}

static char *hexadecimal(const unsigned char *bytes, size_t count)
{
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < count; i++)
        g_string_append_printf(text, "%02x", bytes[i]);
    return g_string_free(text, FALSE);
}

/* Returns the build ID among the SIZE bytes of notes, or NULL. */
static char *build_id(const unsigned char *notes, size_t size)
{
    for (size_t at = 0; at + sizeof(ElfW(Nhdr)) <= size;) {
        const ElfW(Nhdr) *note = (const void *)(notes + at);
        const size_t name = at + sizeof *note, words = name + padded(note->n_namesz);
        if (note->n_type == NT_GNU_BUILD_ID && memcmp(notes + name, "GNU", sizeof "GNU") == 0)
            return hexadecimal(notes + words, note->n_descsz);
        at = words + padded(note->n_descsz);
    }
    return NULL;
}

/* The first object that is told of is the program. */
static int find_id(struct dl_phdr_info *program, size_t size, void *data)
{
    (void)size;
    char **id = data;
    for (ElfW(Half) i = 0; i < program->dlpi_phnum && !*id; i++) {
        const ElfW(Phdr) *part = &program->dlpi_phdr[i];
        if (part->p_type == PT_NOTE)
            *id = build_id((const void *)(program->dlpi_addr + part->p_vaddr), part->p_memsz);
    }
    return 1; /* the libraries are not asked */
}

char *fingerprint_program(void)
{
    char *id = NULL;
    dl_iterate_phdr(find_id, &id);
    g_assert(id); /* the Makefile has the linker write it */
    return id;
}
