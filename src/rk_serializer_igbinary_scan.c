/* rk_serializer_igbinary_scan.c: looks over igbinary's tokens before igbinary does, which knows no list of allowed
 * classes and recurses until the stack ends: are they whole, how deep are they nested, which classes do they name,
 * do references lead back to what was already there, how much memory will it take?
 *
 *     value     = token [operand]. An array: token, count, then as often key and value. An object: token, class
 *                 name (or the number of an earlier string), then an array's token for its properties, or bytes
 *                 of its own (Serializable), or the name of an enum's case
 *     string    = numbered from 0 in order of appearance, class names included; used again by number
 *     reference = numbered from 0: arrays, objects, and scalars behind a reference token
 *
 * Numbers are big-endian. */

#include "rk_codec_parts.h"

#include <Zend/zend_interfaces.h>

enum {
	IG_NULL = 0x00,
	IG_REF8 = 0x01, /* an array that was there before; 16, 32 */
	IG_FALSE = 0x04,
	IG_TRUE = 0x05,
	IG_LONG8P = 0x06, /* 8p 8n 16p 16n 32p 32n */
	IG_LONG32N = 0x0b,
	IG_DOUBLE = 0x0c,
	IG_STRING_EMPTY = 0x0d,
	IG_STRING_ID8 = 0x0e, /* 8, 16, 32 */
	IG_STRING_ID32 = 0x10,
	IG_STRING8 = 0x11, /* 8, 16, 32 */
	IG_STRING32 = 0x13,
	IG_ARRAY8 = 0x14, /* 8, 16, 32 */
	IG_ARRAY32 = 0x16,
	IG_OBJECT8 = 0x17, /* class name; 8, 16, 32 */
	IG_OBJECT32 = 0x19,
	IG_OBJECT_ID8 = 0x1a, /* class name by number; 8, 16, 32 */
	IG_OBJECT_ID32 = 0x1c,
	IG_OBJECT_SER8 = 0x1d, /* 8, 16, 32 */
	IG_OBJECT_SER32 = 0x1f,
	IG_LONG64P = 0x20,
	IG_LONG64N = 0x21,
	IG_OBJREF8 = 0x22, /* an object that was there before; 8, 16, 32 */
	IG_OBJREF32 = 0x24,
	IG_REFERENCE = 0x25, /* what follows is a PHP reference */
	IG_STRING64 = 0x26,
	IG_ENUM_CASE = 0x27,
};

#define HEADER_SIZE 4
#define REFERENCE_MEMORY 48 /* of the table in which igbinary numbers them, and its copy when it grows */

typedef struct {
	const unsigned char *bytes;
	uint32_t len;
} string_ref;

typedef struct {
	size_t left;      /* elements still to come */
	size_t list;      /* how many elements in all, while the keys are 0, 1, 2...; else 0 */
	size_t reference; /* its number */
	bool is_array;
	bool is_reference; /* a reference token stands before it */
} level;

typedef struct {
	const unsigned char *in, *end;
	const rk_codec *codec;
	rk_error *err;
	size_t memory;
	size_t largest_list;        /* bytes of an array that was taken for a list and is none: it is there while it becomes a table */
	size_t strings, references; /* how many there were */
	string_ref *names;          /* the strings, kept when classes are looked at; names_size of them fit */
	size_t names_size;
	size_t too_large; /* bytes that memory_limit does not bear, which ended the scan; 0: none */
	unsigned depth;
	level levels[RK_CODEC_MAX_DEPTH];
} scan;

static rk_status corrupt(scan *scan)
{
	if (scan->too_large) {
		return rk_codec_memory_error(scan->too_large, scan->err);
	}
	return rk_error_set(scan->err, RK_ERR_CODEC, "The stored value is corrupt: it is not well-formed igbinary data");
}

/* A big-endian number of `size` bytes. */
static inline bool scan_number(scan *scan, unsigned size, uint64_t *number)
{
	uint64_t value = 0;

	if ((size_t) (scan->end - scan->in) < size) {
		return false;
	}
	while (size-- > 0) {
		value = value << 8 | *scan->in++;
	}
	*number = value;
	return true;
}

/* A number of 64 bits, of which `token` says the sign: does an int hold it? igbinary makes 0 of it, with a warning. */
static bool scan_long64(scan *scan, unsigned token)
{
	const uint64_t limit = (uint64_t) 1 << 63;
	uint64_t number;

	return scan_number(scan, 8, &number) && (number < limit || (number == limit && token == IG_LONG64N));
}

