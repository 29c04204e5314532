# packages.sh: need_packages SET... makes sure that what a script needs is on the machine.
#
# On Debian and Ubuntu, missing packages are installed with apt-get (as root or through sudo) after saying which. With
# NO_INSTALL=1 (the scripts' --no-install), or on other systems, it only says what is missing and stops. Services that
# come with packages are neither started nor enabled: scripts start private servers themselves.
#
# php stands for the packages of the PHP that is installed (php8.2 and so on), or of the system's own when there is none.

# Prints the names of the Debian packages in a set.
packages_of() {
	local php=$1
	case $2 in
		build) echo "gcc libc6-dev make autoconf pkg-config libhiredis-dev libzstd-dev liblz4-dev libssl-dev $php-cli $php-dev" ;;
		test) echo "redis-server redis-tools python3-redis nodejs node-redis openssl util-linux strace locales nginx $php-fpm $php-igbinary $php-redis $php-xml $php-mbstring $php-curl php-pear composer unzip" ;;
		format) echo "clang-format" ;;
		arginfo) echo "php-parser php-tokenizer" ;;
		memcheck) echo "valgrind" ;;
		coverage) echo "gcovr" ;;
		analyze) echo "clang-tidy cppcheck" ;;
		demo) echo "redis-server redis-tools util-linux $php-igbinary $php-curl" ;;
		bench) echo "redis-server redis-tools util-linux valgrind strace composer unzip $php-igbinary $php-redis" ;;
		asan) echo "g++ re2c bison dpkg-dev apt" ;;
		fuzz) echo "clang libclang-rt-14-dev g++" ;;
		debian13) echo "debootstrap debian-archive-keyring util-linux" ;;
		valkey) echo "valkey-server valkey-tools" ;;
		*) die "need_packages: there is no set named $2" ;;
	esac
}

# Prints php8.2 or the like for a PHP that came as a package, php when there is none, and nothing for one built by hand.
php_package_prefix() {
	local binary package
	if ! binary=$(command -v php); then
		echo php
		return
	fi
	package=php$(php -n -r 'echo PHP_MAJOR_VERSION, ".", PHP_MINOR_VERSION;')
	if dpkg-query -W -f='${db:Status-Status}' "$package-cli" 2>/dev/null | grep -qx installed &&
		[[ $(readlink -f "$binary") == /usr/bin/* ]]; then
		echo "$package"
	fi
}

# need_packages SET...: see the head of this file.
need_packages() {
	if ! command -v dpkg-query >/dev/null; then
		need_commands "$@"
		return
	fi
	local php set package wanted=() missing=()
	php=$(php_package_prefix)
	for set in "$@"; do
		for package in $(packages_of "${php:-own}" "$set"); do
			[[ $package == own-* ]] || wanted+=("$package")
		done
	done
	local installed
	installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "${wanted[@]}" 2>/dev/null | sed -n 's/ installed$//p' || true)
	for package in "${wanted[@]}"; do
		grep -qxF -- "$package" <<<"$installed" || missing+=("$package")
	done
	if ((${#missing[@]})); then
		mapfile -t missing < <(printf '%s\n' "${missing[@]}" | sort -u)
		if [[ ${NO_INSTALL:-0} == 1 ]]; then
			die "these packages are missing: ${missing[*]}
Install them (apt-get install ${missing[*]}), or run without --no-install."
		fi
		install_packages "${missing[@]}"
	fi
	php -n -r 'exit(PHP_VERSION_ID < 80200 ? 1 : 0);' ||
		die "rediskit needs PHP 8.2 or later, and $(command -v php) is $(php -n -r 'echo PHP_VERSION;')"
}

# Elsewhere than on Debian: looks for the programs themselves and says what is missing.
need_commands() {
	local command missing=()
	for command in gcc make autoconf pkg-config php phpize php-config redis-server redis-cli; do
		command -v "$command" >/dev/null || missing+=("$command")
	done
	((${#missing[@]} == 0)) || die "this is not Debian or Ubuntu, so nothing is installed by itself; missing: ${missing[*]}"
}

# Installs packages without letting their services start, now or at the next boot.
install_packages() {
	local sudo=() policy=/usr/sbin/policy-rc.d log before service
	if [[ $(id -u) != 0 ]]; then
		command -v sudo >/dev/null || die "installing needs root or sudo. As root: apt-get install $*"
		sudo=(sudo)
	fi
	say "Installing with apt-get (--no-install to stop instead): $*"
	log=$(mktemp)
	before=$(enabled_services)
	if ! (
		# One at a time: two scripts at once must not take each other's policy file away.
		flock 9
		if [[ ! -e $policy ]]; then
			trap '"${sudo[@]}" rm -f "$policy"' EXIT
			printf '#!/bin/sh\nexit 101\n' | "${sudo[@]}" tee "$policy" >/dev/null
			"${sudo[@]}" chmod 755 "$policy"
		fi
		"${sudo[@]}" apt-get update -qq >"$log" 2>&1 &&
			"${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >>"$log" 2>&1
	) 9>"${TMPDIR:-/tmp}/rediskit-install.$(id -u).lock"; then
		tail -n 20 "$log" >&2
		die "apt-get could not install: $* (its output is in $log)"
	fi
	rm -f "$log"
	for service in $(comm -13 <(echo "$before") <(enabled_services)); do
		# Where there is no systemctl (a container), Debian's helper does it; it wants to be called for a package.
		"${sudo[@]}" systemctl disable -q "$service" 2>/dev/null ||
			"${sudo[@]}" env DPKG_MAINTSCRIPT_PACKAGE="${service%.service}" deb-systemd-helper disable "$service" >/dev/null || true
	done
	hash -r
}

# The services of our packages that start at boot, sorted.
enabled_services() {
	find /etc/systemd/system -path '*.wants/*' 2>/dev/null | sed 's/.*\///' | grep -E '^(redis-server|nginx|php.*-fpm)\.service$' | sort || true
}
