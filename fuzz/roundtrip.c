/* roundtrip.c: what a codec wrote, every codec that may read it reads back as it was: types, keys and their order, floats to the bit, objects and
 * references that were one. A value is refused only for a reason docs/values.md gives, and a signature is wrong once anything was changed.
 *
 *     writer | reader | extras | power | [key] | [header fields] | [what to change] | value
 *
 * writer, reader: two codecs (serializer, compression, MAC, compat, threshold). The reader gets the writer's MAC, and its serializer where
 * stored text does not describe itself. extras: fields of the header, the name of the key, what is changed before it is read. power: so
 * often the value is repeated, as elements of a list. value: see build(). */
#include "dictionary.h"
#include "harness.h"

#include "rk_codec_parts.h"

#include <math.h>
#include <zend_enum.h>
#include <zend_exceptions.h>
#include <zend_interfaces.h>

enum { /* codec */
	CODEC_SERIALIZER = 0x03,
	CODEC_COMPRESSION = 0x0C,
	CODEC_DICTIONARY = 0x0C, /* zstd with one, which the others read with */
	CODEC_MAC = 0x10,
	CODEC_COMPAT = 0x20, /* without a MAC */
	CODEC_LONG = 0x40,   /* values below the usual threshold are not compressed; with a list of classes */
	CODECS = 0x80,
	CODEC_TRANSPARENT = 0x80, /* a client's, which passes text through */
};

enum { /* extras */
	EXTRA_EXPIRY = 0x01,
	EXTRA_COST = 0x02,
	EXTRA_TAGS = 0x04,
	EXTRA_KEY = 0x08,       /* of the input's bytes */
	EXTRA_CHANGED = 0x10,   /* one bit of a signed value */
	EXTRA_OTHER_KEY = 0x20, /* a signed value is read from another key */
	EXTRA_SESSION = 0x40,   /* text without a serializer */
	EXTRA_IN_PLACE = 0x80,
};

enum { /* kinds of values, in an operation's lower four bits */
	MAKE_NULL,
	MAKE_BOOL,
	MAKE_SMALL,
	MAKE_INT,
	MAKE_FLOAT,
	MAKE_STRING,
	MAKE_DIGITS,
	MAKE_LIST,
	MAKE_HOLES,
	MAKE_MAP,
	MAKE_OBJECT,
	MAKE_THING,
	MAKE_CASE,
	MAKE_REFERENCE,
	MAKE_KNOWN,
	MAKE_NEST,
};

#define KNOWN_MAX 64
#define NESTED_MAX 520 /* values deeper than that are not made */
#define NODE_WEIGHT 16 /* what a value counts, its bytes aside */

typedef struct {
	const uint8_t *data;
	size_t size;
	size_t weight;
	unsigned deepest;
	bool json;             /* objects of other classes than stdClass come back as something else */
	bool beyond_json;      /* there are bytes, numbers or cycles that JSON may not hold */
	zval known[KNOWN_MAX]; /* references and objects, to be met again */
	unsigned known_count;
} source;

static rk_codec *codecs[CODECS], *transparent;
static rk_dictionaries *dictionaries;
static zend_class_entry *thing_class, *box_class, *suit_class;

static rk_codec *make_codec(unsigned which)
{
	static const char *const serializers[] = { "php", "igbinary", "json", "none" };
	static const char *const compressions[] = { "none", "zstd", "lz4", "zstd" };
	bool client = which == CODEC_TRANSPARENT, mac = which & CODEC_MAC;
	rk_codec_config config = {
		.level = 0,
		.threshold = which & CODEC_LONG ? 1024 : 0,
		.max_value_size = 8 * RK_FUZZ_LARGEST, /* what a value weighs becomes several times as much text: a zero byte is \u0000 in JSON */
		.compat = which & CODEC_COMPAT && !mac,
		.allowed_classes = (char *) (which & CODEC_LONG ? "Thing, stdClass,Suit,\\Box" : "*"),
		.mac_key = mac ? (char *) "0123456789abcdef" : NULL,
		.mac_key_len = mac ? 16 : 0,
	};
	rk_codec *codec;
	rk_error err;

	if (!client) {
		config.dictionaries = dictionaries;
		config.dictionaries_are_read_only = (which & CODEC_COMPRESSION) != CODEC_DICTIONARY;
	}
	strcpy(config.serializer, client ? "none" : serializers[which & CODEC_SERIALIZER]);
	strcpy(config.compression, compressions[(which & CODEC_COMPRESSION) >> 2]);
	if (rk_codec_create(&config, !client, &codec, &err) != RK_OK) {
		rk_fuzz_fail("codec %u: %s", which, err.message);
	}
	return codec;
}

