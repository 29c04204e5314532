/* rk_queue.h: commands that are encoded and wait to be sent together, and what becomes of their replies.
 *
 * One request holds them, one item for each says what its reply becomes. MULTI and EXEC of a transaction are items too: their
 * own replies disappear, and the answer to EXEC is the transaction's one result. */
#ifndef RK_QUEUE_H
#define RK_QUEUE_H

#include "rk_build.h"
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
	bool has_exec;       /* there is a whole one */
	uint32_t multi_at;   /* its item; what discard() cuts back to */
	size_t multi_len;    /* and the request's length there */
	uint32_t call_flags; /* of all commands together */
	int64_t block_us;
} rk_queue;

rk_queue *rk_queue_create(void);
void rk_queue_free(rk_queue *queue);

/* Adds the command that the build's request holds alone; `shift`: how far its end moved its words. RK_ERR_CONNECTION when
 * memory is short. */
rk_status rk_queue_add(rk_queue *queue, const rk_build *build, size_t shift, rk_error *err);

/* The short way for a command with a key alone, where no user code can run in between. A lack of memory shows when the queue
 * is sent. */
void rk_queue_add_key(rk_queue *queue, const rk_command *row, const zend_string *name, const rk_handle *handle);

/* MULTI; EXEC; as if MULTI and what came after it had not been queued. */
void rk_queue_begin_transaction(rk_queue *queue);
void rk_queue_end_transaction(rk_queue *queue);
void rk_queue_drop_transaction(rk_queue *queue);

/* Shapes the replies to all its commands and moves the results to the front; *results is their number. Failed commands become
 * exception objects, a transaction that failed as a whole stays an error value. User code may run. */
rk_status rk_queue_shape(const rk_queue *queue, const rk_handle *handle, zval *replies, uint32_t *results, rk_error *err);

/* Errors of whole transactions inside a pipeline become exception objects in their places. */
void rk_queue_errors_to_exceptions(zval *results);

#endif
