/* php_rediskit.h: version, module entry and the module's globals. */
#ifndef PHP_REDISKIT_H
#define PHP_REDISKIT_H

#include <php.h>

#define PHP_REDISKIT_VERSION "0.1.0"

extern zend_module_entry rediskit_module_entry;
#define phpext_rediskit_ptr &rediskit_module_entry

struct rk_pool_entry;
struct rk_fill;
struct rk_deferred;
struct rk_handle;
struct rk_session;
struct rk_session_meta;

#define RK_REQUEST_CACHE_SIZE 4
#define RK_REFUSALS 64

/* A key whose refresh was refused, and until when (rk_now_us()) nobody asks again: rk_remember.c. */
typedef struct {
	zend_ulong hash; /* of the key */
	int64_t until_us;
} rk_refusal;

/* What Cache::stats() gives; the stub says what each means. */
typedef struct {
	uint64_t hits, misses, stale, early, computes, waits, writes, bytes_read, bytes_written, errors, skipped;
	int64_t compute_us, wait_us;
} rk_cache_figures;

ZEND_BEGIN_MODULE_GLOBALS(rediskit)
	/* INI; see rk_ini.c for what each means */
	char *dsn;
	double timeout;
	double read_timeout;
	bool persistent;
	zend_long pool_size;
	zend_long max_retries;
	double retry_after;
	char *prefix;
	char *serializer;
	char *compression;
	zend_long compression_level;
	zend_long compression_threshold;
	zend_long max_value_size;
	char *allowed_classes;
	char *mac_key;
	bool compat;
	zend_long max_reply_size;
	zend_long max_reply_depth;
	char *session_dsn;
	bool session_locking;
	double session_lock_ttl;
	double session_lock_wait;
	char *session_on_lock_timeout;
	char *session_on_error;
	zend_long session_touch_interval;
	zend_long session_new_ttl;
	char *session_prefix;
	char *session_compression;
	char *session_compat;
	zend_long session_track_active;

	/* process (thread) state */
	struct rk_pool_entry *pool;                 /* the first of a list, see rk_pool.c */
	uint32_t request_serial;                    /* which PHP request this is */
	void *request_cache[RK_REQUEST_CACHE_SIZE]; /* rk_request *, see rk_handle.c */
	struct rk_request *inner_request;           /* the last that was borrowed beyond the cache */
	void *codec_state;                          /* found functions and warm contexts, see rk_codec.c */
	zend_string *hidden_save_path;              /* persistent; what PHP shows instead of session.save_path, see rk_ext_session.c */
	struct rk_session *sessions;                /* all that are alive, see rk_session_current.c */
	bool session_returning;                     /* this request's visitor had a session that was stored, see rk_session.h */
	struct rk_session_meta *carried_meta;       /* of a session whose id is being changed, see rk_session_beside.c */
	struct rk_handle *handles;                  /* all that are alive, see rk_handle.c */
	HashTable *fills;                           /* values this process is computing, by key, or NULL; see rk_remember.c */
	rk_refusal refusals[RK_REFUSALS];
	struct rk_deferred *deferred; /* refreshes for the end of the request, see cache_refresh.c */
	uint8_t deferring;            /* how far this request is with them */
	uint32_t running_deferred;    /* so many calls work them off */
	rk_cache_figures cache_figures;
	bool cache_is_telling; /* a callback on_event runs, see cache_observe.c */
ZEND_END_MODULE_GLOBALS(rediskit)

ZEND_EXTERN_MODULE_GLOBALS(rediskit)
#define REDISKIT_G(v) ZEND_MODULE_GLOBALS_ACCESSOR(rediskit, v)

#if defined(ZTS) && defined(COMPILE_DL_REDISKIT)
ZEND_TSRMLS_CACHE_EXTERN()
#endif

#endif
