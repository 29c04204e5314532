/* rk_commands.h: the command table: what each command method of Client takes, sends and answers.
 *
 * One row of rk_commands.def is one method: its wire tokens (encoded once, at module start), an argument plan or a builder, a
 * reply shape and the option that changes it, flags, and where its keys are. The signature (number and types of arguments) is
 * the stub's; a row says how those arguments become words. The letters of a plan, one PHP argument each:
 *
 *   k key                     K keys: array or one; at the end of a plan also all that follow
 *   s scalar (null: nothing)  S scalars, in the manner of K
 *   v value, encoded          V values: all that follow; an array is one value
 *   p array: key => value     h array: field => value          n array of keys, their number first
 *   t time-out in seconds     m time-out in milliseconds       b bool as 0 or 1
 *   o options: 'NAME' => value sends both, 'NAME' => true and a listed 'NAME' the word, false and null nothing, a nested list its values
 *   [WORD]x  the word before what letter x sends, nothing if the argument is null or absent
 *   {WORD}   a bool argument: the word if it is true
 *
 * variant: the option or word that changes the reply's shape, or "#2": the second argument is given. */
#ifndef RK_COMMANDS_H
#define RK_COMMANDS_H

#include "rk_handle.h"

#include <php.h>

typedef enum {
	RK_SHAPE_PLAIN, /* int, text, true for OK, a list of texts: as the reader made it */
	RK_SHAPE_INT = RK_SHAPE_PLAIN,
	RK_SHAPE_TEXT = RK_SHAPE_PLAIN,
	RK_SHAPE_LIST = RK_SHAPE_PLAIN,
	RK_SHAPE_RAW,        /* nested: anything a script may answer */
	RK_SHAPE_OK,         /* any status text is true */
	RK_SHAPE_BOOL,       /* 1, 0 */
	RK_SHAPE_BOOLS,      /* list of them */
	RK_SHAPE_FLOAT,      /* text or nil */
	RK_SHAPE_FLOATS,     /* list of them */
	RK_SHAPE_VALUE,      /* one value, decoded, or nil */
	RK_SHAPE_VALUES,     /* list of values with nils (an int stays) */
	RK_SHAPE_MAP,        /* flat list -> field => value, decoded */
	RK_SHAPE_TEXT_MAP,   /* flat list -> name => text */
	RK_SHAPE_FIELDS,     /* values zipped with the fields the command asked for */
	RK_SHAPE_SCORES,     /* flat list -> member => float */
	RK_SHAPE_KEY_VALUE,  /* [key, value], decoded */
	RK_SHAPE_KEY_SCORE,  /* [key, member, float] */
	RK_SHAPE_LMPOP,      /* [key, [values]] */
	RK_SHAPE_ZMPOP,      /* [key, [member => float]] */
	RK_SHAPE_ENTRIES,    /* stream entries: id => [field => text] */
	RK_SHAPE_STREAMS,    /* stream => entries */
	RK_SHAPE_AUTOCLAIM,  /* [cursor, entries, deleted ids] */
	RK_SHAPE_XINFO,      /* nested flat lists -> maps */
	RK_SHAPE_INFO,       /* INFO text -> name => number or text */
	RK_SHAPE_CLIENTS,    /* CLIENT LIST text -> list of maps */
	RK_SHAPE_GEO,        /* [member, distance, hash, [longitude, latitude]] with numbers */
	RK_SHAPE_POSITIONS,  /* list of [longitude, latitude] or nil */
	RK_SHAPE_RANK_SCORE, /* [rank, float] */
	RK_SHAPE_LCS,        /* LCS IDX: ['matches' => …, 'len' => …] */
	RK_SHAPE_COUNT
} rk_shape;

/* Where keys stand among the words after the command's name: for command(). */
typedef enum {
	RK_KEYS_NONE,
	RK_KEYS_1,        /* first word */
	RK_KEYS_2,        /* second word */
	RK_KEYS_1_2,      /* first and second */
	RK_KEYS_ALL,      /* every word */
	RK_KEYS_PAIRS,    /* every other word */
	RK_KEYS_BUT_LAST, /* every word but the last */
	RK_KEYS_FROM_2,   /* second word to the last */
	RK_KEYS_NUM_1,    /* as many as the first word says, after it */
	RK_KEYS_NUM_2,    /* as many as the second word says, after it */
	RK_KEYS_1_NUM_2,  /* the first, and as many as the second says */
	RK_KEYS_STREAMS,  /* first half of the words after STREAMS */
	RK_KEYS_1_STORE,  /* the first, and the word after STORE or STOREDIST */
	RK_KEYS_MIGRATE,  /* third word, and all after KEYS */
} rk_keys;

enum {
	RK_ROW_REPEAT = 1u << 0, /* twice is the same as once: may be sent again when the reply did not arrive */
	RK_ROW_NAMED = 1u << 1,  /* the method's variadic takes named options only */
};

typedef struct rk_build rk_build;

typedef struct rk_command {
	const char *method;                    /* as the stub spells it */
	const char *wire;                      /* as the server spells it */
	const char *plan;                      /* NULL: see builder */
	rk_status (*builder)(rk_build *build); /* NULL: see plan */
	const char *variant;                   /* NULL, an option, or "#<n>" */
	uint8_t shape, variant_shape;
	uint8_t flags;
	uint8_t keys;

	/* filled at module start */
	uint8_t variant_argument; /* n of "#<n>", else 0 */
	bool only_key;            /* the plan is "k", the commonest */
	uint8_t encoded_len;
	char encoded[RK_REQUEST_WORDS]; /* the name as it is sent */
	uint32_t min_args, max_args;    /* positional; UINT32_MAX: any number */
	uint32_t returns;               /* MAY_BE_… of the declared return type of the method */
} rk_command;

/* Builds the lookup tables and checks that every row has a method of Client and that every method aliased to `handler` has a row. */
zend_result rk_commands_startup(zend_class_entry *client, zif_handler handler);
void rk_commands_shutdown(void);

/* The row of a command method, by the function's own interned name. */
const rk_command *rk_command_of_function(const zend_function *function);

/* The row of a command by its wire name in any case ("hgetall"), or NULL. */
const rk_command *rk_command_by_wire(const char *name, size_t len);

#endif