static inline bool skip_bytes(scan *scan, uint64_t count)
{
	if ((uint64_t) (scan->end - scan->in) < count) {
		return false;
	}
	scan->in += count;
	return true;
}

static bool grow_names(scan *scan)
{
	size_t size = scan->names_size ? scan->names_size * 2 : 32;

	if (!rk_memory_fits(size * sizeof(*scan->names))) {
		scan->too_large = size * sizeof(*scan->names);
		return false;
	}
	scan->names = safe_erealloc(scan->names, size, sizeof(*scan->names), 0);
	scan->names_size = size;
	return true;
}

/* Remembers a string's place, in case a class is named by its number. */
static bool keep_name(scan *scan, const unsigned char *bytes, uint64_t len)
{
	if (scan->strings == scan->names_size && !grow_names(scan)) {
		return false;
	}
	scan->names[scan->strings] = (string_ref){ bytes, len > UINT32_MAX ? UINT32_MAX : (uint32_t) len };
	return true;
}

static inline bool scan_string(scan *scan, unsigned length_size)
{
	uint64_t len;
	const unsigned char *bytes;

	if (!scan_number(scan, length_size, &len)) {
		return false;
	}
	bytes = scan->in;
	if (!skip_bytes(scan, len)) {
		return false;
	}
	if (scan->codec->classes && !keep_name(scan, bytes, len)) {
		return false;
	}
	scan->strings++;
	return true;
}

static inline bool scan_string_id(scan *scan, unsigned size, uint64_t *id)
{
	return scan_number(scan, size, id) && *id < scan->strings;
}

/* Counts an array's memory. What follows are its elements: do they begin as those of a list? Then they are to go on as such. */
static inline size_t count_array(scan *scan, size_t elements, const unsigned char *follows)
{
	bool is_list = elements && follows[0] == IG_LONG8P && follows[1] == 0;

	scan->memory += rk_array_memory(elements, is_list);
	return is_list ? elements : 0;
}

static RK_COLD void no_list(scan *scan, level *level)
{
	size_t packed = rk_array_memory(level->list, true);

	scan->memory += rk_array_memory(level->list, false) - packed;
	scan->largest_list = packed > scan->largest_list ? packed : scan->largest_list;
	level->list = 0;
}

static rk_status open_level(scan *scan, uint64_t elements, size_t reference, bool is_array, bool is_reference)
{
	size_t list = 0;

	/* The shortest element is two bytes; an unset property is one. */
	if (elements > (size_t) (scan->end - scan->in)) {
		return corrupt(scan);
	}
	if (scan->depth == RK_CODEC_MAX_DEPTH) {
		return rk_codec_depth_error(scan->err);
	}
	if (is_array && scan->end - scan->in >= 2) {
		list = count_array(scan, (size_t) elements, scan->in);
	} else {
		scan->memory += rk_array_memory((size_t) elements, false);
	}
	scan->levels[scan->depth++] = (level){ (size_t) elements, list, reference, is_array, is_reference };
	return RK_OK;
}

/* The name behind an object's token, looked up among the allowed; *name is set where there is a list of them. */
static rk_status scan_class(scan *scan, unsigned token, string_ref *name)
{
	uint64_t id;
	bool good;

	if (token <= IG_OBJECT32) {
		good = scan_string(scan, 1u << (token - IG_OBJECT8));
		id = scan->strings - 1;
	} else {
		good = scan_string_id(scan, 1u << (token - IG_OBJECT_ID8), &id);
	}
	if (!good) {
		return corrupt(scan);
	}
	if (!scan->codec->classes) {
		return RK_OK;
	}
	*name = scan->names[id];
	return rk_codec_check_class(scan->codec, (const char *) name->bytes, name->len, scan->err);
}

/* Bytes that only an object's class can read. PHP's own classes take serialized text in them for what it says, objects of any
 * class included, and igbinary cannot tell them of the list. They write none since PHP 7.4. */
