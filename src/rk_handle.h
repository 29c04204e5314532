/* rk_handle.h: what every class of layer 4 holds: config + topology + prefix + codec, reference counted, and rk_exec(): one
 * command in, one zval out.
 *
 * A handle lives in request memory and keeps no connection: each call leases one, and gives it back before returning. Encode
 * arguments before calling (that may run user code), decode afterwards. */
#ifndef RK_HANDLE_H
#define RK_HANDLE_H

#include "rk_codec.h"
#include "rk_topology.h"

typedef struct rk_handle {
	uint32_t refcount;
	rk_config config; /* owned */
	rk_topology *topology;
	zend_string *prefix; /* never NULL; may be empty */
	rk_codec *codec;
	struct rk_handle *previous, *next; /* in REDISKIT_G(handles) */
} rk_handle;

enum {
	RK_CALL_IDEMPOTENT = 1u << 0,  /* may be repeated when its reply did not arrive */
	RK_CALL_BLOCKING = 1u << 1,    /* block_us is added to the time-out */
	RK_CALL_TELL = 1u << 2,        /* with RK_CALL_IDEMPOTENT: failed in the end, its outcome is unknown if any attempt may have arrived */
	RK_CALL_TRANSACTION = 1u << 3, /* has an EXEC: should that be refused, the connection may still be queueing */
};

/* How one exchange is to be carried out. Zero-initialise. */
typedef struct {
	const char *name; /* command, for messages */
	const char *key;  /* routing key with prefix, or NULL */
	size_t key_len;
	uint32_t flags;
	int64_t block_us;   /* own time-out of a blocking command; 0 with RK_CALL_BLOCKING: for ever */
	rk_connection *pin; /* use this connection, never retry; NULL: lease */
} rk_call;

/* Fills *config from the INI (rediskit.dsn, time-outs, …) and then from the argument of a constructor: a DSN, an array of
 * options, or null (REDIS_URL in the environment, else rediskit.dsn, else 127.0.0.1:6379). RK_ERR_CONFIG. The caller destroys
 * *config on RK_OK. */
rk_status rk_handle_read_config(rk_config *config, zend_string *dsn, HashTable *options, rk_error *err);

/* Sets one option from a PHP value (text, number, bool, string enum, list of names); null changes nothing. RK_ERR_CONFIG. */
rk_status rk_handle_set_option(rk_config *config, zend_string *name, zval *value, rk_error *err);

/* Takes a password, [password], [user, password] or ['user' => …, 'pass' => …] apart; *user may be NULL. False when it is none of these. What
 * is set belongs to `credentials`. */
bool rk_handle_read_credentials(zval *credentials, zval **user, zval **password);

/* Makes a handle; takes over *config's memory whether or not it succeeds. `use_ini_serializer`: see rk_codec_create(). Does
 * not connect. */
rk_status rk_handle_create(rk_config *config, bool use_ini_serializer, rk_handle **out, rk_error *err);

/* Takes a reference. */
static inline rk_handle *rk_handle_share(rk_handle *handle)
{
	handle->refcount++;
	return handle;
}
void rk_handle_release(rk_handle *handle);

/* After the request's objects are gone: frees what handles that a fatal error left behind hold outside of request memory. */
void rk_handle_request_end(void);

/* Runs one command (request->commands == 1). RK_OK: *out is the reply, owned by the caller. RK_ERR_COMMAND & co: see err.
 * Retries on a fresh connection when no byte was sent, or when the call is idempotent, within the command's time. */
rk_status rk_exec(rk_handle *handle, const rk_call *call, const rk_request *request, zval *out, rk_error *err);

/* Runs all commands of the request, perhaps none, in one write. RK_OK: replies[0 … commands-1] are set, failed places to error
 * values (rk_reply_error()). On failure none is. */
rk_status rk_exec_many(rk_handle *handle, const rk_call *call, const rk_request *request, zval *replies, rk_error *err);

/* The first of the replies that is an error, or RK_OK. */
rk_status rk_replies_error(const zval *replies, uint32_t count, rk_error *err);
void rk_replies_free(zval *replies, uint32_t count);

/* As rk_exec_many(), of commands that may be repeated, and the first error is the status. RK_OK: *replies is to be released by
 * rk_replies_release(). */
rk_status rk_exec_all(rk_handle *handle, const char *name, const rk_request *request, zval **replies, rk_error *err);
static inline void rk_replies_release(zval *replies, uint32_t count)
{
	rk_replies_free(replies, count);
	efree(replies);
}

/* Leases a connection that outlives the call (watch, subscribe), and gives it back: closed, unless it is `clean` of what its
 * holder did to it. */
rk_status rk_pin(rk_handle *handle, rk_connection **out, rk_error *err);
void rk_unpin(rk_handle *handle, rk_connection *connection, bool clean);

/* prefix + name as a new string. */
zend_string *rk_handle_key(const rk_handle *handle, const char *name, size_t len);

/* Requests are borrowed from a small cache in the module's globals, so that their buffers are warm; re-entrant. */
rk_request *rk_request_borrow(void);
void rk_request_give_back(rk_request *request);

/* Request end: takes back what a bailout left borrowed. */
void rk_requests_request_end(void);

/* Adds an argument. */
static inline void rk_request_string(rk_request *request, const zend_string *string)
{
	rk_request_arg(request, ZSTR_VAL(string), ZSTR_LEN(string));
}

/* A command `name` on one key. */
static inline rk_call rk_call_on(const zend_string *key, const char *name, uint32_t flags)
{
	return (rk_call){ .name = name, .key = ZSTR_VAL(key), .key_len = ZSTR_LEN(key), .flags = flags };
}

/* The n-th element of a list, from 0; NULL: there is none, or that is no list. */
static inline zval *rk_reply_element(const zval *reply, zend_ulong n)
{
	return reply && Z_TYPE_P(reply) == IS_ARRAY ? zend_hash_index_find(Z_ARRVAL_P(reply), n) : NULL;
}

/* Typed views of a reply: RK_OK, or RK_ERR_CONNECTION when the server answered with something else. */
rk_status rk_reply_long(const zval *reply, zend_long *out, rk_error *err);

/* The same of a reply that is not needed any more, and is freed. A status other than RK_OK, with which there is none, stays. */
static inline rk_status rk_reply_take_long(rk_status status, zval *reply, zend_long *out, rk_error *err)
{
	if (RK_LIKELY(status == RK_OK)) {
		status = rk_reply_long(reply, out, err);
		zval_ptr_dtor(reply);
	}
	return status;
}

#endif
