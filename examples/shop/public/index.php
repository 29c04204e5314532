<?php

declare(strict_types=1);

/*
 * The tea shop's front controller. bin/demo serves it; to serve it yourself:
 *
 *   php -d extension=rediskit -d session.save_handler=rediskit -S 127.0.0.1:8080 examples/shop/public/index.php
 */

require __DIR__ . '/../src/Shop.php';
require __DIR__ . '/../src/Page.php';

session_start();
$shop = new Shop\Shop();
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);

if ($_SERVER['REQUEST_METHOD'] === 'POST') {
    switch ($path) {
        case '/login':
            $shop->login(trim((string) ($_POST['name'] ?? '')));
            break;
        case '/cart':
            $shop->add((int) ($_POST['product'] ?? 0));
            break;
        case '/checkout':
            $answer = $shop->checkout();
            $_SESSION['notice'] = $answer;
            header('X-Shop-Answer: ' . $answer);
            break;
        default:
            http_response_code(404);
            exit;
    }
    header('Location: /', true, 303);
    exit;
}
if ($path !== '/') {
    http_response_code(404);
    exit;
}
$notice = $_SESSION['notice'] ?? null;
unset($_SESSION['notice']);
session_write_close(); // what is left needs no lock
echo (new Shop\Page($shop))->show($notice);
