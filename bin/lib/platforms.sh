# platforms.sh: the platforms the tests run on besides the machine's own PHP and Redis (bin/test --on NAME).
#
# A platform is a recipe, bin/platforms/NAME.sh. It is sourced, and defines
#
#   platform_packages     the sets of packages (packages.sh) it needs on this machine
#   platform_inside       the sets it installs in itself, if any
#   platform_build DIR    builds the platform in the empty folder DIR, of which it may keep the path
#   platform_test DIR TREE ARGUMENTS...   runs TREE/bin/test with the arguments there
#
# A built platform is kept in ~/.cache/rediskit/platforms/NAME-HASH (XDG_CACHE_HOME moves it). The hash is of the functions
# that build it and of the packages they install, so a changed recipe builds anew. What was not used for two weeks goes away.
#
# Tests write beside themselves, so each platform works on a copy of the tree, in .build/on/NAME.

# on_platform NAME ARGUMENTS...: bin/test on that platform, which is built before if need be. Ends as bin/test does.
# With --set-up among the arguments, only builds it.
on_platform() {
	local argument only=0 arguments=()
	load_platform "$1"
	for argument in "${@:2}"; do
		if [[ $argument == --set-up ]]; then only=1; else arguments+=("${argument#"$root"/}"); fi
	done
	build_platform
	if ((only)); then
		say "The platform $1 is set up, in $platform_dir"
		return 0
	fi
	local tree=$root/.build/on/$1
	mkdir -p "$root/.build/on"
	exec {tree_lock}>"$tree.lock"
	flock "$tree_lock"
	copy_tree "$tree"
	say "== on $1 (${platform_dir##*/})"
	platform_test "$platform_dir" "$tree" "${arguments[@]}"
}

# Reads a recipe and sets $platform, whose build it is (a recipe may build upon another's), and $platform_dir.
load_platform() {
	[[ -f $root/bin/platforms/$1.sh ]] ||
		die "there is no platform named '$1': choose host, $(cd "$root/bin/platforms" && printf '%s\n' *.sh | sed 's/\.sh$//' | paste -sd, | sed 's/,/, /g')"
	platform=$1 platform_packages=() platform_inside=()
	. "$root/bin/platforms/$1.sh"
	local hash set
	hash=$(
		declare -f $(compgen -A function platform_ | grep -vx -e platform_test -e platform_step)
		for set in "${platform_packages[@]}" "${platform_inside[@]}"; do packages_of php "$set"; done
		uname -m
		cat /etc/os-release
	)
	hash=$(sha256sum <<<"$hash" | cut -c 1-12)
	platform_dir=${XDG_CACHE_HOME:-${HOME:-/var/tmp}/.cache}/rediskit/platforms/$platform-$hash
}

# Builds the platform unless it is there. The file "built" in its folder tells a finished one from an interrupted one.
build_platform() {
	local cache old
	cache=$(dirname "$platform_dir")
	mkdir -p "$cache"
	exec {platform_lock}>"$cache/$platform.lock"
	flock "$platform_lock"
	if [[ ! -f $platform_dir/built ]]; then
		need_packages "${platform_packages[@]}"
		say "Building the platform $platform in $platform_dir (once)"
		rm -rf --one-file-system "$platform_dir"
		mkdir -p "$platform_dir"
		platform_build "$platform_dir"
	fi
	touch "$platform_dir/built"
	for old in "$cache/$platform"-*/; do
		[[ $(find "$old" -maxdepth 1 -name built -mtime -14) ]] || rm -rf --one-file-system "$old"
	done
	exec {platform_lock}>&-
}

# Makes a folder hold what the tree holds, and keeps what was compiled there: times stay, so make sees what changed. What
# run-tests.php writes beside tests stays behind: it comes and goes while tests run.
copy_tree() {
	rm -rf "$1.new"
	mkdir -p "$1.new"
	(
		cd "$root"
		find . \( -path ./.build -o -path ./.git -o -path ./modules \) -prune -o -path './tests/*' -regex '.*\.\(diff\|exp\|log\|mem\|out\|php\|sh\)' -o \
			! -type d -print0 | tar --null --no-recursion -T - -c
	) | tar -C "$1.new" -x
	[[ ! -d $1/.build ]] || mv "$1/.build" "$1.new/.build"
	rm -rf "$1"
	mv "$1.new" "$1"
}

# platform_step NAME COMMAND...: runs a long command with its output in a log, and says every few seconds how it goes.
# When it fails, shows the end of the log and stops.
platform_step() {
	local name=$1 log=$platform_dir/$1.log begun=$SECONDS pid next=15
	say "  $platform: $name..."
	"${@:2}" >"$log" 2>&1 &
	pid=$!
	while kill -0 "$pid" 2>/dev/null; do
		sleep 1
		if ((SECONDS - begun >= next)); then
			say "  $platform: $name, $((SECONDS - begun)) s, $(wc -l <"$log") lines: $(tail -n 1 "$log" | cut -c 1-80)"
			next=$((next + 15))
		fi
	done
	if ! wait "$pid"; then
		tail -n 20 "$log" >&2
		die "the platform $platform could not be set up: $name failed; its whole output is in $log"
	fi
	say "  $platform: $name: done in $((SECONDS - begun)) s"
}

# Prints "ADDRESS RELEASE COMPONENT" for each of Debian's repositories this machine installs packages from.
debian_repositories() {
	local list
	list() { apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 'Origin: Debian' | sort -u; }
	list=$(list)
	if [[ ! $list ]]; then
		apt-get update -qq >&2 || true
		list=$(list)
	fi
	[[ $list ]] || die "the platform $platform needs a Debian mirror, and apt on this machine has none (see /etc/apt/sources.list.d)"
	printf '%s\n' "$list"
}
