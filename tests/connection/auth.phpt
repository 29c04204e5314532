--TEST--
Passwords and ACL users: AUTH before anything else, and a typed exception that says what is missing
--FILE--
<?php
namespace Rediskit\Tests;

use Rediskit\Client;

require __DIR__ . '/connection.inc';

$server = Server::start([
    'requirepass' => 'SECRET',
    'user' => ['bob on >OTHER ~app:* &* +@all', 'carol off >OTHER ~* +@all', 'free on nopass ~* &* +@all'],
]);
$path = $server->socket;
$replace = [$path => 'SOCKET'];

echo "-- right\n";
attempt(fn() => who(new Client("unix://:SECRET@$path")));
attempt(fn() => who(new Client("unix://default:SECRET@$path?db=3&name=me")));
attempt(fn() => who(new Client("unix://bob:OTHER@$path")));
attempt(fn() => who(new Client(['path' => $path, 'username' => 'bob', 'password' => 'OTHER'])));
attempt(fn() => who(new Client("unix://free@$path")));
foreach (['SECRET', ['SECRET'], ['bob', 'OTHER'], ['user' => 'bob', 'pass' => 'OTHER']] as $auth) { // as \Redis takes it
    attempt(fn() => who(new Client(['path' => $path, 'auth' => $auth])));
}

echo "-- wrong\n";
attempt(fn() => (new Client("unix://:WRONG@$path"))->ping(), $replace);
attempt(fn() => (new Client("unix://bob:WRONG@$path"))->ping(), $replace);
attempt(fn() => (new Client("unix://carol:OTHER@$path"))->ping(), $replace);
attempt(fn() => (new Client("unix://nobody:OTHER@$path"))->ping(), $replace);
attempt(fn() => (new Client("unix://bob@$path"))->ping(), $replace);

echo "-- missing\n";
attempt(fn() => (new Client("unix://$path"))->get('key'), $replace);
attempt(fn() => (new Client("unix://$path?db=1"))->get('key'), $replace);

echo "-- not allowed\n";
attempt(fn() => (new Client("unix://bob:OTHER@$path"))->get('other'), $replace + [
    // Redis 7.0 and 7.2 word it differently.
    'this user has no permissions to access one of the keys used as arguments' => 'No permissions to access a key',
]);

echo "-- a password where none is wanted\n";
$open = Server::start();
attempt(fn() => (new Client("unix://:SECRET@$open->socket"))->ping(), [$open->socket => 'SOCKET']);

echo "-- a database that is not there\n";
attempt(fn() => (new Client($open->dsn(['db' => 99])))->ping(), [$open->socket => 'SOCKET']);

echo "-- nothing is left open\n";
wait_until(fn() => $open->clients() === 0);
var_dump($open->clients());
?>
--EXPECT--
-- right
no exception: unix user=default db=0 name=
no exception: unix user=default db=3 name=me
no exception: unix user=bob db=0 name=
no exception: unix user=bob db=0 name=
no exception: unix user=free db=0 name=
no exception: unix user=default db=0 name=
no exception: unix user=default db=0 name=
no exception: unix user=bob db=0 name=
no exception: unix user=bob db=0 name=
-- wrong
Rediskit\AuthenticationException: unix://SOCKET?db=0 refused the password: check `username` and `password` (WRONGPASS invalid username-password pair or user is disabled.)
Rediskit\AuthenticationException: unix://SOCKET?db=0 refused the user name or password: check `username` and `password` (WRONGPASS invalid username-password pair or user is disabled.)
Rediskit\AuthenticationException: unix://SOCKET?db=0 refused the user name or password: check `username` and `password` (WRONGPASS invalid username-password pair or user is disabled.)
Rediskit\AuthenticationException: unix://SOCKET?db=0 refused the user name or password: check `username` and `password` (WRONGPASS invalid username-password pair or user is disabled.)
Rediskit\AuthenticationException: unix://SOCKET?db=0 refused the user name or password: check `username` and `password` (WRONGPASS invalid username-password pair or user is disabled.)
-- missing
Rediskit\AuthenticationException: NOAUTH Authentication required. Set a password (and a username for an ACL user).
Rediskit\AuthenticationException: unix://SOCKET?db=1 wants a password: NOAUTH Authentication required. Set a password (and a username for an ACL user).
-- not allowed
Rediskit\NoPermissionException: NOPERM No permissions to access a key (grant it with ACL SETUSER, or connect as another user)
-- a password where none is wanted
Rediskit\AuthenticationException: unix://SOCKET?db=0 refused the password: check `username` and `password` (ERR AUTH <password> called without any password configured for the default user. Are you sure your configuration is correct?)
-- a database that is not there
Rediskit\ConfigException: unix://SOCKET?db=99 refused database 99: set `database` to one it has (ERR DB index is out of range)
-- nothing is left open
int(0)
