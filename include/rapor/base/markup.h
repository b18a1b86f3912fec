/* markup.h - the one way in which XML is opened, whoever wrote it.
 *
 * It is UTF-8 whatever it declares; it has no DOCTYPE, and so no entities of its own; the
 * parser reads nothing but the bytes that it is given: no network, no XInclude, no other
 * file.  Layouts, schemas, stylesheets, pictures, sheets and metadata come this way;
 * evaluations and instruments are read as streams (src/read), by the same rules. */
#ifndef RAPOR_BASE_MARKUP_H
#define RAPOR_BASE_MARKUP_H

#include <glib.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>
#include <stdbool.h>
#include <stddef.h>

#define MARKUP_MOST ((size_t)16 * 1024 * 1024) /* bytes of a file */

/* Options of every parser: what is declared does not count, and errors are left to be asked
 * for.  It is told no encoding: told one, libxml2 takes a byte order mark for text. */
#define MARKUP_OPTIONS                                                                             \
    (XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC)

/* Why bytes are refused. */
struct markup_error {
    size_t offset;  /* of the byte */
    const char *id; /* "encoding", "doctype", "xml"; static */
    char *text;     /* in words; to be freed */
};

/* Parses the bytes; NAME is what the tree calls them.  NULL and FAULT where they are refused
 * or not well-formed.  To be freed. */
xmlDoc *markup_try(const char *bytes, size_t size, const char *name, struct markup_error *fault);

/* The same with an ERROR of kind FAILURE_DATA that says NAME and line. */
xmlDoc *markup_parse(const char *bytes, size_t size, const char *name, GError **error);

/* The same of a regular file of at most MARKUP_MOST bytes, with that name. */
xmlDoc *markup_open(const char *path, GError **error);

/* Returns a reader of the bytes, which have to outlive it; NULL and ERROR where they are
 * refused. */
xmlTextReader *markup_reader(const char *bytes, size_t size, const char *name, GError **error);

#endif
