/* rk_serializer_php.c: PHP's own serialize() format.
 *
 * Stored text may be anything, so a scan goes over it before PHP's decoder does: is it well-formed and whole, how deep is it nested, which classes does it
 * name, how much memory will it take? Then no object is made of a value that is refused, and PHP has no warning to raise. */

#include "rk_codec_parts.h"

#include <ext/standard/basic_functions.h>
#include <ext/standard/php_var.h>

typedef struct {
	const char *in, *end;
	const rk_codec *codec;
	rk_error *err;
	size_t memory;
	unsigned depth;
	bool too_deep;
	struct {
		size_t left; /* values still to come, keys included */
		bool is_object;
	} levels[RK_CODEC_MAX_DEPTH];
} scan;

static rk_status corrupt(scan *scan)
{
	return rk_error_set(scan->err, RK_ERR_CODEC, "The stored value is corrupt: it is not well-formed serialized text");
}

static bool skip(scan *scan, char wanted)
{
	if (scan->in == scan->end || *scan->in != wanted) {
		return false;
	}
	scan->in++;
	return true;
}

static bool scan_digits(scan *scan, size_t *number)
{
	const char *start = scan->in;
	size_t value = 0;

	while (scan->in < scan->end && *scan->in >= '0' && *scan->in <= '9') {
		if (value > SIZE_MAX / 10 - 1) {
			return false;
		}
		value = value * 10 + (size_t) (*scan->in++ - '0');
	}
	*number = value;
	return scan->in > start;
}

static bool scan_integer(scan *scan)
{
	size_t ignored;

	if (scan->in < scan->end && (*scan->in == '-' || *scan->in == '+')) {
		scan->in++;
	}
	return scan_digits(scan, &ignored) && skip(scan, ';');
}

static bool scan_float(scan *scan)
{
	const char *start = scan->in;

	while (scan->in < scan->end && strchr("0123456789+-.eEINFA", *scan->in) && *scan->in) {
		scan->in++;
	}
	return scan->in > start && skip(scan, ';');
}

/* `length:"bytes"` */
static bool scan_quoted(scan *scan, const char **bytes, size_t *len)
{
	if (!scan_digits(scan, len) || !skip(scan, ':') || !skip(scan, '"') || *len >= (size_t) (scan->end - scan->in)) {
		return false;
	}
	*bytes = scan->in;
	scan->in += *len;
	return skip(scan, '"');
}

/* As above, where a backslash and two hex digits stand for one byte. */
static bool scan_escaped(scan *scan)
{
	size_t len;

	if (!scan_digits(scan, &len) || !skip(scan, ':') || !skip(scan, '"')) {
		return false;
	}
	while (len-- > 0) {
		size_t width = scan->in < scan->end && *scan->in == '\\' ? 3 : 1;

		if ((size_t) (scan->end - scan->in) < width) {
			return false;
		}
		scan->in += width;
	}
	return skip(scan, '"') && skip(scan, ';');
}

static rk_status open_level(scan *scan, size_t elements, bool is_object)
{
	/* The shortest element is `i:0;N;`. */
	if (!skip(scan, ':') || !skip(scan, '{') || elements > (size_t) (scan->end - scan->in) / 6) {
		return corrupt(scan);
	}
	if (scan->depth == RK_CODEC_MAX_DEPTH) {
		scan->too_deep = true;
		return rk_codec_depth_error(scan->err);
	}
	scan->memory += rk_array_memory(elements, false) + elements * sizeof(zval *); /* PHP numbers every value */
	scan->levels[scan->depth].left = elements * 2;
	scan->levels[scan->depth++].is_object = is_object;
	return RK_OK;
}

static rk_status scan_object(scan *scan, char type)
{
	const char *name;
	size_t len, count;
	rk_status status;

	if (!skip(scan, ':') || !scan_quoted(scan, &name, &len)) {
		return corrupt(scan);
	}
	if (type == 'E') { /* Class:Case */
		const char *colon = memchr(name, ':', len);

		if (!colon || !skip(scan, ';')) {
			return corrupt(scan);
		}
		len = (size_t) (colon - name);
	}
	if ((status = rk_codec_check_class(scan->codec, name, len, scan->err)) != RK_OK) {
		return status;
	}
	if (type == 'E') {
		return RK_OK;
	}
	scan->memory += sizeof(zend_object);
	if (!skip(scan, ':') || !scan_digits(scan, &count)) {
		return corrupt(scan);
	}
	if (type == 'O') {
		return open_level(scan, count, true);
	}
	/* C: bytes that only the class understands */
	if (!skip(scan, ':') || !skip(scan, '{') || count > (size_t) (scan->end - scan->in)) {
		return corrupt(scan);
	}
	scan->in += count;
	return skip(scan, '}') ? RK_OK : corrupt(scan);
}

/* The name of a private or protected property is "\0 class \0 name"; PHP raises a notice about halves of that. */
static bool is_property_name(const char *name, size_t len)
{
	return len == 0 || name[0] != '\0' || (len > 2 && name[1] != '\0' && memchr(name + 1, '\0', len - 2));
}

static bool scan_string(scan *scan, bool is_key)
{
	const char *bytes;
	size_t len;

	if (!skip(scan, ':') || !scan_quoted(scan, &bytes, &len) || !skip(scan, ';')) {
		return false;
	}
	if (is_key && scan->levels[scan->depth - 1].is_object && !is_property_name(bytes, len)) {
		return false;
	}
	scan->memory += len > 1 ? _ZSTR_STRUCT_SIZE(len) : 0;
	return true;
}

