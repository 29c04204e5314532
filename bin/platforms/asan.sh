# asan.sh: PHP with thread safety, debug checks and the address, leak and undefined behaviour sanitizers.
#
# PHP and igbinary are built from the tarballs of Debian's source packages, as their authors released them: Debian's patches
# leave placeholders in phpize. The extension is built with the same flags (bin/build --sanitize). What a sanitizer or PHP's
# own leak check reports is output no test expects, so it fails the test.

platform_packages=(build asan)

platform_build() {
	local dir=$1 flags='-O1 -g -fsanitize=address,undefined' version
	version=$(php_package_prefix)
	[[ $version == php[0-9]* ]] || version=$(apt-cache depends php-cli | sed -n 's/.*Depends: \(php[0-9.]*\)-cli/\1/p')
	# The compiler makes programs that would report PHP's own leaks at the end of each step of the build.
	export ASAN_OPTIONS=detect_leaks=0
	platform_step sources platform_sources "$dir" "$version" php-igbinary
	platform_step configure platform_in "$dir/php-source" ./configure --prefix="$dir/php" --enable-debug --enable-zts \
		--disable-all --enable-session --enable-cli --enable-fpm --disable-cgi --disable-phpdbg --enable-pcntl --enable-posix \
		--enable-tokenizer --enable-opcache --with-openssl CFLAGS="$flags"
	platform_step make platform_in "$dir/php-source" nice make -j2
	platform_step install platform_in "$dir/php-source" make install
	platform_step igbinary platform_in "$dir/php-igbinary-source" platform_extension "$dir/php/bin" "$flags"
	# run-tests.php is all that is used of the sources from here on.
	install -D "$dir/php-source/run-tests.php" "$dir/php/lib/php/build/run-tests.php"
	rm -rf "$dir/php-source" "$dir/php-igbinary-source" "$dir/apt"
}

# Unpacks the tarball of each of Debian's source packages into DIR/NAME-source (DIR/php-source for php8.2 and the like).
platform_sources() {
	local dir=$1 name apt tarball target below
	mkdir -p "$dir"/apt/{lists,cache,download}/partial
	debian_repositories | sed 's/^/deb-src /' >"$dir/apt/sources.list"
	apt=(-o "Dir::Etc::sourcelist=$dir/apt/sources.list" -o Dir::Etc::sourceparts=/dev/null
		-o "Dir::State::lists=$dir/apt/lists" -o "Dir::Cache=$dir/apt/cache" -o APT::Sandbox::User=root)
	apt-get "${apt[@]}" update || return
	for name in "${@:2}"; do
		platform_download "$dir/apt/download" "$name" "${apt[@]}" || return
		tarball=$(find "$dir/apt/download" -name "${name}_*.orig.tar.*" ! -name '*.asc')
		target=$dir/$(sed 's/^php[0-9.]*$/php/' <<<"$name")-source
		mkdir "$target"
		tar -C "$target" --strip-components=1 -xf "$tarball" || return
		# In a PECL package the sources are one folder below package.xml.
		below=$(find "$target" -mindepth 2 -maxdepth 2 -name config.m4 -printf '%h\n')
		if [[ -f $target/package.xml && $below ]]; then
			mv "$below" "$target.below" && rm -r "$target" && mv "$target.below" "$target" || return
		fi
	done
}

# Downloads a source package: its newest version, or the one before where a mirror lists a version it does not hold yet.
platform_download() {
	local folder=$1 name=$2 apt=("${@:3}") version
	for version in $(apt-cache "${apt[@]}" showsrc --only-source "$name" | sed -n 's/^Version: //p' | sort -rVu); do
		(cd "$folder" && rm -f "${name}"_* && apt-get "${apt[@]}" source --download-only "$name=$version") && return
	done
	echo "no version of the source package $name could be downloaded"
	return 1
}

platform_in() {
	cd "$1" && "${@:2}"
}

# Builds and installs the extension in the current folder.
platform_extension() {
	"$1/phpize" && ./configure --with-php-config="$1/php-config" CFLAGS="$2" && make -j2 && make install
}

platform_test() {
	local dir=$1 tree=$2
	shift 2
	# Laravel's tests need extensions this PHP is built without.
	(
		cd "$tree"
		export ASAN_OPTIONS=detect_leaks=1:detect_stack_use_after_return=0:exitcode=99
		export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
		export LSAN_OPTIONS=print_suppressions=0
		# Reports name functions of the extension only while it is loaded.
		export ZEND_DONT_UNLOAD_MODULES=1
		exec bin/test --sanitize --php-config "$dir/php/bin/php-config" --leave-out tests/laravel "$@"
	)
}
