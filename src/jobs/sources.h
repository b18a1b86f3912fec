/* sources.h - the layouts that papers are made from. */
#ifndef JOBS_SOURCES_H
#define JOBS_SOURCES_H

#include "rapor/session/session.h"

/* Adds a struct record of each, with name, size and digest; the session owns them. */
bool sources_list(const struct session *session, GPtrArray *records, GError **error);

#endif
