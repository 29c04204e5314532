--TEST--
Every error prefix of a server becomes its exception in every class, and leaves the connection in step
--EXTENSIONS--
session
pcntl
posix
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/faults.inc';

$prefixes = 'ERR WRONGTYPE NOSCRIPT LOADING BUSY MASTERDOWN MISCONF READONLY NOAUTH WRONGPASS NOPERM OOM EXECABORT NOREPLICAS BUSYKEY BUSYGROUP '
    . 'NOGROUP NOPROTO NOTBUSY UNKILLABLE UNBLOCKED IOERR INPROG DENIED CROSSSLOT TRYAGAIN CLUSTERDOWN MOVED ASK NOQUORUM NOGOODSLAVE '
    . 'NOMASTERLINK INVALIDOBJ';

// Answers each command that has "fault:PREFIX:" in it with that error, others with what Redis would say.
$server = ScriptServer::start(function (Peer $peer) {
    while (true) {
        $words = $peer->command();
        if (preg_match('/fault:([A-Z]+):/', implode(' ', $words), $match)) {
            $text = match ($match[1]) {
                'MOVED', 'ASK' => '866 127.0.0.1:1',
                default => 'the text of the server',
            };
            $peer->send("-$match[1] $text\r\n");
        } elseif (strcasecmp($words[0], 'ECHO') === 0) {
            $peer->send('$' . strlen($words[1]) . "\r\n$words[1]\r\n");
        } elseif (strcasecmp($words[0], 'MGET') === 0) {
            $peer->send("*1\r\n\$-1\r\n");
        } else {
            $peer->send("+OK\r\n");
        }
    }
});

foreach (explode(' ', $prefixes) as $prefix) {
    $operations = new Operations($server->dsn(['retries' => 0]), "fault:$prefix:");
    $outcomes = [];
    foreach ($operations->all() as $name => [$prepare, $work]) {
        // No lock and no session is there to be released or written; of a pipeline, see below.
        if (in_array($name, ['Lock release', 'Session write', 'Client pipeline', 'Client transaction'], true)) {
            continue;
        }
        try {
            $prepare();
        } catch (\Rediskit\RediskitException) {
        }
        $outcomes[] = Operations::outcome($work);
    }
    $outcomes[] = Operations::outcome(function () use ($operations) {
        throw $operations->client->pipeline()->get('key')->incr('key')->exec()[1];
    });
    echo "$prefix: ", implode(', ', array_unique($outcomes)), "\n";
    try {
        $operations->client->get('key');
    } catch (\Rediskit\CommandException $error) {
        $error->getPrefix() === $prefix && $error->getCommand() === 'GET' || print("  but getPrefix() is {$error->getPrefix()}\n");
    } catch (\Rediskit\RediskitException) {
    }
    if ((new \Rediskit\Client($server->dsn()))->echo($prefix) !== $prefix) {
        echo "  OUT OF STEP\n";
    }
}
?>
--EXPECT--
ERR: CommandException, not started (ERR)
WRONGTYPE: WrongTypeException, not started (WRONGTYPE)
NOSCRIPT: NoScriptException, not started (NOSCRIPT)
LOADING: LoadingException, not started (LOADING)
BUSY: BusyException, not started (BUSY)
MASTERDOWN: ClusterDownException, not started (MASTERDOWN)
MISCONF: MisconfiguredException, not started (MISCONF)
READONLY: ReadOnlyException, not started (READONLY)
NOAUTH: AuthenticationException, not started (NOAUTH)
WRONGPASS: AuthenticationException, not started (WRONGPASS)
NOPERM: NoPermissionException, not started (NOPERM)
OOM: OutOfMemoryException, not started (OOM)
EXECABORT: ExecAbortedException, not started (EXECABORT)
NOREPLICAS: NoReplicasException, not started (NOREPLICAS)
BUSYKEY: AlreadyExistsException, not started (BUSYKEY)
BUSYGROUP: AlreadyExistsException, not started (BUSYGROUP)
NOGROUP: NoGroupException, not started (NOGROUP)
NOPROTO: CommandException, not started (NOPROTO)
NOTBUSY: CommandException, not started (NOTBUSY)
UNKILLABLE: CommandException, not started (UNKILLABLE)
UNBLOCKED: CommandException, not started (UNBLOCKED)
IOERR: CommandException, not started (IOERR)
INPROG: CommandException, not started (INPROG)
DENIED: CommandException, not started (DENIED)
CROSSSLOT: CrossSlotException, not started (CROSSSLOT)
TRYAGAIN: TryAgainException, not started (TRYAGAIN)
CLUSTERDOWN: ClusterDownException, not started (CLUSTERDOWN)
MOVED: CommandException, not started (MOVED)
ASK: CommandException, not started (ASK)
NOQUORUM: CommandException, not started (NOQUORUM)
NOGOODSLAVE: CommandException, not started (NOGOODSLAVE)
NOMASTERLINK: CommandException, not started (NOMASTERLINK)
INVALIDOBJ: CommandException, not started (INVALIDOBJ)