static rk_status scan_value(scan *scan, bool is_key)
{
	char type;
	size_t elements;
	bool good;

	if (scan->in == scan->end) {
		return corrupt(scan);
	}
	type = *scan->in++;
	if (is_key && type != 'i' && type != 's' && type != 'S') {
		return corrupt(scan);
	}
	switch (type) {
		case 's': good = scan_string(scan, is_key); break;
		case 'i': good = skip(scan, ':') && scan_integer(scan); break;
		case 'N': good = skip(scan, ';'); break;
		case 'b': good = skip(scan, ':') && (skip(scan, '0') || skip(scan, '1')) && skip(scan, ';'); break;
		case 'd': good = skip(scan, ':') && scan_float(scan); break;
		case 'S': good = skip(scan, ':') && scan_escaped(scan); break;
		case 'r':
		case 'R': good = skip(scan, ':') && scan_digits(scan, &elements) && skip(scan, ';'); break;
		case 'a':
			if (!skip(scan, ':') || !scan_digits(scan, &elements)) {
				return corrupt(scan);
			}
			return open_level(scan, elements, false);
		case 'O':
		case 'C':
		case 'E': return scan_object(scan, type);
		default: good = false;
	}
	return good ? RK_OK : corrupt(scan);
}

/* Goes over the whole text. */
static rk_status scan_all(scan *scan)
{
	rk_status status = scan_value(scan, false);

	while (status == RK_OK && scan->depth > 0) {
		size_t *left = &scan->levels[scan->depth - 1].left;

		if (*left > 0) {
			bool is_key = *left % 2 == 0;

			--*left;
			status = scan_value(scan, is_key);
		} else if (skip(scan, '}')) {
			scan->depth--;
		} else {
			status = corrupt(scan);
		}
	}
	return status == RK_OK && scan->in != scan->end ? corrupt(scan) : status;
}

static void scan_start(scan *scan, const rk_codec *codec, const char *data, size_t len, rk_error *err)
{
	scan->in = data;
	scan->end = data + len;
	scan->codec = codec;
	scan->err = err;
	scan->memory = 0;
	scan->depth = 0;
	scan->too_deep = false;
}

static rk_status php_check(const rk_codec *codec, const char *data, size_t len, rk_error *err)
{
	rk_status status;
	scan scan;

	scan_start(&scan, codec, data, len, err);
	status = scan_all(&scan);
	if (status == RK_OK && !rk_memory_fits(scan.memory)) {
		status = rk_codec_memory_error(scan.memory, err);
	}
	return status;
}

bool rk_serializer_php_matches(const char *data, size_t len)
{
	rk_codec any = { .classes = NULL };
	rk_error ignored;
	scan scan;

	scan_start(&scan, &any, data, len, &ignored);
	return scan_all(&scan) == RK_OK || scan.too_deep;
}

/* A value may be encoded or decoded from inside a serialize() or unserialize() of the application, which numbers what it meets. This one has numbers of its
 * own, as its bytes stand alone: what is in progress is put aside. */
static rk_status php_serialize(zval *value, smart_str *out, rk_error *err)
{
	struct php_serialize_data *outer = BG(serialize).data;
	unsigned outer_level = BG(serialize).level, outer_lock = BG(serialize_lock);
	php_serialize_data_t state;

	BG(serialize).level = 0;
	BG(serialize_lock) = 0;
	PHP_VAR_SERIALIZE_INIT(state);
	php_var_serialize(out, value, &state);
	PHP_VAR_SERIALIZE_DESTROY(state);
	BG(serialize).data = outer;
	BG(serialize).level = outer_level;
	BG(serialize_lock) = outer_lock;
	return EG(exception) ? rk_codec_exception("store", err) : RK_OK;
}

/* True: *out is set, though user code may have thrown afterwards. */
static bool decode(const rk_codec *codec, const char *data, size_t len, zval *out)
{
	const unsigned char *in = (const unsigned char *) data, *end = in + len;
	php_unserialize_data_t state;
	zval *slot;
	bool good;

	PHP_VAR_UNSERIALIZE_INIT(state);
	php_var_unserialize_set_allowed_classes(state, codec->classes);
	php_var_unserialize_set_max_depth(state, 0); /* has been checked */
	slot = var_tmp_var(&state);                  /* references point into it for as long as the state lives */
	good = php_var_unserialize(slot, &in, end, &state) && in == end;
	if (good) {
		ZVAL_COPY(out, slot);
	}
	PHP_VAR_UNSERIALIZE_DESTROY(state); /* calls __wakeup and __unserialize */
	return good;
}

static rk_status php_unserialize(const rk_codec *codec, const char *data, size_t len, zval *out, rk_error *err)
{
	struct php_unserialize_data *outer = BG(unserialize).data;
	unsigned outer_level = BG(unserialize).level, outer_lock = BG(serialize_lock);
	bool good;
	zval value;

	BG(unserialize).level = 0;
	BG(serialize_lock) = 0;
	good = decode(codec, data, len, &value);
	BG(unserialize).data = outer;
	BG(unserialize).level = outer_level;
	BG(serialize_lock) = outer_lock;
	if (good && EG(exception)) {
		zval_ptr_dtor(&value);
	}
	if (EG(exception)) {
		return rk_codec_exception("read", err);
	}
	if (!good) {
		return rk_error_set(err, RK_ERR_CODEC, "The stored value is corrupt: PHP cannot unserialize it");
	}
	if (Z_ISREF(value)) {
		zend_unwrap_reference(&value);
	}
	ZVAL_COPY_VALUE(out, &value);
	return RK_OK;
}

const rk_serializer rk_serializer_php = {
	.id = RK_SERIALIZER_PHP,
	.name = "php",
	.serialize = php_serialize,
	.check = php_check,
	.unserialize = php_unserialize,
};