static rk_status scan_own_bytes(scan *scan, unsigned token, const string_ref *name)
{
	uint64_t len;
	zend_string *class_name;
	zend_class_entry *ce, *own;

	if (!scan_number(scan, 1u << (token - IG_OBJECT_SER8), &len) || !skip_bytes(scan, len)) {
		return corrupt(scan);
	}
	if (!scan->codec->classes) {
		return RK_OK;
	}
	class_name = zend_string_init((const char *) name->bytes, name->len, false);
	ce = zend_lookup_class(class_name);
	zend_string_release(class_name);
	if (EG(exception)) {
		return rk_codec_exception("read", scan->err);
	}
	for (own = ce; own && own->type == ZEND_USER_CLASS;) {
		own = own->parent;
	}
	if (own && instanceof_function(own, zend_ce_serializable)) {
		return rk_error_set(scan->err, RK_ERR_CODEC,
			"An object of class %s in the value is stored in a form that PHP has not written since 7.4, and that could hold objects of any class: "
			"it is not read with allowed_classes",
			ZSTR_VAL(ce->name));
	}
	return RK_OK;
}

static rk_status scan_object(scan *scan, unsigned token)
{
	string_ref name = { NULL, 0 };
	rk_status status = scan_class(scan, token, &name);
	size_t reference = scan->references++;
	uint64_t number;

	if (status != RK_OK) {
		return status;
	}
	if (scan->in == scan->end) {
		return corrupt(scan);
	}
	scan->memory += sizeof(zend_object);
	token = *scan->in++;
	if (token >= IG_ARRAY8 && token <= IG_ARRAY32) {
		return scan_number(scan, 1u << (token - IG_ARRAY8), &number) ? open_level(scan, number, reference, false, false)
																	 : corrupt(scan);
	}
	if (token >= IG_OBJECT_SER8 && token <= IG_OBJECT_SER32) {
		return scan_own_bytes(scan, token, &name);
	}
	if (token == IG_ENUM_CASE && scan->in < scan->end) {
		token = *scan->in++;
		if (token >= IG_STRING8 && token <= IG_STRING32) {
			return scan_string(scan, 1u << (token - IG_STRING8)) ? RK_OK : corrupt(scan);
		}
		if (token >= IG_STRING_ID8 && token <= IG_STRING_ID32) {
			return scan_string_id(scan, 1u << (token - IG_STRING_ID8), &number) ? RK_OK : corrupt(scan);
		}
	}
	return corrupt(scan);
}

/* The open array of that number, or NULL. */
static inline const level *find_open(const scan *scan, unsigned depth, size_t reference)
{
	for (unsigned i = 0; i < depth; i++) {
		if (scan->levels[i].is_array && scan->levels[i].reference == reference) {
			return &scan->levels[i];
		}
	}
	return NULL;
}

/* An array or object that was there before. An array that contains itself other than by reference is something PHP
 * code cannot make, and recursing over it does not end; but igbinary writes so when nothing else holds the
 * reference any more. By reference it contains one that began as a reference: of another igbinary would make one while it
 * still fills the array. */
static rk_status scan_back_reference(scan *scan, unsigned size, bool by_reference)
{
	uint64_t number;
	const level *open;

	if (!scan_number(scan, size, &number) || number >= scan->references) {
		return corrupt(scan);
	}
	open = find_open(scan, scan->depth, (size_t) number);
	if (open && !(by_reference && open->is_reference)) {
		return rk_error_set(scan->err, RK_ERR_CODEC,
			"An array in the value contains itself, which igbinary cannot restore: use the serializer php");
	}
	return RK_OK;
}

