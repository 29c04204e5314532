/* rk_flush.h: removes all values under a handle's prefix, in bounded steps: SCAN and UNLINK, never FLUSHDB or KEYS.
 *
 * What lives beside a value goes its own way: a computation in progress is voided, as forget() does; locks and their fencing
 * numbers stay. */
#ifndef RK_FLUSH_H
#define RK_FLUSH_H

#include "rk_handle.h"

/* The prefix must not be empty. RK_OK: *removed is how many values were there. RK_ERR_EXCEPTION: a signal handler threw
 * between two steps. One round trip for some thousand keys of the database (not only of the prefix), each step a moment for
 * the server. */
rk_status rk_flush_prefix(rk_handle *handle, zend_long *removed, rk_error *err);

#endif
