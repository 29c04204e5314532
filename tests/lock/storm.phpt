--TEST--
Lock: 20 processes with random SIGKILLs: never two holders, rising tokens, everybody gets it, no wait beyond the leases of the dead
--EXTENSIONS--
posix
--CONFLICTS--
all
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/../inc/server.inc';
require __DIR__ . '/storm.inc';

$server = Server::start();

$calm = lock_storm($server, 20, 2.0, hold: 0.002, killEvery: 0.0, ttl: 2.0, seed: 1);
$figures = json_encode($calm);
var_dump($calm['overlaps'], $calm['tokensRise'], $calm['lost']);
// First come, first served: everybody has the same share, and waits for about 19 turns. Starvation would show as seconds.
echo $calm['acquired'] > 100 ? "works on\n" : $figures, $calm['fewest'] * 2 >= $calm['most'] ? "fair\n" : $figures, $calm['worstWait'] < 1.0 ? "prompt\n" : $figures;

$server->cmd('FLUSHALL');
$storm = lock_storm($server, 20, 3.0, hold: 0.002, killEvery: 0.04, ttl: 0.5, seed: 2);
$figures = json_encode($storm);
var_dump($storm['overlaps'], $storm['tokensRise'], $storm['lost']);
// A dead holder costs its lease, a waiter that died between its token and its claim the time of a claim; the server may be 0.1 s late with each.
$bound = 1.0 + ($storm['killedHolding'] + 1) * 0.7;
echo $storm['kills'] > 20 ? "killed\n" : $figures, $storm['acquired'] > 50 ? "works on\n" : $figures, $storm['worstWait'] < $bound ? "bounded\n" : $figures;
?>
--EXPECT--
int(0)
bool(true)
int(0)
works on
fair
prompt
int(0)
bool(true)
int(0)
killed
works on
bounded
