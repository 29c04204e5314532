/* rk_codec_mac.c: the signature of a value: HMAC-SHA-256 over
 *
 *     8 bytes length of the key name, big-endian | key name | header up to the MAC | payload
 *
 * The key name is in it so that a value can't be copied to another key, its length so that bytes can't be moved
 * between name and payload. Setting up a keyed context costs more than signing a small value, so the last one is
 * kept by the process; no request memory hangs on it. */

#include "rk_codec_parts.h"

#include <openssl/crypto.h>
#include <openssl/err.h>
#include <openssl/evp.h>

void rk_codec_mac_shutdown(rk_codec_state *state)
{
	EVP_MD_CTX_free(state->mac_context);
	state->mac_context = NULL;
	if (state->mac_key) {
		OPENSSL_cleanse(state->mac_key, state->mac_key_len);
		free(state->mac_key);
		state->mac_key = NULL;
	}
}

/* The context for this codec's key, borrowed; NULL when OpenSSL fails. */
static EVP_MD_CTX *keyed_context(const rk_codec *codec)
{
	rk_codec_state *state = rk_codec_get_state();
	EVP_PKEY *key;

	if (state->mac_key && state->mac_key_len == codec->mac_key_len &&
		!CRYPTO_memcmp(state->mac_key, codec->mac_key, codec->mac_key_len)) {
		return state->mac_context;
	}
	rk_codec_mac_shutdown(state);
	key = EVP_PKEY_new_raw_private_key(
		EVP_PKEY_HMAC, NULL, (const unsigned char *) codec->mac_key, codec->mac_key_len);
	state->mac_context = EVP_MD_CTX_new();
	state->mac_key = malloc(codec->mac_key_len);
	if (!key || !state->mac_context || !state->mac_key ||
		EVP_DigestSignInit(state->mac_context, NULL, EVP_sha256(), NULL, key) != 1) {
		free(state->mac_key);
		state->mac_key = NULL;
		rk_codec_mac_shutdown(state);
	} else {
		memcpy(state->mac_key, codec->mac_key, codec->mac_key_len);
		state->mac_key_len = codec->mac_key_len;
	}
	EVP_PKEY_free(key);
	return state->mac_context;
}

bool rk_codec_mac(const rk_codec *codec, const char *key, size_t key_len, const void *header, size_t header_len,
	const void *payload, size_t payload_len, unsigned char mac[RK_ENVELOPE_MAC_LEN])
{
	EVP_MD_CTX *keyed = keyed_context(codec), *context = keyed ? EVP_MD_CTX_new() : NULL;
	unsigned char length[8];
	size_t mac_len = RK_ENVELOPE_MAC_LEN;
	bool done;

	for (size_t i = 0; i < sizeof(length); i++) {
		length[i] = (unsigned char) ((uint64_t) key_len >> 8 * (sizeof(length) - 1 - i));
	}
	done = context && EVP_MD_CTX_copy_ex(context, keyed) == 1 && EVP_DigestSignUpdate(context, length, sizeof(length)) == 1 &&
		EVP_DigestSignUpdate(context, key, key_len) == 1 && EVP_DigestSignUpdate(context, header, header_len) == 1 &&
		EVP_DigestSignUpdate(context, payload, payload_len) == 1 && EVP_DigestSignFinal(context, mac, &mac_len) == 1;
	EVP_MD_CTX_free(context);
	if (!done) {
		ERR_clear_error(); /* or the next to ask OpenSSL why something failed would be told of this */
	}
	return done;
}
