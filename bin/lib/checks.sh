# checks.sh: runs a list of checks on two cores, those that measure time alone (.ci/run).
#
#   check NAME PLACE COMMAND...   adds a check: the command must end with 0
#   timed NAME PLACE COMMAND...   adds one that measures time: it begins when all others have ended, and nothing else runs meanwhile
#   only_checks NAME...           takes all others from the list
#   print_checks                  prints the list
#   run_checks                    runs them and prints the counts
#
# PLACE is "here" for what works in this tree, or a platform (bin/platforms/PLACE.sh). All platforms named are set up side by side
# from the beginning; a check waits for its platform, and fails when that could not be set up. In one place one check runs
# at a time; of those that may run, the first in the list begins. Two run at a time, one while platforms are being built.
#
# What a check prints goes to .build/ci/NAME.log and is shown when the check fails, but for the lines of tests that passed. Where its
# last line is "N passed, N failed, N skipped", these are added up; any other check counts as one.

declare -A check_place check_command check_state check_pid check_begun
check_names=() check_timed=()
check_logs=$root/.build/ci
# Seconds that a check may take. The longest take a few minutes; a machine may be busy.
check_limit=2400

check() {
	check_names+=("$1")
	check_place[$1]=$2
	printf -v "check_command[$1]" '%q ' "${@:3}"
	check_state[$1]=waiting
}

timed() {
	check "$@"
	check_timed+=("$1")
}

# only_checks NAME...: takes all others from the list.
only_checks() {
	local name
	for name in "$@"; do
		[[ ${check_place[$name]:-} ]] || die "there is no check named '$name' (see --list)"
	done
	check_names=("$@")
}

print_checks() {
	local name
	for name in "${check_names[@]}"; do printf '%-20s %s\n' "$name" "${check_command[$name]}"; done
}

is_timed() {
	[[ " ${check_timed[*]} " == *" $1 "* ]]
}

# count_checks STATE: sets `counted` to how many checks are in a state (waiting, running, passed, failed); set-ups count apart. Nothing that
# runs again and again here is in a $(...): bash 5.2 loses its place when a signal's trap comes while it reads one.
count_checks() {
	local name
	counted=0
	for name in "${check_names[@]}"; do
		[[ ${check_state[$name]} != "$1" ]] || counted=$((counted + 1))
	done
}
checks_left() {
	local counted
	count_checks waiting
	((counted == 0)) || return 0
	count_checks running
	((counted))
}

set_ups_running() {
	local name
	for name in "${set_ups[@]}"; do
		[[ ${check_state[$name]} != running ]] || return 0
	done
	return 1
}

# Whether a waiting check may begin now.
may_begin() {
	local other place=${check_place[$1]} counted limit=2
	count_checks running
	if [[ $place != here ]] && [[ ${check_state[set-up-$place]} == running ]]; then return 1; fi
	if is_timed "$1"; then
		((counted == 0)) && ! set_ups_running && ((only_timed_left))
		return
	fi
	! set_ups_running || limit=1
	((counted < limit)) || return 1
	for other in "${check_names[@]}"; do
		[[ ${check_state[$other]} != running || ${check_place[$other]} != "$place" ]] || return 1
	done
}

# begin NAME: starts a check or a set-up as a group of processes of its own, which can be ended as a whole.
begin() {
	say "begins    $1: ${check_command[$1]}"
	set -m
	eval "${check_command[$1]}" </dev/null >"$check_logs/$1.log" 2>&1 &
	set +m
	check_pid[$1]=$!
	check_begun[$1]=$SECONDS
	check_state[$1]=running
}

# end NAME STATUS: counts a check that ended, and says how it ended.
end() {
	local name=$1 status=$2 log=$check_logs/$1.log last took=$((SECONDS - ${check_begun[$1]}))
	check_state[$name]=passed
	last=$(tail -n 1 "$log")
	if [[ $last =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed,\ ([0-9]+)\ skipped$ ]]; then
		passed=$((passed + BASH_REMATCH[1])) failed=$((failed + BASH_REMATCH[2])) skipped=$((skipped + BASH_REMATCH[3]))
		((status == 0 || BASH_REMATCH[2] > 0)) || failed=$((failed + 1))
	elif ((status == 0)); then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
	fi
	if ((status)); then
		check_state[$name]=failed
		say "== $name: ${check_command[$name]}"
		grep -v '^PASS ' "$log" >&2 || true
		say "FAILED    $name after $took s"
		return
	fi
	say "passed    $name in $took s: $last"
	sed -n -e 's/^SKIP .*\[\(.*\)\] reason: /            skipped: \1, /p' -e 's/^WARN.*passed on retry.*\[\(.*\)\].*/            at the second try: \1/p' "$log" >&2
}