static rk_status scan_value(scan *scan, bool by_reference)
{
	unsigned token;
	uint64_t number;
	bool good;

	if (scan->in == scan->end) {
		return corrupt(scan);
	}
	token = *scan->in++;
	switch (token) {
		case IG_NULL:
		case IG_FALSE:
		case IG_TRUE:
		case IG_STRING_EMPTY: good = true; break;
		case IG_LONG8P:
		case IG_LONG8P + 1: good = skip_bytes(scan, 1); break;
		case IG_LONG8P + 2:
		case IG_LONG8P + 3: good = skip_bytes(scan, 2); break;
		case IG_LONG8P + 4:
		case IG_LONG32N: good = skip_bytes(scan, 4); break;
		case IG_LONG64P:
		case IG_LONG64N: good = scan_long64(scan, token); break;
		case IG_DOUBLE: good = skip_bytes(scan, 8); break;
		case IG_STRING8: good = scan_string(scan, 1); break;
		case IG_STRING8 + 1: good = scan_string(scan, 2); break;
		case IG_STRING32: good = scan_string(scan, 4); break;
		case IG_STRING64: good = scan_string(scan, 8); break;
		case IG_STRING_ID8: good = scan_string_id(scan, 1, &number); break;
		case IG_STRING_ID8 + 1: good = scan_string_id(scan, 2, &number); break;
		case IG_STRING_ID32: good = scan_string_id(scan, 4, &number); break;
		case IG_ARRAY8:
		case IG_ARRAY8 + 1:
		case IG_ARRAY32:
			return scan_number(scan, 1u << (token - IG_ARRAY8), &number)
				? open_level(scan, number, scan->references++, true, by_reference)
				: corrupt(scan);
		case IG_OBJECT8:
		case IG_OBJECT8 + 1:
		case IG_OBJECT32:
		case IG_OBJECT_ID8:
		case IG_OBJECT_ID8 + 1:
		case IG_OBJECT_ID32: return scan_object(scan, token);
		case IG_REF8:
		case IG_REF8 + 1:
		case IG_REF8 + 2: return scan_back_reference(scan, 1u << (token - IG_REF8), by_reference);
		case IG_OBJREF8:
		case IG_OBJREF8 + 1:
		case IG_OBJREF32: return scan_back_reference(scan, 1u << (token - IG_OBJREF8), by_reference);
		case IG_REFERENCE: return by_reference ? corrupt(scan) : scan_value(scan, true);
		default: good = false;
	}
	if (by_reference) { /* a scalar behind a reference has a number too */
		scan->references++;
	}
	return good ? RK_OK : corrupt(scan);
}

#define NO_INDEX UINT64_MAX

/* A key; *index is it when it can be one of a list. *unset: it says that no value follows. */
static inline bool scan_key(scan *scan, uint64_t *index, bool *unset)
{
	unsigned token;
	uint64_t id;

	*index = NO_INDEX;
	*unset = false;
	if (scan->in == scan->end) {
		return false;
	}
	token = *scan->in++;
	switch (token) {
		case IG_NULL: *unset = true; return true;
		case IG_STRING_EMPTY: return true;
		case IG_LONG8P: return scan_number(scan, 1, index);
		case IG_LONG8P + 1: return skip_bytes(scan, 1);
		case IG_LONG8P + 2: return scan_number(scan, 2, index);
		case IG_LONG8P + 3: return skip_bytes(scan, 2);
		case IG_LONG8P + 4: return scan_number(scan, 4, index);
		case IG_LONG32N: return skip_bytes(scan, 4);
		case IG_LONG64P:
		case IG_LONG64N: return scan_long64(scan, token);
		case IG_STRING_ID8: return scan_string_id(scan, 1, &id);
		case IG_STRING_ID8 + 1: return scan_string_id(scan, 2, &id);
		case IG_STRING_ID32: return scan_string_id(scan, 4, &id);
		case IG_STRING8: return scan_string(scan, 1);
		case IG_STRING8 + 1: return scan_string(scan, 2);
		case IG_STRING32: return scan_string(scan, 4);
		default: return false;
	}
}

/* Tokens that are only skipped: how many bytes they take, operand included; 0 for the others. */
static const uint8_t skipped_key[256] = {
	[IG_STRING_EMPTY] = 1,
	[IG_LONG8P] = 2,
	[IG_LONG8P + 1] = 2,
	[IG_LONG8P + 2] = 3,
	[IG_LONG8P + 3] = 3,
};
static const uint8_t skipped_value[256] = {
	[IG_NULL] = 1,
	[IG_FALSE] = 1,
	[IG_TRUE] = 1,
	[IG_STRING_EMPTY] = 1,
	[IG_LONG8P] = 2,
	[IG_LONG8P + 1] = 2,
	[IG_LONG8P + 2] = 3,
	[IG_LONG8P + 3] = 3,
	[IG_LONG8P + 4] = 5,
	[IG_LONG32N] = 5,
	[IG_DOUBLE] = 9,
};

/* Is the key, of those that are only skipped, this index? */
static inline bool is_index(const unsigned char *key, size_t index)
{
	return key[0] == IG_LONG8P ? key[1] == index : key[0] == IG_LONG8P + 2 && (size_t) (key[1] << 8 | key[2]) == index;
}

