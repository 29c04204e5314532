# debian13.sh: Debian 13 in a chroot: PHP 8.4, hiredis 1.2, Redis 8, as its packages are.
#
# Valkey is installed there too, for the platform of that name (valkey.sh). The chroot gets a mount, a process and a /tmp of its own,
# so nothing is left mounted or running when the tests end.

platform_packages=(debian13)
platform_inside=(build test arginfo valkey)

platform_build() {
	local dir=$1 mirror
	[[ $(id -u) == 0 ]] || die "the platform $platform is a chroot, which only root can make and enter: run this with sudo"
	mirror=$(debian_repositories | grep -v -- '-security' | head -n 1 | cut -d' ' -f1)
	[[ $mirror ]] || die "the platform $platform needs a Debian mirror, and apt on this machine has none"
	platform_step debootstrap debootstrap --variant=minbase --include=ca-certificates trixie "$dir/root" "$mirror"
	apt-config dump Acquire >"$dir/root/etc/apt/apt.conf.d/10-as-outside"
	printf '#!/bin/sh\nexit 101\n' >"$dir/root/usr/sbin/policy-rc.d"
	chmod 755 "$dir/root/usr/sbin/policy-rc.d"
	mkdir -p "$dir/root/rediskit" "$dir/root/opt/valkey"
	# The second call knows the version of PHP the first one brought.
	platform_step packages platform_enter "$dir" "$root" bash -c \
		'. bin/lib/common.sh; apt-get update && install_packages php-cli && need_packages "$@" && apt-get clean' bash "${platform_inside[@]}"
	ln -s /usr/bin/valkey-server "$dir/root/opt/valkey/redis-server"
	ln -s /usr/bin/valkey-cli "$dir/root/opt/valkey/redis-cli"
}

# Runs a command in the chroot, in the folder /rediskit, which is TREE.
platform_enter() {
	local dir=$1 tree=$2
	# Names and certificates are what they are outside.
	cp -L /etc/resolv.conf /etc/hosts "$dir/root/etc/"
	[[ ! -f /etc/ssl/certs/ca-certificates.crt ]] || cp -L /etc/ssl/certs/ca-certificates.crt "$dir/root/etc/ssl/certs/"
	unshare --mount --propagation private --pid --fork --kill-child bash -euc '
		root=$1 tree=$2
		shift 2
		mount --bind "$tree" "$root/rediskit"
		mount -t proc proc "$root/proc"
		mount --rbind /dev "$root/dev"
		mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
		exec chroot "$root" env -i PATH="${platform_path:-}/usr/sbin:/usr/bin:/sbin:/bin" HOME=/root LANG=C.UTF-8 TERM="${TERM:-dumb}" \
			CI="${CI:-}" http_proxy="${http_proxy:-}" https_proxy="${https_proxy:-}" COMPOSER_ALLOW_SUPERUSER=1 \
			sh -c "cd /rediskit && exec \"\$@\"" sh "$@"
	' bash "$dir/root" "$tree" "${@:3}"
}

platform_test() {
	[[ $(id -u) == 0 ]] || die "the platform $platform is a chroot, which only root can enter: run this with sudo"
	platform_enter "$1" "$2" bin/test --no-install "${@:3}"
}
