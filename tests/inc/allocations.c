/* allocations.c: lets the n-th allocation of the extension fail, and counts those that are still there. Loaded with LD_PRELOAD; driven by
 * getenv() with a name that begins with "allocations " (see allocations.inc), as that needs no further function in PHP.
 *
 * An allocation is ours when its call stands in rediskit, hiredis, zstd, lz4 or OpenSSL, or in the C library on their behalf (strdup(),
 * getaddrinfo()): then the first caller outside it decides. Zend's own are let through, because Zend ends the process when one
 * of them fails. Those that are ours are kept in a table, from where free() takes them out, whoever calls it.
 *
 *     allocations watch        begins to watch
 *     allocations fail N       the N-th from now on fails
 *     allocations fail_from N  so do all after it
 *     allocations trace        keeps several callers of each instead of one, for leaks
 *     allocations end          nothing fails any more; answers how many failed
 *     allocations live         how many there are
 *     allocations where        the callers of the last that failed: module+offset, innermost first
 *     allocations leaks        the callers of those made since the last fail, one in a line
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <link.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MODULES 256
#define SLOTS (1 << 17) /* of the table; a power of two */
#define FRAMES 24
#define KEPT 6 /* callers that are kept of an allocation */

typedef enum {
	OTHER,
	OURS,
	LIBC,
	THIS,
} owner;

static struct {
	uintptr_t start, end;
	owner owner;
} modules[MODULES];

static struct {
	uintptr_t pointer; /* 0: free, 1: was taken out */
	unsigned long number;
	void *callers[KEPT];
} slots[SLOTS];

static void *(*real_malloc)(size_t);
static void *(*real_calloc)(size_t, size_t);
static void *(*real_realloc)(void *, size_t);
static void (*real_free)(void *);
static char *(*real_getenv)(const char *);

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static __thread bool inside; /* in this file already: what it allocates itself is nobody's */
static bool watching;
static unsigned module_count, live;
static unsigned long made, mark; /* how many were made; how many of them before the last fail */
static unsigned long countdown, failed;
static bool all_later, traced, openssl_is_ours = true;
static void *failed_callers[KEPT];

/* For dlsym(), which may allocate before there is anything to allocate with. */
static char early[16384];
static size_t early_used;

static bool is_early(const void *pointer)
{
	return (const char *) pointer >= early && (const char *) pointer < early + sizeof(early);
}

static void *early_alloc(size_t size)
{
	void *start = early + early_used;

	early_used += (size + 15) & ~(size_t) 15;
	return early_used <= sizeof(early) ? start : NULL;
}

static bool resolve(void)
{
	static bool resolving;

	if (real_free || resolving) {
		return real_free != NULL;
	}
	resolving = true;
	real_malloc = (void *(*) (size_t)) dlsym(RTLD_NEXT, "malloc");
	real_calloc = (void *(*) (size_t, size_t)) dlsym(RTLD_NEXT, "calloc");
	real_realloc = (void *(*) (void *, size_t)) dlsym(RTLD_NEXT, "realloc");
	real_getenv = (char *(*) (const char *)) dlsym(RTLD_NEXT, "getenv");
	real_free = (void (*)(void *)) dlsym(RTLD_NEXT, "free");
	return true;
}

static owner owner_of_file(const char *path)
{
	static const char *const ours[] = { "rediskit", "libhiredis", "libzstd", "liblz4", "libssl", "libcrypto" };
	const char *name = strrchr(path, '/');

	name = name ? name + 1 : path;
	for (size_t i = 0; i < sizeof(ours) / sizeof(*ours) - (openssl_is_ours ? 0 : 2); i++) {
		if (strncmp(name, ours[i], strlen(ours[i])) == 0) {
			return OURS;
		}
	}
	return strncmp(name, "libc.so", 7) == 0 || strncmp(name, "libc-", 5) == 0 ? LIBC : OTHER;
}

static int add_module(struct dl_phdr_info *info, size_t size, void *own)
{
	(void) size;
	for (int i = 0; i < info->dlpi_phnum && module_count < MODULES; i++) {
		const ElfW(Phdr) *part = &info->dlpi_phdr[i];
		uintptr_t start = info->dlpi_addr + part->p_vaddr;

		if (part->p_type == PT_LOAD && (part->p_flags & PF_X)) {
			bool is_this = (uintptr_t) own >= start && (uintptr_t) own < start + part->p_memsz;

			modules[module_count].start = start;
			modules[module_count].end = start + part->p_memsz;
			modules[module_count++].owner = is_this ? THIS : owner_of_file(info->dlpi_name);
		}
	}
	return 0;
}

