/* rk_request.c: see rk_request.h. */
#include "rk_request.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define HEADER_ROOM 4           /* "*9\r\n": what begin() leaves; a longer count moves the command */
#define KEEP_CAPACITY (64 * 1024) /* a buffer that grew beyond this is not kept */
#define BULK_HEADER_MAX 24      /* '$', 20 digits, CRLF, and room */

static bool reserve(rk_request *request, size_t more)
{
	size_t need = request->len + more, cap = request->cap ? request->cap : 512;
	char *data;

	if (RK_LIKELY(need <= request->cap)) {
		return !request->failed;
	}
	if (request->failed || need < more || need > SIZE_MAX / 2) {
		request->failed = true;
		return false;
	}
	while (cap < need) {
		cap *= 2;
	}
	data = realloc(request->data, cap);
	if (!data) {
		request->failed = true;
		return false;
	}
	request->data = data;
	request->cap = cap;
	return true;
}

/* Writes `number` in decimal at `out` and returns the byte after it. */
static char *put_unsigned(char *out, uint64_t number)
{
	char digits[20];
	int n = 0;

	if (RK_LIKELY(number < 10)) {
		*out++ = (char) ('0' + number);
		return out;
	}
	if (RK_LIKELY(number < 100)) {
		*out++ = (char) ('0' + number / 10);
		*out++ = (char) ('0' + number % 10);
		return out;
	}
	do {
		digits[n++] = (char) ('0' + number % 10);
		number /= 10;
	} while (number);
	while (n) {
		*out++ = digits[--n];
	}
	return out;
}

static char *put_bulk_header(char *out, size_t len)
{
	*out++ = '$';
	out = put_unsigned(out, len);
	*out++ = '\r';
	*out++ = '\n';
	return out;
}

void rk_request_free(rk_request *request)
{
	free(request->data);
	memset(request, 0, sizeof(*request));
}

void rk_request_reset(rk_request *request)
{
	if (RK_UNLIKELY(request->cap > KEEP_CAPACITY)) {
		bool in_use = request->in_use;
		rk_request_free(request);
		request->in_use = in_use;
		return;
	}
	request->len = 0;
	request->commands = 0;
	request->failed = false;
}

void rk_request_begin(rk_request *request)
{
	request->command_start = request->len;
	request->argc = 0;
	if (reserve(request, HEADER_ROOM)) {
		request->len += HEADER_ROOM;
	}
}

void rk_request_end(rk_request *request)
{
	char header[BULK_HEADER_MAX], *end;
	size_t header_len, extra, body;

	if (RK_UNLIKELY(request->failed)) {
		return;
	}
	request->commands++;
	if (RK_LIKELY(request->argc < 10)) {
		char *start = request->data + request->command_start;

		start[0] = '*';
		start[1] = (char) ('0' + request->argc);
		start[2] = '\r';
		start[3] = '\n';
		return;
	}
	header[0] = '*';
	end = put_unsigned(header + 1, request->argc);
	*end++ = '\r';
	*end++ = '\n';
	header_len = (size_t) (end - header);
	extra = header_len - HEADER_ROOM;
	body = request->command_start + HEADER_ROOM;
	if (!reserve(request, extra)) {
		return;
	}
	memmove(request->data + body + extra, request->data + body, request->len - body);
	request->len += extra;
	memcpy(request->data + request->command_start, header, header_len);
}

void rk_request_rollback(rk_request *request, size_t len, uint32_t commands)
{
	if (len <= request->len) {
		request->len = len;
		request->commands = commands;
	}
}

void rk_request_arg(rk_request *request, const char *data, size_t len)
{
	rk_request_arg2(request, NULL, 0, data, len);
}

void rk_request_arg2(rk_request *request, const char *a, size_t a_len, const char *b, size_t b_len)
{
	size_t len = a_len + b_len;
	char *out;

	request->argc++;
	if (RK_UNLIKELY(len < a_len || len > SIZE_MAX / 4)) {
		request->failed = true;
		return;
	}
	if (RK_UNLIKELY(!reserve(request, len + BULK_HEADER_MAX))) {
		return;
	}
	out = put_bulk_header(request->data + request->len, len);
	if (a_len) {
		memcpy(out, a, a_len);
		out += a_len;
	}
	if (b_len) {
		memcpy(out, b, b_len);
		out += b_len;
	}
	*out++ = '\r';
	*out++ = '\n';
	request->len = (size_t) (out - request->data);
}

void rk_request_arg_long(rk_request *request, int64_t number)
{
	char text[24], *out = text;

	if (number < 0) {
		*out++ = '-';
		out = put_unsigned(out, 0 - (uint64_t) number);
	} else {
		out = put_unsigned(out, (uint64_t) number);
	}
	rk_request_arg(request, text, (size_t) (out - text));
}

void rk_request_arg_double(rk_request *request, double number)
{
	char text[40];
	int precision = 15, len;

	if (isinf(number)) {
		rk_request_arg(request, number > 0 ? "inf" : "-inf", number > 0 ? 3 : 4);
		return;
	}
	do {
		char *comma;

		len = snprintf(text, sizeof(text), "%.*g", precision, number);
		comma = strchr(text, ',');
		if (comma) {
			*comma = '.'; /* a locale's decimal comma */
		}
	} while (++precision <= 17 && !isnan(number) && strtod(text, NULL) != number);
	rk_request_arg(request, text, (size_t) len);
}

void rk_request_raw(rk_request *request, const char *encoded, size_t len, uint32_t argc)
{
	request->argc += argc;
	if (RK_UNLIKELY(!reserve(request, len))) {
		return;
	}
	memcpy(request->data + request->len, encoded, len);
	request->len += len;
}

void rk_request_append(rk_request *request, const rk_request *from)
{
	if (RK_UNLIKELY(from->failed)) {
		request->failed = true;
		return;
	}
	if (RK_LIKELY(reserve(request, from->len))) {
		memcpy(request->data + request->len, from->data, from->len);
		request->len += from->len;
		request->commands += from->commands;
	}
}
