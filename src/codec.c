/* codec.c: Rediskit\Codec, the codec of Client and Cache for use without a server. An object owns one rk_codec. */

#include "rk_classes.h"
#include "rk_iterate.h"

#include <Zend/zend_attributes.h>
#include <Zend/zend_enum.h>
#include <Zend/zend_exceptions.h>
#include <Zend/zend_smart_str.h>
#include <limits.h>

#include "../stubs/Codec_arginfo.h"

#define DICTIONARY_SIZE 65536 /* of train(), unless it is told otherwise */
#define DICTIONARY_LEAST 1024 /* zstd's tables alone are a few hundred bytes */

zend_class_entry *rk_ce_codec;
static zend_object_handlers handlers;

typedef struct {
	rk_codec *codec; /* owned; NULL until the constructor is through */
	zend_object std; /* must be last */
} rk_codec_object;

static rk_codec_object *from_object(zend_object *object)
{
	return (rk_codec_object *) ((char *) object - offsetof(rk_codec_object, std));
}

static zend_object *create_object(zend_class_entry *ce)
{
	rk_codec_object *object = zend_object_alloc(sizeof(*object), ce);

	zend_object_std_init(&object->std, ce);
	object_properties_init(&object->std, ce);
	object->std.handlers = &handlers;
	return &object->std;
}

static void free_object(zend_object *object)
{
	rk_codec_free(from_object(object)->codec);
	zend_object_std_dtor(object);
}

/* The codec of $this; NULL and an exception when it was never constructed. */
static rk_codec *codec_of(zval *this)
{
	rk_codec *codec = from_object(Z_OBJ_P(this))->codec;

	if (!codec) {
		zend_throw_error(NULL, "The Codec was not constructed: its __construct() was not called or threw");
	}
	return codec;
}

/* An enum's case or a plain string -> a config's word. One that does not fit is cut, and thereby unknown. */
static void copy_word(char word[16], zend_object *enum_case, zend_string *text)
{
	if (enum_case) {
		text = Z_STR_P(zend_enum_fetch_case_value(enum_case));
	}
	if (text) {
		snprintf(word, 16, "%s", ZSTR_LEN(text) && strlen(ZSTR_VAL(text)) == ZSTR_LEN(text) ? ZSTR_VAL(text) : "?");
	}
}

/* ['App\User', 'App\Cart'] -> "App\User,App\Cart". NULL and an exception when there is anything but strings in it. */
static char *join_classes(HashTable *list, uint32_t argument)
{
	smart_str joined = { 0 };
	char *text;
	zval *name;

	ZEND_HASH_FOREACH_VAL(list, name) {
		ZVAL_DEREF(name);
		if (Z_TYPE_P(name) != IS_STRING) {
			smart_str_free(&joined);
			zend_argument_type_error(
				argument, "must be a list of class names, %s found in it", zend_zval_type_name(name));
			return NULL;
		}
		if (joined.s) {
			smart_str_appendc(&joined, ',');
		}
		smart_str_append(&joined, Z_STR_P(name));
	}
	ZEND_HASH_FOREACH_END();
	text = estrndup(joined.s ? ZSTR_VAL(joined.s) : "", joined.s ? ZSTR_LEN(joined.s) : 0);
	smart_str_free(&joined);
	return text;
}

static rk_status set_dictionaries(rk_codec_config *config, HashTable *list, zend_string *one, rk_error *err)
{
	zval value;

	ZVAL_NULL(&value);
	if (list) {
		ZVAL_ARR(&value, list);
	} else if (one) {
		ZVAL_STR(&value, one);
	}
	return rk_codec_set_dictionaries(config, &value, err);
}