static void read_modules(void)
{
	module_count = 0;
	dl_iterate_phdr(add_module, (void *) read_modules);
}

static owner owner_of(const void *address)
{
	for (unsigned i = 0; i < module_count; i++) {
		if ((uintptr_t) address >= modules[i].start && (uintptr_t) address < modules[i].end) {
			return modules[i].owner;
		}
	}
	return OTHER;
}

/* Is an allocation called for at `caller` ours? Fills callers[] with those from there on if it is. */
static bool is_ours(void *caller, void *callers[KEPT])
{
	void *frames[FRAMES];
	owner whose = owner_of(caller);
	int count, i = 0;

	if (whose == OTHER) {
		return false;
	}
	if (whose == OURS && !traced && countdown != 1) { /* walking the stack takes ten times as long as the rest */
		memset(callers, 0, KEPT * sizeof(*callers));
		callers[0] = caller;
		return true;
	}
	count = backtrace(frames, FRAMES);
	while (i < count && owner_of(frames[i]) == THIS) {
		i++;
	}
	memset(callers, 0, KEPT * sizeof(*callers));
	for (int n = 0; n < KEPT && i + n < count; n++) {
		callers[n] = frames[i + n];
	}
	while (i < count && owner_of(frames[i]) == LIBC) {
		i++;
	}
	return whose == OURS || (i < count && owner_of(frames[i]) == OURS);
}

static size_t slot_of(uintptr_t pointer)
{
	return (size_t) ((pointer >> 4) * UINT64_C(0x9e3779b97f4a7c15) >> 40) & (SLOTS - 1);
}

static void enter(void *pointer, void *const callers[KEPT])
{
	size_t at = slot_of((uintptr_t) pointer);

	while (slots[at].pointer > 1) {
		at = (at + 1) & (SLOTS - 1);
	}
	slots[at].pointer = (uintptr_t) pointer;
	slots[at].number = ++made;
	memcpy(slots[at].callers, callers, sizeof(slots[at].callers));
	live++;
}

static void take_out(const void *pointer)
{
	for (size_t at = slot_of((uintptr_t) pointer); slots[at].pointer; at = (at + 1) & (SLOTS - 1)) {
		if (slots[at].pointer == (uintptr_t) pointer) {
			/* The end of a row of slots becomes free, so that rows stay short. */
			slots[at].pointer = slots[(at + 1) & (SLOTS - 1)].pointer ? 1 : 0;
			live--;
			return;
		}
	}
}

/* What becomes of an allocation that is called for at `caller`: false when it is to fail. *ours: it is to be entered. */
static bool allowed(void *caller, bool *ours, void *callers[KEPT])
{
	bool fails = false;

	*ours = false;
	if (!watching || inside) {
		return true;
	}
	inside = true;
	pthread_mutex_lock(&lock);
	*ours = is_ours(caller, callers);
	if (*ours && countdown && --countdown == 0) {
		countdown = all_later;
		failed++;
		memcpy(failed_callers, callers, sizeof(failed_callers));
		fails = true;
	}
	pthread_mutex_unlock(&lock);
	inside = false;
	if (fails) {
		errno = ENOMEM;
	}
	return !fails;
}

static void *entered(void *pointer, bool ours, void *const callers[KEPT])
{
	if (pointer && ours) {
		pthread_mutex_lock(&lock);
		enter(pointer, callers);
		pthread_mutex_unlock(&lock);
	}
	return pointer;
}

static void left(const void *pointer)
{
	if (pointer && live) {
		pthread_mutex_lock(&lock);
		take_out(pointer);
		pthread_mutex_unlock(&lock);
	}
}

void *malloc(size_t size)
{
	void *callers[KEPT];
	bool ours;

	if (!resolve()) {
		return early_alloc(size);
	}
	return allowed(__builtin_return_address(0), &ours, callers) ? entered(real_malloc(size), ours, callers) : NULL;
}