static zend_class_entry *find_class(const char *name)
{
	zend_class_entry *ce = zend_hash_str_find_ptr(EG(class_table), name, strlen(name));

	rk_fuzz_check(ce, "there is no class %s", name);
	return ce;
}

static void begin(void)
{
	dictionaries = rk_fuzz_train();
	for (unsigned i = 0; i < CODECS; i++) {
		codecs[i] = make_codec(i);
	}
	transparent = make_codec(CODEC_TRANSPARENT);
	thing_class = find_class("thing");
	box_class = find_class("box");
	suit_class = find_class("suit");
}

static void end(void)
{
	for (unsigned i = 0; i < CODECS; i++) {
		rk_codec_free(codecs[i]);
	}
	rk_codec_free(transparent);
	rk_dictionaries_release(dictionaries);
}

/* --- the input becomes a value --- */

static uint8_t take_byte(source *source)
{
	return rk_fuzz_byte(&source->data, &source->size);
}

static uint64_t take_number(source *source, unsigned bytes)
{
	uint64_t number = 0;

	while (bytes-- > 0) {
		number = number << 8 | take_byte(source);
	}
	return number;
}

static zend_string *take_string(source *source, size_t len)
{
	zend_string *string;

	len = len < source->size ? len : source->size;
	string = zend_string_init((const char *) source->data, len, false);
	source->data += len;
	source->size -= len;
	source->weight += len;
	for (size_t i = 0; i < len; i++) {
		source->beyond_json |= (unsigned char) ZSTR_VAL(string)[i] >= 0x80; /* perhaps no UTF-8 */
	}
	return string;
}

/* How many, from an operation's upper four bits. */
static size_t take_count(source *source, uint8_t operation)
{
	unsigned count = operation >> 4;

	return count < 14 ? count : count == 14 ? take_byte(source)
											: take_number(source, 2);
}

static void build(source *source, zval *out, unsigned depth);

static void remember(source *source, const zval *value)
{
	if (source->known_count < KNOWN_MAX) {
		ZVAL_COPY(&source->known[source->known_count], value);
		source->known_count++;
	}
}

static void build_list(source *source, zval *out, size_t count, unsigned depth)
{
	array_init(out);
	while (count-- > 0 && source->size > 0) {
		zval item;

		build(source, &item, depth);
		add_next_index_zval(out, &item);
	}
}

/* Elements, or properties: numbers that are given as text remain text there. */
static void build_map(source *source, HashTable *table, size_t count, bool properties, unsigned depth)
{
	while (count-- > 0 && source->size > 0) {
		uint8_t kind = take_byte(source);
		zval item;

		if (kind & 1 || properties) {
			zend_string *name = take_string(source, kind >> 1 & 0x1F);

			if (properties && ZSTR_LEN(name) && ZSTR_VAL(name)[0] == '\0') {
				ZSTR_VAL(name)
				[0] = '_'; /* no such property can be made */
			}
			build(source, &item, depth);
			properties ? zend_hash_update(table, name, &item) : zend_symtable_update(table, name, &item);
			zend_string_release(name);
		} else {
			zend_ulong index = kind & 0x80 ? take_number(source, 8) : kind >> 1;

			build(source, &item, depth);
			zend_hash_index_update(table, index, &item);
		}
	}
}

/* A stdClass, or of one of two classes of which one says itself what is stored. */
static void build_object(source *source, zval *out, uint8_t operation, unsigned depth)
{
	bool own = (operation & 0x0F) == MAKE_THING && !source->json;
	zend_class_entry *ce = !own ? zend_standard_class_def : operation & 0x10 ? box_class
																			 : thing_class;
	zval item, *value = &item;

	object_init_ex(out, ce);
	remember(source, out);
	if (!own) {
		build_map(source, zend_std_get_properties(Z_OBJ_P(out)), take_count(source, operation), true, depth);
		return;
	}
	build(source, &item, depth);
	ZVAL_DEREF(value);
	zend_update_property(ce, Z_OBJ_P(out), ZEND_STRL("a"), value);
	zval_ptr_dtor(&item);
}