PHP_METHOD(Rediskit_Codec, __construct)
{
	rk_codec_object *object = from_object(Z_OBJ_P(ZEND_THIS));
	zend_object *serializer = NULL, *compression = NULL;
	zend_string *serializer_name = NULL, *compression_name = NULL, *classes_text = NULL, *mac_key = NULL;
	HashTable *classes = NULL, *dictionaries = NULL;
	zend_string *dictionary = NULL;
	zend_long level = 0, threshold = 0, max_value_size = 0;
	bool no_level = true, no_threshold = true, no_max_value_size = true, compat = false, no_compat = true;
	rk_codec_config config = { .level = INT_MIN, .threshold = -1, .max_value_size = -1, .compat = -1 };
	rk_codec *codec;
	rk_error err;
	rk_status status;

	ZEND_PARSE_PARAMETERS_START(0, 9)
		Z_PARAM_OPTIONAL
		Z_PARAM_OBJ_OF_CLASS_OR_STR_OR_NULL(serializer, rk_ce_serializer, serializer_name)
		Z_PARAM_OBJ_OF_CLASS_OR_STR_OR_NULL(compression, rk_ce_compression, compression_name)
		Z_PARAM_LONG_OR_NULL(level, no_level)
		Z_PARAM_LONG_OR_NULL(threshold, no_threshold)
		Z_PARAM_LONG_OR_NULL(max_value_size, no_max_value_size)
		Z_PARAM_ARRAY_HT_OR_STR_OR_NULL(classes, classes_text)
		Z_PARAM_BOOL_OR_NULL(compat, no_compat)
		Z_PARAM_STR_OR_NULL(mac_key)
		Z_PARAM_ARRAY_HT_OR_STR_OR_NULL(dictionaries, dictionary)
	ZEND_PARSE_PARAMETERS_END();

	if (object->codec) {
		zend_throw_error(NULL, "A Codec cannot be constructed twice");
		RETURN_THROWS();
	}
	if (!no_level && (level < -100 || level > 100)) {
		zend_argument_value_error(3, "must be between -100 and 100");
		RETURN_THROWS();
	}
	if (!no_threshold && threshold < 0) {
		zend_argument_value_error(4, "must be greater than or equal to 0");
		RETURN_THROWS();
	}
	if (!no_max_value_size && max_value_size < 1) {
		zend_argument_value_error(5, "must be greater than 0");
		RETURN_THROWS();
	}
	copy_word(config.serializer, serializer, serializer_name);
	copy_word(config.compression, compression, compression_name);
	config.level = no_level ? INT_MIN : (int) level;
	config.threshold = no_threshold ? -1 : threshold;
	config.max_value_size = no_max_value_size ? -1 : max_value_size;
	config.compat = no_compat ? -1 : compat;
	config.mac_key = mac_key ? ZSTR_VAL(mac_key) : NULL;
	config.mac_key_len = mac_key ? ZSTR_LEN(mac_key) : 0;
	if (classes && !(config.allowed_classes = join_classes(classes, 6))) {
		RETURN_THROWS();
	}
	if (classes_text) {
		config.allowed_classes = estrdup(ZSTR_VAL(classes_text));
	}
	status = set_dictionaries(&config, dictionaries, dictionary, &err);
	if (status == RK_OK) {
		status = rk_codec_create(&config, true, &codec, &err);
	}
	rk_dictionaries_release(config.dictionaries);
	if (config.allowed_classes) {
		efree(config.allowed_classes);
	}
	if (status != RK_OK) {
		rk_throw(&err);
		RETURN_THROWS();
	}
	object->codec = codec;
}

PHP_METHOD(Rediskit_Codec, encode)
{
	zval *value;
	char *key = "";
	size_t key_len = 0;
	rk_codec *codec;
	rk_encoded encoded;
	rk_error err;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_ZVAL(value)
		Z_PARAM_OPTIONAL
		Z_PARAM_STRING(key, key_len)
	ZEND_PARSE_PARAMETERS_END();

	if (!(codec = codec_of(ZEND_THIS))) {
		RETURN_THROWS();
	}
	if (rk_codec_encode(codec, value, key, key_len, NULL, &encoded, &err) != RK_OK) {
		rk_throw(&err);
		RETURN_THROWS();
	}
	if (encoded.owned && encoded.data == ZSTR_VAL(encoded.owned)) {
		RETURN_STR(encoded.owned);
	}
	ZVAL_DEREF(value);
	if (Z_TYPE_P(value) == IS_STRING && encoded.data == Z_STRVAL_P(value)) {
		RETURN_STR_COPY(Z_STR_P(value));
	}
	RETVAL_STRINGL(encoded.data, encoded.len);
	rk_encoded_release(&encoded);
}

