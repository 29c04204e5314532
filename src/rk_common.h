/* rk_common.h: what every layer shares: status codes, the error record, the monotonic clock, the fork generation.
 *
 * Nothing here or below the reply reader knows Zend. A function that can fail returns rk_status and fills the caller's
 * rk_error; nothing throws below layer 4. */
#ifndef RK_COMMON_H
#define RK_COMMON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum {
	RK_OK = 0,
	RK_REFUSED, /* no error: a condition did not hold (lock held by another, bound crossed); nothing changed */
	RK_AGAIN,   /* no error: more bytes are needed, or the socket would block */
	RK_ERR_CONFIG,
	RK_ERR_CONNECTION,
	RK_ERR_TIMEOUT,
	RK_ERR_AUTH,
	RK_ERR_TLS,
	RK_ERR_POOL,
	RK_ERR_HELD_BACK,       /* not tried: connecting failed a moment ago, and who asks would rather not wait (rk_pool.h) */
	RK_ERR_OUTCOME_UNKNOWN, /* the request left, its reply did not arrive, and it was not idempotent */
	RK_ERR_COMMAND,         /* the server answered with an error: prefix and message say which */
	RK_ERR_CODEC,
	RK_ERR_LOCK,
	RK_ERR_LOCK_TIMEOUT,
	RK_ERR_LOCK_LOST,
	RK_ERR_EXCEPTION, /* a PHP exception is pending already: pass it on */
} rk_status;

/* One error. `message` is complete and fit to be shown: it says what to do and holds no secret. */
typedef struct {
	rk_status status;
	char prefix[24];  /* first word of a server's error reply ("WRONGTYPE"), else empty */
	char command[32]; /* the command that failed, else empty */
	char message[512];
} rk_error;

#if defined(__GNUC__)
#define RK_PRINTF(string, first) __attribute__((format(printf, string, first)))
#define RK_COLD __attribute__((cold))
#define RK_LIKELY(condition) __builtin_expect(!!(condition), 1)
#define RK_UNLIKELY(condition) __builtin_expect(!!(condition), 0)
#else
#define RK_PRINTF(string, first)
#define RK_COLD
#define RK_LIKELY(condition) (condition)
#define RK_UNLIKELY(condition) (condition)
#endif

/* Fills *err (prefix and command emptied) and returns `status`, so that callers can `return rk_error_set(…)`. */
rk_status rk_error_set(rk_error *err, rk_status status, const char *format, ...) RK_COLD RK_PRINTF(3, 4);
#ifdef RK_ANALYZE
/* An analyzer, which looks at one file at a time, is told that the status comes back. */
#define rk_error_set(err, status, ...) (rk_error_set(err, status, __VA_ARGS__), status)
#endif

/* Fills *err from a server's error line ("WRONGTYPE Operation against…", without '-' and CRLF): splits off the prefix
 * (capital letters up to the first space; else "ERR"). Control bytes become '?', and the arguments that a server repeats
 * after an unknown command are left out: they may be secrets. Returns RK_ERR_COMMAND, or RK_ERR_AUTH
 * for NOAUTH and WRONGPASS. */
rk_status rk_error_from_server(rk_error *err, const char *line, size_t len) RK_COLD;

/* What to do about an error reply, in a few words to stand behind its message; NULL when the message says it. */
const char *rk_error_advice(const rk_error *err) RK_COLD;

/* Could the server not be reached, or did it not answer? */
bool rk_error_is_outage(const rk_error *err) RK_COLD;

/* The same, or it answered that it cannot serve now: it is loading, a replica, out of memory … What is wrong with the command itself, or with
 * who sends it, is neither. */
bool rk_error_is_unavailable(const rk_error *err) RK_COLD;

/* CLOCK_MONOTONIC in microseconds. */
int64_t rk_now_us(void);

/* Unix time in seconds, exactly: time() reads a clock that can be a tick behind, and PHP's own does not. */
int64_t rk_unix_time(void);

/* Never passes: a deadline for those who wait as long as it takes. */
#define RK_NO_DEADLINE INT64_MAX

/* Fills `bytes` with `size` bytes (at most 256) from the operating system's random source; false if it has none. */
bool rk_random_bytes(void *bytes, size_t size);

/* Writes 2 * size lower-case hex digits and a NUL. */
void rk_hex(char *out, const unsigned char *bytes, size_t size);

/* Are they the same words, or the same `len` bytes, but for the case of A to Z? In every locale: to strcasecmp() in Turkish "CLIENT" and
 * "client" are two. */
bool rk_same_word(const char *a, const char *b);
bool rk_same_letters(const char *a, const char *b, size_t len);

/* memset() to zero that no compiler leaves out, for secrets. */
void rk_wipe(void *secret, size_t size);

/* Raised in every child by fork(): a connection, lock or session token made under another generation belongs to the
 * parent. getpid() would be a system call each time. */
extern uint32_t rk_fork_generation;

/* Registers the fork handler; once a process. */
void rk_common_startup(void);

#endif
