/* scene.h - what the view shows when it is turned to something. */
#ifndef ASSESS_SCENE_H
#define ASSESS_SCENE_H

#include "shape.h"

/* Writes the children of results that depend on what a document is about. */
void scene_all(const struct shape *shape, struct pen *pen); /* without the institutions */
void scene_region(const struct shape *shape, struct pen *pen, size_t region);
void scene_parent(const struct shape *shape, struct pen *pen, size_t institution);
void scene_institution(const struct shape *shape, struct pen *pen, size_t institution);

/* An institution with what is shown of it among all, and with all that is known of it. */
void scene_line(const struct shape *shape, struct pen *pen, size_t institution);
void scene_details(const struct shape *shape, struct pen *pen, size_t institution);

#endif
