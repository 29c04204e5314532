/* rk_codec_dictionary.c: the option dictionary, and how dictionaries are made of samples (zstd's ZDICT). What they are and who
 * keeps them is in rk_dictionary.h. */

#include "rk_codec_parts.h"

#include <zdict.h>
#include <zstd.h>
#include <zstd_errors.h>

/* ---- the option ---- */

static rk_status add(rk_dictionaries **dictionaries, const zval *bytes, rk_error *err)
{
	rk_dictionary_store *store = &rk_codec_get_state()->dictionaries;
	rk_dictionary *dictionary;
	rk_status status;

	if (!*dictionaries && !(*dictionaries = rk_dictionaries_create(store))) {
		return rk_error_set(err, RK_ERR_CONFIG, "Out of memory while setting the option \"dictionary\"");
	}
	status = rk_dictionary_find(store, Z_STRVAL_P(bytes), Z_STRLEN_P(bytes), &dictionary, err);
	if (status == RK_OK && (status = rk_dictionaries_add(*dictionaries, dictionary, err)) != RK_OK) {
		rk_dictionary_release(dictionary);
	}
	return status;
}

static rk_status add_list(rk_dictionaries **dictionaries, HashTable *list, bool *only_read, rk_error *err)
{
	bool first = true;
	zval *item;
	rk_status status = RK_OK;

	ZEND_HASH_FOREACH_VAL(list, item) {
		ZVAL_DEREF(item);
		if (Z_TYPE_P(item) == IS_STRING) {
			status = add(dictionaries, item, err);
		} else if (Z_TYPE_P(item) == IS_NULL && first) {
			*only_read = true;
		} else {
			status = rk_error_set(err, RK_ERR_CONFIG,
				"The option \"dictionary\" must be a dictionary's bytes, or a list of such (the first may be null), %s found in it",
				zend_zval_type_name(item));
		}
		if (status != RK_OK) {
			break;
		}
		first = false;
	}
	ZEND_HASH_FOREACH_END();
	return status;
}

rk_status rk_codec_set_dictionaries(rk_codec_config *config, zval *value, rk_error *err)
{
	rk_dictionaries *dictionaries = NULL;
	bool only_read = false;
	rk_status status = RK_OK;

	switch (Z_TYPE_P(value)) {
		case IS_NULL:
			return RK_OK;
		case IS_FALSE:
			break;
		case IS_STRING:
			status = Z_STRLEN_P(value) ? add(&dictionaries, value, err) : RK_OK;
			break;
		case IS_ARRAY:
			status = add_list(&dictionaries, Z_ARRVAL_P(value), &only_read, err);
			break;
		default:
			status = rk_error_set(err, RK_ERR_CONFIG, "The option \"dictionary\" must be a dictionary's bytes, or a list of such, %s given",
				zend_zval_type_name(value));
	}
	if (status != RK_OK) {
		rk_dictionaries_release(dictionaries);
		return status;
	}
	rk_dictionaries_release(config->dictionaries);
	config->dictionaries = dictionaries;
	config->dictionaries_are_read_only = only_read;
	return RK_OK;
}

void rk_codec_get_dictionaries(const rk_codec_config *config, zval *out)
{
	const rk_dictionary *dictionary;

	ZVAL_NULL(out);
	if (!config->dictionaries) {
		return;
	}
	array_init(out);
	if (config->dictionaries_are_read_only) {
		add_next_index_null(out);
	}
	for (unsigned i = 0; (dictionary = rk_dictionaries_at(config->dictionaries, i)); i++) {
		size_t len;
		const char *bytes = rk_dictionary_bytes(dictionary, &len);

		add_next_index_stringl(out, bytes, len);
	}
}

/* ---- training ---- */

#define FIRST_SIZE ((size_t) 64 * 1024)
#define FIRST_ROOM 256
#define LEAST_BYTES 256
#define TRAINING_MEMORY ((size_t) 16 * 1024 * 1024) /* that zstd takes for its tables */