PHP_METHOD(Rediskit_Codec, decode)
{
	zend_string *stored;
	char *key = "";
	size_t key_len = 0;
	rk_codec *codec;
	rk_error err;

	ZEND_PARSE_PARAMETERS_START(1, 2)
		Z_PARAM_STR(stored)
		Z_PARAM_OPTIONAL
		Z_PARAM_STRING(key, key_len)
	ZEND_PARSE_PARAMETERS_END();

	if (!(codec = codec_of(ZEND_THIS))) {
		RETURN_THROWS();
	}
	if (rk_codec_decode(codec, stored, key, key_len, return_value, NULL, &err) != RK_OK) {
		rk_throw(&err);
		RETURN_THROWS();
	}
}

/* ---- train() ---- */

typedef struct {
	rk_training training;
	const rk_codec *codec; /* borrowed */
	bool full;
} rk_trainer;

/* False: stop; there may be an exception. */
static bool add_sample(void *context, zval *key, zval *value)
{
	rk_trainer *trainer = context;
	rk_error err;
	rk_status status = rk_training_add(&trainer->training, trainer->codec, value, &trainer->full, &err);

	(void) key;
	if (status != RK_OK) {
		rk_throw(&err);
	}
	return status == RK_OK && !trainer->full;
}

/* A codec with the settings of php.ini; NULL and an exception. */
static rk_codec *default_codec(void)
{
	rk_codec_config config = { .level = INT_MIN, .threshold = -1, .max_value_size = -1, .compat = -1 };
	rk_codec *codec;
	rk_error err;

	if (rk_codec_create(&config, true, &codec, &err) != RK_OK) {
		rk_throw(&err);
		return NULL;
	}
	return codec;
}

PHP_METHOD(Rediskit_Codec, train)
{
	zval *samples, *object = NULL;
	zend_long size = DICTIONARY_SIZE;
	rk_trainer trainer = { 0 };
	rk_codec *own = NULL;
	zend_string *dictionary;
	rk_error err;

	ZEND_PARSE_PARAMETERS_START(1, 3)
		Z_PARAM_ITERABLE(samples)
		Z_PARAM_OPTIONAL
		Z_PARAM_LONG(size)
		Z_PARAM_OBJECT_OF_CLASS_OR_NULL(object, rk_ce_codec)
	ZEND_PARSE_PARAMETERS_END();

	if (size < DICTIONARY_LEAST || size > (zend_long) RK_DICTIONARY_MAX_SIZE) {
		zend_argument_value_error(2, "must be between %d and %zu bytes", DICTIONARY_LEAST, RK_DICTIONARY_MAX_SIZE);
		RETURN_THROWS();
	}
	trainer.codec = object ? codec_of(object) : (own = default_codec());
	if (!trainer.codec) {
		RETURN_THROWS();
	}
	rk_iterate(samples, add_sample, &trainer);
	if (!EG(exception)) {
		if (rk_training_finish(&trainer.training, (size_t) size, &dictionary, &err) == RK_OK) {
			RETVAL_STR(dictionary);
		} else {
			rk_throw(&err);
		}
	}
	rk_training_free(&trainer.training);
	rk_codec_free(own);
}

zend_result rk_codec_minit(void)
{
	rk_ce_codec = register_class_Rediskit_Codec();
	rk_ce_codec->create_object = create_object;
	memcpy(&handlers, &std_object_handlers, sizeof(handlers));
	handlers.offset = offsetof(rk_codec_object, std);
	handlers.free_obj = free_object;
	handlers.clone_obj = NULL;
	return SUCCESS;
}
