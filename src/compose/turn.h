/* turn.h - a page laid on its side for one section. */
#ifndef COMPOSE_TURN_H
#define COMPOSE_TURN_H

#include "rapor/doc/doc.h"

/* Exchanges width and height; margins stay.  Boxes of the heads keep their distance from the edge
 * that they are nearer to; one from margin to margin stays so, one in the middle stays there. */
void turn_master(struct master *master);

#endif
