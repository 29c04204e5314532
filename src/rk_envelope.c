/* rk_envelope.c: writes and takes apart the header of a stored value. */

#include "rk_envelope.h"

#include <string.h>

#define FIXED_SIZE 4
#define LENGTH_SIZE 4
#define SOFT_EXPIRY_SIZE 8
#define COST_SIZE 4
#define TAGS_LENGTH_SIZE 2
#define DICTIONARY_SIZE 4
#define KNOWN_FLAGS (RK_ENVELOPE_SOFT_EXPIRY | RK_ENVELOPE_COST | RK_ENVELOPE_TAGS | RK_ENVELOPE_MAC | RK_ENVELOPE_DICTIONARY)

static unsigned char *put_number(unsigned char *out, uint64_t number, size_t size)
{
	for (size_t i = size; i-- > 0;) {
		out[i] = (unsigned char) number;
		number >>= 8;
	}
	return out + size;
}

static uint64_t get_number(const unsigned char *in, size_t size)
{
	uint64_t number = 0;

	for (size_t i = 0; i < size; i++) {
		number = number << 8 | in[i];
	}
	return number;
}

static uint8_t flags_of(uint32_t dictionary, const rk_envelope_meta *meta, bool with_mac)
{
	uint8_t flags = (with_mac ? RK_ENVELOPE_MAC : 0) | (dictionary ? RK_ENVELOPE_DICTIONARY : 0);

	if (meta) {
		flags |= meta->soft_expiry_ms ? RK_ENVELOPE_SOFT_EXPIRY : 0;
		flags |= meta->compute_cost_ms ? RK_ENVELOPE_COST : 0;
		flags |= meta->tags_len ? RK_ENVELOPE_TAGS : 0;
	}
	return flags;
}

size_t rk_envelope_header_size(uint8_t compressor, uint32_t dictionary, const rk_envelope_meta *meta, bool with_mac)
{
	uint8_t flags = flags_of(dictionary, meta, with_mac);

	return FIXED_SIZE + (compressor != RK_COMPRESSOR_NONE ? LENGTH_SIZE : 0) +
		(flags & RK_ENVELOPE_DICTIONARY ? DICTIONARY_SIZE : 0) + (flags & RK_ENVELOPE_SOFT_EXPIRY ? SOFT_EXPIRY_SIZE : 0) + (flags & RK_ENVELOPE_COST ? COST_SIZE : 0) +
		(flags & RK_ENVELOPE_TAGS ? TAGS_LENGTH_SIZE + meta->tags_len : 0) +
		(flags & RK_ENVELOPE_MAC ? RK_ENVELOPE_MAC_LEN : 0);
}

void rk_envelope_write_header(unsigned char *out, uint8_t serializer, uint8_t compressor, uint32_t length, uint32_t dictionary,
	const rk_envelope_meta *meta, bool with_mac)
{
	uint8_t flags = flags_of(dictionary, meta, with_mac);

	*out++ = RK_ENVELOPE_MAGIC;
	*out++ = RK_ENVELOPE_VERSION << 6 | flags;
	*out++ = serializer;
	*out++ = compressor;
	if (compressor != RK_COMPRESSOR_NONE) {
		out = put_number(out, length, LENGTH_SIZE);
	}
	if (flags & RK_ENVELOPE_DICTIONARY) {
		out = put_number(out, dictionary, DICTIONARY_SIZE);
	}
	if (flags & RK_ENVELOPE_SOFT_EXPIRY) {
		out = put_number(out, (uint64_t) meta->soft_expiry_ms, SOFT_EXPIRY_SIZE);
	}
	if (flags & RK_ENVELOPE_COST) {
		out = put_number(out, meta->compute_cost_ms, COST_SIZE);
	}
	if (flags & RK_ENVELOPE_TAGS) {
		out = put_number(out, meta->tags_len, TAGS_LENGTH_SIZE);
		memcpy(out, meta->tags, meta->tags_len);
	}
}

