/* rk_remember.h: one caller in the cluster computes a missing value, the rest are woken with it.
 *
 * Beside a value at K live, while somebody computes it, a lease and, when somebody waits, a stream of events that keeps one entry:
 *
 *     {K}:lease   generation, holder, and whether somebody waits
 *     {K}:ev      v <value>: here it is    m: it is stored, read it    r: there is none, compute it
 *
 * Who finds no value asks for the lease in one script (which looks for the value once more). It then computes and fills, or
 * sleeps in XREAD from the last event that script saw, so that no event falls between. When a lease runs out (its holder was
 * killed, or is slower than it thought), the first of the waiters to notice takes it over and computes too; who has waited as
 * long as it may computes without asking. All of them belong to one generation: the first to be done fills, and forget()
 * voids the generation, and with it every computation that began before.
 *
 * A value that is there but stale is replaced under the same lease: who gets it computes, nobody waits, and the fill replaces
 * just the value that was seen; who does not get it keeps the stale one, and does not ask again for a moment. */
#ifndef RK_REMEMBER_H
#define RK_REMEMBER_H

#include "rk_tags.h"

/* Values up to this size travel in the event itself; for larger ones each waiter reads the value when it has time to. */
#define RK_REMEMBER_CARRY_MAX 65536

/* One computation in progress in this process. */
typedef struct rk_fill rk_fill;

/* Asks for a value that was not there a moment ago. RK_OK: *stored is its stored text: it came meanwhile. RK_REFUSED: the
 * caller is to compute it, and to end *fill by rk_fill_store() or rk_fill_abandon(). RK_ERR_LOCK: this process is computing
 * that very key. RK_ERR_EXCEPTION: a signal handler threw. Waits for another's computation for at most wait_us. After
 * lease_ms others no longer wait for ours; 0: compute without asking anybody (nothing is sent). With `tags` (NULL: none) values
 * that are not of their versions are no values; `dead`, unless it is NULL, is how one begins that was there a moment ago, and goes. */
rk_status rk_fill_begin(rk_handle *handle, rk_tags *tags, zend_string *dead, zend_string *key, int64_t lease_ms, int64_t wait_us, zval *stored, rk_fill **fill,
	rk_error *err);

/* Asks for the right to replace a stale value; `seen` are its first bytes, up to RK_FILL_SEEN_MAX, which no newer value has.
 * Nothing waits. RK_OK: *stored is a newer value. RK_REFUSED: the caller is to compute it, and to end *fill. RK_AGAIN: somebody
 * else does, or has just failed to. At most one round trip. */
#define RK_FILL_SEEN_MAX 24
rk_status rk_fill_begin_refresh(rk_handle *handle, rk_tags *tags, zend_string *key, const char *seen, size_t seen_len, int64_t lease_ms, zval *stored,
	rk_fill **fill, rk_error *err);

/* What the envelope of the value is to have in its tags field: the versions there were before it was computed. NULL: no tags, or it is not
 * going to be stored. */
const rk_tag_versions *rk_fill_versions(const rk_fill *fill);

/* The computation of *fill runs now, or only later (it is to be run when the request ends): what asks for the key meanwhile
 * does not wait for itself. */
void rk_fill_is_computing(rk_fill *fill, bool computing);

/* Is it of this process, not of the one that forked it? */
bool rk_fill_is_ours(const rk_fill *fill);

/* Ends the computation with a value for ttl_ms (rk_ttl.h; none: it is only handed to those who wait). RK_OK: stored.
 * RK_REFUSED: forget() voided it, another was faster, or something newer was put meanwhile. Frees *fill. One round trip. */
rk_status rk_fill_store(rk_fill *fill, const char *data, size_t len, int64_t ttl_ms, rk_error *err);

/* Ends it without a value: the next of those who wait computes. Errors are not reported, the lease runs out by itself. Frees *fill. */
void rk_fill_abandon(rk_fill *fill);

/* The same for a refresh that failed: as long as the stale value is there, nobody tries again for a second. */
void rk_fill_fail(rk_fill *fill);

/* --- many keys --- */

#define RK_FILLS_BATCH (8 << 20)

/* A key whose value is missing, or stale. */
typedef struct {
	zend_string *key;
	const char *seen; /* first bytes of the stale value; NULL: missing */
	size_t seen_len;
	zend_string *dead; /* as in rk_fill_begin(); borrowed */
	zval stored;       /* set by rk_fills_begin(): a value that came meanwhile, still encoded; else undefined */
} rk_wanted;

/* Asks for all their leases without waiting, in one round trip (one for each RK_FILLS_BATCH bytes). RK_OK: fills[i] is what the caller is
 * to compute and end, or NULL where a value came (wanted[i].stored) or another computes. On failure there are none. lease_ms as in
 * rk_fill_begin(). */
rk_status rk_fills_begin(rk_handle *handle, rk_tags *tags, rk_wanted *wanted, uint32_t count, int64_t lease_ms, rk_fill **fills, rk_error *err);

/* Begins in the request the command that stores a value; the caller ends it. False: nothing is to be sent, for another process computes it. */
bool rk_fill_add_store(rk_fill *fill, rk_request *request, const char *data, size_t len, int64_t ttl_ms);

/* Runs the stores of the request, which is empty then, in one round trip, and frees the fills. stored[i]: is the value of fills[i] there now?
 * On failure it is as if none were. */
rk_status rk_fills_store(rk_handle *handle, rk_fill **fills, uint32_t count, rk_request *request, bool *stored, rk_error *err);

/* Ends fills of one handle without values, 500 a round trip; `failed` as rk_fill_fail(). NULLs are skipped. False: the server could not be
 * reached, and their leases run out by themselves. */
bool rk_fills_abandon(rk_fill **fills, uint32_t count, bool failed);

/* Request end: gives up what a fatal error or a time limit left in progress. */
void rk_remember_request_end(void);

#endif
