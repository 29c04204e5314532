/* transport.h: in the place of rk_transport.c, a peer that sends what the input says: nothing leaves the process.
 *
 * The bytes arrive in pieces, as sizes drawn from a number the input holds. When they are used up, the peer has closed the connection,
 * or is silent until the time is over. */
#ifndef RK_FUZZ_TRANSPORT_H
#define RK_FUZZ_TRANSPORT_H

#include "harness.h"

typedef struct {
	const char *bytes; /* borrowed */
	size_t len;
	uint8_t pieces; /* 0: as they fit; 1: byte by byte; others: sizes drawn from it. They grow by a byte a kilobyte */
	bool silent;    /* after that: time-outs, not the end of the connection */
	bool slow;      /* takes requests a few bytes at a time */
} rk_fuzz_peer;

/* From now on the peer sends these; what it did not send of others never comes. */
void rk_fuzz_peer_sends(const rk_fuzz_peer *peer);

#endif