# Says every half minute what is running, since when, and where it is.
heartbeat() {
	local name
	((SECONDS >= next_heartbeat)) || return 0
	next_heartbeat=$((SECONDS + 30))
	for name in "${set_ups[@]}" "${check_names[@]}"; do
		[[ ${check_state[$name]} != running ]] ||
			say "  $((SECONDS / 60)) min  $name, $((SECONDS - ${check_begun[$name]})) s: $(tail -n 1 "$check_logs/$name.log" | cut -c 1-100)"
	done
}

# What checks started and left running: processes know the run they belong to by their environment.
left_running() {
	local pid
	for pid in $(grep -lzx "REDISKIT_CI_RUN=$REDISKIT_CI_RUN" /proc/[0-9]*/environ 2>/dev/null | cut -d/ -f3); do
		[[ ! -r /proc/$pid/cmdline ]] || echo "$pid $(tr '\0' ' ' <"/proc/$pid/cmdline")"
	done
}

# Ends what runs, when this script is ended: each check has ten seconds to end what it started.
end_all() {
	local name left tries=100
	trap '' INT TERM
	for name in "${!check_pid[@]}"; do
		[[ ${check_state[$name]} != running ]] || kill -TERM -- "-${check_pid[$name]}" 2>/dev/null || true
	done
	while [[ $(jobs -rp) ]] && ((tries--)); do sleep 0.1; done
	for name in "${!check_pid[@]}"; do
		[[ ${check_state[$name]} != running ]] || kill -KILL -- "-${check_pid[$name]}" 2>/dev/null || true
	done
	tries=50
	while left=$(left_running) && [[ $left ]] && ((tries--)); do
		kill -KILL $(cut -d' ' -f1 <<<"$left") 2>/dev/null || true
		sleep 0.1
	done
}

# Begins what may begin. A check whose platform could not be set up fails without being run.
begin_checks() {
	local name place only_timed_left=1
	for name in "${check_names[@]}"; do
		is_timed "$name" || [[ ${check_state[$name]} == passed || ${check_state[$name]} == failed ]] || only_timed_left=0
	done
	for name in "${check_names[@]}"; do
		[[ ${check_state[$name]} == waiting ]] || continue
		place=${check_place[$name]}
		if [[ $place != here && ${check_state[set-up-$place]} == failed ]]; then
			say "FAILED    $name: its platform could not be set up"
			check_state[$name]=failed failed=$((failed + 1))
		elif may_begin "$name"; then
			begin "$name"
		fi
	done
}

# Counts what ended since the last look, and ends what hangs.
end_checks() {
	local name status
	for name in "${set_ups[@]}" "${check_names[@]}"; do
		[[ ${check_state[$name]} == running ]] || continue
		if ((SECONDS - ${check_begun[$name]} > check_limit)); then
			kill -KILL -- "-${check_pid[$name]}" 2>/dev/null || true
			echo "ended after $((check_limit / 60)) minutes: it hangs" >>"$check_logs/$name.log"
		elif kill -0 "${check_pid[$name]}" 2>/dev/null; then
			continue
		fi
		status=0
		wait "${check_pid[$name]}" 2>/dev/null || status=$?
		end "$name" "$status"
	done
}

# run_checks: 0 when all passed.
run_checks() {
	local name place left set_ups=() next_heartbeat=30 passed=0 failed=0 skipped=0
	export REDISKIT_CI_RUN=$$-$RANDOM
	rm -rf "$check_logs"
	mkdir -p "$check_logs"
	trap end_all EXIT
	trap 'exit 130' INT
	trap 'exit 143' TERM HUP
	for name in "${check_names[@]}"; do
		place=${check_place[$name]}
		[[ $place != here && ! ${check_place[set-up-$place]:-} ]] || continue
		set_ups+=("set-up-$place")
		check_place[set-up-$place]=$place
		printf -v "check_command[set-up-$place]" '%q ' bin/test --on "$place" --set-up
		begin "set-up-$place"
	done
	while begin_checks && checks_left || set_ups_running; do
		sleep 0.5
		end_checks
		heartbeat
	done
	left=$(left_running)
	if [[ $left ]]; then
		failed=$((failed + 1))
		say "FAILED    these processes were left running:"
		say "$left"
	fi
	say "took $((SECONDS / 60)) min $((SECONDS % 60)) s; what each check printed is in ${check_logs#"$root"/}"
	echo "$passed passed, $failed failed, $skipped skipped"
	((failed == 0))
}
