/* rk_request.h: the RESP encoder: commands one after another into a growing buffer.
 *
 * A command is begin, arguments, end. The number of arguments is written by end(), into room that begin() left, so that nobody
 * counts beforehand. When memory runs out the request is marked failed and further calls do nothing; check `failed` once before
 * sending. No Zend here. What every command needs is inline: it is a fifth of the work that a command is. */
#ifndef RK_REQUEST_H
#define RK_REQUEST_H

#include "rk_common.h"

#include <string.h>

typedef struct rk_request {
	char *data; /* malloc'ed */
	size_t len, cap;
	size_t command_start; /* where the command being built begins */
	uint32_t argc;        /* arguments of the command being built */
	uint32_t commands;    /* complete commands */
	bool failed;
	bool in_use;              /* borrowed from the module's cache of requests */
	struct rk_request *outer; /* of one that was borrowed when the cache had no more: the one before it */
} rk_request;

/* Releases the buffer; the request is empty and usable afterwards. */
void rk_request_free(rk_request *request);

/* Empties it and keeps the buffer, unless that has grown beyond 64 kB. */
void rk_request_reset(rk_request *request);

#define RK_REQUEST_HEADER_ROOM 4 /* "*9\r\n": what begin() leaves; a longer count moves the command */
#define RK_REQUEST_WORDS 32      /* room for a command's encoded name */

/* Makes room for `more` bytes. False when memory is short: then the buffer is gone and the request failed. */
bool rk_request_grow(rk_request *request, size_t more);

static inline bool rk_request_reserve(rk_request *request, size_t more)
{
	return RK_LIKELY(request->cap - request->len >= more) || rk_request_grow(request, more);
}

void rk_request_begin(rk_request *request);

/* begin() and the command's name, encoded beforehand: `len` of these RK_REQUEST_WORDS bytes. */
static inline void rk_request_begin_words(rk_request *request, const char *words, size_t len)
{
	request->command_start = request->len;
	request->argc = 1;
	if (rk_request_reserve(request, RK_REQUEST_HEADER_ROOM + RK_REQUEST_WORDS)) {
		memcpy(request->data + request->len + RK_REQUEST_HEADER_ROOM, words, RK_REQUEST_WORDS);
		request->len += RK_REQUEST_HEADER_ROOM + len;
	}
}

/* The end of a command with ten words and more. */
void rk_request_end_long(rk_request *request);

static inline void rk_request_end(rk_request *request)
{
	if (RK_LIKELY(request->argc < 10 && !request->failed)) {
		char *start = request->data + request->command_start;

		start[0] = '*';
		start[1] = (char) ('0' + request->argc);
		start[2] = '\r';
		start[3] = '\n';
		request->commands++;
	} else {
		rk_request_end_long(request);
	}
}

/* Drops the command being built, or cuts back to an earlier state (len and commands as they were). */
void rk_request_rollback(rk_request *request, size_t len, uint32_t commands);

#define RK_REQUEST_BULK_ROOM 32 /* '$', 20 digits, CRLF twice */

/* Writes "$<len>\r\n" and returns the byte after it. */
char *rk_request_put_long_header(char *out, size_t len);

static inline char *rk_request_put_header(char *out, size_t len)
{
	if (RK_LIKELY(len < 10)) {
		out[0] = '$';
		out[1] = (char) ('0' + len);
		out[2] = '\r';
		out[3] = '\n';
		return out + 4;
	}
	if (RK_LIKELY(len < 100)) {
		out[0] = '$';
		out[1] = (char) ('0' + len / 10);
		out[2] = (char) ('0' + len % 10);
		out[3] = '\r';
		out[4] = '\n';
		return out + 5;
	}
	return rk_request_put_long_header(out, len);
}

static inline void rk_request_arg(rk_request *request, const char *data, size_t len)
{
	char *out;

	request->argc++;
	if (rk_request_reserve(request, len + RK_REQUEST_BULK_ROOM)) {
		out = rk_request_put_header(request->data + request->len, len);
		memcpy(out, data, len);
		out[len] = '\r';
		out[len + 1] = '\n';
		request->len = (size_t) (out + len + 2 - request->data);
	}
}
void rk_request_arg_long(rk_request *request, int64_t number);
/* Shortest text that reads back as the same number; inf and -inf as Redis spells them. */
void rk_request_arg_double(rk_request *request, double number);
/* An argument in two pieces, such as prefix and key. */
static inline void rk_request_arg2(rk_request *request, const char *a, size_t a_len, const char *b, size_t b_len)
{
	char *out;

	request->argc++;
	if (rk_request_reserve(request, a_len + b_len + RK_REQUEST_BULK_ROOM)) {
		out = rk_request_put_header(request->data + request->len, a_len + b_len);
		if (a_len) {
			memcpy(out, a, a_len);
		}
		memcpy(out + a_len, b, b_len);
		out += a_len + b_len;
		out[0] = '\r';
		out[1] = '\n';
		request->len = (size_t) (out + 2 - request->data);
	}
}
/* `argc` arguments that are encoded already ("$3\r\nGET\r\n"). */
void rk_request_raw(rk_request *request, const char *encoded, size_t len, uint32_t argc);

/* Copies all (complete) commands of another request to the end of this one. */
void rk_request_append(rk_request *request, const rk_request *from);

#define rk_request_literal(request, text) rk_request_arg((request), (text), sizeof(text) - 1)

#endif
