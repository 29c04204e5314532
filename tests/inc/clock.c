/* clock.c: a wall clock that a test sets. Loaded with LD_PRELOAD, it adds the seconds in the file TEST_CLOCK to what the system says; the
 * monotonic clock is left alone. (libfaketime hangs redis-server: it and jemalloc wait for each other.) */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static const volatile int64_t *offset;

__attribute__((constructor)) static void map_offset(void)
{
	const char *name = getenv("TEST_CLOCK");
	int file = name ? open(name, O_RDONLY | O_CLOEXEC) : -1;
	void *page = file < 0 ? MAP_FAILED : mmap(NULL, sizeof(*offset), PROT_READ, MAP_SHARED, file, 0);

	offset = page == MAP_FAILED ? NULL : page;
	if (file >= 0) {
		close(file);
	}
}

int clock_gettime(clockid_t id, struct timespec *now)
{
	int result = (int) syscall(SYS_clock_gettime, id, now);

	if (result == 0 && offset && (id == CLOCK_REALTIME || id == CLOCK_REALTIME_COARSE)) {
		now->tv_sec += (time_t) *offset;
	}
	return result;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone)
{
	struct timespec precise;

	(void) zone;
	if (clock_gettime(CLOCK_REALTIME, &precise) != 0) {
		return -1;
	}
	now->tv_sec = precise.tv_sec;
	now->tv_usec = precise.tv_nsec / 1000;
	return 0;
}

time_t time(time_t *out)
{
	struct timespec now;

	if (clock_gettime(CLOCK_REALTIME, &now) != 0) {
		return -1;
	}
	if (out) {
		*out = now.tv_sec;
	}
	return now.tv_sec;
}
