/* rk_client.h: the object behind Rediskit\Client, and what the files that hold its methods share.
 *
 *   client.c        the class, the one method behind all commands, one exchange
 *   command.c       command(): any words
 *   pipeline.c      pipeline, multi, exec, discard, transaction
 *   watch.c         watch, unwatch, the pin
 *   subscribe.c scan.c health.c client_options.c
 *
 * A client holds a handle; in queueing mode also the request being filled; while it watches or listens also a pinned
 * connection, the only lease that lives across user code. */
#ifndef RK_CLIENT_H
#define RK_CLIENT_H

#include "rk_classes.h"
#include "rk_queue.h"

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

/* Gives the pinned connection back, closed unless `clean`; watch.c. It stays pinned in a signal handler that interrupts a
 * command which waits for its reply there. */
void rk_client_unpin(rk_client *client, bool clean);

/* After an exchange: gives the pinned connection back if it is lost (or belongs to the parent process); watch.c. */
void rk_client_check_pin(rk_client *client);

/* Throws unless the client neither queues nor watches nor listens: `what` can't be done then. */
bool rk_client_must_be_idle(const rk_client *client, const char *what);
/* Throws when it queues. */
bool rk_client_must_not_queue(const rk_client *client, const char *what);

/* Throws a CommandException of the client's own. */
void rk_client_throw(const char *command, const char *format, ...) RK_COLD RK_PRINTF(2, 3);

#endif
