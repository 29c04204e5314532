<?php

declare(strict_types=1);

namespace Shop;

/** The shop's one page. */
final class Page
{
    private const STYLE = <<<'CSS'
        body { font: 16px/1.5 system-ui, sans-serif; margin: 0; background: #f6f3ee; color: #2b2622; }
        header { background: #7a2e1d; color: #fff; padding: 1rem 2rem; display: flex; gap: 1rem; align-items: center; flex-wrap: wrap; }
        header h1 { margin: 0; font-size: 1.4rem; flex: 1; }
        main { max-width: 64rem; margin: 1.5rem auto; padding: 0 1rem; }
        .products { display: grid; grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr)); gap: 1rem; }
        .card { background: #fff; border-radius: .5rem; padding: 1rem; box-shadow: 0 1px 3px #0002; }
        .card h2 { margin: 0; font-size: 1.1rem; }
        .price { font-weight: 600; }
        .left { color: #6b625a; font-size: .9rem; }
        .notice { background: #fff6d6; border-left: 4px solid #d9a400; padding: .6rem 1rem; margin-bottom: 1rem; }
        form { display: inline; margin: 0; }
        input, button { font: inherit; padding: .35rem .8rem; border-radius: .35rem; border: 1px solid #c9bfb3; }
        button { background: #7a2e1d; color: #fff; border: 0; cursor: pointer; }
        button[disabled] { background: #bbb; }
        header button { background: #fff; color: #7a2e1d; }
        CSS;

    public function __construct(private readonly Shop $shop)
    {
    }

    public function show(?string $notice): string
    {
        $name = self::text($_SESSION['name'] ?? '');
        $items = array_sum($_SESSION['cart']['items'] ?? []);
        $who = $name !== ''
            ? "<span>Hello, $name</span>"
            : '<form method="post" action="/login"><input name="name" placeholder="Your name" required> <button>Log in</button></form>';
        $cart = $items > 0
            ? "<form method=\"post\" action=\"/checkout\"><button>Pay for $items</button></form>"
            : '<span>Your cart is empty</span>';
        $notice = $notice === null ? '' : '<p class="notice">' . self::text($notice) . '</p>';
        $cards = '';
        $products = $this->shop->products();
        $left = $this->shop->stocks(array_keys($products));
        foreach ($products as $id => $product) {
            $cards .= $this->card($id, $product, $left[$id]);
        }
        $style = self::STYLE;
        return <<<HTML
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>The tea shop</title><style>$style</style></head>
            <body>
            <header><h1>The tea shop</h1>$who $cart</header>
            <main>$notice<div class="products">$cards</div></main>
            </body>
            </html>
            HTML;
    }

    /** @param array{name: string, price: float, text: string} $product */
    private function card(int $id, array $product, int $left): string
    {
        [$name, $text, $price] = [self::text($product['name']), self::text($product['text']), number_format($product['price'], 2)];
        $disabled = $left > 0 ? '' : ' disabled';
        return <<<HTML
            <div class="card"><h2>$name</h2><p>$text</p><p class="price">&euro; $price</p><p class="left">$left left</p>
            <form method="post" action="/cart"><input type="hidden" name="product" value="$id"><button$disabled>Into the cart</button></form></div>
            HTML;
    }

    private static function text(string $text): string
    {
        return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE);
    }
}
