/* rk_dictionary.c: the store of zstd dictionaries, see rk_dictionary.h.
 *
 * The store is a list in order of last use. Dictionaries that nobody uses stay while they are few; beyond KEEP_COUNT or KEEP_MEMORY
 * those go that were unused longest. What one is digested for is made when it is first needed: most processes that read with an
 * old dictionary never write with it. */
#include "rk_dictionary.h"

#include <stdlib.h>
#include <string.h>
#include <zdict.h>
#include <zstd.h>

#define KEEP_COUNT 32
#define KEEP_MEMORY ((size_t) 64 * 1024 * 1024)
#define LEVELS 2 /* digests for compression that a dictionary keeps: two caches may differ in their level */

struct rk_dictionary {
	rk_dictionary_store *store;
	rk_dictionary *previous, *next;
	unsigned users;
	uint32_t id;
	void *bytes;
	size_t len;
	size_t memory; /* all of it: bytes and digests */
	ZSTD_DDict *decompress;
	struct {
		int level;
		ZSTD_CDict *digest;
	} compress[LEVELS]; /* the newest first */
};

struct rk_dictionaries {
	rk_dictionary_store *store;
	rk_dictionaries *previous, *next; /* in store->given */
	unsigned users;
	unsigned count;
	rk_dictionary *list[RK_DICTIONARIES_MAX]; /* each of them counted */
};

static void unlink_dictionary(rk_dictionary *dictionary)
{
	rk_dictionary_store *store = dictionary->store;

	*(dictionary->previous ? &dictionary->previous->next : &store->first) = dictionary->next;
	*(dictionary->next ? &dictionary->next->previous : &store->last) = dictionary->previous;
	store->count--;
	store->memory -= dictionary->memory;
}

static void link_first(rk_dictionary *dictionary)
{
	rk_dictionary_store *store = dictionary->store;

	dictionary->previous = NULL;
	dictionary->next = store->first;
	*(store->first ? &store->first->previous : &store->last) = dictionary;
	store->first = dictionary;
	store->count++;
	store->memory += dictionary->memory;
}

static void free_dictionary(rk_dictionary *dictionary)
{
	for (int i = 0; i < LEVELS; i++) {
		ZSTD_freeCDict(dictionary->compress[i].digest);
	}
	ZSTD_freeDDict(dictionary->decompress);
	free(dictionary->bytes);
	free(dictionary);
}

/* Frees what is too much and not in use, beginning with what was unused longest. */
static void trim(rk_dictionary_store *store)
{
	rk_dictionary *dictionary = store->last;

	while (dictionary && (store->count > KEEP_COUNT || store->memory > KEEP_MEMORY)) {
		rk_dictionary *previous = dictionary->previous;

		if (!dictionary->users) {
			unlink_dictionary(dictionary);
			free_dictionary(dictionary);
		}
		dictionary = previous;
	}
}

static rk_dictionary *find(const rk_dictionary_store *store, const void *bytes, size_t len, uint32_t id)
{
	rk_dictionary *dictionary;

	for (dictionary = store->first; dictionary; dictionary = dictionary->next) {
		if (dictionary->id == id && dictionary->len == len && memcmp(dictionary->bytes, bytes, len) == 0) {
			break;
		}
	}
	return dictionary;
}

static rk_status create(const void *bytes, size_t len, uint32_t id, rk_dictionary **out, rk_error *err)
{
	rk_dictionary *dictionary = calloc(1, sizeof(*dictionary));

	if (!dictionary || !(dictionary->bytes = malloc(len))) {
		free(dictionary);
		return rk_error_set(err, RK_ERR_CONFIG, "Not enough memory for a dictionary of %zu bytes", len);
	}
	memcpy(dictionary->bytes, bytes, len);
	dictionary->len = len;
	dictionary->id = id;
	dictionary->decompress = ZSTD_createDDict(bytes, len); /* which also looks at the tables in it */
	if (!dictionary->decompress) {
		free_dictionary(dictionary);
		return rk_error_set(err, RK_ERR_CONFIG, "The dictionary %u is damaged, or there is not enough memory for it", (unsigned) id);
	}
	dictionary->memory = sizeof(*dictionary) + len + ZSTD_sizeof_DDict(dictionary->decompress);
	*out = dictionary;
	return RK_OK;
}

rk_status rk_dictionary_find(rk_dictionary_store *store, const void *bytes, size_t len, rk_dictionary **out, rk_error *err)
{
	uint32_t id = ZDICT_getDictID(bytes, len);
	rk_dictionary *dictionary;
	rk_status status;

	if (!id) {
		return rk_error_set(err, RK_ERR_CONFIG,
			"These %zu bytes are no zstd dictionary with an id: use what Codec::train() or zstd --train made", len);
	}
	if (len > RK_DICTIONARY_MAX_SIZE) {
		return rk_error_set(err, RK_ERR_CONFIG, "The dictionary %u is too large: it has %zu bytes, and %zu are allowed", (unsigned) id, len,
			RK_DICTIONARY_MAX_SIZE);
	}
	dictionary = find(store, bytes, len, id);
	if (dictionary) {
		unlink_dictionary(dictionary);
	} else {
		if ((status = create(bytes, len, id, &dictionary, err)) != RK_OK) {
			return status;
		}
		dictionary->store = store;
	}
	link_first(dictionary);
	dictionary->users++;
	*out = dictionary;
	return RK_OK;
}

void rk_dictionary_release(rk_dictionary *dictionary)
{
	if (--dictionary->users == 0) {
		trim(dictionary->store);
	}
}