/* One operation: its kind in the lower four bits, a small number in the upper, operands, elements. What is missing is null. */
static void build(source *source, zval *out, unsigned depth)
{
	uint8_t operation = take_byte(source);
	zval held;

	source->weight += NODE_WEIGHT;
	source->deepest = depth > source->deepest ? depth : source->deepest;
	switch (operation & 0x0F) {
		case MAKE_BOOL: ZVAL_BOOL(out, operation & 0x10); return;
		case MAKE_SMALL: ZVAL_LONG(out, (operation >> 4) - 8); return;
		case MAKE_INT: ZVAL_LONG(out, (zend_long) take_number(source, 1u << (operation >> 4 & 3))); return;
		case MAKE_FLOAT: {
			uint64_t bits = take_number(source, 8);
			double number;

			memcpy(&number, &bits, sizeof(number));
			source->beyond_json |= !isfinite(number);
			ZVAL_DOUBLE(out, number);
			return;
		}
		case MAKE_STRING: ZVAL_STR(out, take_string(source, take_count(source, operation))); return;
		case MAKE_DIGITS: ZVAL_STR(out, zend_long_to_str((zend_long) take_number(source, 1u << (operation >> 4 & 3)))); return;
		case MAKE_CASE:
			if (!source->json) {
				ZVAL_OBJ_COPY(out, zend_enum_get_case_cstr(suit_class, operation & 0x10 ? "Hearts" : "Spades"));
				return;
			}
			break;
		case MAKE_KNOWN:
			if (source->known_count > 0) {
				ZVAL_COPY(out, &source->known[operation >> 4 ? (operation >> 4) % source->known_count : take_byte(source) % source->known_count]);
				source->beyond_json = true; /* perhaps a cycle */
				return;
			}
			break;
		default:
			if (depth >= NESTED_MAX) {
				break;
			}
			source->weight += NODE_WEIGHT;
			source->deepest = depth + 1 > source->deepest ? depth + 1 : source->deepest;
			switch (operation & 0x0F) {
				case MAKE_LIST: build_list(source, out, take_count(source, operation), depth + 1); return;
				case MAKE_HOLES: /* as unset() leaves it */
					build_list(source, out, take_count(source, operation), depth + 1);
					zend_hash_index_del(Z_ARRVAL_P(out), take_byte(source));
					return;
				case MAKE_MAP:
					array_init(out);
					build_map(source, Z_ARRVAL_P(out), take_count(source, operation), false, depth + 1);
					return;
				case MAKE_OBJECT:
				case MAKE_THING: build_object(source, out, operation, depth + 1); return;
				case MAKE_REFERENCE:
					build(source, out, depth);
					if (!Z_ISREF_P(out)) {
						ZVAL_NEW_REF(out, out);
					}
					remember(source, out);
					return;
				case MAKE_NEST: {
					size_t levels = take_count(source, operation);

					levels = levels < NESTED_MAX - depth ? levels : NESTED_MAX - depth;
					build(source, out, depth + (unsigned) levels);
					source->weight += levels * 2 * NODE_WEIGHT;
					while (levels-- > 0) {
						ZVAL_COPY_VALUE(&held, out);
						array_init_size(out, 1);
						add_next_index_zval(out, &held);
					}
					return;
				}
			}
	}
	ZVAL_NULL(out);
}

/* The value, as often as `power` says. */
static void build_value(source *source, uint8_t power, zval *out)
{
	zval item;
	size_t times;

	build(source, out, 0);
	while (source->known_count > 0) {
		zval_ptr_dtor(&source->known[--source->known_count]); /* so that nothing but the value holds them */
	}
	times = rk_fuzz_times(power, source->weight);
	if (times > 1) {
		ZVAL_COPY_VALUE(&item, out);
		array_init_size(out, (uint32_t) times);
		for (size_t i = 0; i < times; i++) {
			Z_TRY_ADDREF(item);
			add_next_index_zval(out, &item);
		}
		zval_ptr_dtor(&item);
		source->deepest++;
		source->beyond_json |= Z_ISREF(item) || Z_TYPE(item) == IS_OBJECT;
	}
}

