#include "rapor/base/language.h"

#include <glib.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

/* Where the catalogs are: beside the program in the folder that it was built in, else
 * below the prefix that it is installed to. */
static char *catalog_folder(void)
{
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *folder = program ? g_path_get_dirname(program) : g_strdup(".");
    char *beside = g_build_filename(folder, "locale", NULL);
    if (g_file_test(beside, G_FILE_TEST_IS_DIR))
        return beside;
    g_free(beside);
    return g_build_filename(folder, "..", "share", "locale", NULL);
}

/* As the C library looks: the first that is set counts. */
static const char *asked_for(const char *given)
{
    static const char *const variables[] = {"RAPOR_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};
    const char *asked = given;
    for (size_t i = 0; !(asked && *asked) && i < G_N_ELEMENTS(variables); i++)
        asked = g_getenv(variables[i]);
    return asked ? asked : "";
}

/* The C library translates nothing in the locale C, and knows no others than are installed;
 * C.UTF-8 always is.  No other category is touched: numbers and dates stay as they are. */
void language_open(const char *given)
{
    const char *asked = asked_for(given);
    if (strncmp(asked, "id", 2) != 0 || g_ascii_isalpha(asked[2]))
        return;
    g_autofree char *folder = catalog_folder();
    setlocale(LC_MESSAGES, "C.UTF-8");
    g_setenv("LANGUAGE", "id", TRUE);
    bindtextdomain("rapor", folder);
    bind_textdomain_codeset("rapor", "UTF-8");
    textdomain("rapor");
    gettext(""); /* read now: later the folder may be shut (sandbox.h) */
}
