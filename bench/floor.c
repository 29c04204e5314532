/* floor.c: the same commands without PHP and without a library: what send() and recv() alone cost.
 *
 *     floor <socket> get|set <bytes> <count>
 *
 * Sends one command at a time and reads until the reply is whole. Prints the nanoseconds a command took. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

static int connect_to(const char *path)
{
	struct sockaddr_un address = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	if (fd < 0 || strlen(path) >= sizeof(address.sun_path)) {
		return -1;
	}
	strcpy(address.sun_path, path);
	return connect(fd, (struct sockaddr *) &address, sizeof(address)) ? -1 : fd;
}

/* One command, one whole reply of reply_len bytes. */
static int exchange(int fd, const char *request, size_t len, size_t reply_len)
{
	char buffer[65536];
	size_t received = 0;

	if (send(fd, request, len, MSG_NOSIGNAL) != (ssize_t) len) {
		return -1;
	}
	while (received < reply_len) {
		ssize_t n = recv(fd, buffer, sizeof(buffer), 0);

		if (n <= 0) {
			return -1;
		}
		received += (size_t) n;
	}
	return 0;
}

static size_t digits(size_t number)
{
	return (size_t) snprintf(NULL, 0, "%zu", number);
}

int main(int argc, char **argv)
{
	size_t bytes, len, get_reply;
	long count, i;
	char *set, *value;
	const char get[] = "*2\r\n$3\r\nGET\r\n$5\r\nfloor\r\n";
	struct timespec from, to;
	int fd, getting;

	if (argc != 5) {
		fprintf(stderr, "usage: floor <socket> get|set <bytes> <count>\n");
		return 2;
	}
	fd = connect_to(argv[1]);
	getting = strcmp(argv[2], "get") == 0;
	bytes = strtoul(argv[3], NULL, 10);
	count = strtol(argv[4], NULL, 10);
	value = malloc(bytes + 1);
	set = malloc(bytes + 128);
	if (fd < 0 || !value || !set || bytes > 32768) {
		fprintf(stderr, "floor: cannot start\n");
		return 1;
	}
	memset(value, 'x', bytes);
	value[bytes] = 0;
	len = (size_t) sprintf(set, "*3\r\n$3\r\nSET\r\n$5\r\nfloor\r\n$%zu\r\n%s\r\n", bytes, value);
	get_reply = 1 + digits(bytes) + 2 + bytes + 2;
	if (exchange(fd, set, len, 5)) {
		return 1;
	}
	clock_gettime(CLOCK_MONOTONIC, &from);
	for (i = 0; i < count; i++) {
		if (getting ? exchange(fd, get, sizeof(get) - 1, get_reply) : exchange(fd, set, len, 5)) {
			fprintf(stderr, "floor: the connection ended\n");
			return 1;
		}
	}
	clock_gettime(CLOCK_MONOTONIC, &to);
	printf("%.1f\n", count ? ((double) (to.tv_sec - from.tv_sec) * 1e9 + (double) (to.tv_nsec - from.tv_nsec)) / (double) count : 0.0);
	close(fd);
	return 0;
}