/* --- what was written and what was read --- */

typedef struct {
	bool json;
	HashTable *read_as;   /* address of what was written => of what it became */
	HashTable *made_from; /* and back */
} pairs;

static void compare(pairs *pairs, zval *written, zval *read);

/* Two objects or references have met: false when they did before. */
static bool are_new(pairs *pairs, void *written, void *read)
{
	zend_ulong here = (zend_ulong) (uintptr_t) written, there = (zend_ulong) (uintptr_t) read;
	void *before = zend_hash_index_find_ptr(pairs->read_as, here), *back = zend_hash_index_find_ptr(pairs->made_from, there);

	rk_fuzz_check((!before && !back) || (before == read && back == written), "what was one came back as two, or what was two as one");
	if (before) {
		return false;
	}
	zend_hash_index_add_new_ptr(pairs->read_as, here, read);
	zend_hash_index_add_new_ptr(pairs->made_from, there, written);
	return true;
}

static zval *next_element(HashTable *table, HashPosition *position, zend_string **name, zend_ulong *index)
{
	zval *value;

	while ((value = zend_hash_get_current_data_ex(table, position))) {
		zend_hash_get_current_key_ex(table, name, index, position);
		zend_hash_move_forward_ex(table, position);
		if (Z_TYPE_P(value) != IS_INDIRECT) {
			return value;
		}
		if (Z_TYPE_P(Z_INDIRECT_P(value)) != IS_UNDEF) {
			return Z_INDIRECT_P(value);
		}
	}
	return NULL;
}

static void compare_tables(pairs *pairs, HashTable *written, HashTable *read, bool was_object)
{
	HashPosition at_written = 0, at_read = 0;
	zend_string *name, *other_name;
	zend_ulong index, other_index;
	zval *value, *other;

	rk_fuzz_check(zend_array_count(written) == zend_array_count(read), "%u elements became %u", zend_array_count(written), zend_array_count(read));
	zend_hash_internal_pointer_reset_ex(written, &at_written);
	zend_hash_internal_pointer_reset_ex(read, &at_read);
	for (;;) {
		name = other_name = NULL;
		index = other_index = 0;
		value = next_element(written, &at_written, &name, &index);
		other = next_element(read, &at_read, &other_name, &other_index);
		rk_fuzz_check(!value == !other, "the elements are of another number");
		if (!value) {
			return;
		}
		if (was_object && name && ZEND_HANDLE_NUMERIC_STR(ZSTR_VAL(name), ZSTR_LEN(name), index)) {
			name = NULL; /* the property of an object, now the key of an array */
		}
		rk_fuzz_check(name ? other_name && zend_string_equals(name, other_name) : !other_name && index == other_index, "a key changed");
		compare(pairs, value, other);
	}
}

static void compare_references(pairs *pairs, zval *written, zval *read)
{
	zend_ulong here = (zend_ulong) (uintptr_t) Z_COUNTED_P(written);

	if (Z_ISREF_P(read)) {
		if (!are_new(pairs, Z_COUNTED_P(written), Z_COUNTED_P(read))) {
			return;
		}
	} else {
		/* Of a reference that is met once nothing is to be kept. */
		rk_fuzz_check(!zend_hash_index_exists(pairs->read_as, here), "a reference came back as a value");
		zend_hash_index_add_new_ptr(pairs->read_as, here, read);
	}
	compare(pairs, Z_REFVAL_P(written), Z_ISREF_P(read) ? Z_REFVAL_P(read) : read);
}

static bool refers_to_object(const zval *value)
{
	return Z_ISREF_P(value) && Z_TYPE_P(Z_REFVAL_P(value)) == IS_OBJECT;
}