/* A key and a value of the kinds below, strings' bytes aside, and the first two bytes of what follows. */
#define ELEMENT_ROOM 16

/* Goes over elements as long as they are of the common kinds: most values are nothing else, and this loop has its state in
 * registers. Stops before an element it leaves to scan_key() and scan_value(), and near the end. */
static void scan_common(scan *scan)
{
	const unsigned char *in = scan->in, *value, *last;
	size_t left = scan->levels[scan->depth - 1].left, list = scan->levels[scan->depth - 1].list, strings = scan->strings;
	unsigned depth = scan->depth, size, new_key;

	if (scan->end - in < ELEMENT_ROOM || scan->codec->classes) {
		return;
	}
	last = scan->end - ELEMENT_ROOM;
	for (;;) {
		if (left == 0) {
			if (depth == 1) {
				break;
			}
			left = scan->levels[--depth - 1].left;
			list = scan->levels[depth - 1].list;
			continue;
		}
		if (in > last) {
			break;
		}
		if (list && !is_index(in, list - left)) {
			break;
		}
		new_key = 0;
		if (in[0] == IG_STRING_ID8 && in[1] < strings) {
			value = in + 2;
		} else if ((size = skipped_key[in[0]]) != 0) {
			value = in + size;
		} else if (in[0] == IG_STRING8 && last - in > 2 + in[1]) {
			value = in + 2 + in[1];
			new_key = 1;
		} else {
			break;
		}
		if ((size = skipped_value[value[0]]) != 0) {
			in = value + size;
		} else if (value[0] == IG_STRING8 && last - value > 2 + value[1]) {
			in = value + 2 + value[1];
			strings++;
		} else if (value[0] == IG_STRING_ID8 && value[1] < strings + new_key) { /* as below, for another kind: NOLINT(bugprone-branch-clone) */
			in = value + 2;
		} else if (value[0] == IG_REF8 && value[1] < scan->references && !find_open(scan, depth, value[1])) {
			in = value + 2;
		} else if (value[0] == IG_ARRAY8 && depth < RK_CODEC_MAX_DEPTH) {
			scan->levels[depth - 1].left = left - 1;
			list = count_array(scan, value[1], value + 2);
			scan->levels[depth++] = (level){ value[1], list, scan->references++, true, false };
			left = value[1] + (size_t) 1;
			in = value + 2;
		} else {
			break;
		}
		strings += new_key;
		left--;
	}
	scan->in = in;
	scan->strings = strings;
	scan->depth = depth;
	scan->levels[depth - 1].left = left;
}

static rk_status scan_all(scan *scan)
{
	rk_status status;
	uint64_t index;
	bool unset;

	if (scan->end - scan->in <= HEADER_SIZE || memcmp(scan->in, "\0\0\0", 3) != 0 ||
		(scan->in[3] != 1 && scan->in[3] != 2)) {
		return corrupt(scan);
	}
	scan->in += HEADER_SIZE;
	status = scan_value(scan, false);
	while (status == RK_OK && scan->depth > 0) {
		level *level;

		scan_common(scan);
		level = &scan->levels[scan->depth - 1];
		if (level->left == 0) {
			scan->depth--;
			continue;
		}
		if (!scan_key(scan, &index, &unset)) {
			return corrupt(scan);
		}
		if (level->list && index != level->list - level->left) {
			no_list(scan, level);
		}
		level->left--;
		if (!unset) {
			status = scan_value(scan, false);
		}
	}
	return status == RK_OK && scan->in != scan->end ? corrupt(scan) : status;
}

rk_status rk_serializer_igbinary_check(const rk_codec *codec, const char *data, size_t len, rk_error *err)
{
	rk_status status;
	scan scan;

	scan.in = (const unsigned char *) data;
	scan.end = scan.in + len;
	scan.codec = codec;
	scan.err = err;
	scan.memory = len; /* the strings, their headers aside */
	scan.largest_list = scan.strings = scan.references = 0;
	scan.names = NULL;
	scan.names_size = scan.too_large = 0;
	scan.depth = 0;
	status = scan_all(&scan);
	if (scan.names) {
		efree(scan.names);
	}
	scan.memory += scan.largest_list + scan.strings * (_ZSTR_HEADER_SIZE + sizeof(void *)) + scan.references * REFERENCE_MEMORY;
	return status == RK_OK ? rk_codec_check_memory(len, scan.memory, err) : status;
}
