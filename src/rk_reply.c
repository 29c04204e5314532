/* rk_reply.c: hiredis' reader with our object functions: see rk_reply.h.
 *
 * hiredis hands every element to a callback together with its task; task->parent->obj is what our createArray returned for
 * the array it belongs to (its HashTable), and scalars return a constant that stands for "made". The reply's root is a zval
 * in the reader itself.
 *
 * Nothing is believed before it is there: arrays are pre-sized to at most PRESIZE_MAX elements whatever their header says,
 * and bytes are counted as they are fed, because the reader shows a bulk's header only when all of it has arrived. */
#ifdef HAVE_CONFIG_H
#include "config.h"
#endif

#include "rk_reply.h"

#include <stdlib.h>
#include <string.h>

#ifndef RK_HIREDIS_HEADER
#define RK_HIREDIS_HEADER <hiredis/hiredis.h>
#endif
#include RK_HIREDIS_HEADER

#ifdef HAVE_REDISREPLYOBJECTFUNCTIONS_CREATEDOUBLE
typedef size_t array_size; /* hiredis 1.0 and later */
#else
typedef int array_size;
#endif

#define PRESIZE_MAX 1024             /* elements reserved on a header's word alone */
#define BUFFER_KEPT (16 * 1024)      /* the most an idle reader's buffer may have held */
#define LONGEST_LINE (64 * 1024)     /* of a status, an error or a number: hiredis looks for its end from its beginning, feed after feed */
#define LONGEST_HEADER 32            /* of a bulk: '$', digits, CRLF */
#define CHECK_LIMIT_FROM (2 * 1024)  /* smaller feeds are not held against memory_limit */
#define EXPANSION 56                 /* bytes of zvals that one byte of RESP can become: "*1\r\n" -> array of 216 */
#define BIG_STRING (2 * 1024 * 1024) /* PHP ends the process when an allocation of this size meets the limit */

typedef enum {
	FAULT_NONE,
	FAULT_DEPTH,
	FAULT_MEMORY,
	FAULT_PUSH,
	FAULT_LINE,
	FAULT_SIZE,
} reader_fault;

struct rk_reader {
	redisReader *hiredis;
	zval root;          /* UNDEF while no reply is being built */
	bool root_is_error; /* the reply is an error line: see error */
	reader_fault fault; /* why bytes or a callback were refused */
	size_t reply_bytes; /* fed since the last whole reply */
	size_t buffer_used; /* the most that was in the buffer of hiredis */
	size_t max_bytes;
	uint32_t max_depth;
	rk_error error;
};

static char made; /* its address stands for a scalar */

static int le_error;

static void error_value_free(zend_resource *resource)
{
	efree(resource->ptr);
}

void rk_reply_startup(int module_number)
{
	le_error = zend_register_list_destructors_ex(error_value_free, NULL, "rediskit error", module_number);
}

const rk_error *rk_reply_error(const zval *value)
{
	if (RK_LIKELY(Z_TYPE_P(value) != IS_RESOURCE) || Z_RES_P(value)->type != le_error) {
		return NULL;
	}
	return Z_RES_P(value)->ptr;
}

void rk_reply_set_error(zval *value, const rk_error *err)
{
	ZVAL_RES(value, zend_register_resource(memcpy(emalloc(sizeof(*err)), err, sizeof(*err)), le_error));
}

/* Would `more` bytes on top of what the request uses exceed memory_limit? */
static bool exceeds_memory_limit(size_t more)
{
	size_t limit = (size_t) PG(memory_limit), used;

	if (PG(memory_limit) <= 0) {
		return false;
	}
	used = zend_memory_usage(true);
	return used > limit || more > limit - used;
}

static void *refuse(rk_reader *reader, reader_fault fault)
{
	reader->fault = fault;
	return NULL;
}

/* Where the value of this task belongs: the caller sets it at once. */
static zend_always_inline zval *slot_of(const redisReadTask *task)
{
	HashTable *array;

	if (!task->parent) {
		return &((rk_reader *) task->privdata)->root;
	}
	array = task->parent->obj;
	if (RK_LIKELY(array->nNumUsed < array->nTableSize)) {
		array->nNumOfElements++;
		array->nNextFreeElement = ++array->nNumUsed; /* it starts at ZEND_LONG_MIN, which counting up would keep negative */
		return array->arPacked + array->nNumUsed - 1;
	}
	return zend_hash_next_index_insert_new(array, &EG(uninitialized_zval));
}

