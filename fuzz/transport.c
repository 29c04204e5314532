/* transport.c: rk_transport.h as transport.h says. */
#include "transport.h"

#include "rk_transport.h"

#include <string.h>

#define OPEN 1000000 /* no descriptor of this process */
#define LARGEST_PIECE 16384
#define SLOW_SEND 7

static rk_fuzz_peer peer;
static uint32_t dice;
static size_t arrived;
static bool full; /* a slow peer takes nothing right now */

void rk_fuzz_peer_sends(const rk_fuzz_peer *next)
{
	peer = *next;
	dice = next->pieces * UINT32_C(2654435761);
	arrived = 0;
	full = false;
}

static size_t next_piece(size_t room)
{
	size_t size = peer.len < room ? peer.len : room, piece = LARGEST_PIECE;

	if (peer.pieces == 1) {
		piece = 1;
	} else if (peer.pieces) {
		dice = dice * UINT32_C(1664525) + UINT32_C(1013904223);
		piece = 1 + (dice >> 8) % ((size_t) 1 << dice % 13); /* mostly small ones */
	}
	piece += arrived / 1024; /* or a megabyte would take a million of them */
	piece = piece < LARGEST_PIECE ? piece : LARGEST_PIECE;
	return piece < size ? piece : size;
}

rk_status rk_transport_open(rk_transport *transport, const rk_config *config, int64_t deadline_us, rk_error *err)
{
	*transport = RK_TRANSPORT_CLOSED;
	transport->config = config;
	transport->fd = OPEN;
	return RK_OK;
}

rk_status rk_transport_send(rk_transport *transport, const char *data, size_t len, size_t *sent, rk_error *err)
{
	full = peer.slow && !full;
	*sent = peer.slow ? full ? len < SLOW_SEND ? len : SLOW_SEND : 0 : len;
	return *sent ? RK_OK : RK_AGAIN;
}

static rk_status end_of_bytes(rk_error *err)
{
	return peer.silent ? rk_error_set(err, RK_ERR_TIMEOUT, "read error on connection: no answer in time")
					   : rk_error_set(err, RK_ERR_CONNECTION, "Connection lost: the peer has closed it");
}

rk_status rk_transport_receive_now(rk_transport *transport, char *buffer, size_t size, size_t *received, rk_error *err)
{
	*received = next_piece(size);
	if (*received == 0) {
		return peer.silent ? RK_AGAIN : end_of_bytes(err);
	}
	memcpy(buffer, peer.bytes, *received);
	peer.bytes += *received;
	peer.len -= *received;
	arrived += *received;
	return RK_OK;
}

rk_status rk_transport_receive(rk_transport *transport, char *buffer, size_t size, int64_t timeout_us, size_t *received, rk_error *err)
{
	rk_status status = rk_transport_receive_now(transport, buffer, size, received, err);

	return status == RK_AGAIN ? end_of_bytes(err) : status;
}

rk_status rk_transport_wait(rk_transport *transport, bool for_sending, int64_t deadline_us, rk_error *err)
{
	return for_sending || peer.len || !peer.silent ? RK_OK : end_of_bytes(err);
}

bool rk_transport_is_quiet(rk_transport *transport)
{
	return true;
}

void rk_transport_close(rk_transport *transport)
{
	*transport = RK_TRANSPORT_CLOSED;
}

void rk_transport_abandon(rk_transport *transport)
{
	*transport = RK_TRANSPORT_CLOSED;
}

void rk_transport_shutdown(void)
{
}
