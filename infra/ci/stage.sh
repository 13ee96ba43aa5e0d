# shellcheck shell=bash
# What the pipeline's stages share: how they speak, how they stop, how they hand on a result, and the way to the machine.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

# The document gives a release up after 15 minutes; we a little later.
WAIT_SECONDS=${WAIT_SECONDS:-1200}
TAKEN_WITHIN=${TAKEN_WITHIN:-120}
POLL_SECONDS=${POLL_SECONDS:-3}

say() { printf '%s\n' "$*"; }

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    # Also at the top of the run's page.
    if [[ -n ${GITHUB_ACTIONS:-} ]]; then printf '::error::%s\n' "$*"; fi
    exit 1
}

need() {
    local name
    for name; do
        [[ -n ${!name:-} ]] || fail "$name is not set. docs/operations.md has every variable."
    done
}

hand_on() { printf '%s=%s\n' "$1" "$2" >> "${GITHUB_OUTPUT:-/dev/null}"; }

# A tag may be moved to another image; a digest is the image that was tested. It also ends up in a shell on the machine.
by_digest() {
    [[ $1 =~ ^[a-z0-9.-]+(:[0-9]+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)+@sha256:[0-9a-f]{64}$ ]] \
        || fail "Not an image by digest (registry/name@sha256:…): ${1@Q}"
}

is_well() {
    curl --silent --show-error --fail --max-time 10 "$1/api/v1/health" \
        | python3 -c 'import json, sys; sys.exit(json.load(sys.stdin)["status"] != "ok")' 2>/dev/null
}

# on_the_machine ACTION [IMAGE]: has it done by the installation's own SSM document, prints the machine's log, and ends
# as it ended. The document can do nothing but release, and the role can send no other.
on_the_machine() {
    need INSTALLATION
    [[ $INSTALLATION =~ ^[a-z][a-z0-9-]{1,30}$ ]] || fail "INSTALLATION is not the name of one: ${INSTALLATION@Q}"
    COMMAND=$(aws ssm send-command --document-name "$INSTALLATION-release" --targets "Key=tag:Name,Values=$INSTALLATION" \
        --timeout-seconds "$TAKEN_WITHIN" --parameters "Action=$1${2:+,Image=$2}" --query Command.CommandId --output text) \
        || fail "The command was refused (see above). Nothing was changed."
    MACHINE=$(eventually "$TAKEN_WITHIN" taker) || fail "No running machine is called $INSTALLATION. Nothing was changed."
    say "$1 on $MACHINE, command $COMMAND"
    local status
    status=$(eventually "$WAIT_SECONDS" ending) || fail "The machine did not say in time how it ended. Look there: infra/status"
    # Indented: a line of the log must not be taken for a command to the pipeline.
    { outcome StandardOutputContent && outcome StandardErrorContent; } | sed 's/^/  | /' || true
    [[ $status == Success ]] \
        || fail "$1: $status, $(outcome "join(', exit ', [StatusDetails, to_string(ResponseCode)])"). The machine's log is above."
}

taker() {
    local machine
    machine=$(aws ssm list-command-invocations --command-id "$COMMAND" --query 'CommandInvocations[0].InstanceId' --output text)
    [[ $machine == i-* ]] && printf '%s' "$machine"
}

outcome() { aws ssm get-command-invocation --command-id "$COMMAND" --instance-id "$MACHINE" --output text --query "$1"; }

ending() {
    local status
    status=$(outcome Status)
    case $status in Success | Failed | TimedOut | Cancelled) printf '%s' "$status" ;; *) return 1 ;; esac
}

# eventually SECONDS COMMAND…: what it prints once it succeeds. SSM answers a little late, and one lost question is no news.
eventually() {
    local end=$((SECONDS + $1)) answer
    shift
    until answer=$("$@" 2>/dev/null); do
        ((SECONDS < end)) || return 1
        sleep "$POLL_SECONDS"
    done
    printf '%s\n' "$answer"
}