static void *place_error(const redisReadTask *task, rk_reader *reader, const char *line, size_t len)
{
	rk_error_from_server(&reader->error, line, len);
	if (task->parent) {
		rk_reply_set_error(slot_of(task), &reader->error);
	} else {
		reader->root_is_error = true;
		ZVAL_NULL(&reader->root);
	}
	return &made;
}

static void *create_string(const redisReadTask *task, char *text, size_t len)
{
	rk_reader *reader = task->privdata;

	if (RK_UNLIKELY(task->type == REDIS_REPLY_ERROR)) {
		return place_error(task, reader, text, len);
	}
	if (task->type == REDIS_REPLY_STATUS && len == 2 && text[0] == 'O' && text[1] == 'K') {
		ZVAL_TRUE(slot_of(task));
	} else if (len == 0) {
		ZVAL_EMPTY_STRING(slot_of(task));
	} else if (len == 1) {
		ZVAL_CHAR(slot_of(task), (zend_uchar) text[0]);
	} else {
		if (RK_UNLIKELY(len >= BIG_STRING) && exceeds_memory_limit(len)) {
			return refuse(reader, FAULT_MEMORY);
		}
		ZVAL_NEW_STR(slot_of(task), zend_string_init(text, len, false));
	}
	return &made;
}

static void *create_array(const redisReadTask *task, array_size elements)
{
	rk_reader *reader = task->privdata;
	zval *slot;

	if (RK_UNLIKELY((uint32_t) reader->hiredis->ridx >= reader->max_depth)) {
		return refuse(reader, FAULT_DEPTH);
	}
#ifdef REDIS_REPLY_PUSH
	if (RK_UNLIKELY(task->type == REDIS_REPLY_PUSH)) {
		return refuse(reader, FAULT_PUSH);
	}
#endif
	slot = slot_of(task);
	if (elements == 0) {
		ZVAL_EMPTY_ARRAY(slot);
		return &made;
	}
	array_init_size(slot, (uint32_t) (elements < PRESIZE_MAX ? elements : PRESIZE_MAX));
	zend_hash_real_init_packed(Z_ARRVAL_P(slot));
	return Z_ARRVAL_P(slot);
}

static void *create_integer(const redisReadTask *task, long long number)
{
#if SIZEOF_ZEND_LONG < 8
	if (number < ZEND_LONG_MIN || number > ZEND_LONG_MAX) {
		ZVAL_STR(slot_of(task), zend_strpprintf(0, "%lld", number));
		return &made;
	}
#endif
	ZVAL_LONG(slot_of(task), (zend_long) number);
	return &made;
}

static void *create_nil(const redisReadTask *task)
{
	ZVAL_NULL(slot_of(task));
	return &made;
}

#ifdef HAVE_REDISREPLYOBJECTFUNCTIONS_CREATEDOUBLE
static void *create_double(const redisReadTask *task, double number, char *text, size_t len)
{
	(void) text;
	(void) len;
	ZVAL_DOUBLE(slot_of(task), number);
	return &made;
}

static void *create_bool(const redisReadTask *task, int truth)
{
	ZVAL_BOOL(slot_of(task), truth);
	return &made;
}
#endif

/* What is built belongs to the root zval, not to hiredis. */
static void free_object(void *object)
{
	(void) object;
}

static redisReplyObjectFunctions object_functions = {
	.createString = create_string,
	.createArray = create_array,
	.createInteger = create_integer,
	.createNil = create_nil,
#ifdef HAVE_REDISREPLYOBJECTFUNCTIONS_CREATEDOUBLE
	.createDouble = create_double,
	.createBool = create_bool,
#endif
	.freeObject = free_object,
};

/* hiredis gives a large buffer back by itself, but asserts that it gets a small one then: maxbuf 0 forbids it. */
static redisReader *create_hiredis(rk_reader *reader)
{
	redisReader *hiredis = redisReaderCreateWithFunctions(&object_functions);

	if (hiredis) {
		hiredis->maxbuf = 0;
		hiredis->privdata = reader;
	}
	return hiredis;
}

/* The buffer has grown and is empty. Without memory for another it is kept. */
static RK_COLD void give_back_buffer(rk_reader *reader)
{
	redisReader *hiredis = create_hiredis(reader);

	if (hiredis) {
		redisReaderFree(reader->hiredis);
		reader->hiredis = hiredis;
		reader->buffer_used = 0;
	}
}

rk_reader *rk_reader_create(size_t max_bytes, uint32_t max_depth)
{
	rk_reader *reader = calloc(1, sizeof(*reader));

	if (!reader) {
		return NULL;
	}
	reader->hiredis = create_hiredis(reader);
	if (!reader->hiredis) {
		free(reader);
		return NULL;
	}
	reader->max_bytes = max_bytes;
	reader->max_depth = max_depth;
	ZVAL_UNDEF(&reader->root);
	return reader;
}