static void compare(pairs *pairs, zval *written, zval *read)
{
	/* A reference to an object is told from the object, and from another reference to it, by neither serializer. */
	if (Z_ISREF_P(written) && Z_REFCOUNT_P(written) > 1 && !pairs->json && !refers_to_object(written)) {
		compare_references(pairs, written, read);
		return;
	}
	rk_fuzz_check(Z_ISREF_P(written) || !Z_ISREF_P(read) || refers_to_object(read), "a value came back as a reference");
	ZVAL_DEREF(written);
	ZVAL_DEREF(read);
	if (pairs->json && Z_TYPE_P(written) == IS_OBJECT) {
		rk_fuzz_check(Z_TYPE_P(read) == IS_ARRAY, "an object became %s", zend_zval_type_name(read));
		compare_tables(pairs, zend_std_get_properties(Z_OBJ_P(written)), Z_ARRVAL_P(read), true);
		return;
	}
	rk_fuzz_check(Z_TYPE_P(written) == Z_TYPE_P(read), "%s became %s", zend_zval_type_name(written), zend_zval_type_name(read));
	switch (Z_TYPE_P(written)) {
		case IS_LONG: rk_fuzz_check(Z_LVAL_P(written) == Z_LVAL_P(read), "an integer changed"); break;
		case IS_DOUBLE:
			rk_fuzz_check((isnan(Z_DVAL_P(written)) && isnan(Z_DVAL_P(read))) || !memcmp(&Z_DVAL_P(written), &Z_DVAL_P(read), sizeof(double)),
				"the float %.17g became %.17g", Z_DVAL_P(written), Z_DVAL_P(read));
			break;
		case IS_STRING: rk_fuzz_check(zend_string_equals(Z_STR_P(written), Z_STR_P(read)), "a string changed"); break;
		case IS_ARRAY: compare_tables(pairs, Z_ARRVAL_P(written), Z_ARRVAL_P(read), false); break;
		case IS_OBJECT:
			rk_fuzz_check(Z_OBJCE_P(written) == Z_OBJCE_P(read), "an object became one of the class %s", ZSTR_VAL(Z_OBJCE_P(read)->name));
			if (are_new(pairs, Z_OBJ_P(written), Z_OBJ_P(read)) && Z_OBJCE_P(written) != suit_class) {
				compare_tables(pairs, zend_std_get_properties(Z_OBJ_P(written)), zend_std_get_properties(Z_OBJ_P(read)), false);
			}
			break;
	}
}

static void check_identical(bool json, zval *written, zval *read)
{
	pairs pairs = { json, zend_new_array(8), zend_new_array(8) };

	ZVAL_DEREF(written);
	compare(&pairs, written, read);
	zend_array_destroy(pairs.read_as);
	zend_array_destroy(pairs.made_from);
}

/* What a codec without a serializer makes of a scalar. */
static void check_text(zval *written, zval *read)
{
	smart_str text = { 0 };
	zend_string *expected;

	ZVAL_DEREF(written);
	if (Z_TYPE_P(written) == IS_DOUBLE) {
		smart_str_append_double(&text, Z_DVAL_P(written), -1, false);
		expected = smart_str_extract(&text);
	} else {
		expected = zval_get_string(written);
	}
	rk_fuzz_check(Z_TYPE_P(read) == IS_STRING && zend_string_equals(Z_STR_P(read), expected), "%s is not the text of what was written",
		Z_TYPE_P(read) == IS_STRING ? Z_STRVAL_P(read) : zend_zval_type_name(read));
	zend_string_release(expected);
}

/* --- one way forth and back --- */

typedef struct {
	const rk_codec *writer, *reader;
	uint8_t extras;
	zend_string *key;
	rk_envelope_meta meta;
	bool has_meta;
	uint16_t changed; /* which bit */
} way;

/* A reader for what `writer` stored: text says nothing about itself, and a MAC is believed only with its key. */
static const rk_codec *choose_reader(uint8_t writer, uint8_t reader, const rk_encoded *stored)
{
	if (writer & CODEC_TRANSPARENT) {
		return transparent;
	}
	reader = (uint8_t) ((reader & ~(CODEC_MAC | CODEC_TRANSPARENT)) | (writer & CODEC_MAC));
	if (!rk_envelope_is(stored->data, stored->len)) {
		if ((writer & CODEC_SERIALIZER) >= 2) {
			reader = (uint8_t) ((reader & ~CODEC_SERIALIZER) | (writer & CODEC_SERIALIZER));
		} else {
			reader &= (uint8_t) ~0x02; /* php or igbinary */
		}
	}
	return codecs[reader];
}

