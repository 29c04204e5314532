--TEST--
Each allocation of a process fails, from the loading of the extension over the first of everything to its end
--FILE--
<?php
namespace Rediskit\Tests;

require __DIR__ . '/../inc/allocations.inc';

$server = Server::start();
$failing = new Allocations();
$dsn = var_export($server->dsn(), true);
$failing->eachProcess('get', "\$c = new Rediskit\\Client($dsn); \$c->set('k', 'value'); echo \$c->get('k');", 'value');
$failing->eachProcess('zstd', "\$c = new Rediskit\\Codec('json', 'zstd'); echo strlen(\$c->decode(\$c->encode(str_repeat('x', 9999))));", '9999');
$failing->eachProcess('session', "ini_set('session.save_handler', 'rediskit'); ini_set('session.use_cookies', '0'); ini_set('rediskit.session.dsn', $dsn);
    ini_set('session.cache_limiter', ''); set_error_handler(fn(\$l, \$m) => throw new Rediskit\\RediskitException(\$m));
    session_start(); \$_SESSION['a'] = 1; session_write_close(); echo 'stored';", 'stored');

// Deeper than there are requests that the process keeps, a fatal error ends it.
$left = $failing->leftBy("final class Nested
    {
        public function __construct(private int \$depth)
        {
        }

        public function __serialize(): array
        {
            if (\$this->depth === 0) {
                trigger_error('the end', E_USER_ERROR);
            }
            (new Rediskit\\Client(['url' => $dsn, 'serializer' => 'php']))->set('k', new self(\$this->depth - 1));
            return [];
        }
    }
    (new Nested(9))->__serialize();");
echo "left by a fatal error: $left\n";
$failing->finish();
?>
--EXPECTF--
left by a fatal error: 0
%d calls, %d failures, %d of them thrown