void rk_reader_abandon(rk_reader *reader)
{
	redisReaderFree(reader->hiredis);
	free(reader);
}

void rk_reader_destroy(rk_reader *reader)
{
	zval_ptr_dtor(&reader->root);
	rk_reader_abandon(reader);
}

#define DIGITS_MAX (SIZEOF_ZEND_LONG >= 8 ? 18 : 9)

/* Reads digits up to CRLF at `at`; NULL when they are not all there, or more than surely fit. */
static const char *read_digits(const char *at, const char *end, zend_long *number)
{
	const char *start = at;
	zend_ulong value = 0; /* a longer row of digits wraps and is refused */

	while (at < end && *at >= '0' && *at <= '9') {
		value = value * 10 + (zend_ulong) (*at++ - '0');
	}
	if (at == start || at - start > DIGITS_MAX || end - at < 2 || at[0] != '\r' || at[1] != '\n') {
		return NULL;
	}
	*number = (zend_long) value;
	return at + 2;
}

/* No header: is that because it has not all come yet? */
static size_t partial_or_none(const char *data, size_t len)
{
	size_t i = 1;

	while (i < len && i <= DIGITS_MAX && data[i] >= '0' && data[i] <= '9') {
		i++;
	}
	return i == len || (i + 1 == len && i > 1 && data[i] == '\r') ? RK_TAKE_PARTIAL : 0;
}

static zend_always_inline size_t take_scalar(const char *data, size_t len, zval *out)
{
	const char *end = data + len, *body;
	zend_long number;

	switch (data[0]) {
		case '$':
			body = read_digits(data + 1, end, &number);
			if (RK_UNLIKELY(!body)) {
				if (len >= 5 && memcmp(data, "$-1\r\n", 5) == 0) {
					ZVAL_NULL(out);
					return 5;
				}
				return partial_or_none(data, len);
			}
			if (RK_UNLIKELY(end - body < number + 2)) {
				return RK_TAKE_PARTIAL;
			}
			if (body[number] != '\r' || body[number + 1] != '\n') {
				return 0;
			}
			if (RK_LIKELY(number > 1)) {
				ZVAL_NEW_STR(out, zend_string_init(body, (size_t) number, false));
			} else if (number == 1) {
				ZVAL_CHAR(out, (zend_uchar) body[0]);
			} else {
				ZVAL_EMPTY_STRING(out);
			}
			return (size_t) (body + number + 2 - data);
		case ':':
			body = read_digits(data + 1, end, &number);
			if (!body) {
				return partial_or_none(data, len);
			}
			ZVAL_LONG(out, number);
			return (size_t) (body - data);
		case '+':
			if (len < 5 || memcmp(data, "+OK\r\n", 5) != 0) {
				return 0;
			}
			ZVAL_TRUE(out);
			return 5;
		default:
			return 0;
	}
}

/* "*2\r\n…": what is cut off, holds a list or an error is undone. */
static size_t take_list(const char *data, size_t len, zval *out)
{
	const char *end = data + len, *at;
	zend_long count;
	zval *slot;

	at = read_digits(data + 1, end, &count);
	if (!at || count > PRESIZE_MAX) {
		return 0;
	}
	if (count == 0) {
		ZVAL_EMPTY_ARRAY(out);
		return (size_t) (at - data);
	}
	array_init_size(out, (uint32_t) count);
	zend_hash_real_init_packed(Z_ARRVAL_P(out));
	for (slot = Z_ARRVAL_P(out)->arPacked; count; count--, slot++) {
		size_t used = at < end ? take_scalar(at, (size_t) (end - at), slot) : 0;

		if (RK_UNLIKELY(used == 0 || used == RK_TAKE_PARTIAL)) {
			break;
		}
		at += used;
	}
	Z_ARRVAL_P(out)->nNumUsed = Z_ARRVAL_P(out)->nNumOfElements = (uint32_t) (slot - Z_ARRVAL_P(out)->arPacked);
	Z_ARRVAL_P(out)->nNextFreeElement = Z_ARRVAL_P(out)->nNumUsed;
	if (RK_UNLIKELY(count)) {
		zval_ptr_dtor(out);
		return 0;
	}
	return (size_t) (at - data);
}

size_t rk_reader_take(const char *data, size_t len, zval *out)
{
	return data[0] == '*' ? take_list(data, len, out) : take_scalar(data, len, out);
}