static void take_extras(source *source, way *way)
{
	way->key = way->extras & EXTRA_KEY ? take_string(source, take_byte(source)) : zend_string_init(ZEND_STRL("app:value"), false);
	if (way->extras & EXTRA_EXPIRY) {
		way->meta.soft_expiry_ms = (int64_t) take_number(source, 8);
	}
	if (way->extras & EXTRA_COST) {
		way->meta.compute_cost_ms = (uint32_t) take_number(source, 4);
	}
	if (way->extras & EXTRA_TAGS) {
		way->meta.tags_len = take_byte(source);
		way->meta.tags_len = way->meta.tags_len < source->size ? way->meta.tags_len : source->size;
		way->meta.tags = way->meta.tags_len ? source->data : NULL;
		source->data += way->meta.tags_len;
		source->size -= way->meta.tags_len;
	}
	if (way->extras & (EXTRA_CHANGED | EXTRA_OTHER_KEY)) {
		way->changed = (uint16_t) take_number(source, 2);
	}
	way->has_meta = way->extras & (EXTRA_EXPIRY | EXTRA_COST | EXTRA_TAGS);
}

/* Changes a signed value, or its key's name. True when something was: then it has to be refused. */
static bool tamper(way *way, zend_string *stored)
{
	if (!way->writer->mac_key) {
		return false;
	}
	if (way->extras & EXTRA_CHANGED) {
		size_t bit = way->changed % (ZSTR_LEN(stored) * 8);
		char *byte = ZSTR_VAL(stored) + bit / 8;

		*byte ^= (char) (1 << bit % 8);
	}
	if (way->extras & EXTRA_OTHER_KEY) {
		zend_string *other = zend_string_concat2(ZSTR_VAL(way->key), ZSTR_LEN(way->key), (const char *) &way->changed, 1);

		zend_string_release(way->key);
		way->key = other;
	}
	return way->extras & (EXTRA_CHANGED | EXTRA_OTHER_KEY);
}

/* May the value be refused? */
static bool may_be_refused(const way *way, const source *source, zval *value)
{
	ZVAL_DEREF(value);
	return source->deepest > RK_CODEC_MAX_DEPTH / 2 || (source->json && source->beyond_json) ||
		(!way->writer->serializer && (Z_TYPE_P(value) == IS_ARRAY || Z_TYPE_P(value) == IS_OBJECT));
}

static rk_status read_value(const way *way, zend_string *stored, zval *out, rk_envelope_meta *meta, rk_error *err)
{
	if (!(way->extras & EXTRA_IN_PLACE)) {
		return rk_codec_decode(way->reader, stored, ZSTR_VAL(way->key), ZSTR_LEN(way->key), out, meta, err);
	}
	*meta = way->meta;
	ZVAL_STR_COPY(out, stored);
	if (rk_codec_decode_in_place(way->reader, out, ZSTR_VAL(way->key), ZSTR_LEN(way->key), err) == RK_OK) {
		return RK_OK;
	}
	zval_ptr_dtor_str(out);
	return RK_ERR_CODEC;
}

static void check_meta(const rk_envelope_meta *written, const rk_envelope_meta *read)
{
	rk_fuzz_check(written->soft_expiry_ms == read->soft_expiry_ms, "another soft expiry");
	rk_fuzz_check(written->compute_cost_ms == read->compute_cost_ms, "another cost");
	rk_fuzz_check(written->tags_len == read->tags_len && (!written->tags_len || !memcmp(written->tags, read->tags, read->tags_len)), "other tags");
}

static zend_string *stored_bytes(rk_encoded *encoded)
{
	zend_string *stored = zend_string_init(encoded->data, encoded->len, false);

	rk_encoded_release(encoded);
	return stored;
}