void *calloc(size_t count, size_t size)
{
	void *callers[KEPT];
	bool ours;

	if (!resolve()) {
		return early_alloc(count * size);
	}
	return allowed(__builtin_return_address(0), &ours, callers) ? entered(real_calloc(count, size), ours, callers) : NULL;
}

void *realloc(void *old, size_t size)
{
	void *callers[KEPT], *pointer;
	bool ours;

	if (!resolve() || is_early(old)) {
		abort();
	}
	if (!allowed(__builtin_return_address(0), &ours, callers)) {
		return NULL;
	}
	pointer = real_realloc(old, size);
	if (pointer || size == 0) {
		left(old);
	}
	return entered(pointer, ours, callers);
}

void free(void *pointer)
{
	if (!pointer || is_early(pointer) || !resolve()) {
		return;
	}
	left(pointer);
	real_free(pointer);
}

/* PHP loads extensions with RTLD_DEEPBIND: they would find the C library before this one. */
void *dlopen(const char *file, int flags)
{
	static void *(*real_dlopen)(const char *, int);
	void *handle;

	if (!real_dlopen) {
		real_dlopen = (void *(*) (const char *, int)) dlsym(RTLD_NEXT, "dlopen");
	}
	handle = real_dlopen(file, flags & ~RTLD_DEEPBIND);
	if (watching) {
		read_modules();
	}
	return handle;
}

static size_t describe(char *out, size_t size, void *const callers[KEPT])
{
	size_t used = 0;

	for (int i = 0; i < KEPT && callers[i] && used + 1 < size; i++) {
		Dl_info info;

		if (dladdr(callers[i], &info) && info.dli_fname) {
			used += (size_t) snprintf(out + used, size - used, "%s+0x%zx ", info.dli_fname,
				(size_t) ((char *) callers[i] - (char *) info.dli_fbase));
		}
	}
	used += used + 1 < size ? (size_t) snprintf(out + used, size - used, "\n") : 0;
	return used < size ? used : size - 1;
}

static char *command(const char *words)
{
	static char answer[8192];
	unsigned long number;

	answer[0] = '\0';
	if (strcmp(words, "watch") == 0) {
		void *warm_up[1];

		backtrace(warm_up, 1); /* it loads what it needs at its first call */
		read_modules();
		watching = true;
	} else if (sscanf(words, "fail %lu", &number) == 1 || sscanf(words, "fail_from %lu", &number) == 1) {
		all_later = strncmp(words, "fail_from", 9) == 0;
		failed = 0;
		mark = made;
		countdown = number;
	} else if (strcmp(words, "trace") == 0) {
		traced = true;
	} else if (strcmp(words, "end") == 0) {
		countdown = 0;
		snprintf(answer, sizeof(answer), "%lu", failed);
	} else if (strcmp(words, "live") == 0) {
		snprintf(answer, sizeof(answer), "%u", live);
	} else if (strcmp(words, "where") == 0) {
		describe(answer, sizeof(answer), failed_callers);
	} else if (strcmp(words, "leaks") == 0) {
		size_t used = 0;

		for (size_t at = 0; at < SLOTS; at++) {
			if (slots[at].pointer > 1 && slots[at].number > mark) {
				used += describe(answer + used, sizeof(answer) - used, slots[at].callers);
			}
		}
	} else {
		return NULL;
	}
	return answer;
}

char *getenv(const char *name)
{
	char *value;

	if (!resolve() || strncmp(name, "allocations ", 12) != 0) {
		return real_getenv ? real_getenv(name) : NULL;
	}
	inside = true;
	value = command(name + 12);
	inside = false;
	return value;
}

/* After the last of PHP: what is left was lost. */
__attribute__((destructor)) static void end(void)
{
	char text[32];

	if (!openssl_is_ours) {
		inside = true;
		if (write(STDOUT_FILENO, text, (size_t) snprintf(text, sizeof(text), "|%u", live)) < 0) {
			abort();
		}
	}
}

/* Programs that the test starts are not under test. ALLOCATIONS holds a command for the whole life of the process, where PHP itself uses
 * OpenSSL, too; at its end the number of those that are left goes to the output. */
__attribute__((constructor)) static void begin(void)
{
	const char *words = getenv("ALLOCATIONS");

	unsetenv("LD_PRELOAD");
	if (words) {
		openssl_is_ours = false;
		command("watch");
		command(words);
	}
}
