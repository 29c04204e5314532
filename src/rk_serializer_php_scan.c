/* rk_serializer_php_scan.c: looks over serialize()d text before PHP's decoder sees it: is it well-formed and
 * whole, how deep is it nested, which classes does it name, how much memory will it take? Then no object is made
 * of a value that is refused, and PHP has no warning to raise. */

#include "rk_codec_parts.h"

#include <errno.h>

#define DIGITS_THAT_FIT (SIZEOF_ZEND_LONG >= 8 ? 18 : 9)

typedef struct {
	const char *end; /* a NUL byte is there: reading a character needs no look at the end, moving by a length does */
	const rk_codec *codec;
	bool asleep; /* what only an object's class could read is refused */
	rk_error *err;
	rk_status status; /* why a function returned NULL */
	size_t memory;
	unsigned depth;
	bool too_deep;
	struct {
		size_t left; /* values still to come, keys included */
		bool is_object;
	} levels[RK_CODEC_MAX_DEPTH];
} scan;

/* The functions below take the place of a token and return that of the next, or NULL. */

static RK_COLD const char *corrupt(scan *scan)
{
	scan->status = rk_error_set(
		scan->err, RK_ERR_CODEC, "The stored value is corrupt: it is not well-formed serialized text");
	return NULL;
}

static inline bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* NULL without a digit, or when the number is beyond any length. */
static inline const char *scan_number(const char *in, size_t *number)
{
	size_t value = (size_t) (*in - '0');

	if (!is_digit(*in)) {
		return NULL;
	}
	while (is_digit(*++in)) {
		if (value > SIZE_MAX / 10 - 1) {
			return NULL;
		}
		value = value * 10 + (size_t) (*in - '0');
	}
	*number = value;
	return in;
}

/* Of one that no int holds PHP makes the nearest, with a warning. */
static RK_COLD bool is_in_range(const char *integer)
{
	errno = 0;
	ZEND_STRTOL(integer, NULL, 10);
	return errno == 0;
}

static inline const char *scan_integer(const char *in)
{
	const char *start = in, *digits;

	if (*in == '-' || *in == '+') {
		in++;
	}
	digits = in;
	while (is_digit(*in)) {
		in++;
	}
	if (in == digits || *in != ';' || (in - digits > DIGITS_THAT_FIT && !is_in_range(start))) {
		return NULL;
	}
	return in + 1;
}

static inline const char *scan_float(const char *in)
{
	const char *start = in;

	while (is_digit(*in) || *in == '.' || *in == '-' || *in == '+' || *in == 'E' || *in == 'e' || *in == 'I' ||
		*in == 'N' || *in == 'F' || *in == 'A') {
		in++;
	}
	return in > start && *in == ';' ? in + 1 : NULL;
}

/* `length:"bytes"` */
static inline const char *scan_quoted(const scan *scan, const char *in, const char **bytes, size_t *len)
{
	if (!(in = scan_number(in, len)) || in[0] != ':' || in[1] != '"' || *len >= (size_t) (scan->end - in - 2)) {
		return NULL;
	}
	*bytes = in + 2;
	in = *bytes + *len;
	return *in == '"' ? in + 1 : NULL;
}

/* As above, where a backslash and two hex digits stand for one byte. */
static const char *scan_escaped(const scan *scan, const char *in)
{
	size_t len;

	if (!(in = scan_number(in, &len)) || in[0] != ':' || in[1] != '"') {
		return NULL;
	}
	for (in += 2; len > 0; len--) {
		size_t width = *in == '\\' ? 3 : 1;

		if ((size_t) (scan->end - in) < width) {
			return NULL;
		}
		in += width;
	}
	return in[0] == '"' && in[1] == ';' ? in + 2 : NULL;
}

/* `count:{` */
static const char *open_level(scan *scan, const char *in, bool is_object)
{
	size_t elements;

	/* The shortest element is `i:0;N;`. */
	if (!(in = scan_number(in, &elements)) || in[0] != ':' || in[1] != '{' ||
		elements > (size_t) (scan->end - in) / 6) {
		return corrupt(scan);
	}
	if (scan->depth == RK_CODEC_MAX_DEPTH) {
		scan->too_deep = true;
		scan->status = rk_codec_depth_error(scan->err);
		return NULL;
	}
	scan->memory += rk_array_memory(elements, false) + elements * sizeof(zval *); /* PHP numbers every value */
	scan->levels[scan->depth].left = elements * 2;
	scan->levels[scan->depth++].is_object = is_object;
	return in + 2;
}

static const char *scan_object(scan *scan, const char *in, char type)
{
	const char *name;
	size_t len, count;

	if (!(in = scan_quoted(scan, in, &name, &len))) {
		return corrupt(scan);
	}
	if (type == 'E') { /* Class:Case */
		const char *colon = memchr(name, ':', len);

		if (!colon || *in != ';') {
			return corrupt(scan);
		}
		len = (size_t) (colon - name);
	} else if (*in != ':') {
		return corrupt(scan);
	}
	in++;
	if ((scan->status = rk_codec_check_class(scan->codec, name, len, scan->err)) != RK_OK) {
		return NULL;
	}
	if (type == 'E') {
		return in;
	}
	scan->memory += sizeof(zend_object) + len; /* the name is there twice, to be looked up */
	if (type == 'O') {
		return open_level(scan, in, true);
	}
	/* C: bytes that only the class understands */
	if (scan->asleep || !(in = scan_number(in, &count)) || in[0] != ':' || in[1] != '{' || count >= (size_t) (scan->end - in - 2)) {
		return corrupt(scan);
	}
	in += 2 + count;
	return *in == '}' ? in + 1 : corrupt(scan);
}

