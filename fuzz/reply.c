/* reply.c: whatever bytes a peer sends, in whatever pieces, each call ends in a value of its declared type or in an exception of ours:
 * no bad access, no leak, no PHP error, no more than 64 MB for a reply of up to 1 MB; and no byte of it reaches the next command.
 *
 *     call | client | pieces | ends | power | bytes
 *
 * call: which of calls() in the script below, one for each shape of the command table, and those that take answers apart
 * themselves (pipelines, scans, subscriptions, Cache, Lock, Counter, sessions). client: which of clients(), whose values go through
 * different codecs. pieces, ends: how the bytes arrive (transport.h). power: so often the bytes are repeated in one list. The command after
 * that must get its own reply. */
#include "transport.h"

#include <zend_exceptions.h>
#include <zend_smart_str.h>

#define SECOND "$6\r\nsecond\r\n"

static const char script[] =
	"use Rediskit\\{Client, Cache, Lock, Counter, SessionHandler};\n"
	"class Thing { public $a; protected ?int $n = 1; private array $list = []; }\n"
	"const DSN = 'unix:///fuzz?retries=0&read_timeout=0.02&max_value_size=1M&';\n"
	"function clients(): array { return [new Client(DSN), new Client(DSN . 'nil_as_false=1'), new Client(DSN . 'serializer=php&compat=1&prefix=p:'),\n"
	"  new Client(DSN . 'serializer=igbinary'), new Client(DSN . 'serializer=json&nil_as_false=1'),\n"
	"  new Client(DSN . 'serializer=php&allowed_classes=Thing'), new Client(DSN . 'serializer=php&mac_key=0123456789abcdef')]; }\n"
	"function calls(): array { return [\n"
	"  fn($c) => $c->get('k'), fn($c) => $c->mGet(['a', 'b', 'c']), fn($c) => $c->hGetAll('k'), fn($c) => $c->hMGet('k', ['f', '7', 'g']),\n"
	"  fn($c) => $c->incrByFloat('k', 1), fn($c) => $c->incr('k'), fn($c) => $c->strLen('k'), fn($c) => $c->set('k', 'v'), fn($c) => $c->ping(),\n"
	"  fn($c) => $c->set('k', 'v', get: true, nx: true), fn($c) => $c->mSet(['a' => 1]), fn($c) => $c->setNx('k', 1), fn($c) => $c->hVals('k'), fn($c) => $c->hKeys('k'),\n"
	"  fn($c) => $c->lPop('k'), fn($c) => $c->lPop('k', 2), fn($c) => $c->lRange('k', 0, -1), fn($c) => $c->blPop(['a', 'b'], 0.01), fn($c) => $c->lMPop(['a', 'b'], 'LEFT', 2),\n"
	"  fn($c) => $c->lPos('k', 1, ['COUNT' => 2]), fn($c) => $c->lPos('k', 1), fn($c) => $c->sMembers('k'), fn($c) => $c->sMIsMember('k', 'a', 'b'), fn($c) => $c->sPop('k', 2), fn($c) => $c->sRandMember('k'),\n"
	"  fn($c) => $c->hRandField('k', ['COUNT' => 2, 'WITHVALUES' => true]), fn($c) => $c->zRange('k', 0, -1, true), fn($c) => $c->zRangeByScore('k', 0, 1), fn($c) => $c->zScore('k', 'm'),\n"
	"  fn($c) => $c->zMScore('k', 'm', 'n'), fn($c) => $c->zPopMin('k', 2), fn($c) => $c->bzPopMin(['a'], 0.01), fn($c) => $c->zMPop(['a'], 'MIN', 2), fn($c) => $c->zRank('k', 'm', true), fn($c) => $c->zRank('k', 'm'),\n"
	"  fn($c) => $c->zInter(['a', 'b'], null, ['withscores' => true]), fn($c) => $c->zRandMember('k', ['COUNT' => 2, 'WITHSCORES' => true]),\n"
	"  fn($c) => $c->xRange('k', '-', '+'), fn($c) => $c->xRead(['a' => '0', 'b' => '0'], 5), fn($c) => $c->xAutoClaim('k', 'g', 'c', 1, '0'), fn($c) => $c->xInfo('STREAM', 'k', 'FULL'),\n"
	"  fn($c) => $c->xPending('k', 'g'), fn($c) => $c->xAdd('k', '*', ['a' => 1]), fn($c) => $c->xClaim('k', 'g', 'c', 1, ['1-1'], ['JUSTID']), fn($c) => $c->geoSearch('k', 'm', 5, 'km', ['WITHCOORD', 'WITHDIST', 'WITHHASH']),\n"
	"  fn($c) => $c->geoPos('k', 'm', 'n'), fn($c) => $c->geoDist('k', 'm', 'n'), fn($c) => $c->geoHash('k', 'm'), fn($c) => $c->lcs('a', 'b', ['IDX' => true, 'WITHMATCHLEN' => true]), fn($c) => $c->lcs('a', 'b'),\n"
	"  fn($c) => $c->info(), fn($c) => $c->client('list'), fn($c) => $c->client('info'), fn($c) => $c->client('id'), fn($c) => $c->config('get', '*'), fn($c) => $c->pubSub('numsub', 'a'), fn($c) => $c->pubSub('channels'), fn($c) => $c->acl('getuser', 'x'), fn($c) => $c->acl('log'),\n"
	"  fn($c) => $c->memory('stats'), fn($c) => $c->slowLog('get', 2), fn($c) => $c->role(), fn($c) => $c->time(), fn($c) => $c->object('encoding', 'k'), fn($c) => $c->sort('k'), fn($c) => $c->dump('k'),\n"
	"  fn($c) => $c->eval('return 1', ['a'], 1), fn($c) => $c->script('exists', 'a', 'b'), fn($c) => $c->command('FOO', 'a'), fn($c) => $c->rawCommand('HGETALL', 'a'), fn($c) => $c->health(), fn($c) => $c->waitAof(1, 0, 10), fn($c) => $c->type('k'),\n"
	"  function ($c) { $cursor = null; while ($c->scan($cursor, 'm*')) { } return $cursor; },\n"
	"  function ($c) { $cursor = null; while ($c->hScan('k', $cursor)) { } }, function ($c) { $cursor = null; while ($c->zScan('k', $cursor)) { } }, function ($c) { $cursor = null; while ($c->sScan('k', $cursor)) { } },\n"
	"  fn($c) => iterator_to_array($c->scanKeys('m*')),\n"
	"  fn($c) => $c->pipeline(fn($p) => $p->get('a')->hGetAll('b')->zRange('c', 0, -1, true)->mGet(['d', 'e'])->xRange('f', '-', '+')->incr('g')),\n"
	"  fn($c) => $c->pipeline(fn($p) => $p->set('a', 1)->multi()->get('a')->hGetAll('b')->exec()->get('c')),\n"
	"  fn($c) => $c->transaction(fn($p) => $p->get('a')->lRange('b', 0, -1)->info()),\n"
	"  function ($c) { $c = new Client(DSN); $c->watch('a'); $c->get('a'); return $c->transaction(fn($p) => $p->set('a', 1)->get('a')); },\n"
	"  fn($c) => $c->subscribe(['a', 'b'], fn($client, $channel, $message) => null, 0.01), fn($c) => $c->pSubscribe(['a*'], function ($client, $channel, $message) { return false; }, 0.01),\n"
	"  fn($c) => (new Client('unix:///fuzz?retries=0&read_timeout=0.02&persistent=0&db=3&name=n&username=u&password=secret'))->get('k'),\n"
	"  fn($c) => (new Cache($c))->get('k'), fn($c) => (new Cache($c))->many(['a', 'b']), fn($c) => (new Cache($c))->put('k', [1], 9), fn($c) => (new Cache($c))->putMany(['a' => 1, 'b' => 2], 9),\n"
	"  fn($c) => (new Cache($c))->add('k', 1, 9), fn($c) => (new Cache($c))->pull('k'), fn($c) => (new Cache($c))->has('k'), fn($c) => (new Cache($c))->ttl('k'), fn($c) => (new Cache($c))->touch('k', 9), fn($c) => (new Cache($c))->increment('k'), fn($c) => (new Cache($c))->flush(),\n"
	"  fn($c) => (new Cache($c))->remember('k', 9, fn() => [1, 2], wait: 0.0), fn($c) => (new Cache($c))->forget('k'),\n"
	"  fn($c) => (new Lock($c, 'n'))->acquire(), fn($c) => (new Lock($c, 'n'))->run(fn() => 1), fn($c) => (new Lock($c, 'n', owner: 'me'))->release(), fn($c) => (new Lock($c, 'n', owner: 'me'))->refresh(), fn($c) => (new Lock($c, 'n', owner: 'me'))->isHeld(),\n"
	"  fn($c) => (new Lock($c, 'n'))->remaining(), fn($c) => (new Lock($c, 'n'))->forceRelease(), fn($c) => (new Counter($c, 'n', ceiling: 9))->increment(), fn($c) => (new Counter($c, 'n'))->get(), fn($c) => (new Counter($c, 'n'))->ttl(), fn($c) => (new Counter($c, 'n', floor: 0))->decrement(3),\n"
	"  function ($c) { $s = new SessionHandler($c, lock_wait: 0); $s->open('', ''); $s->read('abc'); $s->write('abc', 'x|i:1;'); $s->close(); },\n"
	"  function ($c) { $s = new SessionHandler($c, locking: false); $s->open('', ''); $s->validateId('abc'); $s->read('abc'); $s->updateTimestamp('abc', 'x'); $s->destroy('abc'); $s->close(); },\n"
	"]; }\n";

