/* rk_request.c: see rk_request.h. */
#include "rk_request.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define KEEP_CAPACITY (64 * 1024) /* a buffer that grew beyond this is not kept */

bool rk_request_grow(rk_request *request, size_t more)
{
	size_t need = request->len + more, cap = request->cap ? request->cap : 512;
	char *data = NULL;

	if (!request->failed && need >= more && need <= SIZE_MAX / 2) {
		while (cap < need) {
			cap *= 2;
		}
		data = realloc(request->data, cap);
	}
	if (!data) {
		free(request->data);
		request->data = NULL;
		request->len = request->cap = 0;
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

	do {
		digits[n++] = (char) ('0' + number % 10);
		number /= 10;
	} while (number);
	while (n) {
		*out++ = digits[--n];
	}
	return out;
}

char *rk_request_put_long_header(char *out, size_t len)
{
	if (RK_LIKELY(len < 1000)) {
		uint32_t number = (uint32_t) len, hundreds = number / 100, rest = number - hundreds * 100, tens = rest / 10;

		out[0] = '$';
		out[1] = (char) ('0' + hundreds);
		out[2] = (char) ('0' + tens);
		out[3] = (char) ('0' + rest - tens * 10);
		out[4] = '\r';
		out[5] = '\n';
		return out + 6;
	}
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
	if (rk_request_reserve(request, RK_REQUEST_HEADER_ROOM)) {
		request->len += RK_REQUEST_HEADER_ROOM;
	}
}

void rk_request_end_long(rk_request *request)
{
	char header[RK_REQUEST_BULK_ROOM], *end;
	size_t header_len, extra, body;

	header[0] = '*';
	end = put_unsigned(header + 1, request->argc);
	*end++ = '\r';
	*end++ = '\n';
	header_len = (size_t) (end - header);
	extra = header_len - RK_REQUEST_HEADER_ROOM;
	body = request->command_start + RK_REQUEST_HEADER_ROOM;
	if (request->failed || !rk_request_reserve(request, extra)) {
		return;
	}
	memmove(request->data + body + extra, request->data + body, request->len - body);
	request->len += extra;
	memcpy(request->data + request->command_start, header, header_len);
	request->commands++;
}

void rk_request_rollback(rk_request *request, size_t len, uint32_t commands)
{
	if (len <= request->len) {
		request->len = len;
		request->commands = commands;
	}
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

/* A locale's decimal separator, which may be several bytes, becomes a point. */
static void point_for_locale(char *text)
{
	static const char own[] = "0123456789+-einfa";
	char *at = text + strspn(text, own), *end = at + strcspn(at, own);

	if (end > at) {
		*at = '.';
		memmove(at + 1, end, strlen(end) + 1);
	}
}

void rk_request_arg_double(rk_request *request, double number)
{
	char text[40];
	int precision = 15;

	if (isinf(number)) {
		rk_request_arg(request, number > 0 ? "inf" : "-inf", number > 0 ? 3 : 4);
		return;
	}
	do {
		snprintf(text, sizeof(text), "%.*g", precision, number);
	} while (++precision <= 17 && !isnan(number) && strtod(text, NULL) != number);
	point_for_locale(text);
	rk_request_arg(request, text, strlen(text));
}

void rk_request_raw(rk_request *request, const char *encoded, size_t len, uint32_t argc)
{
	request->argc += argc;
	if (RK_UNLIKELY(!rk_request_reserve(request, len))) {
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
	if (RK_LIKELY(rk_request_reserve(request, from->len))) {
		memcpy(request->data + request->len, from->data, from->len);
		request->len += from->len;
		request->commands += from->commands;
	}
}
