/* rk_request.h: the RESP encoder: commands one after another into a growing buffer.
 *
 * A command is begin, arguments, end. The number of arguments is written by end(), into room that begin() left, so that nobody
 * counts beforehand. When memory runs out the request is marked failed and further calls do nothing; check `failed` once before
 * sending. No Zend here. */
#ifndef RK_REQUEST_H
#define RK_REQUEST_H

#include "rk_common.h"

#include <string.h>

typedef struct {
	char *data; /* malloc'ed */
	size_t len, cap;
	size_t command_start; /* where the command being built begins */
	uint32_t argc;        /* arguments of the command being built */
	uint32_t commands;    /* complete commands */
	bool failed;
	bool in_use; /* borrowed from the module's cache of requests */
} rk_request;

/* Releases the buffer; the request is empty and usable afterwards. */
void rk_request_free(rk_request *request);

/* Empties it and keeps the buffer, unless that has grown beyond 64 kB. */
void rk_request_reset(rk_request *request);

void rk_request_begin(rk_request *request);
void rk_request_end(rk_request *request);

/* Drops the command being built, or cuts back to an earlier state (len and commands as they were). */
void rk_request_rollback(rk_request *request, size_t len, uint32_t commands);

void rk_request_arg(rk_request *request, const char *data, size_t len);
void rk_request_arg_long(rk_request *request, int64_t number);
/* Shortest text that reads back as the same number; inf and -inf as Redis spells them. */
void rk_request_arg_double(rk_request *request, double number);
/* An argument in two pieces, such as prefix and key. */
void rk_request_arg2(rk_request *request, const char *a, size_t a_len, const char *b, size_t b_len);
/* `argc` arguments that are encoded already ("$3\r\nGET\r\n"). */
void rk_request_raw(rk_request *request, const char *encoded, size_t len, uint32_t argc);

/* Copies all (complete) commands of another request to the end of this one. */
void rk_request_append(rk_request *request, const rk_request *from);

#define rk_request_literal(request, text) rk_request_arg((request), (text), sizeof(text) - 1)

#endif