static zval clients, calls, second;

static void call(const char *function, zval *out)
{
	zval name;

	ZVAL_STRING(&name, function);
	rk_fuzz_check(call_user_function(NULL, NULL, &name, out, 0, NULL) == SUCCESS && Z_TYPE_P(out) == IS_ARRAY, "%s() fails: %s", function,
		EG(exception) ? ZSTR_VAL(EG(exception)->ce->name) : "");
	zval_ptr_dtor(&name);
}

static void begin(void)
{
	call("clients", &clients);
	call("calls", &calls);
	ZVAL_STRING(&second, "second");
}

static void end(void)
{
	zval_ptr_dtor(&clients);
	zval_ptr_dtor(&calls);
	zval_ptr_dtor(&second);
}

static zval *one_of(zval *list, uint8_t which)
{
	return zend_hash_index_find(Z_ARRVAL_P(list), which % zend_hash_num_elements(Z_ARRVAL_P(list)));
}

/* The next command, on the same connection if that was kept. */
static void check_next(zval *client, bool slow)
{
	rk_fuzz_peer peer = { .bytes = SECOND, .len = sizeof(SECOND) - 1, .silent = true, .slow = slow };
	zval name, answer;

	rk_fuzz_peer_sends(&peer);
	ZVAL_STRING(&name, "echo");
	call_user_function(NULL, client, &name, &answer, 1, &second);
	if (EG(exception)) {
		rk_fuzz_fail("the next command throws %s: %s", ZSTR_VAL(EG(exception)->ce->name), rk_fuzz_exception_message());
	}
	rk_fuzz_check(zend_is_identical(&answer, &second), "the next command gets the reply of another");
	zval_ptr_dtor(&answer);
	zval_ptr_dtor(&name);
}

