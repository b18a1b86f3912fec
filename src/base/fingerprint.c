#include "rapor/base/fingerprint.h"

#include "rapor/base/disk.h"
#include "rapor/base/failure.h"

#include <libdeflate.h>
#include <link.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

char *fingerprint_file(const char *path, GError **error)
{
    gsize size;
    g_autofree char *bytes = disk_read(path, FAILURE_INPUT, &size, error);
    if (!bytes)
        return NULL;
    const uint32_t sum = libdeflate_crc32(0, bytes, size);
    return g_strdup_printf("%" G_GSIZE_FORMAT "-%08x", size, sum);
}

/* Notes lie one behind the other, each padded to words of four bytes. */
static size_t padded(size_t size)
{
    return (size + 3) / 4 * 4;
}

static void add_hexadecimal(GString *ids, const unsigned char *bytes, size_t count)
{
    for (size_t i = 0; i < count; i++)
        g_string_append_printf(ids, "%02x", bytes[i]);
}

/* Adds the build ID among the SIZE bytes of notes. */
static void add_id(GString *ids, const unsigned char *notes, size_t size)
{
    for (size_t at = 0; at + sizeof(ElfW(Nhdr)) <= size;) {
        const ElfW(Nhdr) *note = (const void *)(notes + at);
        const size_t name = at + sizeof *note, words = name + padded(note->n_namesz);
        if (note->n_type == NT_GNU_BUILD_ID && memcmp(notes + name, "GNU", sizeof "GNU") == 0)
            add_hexadecimal(ids, notes + words, note->n_descsz);
        at = words + padded(note->n_descsz);
    }
}

/* The first object that is told of is the program; one is the kernel's own. */
static int add_object(struct dl_phdr_info *object, size_t size, void *ids)
{
    (void)size;
    if (g_str_has_prefix(object->dlpi_name, "linux-"))
        return 0;
    for (ElfW(Half) i = 0; i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *part = &object->dlpi_phdr[i];
        if (part->p_type == PT_NOTE)
            add_id(ids, (const void *)(object->dlpi_addr + part->p_vaddr), part->p_memsz);
    }
    return 0;
}

char *fingerprint_program(void)
{
    GString *ids = g_string_new(NULL);
    dl_iterate_phdr(add_object, ids);
    g_assert(ids->len > 0); /* the Makefile has the linker write one */
    return g_string_free(ids, FALSE);
}
