# common.sh: what every script in bin/ shares. Source it first:
#
#   . "$(dirname "$0")/lib/common.sh"
#
# It sets -euo pipefail and $root (the repository), and gives say, die, needs_value, help_text and need_packages (see packages.sh).

set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

# Prints a line about what the script is doing. On standard error, so that output stays output.
say() {
	printf '%s\n' "$*" >&2
}

# Says why the script stops, and stops it.
die() {
	printf '%s: %s\n' "$(basename "$0")" "$*" >&2
	exit 1
}

# Stops when the option at the head of the arguments has no value behind it.
needs_value() {
	[[ ${2:-} ]] || die "$1 needs a value (see --help)"
}

# Prints the comment at the head of the calling script, which is its help text.
help_text() {
	sed -n '2,/^[^#]/{s/^# \{0,1\}//p;}' "$0"
}

. "$root/bin/lib/packages.sh"