static void run(const uint8_t *data, size_t size)
{
	zval *closure = one_of(&calls, rk_fuzz_byte(&data, &size)), *client = one_of(&clients, rk_fuzz_byte(&data, &size)), result;
	uint8_t pieces = rk_fuzz_byte(&data, &size), ends = rk_fuzz_byte(&data, &size);
	size_t times = rk_fuzz_times(rk_fuzz_byte(&data, &size), size);
	smart_str bytes = { 0 };

	if (times > 1) {
		smart_str_append_printf(&bytes, "*%zu\r\n", times);
		while (times-- > 0) {
			smart_str_appendl(&bytes, (const char *) data, size);
		}
		data = (const uint8_t *) ZSTR_VAL(bytes.s);
		size = ZSTR_LEN(bytes.s);
	}
	rk_fuzz_peer_sends(&(rk_fuzz_peer){ .bytes = (const char *) data, .len = size, .pieces = pieces, .silent = ends & 1, .slow = ends & 2 });
	ZVAL_UNDEF(&result);
	call_user_function(NULL, NULL, closure, &result, 1, client);
	rk_fuzz_take_exception();
	zval_ptr_dtor(&result);
	smart_str_free(&bytes);
	check_next(client, ends & 2);
	zend_gc_collect_cycles();
}

const rk_fuzz_target target = { .script = script, .begin = begin, .run = run, .end = end, .may_warn = "session", .power_at = 4 };