static RK_COLD rk_status out_of_memory(rk_error *err)
{
	return rk_error_set(err, RK_ERR_CONNECTION, "Out of memory while reading a reply");
}

rk_status rk_reader_feed(rk_reader *reader, const char *data, size_t len, rk_error *err)
{
	reader->reply_bytes += len;
	if (RK_UNLIKELY(reader->reply_bytes > reader->max_bytes)) {
		reader->fault = FAULT_SIZE;
		return rk_error_set(err, RK_ERR_COMMAND,
			"The reply is larger than rediskit.max_reply_size (%zu bytes): fetch less at a time (a SCAN, a range), or raise the setting",
			reader->max_bytes);
	}
	if (RK_UNLIKELY(len >= CHECK_LIMIT_FROM) && exceeds_memory_limit(len * EXPANSION)) {
		reader->fault = FAULT_MEMORY;
		return rk_error_set(err, RK_ERR_COMMAND, "The reply does not fit into memory_limit: fetch less at a time, or raise memory_limit");
	}
	if (redisReaderFeed(reader->hiredis, data, len) != REDIS_OK) {
		return out_of_memory(err);
	}
	if (RK_UNLIKELY(reader->hiredis->len > reader->buffer_used)) {
		reader->buffer_used = reader->hiredis->len;
	}
	return RK_OK;
}

/* Is what has not been parsed the beginning of a line that is too long? A bulk has the end of its header near. */
static bool waits_for_endless_line(const redisReader *hiredis)
{
	const char *line = hiredis->buf + hiredis->pos;

	return hiredis->len - hiredis->pos > LONGEST_LINE && !zend_memnstr(line, "\r\n", 2, line + LONGEST_HEADER);
}

static const char *protocol_problem(const rk_reader *reader)
{
	switch (reader->fault) {
		case FAULT_PUSH: return "push message"; /* GCOV_EXCL_LINE: hiredis from 1.0 on */
		case FAULT_LINE: return "a line of more than 64 kB";
		default: return reader->hiredis->errstr;
	}
}

static RK_COLD rk_status parse_failed(rk_reader *reader, rk_error *err)
{
	zval_ptr_dtor(&reader->root);
	ZVAL_UNDEF(&reader->root);
	if (reader->fault == FAULT_MEMORY) {
		return rk_error_set(err, RK_ERR_COMMAND, "The reply does not fit into memory_limit: fetch less at a time, or raise memory_limit");
	}
	if (reader->fault == FAULT_DEPTH || strstr(reader->hiredis->errstr, "nested multi bulk")) {
		return rk_error_set(err, RK_ERR_COMMAND,
			"The reply is nested deeper than this build reads (%u levels at most; hiredis before 1.0 reads 8): the connection was closed",
			reader->max_depth);
	}
	if (reader->fault == FAULT_NONE && reader->hiredis->err == REDIS_ERR_OOM) {
		return out_of_memory(err); /* GCOV_EXCL_LINE: hiredis from 1.0 on */
	}
	return rk_error_set(err, RK_ERR_CONNECTION, "Protocol error: the peer does not speak RESP2 (%s); is it really a Redis server?",
		protocol_problem(reader));
}

rk_status rk_reader_next(rk_reader *reader, zval *out, rk_error *err)
{
	void *reply = NULL;

	if (RK_UNLIKELY(redisReaderGetReply(reader->hiredis, &reply) != REDIS_OK)) {
		return parse_failed(reader, err);
	}
	if (!reply) {
		if (RK_UNLIKELY(waits_for_endless_line(reader->hiredis))) {
			reader->fault = FAULT_LINE;
			return parse_failed(reader, err);
		}
		return RK_AGAIN;
	}
	reader->reply_bytes = reader->hiredis->len - reader->hiredis->pos;
	if (RK_UNLIKELY(reader->buffer_used > BUFFER_KEPT) && reader->reply_bytes == 0) {
		give_back_buffer(reader);
	}
	if (RK_UNLIKELY(reader->root_is_error)) {
		reader->root_is_error = false;
		ZVAL_UNDEF(&reader->root);
		*err = reader->error;
		return err->status;
	}
	ZVAL_COPY_VALUE(out, &reader->root);
	ZVAL_UNDEF(&reader->root);
	return RK_OK;
}

bool rk_reader_is_pending(const rk_reader *reader)
{
	return reader->reply_bytes > 0; /* that hiredis has parsed all of its buffer says nothing: it may stand behind a '*' */
}

bool rk_reader_is_broken(const rk_reader *reader)
{
	return reader->hiredis->err != 0 || reader->fault != FAULT_NONE;
}
