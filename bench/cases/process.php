<?php
/* What a process pays: connecting, and memory over many requests' worth of work. */

namespace Rediskit\Bench;

return [
    new Probe('connect', 'connect with AUTH, SELECT and SETNAME, then one PING: packets on the wire', function (Env $env) {
        $trace = tempnam(sys_get_temp_dir(), 'rk');
        $code = sprintf(
            '(new Rediskit\Client(["path" => %s, "username" => "bench", "password" => "pw", "database" => 1, "name" => "bench", "persistent" => false]))->ping();',
            var_export($env->socket, true)
        );
        $command = ['strace', '-f', '-e', 'trace=connect,sendto,recvfrom,sendmsg,recvmsg,write,read,poll', '-o', $trace, PHP_BINARY, '-n', ...php_settings('rediskit'), '-r', $code];
        shell_exec(implode(' ', array_map(escapeshellarg(...), $command)));
        $text = (string) file_get_contents($trace);
        unlink($trace);
        $after = (string) strstr($text, basename($env->socket));
        $sends = substr_count($after, 'sendto(');
        $receives = substr_count($after, 'recvfrom(');
        return [
            new Row('sends', $sends, '', '2: the handshake is one write', $sends === 2),
            new Row('receives', $receives, '', '2: and one wait', $receives === 2),
        ];
    }),
    new Probe('memory', 'resident memory of a worker over 100,000 requests\' worth of mixed work', function (Env $env) {
        $code = <<<'PHP'
            $socket = $argv[1]; $requests = (int) $argv[2];
            $resident = fn() => preg_match('/VmRSS:\s+(\d+)/', file_get_contents('/proc/self/status'), $m) ? (int) $m[1] : 0;
            $resident(); // compiles its pattern, which takes memory once
            ini_set('session.save_handler', 'rediskit'); ini_set('session.save_path', "unix://$socket");
            for ($i = 1; $i <= $requests; $i++) {
                $client = new Rediskit\Client(['path' => $socket, 'serializer' => 'igbinary', 'compression' => 'zstd']);
                $client->set("m:" . $i % 100, ['n' => $i, 'text' => str_repeat("text $i ", 200)], 60);
                $client->get('m:' . ($i + 7) % 100);
                $client->hMSet('m:h', ['a' => $i, 'b' => 'x']); $client->hGetAll('m:h');
                $client->pipeline()->incr('m:i')->get('m:i')->exec();
                $cache = new Rediskit\Cache($client, ['prefix' => 'm:c:']);
                $cache->remember('k' . $i % 50, 60, fn() => ['v' => $i]);
                if ($i % 10 === 0) { $lock = $cache->lock('l', 5); $lock->acquire(); $lock->release(); (new Rediskit\Counter($client, 'm:n', 0, 1000))->increment(); }
                if ($i % 10 === 5) { session_id('memory0session0id000000000'); session_start(); $_SESSION['n'] = $i; session_write_close(); }
                if ($i % 1000 === 0) { try { $client->lPush('m:i', 1); } catch (Rediskit\WrongTypeException) { } }
                unset($client, $cache, $lock);
                if ($i === intdiv($requests, 5)) { $early = $resident(); }
            }
            echo $early, ' ', $resident();
            PHP;
        $requests = $env->quick ? 10000 : 100000;
        $command = [PHP_BINARY, '-n', ...php_settings('rediskit'), '-r', $code, '--', $env->socket, (string) $requests];
        $output = trim((string) shell_exec(implode(' ', array_map(escapeshellarg(...), $command)) . ' 2>&1'));
        if (!preg_match('/^(\d+) (\d+)$/', $output, $match)) {
            throw new \RuntimeException("the worker failed: $output");
        }
        [, $early, $late] = array_map(intval(...), $match);
        return [
            new Row('after a fifth of them', $early, 'kB'),
            new Row("after all $requests", $late, 'kB', 'at most 64 kB more', $late - $early <= 64),
        ];
    }),
];
