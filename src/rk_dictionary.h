/* rk_dictionary.h: zstd dictionaries: digested once, for all in the process (thread) who are given the same bytes.
 *
 * A dictionary is what small values have in common: as `zstd --train` makes it, with an id. Digesting one of 64 kB takes zstd some
 * hundred microseconds, and a codec is made in every request; so the digests stay in a store, and the same bytes find them again
 * by comparison (about a microsecond). No Zend, no request memory. */
#ifndef RK_DICTIONARY_H
#define RK_DICTIONARY_H

#include "rk_common.h"

#define RK_DICTIONARY_MAX_SIZE ((size_t) 1024 * 1024)
#define RK_DICTIONARIES_MAX 16 /* so many one codec can be given */

typedef struct rk_dictionary rk_dictionary;
typedef struct ZSTD_CDict_s rk_dictionary_compressor;
typedef struct ZSTD_DDict_s rk_dictionary_decompressor;

/* Those that one codec is given. Settings, their copies and codecs share it; it is not changed once it is shared. NULL: none. */
typedef struct rk_dictionaries rk_dictionaries;

/* All that are known, those used last first. Begins as zeros. */
typedef struct {
	rk_dictionary *first, *last;
	unsigned count;
	size_t memory;
	rk_dictionaries *given; /* all that are in use */
} rk_dictionary_store;

/* Finds the dictionary with these bytes in the store, or puts it there. *out is counted. RK_ERR_CONFIG: the bytes are no dictionary
 * with an id, are too many or damaged, or memory is short. */
rk_status rk_dictionary_find(rk_dictionary_store *store, const void *bytes, size_t len, rk_dictionary **out, rk_error *err);
void rk_dictionary_release(rk_dictionary *dictionary);

uint32_t rk_dictionary_id(const rk_dictionary *dictionary); /* never 0 */
const void *rk_dictionary_bytes(const rk_dictionary *dictionary, size_t *len);

/* Digests for zstd, borrowed until the next call with this dictionary. NULL: memory is short. */
const rk_dictionary_compressor *rk_dictionary_compress_with(rk_dictionary *dictionary, int level);
const rk_dictionary_decompressor *rk_dictionary_decompress_with(const rk_dictionary *dictionary);

/* Does zstd get the memory to digest a dictionary of `len` bytes and `more`? Asked before, because zstd (1.5.4) ends the process when it
 * does not. */
bool rk_dictionary_memory_suffices(size_t len, size_t more);

/* An empty one with one user, to be filled in; NULL: memory is short. */
rk_dictionaries *rk_dictionaries_create(rk_dictionary_store *store);
/* Adds one, which is taken over if it fits; only before it is shared. RK_ERR_CONFIG: there are too many, or one with the same id. */
rk_status rk_dictionaries_add(rk_dictionaries *dictionaries, rk_dictionary *dictionary, rk_error *err);
/* The one at this place, from 0 on, borrowed; NULL: there are not so many. */
rk_dictionary *rk_dictionaries_at(const rk_dictionaries *dictionaries, unsigned place);
/* The one with this id; NULL: it is not among them. */
rk_dictionary *rk_dictionaries_by_id(const rk_dictionaries *dictionaries, uint32_t id);
/* Counts one more user, or one less. NULL is fine. */
rk_dictionaries *rk_dictionaries_share(rk_dictionaries *dictionaries);
void rk_dictionaries_release(rk_dictionaries *dictionaries);

/* At the end of a request nobody uses any: what a fatal error left counted is taken back. */
void rk_dictionary_request_end(rk_dictionary_store *store);
void rk_dictionary_shutdown(rk_dictionary_store *store);

#endif
