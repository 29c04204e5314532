/* rk_envelope.h: the header in front of a stored value that is not plain text. docs/values.md has it byte by byte.
 *
 *     FF | version, flags | serializer | compressor | length? | dictionary? | soft expiry? | cost? | tags? | MAC? | payload
 *
 * Numbers are big-endian. Only bytes are read and written here: no Zend, nothing is allocated, nothing is decoded. */
#ifndef RK_ENVELOPE_H
#define RK_ENVELOPE_H

#include "rk_common.h"

#define RK_ENVELOPE_MAGIC 0xFF /* begins no UTF-8 text */
#define RK_ENVELOPE_VERSION 1  /* in the top two bits of the second byte; the other six are flags */
#define RK_ENVELOPE_MAC_LEN 32
#define RK_ENVELOPE_MAX_LENGTH UINT32_MAX
#define RK_ENVELOPE_MAX_TAGS UINT16_MAX

enum {
	RK_ENVELOPE_SOFT_EXPIRY = 0x01, /* 8 bytes */
	RK_ENVELOPE_COST = 0x02,        /* 4 bytes */
	RK_ENVELOPE_TAGS = 0x04,        /* 2 bytes length + that many */
	RK_ENVELOPE_MAC = 0x08,         /* 32 bytes, always last before the payload */
	RK_ENVELOPE_DICTIONARY = 0x10,  /* 4 bytes after the length: the id of the zstd dictionary */
};

/* Serializer ids: what the payload is once it is decompressed. */
enum {
	RK_SERIALIZER_NONE = 0, /* the bytes of a string */
	RK_SERIALIZER_PHP = 1,
	RK_SERIALIZER_IGBINARY = 2,
	RK_SERIALIZER_JSON = 3,
};

/* Compressor ids. With any but none the header holds the uncompressed length. */
enum {
	RK_COMPRESSOR_NONE = 0,
	RK_COMPRESSOR_ZSTD = 1,
	RK_COMPRESSOR_LZ4 = 2,
};

/* Optional header fields of an envelope. */
typedef struct {
	int64_t soft_expiry_ms;    /* unix time in ms from which the value is stale; 0: none */
	uint32_t compute_cost_ms;  /* what computing it took, for early recomputation; 0: unknown */
	const unsigned char *tags; /* tag versions, opaque here: 8 bytes hash of the names + 16 bytes a tag; NULL: none */
	size_t tags_len;           /* at most RK_ENVELOPE_MAX_TAGS */
} rk_envelope_meta;

/* An envelope taken apart; pointers lead into the stored bytes. */
typedef struct {
	uint8_t serializer;
	uint8_t compressor;
	uint32_t length;     /* of the payload once decompressed: a claim of whoever wrote it; 0 when not compressed */
	uint32_t dictionary; /* id of the zstd dictionary it was compressed with; 0: none */
	rk_envelope_meta meta;
	const unsigned char *mac; /* RK_ENVELOPE_MAC_LEN bytes, or NULL */
	const unsigned char *payload;
	size_t payload_len;
} rk_envelope;

static inline bool rk_envelope_is(const char *stored, size_t len)
{
	return len > 0 && (unsigned char) stored[0] == RK_ENVELOPE_MAGIC;
}

/* How long the header of such an envelope is, MAC included when with_mac. `dictionary`: the id of a zstd dictionary, or 0. */
size_t rk_envelope_header_size(uint8_t compressor, uint32_t dictionary, const rk_envelope_meta *meta, bool with_mac);

/* Writes the header, rk_envelope_header_size() bytes; the MAC's place, the last 32 bytes, is left for the caller.
 * `meta` may be NULL. */
void rk_envelope_write_header(unsigned char *out, uint8_t serializer, uint8_t compressor, uint32_t length, uint32_t dictionary,
	const rk_envelope_meta *meta, bool with_mac);

/* Takes stored bytes, of which rk_envelope_is() said yes, apart. RK_ERR_CODEC when they are cut off, or are of a version or have
 * fields that are not known here. The ids and `length` are not judged. */
rk_status rk_envelope_parse(rk_envelope *envelope, const char *stored, size_t len, rk_error *err);

#endif
