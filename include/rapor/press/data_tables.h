/* data_tables.h - the tables of the press kit, for who computes with them. */
#ifndef RAPOR_PRESS_DATA_TABLES_H
#define RAPOR_PRESS_DATA_TABLES_H

#include "rapor/assess/ranking.h"
#include "rapor/session/session.h"

struct table_format;

struct data_form {
    const char *ending; /* of the file's name, behind that of the table: "-id.csv" */
    const struct table_format *format;
};

extern const struct data_form data_forms[]; /* the last has no ending */
extern const char *const data_names[];      /* of the tables; ended by NULL */

/* Returns a table by the number of its name: a ranking, the levels of all institutions, the
 * indicators, with the codes of BPS beside those of Kemendagri where they are known
 * (layouts/common/wilayah.csv).  ARENA owns it. */
const struct ranking *data_table(const struct session *session, size_t table, struct arena *arena,
                                 GError **error);

#endif
