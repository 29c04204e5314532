/* rk_client.h: the object behind Rediskit\Client, and what the files that hold its methods share.
 *
 *   client.c        the class, the one method behind all commands, one exchange
 *   command.c       command(): any words
 *   pipeline.c      pipeline, multi, exec, discard, transaction, watch
 *   subscribe.c scan.c health.c client_options.c
 *
 * A client holds a handle; in queueing mode also the request being filled; while it watches or listens also a pinned
 * connection, the only lease that lives across user code. */
#ifndef RK_CLIENT_H
#define RK_CLIENT_H

#include "rk_build.h"
#include "rk_classes.h"
#include "rk_shape.h"

/* One command of a queue: where it stands in the request and what its reply becomes. */
typedef struct {
	size_t words;        /* offset of its first word */
	size_t key, key_len; /* its first key; 0: none */
	uint8_t shape;
	uint8_t kind; /* rk_queued_kind */
} rk_queued;

typedef enum { RK_QUEUED_COMMAND,
	RK_QUEUED_MULTI,
	RK_QUEUED_EXEC } rk_queued_kind;

typedef struct {
	rk_request *request; /* borrowed; complete commands only */
	rk_queued *items;    /* one for each command of the request */
	uint32_t capacity;
	bool pipeline;       /* begun by pipeline() */
	bool multi;          /* a transaction is open */
	uint32_t multi_at;   /* its item; what discard() cuts back to */
	size_t multi_len;    /* and the request's length there */
	uint32_t call_flags; /* of all commands together */
	int64_t block_us;
} rk_queue;

struct rk_subscription; /* subscribe.c */

typedef struct {
	rk_handle *handle;                    /* owned; NULL before the constructor */
	rk_queue *queue;                      /* owned; NULL: commands run at once */
	rk_connection *pin;                   /* leased for watch(); NULL: none */
	struct rk_subscription *subscription; /* borrowed from the running subscribe() */
	zend_object std;                      /* must be last */
} rk_client;

static inline rk_client *rk_client_from_object(zend_object *object)
{
	return (rk_client *) ((char *) object - offsetof(rk_client, std));
}

#define Z_CLIENT_P(value) rk_client_from_object(Z_OBJ_P(value))

/* The client of a method call; NULL with an Error pending when its constructor did not run. */
rk_client *rk_client_of_this(zval *object);

/* Starts a command in a borrowed request. `row` may be NULL: the caller writes the name itself. */
void rk_client_begin(rk_client *client, rk_build *build, const rk_command *row, rk_error *err);

/* Ends it, and runs it or, in queueing mode, queues it. RK_OK: *out is the result (the client itself when queued). The build
 * is used up whatever happens: call it with the status of the encoding. `name` is the command's, for messages. */
rk_status rk_client_finish(rk_client *client, rk_build *build, rk_status status, const char *name, zval *out);

/* Frees the queue (NULL is fine) and sets it NULL; pipeline.c. */
void rk_client_drop_queue(rk_client *client);

/* Gives the pinned connection back, closed unless `clean`; pipeline.c. It stays pinned in a signal handler that interrupts a
 * command which waits for its reply there. */
void rk_client_unpin(rk_client *client, bool clean);

/* After an exchange: gives the pinned connection back if it is lost (or belongs to the parent process); pipeline.c. */
void rk_client_check_pin(rk_client *client);

/* Adds a command to the queue: `request` holds it alone. RK_ERR_CONNECTION when memory is short; pipeline.c. */
rk_status rk_client_queue(rk_client *client, const rk_build *build, size_t shift, rk_error *err);

/* The short way for a command with a key alone, where no user code can run in between. A lack of memory shows in exec(). */
void rk_client_queue_key(rk_client *client, const rk_command *row, zend_string *name);

/* Throws unless the client neither queues nor watches nor listens: `what` can't be done then. */
bool rk_client_must_be_idle(const rk_client *client, const char *what);
/* Throws when it queues. */
bool rk_client_must_not_queue(const rk_client *client, const char *what);

/* Throws a CommandException of the client's own. */
void rk_client_throw(const char *command, const char *format, ...) RK_COLD RK_PRINTF(2, 3);

#endif
