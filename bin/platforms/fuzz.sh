# fuzz.sh: what bin/fuzz links its targets with: PHP as a static library, built with clang, AddressSanitizer and libFuzzer's counters.
#
# Sources come as for asan. PHP is built with debug checks and nothing that the targets do not need; igbinary with the same flags.
# bin/fuzz compiles the extension and the targets themselves. There is no php program here, so the suite does not run on it.

. "$root/bin/platforms/asan.sh"
platform_packages=(build asan fuzz)

platform_build() {
	local dir=$1 flags='-O1 -gline-tables-only -fsanitize=fuzzer-no-link,address' version
	version=$(php_package_prefix)
	[[ $version == php[0-9]* ]] || version=$(apt-cache depends php-cli | sed -n 's/.*Depends: \(php[0-9.]*\)-cli/\1/p')
	# The compiler makes programs that would report PHP's own leaks at the end of each step of the build.
	export ASAN_OPTIONS=detect_leaks=0 CC=clang CXX=clang++
	platform_step sources platform_sources "$dir" "$version" php-igbinary
	platform_step configure platform_in "$dir/php-source" ./configure --prefix="$dir/php" --enable-debug --disable-all \
		--enable-session --enable-embed=static --disable-cli --disable-cgi --disable-phpdbg CFLAGS="$flags"
	platform_step make platform_in "$dir/php-source" nice make -j2
	platform_step install platform_in "$dir/php-source" make install
	# Of two elements with the same key igbinary forgets the first without freeing it, until the request ends. That would hide other leaks.
	sed -i 's/igsd_addref_and_defer_dtor(\(.*\), vp)/igsd_defer_dtor(\1, vp) || (Z_TYPE_INFO_P(vp) = IS_NULL) != IS_NULL/' \
		"$dir/php-igbinary-source/src/php7/igbinary.c"
	platform_step igbinary platform_in "$dir/php-igbinary-source" platform_extension "$dir/php/bin" "$flags"
	rm -rf "$dir/php-source" "$dir/php-igbinary-source" "$dir/apt"
}

platform_test() {
	die "the platform fuzz has no php program, so the tests do not run there: see bin/fuzz"
}
