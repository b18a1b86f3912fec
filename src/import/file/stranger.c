/* Files that people take for sheets, or that programs call sheets. */
#include "reading.h"

#include "rapor/base/failure.h"
#include "rapor/base/language.h"

#include <string.h>

#define HEAD 4096 /* bytes in which a text shows what it is */

static const struct {
    const char *start, *holds; /* the first bytes; what stands near them, or NULL */
    const char *is, *hint;
} strangers[] = {
    {"%PDF", NULL, N_("a PDF"),
     N_("ask for the sheet that it was printed from; a PDF has no cells")},
    {"{\\rtf", NULL, N_("a document, not a sheet"),
     N_("copy its table into a sheet and save it as xlsx")},
    {"<?xml", "urn:schemas-microsoft-com:office:spreadsheet", N_("an XML spreadsheet of 2003"),
     N_("open it and save it as xlsx")},
    {"<?xml", "opendocument.spreadsheet",
     N_("a flat OpenDocument sheet (.fods), which is not read"), N_("open it and save it as xlsx")},
    {"<?xml", "urn:rapor:evaluation:1", N_("an evaluation already"), N_("see: rapor check")},
    {"<", "<table", N_("a web page, whatever its name ends with"),
     N_("open it and save it as xlsx")},
    {"<", "<html", N_("a web page, whatever its name ends with"),
     N_("open it and save it as xlsx")},
    {"\x1F\x8B", NULL, N_("packed by gzip"), N_("unpack it first")},
    {"Rar!", NULL, N_("a RAR archive"), N_("unpack it first")},
    {"7z\xBC\xAF", NULL, N_("a 7z archive"), N_("unpack it first")},
    {"\x89PNG", NULL, N_("a picture"), N_("ask for the sheet itself; a picture has no cells")},
    {"\xFF\xD8\xFF", NULL, N_("a picture"), N_("ask for the sheet itself; a picture has no cells")},
};

/* A file of the old binary kind; encrypted workbooks are wrapped in one too. */
static bool refuse_compound(const char *file, const char *start, gsize size, GError **error)
{
    static const char encrypted[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    bool locked = memmem(start, size, encrypted, sizeof encrypted - 1) != NULL;
    fail(error, FAILURE_DATA, "%s: %s\nhint: %s", file,
         locked ? _("the workbook is protected by a password")
                : _("an old workbook (.xls), which is not read"),
         locked ? _("open it, take the password off and save it again")
                : _("open it and save it as xlsx"));
    return true;
}

bool stranger_refused(const char *file, GBytes *bytes, GError **error)
{
    gsize size;
    const char *data = g_bytes_get_data(bytes, &size), *start = data ? data : "";
    if (size >= 8 && memcmp(start, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) == 0)
        return refuse_compound(file, start, size, error);
    g_autofree char *head = g_ascii_strdown(start, (gssize)MIN(size, HEAD));
    for (size_t i = 0; i < G_N_ELEMENTS(strangers); i++) {
        size_t length = strlen(strangers[i].start);
        if (size < length || memcmp(start, strangers[i].start, length) != 0 ||
            (strangers[i].holds && !strstr(head, strangers[i].holds)))
            continue;
        fail(error, FAILURE_DATA, "%s: it is %s\nhint: %s", file, _(strangers[i].is),
             _(strangers[i].hint));
        return true;
    }
    return false;
}