/* Room for `len` more bytes, within the limit. */
static rk_status grow_bytes(rk_training *training, size_t len, rk_error *err)
{
	size_t size = training->size ? training->size : FIRST_SIZE;

	while (size - training->len < len) {
		size *= 2;
	}
	if (size > training->size) {
		if (!rk_memory_fits(size)) {
			return rk_codec_memory_error(size, err);
		}
		training->bytes = erealloc(training->bytes, size);
		training->size = size;
	}
	return RK_OK;
}

static rk_status grow_lengths(rk_training *training, rk_error *err)
{
	unsigned room = training->room ? training->room * 2 : FIRST_ROOM;

	if (training->count == training->room) {
		if (!rk_memory_fits(room * sizeof(*training->lengths))) {
			return rk_codec_memory_error(room * sizeof(*training->lengths), err);
		}
		training->lengths = safe_erealloc(training->lengths, room, sizeof(*training->lengths), 0);
		training->room = room;
	}
	return RK_OK;
}

rk_status rk_training_add(rk_training *training, const rk_codec *codec, zval *value, bool *full, rk_error *err)
{
	zend_string *bytes;
	size_t left = RK_TRAINING_LIMIT - training->len, len;
	rk_status status = rk_codec_serialize(codec, value, &bytes, err);

	if (status != RK_OK) {
		return status;
	}
	len = ZSTR_LEN(bytes) < left ? ZSTR_LEN(bytes) : left;
	if (len > 0 && (status = grow_bytes(training, len, err)) == RK_OK && (status = grow_lengths(training, err)) == RK_OK) {
		memcpy(training->bytes + training->len, ZSTR_VAL(bytes), len);
		training->len += len;
		training->lengths[training->count++] = len;
	}
	zend_string_release(bytes);
	*full = training->len == RK_TRAINING_LIMIT;
	return status;
}

/* zstd learns from the first three quarters of the samples and tries the dictionary on the others. It ends the process (a division by
 * zero, up to 1.5.5 at least) when the first have fewer than eight bytes in all. */
static bool teaches(const rk_training *training)
{
	size_t len = 0;

	for (unsigned i = 0; i < training->count / 4 * 3; i++) {
		len += training->lengths[i];
	}
	return len >= LEAST_BYTES;
}

static rk_status no_dictionary(const rk_training *training, size_t size, const char *reason, rk_error *err)
{
	return rk_error_set(err, RK_ERR_CODEC,
		"zstd makes no dictionary of these %u samples of %zu bytes in all (%s): give more and different ones, about 100 times the %zu bytes the "
		"dictionary may have, or let it be smaller",
		training->count, training->len, reason, size);
}

static rk_status no_memory(const rk_training *training, rk_error *err)
{
	return rk_error_set(err, RK_ERR_CODEC, "Not enough memory to make a dictionary of %zu bytes of samples", training->len);
}

rk_status rk_training_finish(const rk_training *training, size_t size, zend_string **out, rk_error *err)
{
	zend_string *dictionary;
	size_t len;

	if (training->count < RK_TRAINING_LEAST) {
		return rk_error_set(err, RK_ERR_CODEC,
			"A dictionary takes at least %d samples that are not empty, better some thousand, and there were %u", RK_TRAINING_LEAST, training->count);
	}
	if (!teaches(training)) {
		return no_dictionary(training, size, "they are too small", err);
	}
	if (!rk_dictionary_memory_suffices(size, TRAINING_MEMORY)) {
		return no_memory(training, err);
	}
	dictionary = zend_string_alloc(size, false);
	len = ZDICT_trainFromBuffer(ZSTR_VAL(dictionary), size, training->bytes, training->lengths, training->count);
	if (ZDICT_isError(len)) {
		zend_string_efree(dictionary);
		if (ZSTD_getErrorCode(len) == ZSTD_error_memory_allocation) {
			return no_memory(training, err);
		}
		return no_dictionary(training, size, ZDICT_getErrorName(len), err); /* GCOV_EXCL_LINE: no samples are known that zstd refuses after all that */
	}
	*out = zend_string_truncate(dictionary, len, false);
	*(ZSTR_VAL(*out) + len) = '\0';
	return RK_OK;
}

void rk_training_free(rk_training *training)
{
	if (training->bytes) {
		efree(training->bytes);
	}
	if (training->lengths) {
		efree(training->lengths);
	}
}