/* The name of a private or protected property is "\0 class \0 name"; PHP raises a notice about halves of that. */
static bool is_property_name(const char *name, size_t len)
{
	return len == 0 || name[0] != '\0' || (len > 2 && name[1] != '\0' && memchr(name + 1, '\0', len - 2));
}

static inline const char *scan_string(scan *scan, const char *in, bool is_key)
{
	const char *bytes;
	size_t len;

	if (!(in = scan_quoted(scan, in, &bytes, &len)) || *in != ';') {
		return NULL;
	}
	if (is_key && scan->levels[scan->depth - 1].is_object && !is_property_name(bytes, len)) {
		return NULL;
	}
	scan->memory += _ZSTR_HEADER_SIZE;
	return in + 1;
}

static inline const char *scan_value(scan *scan, const char *in, bool is_key)
{
	char type = *in;
	const char *next = NULL;
	size_t ignored;

	if (type == 'N') {
		return in[1] == ';' && !is_key ? in + 2 : corrupt(scan);
	}
	if (type == '\0' || in[1] != ':' || (is_key && type != 'i' && type != 's' && type != 'S')) {
		return corrupt(scan);
	}
	in += 2;
	switch (type) {
		case 's': next = scan_string(scan, in, is_key); break;
		case 'i': next = scan_integer(in); break;
		case 'd': next = scan_float(in); break;
		case 'a': return open_level(scan, in, false);
		case 'b': next = (in[0] == '0' || in[0] == '1') && in[1] == ';' ? in + 2 : NULL; break;
		case 'O':
		case 'C':
		case 'E': return scan_object(scan, in, type);
		case 'r':
		case 'R':
			next = scan_number(in, &ignored);
			next = next && *next == ';' ? next + 1 : NULL;
			break;
		case 'S': next = scan_escaped(scan, in); break;
	}
	return next ? next : corrupt(scan);
}

/* The common tokens, strings and numbers, without a way through the functions above. Returns the place of the
 * first token that is something else, or that is not well-formed: scan_value() says so. *left counts down. */
static const char *scan_common(scan *scan, const char *in, size_t *values_left)
{
	bool plain_keys = !scan->levels[scan->depth - 1].is_object;
	const char *end = scan->end;
	size_t left = *values_left, strings = 0;

	for (; left > 0; left--) {
		const char *at = in + 2;

		if (in[0] == 's' && in[1] == ':' && (plain_keys || left % 2)) {
			size_t len = 0;

			while (is_digit(*at) && at < in + 10) {
				len = len * 10 + (size_t) (*at++ - '0');
			}
			if (at[0] != ':' || at[1] != '"' || len >= (size_t) (end - at - 2) || at[len + 2] != '"' ||
				at[len + 3] != ';') {
				break;
			}
			in = at + len + 4;
			strings++;
		} else if (in[0] == 'i' && in[1] == ':') {
			const char *digits = at += *at == '-';

			while (is_digit(*at)) {
				at++;
			}
			if (*at != ';' || at == digits || at - digits > DIGITS_THAT_FIT) {
				break;
			}
			in = at + 1;
		} else if (in[0] == 'd' && left % 2) {
			if (in[1] != ':' || !(at = scan_float(at))) {
				break;
			}
			in = at;
		} else {
			break;
		}
	}
	scan->memory += strings * _ZSTR_HEADER_SIZE;
	*values_left = left;
	return in;
}

/* Goes over one value. Returns the byte after it, or NULL: scan->status says why. */
static const char *scan_one(scan *scan, const rk_codec *codec, bool asleep, const char *data, size_t len, rk_error *err)
{
	const char *in;

	scan->end = data + len;
	scan->codec = codec;
	scan->asleep = asleep;
	scan->err = err;
	scan->memory = len; /* the strings, their headers aside */
	scan->depth = 0;
	scan->too_deep = false;
	in = scan_value(scan, data, false);
	while (in && scan->depth > 0) {
		size_t *left = &scan->levels[scan->depth - 1].left;

		in = scan_common(scan, in, left);
		if (*left > 0) {
			in = scan_value(scan, in, (*left)-- % 2 == 0);
		} else if (*in == '}') {
			in++;
			scan->depth--;
		} else {
			in = corrupt(scan);
		}
	}
	return in;
}

/* Goes over the whole text. */
static rk_status scan_all(scan *scan, const rk_codec *codec, const char *data, size_t len, rk_error *err)
{
	const char *in = scan_one(scan, codec, false, data, len, err);

	if (in && in != scan->end) {
		in = corrupt(scan);
	}
	return in ? RK_OK : scan->status;
}

rk_status rk_serializer_php_check(const rk_codec *codec, const char *data, size_t len, rk_error *err)
{
	scan scan;
	rk_status status = scan_all(&scan, codec, data, len, err);

	return status == RK_OK ? rk_codec_check_memory(len, scan.memory, err) : status;
}

bool rk_serializer_php_matches(const char *data, size_t len)
{
	rk_codec any = { .classes = NULL };
	rk_error ignored;
	scan scan;

	return scan_all(&scan, &any, data, len, &ignored) == RK_OK || scan.too_deep;
}

rk_status rk_serializer_php_check_asleep(const char *data, size_t len, rk_error *err)
{
	const rk_codec any = { .classes = NULL };
	scan scan;

	if (!scan_one(&scan, &any, true, data, len, err)) {
		return RK_REFUSED;
	}
	return rk_memory_fits(scan.memory) ? RK_OK : rk_codec_memory_error(scan.memory, err);
}