uint32_t rk_dictionary_id(const rk_dictionary *dictionary)
{
	return dictionary->id;
}

const void *rk_dictionary_bytes(const rk_dictionary *dictionary, size_t *len)
{
	*len = dictionary->len;
	return dictionary->bytes;
}

/* Digests take up to 48 times what the dictionary has (zstd 1.5.4, levels 9 to 13). */
bool rk_dictionary_memory_suffices(size_t len, size_t more)
{
	void *volatile probe = malloc(48 * len + more);
	bool suffices = probe != NULL;

	free(probe);
	return suffices;
}

/* Makes room in the first place for another level; the oldest digest goes. */
static void drop_oldest_level(rk_dictionary *dictionary)
{
	ZSTD_CDict *oldest = dictionary->compress[LEVELS - 1].digest;
	size_t memory = ZSTD_sizeof_CDict(oldest);

	dictionary->memory -= memory;
	dictionary->store->memory -= memory;
	ZSTD_freeCDict(oldest);
	memmove(&dictionary->compress[1], &dictionary->compress[0], (LEVELS - 1) * sizeof(dictionary->compress[0]));
	dictionary->compress[0].digest = NULL;
}

const rk_dictionary_compressor *rk_dictionary_compress_with(rk_dictionary *dictionary, int level)
{
	ZSTD_CDict *digest;
	size_t memory;
	int i;

	for (i = 0; i < LEVELS; i++) {
		if (dictionary->compress[i].digest && dictionary->compress[i].level == level) {
			return dictionary->compress[i].digest;
		}
	}
	if (!rk_dictionary_memory_suffices(dictionary->len, 0)) {
		return NULL;
	}
	digest = ZSTD_createCDict(dictionary->bytes, dictionary->len, level);
	if (!digest) {
		return NULL; /* GCOV_EXCL_LINE: zstd 1.5.4 ends the process instead */
	}
	drop_oldest_level(dictionary);
	dictionary->compress[0].digest = digest;
	dictionary->compress[0].level = level;
	memory = ZSTD_sizeof_CDict(digest);
	dictionary->memory += memory;
	dictionary->store->memory += memory;
	return digest;
}

const rk_dictionary_decompressor *rk_dictionary_decompress_with(const rk_dictionary *dictionary)
{
	return dictionary->decompress;
}

rk_dictionaries *rk_dictionaries_create(rk_dictionary_store *store)
{
	rk_dictionaries *dictionaries = calloc(1, sizeof(*dictionaries));

	if (dictionaries) {
		dictionaries->users = 1;
		dictionaries->store = store;
		dictionaries->next = store->given;
		if (dictionaries->next) {
			dictionaries->next->previous = dictionaries;
		}
		store->given = dictionaries;
	}
	return dictionaries;
}

rk_status rk_dictionaries_add(rk_dictionaries *dictionaries, rk_dictionary *dictionary, rk_error *err)
{
	if (dictionaries->count == RK_DICTIONARIES_MAX) {
		return rk_error_set(err, RK_ERR_CONFIG, "There are too many dictionaries: %d may be given", RK_DICTIONARIES_MAX);
	}
	if (rk_dictionaries_by_id(dictionaries, dictionary->id)) {
		return rk_error_set(err, RK_ERR_CONFIG, "The dictionary %u is given twice, or two have the same id: a value could not say which one it needs",
			(unsigned) dictionary->id);
	}
	dictionaries->list[dictionaries->count++] = dictionary;
	return RK_OK;
}

rk_dictionary *rk_dictionaries_by_id(const rk_dictionaries *dictionaries, uint32_t id)
{
	rk_dictionary *dictionary;
	unsigned place = 0;

	while ((dictionary = rk_dictionaries_at(dictionaries, place++))) {
		if (dictionary->id == id) {
			break;
		}
	}
	return dictionary;
}

rk_dictionary *rk_dictionaries_at(const rk_dictionaries *dictionaries, unsigned place)
{
	return dictionaries && place < dictionaries->count ? dictionaries->list[place] : NULL;
}

rk_dictionaries *rk_dictionaries_share(rk_dictionaries *dictionaries)
{
	if (dictionaries) {
		dictionaries->users++;
	}
	return dictionaries;
}

void rk_dictionaries_release(rk_dictionaries *dictionaries)
{
	if (!dictionaries || --dictionaries->users) {
		return;
	}
	*(dictionaries->previous ? &dictionaries->previous->next : &dictionaries->store->given) = dictionaries->next;
	if (dictionaries->next) {
		dictionaries->next->previous = dictionaries->previous;
	}
	while (dictionaries->count > 0) {
		rk_dictionary_release(dictionaries->list[--dictionaries->count]);
	}
	free(dictionaries);
}

void rk_dictionary_request_end(rk_dictionary_store *store)
{
	rk_dictionaries *given, *next;
	rk_dictionary *dictionary;

	for (given = store->given; given; given = next) {
		next = given->next; /* GCOV_EXCL_LINE: memory_limit between reading and keeping them; Debian's PHP puts that off to the function's end */
		free(given);        /* GCOV_EXCL_LINE: as above */
	}
	store->given = NULL;
	for (dictionary = store->first; dictionary; dictionary = dictionary->next) {
		dictionary->users = 0;
	}
	trim(store);
}

void rk_dictionary_shutdown(rk_dictionary_store *store)
{
	rk_dictionary *dictionary = store->first, *next;

	for (; dictionary; dictionary = next) {
		next = dictionary->next;
		free_dictionary(dictionary);
	}
	*store = (rk_dictionary_store){ 0 };
}