static void value_there_and_back(way *way, uint8_t writer, uint8_t reader, const source *source, zval *value)
{
	rk_encoded encoded;
	rk_envelope_meta meta = { 0 };
	rk_error err = { 0 };
	zend_string *stored;
	zval read;
	rk_status status = rk_codec_encode(way->writer, value, ZSTR_VAL(way->key), ZSTR_LEN(way->key), way->has_meta ? &way->meta : NULL, &encoded, &err);

	if (status != RK_OK) {
		rk_fuzz_check(status == RK_ERR_CODEC && err.message[0] && !EG(exception), "status %d of writing: %s", status, err.message);
		rk_fuzz_check(may_be_refused(way, source, value), "refused to write: %s", err.message);
		return;
	}
	way->reader = choose_reader(writer, reader, &encoded);
	stored = stored_bytes(&encoded);
	if (tamper(way, stored)) {
		status = rk_codec_decode(way->reader, stored, ZSTR_VAL(way->key), ZSTR_LEN(way->key), &read, NULL, &err);
		rk_fuzz_check(status == RK_ERR_CODEC, "a signed value that was changed is read");
	} else {
		status = read_value(way, stored, &read, &meta, &err);
		rk_fuzz_check(status == RK_OK, "refused to read: %s", err.message);
		if (way->writer->serializer) {
			check_identical(source->json, value, &read);
		} else {
			check_text(value, &read);
		}
		if (way->has_meta) {
			check_meta(&way->meta, &meta);
		}
		zval_ptr_dtor(&read);
	}
	zend_string_release(stored);
}

static void text_there_and_back(way *way, uint8_t writer, uint8_t reader, source *source)
{
	zend_string *text = take_string(source, source->size), *stored, *read;
	rk_encoded encoded;
	rk_error err = { 0 };
	rk_status status = rk_codec_wrap(way->writer, text, ZSTR_VAL(way->key), ZSTR_LEN(way->key), &encoded, &err);

	rk_fuzz_check(status == RK_OK, "refused to write text: %s", err.message);
	way->reader = choose_reader(writer, reader, &encoded);
	stored = stored_bytes(&encoded);
	if (tamper(way, stored)) {
		status = rk_codec_unwrap(way->reader, stored, ZSTR_VAL(way->key), ZSTR_LEN(way->key), &read, &err);
		rk_fuzz_check(status == RK_ERR_CODEC, "signed text that was changed is read");
	} else {
		status = rk_codec_unwrap(way->reader, stored, ZSTR_VAL(way->key), ZSTR_LEN(way->key), &read, &err);
		rk_fuzz_check(status == RK_OK, "refused to read text: %s", err.message);
		rk_fuzz_check(zend_string_equals(read, text), "text changed");
		zend_string_release(read);
	}
	zend_string_release(stored);
	zend_string_release(text);
}

static void run(const uint8_t *data, size_t size)
{
	source source = { .data = data, .size = size };
	uint8_t writer = take_byte(&source), reader = take_byte(&source), power;
	way way = { .writer = writer & CODEC_TRANSPARENT ? transparent : codecs[writer], .extras = take_byte(&source) };
	zval value;

	power = take_byte(&source);
	source.json = way.writer->serializer == &rk_serializer_json;
	if (writer & CODEC_TRANSPARENT) {
		way.extras &= (uint8_t) ~(EXTRA_EXPIRY | EXTRA_COST | EXTRA_TAGS);
	}
	take_extras(&source, &way);
	if (way.extras & EXTRA_SESSION) {
		text_there_and_back(&way, writer, reader, &source);
	} else {
		source.weight = 0;
		source.beyond_json = false; /* the key's name is no part of the value */
		build_value(&source, power, &value);
		value_there_and_back(&way, writer, reader, &source, &value);
		zval_ptr_dtor(&value);
	}
	zend_string_release(way.key);
	zend_gc_collect_cycles();
}

const rk_fuzz_target target = {
	.script = "class Thing { public $a; protected ?int $n = 1; private array $list = [2]; public int $unset; }\n"
			  "class Box { public $a; private $seen = 0;\n"
			  "  function __serialize(): array { return ['held' => $this->a, 'twice' => [$this->a]]; }\n"
			  "  function __unserialize(array $data): void { $this->a = $data['held']; } }\n"
			  "enum Suit: string { case Hearts = 'H'; case Spades = 'S'; }\n",
	.begin = begin,
	.run = run,
	.end = end,
	.power_at = 3,
};
