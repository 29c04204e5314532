/* dictionary.h: the zstd dictionary of the targets that store values. It is the same each time: what is found with it is to be found again. */
#ifndef RK_FUZZ_DICTIONARY_H
#define RK_FUZZ_DICTIONARY_H

#include "harness.h"

#include "rk_codec_parts.h"

/* One of 2 kB, as what a codec is given. */
static rk_dictionaries *rk_fuzz_train(void)
{
	rk_dictionary_store *store = &rk_codec_get_state()->dictionaries;
	rk_dictionaries *dictionaries = rk_dictionaries_create(store);
	rk_codec_config config = { .compression = "none", .serializer = "none", .max_value_size = RK_FUZZ_LARGEST, .level = 0, .compat = 0 };
	rk_training training = { 0 };
	rk_dictionary *dictionary;
	zend_string *bytes;
	rk_codec *codec;
	bool full;
	rk_error err;
	zval sample;

	if (rk_codec_create(&config, true, &codec, &err) != RK_OK) {
		rk_fuzz_fail("codec for samples: %s", err.message);
	}
	for (unsigned i = 0, n = 1; i < 500; i++, n = n * 1103515245 + 12345) {
		ZVAL_STR(&sample, zend_strpprintf(0, "a:2:{s:2:\"id\";i:%u;s:4:\"name\";s:5:\"x%04u\";}", n % 99999, n / 7 % 9999));
		if (rk_training_add(&training, codec, &sample, &full, &err) != RK_OK) {
			rk_fuzz_fail("sample %u: %s", i, err.message);
		}
		zval_ptr_dtor(&sample);
	}
	if (!dictionaries || rk_training_finish(&training, 2048, &bytes, &err) != RK_OK ||
		rk_dictionary_find(store, ZSTR_VAL(bytes), ZSTR_LEN(bytes), &dictionary, &err) != RK_OK ||
		rk_dictionaries_add(dictionaries, dictionary, &err) != RK_OK) {
		rk_fuzz_fail("dictionary: %s", err.message);
	}
	zend_string_release(bytes);
	rk_training_free(&training);
	rk_codec_free(codec);
	return dictionaries;
}

#endif