/* Takes `size` bytes off what is left; NULL when there are not so many. */
static const unsigned char *take(const unsigned char **in, const unsigned char *end, size_t size)
{
	const unsigned char *field = *in;

	if ((size_t) (end - field) < size) {
		return NULL;
	}
	*in = field + size;
	return field;
}

/* Reads the optional fields; false when they are cut off. */
static bool parse_fields(rk_envelope *envelope, uint8_t flags, const unsigned char **in, const unsigned char *end)
{
	const unsigned char *field;

	if (envelope->compressor != RK_COMPRESSOR_NONE) {
		if (!(field = take(in, end, LENGTH_SIZE))) {
			return false;
		}
		envelope->length = (uint32_t) get_number(field, LENGTH_SIZE);
	}
	if (flags & RK_ENVELOPE_DICTIONARY) {
		if (!(field = take(in, end, DICTIONARY_SIZE))) {
			return false;
		}
		envelope->dictionary = (uint32_t) get_number(field, DICTIONARY_SIZE);
	}
	if (flags & RK_ENVELOPE_SOFT_EXPIRY) {
		if (!(field = take(in, end, SOFT_EXPIRY_SIZE))) {
			return false;
		}
		envelope->meta.soft_expiry_ms = (int64_t) get_number(field, SOFT_EXPIRY_SIZE);
	}
	if (flags & RK_ENVELOPE_COST) {
		if (!(field = take(in, end, COST_SIZE))) {
			return false;
		}
		envelope->meta.compute_cost_ms = (uint32_t) get_number(field, COST_SIZE);
	}
	if (flags & RK_ENVELOPE_TAGS) {
		if (!(field = take(in, end, TAGS_LENGTH_SIZE))) {
			return false;
		}
		envelope->meta.tags_len = (size_t) get_number(field, TAGS_LENGTH_SIZE);
		if (!(envelope->meta.tags = take(in, end, envelope->meta.tags_len))) {
			return false;
		}
	}
	if (flags & RK_ENVELOPE_MAC) {
		if (!(envelope->mac = take(in, end, RK_ENVELOPE_MAC_LEN))) {
			return false;
		}
	}
	return true;
}

rk_status rk_envelope_parse(rk_envelope *envelope, const char *stored, size_t len, rk_error *err)
{
	const unsigned char *in = (const unsigned char *) stored;
	const unsigned char *end = in + len;
	uint8_t flags;

	memset(envelope, 0, sizeof(*envelope));
	if (len < FIXED_SIZE) {
		return rk_error_set(
			err, RK_ERR_CODEC, "The stored value is corrupt: its header is cut off after %zu bytes", len);
	}
	if (in[1] >> 6 != RK_ENVELOPE_VERSION) {
		return rk_error_set(err, RK_ERR_CODEC,
			"The stored value is not readable: its envelope has version %d and this rediskit knows %d; it was "
			"written by another version or by "
			"another program",
			in[1] >> 6, RK_ENVELOPE_VERSION);
	}
	flags = in[1] & 0x3F;
	if (flags & ~KNOWN_FLAGS) {
		return rk_error_set(err, RK_ERR_CODEC,
			"The stored value is corrupt, or was written by a newer rediskit: its header has fields that are not "
			"known here (flags 0x%02x)",
			flags);
	}
	envelope->serializer = in[2];
	envelope->compressor = in[3];
	in += FIXED_SIZE;
	if (!parse_fields(envelope, flags, &in, end)) {
		return rk_error_set(
			err, RK_ERR_CODEC, "The stored value is corrupt: its header is cut off after %zu bytes", len);
	}
	if ((flags & RK_ENVELOPE_DICTIONARY) && (envelope->compressor != RK_COMPRESSOR_ZSTD || !envelope->dictionary)) {
		return rk_error_set(err, RK_ERR_CODEC, "The stored value is corrupt: compressor %d with the dictionary %u, which cannot be",
			envelope->compressor, (unsigned) envelope->dictionary);
	}
	envelope->payload = in;
	envelope->payload_len = (size_t) (end - in);
	return RK_OK;
}
